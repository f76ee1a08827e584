import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_BRIEFS, readBriefTemplate } from "#connectors/data/readBriefTemplate";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { BriefRecord } from "#storage/briefs";
import type { House } from "./house.ts";
import { importFile } from "./importFiles.ts";
import { listBriefs } from "./listBriefs.ts";
import { saveBrief } from "./saveBrief.ts";
import { writeDemo } from "./writeDemo.ts";

export interface LoadedDemo {
  /** False: it was there already and stays as it is. */
  readonly isNew: boolean;
  /** Its briefs, the first of which is the one to plan. */
  readonly briefs: readonly BriefRecord[];
}

const SOURCE = { label: "demo market" };

/**
 * Fills the demo workspace with the demo market, through the same imports a user makes. Briefs come last, so a load
 * that died half-way is done again. Throws refused for a workspace of real creators: the two are never mixed.
 */
export async function loadDemo(house: House, say: (rule: Sentence) => string): Promise<LoadedDemo> {
  const { name, kind } = house.workspace;
  if (kind !== "demo")
    throw new ChoraleError("refused", sentence("brief.demo.real", { name }), "--workspace");
  const there = await listBriefs(house);
  if (there.length >= DEMO_BRIEFS.length) {
    const oldestFirst = [...there].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { isNew: false, briefs: oldestFirst.slice(0, DEMO_BRIEFS.length) };
  }
  const today = dayOf(house.now().getTime());
  const folder = await mkdtemp(join(tmpdir(), "chorale-demo-"));
  try {
    await writeDemo(folder, today);
    for (const file of ["creators.csv", "posts.csv"])
      await importFile(house, join(folder, file), { say, mapping: { source: SOURCE }, strict: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const briefs: BriefRecord[] = [];
  for (const template of DEMO_BRIEFS) {
    const document = readBriefTemplate(template, today);
    briefs.push(await saveBrief(house, { id: null, document, actor: "chorale demo" }));
  }
  return { isNew: true, briefs };
}
