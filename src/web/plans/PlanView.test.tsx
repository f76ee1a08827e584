import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sentence } from "#core/sentence";
import { LANGUAGES, type Language } from "#i18n/messages";
import { WordsProvider } from "../words/words.tsx";
import { PlanHead } from "./PlanHead.tsx";
import { PlanView } from "./PlanView.tsx";
import { PLAN_FIXTURE } from "./plan.fixture.ts";

async function page(language: Language, plan = PLAN_FIXTURE): Promise<string> {
  const root = createRootRoute({
    component: () => (
      <>
        <PlanHead
          plan={plan}
          name="Noodle launch"
          rough={plan.forecast?.rough ?? false}
          badCase={plan.badCase}
        />
        <PlanView plan={plan} workspace="main" />
      </>
    ),
  });
  const here = createRoute({ getParentRoute: () => root, path: "/" });
  const router = createRouter({ routeTree: root.addChildren([here]), history: createMemoryHistory() });
  await router.load();
  return renderToStaticMarkup(
    <WordsProvider initial={language}>
      <MantineProvider>
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router as never} />
        </QueryClientProvider>
      </MantineProvider>
    </WordsProvider>,
  );
}

describe("the plan page", () => {
  it.each(LANGUAGES)("leaves no word unsaid in %s", async (language) => {
    const html = await page(language);
    expect(html.length).toBeGreaterThan(10_000);
    expect(html).not.toMatch(/\bweb\.[a-z]+\.|{{/);
  });

  it("shows doing nothing beside the other ways to use the money", async () => {
    const html = await page("en");
    expect(html).toContain("Doing nothing");
    expect(html).toContain("Best mix of any size");
  });

  it("speaks of the best possible plan only below the forecast and the lines", async () => {
    const html = await page("en");
    const closeness = html.indexOf("How close is this to the best possible");
    expect(closeness).toBeGreaterThan(html.indexOf("Whom to book"));
    expect(closeness).toBeGreaterThan(html.indexOf("What will it probably bring"));
  });

  it("says in words why money buys nobody, instead of a row of zeros", async () => {
    const tooDear = sentence("plan.compare.tooDear.one-large", {
      least: { amountMinor: 900_000, currency: "CNY" },
    });
    const comparison = PLAN_FIXTURE.comparison.map((entry) =>
      entry.kind === "one-large"
        ? { ...entry, creators: 0, people: 0, metricMean: 0, metricP05: 0, metricP95: 0, sentence: tooDear }
        : { ...entry, sentence: sentence("plan.compare.nothing") },
    );
    const html = await page("en", { ...PLAN_FIXTURE, comparison });
    const start = html.indexOf('<table class="alternatives"');
    const table = html.slice(start, html.indexOf("</table>", start));
    expect(table).toContain("The money does not buy a large creator: the cheapest costs CN¥9,000 all in");
    expect(table).not.toContain("0–0");
  });

  it("says the likely result, the median, of the plan and of every other way alike", async () => {
    const html = await page("en");
    expect(html.split("Likely people reached (median)").length - 1).toBeGreaterThanOrEqual(2);
    expect(html).not.toContain("expected (average)");
  });

  it("says ranges and no decimals when the forecast is rough", async () => {
    const forecast = { ...PLAN_FIXTURE.forecast!, rough: true };
    const html = await page("en", { ...PLAN_FIXTURE, forecast });
    const closeness = html.indexOf("How close is this to the best possible");
    // Prices are no forecast, and neither is what is proven about the choice.
    const decimals = html
      .slice(0, closeness)
      .replace(/<style[\s\S]*?<\/style>/g, "")
      .replace(/<details[\s\S]*?<\/details>/g, "")
      .replace(/<p class="quiet">Assumed at[\s\S]*?<\/p>/g, "")
      .replace(/style="[^"]*"/g, "")
      .match(/>[^<]*\d\.\d[^<]*</g);
    expect(decimals?.filter((text) => !/CN¥|\d h</.test(text)) ?? []).toEqual([]);
    expect(html).toContain("5,000–8,000");
    expect(html).toContain(">71%");
    expect(html).not.toContain("71.3");
  });

  it("names the rows that cannot hold together when there is no plan", async () => {
    const html = await page("en", {
      ...PLAN_FIXTURE,
      status: "infeasible",
      conflict: ["tier:micro"],
      conflictSays: [sentence("plan.conflict.least", { count: 9 })],
      lines: [],
      forecast: null,
      reach: null,
      comparison: [],
    });
    expect(html).toContain("at least 9");
  });

  it("opens a plan that was stored before it was asked what to find out, and for bad outcomes", async () => {
    const { learn: _learn, risk: _risk, boost: _boost, shape: _shape, reach, ...older } = PLAN_FIXTURE;
    const { crossedOver: _crossed, ...counted } = reach!;
    const lines = older.lines.map(({ deal: _deal, slot: _slot, ...line }) => line);
    const stored = JSON.parse(JSON.stringify({ ...older, lines, reach: counted })) as typeof PLAN_FIXTURE;
    const shown = await page("en", stored);
    expect(shown).toContain("How close");
    expect(shown).not.toContain("What to find out first?");
  });
});
