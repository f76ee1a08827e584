import { evidenceFigures, evidenceProblems, type TypedFigures } from "#core/catalog/evidence";
import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { markChanged } from "#storage/accounts";
import { addAudienceShares } from "#storage/audience";
import { nextChange } from "#storage/counters";
import { loadCreators } from "#storage/creators";
import { appendEvent } from "#storage/events";
import { addEvidence, type EvidenceRecord, selectEvidence } from "#storage/evidence";
import { addRates } from "#storage/rates";
import { addSnapshots } from "#storage/snapshots";
import type { KeptFile } from "./evidenceFiles.ts";
import type { House } from "./house.ts";
import { houseReference } from "./houseReference.ts";
import { inChange } from "./inChange.ts";

export interface AttachedEvidence {
  readonly creatorId: string;
  readonly accountId: string;
  readonly file: KeptFile & { readonly name: string };
  /** A screenshot of what the platform itself counted; otherwise it is what the creator says. */
  readonly isInsights: boolean;
  readonly figures: TypedFigures;
}

/**
 * Attaches a kept file to an account, and stores the figures typed beside it with that file as their source, in one
 * transaction. Throws bad-input with one detail a problem, not-found for a strange account.
 */
export async function attachEvidence(house: House, attached: AttachedEvidence): Promise<EvidenceRecord> {
  const { workspaceId, newId } = house;
  const { creatorId, accountId, file, figures: typed } = attached;
  const [creator] = isUuid(creatorId) ? await loadCreators(house.db, workspaceId, [creatorId]) : [];
  const account = creator?.accounts.find(({ id }) => id === accountId);
  if (!account)
    throw new ChoraleError("not-found", sentence("catalog.creator.missing", { id: creatorId }), "id");
  const at = house.now();
  const reference = await houseReference(house);
  const problems = evidenceProblems(typed, account.platform, dayOf(at.getTime()), reference);
  const [first] = problems;
  if (first)
    throw new ChoraleError(
      "bad-input",
      sentence("evidence.refused", { rule: [first.rule] }),
      first.at,
      problems,
    );
  const method = attached.isInsights ? ("measured" as const) : ("estimated" as const);
  const fileName = plainName(file.name);
  const record: EvidenceRecord = {
    id: newId(),
    accountId,
    sourceId: newId(),
    fileName,
    fileSha256: file.sha256,
    mediaType: file.mediaType,
    bytes: file.bytes,
    method,
    observedOn: typed.observedOn,
    addedAt: at,
    removedAt: null,
  };
  const provenance = {
    method,
    source: fileName,
    observedOn: typed.observedOn,
    trust: attached.isInsights ? null : ("C" as const),
  };
  const { snapshot, audience, rates } = evidenceFigures(typed, provenance);
  const stored = <T>(figure: T) => ({ accountId, sourceId: record.sourceId, figure });
  await inChange(house, async (trx) => {
    const known = await selectEvidence(trx, workspaceId, { accountIds: [accountId] });
    if (known.some(({ fileSha256, removedAt }) => fileSha256 === file.sha256 && removedAt === null))
      throw new ChoraleError("bad-input", sentence("evidence.again"), "file");
    await addEvidence(trx, workspaceId, record);
    if (snapshot) await addSnapshots(trx, workspaceId, [stored(snapshot)]);
    await addAudienceShares(
      trx,
      workspaceId,
      audience.map((share) => stored({ ...share, observedOn: typed.observedOn })),
    );
    await addRates(trx, workspaceId, rates.map(stored), newId);
    await markChanged(trx, workspaceId, [accountId], await nextChange(trx, workspaceId));
    await appendEvent(trx, workspaceId, {
      ...{ id: newId(), actor: "owner", noun: "evidence", nounId: record.id, verb: "attached", at },
      ...{ before: null, after: { accountId, fileName, fileSha256: file.sha256, method } },
    });
  });
  return record;
}

// Only the last part, without what a file system or a header might take for more than a name.
function plainName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? "")
    .replace(/[\p{Cc}<>:"|?*]/gu, "")
    .trim()
    .slice(-120);
  return plain === "" ? "evidence" : plain;
}
