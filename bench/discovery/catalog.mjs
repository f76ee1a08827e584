import { CATEGORIES, KEYED, NUMBER_NAMES } from "../../dist/core/catalog/discovery/figures.js";
import { plainTable } from "../plainSearch.mjs";

// An invented catalog of any size, drawn by the database itself, and the same accounts once more as a wide table.

export const WORKSPACE = "01900000-0000-7000-9000-000000000001";
const SOURCE = "01900000-0000-7000-9000-000000000002";
export const PLATFORMS = [
  "xiaohongshu",
  "instagram",
  "tiktok",
  "douyin",
  "youtube",
  "weibo",
  "bilibili",
  "x",
  "wechat",
];
export const COUNTRIES = [
  "CN",
  "FR",
  "US",
  "DE",
  "GB",
  "JP",
  "KR",
  "TW",
  "HK",
  "SG",
  "IT",
  "ES",
  "BR",
  "MX",
  "CA",
  "AU",
];
export const CITIES = Array.from({ length: 400 }, (_, place) => `place-${place}`);
export const TOPICS = [
  "food",
  "wine",
  "coffee-tea",
  "travel",
  "outdoors",
  "beauty",
  "fashion",
  "parenting",
  "pets",
  "sports",
  "tech",
  "games",
  "finance",
  "home",
  "cars",
  "health",
];
export const DELIVERABLES = ["note", "video-note", "reel", "story", "post", "video", "short", "article"];

/** Fills a database with what it does not hold yet. Every draw is uniform, log-normal or by rank (Zipf), apart from the others. */
export async function fillCatalog(pool, { accounts, posts, seed, withPlain }) {
  const client = await pool.connect();
  try {
    await client.query(`SELECT setseed(${(seed % 1000) / 1000})`);
    await client.query(SETTINGS);
    const { rows } = await client.query(
      "SELECT (SELECT count(*)::int FROM account) AS accounts, to_regclass('plain_search') IS NOT NULL AS plain",
    );
    const [{ accounts: held, plain: isPlain }] = rows;
    if (held !== accounts && held > 0)
      throw new Error(`The catalog there has ${held} accounts, not ${accounts}.`);
    if (held === 0)
      await runAll(client, [...ground(), ...catalog(accounts), ...postsOf(accounts, posts), "ANALYZE"]);
    if (withPlain && !isPlain) await runAll(client, plain());
  } finally {
    client.release();
  }
}

const SETTINGS =
  "SET synchronous_commit = off; SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'";

/** All of the statements or none, but for the last, which only gathers statistics. */
async function runAll(client, statements) {
  await client.query("BEGIN");
  for (const statement of statements.slice(0, -1)) await client.query(statement);
  await client.query("COMMIT");
  await client.query(statements.at(-1));
}

function ground() {
  return [
    `INSERT INTO workspace (id, name, kind, base_currency, created_at) VALUES ('${WORKSPACE}', 'bench', 'real', 'EUR', now())`,
    `INSERT INTO counter (workspace_id, name, value) VALUES ('${WORKSPACE}', 'change', 1)`,
    `INSERT INTO source (workspace_id, id, kind, label, method) VALUES ('${WORKSPACE}', '${SOURCE}', 'import', 'bench', 'measured')`,
  ];
}

const zipf = (count) => `(floor(exp(random() * ln(${count + 1}))) - 1)::int`;
const oneOf = (values) =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(",")}])[1 + ${zipf(values.length)}]`;
const normal = (mean, spread) =>
  `exp(${mean} + ${spread} * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))`;
const maybe = (share, value) => `CASE WHEN random() < ${share} THEN ${value} END`;
const idOf = (kind) => `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
// Half write in words of letters, half in words of two characters; i stands in it so that each row draws anew.
const texts = `CASE WHEN random() < 0.5
  THEN (SELECT string_agg('w' || ${zipf(20_000)}, ' ') FROM generate_series(1, 12 + 0 * i))
  ELSE (SELECT string_agg(chr(19968 + 2 * z) || chr(19969 + 2 * z), ' ') FROM (SELECT ${zipf(2_000)} AS z FROM generate_series(1, 10 + 0 * i)) c) END`;

