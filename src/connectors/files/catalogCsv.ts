import type { Account, AudienceDimension, Creator, Rate } from "#core/catalog/creator";
import { latestFigure } from "#core/catalog/latestFigure";
import { harmlessCell } from "#core/harmlessCell";
import { toMajor } from "#core/money";
import { csvLine } from "./rejectsFile.ts";

/** Headers under which an import finds a deliverable's price again. */
const PRICE_HEADERS: Readonly<Record<string, string>> = {
  note: "note price",
  "video-note": "video note price",
  "video-20s": "1-20s报价",
  "video-60s": "21-60s报价",
  "video-long": "60s以上报价",
  "direct-post": "直发报价",
  repost: "转发报价",
  "dedicated-video": "定制视频报价",
  "integrated-video": "植入视频报价",
  headline: "头条报价",
  second: "次条报价",
  post: "post price",
  reel: "reel price",
  "story-set": "story price",
  video: "video price",
  short: "short price",
};

const LISTS: Readonly<Record<string, AudienceDimension>> = {
  "audience countries": "country",
  "audience regions": "region",
  "audience ages": "age",
  "audience genders": "gender",
  "audience interests": "interest",
};

/** One row an account, in headers that `chorale import` reads: a file for people who want to see what one looks like. */
export function creatorsCsv(creators: readonly Creator[]): string {
  const columns: Record<string, (creator: Creator, account: Account) => string | number | null | undefined> =
    {
      platform: (_, account) => account.platform,
      handle: (_, account) => account.handle,
      "display name": (creator) => creator.displayName,
      country: (_, account) => account.country,
      city: (_, account) => account.city,
      language: (_, account) => account.language,
      category: (_, account) => account.topics.join(", "),
      "last updated": (_, account) => account.snapshots[0]?.observedOn,
      followers: (_, account) => latestFigure(account, "followers")?.value,
      following: (_, account) => latestFigure(account, "following")?.value,
      posts: (_, account) => latestFigure(account, "posts")?.value,
      "avg views": (_, account) => latestFigure(account, "viewsAvg")?.value,
      "avg likes": (_, account) => latestFigure(account, "likesAvg")?.value,
      "avg comments": (_, account) => latestFigure(account, "commentsAvg")?.value,
      "avg engagements": (_, account) => latestFigure(account, "engagementsAvg")?.value,
      "engagement rate": (_, account) => percent(latestFigure(account, "engagementByFollowersBp")?.value),
      "real followers": (_, account) => percent(latestFigure(account, "realFollowersBp")?.value),
      ...Object.fromEntries(
        Object.entries(LISTS).map(([header, dimension]) => [
          header,
          (_: Creator, account: Account) => audienceList(account, dimension),
        ]),
      ),
      currency: (_, account) => account.rates[0]?.currency,
      deal: (_, account) => account.rates[0]?.deal,
      ...Object.fromEntries(
        Object.entries(PRICE_HEADERS).map(([deliverable, header]) => [
          header,
          (_: Creator, account: Account) =>
            price(account.rates.find((rate) => rate.deliverable === deliverable)),
        ]),
      ),
    };
  const rows = creators.flatMap((creator) =>
    creator.accounts.map((account) =>
      csvLine(Object.values(columns).map((cell) => harmlessCell(String(cell(creator, account) ?? "")))),
    ),
  );
  return csvLine(Object.keys(columns)) + rows.join("");
}

/** One row a post. */
export function postsCsv(creators: readonly Creator[]): string {
  const header = ["platform", "handle", "post id", "type", "published at", "observed on", "views", "likes"];
  const rows = creators.flatMap((creator) =>
    creator.accounts.flatMap((account) =>
      account.posts.map((post) =>
        csvLine(
          [
            account.platform,
            account.handle,
            post.externalKey,
            post.format,
            new Date(post.postedAtMs).toISOString(),
            post.observedOn,
            post.views,
            post.likes,
            post.comments,
            post.shares,
            post.saves,
            post.tags.join(", "),
            post.sponsored,
          ].map((cell) => harmlessCell(String(cell ?? ""))),
        ),
      ),
    ),
  );
  return csvLine([...header, "comments", "shares", "saves", "tags", "sponsored"]) + rows.join("");
}

function audienceList(account: Account, dimension: AudienceDimension): string {
  return account.audience
    .filter((share) => share.dimension === dimension)
    .map((share) => `${share.key} ${share.shareBp / 100}%`)
    .join("\n");
}

function percent(bp: number | null | undefined): string {
  return bp === null || bp === undefined ? "" : `${bp / 100}%`;
}

function price(rate: Rate | undefined): string {
  if (rate === undefined || rate.deal === "gifted") return "";
  const major = toMajor({ amountMinor: rate.priceMinor, currency: rate.currency });
  if (rate.qualifier === "le") return `<= ${major}`;
  if (rate.priceMaxMinor === null) return String(major);
  return `${major}-${toMajor({ amountMinor: rate.priceMaxMinor, currency: rate.currency })}`;
}
