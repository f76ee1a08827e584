import { useCallback } from "react";
import type { Account, Post } from "#core/catalog/creator";
import { dayOf } from "#core/period";
import { Chart } from "../charts/Chart.tsx";
import type { Ink } from "../charts/ink.ts";
import { postsOption } from "../charts/postsChart.ts";
import { FigureTable } from "../figures/FigureTable.tsx";
import { useWords } from "../words/words.tsx";

// More rows than anybody reads; the picture shows them all.
const TABLE_ROWS = 50;

const engagement = (post: Post) =>
  (post.likes ?? 0) + (post.comments ?? 0) + (post.shares ?? 0) + (post.saves ?? 0);

/** Every post by day: views where the platform shows them, else engagements. */
export function AccountPosts({ account }: { account: Account }) {
  const { t, number, date, language } = useWords();
  const { posts } = account;
  const byViews = posts.some((post) => post.views !== null);
  const measure = t(byViews ? "metric.views" : "metric.engagement");
  const option = useCallback(
    (ink: Ink) =>
      postsOption(
        ink,
        posts.map((post) => [post.postedAtMs, byViews ? (post.views ?? 0) : engagement(post)] as const),
        {
          day: (ms) => date(dayOf(ms)),
          month: (ms) =>
            new Intl.DateTimeFormat(language, { year: "numeric", month: "short", timeZone: "UTC" }).format(
              ms,
            ),
          value: (value) => number(value),
          measure,
        },
      ),
    [posts, byViews, measure, number, date, language],
  );
  if (posts.length === 0) return null;
  const title = t("creators.postsTitle", { count: posts.length, measure });
  return (
    <Chart
      title={title}
      option={option}
      height={220}
      table={
        <FigureTable
          caption={title}
          head={[
            t("creators.day"),
            t("metric.views"),
            t("creators.likes"),
            t("creators.comments"),
            t("metric.saves"),
          ]}
          rows={posts.slice(0, TABLE_ROWS).map((post) => [
            <>
              {date(dayOf(post.postedAtMs))}
              {post.caption !== null && <span className="post-caption">{post.caption}</span>}
            </>,
            ...[post.views, post.likes, post.comments, post.saves].map((value) =>
              value === null ? "–" : number(value),
            ),
          ])}
        />
      }
    />
  );
}
