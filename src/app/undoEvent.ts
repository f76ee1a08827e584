import { ChoraleError } from "#core/errors";
import { isUuid } from "#core/ids";
import { type Sentence, sentence } from "#core/sentence";
import { markChanged, markCreatorsChanged } from "#storage/accounts";
import { resumeChange } from "#storage/changes";
import { nextChange, nextNumber } from "#storage/counters";
import type { Db } from "#storage/database";
import { dependentOn } from "#storage/dependents";
import { appendEvent, findEvent, type HistoryEvent } from "#storage/events";
import { isDangling, isDuplicate } from "#storage/faults";
import { inTransaction } from "#storage/transaction";
import {
  accountsAddedBy,
  accountsOfChange,
  creatorsOfChange,
  isOvertaken,
  putBack,
  takeBack,
} from "#storage/undoing";
import type { House } from "./house.ts";
import { sayEvent } from "./sayEvent.ts";

export interface Undone {
  readonly eventId: string;
  readonly verb: "undone" | "redone";
  /** What was undone or done again. */
  readonly what: Sentence;
}

/**
 * Undoes what an event did, with everything of its transaction, as an event of its own; undoing that does it again.
 * Throws not-found, and refused where something later leans on it, naming that.
 */
export async function undoEvent(house: House, id: string, actor: string): Promise<Undone> {
  const { workspaceId } = house;
  try {
    return await inTransaction(house.db, async (trx) => {
      // One undo at a time, and none beside an import: both look first and write then.
      await nextNumber(trx, workspaceId, "import");
      const asked = isUuid(id) ? await findEvent(trx, workspaceId, { id }) : null;
      if (!asked) throw new ChoraleError("not-found", sentence("history.missing"), "id");
      const { changeId } = asked;
      if (asked.verb === "contactErased") throw refused(sentence("history.refused.erased"));
      const first = changeId === null ? null : await findEvent(trx, workspaceId, { changeId });
      if (changeId === null || first === null) throw refused(sentence("history.refused.tooOld"));
      const verb = asked.verb === "undone" ? "redone" : "undone";
      const what = sayEvent(first);
      if ((asked.undoneAt !== null) !== (verb === "redone"))
        throw refused(sentence(`history.refused.already.${verb}`, { what: [what] }));
      const at = house.now();
      await resumeChange(trx, changeId);
      if (verb === "undone") await undo(trx, workspaceId, changeId, first, at);
      else await redo(trx, workspaceId, changeId, first);
      const eventId = house.newId();
      const { noun, nounId } = first;
      await appendEvent(trx, workspaceId, {
        ...{ id: eventId, actor, noun, nounId, verb, before: null, after: { event: first.id }, at },
      });
      return { eventId, verb, what };
    });
  } catch (caught) {
    if (isDangling(caught)) throw refused(sentence("history.refused.leaning"));
    if (isDuplicate(caught)) throw refused(sentence("history.refused.thereAgain"));
    throw caught;
  }
}

async function undo(
  trx: Db,
  workspaceId: string,
  changeId: string,
  first: HistoryEvent,
  at: Date,
): Promise<void> {
  const what = [sayEvent(first)];
  const dependent = await dependentOn(trx, workspaceId, changeId);
  if (dependent?.kind === "approved")
    throw refused(sentence("history.refused.approved", { what, brief: dependent.briefName }));
  if (dependent) {
    const later = dependent.changeId && (await findEvent(trx, workspaceId, { changeId: dependent.changeId }));
    throw refused(
      later
        ? sentence("history.refused.later", { what, later: [sayEvent(later)] })
        : sentence("history.refused.leaning"),
    );
  }
  await takeBack(trx, workspaceId, changeId, at);
  await number(trx, workspaceId, await touchedBy(trx, workspaceId, changeId));
}

async function redo(trx: Db, workspaceId: string, changeId: string, first: HistoryEvent): Promise<void> {
  if (await isOvertaken(trx, workspaceId, changeId))
    throw refused(sentence("history.refused.overtaken", { what: [sayEvent(first)] }));
  // Read before the rows go back: they are known by what was kept of them.
  const touched = await touchedBy(trx, workspaceId, changeId);
  await putBack(trx, workspaceId, changeId);
  const added = await accountsAddedBy(trx, workspaceId, changeId);
  await number(trx, workspaceId, { ...touched, accountIds: [...touched.accountIds, ...added] });
}

interface Touched {
  readonly accountIds: readonly string[];
  readonly creatorIds: readonly string[];
}

async function touchedBy(trx: Db, workspaceId: string, changeId: string): Promise<Touched> {
  return {
    accountIds: await accountsOfChange(trx, workspaceId, changeId),
    creatorIds: await creatorsOfChange(trx, workspaceId, changeId),
  };
}

/** Whoever follows the change feed sees creators of whom something came or went. */
async function number(trx: Db, workspaceId: string, { accountIds, creatorIds }: Touched): Promise<void> {
  if (accountIds.length + creatorIds.length === 0) return;
  const changeSeq = await nextChange(trx, workspaceId);
  await markChanged(trx, workspaceId, accountIds, changeSeq);
  await markCreatorsChanged(trx, workspaceId, creatorIds, changeSeq);
}

function refused(rule: Sentence): ChoraleError {
  return new ChoraleError("refused", rule, "id");
}