function catalog(accounts) {
  const all = `generate_series(1, ${accounts}) i`;
  return [
    `INSERT INTO creator (workspace_id, id, display_name, change_seq)
      SELECT '${WORKSPACE}', ${idOf(1)}, 'n' || ${zipf(50_000)}, 1 FROM ${all}`,
    `INSERT INTO account (workspace_id, id, creator_id, platform, handle, handle_key, country, city, language, bio, topics, source_id, change_seq)
      SELECT '${WORKSPACE}', ${idOf(2)}, ${idOf(1)}, ${oneOf(PLATFORMS)}, 'h' || i, 'h' || i, ${maybe(0.8, oneOf(COUNTRIES))},
        ${maybe(0.6, `'place-' || ${zipf(400)}`)}, ${maybe(0.7, oneOf(["zh", "en", "fr", "de", "ja"]))}, ${texts},
        ${`CASE WHEN random() < 0.9 THEN ARRAY(SELECT DISTINCT ${oneOf(TOPICS)} FROM generate_series(1, 1 + i % 3)) ELSE '{}' END`},
        '${SOURCE}', 1 FROM ${all}`,
    `INSERT INTO snapshot (workspace_id, account_id, observed_on, source_id, followers, views_avg, engagement_by_followers_bp,
        engagement_by_views_bp, real_by_followers_bp, active_by_followers_bp, video_by_posts_bp, extra)
      SELECT '${WORKSPACE}', ${idOf(2)}, DATE '2026-11-01' - (i % 200), '${SOURCE}', ${maybe(0.97, `floor(${normal(9, 1.2)})`)},
        ${maybe(0.7, `floor(${normal(7.5, 1.1)})`)}, ${maybe(0.8, `floor(${normal(5.5, 0.7)})::int`)},
        ${maybe(0.5, `floor(${normal(6, 0.7)})::int`)}, ${maybe(0.4, "(5000 + floor(random() * 5000))::int")},
        ${maybe(0.3, "floor(random() * 10000)::int")}, ${maybe(0.5, "floor(random() * 10000)::int")}, '{}' FROM ${all}`,
    `INSERT INTO rate (workspace_id, id, account_id, deliverable, deal, price_minor, qualifier, currency, source_id)
      SELECT '${WORKSPACE}', ('0190000' || (3 + k) || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, ${idOf(2)},
        (ARRAY['${DELIVERABLES.slice(0, 4).join("','")}', '${DELIVERABLES.slice(4).join("','")}'])[4 * (k - 1) + 1 + floor(4 * random())::int],
        'flat', floor(${normal(10.3, 0.9)})::bigint, 'eq', 'EUR', '${SOURCE}'
      FROM ${all}, generate_series(1, 2) k WHERE i % 5 < 3`,
    `INSERT INTO audience_share (workspace_id, account_id, dimension, key, observed_on, source_id, share_bp, qualifier)
      SELECT '${WORKSPACE}', ${idOf(2)}, dimension, key, DATE '2026-11-01', '${SOURCE}', bp, qualifier
      FROM ${all}, LATERAL (
        SELECT (3000 + floor(random() * 5000))::int + 0 * i AS female, 1000 + floor(random() * 1000)::int + 0 * i AS age,
          ${zipf(390)} + 0 * i AS place, 300 + floor(random() * 600)::int + 0 * i AS first) d,
        LATERAL (VALUES ('gender', 'female', female, 'eq'), ('gender', 'male', 10000 - female, 'eq'),
          ('age', '18-24', 2 * age, 'eq'), ('age', '25-34', age + 1000, 'eq'), ('age', '35-44', 1500, 'eq'),
          ('city', 'place-' || place, first, 'censored'), ('city', 'place-' || (place + 3), first - 100, 'censored'),
          ('city', 'place-' || (place + 7), first - 200, 'censored')) s (dimension, key, bp, qualifier)
      WHERE i % 2 = 0`,
  ];
}

