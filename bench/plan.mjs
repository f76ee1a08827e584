// What the solver promises, side by side with HiGHS, on seeded markets (bench/instances.mjs):
//
//   npm run build && node bench/plan.mjs [--only 200/6] [--seconds 5] [--seed 1] [--long 20] [--highs 120] [--huge]
//
// --huge adds 10,000 creators, 200,000 atoms, 2.7 million incidences.
// A row is creators/topics/picks: the price of about that many items is the budget; 20,000 atoms, 5 deliverables a creator.
// LP gap: the gap that the converged linear programme with all lifted cuts leaves, with this plan: by HiGHS within
// --highs seconds (0: not at all), else bracketed by the dual's own long run, marked ~. The bar for the gap is
// 1.1 × LP gap + 0.2 points, for the value 0.3 % of a run --long times longer (0: not run). Each row has a process of its
// own: CPU seconds and peak memory are that process's, instance included.
import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { certify } from "#core/certify/certify";
import { FrankWolfe } from "#core/solver/frankWolfe";
import { LiftedBound } from "#core/solver/lifted";
import { compile } from "#core/solver/problem";
import { solve } from "#core/solver/solve";
import { market } from "./instances.mjs";
import { liftedProgramme } from "./liftedProgramme.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    seconds: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    long: { type: "string", default: "20" },
    highs: { type: "string", default: "120" },
    huge: { type: "boolean", default: false },
    row: { type: "string" },
  },
});
const seconds = Number(values.seconds);
const STEPS_OF_LONG_DUAL = 400;

if (values.row === undefined) await printTable();
else process.send(await measure(JSON.parse(values.row)));

async function printTable() {
  const rows = [];
  for (const creators of [200, 2000])
    for (const topics of [6, 40, 200])
      for (const picks of [15, 60]) rows.push({ creators, topics, picks, atoms: 20_000 });
  if (values.huge)
    for (const picks of [15, 150])
      rows.push({ creators: 10_000, topics: 40, picks, atoms: 200_000, share: 0.0009 });
  console.log(`seed ${values.seed}, ${values.seconds} s, one thread, node ${process.version}`);
  console.log(
    "creators/topics/picks chosen   value    bound   gap %  LP gap %  bar %  ok  vs long  ok  secs    CPU   MB  certified",
  );
  for (const row of rows) {
    const name = `${row.creators}/${row.topics}/${row.picks}`;
    if (name.startsWith(values.only)) console.log(lineOf(name, await inOwnProcess(row)));
  }
}

function inOwnProcess(row) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), [...process.argv.slice(2), "--row", JSON.stringify(row)]);
    child.once("message", resolve);
    child.once("exit", (code) => code !== 0 && reject(new Error(`row ended with ${code}`)));
  });
}

async function measure(row) {
  const instance = market({ ...row, seed: Number(values.seed) });
  const before = process.cpuUsage();
  const solution = run(instance, seconds);
  const { user, system } = process.cpuUsage(before);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const { valid } = certify(instance, solution);
  const programme = await lowerLimit(instance);
  const long = Number(values.long) > 0 ? run(instance, seconds * Number(values.long)).value : null;
  return {
    ...solution,
    chosen: solution.chosen.length,
    certificate: null,
    cpu: (user + system) / 1e6,
    megabytes,
    valid,
    programme,
    long,
  };
}

function run(instance, secondsMax) {
  const begun = performance.now();
  const elapsedSeconds = () => (performance.now() - begun) / 1000;
  return solve(instance, { secondsMax, passesMax: null, seed: 1, elapsedSeconds });
}

/** Optimum of the linear programme: by HiGHS, else at least what the dual's average choice attains. */
async function lowerLimit(instance) {
  const problem = compile(instance, new Set());
  const groups = Int32Array.from({ length: problem.groupCount }, (_, g) => g);
  const remainder = { weight: problem.weight, cap: problem.cap, groups, allowed: null, bought: 0 };
  const dual = new FrankWolfe(problem, remainder, null, new LiftedBound(problem));
  for (let k = 0; k < STEPS_OF_LONG_DUAL; k++) dual.step();
  // Above this many incidences the converged programme is left to the dual's own long run (~).
  const finishable = Number(values.highs) > 0 && problem.atomOf.length < 100_000;
  const found = finishable ? await liftedProgramme(problem, dual.bestQ, Number(values.highs)) : null;
  return found === null ? { optimum: dual.best, by: "dual" } : { optimum: found.optimum, by: "highs" };
}

function lineOf(
  name,
  { chosen, cpu, gap, long, megabytes, programme, seconds: taken, upperBound, valid, value },
) {
  const lpGap = (programme.optimum - value) / programme.optimum;
  const bar = 1.1 * lpGap + 0.002;
  const lost = long === null ? null : (long - value) / long;
  const percent = (share) => (100 * share).toFixed(3);
  const verdict = (kept) => (kept ? "ok" : "MISSED");
  return [
    name.padEnd(21),
    String(chosen).padStart(6),
    value.toFixed(1).padStart(8),
    upperBound.toFixed(1).padStart(8),
    percent(gap).padStart(7),
    `${programme.by === "dual" ? "~" : ""}${percent(lpGap)}`.padStart(9),
    percent(bar).padStart(6),
    verdict(gap <= bar),
    (lost === null ? "–" : percent(-lost)).padStart(7),
    lost === null ? "–" : verdict(lost <= 0.003),
    taken.toFixed(2).padStart(6),
    cpu.toFixed(2).padStart(6),
    String(megabytes).padStart(5),
    valid,
  ].join(" ");
}
