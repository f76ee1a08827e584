/** Creators of one size as an offer reads: how many, what each costs, how many follow each. */
export interface SizeOffer {
  readonly count: number;
  /** Major units, the same currency on both sides. */
  readonly priceEach: number;
  readonly followersEach: number;
}

/** One large creator against many small ones by published rates per follower, before overlap and handling. */
export interface EqualMoney {
  readonly costSmall: number;
  readonly costLarge: number;
  readonly valueSmall: number;
  readonly valueLarge: number;
  /** Small followers, in all and each, that bring what the large creator brings. */
  readonly breakEvenFollowers: number;
  readonly breakEvenFollowersEach: number;
  /** What a small follower may cost at most for the small ones to be the better buy of the large one's money. */
  readonly breakEvenPricePerFollower: number;
}

/** `perFollower`: what one follower is worth in any unit (revenue, persons reached), the same on both sides. */
export function equalMoney(
  small: SizeOffer,
  large: SizeOffer,
  perFollower: { readonly small: number; readonly large: number },
): EqualMoney {
  const costLarge = large.count * large.priceEach;
  const valueLarge = large.count * large.followersEach * perFollower.large;
  const breakEvenFollowers = valueLarge / perFollower.small;
  return {
    costSmall: small.count * small.priceEach,
    costLarge,
    valueSmall: small.count * small.followersEach * perFollower.small,
    valueLarge,
    breakEvenFollowers,
    breakEvenFollowersEach: breakEvenFollowers / small.count,
    breakEvenPricePerFollower: costLarge / breakEvenFollowers,
  };
}

/** What a programme costs at least and at most, from ranges of creators and of prices. */
export function programmeCost(
  creators: readonly [min: number, max: number],
  price: readonly [min: number, max: number],
): readonly [min: number, max: number] {
  return [creators[0] * price[0], creators[1] * price[1]];
}
