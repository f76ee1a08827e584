// Are the forecast's intervals right if its beliefs are? Worlds are drawn from the very assumptions that the product
// uses, plans are made there by what a catalog knows, and each campaign is run once: the outcome's rank in its forecast
// must be uniform. Usage: node scripts/calibrateBeliefs.mjs [worlds] [firstSeed] [creators] [draws] [doubtful] [certain]
// certain: keys with commas between that world and forecast know for sure.
// doubtful: "all", or keys with commas between: spreads and other figures that a forecast takes as given, drawn too.
import { CALIBRATED_METRICS, calibrateForecast } from "../dist/app/calibrateForecast.js";
import { readAssumptions } from "../dist/connectors/data/readAssumptions.js";
import { calibrationScore } from "../dist/core/maths/calibrationScore.js";

const [worlds = 200, firstSeed = 1, creators = 30, draws = 2000] = process.argv.slice(2, 6).map(Number);
const named = (process.argv[6] ?? "").split(",");
const doubtful = (key) => named.includes("all") || named.includes(key);
const sure = (process.argv[7] ?? "").split(",");
const beliefs = readAssumptions()
  .filter((row) => sure.includes(row.key))
  .map((row) => ({ ...row, low: row.value, high: row.value, shape: "point" }));
const scored = new Map(CALIBRATED_METRICS.map((metric) => [metric, []]));
for (let seed = firstSeed; seed < firstSeed + worlds; seed++) {
  const one = calibrateForecast({
    ...{ seed, creators, draws, metrics: CALIBRATED_METRICS },
    ...{ doubtful, beliefs, mistaken: [] },
  });
  for (const [metric, score] of one) scored.get(metric).push(score);
}

const percent = (share) => `${(100 * share).toFixed(1)} %`.padStart(7);
const error = (share) => (100 * Math.sqrt((share * (1 - share)) / worlds)).toFixed(1);
console.log(`${worlds} worlds from seed ${firstSeed}, ${creators} creators each, ${draws} draws a forecast`);
console.log(
  `Monte-Carlo error of a share inside 50/80/90 %: ${error(0.5)}, ${error(0.8)}, ${error(0.9)} points`,
);
for (const [metric, all] of scored) {
  const score = calibrationScore(all);
  console.log(
    `${metric.padEnd(10)} in 50 %: ${percent(score.inside["50"])}  in 80 %: ${percent(score.inside["80"])}  in 90 %: ` +
      `${percent(score.inside["90"])}  z: mean ${score.meanZ.toFixed(2)}, sd ${score.sdZ.toFixed(2)}` +
      `  tenths ${score.tenths.join(" ")}  chi2(9) ${score.chiSquare.toFixed(1)}`,
  );
  console.log(
    `           P(target): Brier ${score.brier.toFixed(3)}, were all right ${score.brierIfRight.toFixed(3)};` +
      ` stated → happened (n): ${score.reliability
        .map(({ n, stated, happened }) => `${percent(stated)} →${percent(happened)} (${n})`)
        .join(", ")}`,
  );
}
