import { createHmac } from "node:crypto";

/** The first 53 bits of an HMAC-SHA256. */
export function keyedHash53(key: string | Uint8Array, text: string): number {
  const digest = createHmac("sha256", key).update(text).digest();
  return digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11);
}
