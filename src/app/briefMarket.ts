import { readReference } from "#connectors/data/readReference";

/** The market of a brief that nobody has checked yet, ISO country: lists are read for it. Null where it names none. */
export function briefMarket(document: unknown): string | null {
  const market =
    typeof document === "object" && document !== null ? (document as { market?: unknown }).market : null;
  return typeof market === "string" ? readReference().cities.countryOf(market) : null;
}
