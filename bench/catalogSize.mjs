// Promise: a plan of a small brand's catalog, up to 10,000 creators, through the terminal: creators as CSV in, document out.
// node bench/catalogSize.mjs [--sizes 200,2000,10000] [--seconds 5] [--seed 1] [--budget 40000] [--metric reach] [--large 10000]   (after a build)
// The last row is a large budget: orders, CNY 400,000, some hundreds of creators booked. --large 0 leaves it out.
// Wall, CPU and peak memory are those of the whole command: reading, search, forecast, budgets, comparison.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "200,2000,10000" },
    seconds: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    budget: { type: "string", default: "40000" },
    metric: { type: "string", default: "reach" },
    large: { type: "string", default: "10000" },
  },
});
const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chorale-bench-"));

// Before main.js is loaded by a process that would not say its own peak: the last line of stderr is ours.
const MEASURE = `process.on("exit",()=>{const u=process.resourceUsage();process._rawDebug("usage "+JSON.stringify([(u.userCPUTime+u.systemCPUTime)/1e6,u.maxRSS/1024]))})`;

const HEADER = ["小红书号", "昵称", "粉丝数", "内容标签", "平均点赞", "图文报价(RMB)", "粉丝女性比例"];
const AGES = ["年龄<18", "年龄18-24", "年龄25-34", "年龄>34"];
const TOPICS = ["美食", "旅游", "美妆", "母婴", "健身", "科技数码", "家居家装", "时尚"];

/** Followers are log-normal about 8,000 (most micro and nano, a few large), prices about 4 fen a follower, half of it luck. */
function catalog(count, seed) {
  // A linear congruential generator (Numerical Recipes): the file is the same for the same seed.
  let state = Number(seed) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const rows = Array.from({ length: count }, (_, i) => {
    const followers = Math.round(8000 * Math.exp(1.3 * normal()));
    const likes = Math.max(1, Math.round(followers * 0.02 * Math.exp(0.8 * normal())));
    const price =
      i % 5 === 0 ? "暂无" : Math.max(10, Math.round(followers * 0.04 * Math.exp(0.5 * normal())));
    const young = 20 + 40 * next();
    const ages = [5, young, 70 - young, 25].map((share) => share.toFixed(1));
    const topics = `${TOPICS[Math.floor(next() * 8)]},${TOPICS[Math.floor(next() * 8)]}`;
    const female = (40 + 55 * next()).toFixed(1);
    return [`maker${i}`, `第${i}号手作人`, followers, `"${topics}"`, likes, price, female, ...ages].join(",");
  });
  return [[...HEADER, ...AGES].join(","), ...rows].join("\n");
}

const year = new Date().getUTCFullYear() + 1;
const briefFor = ({ metric, target, budget }) => `market: CN
currency: CNY
product: ready-to-cook noodles
topics: [food]
audience: { genders: [female], ages: [18-34] }
objective: { metric: ${metric}, target: ${target}, by: ${year}-06-30 }
budget: ${budget}
`;

function plan({ size, ...wanted }) {
  const creators = join(folder, `xiaohongshu-${size}.csv`);
  writeFileSync(creators, catalog(size, values.seed));
  writeFileSync(join(folder, "brief.yaml"), briefFor(wanted));
  const out = join(folder, `plan-${size}.json`);
  const command = ["plan", join(folder, "brief.yaml"), "--creators", creators, "--seconds", values.seconds];
  const args = ["--import", `data:text/javascript,${encodeURIComponent(MEASURE)}`, main, ...command];
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [...args, "--seed", values.seed, "--out", out]);
    let said = "";
    child.stdout.resume();
    child.stderr.on("data", (bytes) => {
      said += bytes;
    });
    child.once("close", (code) => {
      if (code !== 0) return reject(new Error(said));
      const [cpu, megabytes] = JSON.parse(said.slice(said.lastIndexOf("usage ") + 6));
      const document = JSON.parse(readFileSync(out, "utf8"));
      resolve({ document, cpu, megabytes, wall: (performance.now() - begun) / 1000 });
    });
  });
}

const rows = values.sizes
  .split(",")
  .map((size) => ({ size: Number(size), metric: values.metric, target: 100_000, budget: values.budget }));
if (Number(values.large) > 0)
  rows.push({ size: Number(values.large), metric: "orders", target: 2000, budget: 400_000 });

console.log(`seed ${values.seed}, --seconds ${values.seconds}, ${process.version}`);
console.log(
  "creators  budget metric   chosen    likely  chance  gap %  status   passes  search s  wall s  CPU s   MB",
);
try {
  for (const row of rows) {
    const { document, cpu, megabytes, wall } = await plan(row);
    const { certificate, forecast, lines, passes } = document;
    console.log(
      [
        String(row.size).padStart(8),
        String(row.budget).padStart(7),
        row.metric.padEnd(8),
        String(lines.length).padStart(6),
        forecast.p50.toFixed(0).padStart(9),
        `${(100 * forecast.probabilityOfTarget).toFixed(1)}%`.padStart(7),
        (100 * certificate.gap).toFixed(3).padStart(6),
        certificate.status.padEnd(8),
        String(passes).padStart(6),
        certificate.seconds.toFixed(1).padStart(9),
        wall.toFixed(1).padStart(7),
        cpu.toFixed(1).padStart(6),
        megabytes.toFixed(0).padStart(4),
      ].join(" "),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
