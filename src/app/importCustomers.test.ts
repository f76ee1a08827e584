import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { addContact } from "#storage/contacts";
import { loadCreators } from "#storage/creators";
import { customerMatchesOf } from "#storage/customers";
import { sourceId } from "#storage/sources";
import { house, say, write } from "./importFiles.fixture.ts";
import { importFile } from "./importFiles.ts";
import { listHistory } from "./listHistory.ts";
import { undoEvent } from "./undoEvent.ts";

const options = { ...say, as: "customers" as const };
let ids: Record<string, string> = {};

beforeEach(async () => {
  const list = "handle,followers\nmoon.bakes,900\nquiet_kiln,800\nriver_eats,700\nfar_hills,600\n";
  await importFile(house, write("instagram.csv", list), say);
  const creators = await loadCreators(house.db, house.workspaceId);
  ids = Object.fromEntries(creators.map(({ id, displayName }) => [displayName, id]));
  const said = { method: "measured", source: "typed", observedOn: null, trust: null } as const;
  const source = await sourceId(house.db, house.workspaceId, said, "entered", house.newId);
  const contacts = [
    ["moon.bakes", "email", "Moon.Bakes@example.test", "self"],
    ["quiet_kiln", "phone", "+86 138 0000 0001", "self"],
    ["river_eats", "email", "desk@agency.test", "mcn"],
  ] as const;
  for (const [who, kind, value, holder] of contacts) {
    const contact = { id: house.newId(), kind, value, holder, sourceId: source };
    await addContact(house.db, house.workspaceId, ids[who]!, contact);
  }
});

const matches = async () =>
  Object.fromEntries(
    (await customerMatchesOf(house.db, house.workspaceId, Object.values(ids))).map((match) => [
      Object.keys(ids).find((name) => ids[name] === match.creatorId),
      [match.byKind, match.consentOn, match.matchedOn],
    ]),
  );

const SHOP = `Email,Phone,Instagram,Accepts Email Marketing,Opt in date,Total spent
moon.bakes@EXAMPLE.test,,,yes,2025-06-01,120
,13800000001,,是,,80
,,@Far_Hills,subscribed,2025-07-02,10
stranger@example.test,,,yes,2025-06-01,9000
desk@agency.test,,,yes,,5
refuses@example.test,,,no,,7
silent@example.test,,,,,7
garbled,,,yes,,7
unclear@example.test,,,perhaps,,7
`;

