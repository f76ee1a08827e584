import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./paper.css", import.meta.url), "utf8");
const coloursOf = (block: string) =>
  new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? "", value ?? ""]),
  );
const schemes = {
  light: coloursOf(css.slice(0, css.indexOf(":lang("))),
  dark: coloursOf(css.slice(css.indexOf('[data-mantine-color-scheme="dark"]'))),
};

/** Relative luminance of WCAG 2.2, 0–1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("small text", () => {
  const inks = ["ink", "ink-soft", "ink-faint", "ochre", "brick", "accent"];
  const grounds = ["paper", "sheet", "accent-wash", "ochre-wash", "brick-wash"];
  it.each(["light", "dark"] as const)("keeps a contrast of 4.5 on every ground in %s", (scheme) => {
    const colour = (name: string) => schemes[scheme].get(name) ?? "";
    const poor = inks.flatMap((ink) =>
      grounds
        .filter((ground) => !(contrast(colour(ink), colour(ground)) >= 4.5))
        .map((ground) => `${ink} on ${ground}`),
    );
    expect(poor).toEqual([]);
    expect(contrast(colour("on-accent"), colour("accent"))).toBeGreaterThanOrEqual(4.5);
  });
});
