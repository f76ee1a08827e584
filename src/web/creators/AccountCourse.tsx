import { useCallback } from "react";
import type { Account, SnapshotFigure } from "#core/catalog/creator";
import { dayOf } from "#core/period";
import { Chart } from "../charts/Chart.tsx";
import { type Course, courseOption } from "../charts/courseChart.ts";
import type { Ink } from "../charts/ink.ts";
import { FigureTable } from "../figures/FigureTable.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { useWords } from "../words/words.tsx";

// More rows than anybody reads; the picture shows them all.
const TABLE_ROWS = 50;

/** Followers and engagement of an account, day by day, of the rate that is known on more days. */
export function AccountCourse({ account }: { account: Account }) {
  const word = useKeptWords();
  const { t, number, percent, date } = useWords();
  const followers = pointsOf(account, "followers");
  const byViews = pointsOf(account, "engagementByViewsBp");
  const byFollowers = pointsOf(account, "engagementByFollowersBp");
  const isByViews = byViews.length > byFollowers.length;
  const rates = isByViews ? byViews : byFollowers;
  const of = t(isByViews ? "denominator.views" : "denominator.followers");
  const left = word("courseFollowers");
  const right = word("courseEngagement", { of });
  // Only the figures make the picture anew, not the arrays that hold them.
  const key = JSON.stringify([followers, rates]);
  const option = useCallback(
    (ink: Ink) => {
      const [counts, shares] = JSON.parse(key) as [Course["points"], Course["points"]];
      const engagement = shares.length > 1 ? { name: right, points: shares } : null;
      return courseOption(ink, { name: left, points: counts }, engagement, {
        day: (ms) => date(dayOf(ms)),
        count: (value) => number(value),
        percent: (value) => percent(value / 10_000, 1),
      });
    },
    [key, left, right, date, number, percent],
  );
  if (account.snapshots.length === 0) return null;
  if (followers.length < 2) return <p className="quiet">{word("courseOne")}</p>;
  const rateOn = new Map(rates);
  return (
    <Chart
      title={word("course")}
      option={option}
      height={240}
      table={
        <FigureTable
          caption={word("course")}
          head={[word("day"), left, right]}
          rows={followers
            .toReversed()
            .slice(0, TABLE_ROWS)
            .map(([ms, count]) => {
              const rate = rateOn.get(ms);
              return [date(dayOf(ms)), number(count), rate === undefined ? "–" : percent(rate / 10_000, 2)];
            })}
        />
      }
    />
  );
}

/** The known values by day, the oldest first, one a day: what comes first of a day is what was measured. */
function pointsOf(account: Account, figure: SnapshotFigure): [ms: number, value: number][] {
  const byDay = new Map<number, number>();
  for (const snapshot of account.snapshots) {
    const value = snapshot[figure];
    const ms = Date.parse(`${snapshot.observedOn}T00:00:00Z`);
    if (value !== null && !byDay.has(ms)) byDay.set(ms, value);
  }
  return [...byDay].sort(([a], [b]) => a - b);
}
