import { type Sentence, sentence } from "#core/sentence";
import { type ContactHolder, type ContactKind, contactKey } from "./contact.ts";
import { foldText } from "./foldText.ts";
import { handleKey } from "./import/handle.ts";
import { addressesIn } from "./paste/address.ts";
import type { PasteForms } from "./paste/pasteForms.ts";

/** What of a creator tells whether they are another one too. */
export interface Identity {
  readonly creatorId: string;
  readonly name: string;
  readonly accounts: readonly {
    readonly platform: string;
    readonly handle: string;
    readonly externalId: string | null;
    readonly city: string | null;
    readonly bio: string | null;
  }[];
  readonly contacts: readonly {
    readonly kind: ContactKind;
    readonly value: string;
    readonly holder: ContactHolder;
  }[];
}

/** Two creators who are probably one, and why: a sentence for each thing that they share. */
export interface ProbableDuplicate {
  readonly creatorIds: readonly [string, string];
  readonly evidence: readonly Sentence[];
}

/** What more creators than this share tells nobody apart: an agency's address, a fashionable name. */
const SHARERS_MAX = 5;
/** Shorter handles and names are borne by many. */
const HANDLE_CHARACTERS_MIN = 5;
const ID_CHARACTERS_MIN = 6;

interface Trace {
  readonly key: string;
  readonly platform: string | null;
  readonly evidence: Sentence;
}

/**
 * The pairs of creators who share something that two people rarely share, those who share most first. Creators are
 * compared only with whom they share a trace, so that the work grows with their number. `forms` tell whose profile an
 * address in a bio is.
 */
export function probableDuplicates(
  identities: readonly Identity[],
  forms: PasteForms,
): readonly ProbableDuplicate[] {
  const sharers = new Map<string, { readonly creatorId: string; readonly trace: Trace }[]>();
  for (const identity of identities)
    for (const trace of tracesOf(identity, forms)) {
      const known = sharers.get(trace.key);
      if (known) known.push({ creatorId: identity.creatorId, trace });
      else sharers.set(trace.key, [{ creatorId: identity.creatorId, trace }]);
    }
  const pairs = new Map<string, { creatorIds: readonly [string, string]; evidence: Map<string, Sentence> }>();
  for (const [key, group] of sharers) {
    const people = new Set(group.map(({ creatorId }) => creatorId));
    if (people.size < 2 || people.size > SHARERS_MAX) continue;
    for (const [a, b] of pairsOf(group)) {
      // The same handle on one platform is one account.
      if (a.trace.platform !== null && a.trace.platform === b.trace.platform) continue;
      const [first, second] = [a.creatorId, b.creatorId].sort() as [string, string];
      const id = `${first} ${second}`;
      const pair = pairs.get(id) ?? { creatorIds: [first, second], evidence: new Map() };
      pair.evidence.set(key, a.trace.evidence);
      pairs.set(id, pair);
    }
  }
  return [...pairs.values()]
    .map(({ creatorIds, evidence }) => ({ creatorIds, evidence: [...evidence.values()] }))
    .sort((a, b) => b.evidence.length - a.evidence.length || (a.creatorIds < b.creatorIds ? -1 : 1));
}

/** What a search for whoever shares a trace with a creator looks for, so that not everybody has to be read. */
export interface TracesToFind {
  readonly handleKeys: readonly string[];
  readonly externalIds: readonly string[];
  readonly names: readonly string[];
  /** Parts of bios and of contacts. */
  readonly texts: readonly string[];
}

export function tracesToFind({ name, accounts, contacts }: Identity, forms: PasteForms): TracesToFind {
  const links = accounts.flatMap(({ bio }) => linksIn(bio ?? "", forms));
  const own = accounts.map(({ handle }) => handleKey(handle));
  const named = links.flatMap(({ kind, says }) => (kind === "profile" ? [handleKey(says)] : []));
  const keys = contacts.map(({ kind, value }) => contactKey(kind, value));
  const addresses = links.flatMap(({ kind, key }) => (kind === "address" ? [key] : []));
  return {
    handleKeys: [...own, ...named],
    externalIds: accounts.flatMap(({ externalId }) => externalId ?? []),
    names: isTelling(name) ? [name] : [],
    texts: [...own.filter((key) => key.length >= HANDLE_CHARACTERS_MIN), ...keys, ...addresses],
  };
}

