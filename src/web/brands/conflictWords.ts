import type { SharedCreatorForm } from "#api/contract/brands";
import type { Words } from "../words/words.tsx";

/** What stands between the bookings of a creator, each of it once. */
export function conflictWords(
  { bookings, conflicts }: SharedCreatorForm,
  { t, date }: Words,
): readonly string[] {
  const brandOf = (place: number) => bookings[place]?.brandName ?? t("brands.noBrand");
  const says = conflicts.map(({ booking, other, why, from, to }) =>
    t(`brands.conflict.${why}`, {
      ...{ brand: brandOf(booking), other: brandOf(other) },
      ...{ from: date(from), to: date(to) },
    }),
  );
  return [...new Set(says)];
}
