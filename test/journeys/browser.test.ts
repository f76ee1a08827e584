import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemo } from "#app/loadDemo";
import type { PlanDocument } from "#core/planner/planDocument";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { type OpenSite, openSite, visit } from "../browser.ts";
import { type TestHouse, testHouse } from "../house.ts";

const xiaohongshu = resolve(process.env["CHORALE_SHARED"] ?? "../shared", "data/catalogs/xiaohongshu-koc");
const PLAN_MS = 45_000;

const FOOD_BRIEF = `name: Noodles
market: CN
currency: CNY
product: ready-to-cook noodles
topics: [food]
platforms: [xiaohongshu]
audience: { ages: [18-24, 25-34], genders: [female] }
objective: { metric: reach, target: 3000, by: 2026-06-30 }
budget: 20000
`;

// Quotas that pull apart: no bound closes on this one within a minute.
const HARD_BRIEF = `name: Pulled apart
market: CN
currency: CNY
topics: [food]
objective: { metric: reach, target: 100000, by: 2026-06-30 }
budget: 80000
creators:
  quotas:
    - { label: "platform:douyin", min: 4 }
    - { label: "tier:micro", min: 5 }
    - { label: "tier:mid", max: 3 }
`;

describe("a marketer at the browser", () => {
  let site: OpenSite;
  let main: TestHouse;
  let demo: TestHouse;
  beforeAll(async () => {
    [main, demo] = [await testHouse(), await testHouse({ kind: "demo" })];
    await loadDemo(demo, (rule) => say("en", rule));
    site = await openSite({ main, demo });
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    await main?.close();
    await demo?.close();
  });

  it("plans a brief of the demo market, and nowhere takes it for real", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/creators`);
    await page.getByText("300 accounts").waitFor();
    await page.getByRole("link", { name: "Brief" }).click();
    await page.getByRole("link", { name: /Noodles in China/ }).click();
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("heading", { name: "Whom to book, and why?" }).waitFor({ timeout: PLAN_MS });
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/Spend CN¥[\d,]+ all in/);
    expect(await page.getByRole("note").innerText()).toContain("Demo market");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("DEMO MARKET");
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it.skipIf(!existsSync(xiaohongshu))(
    `brings a real file, writes a brief, plans and approves it (skipped without ${xiaohongshu})`,
    async () => {
      const { page, context, faults } = await visit(site);
      await page.goto(`${site.address}/main/creators`);
      await page.getByRole("heading", { name: "No creators yet" }).waitFor();
      for (const [file, rows] of [
        ["creators.json", "101"],
        ["posts.csv", "15,316"],
      ] as const) {
        await page.setInputFiles("input[type=file]", `${xiaohongshu}/${file}`);
        const card = page.getByRole("region", { name: file });
        await card.getByText(/columns understood/).waitFor();
        await card.getByLabel("Platform").selectOption("xiaohongshu");
        await card.getByRole("button", { name: "Import", exact: true }).click();
        await card.getByText("Accepted").waitFor({ timeout: 30_000 });
        expect(await card.locator("dd").allInnerTexts()).toEqual([rows, rows, "0", "0"]);
      }
      await page.getByText("101 accounts").waitFor();

      await page.goto(`${site.address}/main/briefs/new`);
      await page.getByLabel("The same as a document").fill(FOOD_BRIEF);
      await page.getByText("Complete: this brief can be planned and approved.").waitFor();
      expect(await page.getByLabel("Product", { exact: true }).inputValue()).toBe("ready-to-cook noodles");
      await page.getByRole("button", { name: "Plan it" }).click();
      await page.getByRole("heading", { name: "Whom to book, and why?" }).waitFor({ timeout: PLAN_MS });
      await page.getByText(/no plan under the same limits|This is the best possible plan/).waitFor();
      await page.getByRole("button", { name: "Approve and freeze" }).click();
      await page
        .getByText(/Approved and frozen on/)
        .first()
        .waitFor();
      expect(faults).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it("asks whether it makes sense, may hear no, and takes the answers on into a brief", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/sense`);
    await page.getByRole("button", { name: "Wine" }).click();
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("heading", { name: "Why?" }).waitFor({ timeout: PLAN_MS });
    const verdict = await page.locator(".verdict").innerText();
    expect(["Yes", "No", "Not at this budget", "Pilot first"]).toContain(verdict);
    await page.locator(".findings .figure").first().click();
    await page.getByText("Where this comes from").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Write the brief from these answers" }).click();
    expect(await page.getByLabel("The same as a document").inputValue()).toContain("wine");
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it("hears at once what is wrong with a brief, by path, and may not plan it", async () => {
    const { page, context } = await visit(site);
    await page.goto(`${site.address}/main/briefs/new`);
    await page.getByLabel("The same as a document").fill(FOOD_BRIEF.replace("2026-06-30", "2020-01-01"));
    await page.getByRole("status").getByText("objective.by").first().waitFor();
    expect(await page.getByRole("button", { name: "Plan it" }).isDisabled()).toBe(true);
    await context.close();
  });

  it("stops a search that would have run on, and gets the plan so far", async () => {
    const { page, context } = await visit(site);
    await page.goto(`${site.address}/demo/briefs/new`);
    await page.getByLabel("The same as a document").fill(HARD_BRIEF);
    await page.getByLabel("How long to search").selectOption("60");
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByText("Best so far").waitFor({ timeout: PLAN_MS });
    await page.waitForTimeout(2_000);
    await page.getByRole("button", { name: "Stop with the plan so far" }).click();
    await page.getByRole("heading", { name: "Whom to book, and why?" }).waitFor({ timeout: PLAN_MS });
    const answer = await fetch(`${site.address}/api/v1/plans/${page.url().split("/").at(-1)}?workspace=demo`);
    const { document } = (await answer.json()) as { document: PlanDocument };
    expect(document.passes).toBeGreaterThan(0);
    expect(document.lines.length).toBeGreaterThan(0);
    // A search ends when it is proven optimal, when its time is over, or when it is stopped: here it can only be the last.
    expect(document.certificate.status).toBe("gap");
    expect(document.certificate.seconds).toBeLessThan(25);
    await context.close();
  }, 120_000);

  it("says what a plan lacks for approval, and freezes the brief with the day once it is there", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/demo/briefs/new`);
    const text = page.getByLabel("The same as a document");
    await text.fill(FOOD_BRIEF.replace("target: 3000, ", ""));
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("button", { name: "Approve and freeze" }).click({ timeout: PLAN_MS });
    const refusal = page.getByRole("alert");
    await refusal.getByText("objective.target").first().waitFor();
    await refusal.getByRole("link", { name: "Complete the brief" }).click();

    await text.fill(FOOD_BRIEF);
    await page.getByRole("button", { name: "Plan it" }).click();
    await page.getByRole("button", { name: "Approve and freeze" }).click({ timeout: PLAN_MS });
    await page.getByText(/The brief \(version 2\) is frozen with it/).waitFor();
    const approved = await page.locator(".plan-actions .approved").innerText();
    expect(approved).toMatch(/Approved and frozen on \w+ \d+, \d{4}/);

    await page.getByRole("link", { name: "To the brief" }).click();
    await page.getByText(/version 2 no longer changes/).waitFor();
    expect(await text.isEditable()).toBe(false);
    await page.getByRole("button", { name: "Write version 3" }).click();
    await text.fill(FOOD_BRIEF.replace("3000", "4000"));
    await page.getByRole("button", { name: "Save" }).click();
    const list = async () =>
      (await (await fetch(`${site.address}/api/v1/briefs?workspace=demo`)).json()) as {
        briefs: { name: string; version: number; frozenOn: string | null }[];
      };
    await expect
      .poll(async () => (await list()).briefs.find((brief) => brief.name === "Noodles"))
      .toMatchObject({ version: 3, frozenOn: null });
    // The refusal itself is the only complaint of the browser.
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
    await context.close();
  }, 150_000);

  it("answers a file that is no table with one sentence, and goes on with the next", async () => {
    const { page, context } = await visit(site);
    await page.goto(`${site.address}/main/creators`);
    const card = (name: string) => page.getByRole("region", { name });
    const drop = (name: string, text: string) =>
      page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer: Buffer.from(text) });
    for (const [name, text, says] of [
      ["empty.csv", "", "the file is empty"],
      ["report.pdf", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "this is neither text"],
      ["wide.csv", `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",")}\n`, "10,000 columns"],
    ] as const) {
      await drop(name, text);
      const said = await card(name).getByRole("alert").innerText();
      expect(said.split("\n").filter(Boolean)).toHaveLength(2);
      expect(said).toContain(says);
      expect(said).not.toContain("/");
    }
    await drop("list.csv", "name,followers,price\nAnna Tester,12000,300\nBea Tester,lots,200\n");
    const list = card("list.csv");
    await list.getByText("Say which platform this is first.").waitFor();
    expect(await list.getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(true);
    await list.getByLabel("Platform").selectOption("instagram");
    await list.getByLabel("Currency of the prices").selectOption("EUR");
    await list.getByRole("button", { name: "Import", exact: true }).click();
    await list.getByRole("cell", { name: "lots", exact: true }).waitFor({ timeout: 30_000 });
    expect(await list.locator("dd").allInnerTexts()).toEqual(["2", "1", "0", "1"]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      list.getByRole("link", { name: "download the rejects" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("Bea Tester");
    await context.close();
  }, 90_000);

  it("makes creators of five pasted handles, with the keyboard and a copied column", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/creators`);
    const box = page.getByRole("region", { name: "Paste addresses, handles or share texts" });
    await page.getByText("Add creators", { exact: true }).click();
    await box
      .getByRole("textbox")
      .fill(
        [
          "https://www.instagram.com/journey.one/?igsh=abc",
          "TikTok @journey.two 12.3k followers",
          "@journey.three",
          "https://vm.tiktok.com/ZMabc12De/",
          "Eve, IG @journey.five, 8k, 250 EUR per reel",
          "IG @journey.one",
          "see you soon",
        ].join("\n"),
      );
    await box.getByRole("button", { name: "Read" }).click();
    await box.getByText("2 lines are left out").waitFor();
    const save = box.getByRole("button", { name: "Add 5 creators" });
    expect(await save.isDisabled()).toBe(true);
    expect(await box.getByText("2 rows still need something").isVisible()).toBe(true);
    await box.getByLabel("Platform of journey.three").selectOption("instagram");
    // The short address is opened elsewhere, and the profile's own put in its place.
    await box
      .getByRole("textbox", { name: /^Handle of https:\/\/vm/ })
      .fill("https://www.tiktok.com/@journey.four");
    const first = box.getByLabel("Followers of journey.one");
    await first.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "1.2万\n12,300\n9.9k");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await box.getByLabel("Followers of journey.three").inputValue()).toBe("9.9k");
    await box.getByLabel("Followers of journey.three").press("Enter");
    await page.keyboard.type("~7000");
    expect(await box.getByLabel("Prices of journey.five").inputValue()).toBe("Reel 250 EUR");
    await save.click();
    await box.getByText("5 creators are in").waitFor();
    await page.getByLabel("What is it about?").fill("journey");
    await page.getByText("5 accounts", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Eve" }).click();
    await page.getByText("€250").first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it("takes a dropped list, tab-separated or a workbook, and says what it left out", async () => {
    const { page, context, faults } = await visit(site);
    await page.goto(`${site.address}/main/creators`);
    const drop = async (name: string, bytes: Uint8Array) => {
      const transfer = await page.evaluateHandle(
        ([name, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], name));
          return data;
        },
        [name, [...bytes]] as const,
      );
      await page.locator("label.drop").dispatchEvent("drop", { dataTransfer: transfer });
      return page.getByRole("region", { name });
    };
    const book = new exceljs.Workbook();
    book.addWorksheet("list").addRows([
      ["handle", "followers"],
      ["workbook_one", 4200],
      ["workbook_two", 5300],
    ]);
    const files = [
      ["instagram-list.tsv", Buffer.from("handle\tfollowers\tprice\ntab_one\t3100\t90\ntab_two\t2800\t70\n")],
      ["instagram-list.xlsx", Buffer.from(await book.xlsx.writeBuffer())],
    ] as const;
    for (const [name, bytes] of files) {
      const card = await drop(name, bytes);
      await card.getByRole("button", { name: "Import", exact: true }).click();
      await card.getByText("Accepted").waitFor({ timeout: 30_000 });
      expect(await card.locator("dd").allInnerTexts()).toEqual(["2", "2", "0", "0"]);
      if (name.endsWith(".tsv")) await card.getByText("2 rows without their price").waitFor();
    }
    expect(faults).toEqual([]);
    await context.close();
  }, 90_000);

  it.each(LANGUAGES)(
    "finds every page in %s, on a phone as on a laptop",
    async (locale) => {
      const plans = (await (await fetch(`${site.address}/api/v1/plans?workspace=demo`)).json()) as {
        plans: { id: string }[];
      };
      const creators = (await (
        await fetch(`${site.address}/api/v1/creators?workspace=demo&limit=1`)
      ).json()) as {
        results: { id: string }[];
      };
      const paths = [
        "sense",
        "assumptions",
        "creators",
        `creators/${creators.results[0]?.id}`,
        "briefs",
        "briefs/new",
        "plans",
        `plans/${plans.plans[0]?.id}`,
      ];
      for (const width of [390, 1366]) {
        const { page, context, faults } = await visit(site, { locale, width, colorScheme: "dark" });
        for (const path of paths) {
          await page.goto(`${site.address}/demo/${path}`);
          await page.locator("main h1, main h2").first().waitFor();
          expect(await page.locator("html").getAttribute("lang")).toBe(locale);
          expect(await page.locator("body").innerText(), path).not.toMatch(/\bweb\.[a-z]+\.|{{/);
          const beyond = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(beyond, `${path} at ${width}`).toBe(0);
        }
        expect(faults).toEqual([]);
        await context.close();
      }
    },
    90_000,
  );
});
