import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";
const DISK_FULL = "53100";
const TOO_MANY_CONNECTIONS = "53300";
const GONE =
  /^(08...|57P0[123]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH)$/;
const GONE_WITHOUT_CODE =
  /connection terminated|timeout exceeded when trying to connect|not queryable|connection error/i;
const NO_ENTRY = /^(28...|3D000)$/;
const WORTH_A_RETRY = /^(40001|40P01)$/;

/**
 * The fault as a sentence where it is the database's state, with what to do; anything else comes back as it is. A server
 * whose log no longer fits the disk ends without a word: whoever knows the disk says so.
 */
export function databaseFault(caught: unknown, isDiskFull: () => boolean = () => false): unknown {
  if (!(caught instanceof Error) || caught instanceof ChoraleError) return caught;
  const code = faultCode(caught);
  const reason = caught.message;
  if (code === DISK_FULL || code === "ENOSPC") return unavailable("storage.diskFull", reason);
  if (code === TOO_MANY_CONNECTIONS) return unavailable("storage.tooManyConnections", reason);
  if (NO_ENTRY.test(code)) return unavailable("storage.noEntry", reason);
  if (GONE.test(code) || (code === "" && GONE_WITHOUT_CODE.test(reason)))
    return unavailable(isDiskFull() ? "storage.diskFull" : "storage.gone", reason);
  return caught;
}

function unavailable(key: string, reason: string): ChoraleError {
  return new ChoraleError("unavailable", sentence(key, { reason }));
}

/** Another transaction came first; the same work may succeed now. */
export function isWorthARetry(caught: unknown): boolean {
  return WORTH_A_RETRY.test(faultCode(caught));
}

export function isDuplicate(caught: unknown): boolean {
  return faultCode(caught) === UNIQUE_VIOLATION;
}

/** A row names another that is not there, or is named by one that is. */
export function isDangling(caught: unknown): boolean {
  return faultCode(caught) === FOREIGN_KEY_VIOLATION;
}

/** PostgreSQL's five characters, or the system's name of the error; "" where there is neither. */
export function faultCode(caught: unknown): string {
  const code = (caught as { readonly code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}
