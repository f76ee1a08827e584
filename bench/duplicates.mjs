// Promise: looking for probable duplicates among 100,000 creators keeps no other request of the server waiting.
// node bench/duplicates.mjs [--creators 100000]   (after a build)
// Wall time of the whole, and the longest that the main thread could not answer meanwhile: on a thread, as the product does it,
// and on the main thread beside it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openHouses } from "../dist/app/openHouses.js";
import { suggestDuplicates } from "../dist/app/suggestDuplicates.js";
import { readConfig } from "../dist/config.js";
import { readPasteForms } from "../dist/connectors/data/readPasteForms.js";
import { suggestedDuplicates } from "../dist/core/catalog/suggestedDuplicates.js";
import { selectIdentities } from "../dist/storage/identities.js";

const { values } = parseArgs({ options: { creators: { type: "string", default: "100000" } } });
const creators = Number(values.creators);
const folder = mkdtempSync(join(tmpdir(), "chorale-bench-"));
delete process.env.DATABASE_URL;
const houses = await openHouses(readConfig(join(folder, "data")), () => new Date());

try {
  const house = await houses.open("main");
  await fill(house);
  const onMain = async () =>
    suggestedDuplicates(await selectIdentities(house.db, house.workspaceId, null), readPasteForms(), null);
  const rows = [];
  for (const [how, work] of [
    ["on the main thread", onMain],
    ["on a thread", () => suggestDuplicates(house, null)],
  ])
    for (const run of [1, 2]) rows.push({ how, run, ...(await watched(work)) });
  console.log(`${creators} creators, every second of them with an account of the same handle elsewhere`);
  for (const { how, run, wallMs, stillMs, pairs } of rows)
    console.log(
      `${how.padEnd(20)} run ${run}   wall ${(wallMs / 1000).toFixed(2).padStart(6)} s   main thread still for ${stillMs.toFixed(0).padStart(6)} ms   ${pairs} pairs shown`,
    );
} finally {
  await houses.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The longest gap between two ticks that should be 5 ms apart. */
async function watched(work) {
  let last = performance.now();
  let stillMs = 0;
  const tick = setInterval(() => {
    const now = performance.now();
    stillMs = Math.max(stillMs, now - last);
    last = now;
  }, 5);
  const from = performance.now();
  const pairs = (await work()).length;
  const wallMs = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearInterval(tick);
  return { wallMs, stillMs, pairs };
}

/** Creators as an import leaves them: a bio with an address in every tenth, an account on one of two platforms. */
async function fill({ pool, workspaceId, newId }) {
  const source = newId();
  await pool.query(
    "INSERT INTO source (workspace_id, id, kind, label, method) VALUES ($1, $2, 'file', 'bench', 'measured')",
    [workspaceId, source],
  );
  const id = (kind) => `md5('${kind}' || i)::uuid`;
  await pool.query(
    `INSERT INTO creator (workspace_id, id, display_name, change_seq)
     SELECT $1, ${id("creator")}, 'Creator number ' || i, 0 FROM generate_series(1, $2::int) i`,
    [workspaceId, creators],
  );
  await pool.query(
    `INSERT INTO account (workspace_id, id, creator_id, platform, handle, handle_key, bio, city, topics, source_id, change_seq)
     SELECT $1, ${id("account")}, ${id("creator")}, CASE WHEN i % 2 = 0 THEN 'instagram' ELSE 'tiktok' END,
       'maker' || (i / 2 + (i % 4) / 2 * 1000000), 'maker' || (i / 2 + (i % 4) / 2 * 1000000),
       'Bread, clay and long walks. ' || CASE WHEN i % 10 = 0 THEN 'Write to maker' || i || '@example.org' ELSE 'Every Sunday.' END,
       'Lyon', '{}', $2, 0 FROM generate_series(1, $3::int) i`,
    [workspaceId, source, creators],
  );
  await pool.query("ANALYZE");
}
