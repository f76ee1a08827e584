// The search as one would write it in SQL: a wide table and a plain statement. The tests hold the index against it, row by
// row; bench/discovery holds its speed against it. SQL's own three-valued logic is the one that filters follow.

/** One row an account; `indexes` are what PostgreSQL needs to be as fast as it can. */
export function plainTable({ numbers, categories, keyed }) {
  const columns = [
    "account_id uuid PRIMARY KEY",
    ...numbers.map((name) => `${quoted(name)} double precision`),
    ...categories.map((name) => `${quoted(name)} text`),
    ...keyed.flatMap((name) => [
      `${quoted(name)} text[] NOT NULL`,
      `${quoted(`${name}_values`)} jsonb NOT NULL`,
    ]),
    "audience jsonb NOT NULL",
    "words text[] NOT NULL",
  ];
  return {
    create: `CREATE TABLE plain_search (${columns.join(", ")})`,
    indexes: [
      ...numbers.map((name) => `CREATE INDEX ON plain_search (${quoted(name)})`),
      ...categories.map((name) => `CREATE INDEX ON plain_search (${quoted(name)})`),
      ...keyed.map((name) => `CREATE INDEX ON plain_search USING gin (${quoted(name)})`),
      "CREATE INDEX ON plain_search USING gin (words)",
    ],
  };
}

/** A row of the table as JSON text, for json_populate_record. `audience`: {dimension: {rest, cap, keys: {key: bp}}}. */
export function plainRow(facts, tokens) {
  const audience = {};
  for (const { dimension, key, shareBp, bound, cut } of facts.audience) {
    audience[dimension] ??= { rest: 10_000, cap: 10_000, keys: {} };
    const list = audience[dimension];
    list.keys[key] = bound ? -shareBp : shareBp;
    if (bound) continue;
    list.rest = Math.max(0, list.rest - shareBp);
    if (cut) list.cap = Math.min(list.cap, shareBp);
  }
  const keyed = Object.entries(facts.keyed).flatMap(([name, entries]) => [
    [name, entries.map(({ key }) => key)],
    [`${name}_values`, Object.fromEntries(entries.map(({ key, value }) => [key, value]))],
  ]);
  return {
    account_id: facts.accountId,
    ...facts.numbers,
    ...facts.categories,
    ...Object.fromEntries(keyed),
    audience,
    words: [...new Set(tokens)],
  };
}

/** The condition of a query: which rows it answers with. `leave` leaves out the filters at these places. */
export function plainWhere(query, { possible = query.includeUnknown, leave = [], open = [] } = {}) {
  const conditions = query.filters
    .filter((_, place) => !leave.includes(place))
    .map(
      (filter) => `(${conditionOf(filter, query.tierBands, open)}) ${possible ? "IS NOT FALSE" : "IS TRUE"}`,
    );
  if (query.words) {
    const groups = query.words.groups.map(
      ({ terms }) =>
        `(${terms.map(({ token, also }) => `words @> ${textArray([token, ...also])}`).join(" OR ") || "false"})::int`,
    );
    conditions.push(`${groups.join(" + ") || "0"} >= ${query.words.need}`);
  }
  return conditions.length === 0 ? "true" : conditions.join(" AND ");
}

/** The column or expression that a category is read from. */
export function plainCategory(name, tierBands) {
  return name === "tier" && tierBands ? tierCase(tierBands) : quoted(name);
}

function conditionOf(filter, tierBands, open) {
  if (filter.kind === "number") return rangeOf(quoted(filter.name), filter);
  if (filter.kind === "category") {
    const column = plainCategory(filter.name, tierBands);
    const among = `${column} = ANY(${textArray(filter.keys)})`;
    return filter.none ? `(${among}) IS NOT TRUE` : among;
  }
  if (filter.kind === "keyed") {
    const parts = filter.keys.map((key) => keyOf(filter, key, open));
    const joined = `(${parts.join(filter.mode === "all" ? " AND " : " OR ")})`;
    return filter.mode === "none" ? `${joined} IS NOT TRUE` : joined;
  }
  return audienceOf(filter);
}

function rangeOf(column, { min, max }) {
  const parts = [];
  if (min !== null) parts.push(`${column} >= ${min}`);
  if (max !== null) parts.push(`${column} <= ${max}`);
  // A range without ends still asks for a known figure.
  return parts.length === 0 ? `CASE WHEN ${column} IS NULL THEN NULL ELSE true END` : parts.join(" AND ");
}

function keyOf({ name, min, max }, key, open) {
  const value = `(${quoted(`${name}_values`)} ->> ${text(key)})::double precision`;
  const inRange = min === null && max === null ? "true" : rangeOf(value, { min, max });
  const absent = open.includes(name) ? `CASE WHEN ${quoted(name)} = '{}' THEN NULL ELSE false END` : "false";
  return `(CASE WHEN ${quoted(name)} @> ${textArray([key])} THEN (${inRange}) ELSE ${absent} END)`;
}

function audienceOf({ dimension, keys, minBp }) {
  const list = `audience -> ${text(dimension)}`;
  const share = (key) => `(${list} -> 'keys' ->> ${text(key)})::int`;
  const asked = [...new Set(keys)];
  const low = asked.map((key) => `greatest(coalesce(${share(key)}, 0), 0)`).join(" + ");
  const high = asked.map((key) => `abs(coalesce(${share(key)}, 0))`).join(" + ");
  const unlisted = asked.map((key) => `(${share(key)} IS NULL)::int`).join(" + ");
  const left = `least(coalesce((${list} ->> 'rest')::int, 10000), (${unlisted}) * coalesce((${list} ->> 'cap')::int, 10000))`;
  return `CASE WHEN ${low} >= ${minBp} THEN true WHEN ${high} + ${left} >= ${minBp} THEN NULL ELSE false END`;
}

function tierCase(bands) {
  const [first] = bands;
  const cases = bands
    .map(({ from, tier }) => ({ from, tier }))
    .reverse()
    .map(({ from, tier }) => `WHEN followers >= ${from} THEN ${tier === null ? "NULL" : text(tier)}`);
  return first ? `(CASE ${cases.join(" ")} END)` : "NULL::text";
}

function textArray(values) {
  return `ARRAY[${values.map(text).join(",")}]::text[]`;
}

function text(value) {
  return `'${value.replaceAll("'", "''")}'`;
}

function quoted(name) {
  return `"${name}"`;
}
