import { z } from "zod";
import { type JudgeRunForm, judgeRequest, judgeRunForm, judgeStarted } from "#api/contract/judgements";
import { type JudgeRun, JudgeRuns } from "#app/judgeRuns";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";
import { named } from "./named.ts";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

/** Somebody's list against the best plan: sent, watched, read. Nobody is imported by it. */
export function registerJudgements(server: Server, house: HouseProvider): void {
  const runs = new JudgeRuns();
  server.addHook("preClose", async () => runs.stopAll());
  server.post(
    "/api/v1/judgements",
    {
      schema: {
        summary: "Send a list as it is and judge it by a brief; watch it with GET",
        querystring: judgeRequest,
        response: { 200: judgeStarted },
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
  server.get(
    "/api/v1/judgements/:id",
    {
      schema: {
        summary: "How far a judgement is, and what it found",
        params,
        response: { 200: judgeRunForm },
      },
    },
    async (request) => {
      const open = await house(request);
      return toForm(runs.find(open, request.params.id), open.now(), request.language);
    },
  );
  server.post(
    "/api/v1/judgements/:id/stop",
    { schema: { summary: "Ends its search with the plan so far", params, response: { 200: judgeRunForm } } },
    async (request) => {
      const open = await house(request);
      return toForm(runs.stop(open, request.params.id), open.now(), request.language);
    },
  );
}

function toForm(run: JudgeRun, now: Date, language: Language): JudgeRunForm {
  const { document, error, progress, secondsMax, startedAt } = run;
  return {
    state: error ? "failed" : document === null ? "running" : "done",
    step: progress.step,
    secondsGone: (now.getTime() - startedAt.getTime()) / 1000,
    ...{ secondsMax, document },
    error: error && { message: say(language, error.sentence), at: error.at },
  };
}
