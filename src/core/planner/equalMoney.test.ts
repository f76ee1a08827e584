import { describe, expect, it } from "vitest";
import { equalMoney, programmeCost } from "./equalMoney.ts";

// Beichert et al. 2024: EUR of revenue per follower, nano against macro.
const REVENUE = { small: 0.265, large: 0.049 };
const small = (followersEach: number) => ({ count: 20, priceEach: 500, followersEach });
const large = { count: 1, priceEach: 10_000, followersEach: 500_000 };

describe("one large creator against many small ones", () => {
  it("costs 10,000 to 90,000 for 10–30 creators at 1,000–3,000, not 15,000 to 90,000", () => {
    expect(programmeCost([10, 30], [1000, 3000])).toEqual([10_000, 90_000]);
  });

  it("compares 20 × USD 500 with 1 × USD 10,000 at equal money", () => {
    const [least, most] = [equalMoney(small(1000), large, REVENUE), equalMoney(small(5000), large, REVENUE)];
    expect(least.costSmall).toBe(least.costLarge);
    expect([least.valueSmall, most.valueSmall]).toEqual([5300, 26_500]);
    expect(most.valueLarge).toBeCloseTo(24_500, 9);
  });

  it("breaks even at 92,453 small followers in total, 4,623 each, USD 0.108 a follower", () => {
    const { breakEvenFollowers, breakEvenFollowersEach, breakEvenPricePerFollower } = equalMoney(
      small(3000),
      large,
      REVENUE,
    );
    expect(Math.round(breakEvenFollowers)).toBe(92_453);
    expect(Math.round(breakEvenFollowersEach)).toBe(4623);
    expect(breakEvenPricePerFollower).toBeCloseTo(0.108, 3);
  });

  it("reaches 7,544 to 37,720 people against 114,425 by the medians of 2019", () => {
    const medians = { small: 0.3772, large: 0.22885 };
    expect(equalMoney(small(1000), large, medians).valueSmall).toBeCloseTo(7544, 6);
    expect(equalMoney(small(5000), large, medians).valueSmall).toBeCloseTo(37_720, 6);
    expect(equalMoney(small(5000), large, medians).valueLarge).toBeCloseTo(114_425, 6);
  });
});
