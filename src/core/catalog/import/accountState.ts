import type { AccountPart } from "./catalogRow.ts";
import type { ImportKind } from "./field.ts";
import { handleKey, handleText } from "./handle.ts";

/** An account as it is known before or while a file is imported. */
export interface AccountState extends AccountPart {
  readonly id: string;
  readonly creatorId: string;
  readonly handle: string;
  readonly displayName: string;
}

/** The names under which an account may be met again: its id, and its handle, for which the id stands in. */
export function namesOf(account: Pick<AccountPart, "platform" | "externalId" | "handle">): string[] {
  const { platform, externalId, handle } = account;
  const names = externalId === null ? [] : [`${platform} id ${externalId}`];
  const handleOrId = handle ?? externalId;
  return handleOrId === null ? names : [...names, `${platform} @${handleKey(handleOrId)}`];
}

/** What a row says of an account that nobody has met before. */
export function newAccount(part: AccountPart, id: string, creatorId: string): AccountState {
  const handle = handleText(part.handle ?? part.externalId ?? part.displayName ?? "");
  return { ...part, id, creatorId, handle, displayName: part.displayName ?? handle };
}

/**
 * The account after a row: a list of creators overrules what is known, any other file only fills what is not. The
 * same object when nothing changes, so that importing a file again changes nothing.
 */
export function afterRow(known: AccountState, row: AccountPart, kind: ImportKind): AccountState {
  const overrules = kind === "creators";
  const pick = <T>(old: T | null, said: T | null) => (overrules ? (said ?? old) : (old ?? said));
  // An id standing in for a handle gives way to the first real one, and to the first name.
  const standsIn = known.externalId !== null && known.handle === handleText(known.externalId);
  const handle = row.handle !== null && (overrules || standsIn) ? handleText(row.handle) : known.handle;
  const isNameless = known.displayName === known.handle;
  const displayName =
    row.displayName !== null && (overrules || isNameless)
      ? row.displayName
      : isNameless
        ? handle
        : known.displayName;
  const next: AccountState = {
    id: known.id,
    creatorId: known.creatorId,
    platform: known.platform,
    handle,
    displayName,
    externalId: known.externalId ?? row.externalId,
    country: pick(known.country, row.country),
    city: pick(known.city, row.city),
    language: pick(known.language, row.language),
    bio: pick(known.bio, row.bio),
    topics: row.topics.length > 0 && (overrules || known.topics.length === 0) ? row.topics : known.topics,
  };
  return same(known, next) ? known : next;
}

function same(a: AccountState, b: AccountState): boolean {
  return (
    a.handle === b.handle &&
    a.displayName === b.displayName &&
    a.externalId === b.externalId &&
    a.country === b.country &&
    a.city === b.city &&
    a.language === b.language &&
    a.bio === b.bio &&
    a.topics.join("\n") === b.topics.join("\n")
  );
}
