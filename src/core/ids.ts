/**
 * A UUIDv7 from a clock reading and ten random bytes, both handed in: keys sort by the time they were made.
 * Source: RFC 9562, section 5.7.
 */
export function uuidv7(epochMs: number, randomBytes: Uint8Array): string {
  const hex = epochMs.toString(16).padStart(12, "0");
  const byte = (i: number) => randomBytes[i] ?? 0;
  const tail = [0x70 | (byte(0) & 0x0f), byte(1), 0x80 | (byte(2) & 0x3f), ...randomBytes.subarray(3, 10)]
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** Whether the text can be a key at all: what is none is found nowhere. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
