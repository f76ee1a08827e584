/** The leaves of a JSON object as text: nested keys joined with a dot, lists of plain values with a comma. */
export function* flattenRecord(record: object, prefix = ""): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(record)) {
    const name = prefix + key;
    if (value === null || value === undefined) yield [name, ""];
    else if (Array.isArray(value)) {
      const plain = value.every((item) => typeof item !== "object" || item === null);
      yield [name, plain ? value.join(",") : JSON.stringify(value)];
    } else if (typeof value === "object") yield* flattenRecord(value as object, `${name}.`);
    else yield [name, String(value)];
  }
}
