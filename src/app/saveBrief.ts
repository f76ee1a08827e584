import { createHash } from "node:crypto";
import { parseBrief } from "#core/brief/parseBrief";
import { canonicalJson } from "#core/canonicalJson";
import { ChoraleError } from "#core/errors";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { insertBrief } from "#storage/briefs";
import { appendEvent } from "#storage/events";
import { isDuplicate } from "#storage/faults";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { inChange } from "./inChange.ts";
import { type OpenedBrief, openBrief } from "./openBrief.ts";

export interface BriefToSave {
  /** Null: a new brief; else its next version. */
  readonly id: string | null;
  /** As it was written. */
  readonly document: unknown;
  readonly actor: string;
}

/**
 * Keeps a brief: a new one, or the next version of one, since plans and approvals lean on the versions that are there.
 * The same document again is the version that is there. Throws bad-input with every problem of the document,
 * not-found, and conflict when somebody else saved the same brief at that moment.
 */
export async function saveBrief(house: House, { id, document, actor }: BriefToSave): Promise<OpenedBrief> {
  const { workspaceId } = house;
  const at = house.now();
  const brief = parseBrief(document, await houseReference(house), dayOf(at.getTime()));
  const sha256 = createHash("sha256").update(canonicalJson(document)).digest("hex");
  const before = id === null ? null : await openBrief(house, id);
  if (before?.sha256 === sha256) return before;

  const version = (before?.version ?? 0) + 1;
  const record = {
    ...{ id: id ?? house.newId(), version, name: brief.name, document, sha256 },
    brandId: before?.brandId ?? null,
    ...{ madeAt: at, frozenAt: null },
  };
  try {
    await inChange(house, async (trx) => {
      await insertBrief(trx, workspaceId, record);
      await appendEvent(trx, workspaceId, {
        ...{ id: house.newId(), actor, noun: "brief", nounId: record.id, verb: "saved", at },
        before: before ? { version: before.version, sha256: before.sha256 } : null,
        after: { version, sha256, name: brief.name },
      });
    });
  } catch (caught) {
    if (!isDuplicate(caught)) throw caught;
    throw new ChoraleError("conflict", sentence("storage.savedMeanwhile", { name: brief.name }), "brief");
  }
  return { ...record, brief };
}
