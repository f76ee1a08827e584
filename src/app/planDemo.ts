import { ChoraleError } from "#core/errors";
import { type Sentence, sentence } from "#core/sentence";
import type { House } from "./house.ts";
import { listPlans } from "./listPlans.ts";
import { type LoadedDemo, loadDemo } from "./loadDemo.ts";
import { planBrief } from "./planBrief.ts";
import type { OnProgress } from "./runOnThread.ts";

export interface PlannedDemo extends LoadedDemo {
  readonly plan: { readonly id: string; readonly head: Sentence };
}

const SECONDS_MAX = 10;

/** The demo market with a plan of its first brief: both are made once, and then stay as they were. */
export async function planDemo(
  house: House,
  say: (rule: Sentence) => string,
  onProgress?: OnProgress,
): Promise<PlannedDemo> {
  const loaded = await loadDemo(house, say);
  const [brief] = loaded.briefs;
  if (!brief)
    throw new ChoraleError("internal", sentence("error.internal", { reason: "the demo has no brief" }));
  const made = (await listPlans(house)).find((plan) => plan.briefId === brief.id);
  if (made) return { ...loaded, plan: made };
  const planning = await planBrief(
    house,
    { briefId: brief.id, seed: 1, secondsMax: SECONDS_MAX, actor: "chorale demo" },
    onProgress,
  );
  const { id, document } = await planning.finished;
  return { ...loaded, plan: { id, head: document.head } };
}
