import { readBrief } from "#connectors/files/readBrief";
import type { Creator } from "#core/catalog/creator";
import type { Mapping } from "#core/catalog/import/mapping";
import type { IsoDate } from "#core/period";
import { briefMarket } from "./briefMarket.ts";
import { type FileReport, readCatalogFiles } from "./readCatalogFiles.ts";

export interface PlanFiles {
  readonly briefDocument: unknown;
  /** Null: none was named. */
  readonly ownAssumptions: unknown;
  /** Null: no file was named, so the workspace's creators are meant. */
  readonly creators: readonly Creator[] | null;
  readonly report: readonly FileReport[];
}

/** Reads what a plan is made from: a brief, the user's own assumptions (YAML or JSON) and creator files. */
export async function readPlanFiles(
  briefPath: string,
  assumptionsPath: string | null,
  creatorPaths: readonly string[],
  options: { readonly platform: string | null; readonly mapping: Mapping; readonly today: IsoDate },
): Promise<PlanFiles> {
  const briefDocument = await readBrief(briefPath);
  const ownAssumptions = assumptionsPath === null ? null : await readBrief(assumptionsPath);
  if (creatorPaths.length === 0) return { briefDocument, ownAssumptions, creators: null, report: [] };
  const market = briefMarket(briefDocument);
  const { creators, report } = await readCatalogFiles(creatorPaths, { ...options, market });
  return { briefDocument, ownAssumptions, creators, report };
}
