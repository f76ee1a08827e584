import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Account,
  type AudienceShare,
  type Rate,
  SNAPSHOT_FIGURES,
  type SnapshotFigure,
} from "#core/catalog/creator";
import { Random } from "#core/random";
import { type TestHouse, testHouse } from "../../../test/house.ts";
import { addAudienceShares } from "../audience.ts";
import { loadCreators } from "../creators.ts";
import { markSource } from "../evidence.ts";
import { addRates } from "../rates.ts";
import { addSnapshots } from "../snapshots.ts";
import { readAccounts } from "./readAccounts.ts";

const DAYS = ["2026-01-01", "2026-01-02", "2026-01-03"] as const;
const [OLD, , NEW] = DAYS;

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

describe("accounts read in bulk", () => {
  it("have of two sources of one day what was measured, whole and by itself, though the other says more", async () => {
    const [measured, estimated] = [await source("kit", "measured"), await source("list", "estimated")];
    const [accountId] = await accounts(1, measured);
    await say(accountId!, estimated, NEW, { female: 8000, other: 100 }, 9000);
    await say(accountId!, measured, NEW, { female: 6000, male: 4000 }, 7000);
    expect(await both(accountId!)).toEqual({
      followers: [7000, 9000],
      audience: ["female 6000 kit", "male 4000 kit"],
    });
  });

  it("have of two sources of one name and day what came last", async () => {
    const [first, second] = [await source("kit.pdf", "measured"), await source("kit.pdf", "measured")];
    const [accountId] = await accounts(1, first);
    await say(accountId!, first, NEW, { female: 9000, other: 100 }, 1);
    await say(accountId!, second, NEW, { female: 5000, male: 5000 }, 2);
    expect(await both(accountId!)).toEqual({
      followers: [2, 1],
      audience: ["female 5000 kit.pdf", "male 5000 kit.pdf"],
    });
  });

  it("have nothing of a source that was taken back, and what was there before it instead", async () => {
    const [older, newer] = [await source("list", "estimated"), await source("kit", "measured")];
    const [accountId] = await accounts(1, older);
    await say(accountId!, older, OLD, { female: 5500 }, 5000);
    await say(accountId!, newer, NEW, { male: 9000 }, 9000);
    expect(await both(accountId!)).toEqual({ followers: [9000, 5000], audience: ["male 9000 kit"] });
    await markSource(house.db, house.workspaceId, newer, house.now());
    expect(await both(accountId!)).toEqual({ followers: [5000], audience: ["female 5500 list"] });
    await markSource(house.db, house.workspaceId, older, house.now());
    expect(await both(accountId!)).toEqual({ followers: [], audience: [] });
  });

  it("are as they are read one by one, whatever many sources said on few days", async () => {
    const random = new Random(29);
    const sources = [];
    for (let i = 0; i < 6; i++)
      sources.push(await source(i < 3 ? "list" : `list-${i}`, i % 2 === 0 ? "measured" : "estimated"));
    const ids = await accounts(40, sources[0]!);
    for (const accountId of ids)
      for (const sourceId of sources)
        for (const day of DAYS)
          if (random.uniform() < 0.4)
            await say(accountId, sourceId, day, drawnShares(random), random.below(3));
    for (const gone of [1, 4]) await markSource(house.db, house.workspaceId, sources[gone]!, house.now());
    const known = await oneByOne();
    let compared = 0;
    for (const account of await inBulk()) {
      expect(ordered(account)).toEqual(ordered(known.get(account.id)!));
      compared += account.audience.length;
    }
    expect(compared).toBeGreaterThan(ids.length);
  });
});

/** What both ways of reading say of one account, which is the same. */
async function both(accountId: string) {
  const bulk = (await inBulk()).find(({ id }) => id === accountId)!;
  expect(ordered(bulk)).toEqual(ordered((await oneByOne()).get(accountId)!));
  return {
    followers: bulk.snapshots.map(({ followers }) => followers),
    audience: bulk.audience.map(({ key, shareBp, source }) => `${key} ${shareBp} ${source.source}`),
  };
}

/** Rates come in no order. */
function ordered({ rates, ...account }: Account): Account {
  return { ...account, rates: rates.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

async function inBulk(): Promise<Account[]> {
  const found: Account[] = [];
  const which = { workspaceId: house.workspaceId, accountIds: null };
  for await (const batch of readAccounts(house.pool, which))
    found.push(...batch.map(({ account }) => account));
  return found;
}

async function oneByOne(): Promise<ReadonlyMap<string, Account>> {
  const creators = await loadCreators(house.db, house.workspaceId);
  return new Map(creators.flatMap((creator) => creator.accounts.map((account) => [account.id, account])));
}

async function source(label: string, method: string): Promise<string> {
  const id = house.newId();
  await house.pool.query(
    "INSERT INTO source (workspace_id, id, kind, label, method) VALUES ($1, $2, 'evidence', $3, $4)",
    [house.workspaceId, id, label, method],
  );
  return id;
}

async function accounts(count: number, sourceId: string): Promise<string[]> {
  const ids = Array.from({ length: count }, () => house.newId());
  for (const [place, id] of ids.entries()) {
    await house.pool.query(
      "INSERT INTO creator (workspace_id, id, display_name, change_seq) VALUES ($1, $2, $3, 1)",
      [...[house.workspaceId, id, `n${place}`]],
    );
    await house.pool.query(
      `INSERT INTO account (workspace_id, id, creator_id, platform, handle, handle_key, topics, source_id, change_seq)
       VALUES ($1, $2, $2, 'instagram', $3, $3, '{}', $4, 1)`,
      [house.workspaceId, id, `h${place}`, sourceId],
    );
  }
  return ids;
}

async function say(
  accountId: string,
  sourceId: string,
  observedOn: string,
  shares: Readonly<Record<string, number>>,
  followers: number,
): Promise<void> {
  const { db, workspaceId } = house;
  const of = <F>(figure: F) => ({ accountId, sourceId, figure });
  const provenance = { method: "measured", source: "", observedOn, trust: null } as const;
  await addSnapshots(db, workspaceId, [
    of({ ...NOTHING_SAID, observedOn, source: provenance, followers, extra: {} }),
  ]);
  const gender: Pick<AudienceShare, "dimension" | "qualifier"> = { dimension: "gender", qualifier: "eq" };
  await addAudienceShares(
    db,
    workspaceId,
    Object.entries(shares).map(([key, shareBp]) =>
      of({ ...gender, key, shareBp, observedOn, source: provenance }),
    ),
  );
  const quote = of({ ...QUOTE, priceMinor: followers, source: provenance });
  await addRates(db, workspaceId, [quote], house.newId);
}

const NOTHING_SAID = Object.fromEntries(SNAPSHOT_FIGURES.map((figure) => [figure, null])) as Record<
  SnapshotFigure,
  null
>;

const QUOTE: Omit<Rate, "priceMinor" | "source"> = {
  ...{ deliverable: "reel", deal: "flat", priceMaxMinor: null, qualifier: "eq", currency: "EUR" },
  ...{ commissionBp: null, terms: null, validFrom: null },
};

/** Few values, so that many are equal. */
function drawnShares(random: Random): Record<string, number> {
  const keys = ["female", "male", "other"].filter(() => random.uniform() < 0.7);
  return Object.fromEntries(keys.map((key) => [key, 1000 * random.below(3)]));
}
