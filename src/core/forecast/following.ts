import type { Account } from "#core/catalog/creator";
import type { Method } from "#core/provenance";
import type { AssumptionBook } from "./assumptionBook.ts";
import { meanPower } from "./belief.ts";
import { newestKnown } from "./postEvidence.ts";

export interface Following {
  /** Followers who are people and look. */
  readonly real: number;
  readonly method: Method;
}

/** Real followers where somebody measured them, else active ones, else an assumed share. */
export function realFollowing(account: Account, followers: number, book: AssumptionBook): Following {
  const real = newestKnown(account, "realFollowersBp");
  const active = real ?? newestKnown(account, "activeFollowersBp");
  const shareBp = real?.realFollowersBp ?? active?.activeFollowersBp ?? null;
  if (active !== null && shareBp !== null && shareBp > 0)
    return { real: (followers * shareBp) / 10_000, method: active.source.method };
  const assumed = book.find("real-follower-share", { platform: account.platform }, "real followers");
  return { real: followers * Math.min(1, meanPower(assumed)), method: "assumed" };
}
