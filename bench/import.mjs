// Promise: 100,000 creators import in one go in at most 60 s and 500 MB, and are taken back in no more time than that.
// node bench/import.mjs [--creators 100000] [--seed 1] [--format csv|xlsx]   (after a build)
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    creators: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    format: { type: "string", default: "csv" },
  },
});
const creators = Number(values.creators);
const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "chorale-bench-"));
const file = join(folder, `xiaohongshu-2026-01.${values.format}`);
const { DATABASE_URL: _, ...environment } = process.env;
const env = { ...environment, CHORALE_DATA: join(folder, "data") };

const FIRST = [
  "小红书号",
  "昵称",
  "粉丝数",
  "关注数",
  "笔记数",
  "获赞数",
  "评论数",
  "国家",
  "简介",
  "内容标签",
];
const PRICES = ["图文报价(RMB)", "视频报价(RMB)"];
const AUDIENCE = ["粉丝女性比例", "年龄<18", "年龄18-24", "年龄25-34", "年龄>34", "兴趣标签", "地域分布"];
const HEADER = [...FIRST, ...PRICES, ...AUDIENCE];
const TOPICS = ["美食", "旅游", "美妆", "母婴", "健身", "科技数码", "家居家装", "时尚"];
const REGIONS = ["广东", "江苏", "浙江", "山东", "上海", "北京", "四川", "河南"];

// A linear congruential generator (Numerical Recipes): the file is the same for the same seed.
let state = Number(values.seed) >>> 0;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const whole = (most) => Math.floor(next() * most);
const ranking = (words) => {
  const from = whole(words.length);
  const entry = (i) =>
    `${i + 1}        ${words[(from + i) % words.length]}        ${(12 - i - next()).toFixed(2)}%`;
  return [0, 1, 2, 3, 4].map(entry).join("\n");
};

function row(i) {
  const followers = 500 + whole(80_000);
  const young = next() * 40;
  const shown = i % 3 === 0 ? `${(followers / 10_000).toFixed(1)}万` : followers;
  const topics = `${TOPICS[whole(8)]},${TOPICS[whole(8)]}`;
  const first = [
    `maker${i}`,
    `第${i}号手作人`,
    shown,
    whole(900),
    20 + whole(400),
    followers * 2,
    whole(9000),
  ];
  const prices = [20 + 10 * whole(60), i % 5 === 0 ? "暂无" : 30 + 10 * whole(60)];
  const ages = [next() * 10, young, 40 - young / 2, 20 + next()].map((share) => share.toFixed(2));
  const audience = [(50 + next() * 45).toFixed(2), ...ages, ranking(TOPICS), ranking(REGIONS)];
  return [...first, "中国", "每天一张照片，\n一点心得", topics, ...prices, ...audience];
}

async function writeCsv() {
  const out = createWriteStream(file);
  const quoted = (cell) => (/[",\n]/.test(`${cell}`) ? `"${cell}"` : cell);
  out.write(`${HEADER.join(",")}\n`);
  for (let i = 0; i < creators; i += 1)
    if (!out.write(`${row(i).map(quoted).join(",")}\n`)) await once(out, "drain");
  out.end();
  await once(out, "close");
}

async function writeXlsx() {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = book.addWorksheet("creators");
  sheet.addRow(HEADER).commit();
  for (let i = 0; i < creators; i += 1) sheet.addRow(row(i)).commit();
  await book.commit();
}

/** Runs a command, watches the largest resident set of its process (Linux), and prints what it makes of its document. */
async function run(label, command, countsOf) {
  const from = performance.now();
  const child = spawn(process.execPath, [main, ...command, "--json"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let peakKb = 0;
  let cpuTicks = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const [, after = ""] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ");
      const fields = after.split(" ");
      cpuTicks = Number(fields[11]) + Number(fields[12]);
      peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // The process has just ended.
    }
  }, 50);
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  const [code] = await once(child, "close");
  clearInterval(watch);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  if (code !== 0) throw new Error(`${command[0]} ended with ${code}: ${text}`);
  // Its own processor time, without PostgreSQL's: on a busy machine it says more than the clock.
  const own = { cpuSeconds: cpuTicks / 100, peakMegabytes: Math.round(peakKb / 1024) };
  console.log(label.padEnd(14), JSON.stringify({ ...countsOf(JSON.parse(text)), seconds, ...own }));
}

const importing = (label) =>
  run(label, ["import", file], ({ files: [{ rows, accepted, rejected, unchanged, rejects }] }) => {
    if (rejected > 0) console.log(JSON.stringify(rejects.slice(0, 3)));
    return { rows, accepted, rejected, unchanged };
  });

try {
  await (values.format === "xlsx" ? writeXlsx() : writeCsv());
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(
    `${creators} creators × ${HEADER.length} columns as ${values.format}, ${megabytes} MB, seed ${values.seed}; starts PostgreSQL itself`,
  );
  await importing("first import");
  await importing("same again");
  // Importing the same again leaves no step: the newest is the first import.
  await run("undo", ["undo"], ({ text }) => ({ text }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
