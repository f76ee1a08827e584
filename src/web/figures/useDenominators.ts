import type { SnapshotFigure } from "#core/catalog/creator";
import type { NumberName } from "#core/catalog/discovery/figures";
import { useWords } from "../words/words.tsx";

type AnyFigure = SnapshotFigure | NumberName;

// A rate per follower is no rate per view: what each share is a share of.
const DENOMINATORS: Partial<Record<AnyFigure, "followers" | "views" | "posts">> = {
  engagementByFollowersBp: "followers",
  engagementByViewsBp: "views",
  savesByViewsBp: "views",
  commentsByViewsBp: "views",
  activeFollowersBp: "followers",
  realFollowersBp: "followers",
  growthBp: "followers",
  sponsoredBp: "posts",
  videoShareBp: "posts",
};

/** What a figure is a share of, in the reader's words; null: it is no share. */
export function useDenominators(): (figure: AnyFigure) => string | null {
  const { t } = useWords();
  return (figure) => {
    const denominator = DENOMINATORS[figure];
    return denominator ? t(`denominator.${denominator}`) : null;
  };
}
