import { z } from "zod";
import { type PlanRunForm, planRequest, planRunForm, planStarted } from "#api/contract/plans";
import { type PlanRun, PlanRuns } from "#app/planRuns";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

/** Planning takes seconds to minutes: it is started, watched, and can be stopped with the plan so far. */
export function registerPlanRuns(server: Server, house: HouseProvider): void {
  const runs = new PlanRuns();
  server.addHook("preClose", () => runs.stopAll());
  server.post(
    "/api/v1/plans",
    {
      schema: {
        summary: "Starts planning a brief; watch it at plan-runs",
        body: planRequest,
        response: { 200: planStarted },
      },
    },
    async (request) => {
      const { briefId, seconds, seed } = request.body;
      const asked = { briefId, seed, secondsMax: seconds, actor: "owner" };
      return { runId: await runs.start(await house(request), asked) };
    },
  );
  server.get(
    "/api/v1/plan-runs/:id",
    { schema: { summary: "How far a plan is", params, response: { 200: planRunForm } } },
    async (request) => {
      const open = await house(request);
      return toForm(runs.find(open, request.params.id), open.now(), request.language);
    },
  );
  server.post(
    "/api/v1/plan-runs/:id/stop",
    { schema: { summary: "Ends the search with the plan so far", params, response: { 200: planRunForm } } },
    async (request) => {
      const open = await house(request);
      return toForm(runs.stop(open, request.params.id), open.now(), request.language);
    },
  );
}

function toForm(run: PlanRun, now: Date, language: Language): PlanRunForm {
  const { progress, metric, currency, planId, error, secondsMax } = run;
  return {
    state: error ? "failed" : planId === null ? "running" : "done",
    ...progress,
    ...{ metric, currency },
    secondsGone: (now.getTime() - run.startedAt.getTime()) / 1000,
    ...{ secondsMax, planId },
    error: error && { message: say(language, error.sentence), at: error.at },
  };
}
