import { randomBytes } from "node:crypto";
import { uuidv7 } from "#core/ids";

const SEQUENCE_MAX = 0xfff;

/**
 * A maker of UUIDv7s that sort in the order they were made, within a millisecond too: the twelve bits behind the
 * clock count up. Source: RFC 9562, section 6.2, method 1.
 */
export function idMaker(now: () => Date): () => string {
  let epochMs = 0;
  let sequence = 0;
  return () => {
    const clockMs = now().getTime();
    if (clockMs > epochMs) {
      epochMs = clockMs;
      sequence = 0;
    } else if (sequence === SEQUENCE_MAX) {
      epochMs += 1;
      sequence = 0;
    } else {
      sequence += 1;
    }
    const bytes = randomBytes(10);
    bytes.writeUInt16BE(sequence);
    return uuidv7(epochMs, bytes);
  };
}
