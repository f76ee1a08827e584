import type { Post } from "./creator.ts";

export const SEEN_ON = "2026-03-01";

/** A post of `daysAgo` days before SEEN_ON. */
export function post(daysAgo: number, said: Partial<Post> = {}): Post {
  return {
    externalKey: `p${daysAgo}`,
    format: "note",
    postedAtMs: Date.parse(`${SEEN_ON}T10:00:00Z`) - daysAgo * 86_400_000,
    observedOn: SEEN_ON,
    ...{ views: null, likes: null, comments: null, shares: null, saves: null },
    ...{ tags: [], sponsored: null, caption: null, extra: {} },
    ...said,
  };
}

/** Posts a `step` of days apart, the newest today. */
export function posts(count: number, step: number, said: (i: number) => Partial<Post> = () => ({})): Post[] {
  return Array.from({ length: count }, (_, i) => post(i * step, said(i)));
}