describe("importing a shop's customers", () => {
  it("keeps which creators are among them, by address, number or handle, and nothing of anybody else", async () => {
    const before = await everything();
    const path = write("instagram-shop.csv", SHOP);
    const done = await importFile(house, path, options);
    expect(done).toMatchObject({ as: "customers", rows: 9, accepted: 5, rejected: 4, matched: 3 });
    expect(await matches()).toEqual({
      "moon.bakes": ["email", "2025-06-01", "2026-03-02"],
      quiet_kiln: ["phone", null, "2026-03-02"],
      far_hills: ["handle", "2025-07-02", "2026-03-02"],
    });
    const after = (await everything()).filter((row) => !before.includes(row)).join("\n");
    for (const word of ["stranger", "refuses", "silent", "garbled", "unclear", "9000", "13800000001"])
      expect(after).not.toContain(word);
    expect(done.rejects).toMatchObject([
      { line: 7, column: "Accepts Email Marketing", value: "", rule: { key: "catalog.rule.noConsent" } },
      { line: 8, column: "Accepts Email Marketing", value: "", rule: { key: "catalog.rule.noConsent" } },
      { line: 9, column: "Email", value: "", rule: { key: "catalog.rule.email" } },
      { line: 10, column: "Accepts Email Marketing", value: "", rule: { key: "catalog.rule.consent" } },
    ]);
  });

  it("writes lines and reasons to the rejects file, never a customer", async () => {
    const { rejectsFile } = await importFile(house, write("instagram-shop.csv", SHOP), options);
    const text = readFileSync(rejectsFile ?? "", "utf8");
    expect(text).toContain("7,Accepts Email Marketing,,catalog.rule.noConsent");
    expect(text).not.toMatch(/@|garbled|perhaps|1380/);
    expect(readdirSync(house.rejectsDir)).toHaveLength(1);
  });

  it("changes nothing when the same file comes again, and is undone and done again exactly", async () => {
    const path = write("instagram-shop.csv", SHOP);
    await importFile(house, path, options);
    const found = await matches();
    const history = await listHistory(house);
    expect(await importFile(house, path, options)).toMatchObject({ accepted: 5, unchanged: 5, matched: 3 });
    expect(await listHistory(house)).toEqual(history);
    const undone = await undoEvent(house, history[0]!.id, "owner");
    expect(await matches()).toEqual({});
    await undoEvent(house, undone.eventId, "owner");
    expect(await matches()).toEqual(found);
  });

  it("erases who no longer agrees, for good", async () => {
    await importFile(house, write("instagram-shop.csv", SHOP), options);
    const next =
      "Email,Instagram,Accepts Email Marketing\nmoon.bakes@example.test,,no\n,far_hills,yes\n,far_hills,no\n,nobody,yes\n";
    expect(await importFile(house, write("instagram-shop-2.csv", next), options)).toMatchObject({
      matched: 0,
    });
    expect(Object.keys(await matches())).toEqual(["quiet_kiln"]);
    const [withdrawal] = await listHistory(house);
    await undoEvent(house, withdrawal!.id, "owner");
    expect(Object.keys(await matches())).toEqual(["quiet_kiln"]);
    const { rows } = await sql`SELECT 1 FROM change_row WHERE table_name = 'customer_match'`.execute(
      house.db,
    );
    expect(rows).toEqual([]);
  });

  it("numbers the creators anew for whoever follows the changes", async () => {
    const seq = async () =>
      (
        await sql<{
          seq: number;
        }>`SELECT change_seq AS seq FROM creator WHERE id = ${ids["moon.bakes"]}`.execute(house.db)
      ).rows[0]?.seq ?? 0;
    const before = await seq();
    await importFile(house, write("instagram-shop.csv", SHOP), options);
    expect(await seq()).toBeGreaterThan(before);
  });

  it("refuses a file that says nobody's consent, or nothing to find anybody by, and one without a consenting row", async () => {
    const before = await everything();
    for (const [text, key] of [
      ["Email,Total\na@example.test,5\n", "noConsent"],
      ["Name,Consent\nAnna,yes\n", "noCustomerKey"],
      ["Email,Consent\na@example.test,no\n", "nothingAcceptable"],
    ] as const)
      await expect(importFile(house, write("shop.csv", text), options)).rejects.toMatchObject({
        code: "bad-input",
        sentence: { key: `catalog.file.${key}` },
      });
    expect(await everything()).toEqual(before);
    expect(existsSync(house.rejectsDir) ? readdirSync(house.rejectsDir) : []).toEqual([]);
  });

  it("asks for the platform of a handle, and takes a customer with an address without it", async () => {
    const path = write(
      "shop.csv",
      "Social handle,Email,Consent\nfar_hills,,yes\nfar_hills,moon.bakes@example.test,yes\n",
    );
    const done = await importFile(house, path, options);
    expect(done.rejects.map(({ line, rule }) => [line, rule.key])).toEqual([
      [2, "catalog.rule.handleOfNoPlatform"],
    ]);
    expect(Object.keys(await matches())).toEqual(["moon.bakes"]);
    const said = await importFile(house, path, { ...options, platform: "instagram" });
    expect(said).toMatchObject({ rejected: 0, matched: 2 });
  });
});

/** Every row of the workspace as text. */
async function everything(): Promise<string[]> {
  const tables = [
    "creator",
    "account",
    "contact",
    "source",
    "import",
    "event",
    "customer_match",
    "change_row",
  ];
  const found: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<{
      row: string;
    }>`SELECT to_jsonb(t)::text AS row FROM ${sql.table(table)} t`.execute(house.db);
    found.push(...rows.map(({ row }) => row));
  }
  return found.sort();
}
