const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function writeUuid(uuid: string, to: Uint8Array, at: number): void {
  for (let byte = 0, letter = 0; byte < 16; byte++, letter += 2) {
    if (uuid.charCodeAt(letter) === HYPHEN) letter++;
    to[at + byte] = nibble(uuid.charCodeAt(letter)) * 16 + nibble(uuid.charCodeAt(letter + 1));
  }
}

const HYPHEN = 45;
// "0" is 48, "a" is 97 and "A" 65: the sixth bit of a letter is its case.
function nibble(unit: number): number {
  return unit < 58 ? unit - 48 : (unit | 32) - 87;
}

export function readUuid(from: Uint8Array, at: number): string {
  let text = "";
  for (let byte = 0; byte < 16; byte++) {
    if (byte === 4 || byte === 6 || byte === 8 || byte === 10) text += "-";
    text += HEX[from[at + byte] ?? 0];
  }
  return text;
}

/** The first place in ascending 16-byte ids whose id is not below this one. */
export function placeOfUuid(ids: Uint8Array, count: number, uuid: string): number {
  const wanted = new Uint8Array(16);
  writeUuid(uuid, wanted, 0);
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compareUuids(ids, middle * 16, wanted, 0) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Below 0: the 16 bytes at `atA` come before those at `atB`; 0: they are the same. */
export function compareUuids(a: Uint8Array, atA: number, b: Uint8Array, atB: number): number {
  for (let byte = 0; byte < 16; byte++) {
    const difference = (a[atA + byte] ?? 0) - (b[atB + byte] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