function* pairsOf<T extends { readonly creatorId: string }>(group: readonly T[]) {
  for (const [i, a] of group.entries())
    for (const b of group.slice(i + 1)) if (a.creatorId !== b.creatorId) yield [a, b] as const;
}

function tracesOf({ name, accounts, contacts }: Identity, forms: PasteForms): Trace[] {
  const traces: Trace[] = [];
  const add = (kind: string, key: string, says: string, platform: string | null = null) =>
    traces.push({ key: `${kind} ${key}`, platform, evidence: sentence(`kept.evidence.${kind}`, { says }) });
  for (const { platform, handle, externalId, bio, city } of accounts) {
    const key = handleKey(handle);
    if (key.length >= HANDLE_CHARACTERS_MIN) add("handle", key, handle, platform);
    if (externalId !== null && externalId.length >= ID_CHARACTERS_MIN && handleKey(externalId) !== key)
      add("externalId", externalId, externalId, platform);
    add("profile", `${platform} ${key}`, handle);
    if (city !== null && isTelling(name)) add("nameAndCity", `${nameKey(name)} ${city}`, name);
    for (const link of linksIn(bio ?? "", forms)) add(link.kind, link.key, link.says);
  }
  for (const { kind, value, holder } of contacts) {
    // A manager's number is shared by everyone they manage.
    if (holder !== "self") continue;
    const key = contactKey(kind, value);
    const same = kind === "whatsapp" ? "phone" : kind;
    // The value itself is nobody's business but the reader's of that creator.
    if (kind === "email" || kind === "website") add("address", key, key);
    else
      traces.push({
        key: `contact ${same} ${key}`,
        platform: null,
        evidence: sentence("kept.evidence.contact", { kind: [sentence(`kept.contactKind.${same}`)] }),
      });
  }
  const once = new Map(traces.map((trace) => [`${trace.key} ${trace.platform}`, trace]));
  return [...once.values()];
}

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

interface BioLink {
  readonly kind: "profile" | "address";
  readonly key: string;
  readonly says: string;
}

/** Profiles that a bio names, and its other addresses: mail, and the page of all links. */
function linksIn(bio: string, forms: PasteForms): BioLink[] {
  // Most words of a bio are no address: looking for one in each of them would take a minute for 100,000 bios.
  if (!/[@/]/.test(bio)) return [];
  return foldText(bio)
    .split(/\s+/)
    .flatMap((word) => [
      ...(word.includes("@") ? mailsIn(word) : []),
      ...(word.includes("/") ? pagesIn(word, forms) : []),
    ]);
}

function mailsIn(word: string): BioLink[] {
  return [...word.toLowerCase().matchAll(EMAIL)].map(([mail]) => ({
    kind: "address",
    key: mail,
    says: mail,
  }));
}

function pagesIn(word: string, forms: PasteForms): BioLink[] {
  return addressesIn(word, forms).flatMap(({ start, end, platform, reading }): BioLink[] => {
    const handle = reading.is === "profile" ? (reading.handle ?? reading.name) : undefined;
    if (platform !== null && handle) {
      const key = `${platform} ${handleKey(handle)}`;
      return [{ kind: "profile", key, says: handle }];
    }
    const key = contactKey("website", word.slice(start, end));
    return key.includes("/") ? [{ kind: "address", key, says: key }] : [];
  });
}

function nameKey(name: string): string {
  return foldText(name).toLowerCase().replace(/\s+/g, " ").trim();
}

/** A name of two Chinese characters or five letters says who it is in one city; a shorter one does not. */
function isTelling(name: string): boolean {
  const key = nameKey(name);
  return /\p{Script=Han}{2}/u.test(key) || key.length >= HANDLE_CHARACTERS_MIN;
}
