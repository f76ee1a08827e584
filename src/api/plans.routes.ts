import { z } from "zod";
import { type PlanForm, planForm, planListForm } from "#api/contract/plans";
import { approvePlan } from "#app/approvePlan";
import { listPlans } from "#app/listPlans";
import { type OpenedPlan, openPlan } from "#app/openPlan";
import { dayOf } from "#core/period";
import { calendarFile } from "#core/planner/calendarFile";
import { say } from "#i18n/say";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

export function registerPlans(server: Server, house: HouseProvider): void {
  server.get(
    "/api/v1/plans",
    { schema: { summary: "Every plan, newest first", response: { 200: planListForm } } },
    async (request) => {
      const plans = await listPlans(await house(request));
      return {
        plans: plans.map(({ id, briefId, brandId, briefName, head, madeAt, approvedAt }) => ({
          ...{ id, briefId, brandId, name: briefName, head },
          madeOn: dayOf(madeAt.getTime()),
          approvedOn: dayOrNull(approvedAt),
        })),
      };
    },
  );
  server.get(
    "/api/v1/plans/:id",
    { schema: { summary: "A plan as it was made", params, response: { 200: planForm } } },
    async (request) => toForm(await openPlan(await house(request), request.params.id)),
  );
  server.get(
    "/api/v1/plans/:id/calendar.ics",
    {
      schema: {
        summary: "The latest days of a plan for a calendar program (iCalendar), in the language of ?lang=",
        params,
      },
    },
    async (request, reply) => {
      const { briefName, document } = await openPlan(await house(request), request.params.id);
      return reply
        .header("content-type", "text/calendar; charset=utf-8")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(briefName)}.ics`)
        .send(calendarFile(document, (words) => say(request.language, words)));
    },
  );
  server.post(
    "/api/v1/plans/:id/approval",
    {
      schema: {
        summary:
          "Approves a plan and freezes its brief; refused without exact metric, target, date and budget",
        params,
        response: { 200: planForm },
      },
    },
    async (request) => {
      const inHouse = await house(request);
      await approvePlan(inHouse, request.params.id, "owner");
      return toForm(await openPlan(inHouse, request.params.id));
    },
  );
}

function toForm({ id, briefId, briefVersion, briefName, approvedAt, document, since }: OpenedPlan): PlanForm {
  return {
    ...{ id, briefId, briefVersion, name: briefName, approvedOn: dayOrNull(approvedAt), document },
    since: since && {
      ...{ planId: since.planId, changes: since.changes },
      madeOn: dayOf(since.madeAt.getTime()),
    },
  };
}

function dayOrNull(at: Date | null): string | null {
  return at === null ? null : dayOf(at.getTime());
}
