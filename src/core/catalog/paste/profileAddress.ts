import { foldText } from "../foldText.ts";
import { addressesIn } from "./address.ts";
import type { PasteForms } from "./pasteForms.ts";

/** Whose profile an address in a cell is. */
export interface ProfileAddress {
  readonly platform: string | null;
  readonly handle: string | null;
  readonly id: string | null;
}

/** A cell that is an address: whose profile it is, "other" when it names nobody; null when it is no address. */
export function profileAddress(text: string, forms: PasteForms): ProfileAddress | "other" | null {
  // A million handles have no slash.
  if (!text.includes("/")) return null;
  const folded = foldText(text).trim();
  const [address] = addressesIn(folded, forms);
  if (!address || address.start > 0 || address.end < folded.replace(/[/.,;]+$/, "").length) return null;
  const { platform, reading } = address;
  if (reading.is !== "profile") return "other";
  return { platform, handle: reading.handle ?? reading.name ?? null, id: reading.id ?? null };
}
