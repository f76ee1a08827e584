import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DEMO_BRIEFS, readBriefTemplateText } from "#connectors/data/readBriefTemplate";
import { creatorsCsv, postsCsv } from "#connectors/files/catalogCsv";
import type { IsoDate } from "#core/period";
import { makeDemo } from "./makeDemo.ts";
import { writeFault } from "./writeFault.ts";

export interface WrittenDemo {
  readonly folder: string;
  readonly creators: number;
  readonly posts: number;
  /** Full paths: creators.csv, posts.csv, brief.yaml and the second brief. */
  readonly files: readonly string[];
}

/**
 * Writes the demo market into a folder, made when absent: what an import reads, and briefs to plan with it.
 * Throws refused where the folder cannot be written.
 */
export async function writeDemo(folder: string, today: IsoDate): Promise<WrittenDemo> {
  const { creators } = makeDemo(today);
  const [china, france] = DEMO_BRIEFS;
  const texts: Readonly<Record<string, string>> = {
    "creators.csv": creatorsCsv(creators),
    "posts.csv": postsCsv(creators),
    "brief.yaml": readBriefTemplateText(china, today),
    "brief-france.yaml": readBriefTemplateText(france, today),
  };
  const files = Object.keys(texts).map((name) => join(resolve(folder), name));
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  } catch (caught) {
    throw writeFault(caught, folder);
  }
  const posts = creators.reduce((sum, creator) => sum + (creator.accounts[0]?.posts.length ?? 0), 0);
  return { folder: resolve(folder), creators: creators.length, posts, files };
}
