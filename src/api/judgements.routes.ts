import { judgeRequest, judgeRunForm } from "#api/contract/judgements";
import { runStarted } from "#api/contract/runs";
import { judgeUpload, type UploadedList } from "#app/judgeUpload";
import { WatchedRuns } from "#app/watchedRuns";
import { named } from "./named.ts";
import type { HouseProvider, Server } from "./server.ts";
import { watchRuns } from "./watchRuns.ts";

// One beside the two of plans; documents are as large as plans and stay in memory only.
const LIMITS = { atOnceMax: 1, keptMax: 20 };

/** Somebody's list against the best plan: sent, watched, read. Nobody is imported by it. */
export function registerJudgements(server: Server, house: HouseProvider): void {
  const runs = new WatchedRuns(LIMITS, async (open, list: UploadedList, onProgress) => ({
    ...(await judgeUpload(open, list, onProgress)),
    about: null,
  }));
  server.post(
    "/api/v1/judgements",
    {
      schema: {
        summary: "Send a list as it is and judge it by a brief; watch it with GET",
        querystring: judgeRequest,
        response: { 200: runStarted },
      },
    },
    async (request) => {
      const { brief, currency = null, name, platform = null, seconds, seed } = request.query;
      const bytes = request.body as NodeJS.ReadableStream;
      const list = { name, bytes, briefId: brief, platform, currency, seed, secondsMax: seconds };
      const open = await house(request);
      return { runId: await named(() => runs.start(open, list)) };
    },
  );
  watchRuns(server, house, {
    path: "judgements",
    summaries: ["How far a judgement is, and what it found", "Ends its search with the plan so far"],
    form: judgeRunForm,
    runs,
    own: ({ made }) => ({ document: made }),
  });
}
