import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/**
 * Frees at once what this thread has let go of. Shared memory does not count when a thread decides whether collecting is
 * worth its while: thirty replaced segments, a gigabyte each in a large catalog, had lain there.
 */
export const collectGarbage: () => void = runInNewContext("gc");
