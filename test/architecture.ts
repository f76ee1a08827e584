import { posix } from "node:path";

/** A file of the product: its path from src, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Which room may import which: the direction of the house, readable as documentation. A room is a folder of src,
 * inside core a folder of core; files directly in core are the vocabulary, "core". Every room may import itself.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  "core/maths": ["core"],
  "core/solver": ["core", "core/maths"],
  "core/certify": ["core"],
  "core/catalog": ["core", "core/maths"],
  "core/authenticity": ["core", "core/maths", "core/catalog"],
  "core/brief": ["core", "core/catalog"],
  "core/forecast": ["core", "core/maths", "core/catalog", "core/brief", "core/authenticity"],
  "core/planner": [
    "core",
    "core/maths",
    "core/catalog",
    "core/brief",
    "core/forecast",
    "core/solver",
    "core/certify",
  ],
  "core/world": ["core", "core/maths", "core/catalog", "core/brief"],
  "core/reports": ["core", "core/catalog", "core/brief", "core/forecast", "core/planner"],
  i18n: ["core"],
  config: [],
  storage: ["core/*", "config"],
  connectors: ["core/*"],
  workers: ["core/*", "storage"],
  app: ["core/*", "storage", "connectors", "workers", "config"],
  jobs: ["app", "core/*"],
  api: ["app", "core/*", "i18n", "config", "api/contract"],
  cli: ["app", "core/*", "i18n", "config"],
  web: ["core/*", "api/contract", "i18n"],
  "api/contract": ["core/*"],
  main: ["*"],
};

const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|misc|shared|index)(\.|\/|$)/;
const IMPORT = /(?:from|import)\s*\(?\s*["']([#./][^"']+)["']/g;

/** Every breach of the house rules, one sentence each; an empty list is a sound house. */
export function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [...importBreaches(file), ...textBreaches(file)]);
}

function importBreaches(file: SourceFile): string[] {
  const from = roomOf(file.path);
  const allowed = MAY_IMPORT[from];
  if (!allowed) return [`${file.path}: no room of the house`];
  const found: string[] = [];
  for (const [, target = ""] of file.text.matchAll(IMPORT)) {
    const path = target.startsWith("#") ? target.slice(1) : posix.join(posix.dirname(file.path), target);
    const outside = path.startsWith("..");
    const to = roomOf(path);
    const product = !/\.(test|fixture)\.tsx?$/.test(file.path);
    if (outside && product && /\/(test|bench|scripts|src)\//.test(`/${path}`))
      found.push(`${file.path}: product code imports ${target}`);
    if (outside || to === from) continue;
    if (target.startsWith("."))
      found.push(
        `${file.path}: crosses a wall by a relative path, ${target}; write #${path.replace(/\.tsx?$/, "")}`,
      );
    const allowedHere = allowed.some(
      (room) => room === "*" || room === to || (room === "core/*" && to.startsWith("core")),
    );
    if (!allowedHere) found.push(`${file.path}: ${from} may not import ${to} (${target})`);
  }
  return found;
}

function textBreaches(file: SourceFile): string[] {
  const found: string[] = [];
  const product = !/\.(test|fixture)\.tsx?$/.test(file.path);
  if (FORBIDDEN_NAMES.test(file.path)) found.push(`${file.path}: name the concept, not a drawer`);
  if (/:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck/.test(file.text)) found.push(`${file.path}: any`);
  if (file.path !== "config.ts" && product && /process\.env/.test(file.text))
    found.push(`${file.path}: environment outside config.ts`);
  if (
    file.path.startsWith("core/") &&
    product &&
    /Date\.now|new Date\(\)|Math\.random|from "node:/.test(file.text)
  ) {
    found.push(`${file.path}: clock, chance or I/O in core`);
  }
  const lines = file.text.split("\n").length;
  if (product && lines > 400) found.push(`${file.path}: ${lines} lines, more than 400`);
  return found;
}

function roomOf(path: string): string {
  const parts = path.replace(/(\.test)?\.(tsx?|json)$/, "").split("/");
  const [room = ""] = parts;
  if (room === "core") return parts.length > 2 ? `core/${parts[1]}` : "core";
  if (room === "api" && parts[1] === "contract") return "api/contract";
  return room;
}
