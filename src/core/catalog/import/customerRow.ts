import type { IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { type ContactKind, contactKey, isContact } from "../contact.ts";
import type { Platform } from "../platform.ts";
import { readDay } from "./dateText.ts";
import { slugOf } from "./detectPlatform.ts";
import { handleKey, handleText, isHandle } from "./handle.ts";
import type { ColumnMapping } from "./mapColumns.ts";
import { type CellFault, RowCells } from "./rowCells.ts";

export type CustomerKeyKind = "email" | "phone" | "handle";

/** By what a customer may be found among the creators. */
export interface CustomerKey {
  readonly kind: CustomerKeyKind;
  readonly key: string;
  /** Of a handle. */
  readonly platform: string | null;
}

/** A row of a shop's file of customers. Its fault never holds what stands in the row. */
export interface CustomerRow {
  readonly keys: readonly CustomerKey[];
  readonly consentOn: IsoDate | null;
  /** Null: acceptable. A row without consent has keys all the same, so that an earlier match can be erased. */
  readonly fault: CellFault | null;
}

export interface CustomerContext {
  readonly columns: ColumnMapping;
  readonly platforms: readonly Platform[];
  /** Of all handles in the file; null where a column says it, or nobody does. */
  readonly platform: string | null;
}

const YES =
  /^(?:1|true|yes|y|on|ok|opted[ -]?in|subscribed|granted|是|有|已?同意|已授权|已授權|已订阅|已訂閱)$/;
const NO =
  /^(?:0|false|no|n|off|opted[ -]?out|unsubscribed|not[ _]subscribed|refused|withdrawn|否|没有|沒有|不同意|未同意|未授权|未授權|未订阅|未訂閱|已撤回|已退订|已退訂)$/;

export function readCustomer(texts: readonly string[], context: CustomerContext): CustomerRow {
  const cells = new RowCells(context.columns, texts);
  // Personal data stands in no rejects file: a fault says column and rule.
  const refuse = (column: string, rule: Sentence) => cells.refuse({ name: column }, "", rule);
  const keys: CustomerKey[] = [];
  for (const kind of ["email", "phone"] as const) {
    const [cell] = cells.known(kind);
    if (!cell) continue;
    if (isContact(kind, cell.text))
      keys.push({ kind, key: customerContactKey(kind, cell.text), platform: null });
    else refuse(cell.binding.name, sentence(`catalog.rule.${kind}`));
  }
  const [named] = cells.known("handle");
  if (named) {
    const platform = context.platform ?? slugOf(cells.text("platform") ?? "", context.platforms);
    const handle = handleText(named.text);
    if (!isHandle(handle)) refuse(named.binding.name, sentence("catalog.rule.handle"));
    else if (platform !== null) keys.push({ kind: "handle", key: handleKey(handle), platform });
    else if (keys.length === 0) refuse(named.binding.name, sentence("catalog.rule.handleOfNoPlatform"));
  }
  if (keys.length === 0) refuse("", sentence("catalog.rule.customerNameless"));
  const consentOn = readConsent(cells, refuse);
  return { keys, consentOn, fault: cells.fault };
}

/** A contact of a creator as customers' are compared with it: a mainland number with 86 before it is the same without. */
export function customerContactKey(kind: Extract<ContactKind, "email" | "phone">, value: string): string {
  const key = contactKey(kind, value);
  return kind === "phone" ? key.replace(/^86(?=1\d{10}$)/, "") : key;
}

// A day in the column of consent is when it was given; an empty cell is none.
function readConsent(cells: RowCells, refuse: (column: string, rule: Sentence) => null): IsoDate | null {
  const [dated] = cells.known("consentOn");
  const [said] = cells.known("consent");
  const word = said?.text.normalize("NFKC").trim().toLowerCase() ?? "";
  const name = (said ?? dated)?.binding.name ?? cells.bindings("consent")[0]?.name ?? "";
  const day = readDay(dated?.text ?? word);
  if (said === undefined && dated === undefined) return refuse(name, sentence(NO_CONSENT));
  if (NO.test(word)) return refuse(name, sentence(NO_CONSENT));
  if (dated && day === null) return refuse(dated.binding.name, sentence("catalog.rule.date"));
  if (said && !YES.test(word) && readDay(word) === null)
    return refuse(name, sentence("catalog.rule.consent"));
  if (said === undefined && cells.bindings("consent").length > 0) return refuse(name, sentence(NO_CONSENT));
  return day;
}

const NO_CONSENT = "catalog.rule.noConsent";

/** Whether a row was refused because its customer did not agree, or no longer does. */
export function lacksConsent({ fault }: CustomerRow): boolean {
  return fault?.rule.key === NO_CONSENT;
}
