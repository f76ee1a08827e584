import { dayOf, type IsoDate } from "#core/period";
import { SNAPSHOT_FIGURES, type Snapshot, type SnapshotFigure } from "../creator.ts";
import { COUNT_FIGURES, type CountFigure, type Field, SHARE_FIGURES } from "./field.ts";
import { readNumber } from "./numberText.ts";
import type { RowCells } from "./rowCells.ts";
import { provenanceOf, type RowContext } from "./rowContext.ts";

type Figures = Record<SnapshotFigure, number | null>;

const WHOLE: ReadonlySet<CountFigure> = new Set(["followers", "following", "posts", "viewsTotal"]);
// Nobody but the platform can count these; outside it they are models.
const ALWAYS_MODELLED: readonly Field[] = ["activeFollowers", "realFollowers"];
const UNKNOWN = Object.fromEntries(SNAPSHOT_FIGURES.map((figure) => [figure, null])) as Figures;
// A post can engage more people than follow the account.
const MOST_ENGAGEMENT_BP = 1_000_000;

/** The day of a row: its own, the file's, else null. */
export function readRowDay(cells: RowCells, context: RowContext): IsoDate | null {
  const at = cells.instant("observedOn");
  return at === null ? context.fileDay : dayOf(at);
}

/** The figures of a row: one snapshot of what was counted and one of what is modelled, each only if it holds a figure. */
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
    into[`${field}Bp`] = cells.shareBp(field, field.startsWith("engagement") ? MOST_ENGAGEMENT_BP : 10_000);
  }
  addAverages(cells, counted);
  const extra = readExtra(cells, context);
  const observedOn = day ?? context.today;
  const made: Snapshot[] = [];
  if (hasFigure(counted))
    made.push({
      observedOn,
      source: provenanceOf(context, false, day),
      ...counted,
      extra: hasFigure(modelled) ? {} : extra,
    });
  if (hasFigure(modelled))
    made.push({ observedOn, source: provenanceOf(context, true, day), ...modelled, extra });
  return made;
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
  const { likesAvg, commentsAvg, sharesAvg, savesAvg } = figures;
  if (likesAvg !== null && commentsAvg !== null)
    figures.engagementsAvg ??= hundredths(likesAvg + commentsAvg + (sharesAvg ?? 0) + (savesAvg ?? 0));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function readExtra(cells: RowCells, context: RowContext): Readonly<Record<string, string | number>> {
  const extra: Record<string, string | number> = {};
  for (const [field] of context.columns.byField) {
    if (!field.startsWith("extra.")) continue;
    const text = cells.known(field).at(-1)?.text.trim();
    if (text !== undefined) extra[field.slice("extra.".length)] = readNumber(text) ?? text;
  }
  return extra;
}

function hasFigure(figures: Figures): boolean {
  return SNAPSHOT_FIGURES.some((figure) => figures[figure] !== null);
}
