import { planRequest, planRunForm } from "#api/contract/plans";
import { runStarted } from "#api/contract/runs";
import { type BriefPlanRequest, planBrief } from "#app/planBrief";
import { WatchedRuns } from "#app/watchedRuns";
import type { HouseProvider, Server } from "./server.ts";
import { watchRuns } from "./watchRuns.ts";

// A small machine has two processors.
const LIMITS = { atOnceMax: 2, keptMax: 200 };

/** Planning takes seconds to minutes: it is started, watched, and can be stopped with the plan so far. */
export function registerPlanRuns(server: Server, house: HouseProvider): void {
  const runs = new WatchedRuns(LIMITS, async (open, request: BriefPlanRequest, onProgress) => {
    const { brief, list, ...running } = await planBrief(open, request, onProgress);
    const { currency, objective } = brief;
    const { briefId } = request;
    return {
      ...running,
      about: { briefId, listId: list?.id ?? null, metric: objective.metric, currency },
    };
  });
  server.post(
    "/api/v1/plans",
    {
      schema: {
        summary: "Starts planning a brief; watch it at plan-runs",
        body: planRequest,
        response: { 200: runStarted },
      },
    },
    async (request) => {
      const { briefId, list = null, seconds, seed } = request.body;
      const asked = { briefId, list, seed, secondsMax: seconds, actor: "owner" };
      return { runId: await runs.start(await house(request), asked) };
    },
  );
  watchRuns(server, house, {
    path: "plan-runs",
    summaries: ["How far a plan is", "Ends the search with the plan so far"],
    form: planRunForm,
    runs,
    own: ({ about, made, progress: { value, upperBound } }) => ({
      ...{ value, upperBound, ...about },
      planId: made?.id ?? null,
    }),
  });
}
