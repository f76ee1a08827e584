import { dayOf, type IsoDate } from "#core/period";
import { sentence } from "#core/sentence";
import { SNAPSHOT_FIGURES, type Snapshot } from "../creator.ts";
import { COUNT_FIGURES, type CountFigure, type Field, SHARE_FIGURES, type ShareFigure } from "./field.ts";
import { priceFactsIn } from "./headerNote.ts";
import type { RowCells } from "./rowCells.ts";
import { provenanceOf, type RowContext } from "./rowContext.ts";
import { EXTRA_CHARACTERS, readUnmapped } from "./unmappedPart.ts";
import { addEngagements, type Figures, hundredths, readWindow, UNKNOWN } from "./windowPart.ts";

const WHOLE: ReadonlySet<CountFigure> = new Set(["followers", "following", "posts", "viewsTotal"]);
// Nobody but the platform can count these; outside it they are models.
const ALWAYS_MODELLED: readonly Field[] = ["activeFollowers", "realFollowers"];
/** The day of a row: its own, the file's, else null. */
export function readRowDay(cells: RowCells, context: RowContext): IsoDate | null {
  const at = cells.pastInstant("observedOn", context.today);
  return at === null ? context.fileDay : dayOf(at);
}

/** The figures of a row: a snapshot each of what was counted, of the last days, and of what is modelled, if it holds a figure. */
export function readSnapshots(cells: RowCells, context: RowContext, day: IsoDate | null): Snapshot[] {
  const counted: Figures = { ...UNKNOWN };
  const modelled: Figures = { ...UNKNOWN };
  const vendor = context.columns.layout?.estimated ?? [];
  for (const field of COUNT_FIGURES) {
    if (!context.columns.byField.has(field)) continue;
    const into = vendor.includes(field) ? modelled : counted;
    into[field] = WHOLE.has(field) ? cells.count(field) : cells.amount(field);
  }
  for (const field of SHARE_FIGURES) {
    if (!context.columns.byField.has(field)) continue;
    const into = vendor.includes(field) || ALWAYS_MODELLED.includes(field) ? modelled : counted;
    into[`${field}Bp`] = cells.shareBp(field, mostBp(field, context));
  }
  const fakeBp = cells.shareBp("fakeFollowers");
  if (fakeBp !== null) modelled.realFollowersBp ??= 10_000 - fakeBp;
  refuseImplausible(cells, context, counted, modelled);
  const lately = readWindow(cells, context, counted);
  if (lately === null) addAverages(cells, counted);
  const parts = [
    { figures: counted, source: provenanceOf(context, false, day) },
    ...(lately
      ? [{ figures: lately.averages, source: provenanceOf(context, false, day, `${lately.days} d`) }]
      : []),
    { figures: modelled, source: provenanceOf(context, true, day) },
  ].filter(({ figures }) => hasFigure(figures));
  const extra = readExtra(cells, context);
  // A list of creators without a figure still says what its other columns say.
  if (parts.length === 0 && context.columns.kind === "creators" && Object.keys(extra).length > 0)
    parts.push({ figures: UNKNOWN, source: provenanceOf(context, false, day) });
  const observedOn = day ?? context.today;
  return parts.map(({ figures, source }, i) => ({
    observedOn,
    source,
    ...figures,
    extra: i === parts.length - 1 ? extra : {},
  }));
}

function mostBp(field: ShareFigure, { plausibility }: RowContext): number {
  if (field === "engagementByFollowers") return plausibility.engagementByFollowersMostBp;
  return field === "engagementByViews" ? plausibility.engagementByViewsMostBp : 10_000;
}

function refuseImplausible(cells: RowCells, context: RowContext, counted: Figures, modelled: Figures): void {
  const followers = counted.followers ?? modelled.followers;
  const views = counted.viewsAvg ?? modelled.viewsAvg;
  const most = context.plausibility.viewsAvgPerFollowerMost;
  if (followers === null || views === null || views <= most * Math.max(1, followers)) return;
  const [cell] = cells.known("viewsAvg");
  cells.refuse(
    cell?.binding,
    cell?.text ?? "",
    sentence("catalog.rule.viewsImplausible", { followers, most }),
  );
}

// Sums over all posts become averages a post, the unit in which creators are compared.
function addAverages(cells: RowCells, figures: Figures): void {
  const totals = {
    likesAvg: cells.count("likesTotal"),
    commentsAvg: cells.count("commentsTotal"),
    sharesAvg: cells.count("sharesTotal"),
    savesAvg: cells.count("savesTotal"),
  };
  const posts = figures.posts;
  if (posts === null || posts === 0) return;
  for (const figure of ["likesAvg", "commentsAvg", "sharesAvg", "savesAvg"] as const) {
    const total = totals[figure];
    if (total !== null) figures[figure] ??= hundredths(total / posts);
  }
  addEngagements(figures);
}

function readExtra(cells: RowCells, context: RowContext): Readonly<Record<string, string | number>> {
  const link = cells.text("profileLink");
  return {
    ...readUnmapped(cells, context),
    ...(link === null ? {} : { profileLink: link.slice(0, EXTRA_CHARACTERS) }),
    ...readPriceFacts(cells, context),
  };
}

// What stands beside a price: a price list's tax and filing, and the further prices of a deliverable that has several.
function readPriceFacts(cells: RowCells, context: RowContext): Readonly<Record<string, string>> {
  const facts: Record<string, string> = {};
  for (const [field] of context.columns.byField) {
    if (!field.startsWith("rate.")) continue;
    const [cell, ...more] = cells.known(field);
    if (!cell) continue;
    const inCell = priceFactsIn(cell.text);
    const { tax, filing } = context.titleFacts;
    const taxOf = inCell.tax ?? cell.binding.facts.tax ?? tax;
    const filingOf = inCell.filing ?? cell.binding.facts.filing ?? filing;
    if (taxOf !== null) facts[`${field}.tax`] = taxOf;
    if (filingOf !== null) facts[`${field}.filing`] = filingOf;
    for (const { binding, text } of more) facts[binding.name] = text.trim().slice(0, EXTRA_CHARACTERS);
  }
  return facts;
}

function hasFigure(figures: Figures): boolean {
  return SNAPSHOT_FIGURES.some((figure) => figures[figure] !== null);
}
