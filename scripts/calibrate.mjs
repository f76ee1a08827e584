// What if the market is not as believed? Plans briefs in invented markets of one fixed truth, which nobody drew from the
// assumptions, runs each plan there, and prints how often the outcome falls inside. Whether intervals are right where the
// beliefs are: calibrateBeliefs.mjs. Usage: node scripts/calibrate.mjs [worlds] [runs] [creators] [firstSeed]
// "true": the assumptions are the market's own where it has such a figure. "shipped": those a user starts with.
import { planCampaign } from "../dist/app/planCampaign.js";
import { readBriefTemplate } from "../dist/connectors/data/readBriefTemplate.js";
import { readReference } from "../dist/connectors/data/readReference.js";
import { readWorldSpec } from "../dist/connectors/data/readWorldSpec.js";
import { parseBrief } from "../dist/core/brief/parseBrief.js";
import { formatPredicting } from "../dist/core/catalog/platform.js";
import { campaignIn } from "../dist/core/world/outcome.js";
import { makeWorld } from "../dist/core/world/world.js";

const [worlds = 12, runs = 4, creators = 150, firstSeed = 1] = process.argv.slice(2).map(Number);
const TODAY = "2026-01-15";
const METRICS = ["reach", "orders"];
const reference = readReference();
const spec = readWorldSpec();

/** The market's own figures as a user's list of assumptions: certain where the market is certain. */
function trueAssumptions() {
  const certain = (key, value, scope = {}) => ({
    key,
    scope,
    value,
    low: value,
    high: value,
    source: "the market",
  });
  const rows = [
    certain("views-creator-sd", 0.45),
    certain("views-post-sd", 0.8),
    certain("views-per-viewer", 1.2),
    certain("posting-share", 1),
    certain("engagement-by-views-creator-sd", 0.35),
    certain("response-by-size", 1),
    certain("response-creator-sd", 0.8),
    // A vendor's shares scatter by .12 here; what has to be assumed of an audience is further off.
    certain("audience-share-sd", 0.12, { method: "estimated" }),
    certain("audience-share-sd", 0.3, { method: "assumed" }),
    ...["shock-platform", "shock-topic", "shock-campaign", "shock-calibration"].map((key) => certain(key, 0)),
  ];
  const countries = [...new Set(spec.places.map((place) => place.country))];
  for (const market of countries) {
    const people = spec.places.reduce((sum, place) => sum + (place.country === market ? place.people : 0), 0);
    rows.push(certain("internet-users", people, { market }));
    for (const { slug, use } of spec.platforms) {
      const share = (use[market] ?? []).reduce((sum, value, age) => sum + value * spec.ageShares[age], 0);
      if (share > 0) rows.push(certain("platform-use", share, { platform: slug, market }));
    }
  }
  for (const platform of spec.platforms) {
    for (const format of platform.formats) {
      const scope = { platform: platform.slug, format: format.slug };
      rows.push(
        certain("engagement-by-views", format.engagementByViews, scope),
        certain("follower-view-share", format.followerViewShare, scope),
        { ...certain("views-by-followers", format.viewsPerFollower, scope) },
      );
    }
  }
  return rows;
}

const meanOrderRate = (world) =>
  world.truth.reduce((sum, account) => sum + account.orderRate, 0) / world.truth.length;

async function score(seed, template, metric, own) {
  const world = makeWorld(spec, { seed, creators, today: TODAY, samples: null });
  const document = { ...readBriefTemplate(template, TODAY) };
  const briefDocument = { ...document, objective: { ...document.objective, metric } };
  const { finished } = planCampaign({
    ...{
      briefDocument,
      creators: world.creators,
      seed: 1,
      secondsMax: Number.MAX_SAFE_INTEGER,
      passesMax: 3,
    },
    ...{ ownAssumptions: own?.(world) ?? null, today: TODAY, withInstance: false },
  });
  const plan = (await finished).document;
  const { audience } = parseBrief(briefDocument, reference, TODAY);
  const bookings = plan.lines.flatMap((line) =>
    line.deliverable.split("+").flatMap((deliverable, _, all) => {
      const format = formatPredicting(reference.platforms, line.platform, deliverable)?.slug ?? "";
      return Array.from({ length: line.count / all.length }, () => ({ accountId: line.account, format }));
    }),
  );
  const run = campaignIn(world, bookings, audience);
  const outcomes = Array.from({ length: runs }, (_, i) => run(1000 * seed + i)[metric]);
  return { forecast: plan.forecast, outcomes };
}

const modes = { true: (world) => [...trueAssumptions(), ...orderAssumptions(world)], shipped: null };

function orderAssumptions(world) {
  const certain = (key, value, scope = {}) => ({
    key,
    scope,
    value,
    low: value,
    high: value,
    source: "the market",
  });
  const rate = meanOrderRate(world);
  // The planner multiplies visits a view, views a viewer and orders a visit: one of them carries the whole rate.
  return [
    certain("visits-by-views", rate / 1.2),
    certain("orders-by-visits", 0.999),
    certain("orders-beyond-visits", 1),
    certain("topic-response-ratio", 1),
  ];
}

console.log(
  `${worlds} worlds from seed ${firstSeed} x 2 briefs x ${runs} runs, ${creators} creators each, 10,000 draws a forecast`,
);
for (const [mode, own] of Object.entries(modes)) {
  for (const metric of METRICS) {
    let [inside90, inside50, below, n, ratios, squares, said] = [0, 0, 0, 0, 0, 0, 0];
    for (let seed = firstSeed; seed < firstSeed + worlds; seed++) {
      for (const template of ["demo-china", "demo-france"]) {
        const { forecast, outcomes } = await score(seed, template, metric, own);
        for (const outcome of outcomes) {
          n++;
          inside90 += outcome >= forecast.p05 && outcome <= forecast.p95;
          inside50 += outcome >= forecast.p25 && outcome <= forecast.p75;
          below += outcome < forecast.p50;
          const ratio = Math.log(Math.max(outcome, 0.5) / Math.max(forecast.p50, 0.5));
          ratios += ratio;
          squares += ratio ** 2;
          said += Math.log(Math.max(forecast.p95, 0.5) / Math.max(forecast.p05, 0.5)) / (2 * 1.645);
        }
      }
    }
    const share = (count) => `${((100 * count) / n).toFixed(1)} %`.padStart(8);
    console.log(
      `${mode.padEnd(8)} ${metric.padEnd(7)} n=${n}  in 90 %: ${share(inside90)}  in 50 %: ${share(inside50)}` +
        `  below median: ${share(below)}  outcome/median: x${Math.exp(ratios / n).toFixed(2)}` +
        `  log-sd: seen ${Math.sqrt(squares / n).toFixed(2)}, said ${(said / n).toFixed(2)}`,
    );
  }
}
