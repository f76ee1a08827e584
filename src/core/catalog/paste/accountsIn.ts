import { handleKey } from "../import/handle.ts";
import { type Address, addressesIn } from "./address.ts";
import type { PastedAccount, PastedIs } from "./pastedLine.ts";
import type { PasteForms, PlatformWord } from "./pasteForms.ts";
import { segmentsOf } from "./segments.ts";

/** What of a folded line names an account, and where it stands. */
export interface Found {
  readonly is: PastedIs;
  readonly account: PastedAccount | null;
  readonly site: string | null;
  readonly start: number;
  readonly end: number;
}

/** What holds for a line from outside of it. */
export interface LineContext {
  /** Chosen for the block, or said by the heading above the line. */
  readonly platform: string | null;
  /** A list of bare words: each is a handle. */
  readonly bareWords: boolean;
}

const MENTION =
  /(?<![\w.+@-])@(?<name>[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.·-]|\u200d|\p{Extended_Pictographic})*)/gu;
const NAME = /^[^\s,;|/()[\]【】<>「」"“”':@。!?]{1,40}/u;
// What may stand between a platform and the mention that belongs to it.
const BESIDE =
  /^[\s:=|>➜→»\-–—/·("'“「]*(?:on|auf|sur|handle|id|账号|号|昵称|account|主页)?[\s:=|>➜→»\-–—/·("'”」]*$/iu;
const FIGURE =
  /^(?:[~≈约約]?\s*[\d.,' ]+\s*[kmbw千万萬亿億]?\+?|(?:粉丝|粉絲|followers?|fans).*|.*(?:粉丝|粉絲|粉|followers?|fans|subs))$/iu;

/** Every account that a folded line names; when none, what else it holds. */
export function accountsIn(text: string, forms: PasteForms, context: LineContext): Found[] {
  const addresses = addressesIn(text, forms);
  const masked = mask(text, addresses);
  const profiles = addresses.flatMap((address) => profileOf(address));
  const words = forms.platformWordsIn(masked);
  const shared = sharedName(text, addresses, words, forms);
  if (shared) return [shared];
  const mentions = mentionsIn(masked, words, forms, context, profiles.length > 0);
  const taken = [...profiles];
  for (const mention of mentions) {
    const platform = mention.account?.platform ?? null;
    if (platform !== null && profiles.some(({ account }) => account?.platform === platform)) continue;
    if (!taken.some((other) => isSame(other, mention))) taken.push(mention);
  }
  for (const label of labelsIn(masked, words, forms))
    if (!taken.some(({ account }) => account?.platform === label.account?.platform)) taken.push(label);
  // A WeChat number beside another account is how to reach somebody, not where they publish.
  const real = taken.filter(({ account }) => taken.length === 1 || !isContact(account, masked, words));
  if (real.length > 0) return real.sort((a, b) => a.start - b.start);
  const id = idIn(masked, words, forms, context);
  if (id) return [id];
  const named = namedInSegments(masked, words, forms, context);
  if (named) return [named];
  return addresses.slice(0, 1).map(({ start, end, platform, reading }) => ({
    is: reading.is === "profile" ? "nothing" : reading.is,
    account: null,
    site: platform,
    start,
    end,
  }));
}

function profileOf({ start, end, platform, reading }: Address): Found[] {
  if (reading.is !== "profile") return [];
  const { handle = null, id = null, name = null } = reading;
  const account = { platform, handle, externalId: id, displayName: name };
  return [{ is: "account", account, site: platform, start, end }];
}

// The name in a share text stands for the account: the short address beside it says nothing.
function sharedName(
  text: string,
  addresses: readonly Address[],
  words: readonly PlatformWord[],
  forms: PasteForms,
): Found | null {
  if (addresses.some(({ reading }) => reading.is === "profile")) return null;
  for (const pattern of forms.shares) {
    const match = pattern.exec(text);
    const name = match?.groups?.["name"]?.trim();
    if (!match || name === undefined || name === "") continue;
    const platform = addresses.find((address) => address.platform !== null)?.platform ?? words[0]?.platform;
    if (platform === undefined || platform === null) continue;
    const account = { platform, handle: null, externalId: null, displayName: name };
    const end = Math.max(match.index + match[0].length, ...addresses.map((address) => address.end));
    return { is: "account", account, site: platform, start: 0, end };
  }
  return null;
}

function mentionsIn(
  masked: string,
  words: readonly PlatformWord[],
  forms: PasteForms,
  context: LineContext,
  hasProfile: boolean,
): Found[] {
  const all = [...masked.matchAll(MENTION)];
  const platforms = new Set(words.map(({ platform }) => platform));
  return all.flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = [...words]
      .reverse()
      .find((word) => word.end <= start && BESIDE.test(masked.slice(word.end, start)));
    const after = words.find((word) => word.start >= end && BESIDE.test(masked.slice(end, word.start)));
    const [only] = platforms;
    const beside = before ?? after;
    if (hasProfile && !beside) return [];
    const platform =
      beside?.platform ?? (platforms.size === 1 ? only : platforms.size === 0 ? context.platform : null);
    const name = (match.groups?.["name"] ?? "").replace(/[.\-·]+$/u, "");
    const account = accountNamed(name, platform ?? null, forms);
    return account
      ? [{ is: platform ? "account" : "platform", account, site: platform ?? null, start, end } as const]
      : [];
  });
}

function labelsIn(masked: string, words: readonly PlatformWord[], forms: PasteForms): Found[] {
  const found: Found[] = [];
  for (const [i, word] of words.entries()) {
    const rest = masked.slice(word.end);
    const label = forms.label.exec(rest);
    const length = label?.[0].length ?? 0;
    const start = word.end + length;
    // "X/Twitter: …": the last of several words for it speaks.
    if (words[i + 1] && (words[i + 1]?.start ?? 0) <= start) continue;
    const { word: kind = "", mark } = label?.groups ?? {};
    const value = rest.slice(length);
    const isId = forms.data.idWords.includes(kind.trim().toLowerCase());
    const platformEndsInLabel = /[号號]$/.test(masked.slice(word.start, word.end));
    const alone = /^\s+$/.test(label?.[0] ?? "") && /^[^\s]+$/.test(segmentsOf(value)[0] ?? "");
    if (kind === "" && mark === undefined && !alone && !platformEndsInLabel) continue;
    const path = /^\/?([a-z]{2,8}\/[^\s,;|]+)/i.exec(value)?.[1];
    const read =
      path === undefined ? null : forms.linkOf(word.platform)?.read(`/${path}`, new URLSearchParams());
    const token = read?.is === "profile" ? (read.handle ?? read.id ?? "") : value;
    const isNumber = (kind !== "" || platformEndsInLabel) && /^\d{4,40}(?![\d.,\p{L}])/u.test(token);
    const account =
      isId || isNumber
        ? numbered(value, word.platform, isId ? "externalId" : "handle")
        : accountNamed(token, word.platform, forms);
    if (!account) continue;
    const text = account.handle ?? account.externalId ?? account.displayName ?? "";
    found.push({ is: "account", account, site: word.platform, start: word.start, end: start + text.length });
  }
  return found;
}

function idIn(
  masked: string,
  words: readonly PlatformWord[],
  forms: PasteForms,
  context: LineContext,
): Found | null {
  const match = forms.idLabel.exec(masked);
  if (!match) return null;
  const [id] = /^[A-Za-z0-9_-]{3,40}/.exec(masked.slice(match.index + match[0].length)) ?? [];
  if (id === undefined) return null;
  const platform = words[0]?.platform ?? context.platform;
  const account = { platform, handle: null, externalId: id, displayName: null };
  const end = match.index + match[0].length + id.length;
  return { is: platform === null ? "platform" : "account", account, site: platform, start: match.index, end };
}

// "name | platform | figures", "name (IG)", and bare words where all lines are: one part is left that can be a name.
function namedInSegments(
  masked: string,
  words: readonly PlatformWord[],
  forms: PasteForms,
  context: LineContext,
): Found | null {
  const segments = segmentsOf(masked);
  const isPlatform = (segment: string) =>
    words.some((word) => masked.slice(word.start, word.end) === segment);
  const inSegment = segments.filter(isPlatform);
  const platforms = new Set(words.map(({ platform }) => platform));
  const [said] = platforms;
  const platform =
    platforms.size === 1 && inSegment.length > 0 ? said : platforms.size === 0 ? context.platform : null;
  const rest = segments.filter((segment) => !isPlatform(segment) && !FIGURE.test(segment));
  const [name] = rest;
  if (name === undefined || /\s/.test(name) || rest.length > 1) return null;
  const hasFigure = segments.some((segment) => FIGURE.test(segment));
  if (platforms.size === 0 && !context.bareWords && !(platform !== null && hasFigure)) return null;
  const looksTyped = /^[\w.-]*[\d_.][\w.-]*$/.test(name) && /[a-z]/i.test(name);
  if (platform === null && !looksTyped) return null;
  const account = accountNamed(name, platform ?? null, forms);
  if (!account || (account.handle ?? account.displayName ?? "").length < name.length) return null;
  const start = masked.indexOf(name);
  const is = platform ? "account" : "platform";
  return { is, account, site: platform ?? null, start, end: start + name.length };
}

/** A handle as the platform shapes it at the start of a text, else a name where its people go by names. */
export function accountNamed(text: string, platform: string | null, forms: PasteForms): PastedAccount | null {
  const shape = platform === null ? null : (forms.linkOf(platform)?.handleShape ?? null);
  const handle = shape?.exec(text)?.[0] ?? null;
  const name = NAME.exec(text)?.[0]?.replace(/[.\-–—·~]+$/u, "") ?? "";
  const isHan = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(name);
  const account = { platform, handle: null, externalId: null, displayName: null };
  if (name === "" || FIGURE.test(name)) return null;
  if (shape === null) return { ...account, handle: name };
  if (handle !== null && !(isHan && handle.length < name.length)) return { ...account, handle };
  return isHan && goesByName(platform ?? "", forms) ? { ...account, displayName: name } : null;
}

// A number is a handle where a label says so: 小红书号：94512378.
function numbered(text: string, platform: string, as: "handle" | "externalId"): PastedAccount | null {
  const [number] = /^[A-Za-z0-9_-]{2,128}/.exec(text) ?? [];
  const account = { platform, handle: null, externalId: null, displayName: null };
  return number === undefined ? null : { ...account, [as]: number };
}

// Abroad a handle is Latin, in China an account goes by its name.
function goesByName(platform: string, forms: PasteForms): boolean {
  return forms.platforms.find(({ slug }) => slug === platform)?.markets.includes("CN") ?? true;
}

function isContact(account: PastedAccount | null, text: string, words: readonly PlatformWord[]): boolean {
  const isWord = (word: PlatformWord) => /^(?:微信|wechat|weixin)$/i.test(text.slice(word.start, word.end));
  return account?.platform === "wechat" && words.some((word) => word.platform === "wechat" && isWord(word));
}

function isSame(a: Found, b: Found): boolean {
  const key = ({ account }: Found) =>
    `${account?.platform} ${handleKey(account?.handle ?? account?.externalId ?? account?.displayName ?? "")}`;
  return key(a) === key(b);
}

function mask(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  return parts.reduce(
    (masked, { start, end }) => masked.slice(0, start) + "\t".repeat(end - start) + masked.slice(end),
    text,
  );
}
