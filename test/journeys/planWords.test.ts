import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { MESSAGES } from "#i18n/messages";

const planner = fileURLToPath(new URL("../../src/core/planner/", import.meta.url));

type Tree = { readonly [key: string]: string | Tree };

function has(key: string): boolean {
  let here: string | Tree | undefined = MESSAGES.en as Tree;
  const parts = key.split(".");
  const last = parts.pop() ?? "";
  for (const part of parts) here = typeof here === "object" ? here[part] : undefined;
  return typeof here === "object" && (last in here || `${last}_other` in here);
}

describe("the planner's sentences", () => {
  const keys = readdirSync(planner)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => [
      ...readFileSync(planner + name, "utf8").matchAll(/"((?:plan|forecast|sense)\.[\w.]+)"/g),
    ])
    .map((match) => match[1] ?? "");

  it("are all in the message files", () => {
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !has(key))).toEqual([]);
  });
});
