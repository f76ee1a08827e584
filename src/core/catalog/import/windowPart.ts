import { SNAPSHOT_FIGURES, type SnapshotFigure } from "../creator.ts";
import type { Field, WindowSum } from "./field.ts";
import type { RowCells } from "./rowCells.ts";
import type { RowContext } from "./rowContext.ts";

export type Figures = Record<SnapshotFigure, number | null>;
export const UNKNOWN = Object.fromEntries(SNAPSHOT_FIGURES.map((figure) => [figure, null])) as Figures;

const AVERAGES = {
  views: "viewsAvg",
  likes: "likesAvg",
  comments: "commentsAvg",
  shares: "sharesAvg",
  saves: "savesAvg",
} as const satisfies Readonly<Record<Exclude<WindowSum, "posts">, SnapshotFigure>>;
/** Fewer posts make no average: then a longer window counts, and at last all posts. */
const POSTS_MIN = 3;

/**
 * Averages a post over the shortest window of last days that holds enough posts: what a creator does now tells more
 * than what years of posts did. Figures that the row states itself stay out. Null when all posts have to do.
 */
export function readWindow(
  cells: RowCells,
  context: RowContext,
  stated: Figures,
): { readonly days: number; readonly averages: Figures } | null {
  const hasLifetime = (stated.posts ?? 0) > 0 && context.columns.byField.has("likesTotal");
  let best: { days: number; averages: Figures } | null = null;
  for (const days of windowsOf(context)) {
    const posts = cells.count(`window.${days}.posts`) ?? 0;
    const averages = averagesOf(cells, days, posts, stated);
    if (averages === null || (best !== null && posts < POSTS_MIN)) continue;
    if (posts >= POSTS_MIN) return { days, averages };
    if (!hasLifetime) best = { days, averages };
  }
  return best;
}

function windowsOf({ columns }: RowContext): number[] {
  const days = [...columns.byField.keys()].flatMap((field) =>
    field.startsWith("window.") && field.endsWith(".posts") ? Number(field.split(".")[1]) : [],
  );
  return days.sort((a, b) => a - b);
}

function averagesOf(cells: RowCells, days: number, posts: number, stated: Figures): Figures | null {
  const figures: Figures = { ...UNKNOWN };
  for (const [sum, figure] of Object.entries(AVERAGES)) {
    const total = cells.count(`window.${days}.${sum}` as Field);
    if (total !== null && posts > 0 && stated[figure] === null) figures[figure] = hundredths(total / posts);
  }
  if (stated.engagementsAvg === null) addEngagements(figures);
  return SNAPSHOT_FIGURES.some((figure) => figures[figure] !== null) ? figures : null;
}

/** Engagements a post are likes and comments, with shares and saves where they are known. */
export function addEngagements(figures: Figures): void {
  const { likesAvg, commentsAvg, sharesAvg, savesAvg } = figures;
  if (likesAvg !== null && commentsAvg !== null)
    figures.engagementsAvg ??= hundredths(likesAvg + commentsAvg + (sharesAvg ?? 0) + (savesAvg ?? 0));
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
