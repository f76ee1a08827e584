import { basename } from "node:path";
import { readReference } from "#connectors/data/readReference";
import { namesOf } from "#core/catalog/import/accountState";
import { CreatorAssembly } from "#core/catalog/import/assembleCreators";
import type { CatalogRow, Reject } from "#core/catalog/import/catalogRow";
import type { Mapping } from "#core/catalog/import/mapping";
import { NoteTally } from "#core/catalog/import/noteTally";
import { deliverablesOf } from "#core/catalog/platform";
import type { Reference } from "#core/catalog/reference";
import { ChoraleError } from "#core/errors";
import { unnamed } from "#core/localNames";
import type { IsoDate } from "#core/period";
import type { Proposal } from "#core/planner/judgeProposal";
import { sentence } from "#core/sentence";
import { keyedHash53 } from "./memberHash.ts";
import { openCatalogFile } from "./openCatalogFile.ts";
import { originalName } from "./rejectsName.ts";

const DETAILS_MAX = 20;
/** Half a price is no price: what an import leaves out of a row refuses a list. */
const NOT_LEFT_OUT = ["catalog.rule.currencyMissing"];

/**
 * Reads somebody's list: whatever an import reads, each row a creator at a price. Nothing is half-taken: one row that
 * breaks a rule, or names a second price for the same thing, refuses the list whole, every such row named. Writes nothing.
 */
export async function readProposal(
  path: string,
  options: {
    readonly platform: string | null;
    readonly mapping: Mapping;
    readonly today: IsoDate;
    /** Of the brief, ISO country. */
    readonly market: string | null;
  },
): Promise<Proposal> {
  const reference = readReference();
  const file = await openCatalogFile(path, {
    ...{ as: null, reference, needsFollowers: false },
    ...options,
  }).catch((fault: unknown) => {
    const nameless = fault instanceof ChoraleError && fault.sentence.key === "catalog.file.unknownKind";
    throw nameless ? new ChoraleError("bad-input", sentence("judge.noCreators"), path) : fault;
  });
  if (!["creators", "rates", "handles"].includes(file.as))
    throw new ChoraleError("bad-input", sentence("catalog.file.notCreators", { as: file.as }), path);
  const assembly = new CreatorAssembly((memberId) => keyedHash53("in-memory", memberId));
  const rows: CatalogRow[] = [];
  const tally = new NoteTally();
  for (const sheet of file.unreadSheets) tally.addSheet(sheet);
  const problems: Reject[] = [];
  for await (const batch of file.batches) {
    problems.push(...batch.rejected.map(({ reject }) => reject));
    for (const row of batch.rows) {
      const verdict = secondPrice(row, rows, reference) ?? assembly.add(row, file.as);
      if (typeof verdict !== "string") problems.push(verdict);
      const left = row.notes.filter(({ rule }) => NOT_LEFT_OUT.includes(rule.key));
      problems.push(...left.map(({ column, rule }) => ({ line: row.line, column, value: "", rule })));
      rows.push(row);
      tally.add(row);
    }
    tally.addLines("remark", batch.remarkLines);
    tally.addLines("exampleRow", batch.exampleLines);
  }
  refuse(problems, path);
  if (rows.length === 0) throw new ChoraleError("bad-input", sentence("catalog.file.noRows"), path);
  if (rows.every(({ rates }) => rates.length === 0))
    throw new ChoraleError("bad-input", sentence("judge.noPrices"), path);
  const creators = assembly.creators();
  const byName = new Map(
    creators.flatMap(({ accounts }) =>
      accounts.flatMap((account) => namesOf(account).map((name) => [name, account.id] as const)),
    ),
  );
  const lines = rows.map(({ account, line, rates }) => ({
    line,
    account: namesOf(account).flatMap((name) => byName.get(name) ?? [])[0] ?? "",
    offers: rates.map(({ deal, deliverable }) => ({ deliverable, deal })),
  }));
  return { name: originalName(basename(path)), creators, lines, notes: tally.notes() };
}

function secondPrice(row: CatalogRow, before: readonly CatalogRow[], reference: Reference): Reject | null {
  const names = namesOf(row.account);
  for (const earlier of before) {
    if (!namesOf(earlier.account).some((name) => names.includes(name))) continue;
    for (const rate of row.rates) {
      const first = earlier.rates.find(
        ({ deal, deliverable }) => deliverable === rate.deliverable && deal === rate.deal,
      );
      if (!first || (first.priceMinor === rate.priceMinor && first.currency === rate.currency)) continue;
      const value = row.account.handle ?? row.account.externalId ?? row.account.displayName ?? "";
      const sold = deliverablesOf(reference.platforms, row.account.platform);
      const what = sold.find(({ slug }) => slug === rate.deliverable)?.names ?? unnamed(rate.deliverable);
      const rule = sentence("judge.twoPrices", { line: earlier.line, what });
      return { line: row.line, column: "", value, rule };
    }
  }
  return null;
}

function refuse(problems: readonly Reject[], path: string): void {
  const [first] = problems.toSorted((a, b) => a.line - b.line);
  if (!first) return;
  const { line, column, value, rule } = first;
  const where = column === "" ? [] : [sentence("judge.column", { column })];
  throw new ChoraleError(
    "bad-input",
    sentence("judge.refused", {
      ...{ problems: problems.length, line, column: where, rule: [rule] },
      value: value === "" ? [] : [sentence("judge.value", { value })],
    }),
    path,
    problems.slice(0, DETAILS_MAX).map((problem) => ({
      at: `line ${problem.line}${problem.column === "" ? "" : `, column ${problem.column}`}`,
      rule: problem.rule,
      value: problem.value,
    })),
  );
}
