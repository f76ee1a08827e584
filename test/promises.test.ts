import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MAY_IMPORT } from "./architecture.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((path) => existsSync(root + path));
const text = (path: string) => readFileSync(root + path, "utf8");
const textual = tracked.filter((path) => !/\.(png|wasm|xlsx|ico)$/.test(path));

describe("the repository", () => {
  it("links to no page that is not there", () => {
    const broken = tracked
      .filter((path) => path.endsWith(".md"))
      .flatMap((path) =>
        [...text(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => ({ path, target: match[1] ?? "" })),
      )
      .filter(({ target }) => !/^[a-z]+:/.test(target))
      .filter(({ path, target }) => !existsSync(resolve(root, dirname(path), target)));
    expect(broken).toEqual([]);
  });

  it("names no registry and no path of one machine", () => {
    const forbidden = /registry\.npm|js\.org\/.*\.tgz|\/(work|root)\/[a-z]/;
    const found = textual.filter((path) => path !== "test/promises.test.ts" && forbidden.test(text(path)));
    expect(found).toEqual([]);
  });

  it("numbers its decisions without gaps", () => {
    const numbers = readdirSync(`${root}docs/decisions`)
      .map((name) => Number(name.slice(0, 4)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it("draws in ARCHITECTURE.md every room that exists, and no other", () => {
    const map = text("ARCHITECTURE.md");
    const rooms = Object.keys(MAY_IMPORT).filter((room) => existsSync(`${root}src/${room}`));
    expect(rooms.filter((room) => !map.includes(`${room}/`))).toEqual([]);
    const drawn = [...map.matchAll(/^src\/(\S+)\/ /gm)].map((match) => match[1] ?? "");
    expect(drawn.filter((room) => !existsSync(`${root}src/${room}`))).toEqual([]);
  });
});
