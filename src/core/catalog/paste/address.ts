import { foldText } from "../foldText.ts";
import type { LinkReading } from "./linkForm.ts";
import type { PasteForms } from "./pasteForms.ts";

/** An address in a text, and whose it is. Platform null: Chorale does not know the site. */
export interface Address {
  readonly start: number;
  readonly end: number;
  readonly platform: string | null;
  readonly reading: LinkReading | { readonly is: "collection" | "unknown" };
}

const ADDRESS =
  /(?:(?<![\w@])(?<scheme>[a-z][a-z0-9]{2,20}):\/\/|(?<![\w@./-]))(?<rest>(?:[a-z0-9_-]+\.)*[a-z0-9_-]+(?::\d+)?(?:[/?#][^\s<>"'「」【】《》,;|\\^`{}。]*)?)/giu;
const WEB = /^https?$/i;
const TRAILING = /[.:!?)\]>}*~…"'”’]+$/u;
const WRAPPED_MOST = 3;

/** The addresses in a folded text. Without a scheme only hosts that Chorale knows are addresses: "moon.bakes" is a handle. */
export function addressesIn(text: string, forms: PasteForms): Address[] {
  const found: Address[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const { scheme, rest = "" } = match.groups ?? {};
    const bare = match[0].replace(TRAILING, "");
    const written = rest.replace(TRAILING, "");
    const address = readAddress(scheme, written, forms);
    const known = address.platform !== null || address.reading.is === "collection";
    if (!known && (scheme === undefined || !WEB.test(scheme))) continue;
    if (scheme === undefined && !/[/?]/.test(written)) continue;
    found.push({ start: match.index, end: match.index + bare.length, ...address });
  }
  return found;
}

function readAddress(
  scheme: string | undefined,
  rest: string,
  forms: PasteForms,
  wraps = 0,
): Pick<Address, "platform" | "reading"> {
  const isWeb = scheme === undefined || WEB.test(scheme);
  const [, hostPart = "", pathPart = "", queryPart = ""] =
    /^([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?/.exec(isWeb ? rest : `${scheme}:/${rest}`) ?? [];
  const host = hostPart.replace(/:\d+$/, "").toLowerCase();
  const query = new URLSearchParams(queryPart);
  const path = decode(pathPart)
    .replace(/\/{2,}/g, "/")
    .replace(/\/$/, "");
  const wrapper = forms.data.wrappers.find(
    (row) =>
      (host === row.host || host.endsWith(`.${row.host}`)) &&
      (row.path === undefined || path === `/${row.path}`),
  );
  const inner = wrapper && wraps < WRAPPED_MOST ? query.get(wrapper.key) : null;
  const [, innerScheme, innerRest = ""] = /^(?:([a-z][a-z0-9]+):\/\/)?(.+)$/i.exec(inner ?? "") ?? [];
  if (innerRest.includes(".")) return readAddress(innerScheme, foldText(innerRest), forms, wraps + 1);
  if (forms.data.collections.some((known) => host === known || host.endsWith(`.${known}`)))
    return { platform: null, reading: { is: "collection" } };
  const [link] = forms.linksOf(host);
  if (!link) return { platform: null, reading: { is: "unknown" } };
  const { platform } = link.row;
  const reading = link.read(path, query);
  if (reading.is !== "page") return { platform, reading };
  // Words may be glued to an address; a locale may stand before the path.
  const shorter = [
    path.replace(/[^\u0021-\u007e].*$/u, ""),
    path.replace(/^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/)/i, ""),
  ];
  for (const candidate of shorter) {
    if (candidate === path || candidate === "") continue;
    const again = link.read(candidate.replace(/\/$/, ""), query);
    if (again.is !== "page") return { platform, reading: again };
  }
  return { platform, reading };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
