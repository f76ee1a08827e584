import { type Currency, isCurrency } from "#core/money";
import { sentence } from "#core/sentence";
import { platformOf } from "../platform.ts";
import type { AccountPart } from "./catalogRow.ts";
import type { Binding } from "./mapColumns.ts";
import { currencyIn, type ReadPrice, type SharedSign, signIn } from "./priceText.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";

export interface PriceCurrency {
  readonly currency: Currency;
  /** Nobody said so: it is the usual one of the sign or of the platform's home market. */
  readonly isAssumed: boolean;
}

// Whose currency a shared sign is, by country (ISO 3166); first the most traded one, for all others.
const OF_SIGN: Readonly<Record<SharedSign, Readonly<Record<string, Currency>>>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD", TW: "TWD", MX: "MXN" },
  "¥": { CN: "CNY", JP: "JPY" },
  元: { CN: "CNY", TW: "TWD", HK: "HKD", MO: "MOP" },
};

/**
 * The currency of a price: the cell's own word, the currency column, the header's, the mapping file's, a shared sign's,
 * the home currency of the platform; the nearest to the figure wins. Null when nothing tells it: a Chinese platform's
 * creator in Hong Kong, or for a campaign there, may quote in either money.
 */
export function currencyOf(
  cells: RowCells,
  context: RowContext,
  account: AccountPart,
  binding: Binding | undefined,
  price: ReadPrice,
): PriceCurrency | null {
  if (price.currency !== null) return said(price.currency);
  const platform = platformOf(context.reference.platforms, account.platform);
  const home = platform?.homeCurrency ?? null;
  const bySign = (sign: SharedSign) => currencyOfSign(sign, account.country, context.market, home);
  const [cell] = cells.known("currency");
  if (cell) {
    const code = currencyIn(cell.text.trim().toUpperCase());
    if (code !== null && isCurrency(code)) return said(code);
    const sign = signIn(cell.text);
    return sign !== null
      ? bySign(sign)
      : cells.refuse(cell.binding, cell.text, sentence("catalog.rule.currency"));
  }
  const written = binding?.currency ?? context.mapping.currency ?? context.titleCurrency;
  if (written !== null) return said(written);
  const sign = price.sign ?? binding?.sign ?? context.titleSign;
  if (sign !== null) return bySign(sign);
  const country = account.country ?? context.market;
  const isAtHome = country === null || country === platform?.markets[0];
  return home !== null && isAtHome ? { currency: home, isAssumed: true } : null;
}

function currencyOfSign(
  sign: SharedSign,
  country: string | null,
  market: string | null,
  home: Currency | null,
): PriceCurrency {
  const ofSign = OF_SIGN[sign];
  const local = ofSign[country ?? ""];
  if (local !== undefined) return said(local);
  const inMarket = ofSign[market ?? ""];
  const usual = Object.values(ofSign);
  if (home !== null && usual.includes(home) && (inMarket ?? home) === home) return said(home);
  return { currency: inMarket ?? usual[0] ?? "USD", isAssumed: true };
}

function said(currency: Currency): PriceCurrency {
  return { currency, isAssumed: false };
}
