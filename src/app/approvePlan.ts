import { briefReadyForApproval } from "#core/brief/approval";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import { dayOf } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { freezeBrief } from "#storage/briefs";
import { appendEvent } from "#storage/events";
import { isDuplicate } from "#storage/faults";
import { type Approval, findApproval, insertApproval } from "#storage/plans";
import type { House } from "./house.ts";
import { inChange } from "./inChange.ts";
import { type OpenedBrief, openBrief } from "./openBrief.ts";
import { type OpenedPlan, openPlan } from "./openPlan.ts";

/**
 * Approves a plan and freezes its version of the brief with the day: from then on that is what the campaign is
 * measured against. Approving it again changes nothing. Throws refused with every reason, and not-found.
 */
export async function approvePlan(house: House, planId: string, actor: string): Promise<Approval> {
  const { workspaceId } = house;
  const plan = await openPlan(house, planId);
  const { briefId, briefVersion } = plan;
  const known = await findApproval(house.db, workspaceId, briefId, briefVersion);
  if (known) return sameOrRefused(known, planId);

  const brief = await openBrief(house, briefId, briefVersion);
  const reasons = reasonsAgainst(plan, brief, dayOf(house.now().getTime()));
  if (reasons.length > 0) {
    const values = { name: brief.name, reasons: reasons.map((reason) => reason.rule), count: reasons.length };
    throw new ChoraleError(
      "refused",
      sentence("storage.approvalRefused", values),
      reasons[0]?.at ?? null,
      reasons,
    );
  }

  const approval: Approval = { planId, briefId, briefVersion, actor, at: house.now() };
  const event = (noun: string, nounId: string, verb: string) => ({
    ...{ id: house.newId(), actor, noun, nounId, verb, at: approval.at },
    before: null,
    after: { briefVersion, name: brief.name },
  });
  try {
    await inChange(house, async (trx) => {
      await insertApproval(trx, workspaceId, approval);
      await freezeBrief(trx, workspaceId, briefId, briefVersion, approval.at);
      await appendEvent(trx, workspaceId, event("plan", planId, "approved"));
      await appendEvent(trx, workspaceId, event("brief", briefId, "frozen"));
    });
  } catch (caught) {
    const meanwhile = isDuplicate(caught)
      ? await findApproval(house.db, workspaceId, briefId, briefVersion)
      : null;
    if (!meanwhile) throw caught;
    return sameOrRefused(meanwhile, planId);
  }
  return approval;
}

/** One version of a brief has one approved plan: whoever wants another makes the next version. */
function sameOrRefused(approval: Approval, planId: string): Approval {
  if (approval.planId === planId) return approval;
  const on = dayOf(approval.at.getTime());
  throw new ChoraleError("refused", sentence("storage.otherPlanApproved", { on }), "plan");
}

function reasonsAgainst(plan: OpenedPlan, { brief }: OpenedBrief, today: string): ErrorDetail[] {
  const reasons: ErrorDetail[] = briefReadyForApproval(brief).map(({ path, says }) => ({
    at: path,
    rule: says,
    value: null,
  }));
  const add = (at: string, rule: Sentence, value: string) => reasons.push({ at, rule, value });
  if (plan.document.status !== "ok") add("plan", sentence("storage.nothingToApprove"), plan.document.status);
  if (brief.objective.by < today)
    add("objective.by", sentence("storage.dateGone", { today }), brief.objective.by);
  return reasons;
}