/** One every five days, with four tags and twenty words. */
function postsOf(accounts, posts) {
  if (posts === 0) return [];
  return [
    `INSERT INTO post (workspace_id, id, account_id, external_key, format, posted_at, tags, sponsored, caption)
      SELECT '${WORKSPACE}', ('0190000a-0000-7000-8000-' || lpad(to_hex(100::bigint * i + k), 12, '0'))::uuid, ${idOf(2)}, 'p' || k,
        'note', DATE '2026-11-01' - 5 * k, ARRAY(SELECT 'tag' || ${zipf(3_000)} FROM generate_series(1, 4 + 0 * (i + k))),
        ${maybe(0.6, "random() < 0.2")},
        (SELECT string_agg('w' || ${zipf(20_000)}, ' ') FROM generate_series(1, 20 + 0 * (i + k)))
      FROM generate_series(1, ${accounts}) i, generate_series(1, ${posts}) k`,
    `INSERT INTO post_metric (workspace_id, post_id, observed_on, source_id, views, likes, comments, saves)
      SELECT '${WORKSPACE}', id, DATE '2026-11-01', '${SOURCE}', floor(${normal(7.5, 1.1)}), 50, 3, 4 FROM post`,
  ];
}

/** The wide table, worked out in SQL from the same rows. */
function plain() {
  const { create, indexes } = plainTable({ numbers: NUMBER_NAMES, categories: CATEGORIES, keyed: KEYED });
  const empty = KEYED.filter((name) => name !== "topic" && name !== "topicSpan" && name !== "deliverable");
  return [
    create,
    `INSERT INTO plain_search (account_id, followers, "viewsAvg", "priceMinor", "cpmMinor", "engagementByFollowersBp",
        "engagementByViewsBp", "realFollowersBp", "activeFollowersBp", "videoShareBp", "observedDay", platform, country, city,
        language, "contactKnown", contacted, topic, topic_values, "topicSpan", "topicSpan_values", deliverable, deliverable_values,
        ${empty.map((name) => `"${name}", "${name}_values"`).join(", ")}, audience, words)
      SELECT a.id, s.followers, s.views_avg, r.price, r.price * 1000.0 / s.views_avg, s.engagement_by_followers_bp,
        s.engagement_by_views_bp, s.real_by_followers_bp, s.active_by_followers_bp, s.video_by_posts_bp,
        CASE WHEN s.followers IS NOT NULL THEN s.observed_on - DATE '1970-01-01' END, a.platform, a.country, a.city, a.language,
        'no', 'no', a.topics, '{}', a.topics, '{}', coalesce(r.deliverables, '{}'), coalesce(r.prices, '{}'),
        ${empty.map(() => "'{}', '{}'").join(", ")}, coalesce(u.audience, '{}'), string_to_array(a.bio || ' ' || a.handle, ' ')
      FROM account a
      JOIN snapshot s ON s.workspace_id = a.workspace_id AND s.account_id = a.id
      LEFT JOIN (SELECT account_id, min(price_minor) AS price, array_agg(deliverable) AS deliverables,
          jsonb_object_agg(deliverable, price_minor) AS prices FROM rate GROUP BY account_id) r ON r.account_id = a.id
      LEFT JOIN (SELECT account_id, jsonb_object_agg(dimension, list) AS audience FROM (
          SELECT account_id, dimension, jsonb_build_object('keys', jsonb_object_agg(key, share_bp), 'rest', 10000 - sum(share_bp),
            'cap', CASE WHEN dimension = 'city' THEN min(share_bp) ELSE 10000 END) AS list
          FROM audience_share GROUP BY account_id, dimension) l GROUP BY account_id) u ON u.account_id = a.id
      ORDER BY a.id`,
    ...indexes,
    "VACUUM ANALYZE plain_search",
  ];
}
