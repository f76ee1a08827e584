import { describe, expect, it } from "vitest";
import type { Account } from "#core/catalog/creator";
import { Random } from "#core/random";
import { personAtoms } from "./personAtoms.ts";

const HASHES = 2 ** 53;

function account(id: string, threshold: number, ids: readonly number[]): Account {
  const hashes = Float64Array.from(ids.filter((hash) => hash < threshold * HASHES)).sort();
  return {
    ...{ id, platform: "demo", handle: id, externalId: null, country: null, city: null, language: null },
    ...{ bio: null, topics: [], snapshots: [], posts: [], audience: [], rates: [] },
    sample: { threshold, completeness: 1, hashes },
  };
}

describe("people known by hashed ids", () => {
  const random = new Random(11);
  const people = Array.from({ length: 40_000 }, () => Math.floor(random.uniform() * HASHES));
  const anna = account("anna", 0.05, people.slice(0, 20_000));
  const ben = account("ben", 0.2, people.slice(12_000, 32_000));
  const atoms = personAtoms([anna, ben], () => 1);
  const following = (id: string) =>
    atoms.people.reduce((sum, count, j) => sum + (atoms.follows[j]?.includes(id) ? count : 0), 0);

  it("are brought to one threshold, so that unions are unbiased", () => {
    const union = atoms.people.reduce((sum, count) => sum + count, 0);
    // One sampled person stands for twenty: 32,000 people make a standard error of about 2.4 %.
    expect(Math.abs(union / 32_000 - 1)).toBeLessThan(0.08);
    expect(Math.abs(following("anna") / 20_000 - 1)).toBeLessThan(0.1);
    expect(Math.abs(following("ben") / 20_000 - 1)).toBeLessThan(0.1);
  });

  it("are one atom where they follow the same accounts", () => {
    expect(atoms.follows.map((ids) => ids.join("+")).toSorted()).toEqual(["anna", "anna+ben", "ben"]);
    const both = atoms.follows.findIndex((ids) => ids.length === 2);
    expect(Math.abs((atoms.people[both] ?? 0) / 8000 - 1)).toBeLessThan(0.15);
  });

  it("count only as far as they are real people in the target", () => {
    const half = personAtoms([anna, ben], () => 0.5);
    expect(half.people.map((count) => count * 2)).toEqual(atoms.people);
  });

  it("are none where nobody exported any", () => {
    expect(personAtoms([{ ...anna, sample: null }], () => 1).people).toEqual([]);
  });
});
