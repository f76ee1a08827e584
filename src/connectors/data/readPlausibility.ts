import { readFileSync } from "node:fs";
import type { Plausibility } from "#core/catalog/import/plausibility";
import { plausibilityFile } from "./mappingForms.ts";

/** Reads and checks the shipped bounds. Throws when the file breaks its form. */
export function readPlausibility(): Plausibility {
  const url = new URL("../../../data/mappings/plausibility.json", import.meta.url);
  const found = plausibilityFile.parse(JSON.parse(readFileSync(url, "utf8")));
  return {
    viewsAvgPerFollowerMost: found.viewsAvgPerFollowerMost.most,
    engagementByViewsMostBp: found.engagementByViewsMostBp.most,
    engagementByFollowersMostBp: found.engagementByFollowersMostBp.most,
  };
}
