import { type Currency, isCurrency } from "#core/money";
import { sentence } from "#core/sentence";
import { platformOf } from "../platform.ts";
import type { AccountPart } from "./catalogRow.ts";
import type { Binding } from "./mapColumns.ts";
import { currencyIn, type ReadPrice, type SharedSign } from "./priceText.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";

export interface PriceCurrency {
  readonly currency: Currency;
  /** Nobody said so: it is the usual one of the sign or of the platform's home market. */
  readonly isAssumed: boolean;
}

// Whose currency a shared sign is, by the account's country (ISO 3166); first the most traded one, for all others.
const OF_SIGN: Readonly<Record<SharedSign, Readonly<Record<string, Currency>>>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD", TW: "TWD", MX: "MXN" },
  "¥": { CN: "CNY", JP: "JPY" },
};

/**
 * The currency of a price: the cell's own word, the currency column, the header's, the mapping file's, a shared sign's,
 * the home currency of the platform; the nearest to the figure wins. Null when nothing tells it.
 */
export function currencyOf(
  cells: RowCells,
  context: RowContext,
  account: AccountPart,
  binding: Binding | undefined,
  price: ReadPrice,
): PriceCurrency | null {
  if (price.currency !== null) return said(price.currency);
  const [cell] = cells.known("currency");
  if (cell) {
    const code = currencyIn(cell.text.trim().toUpperCase());
    return code !== null && isCurrency(code)
      ? said(code)
      : cells.refuse(cell.binding, cell.text, sentence("catalog.rule.currency"));
  }
  const written = binding?.currency ?? context.mapping.currency ?? context.titleCurrency;
  if (written !== null) return said(written);
  const home = platformOf(context.reference.platforms, account.platform)?.homeCurrency ?? null;
  const sign = price.sign ?? binding?.sign ?? null;
  if (sign !== null) return currencyOfSign(sign, account.country, home);
  return home === null ? null : { currency: home, isAssumed: true };
}

function currencyOfSign(sign: SharedSign, country: string | null, home: Currency | null): PriceCurrency {
  const ofSign = OF_SIGN[sign];
  const local = ofSign[country ?? ""];
  if (local !== undefined) return said(local);
  const usual = Object.values(ofSign);
  if (home !== null && usual.includes(home)) return said(home);
  return { currency: usual[0] ?? "USD", isAssumed: true };
}

function said(currency: Currency): PriceCurrency {
  return { currency, isAssumed: false };
}
