import { list, number, numberOrNull, object, text, texts } from "#core/documentForm";
import { readSolution } from "#core/readSolution";
import type { Solution } from "#core/solution";

export interface ClaimedLine {
  /** Null: the document is older than this key. */
  readonly item: string | null;
  /** Of a programme, counted from 1; null: a plan of one campaign. */
  readonly campaign: number | null;
  readonly creator: string;
  readonly account: string;
  readonly deliverable: string;
  readonly count: number;
  /** Its kind; null: the document is older than this key. */
  readonly deal: string | null;
  readonly costMinor: number;
  readonly currency: string;
  /** What the plan loses without it; null: the document does not say. */
  readonly marginalValue: number | null;
}

/** What a plan's document claims about its problem; its forecast and its words are not for this verifier. */
export interface ClaimedPlan {
  readonly status: string;
  readonly currency: string;
  readonly conflict: readonly string[];
  readonly lines: readonly ClaimedLine[];
  readonly costMinor: number;
  readonly budgetMinor: number | null;
  readonly certificate: Readonly<Record<"value" | "upperBound" | "gap" | "status", number | string | null>>;
  readonly instanceSha256: string | null;
  readonly solution: Solution | null;
}

/** A plan's document has lines, a solver's has none. */
export function isPlan(document: unknown): boolean {
  return typeof document === "object" && document !== null && "lines" in document;
}

/** The form of a plan's document, not its truth. Throws bad-input with the path that breaks it. */
export function readPlan(value: unknown): ClaimedPlan {
  const document = object(value, "");
  const totals = object(document["totals"], "totals");
  const { budget, boost } = totals;
  const certificate = object(document["certificate"], "certificate");
  const { instanceSha256, solution } = certificate;
  return {
    status: text(document["status"], "status"),
    currency: text(document["currency"], "currency"),
    conflict: texts(document["conflict"] ?? [], "conflict"),
    lines: list(document["lines"], "lines").map((line, k) => readLine(line, `lines[${k}]`)),
    costMinor: minorOf(totals["cost"], "totals.cost"),
    // Boosting is paid before creators are chosen: the problem knows what is left.
    budgetMinor:
      budget == null
        ? null
        : minorOf(budget, "totals.budget") - (boost == null ? 0 : minorOf(boost, "totals.boost")),
    certificate: {
      value: number(certificate["value"], "certificate.value"),
      upperBound: numberOrNull(certificate["upperBound"], "certificate.upperBound"),
      gap: numberOrNull(certificate["gap"], "certificate.gap"),
      status: text(certificate["status"], "certificate.status"),
    },
    instanceSha256: instanceSha256 == null ? null : text(instanceSha256, "certificate.instanceSha256"),
    solution: solution == null ? null : readSolution(solution),
  };
}

function readLine(value: unknown, at: string): ClaimedLine {
  const line = object(value, at);
  return {
    item: line["item"] == null ? null : text(line["item"], `${at}.item`),
    campaign: line["campaign"] == null ? null : number(line["campaign"], `${at}.campaign`),
    creator: text(line["creator"], `${at}.creator`),
    account: text(line["account"], `${at}.account`),
    deliverable: text(line["deliverable"], `${at}.deliverable`),
    count: number(line["count"], `${at}.count`),
    deal: line["deal"] == null ? null : text(object(line["deal"], `${at}.deal`)["kind"], `${at}.deal.kind`),
    costMinor: minorOf(line["cost"], `${at}.cost`),
    currency: text(object(line["cost"], `${at}.cost`)["currency"], `${at}.cost.currency`),
    marginalValue:
      line["marginalValue"] == null ? null : number(line["marginalValue"], `${at}.marginalValue`),
  };
}

function minorOf(value: unknown, at: string): number {
  return number(object(value, at)["amountMinor"], `${at}.amountMinor`);
}
