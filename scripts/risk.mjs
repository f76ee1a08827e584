// What caution buys and costs: plans one brief for the mean and for bad outcomes in an invented market, and prints both bad cases,
// in the scenarios of the search and in fresh draws. Usage: node scripts/risk.mjs [creators] [passes] [worldSeed]
import { planCampaign } from "../dist/app/planCampaign.js";
import { readBriefTemplate } from "../dist/connectors/data/readBriefTemplate.js";
import { readWorldSpec } from "../dist/connectors/data/readWorldSpec.js";
import { makeWorld } from "../dist/core/world/world.js";

const [creators = 200, passes = 8, worldSeed = 11] = process.argv.slice(2).map(Number);
const TODAY = "2026-01-15";
const world = makeWorld(readWorldSpec(), { seed: worldSeed, creators, today: TODAY, samples: null });
const whole = (value) => Math.round(value).toLocaleString("en");

console.log("creators | t | bad case in the scenarios | in the draws | mean in the draws | gap | search s");
for (const tail of [0.1, 0.2, 0.5]) {
  const { finished } = planCampaign({
    briefDocument: { ...readBriefTemplate("demo-china", TODAY), risk: { tail } },
    creators: world.creators,
    ownAssumptions: null,
    seed: 1,
    secondsMax: Number.MAX_SAFE_INTEGER,
    passesMax: passes,
    today: TODAY,
    withInstance: false,
  });
  const { risk, certificate } = (await finished).document;
  const both = (key) => `${whole(risk.meanPlan[key])} → ${whole(risk[key])}`;
  const gap = risk.gap === null ? "none" : `${(100 * risk.gap).toFixed(1)} %`;
  const seconds = certificate.seconds.toFixed(1);
  console.log(
    `${creators} | ${tail} | ${both("cvar")} | ${both("drawnCvar")} | ${both("drawnMean")} | ${gap} | ${seconds}`,
  );
}
