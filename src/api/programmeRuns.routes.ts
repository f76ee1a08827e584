import { programmePlanRequest, programmeRunForm } from "#api/contract/programmes";
import { runStarted } from "#api/contract/runs";
import { type ProgrammePlanRequest, planStoredProgramme } from "#app/planStoredProgramme";
import { WatchedRuns } from "#app/watchedRuns";
import type { HouseProvider, Server } from "./server.ts";
import { watchRuns } from "./watchRuns.ts";

// One beside the two of plans: it makes a plan for each campaign.
const LIMITS = { atOnceMax: 1, keptMax: 200 };

/** Planning several campaigns under one budget: started, watched, and stopped with the plan so far. */
export function registerProgrammeRuns(server: Server, house: HouseProvider): void {
  const runs = new WatchedRuns(LIMITS, async (open, request: ProgrammePlanRequest, onProgress) => ({
    ...(await planStoredProgramme(open, request, onProgress)),
    about: { programmeId: request.programmeId },
  }));
  server.post(
    "/api/v1/programme-plans",
    {
      schema: {
        summary: "Starts planning a programme; watch it at programme-runs",
        body: programmePlanRequest,
        response: { 200: runStarted },
      },
    },
    async (request) => {
      const { programmeId, seconds, seed } = request.body;
      const asked = { programmeId, seed, secondsMax: seconds, actor: "owner" };
      return { runId: await runs.start(await house(request), asked) };
    },
  );
  watchRuns(server, house, {
    path: "programme-runs",
    summaries: ["How far a programme's plan is", "Ends the search with the plan so far"],
    form: programmeRunForm,
    runs,
    own: ({ about, made, progress }) => ({
      ...about,
      ...{ campaign: progress.campaign ?? null, planId: made?.id ?? null },
    }),
  });
}
