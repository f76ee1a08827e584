import { readAssumptionDomains, readAssumptions } from "#connectors/data/readAssumptions";
import { ownAssumptions } from "#core/forecast/ownAssumptions";
import { replaceAssumption } from "#storage/assumptions";
import { appendEvent } from "#storage/events";
import { sourceId } from "#storage/sources";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";

/**
 * Changes assumptions of this workspace, all of the list or none; plans made from then on rest on them and say so.
 * Takes the form of `--assumptions FILE`. Throws bad-input with one detail a problem.
 */
export async function editAssumptions(house: House, list: unknown, actor: string): Promise<void> {
  const { workspaceId, newId } = house;
  const at = house.now();
  const edits = ownAssumptions(list, readAssumptions(), readAssumptionDomains(), at.getUTCFullYear());
  await inChange(house, async (trx) => {
    for (const edit of edits) {
      const provenance = {
        method: "assumed" as const,
        source: edit.source,
        observedOn: null,
        trust: edit.trust,
      };
      const source = await sourceId(trx, workspaceId, provenance, "assumption", newId);
      await replaceAssumption(trx, workspaceId, newId(), edit, source, at);
      await appendEvent(trx, workspaceId, {
        ...{ id: newId(), actor, noun: "assumption", nounId: edit.key, verb: "changed", at },
        ...{ before: null, after: edit },
      });
    }
  });
}
