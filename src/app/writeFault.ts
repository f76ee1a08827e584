import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

const RULES: Readonly<Record<string, string>> = {
  ENOENT: "noFolder",
  EACCES: "noRight",
  EPERM: "noRight",
  EROFS: "noRight",
  ENOTDIR: "notAFolder",
  EEXIST: "notAFolder",
  EISDIR: "isAFolder",
  ENOSPC: "diskFull",
  EDQUOT: "diskFull",
};

/** Why a file the user asked for cannot be written there: refused, or unavailable where the disk is full. */
export function writeFault(caught: unknown, path: string): ChoraleError {
  const { code = "", message } = caught as NodeJS.ErrnoException;
  const rule = RULES[code] ?? "other";
  return new ChoraleError(
    rule === "diskFull" ? "unavailable" : "refused",
    sentence(`file.${rule}`, { reason: message }),
    path,
  );
}
