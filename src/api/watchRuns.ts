import { z } from "zod";
import type { RunForm } from "#api/contract/runs";
import type { WatchedRun, WatchedRuns } from "#app/watchedRuns";
import type { Language } from "#i18n/messages";
import { say } from "#i18n/say";
import type { HouseProvider, Server } from "./server.ts";

const params = z.object({ id: z.string() });

/** The doors of a kind of run: how far it is, and a stop that keeps what there is. The server ends with all of them ended. */
export function watchRuns<Request extends { readonly secondsMax: number }, About, Made>(
  server: Server,
  house: HouseProvider,
  {
    path,
    summaries,
    form,
    runs,
    own,
  }: {
    readonly path: string;
    /** What GET and stop say of themselves in the API's description. */
    readonly summaries: readonly [watch: string, stop: string];
    readonly form: z.ZodType<RunForm>;
    readonly runs: WatchedRuns<Request, About, Made>;
    /** What the form of this kind has beyond every run's. */
    readonly own: (run: WatchedRun<About, Made>) => object;
  },
): void {
  const answer = (run: WatchedRun<About, Made>, now: Date, language: Language) => ({
    ...formOf(run, now, language),
    ...own(run),
  });
  server.addHook("preClose", () => runs.stopAll());
  server.get(
    `/api/v1/${path}/:id`,
    { schema: { summary: summaries[0], params, response: { 200: form } } },
    async (request) => {
      const open = await house(request);
      return answer(runs.find(open, request.params.id), open.now(), request.language);
    },
  );
  server.post(
    `/api/v1/${path}/:id/stop`,
    { schema: { summary: summaries[1], params, response: { 200: form } } },
    async (request) => {
      const open = await house(request);
      return answer(runs.stop(open, request.params.id), open.now(), request.language);
    },
  );
}

function formOf(run: WatchedRun<unknown, unknown>, now: Date, language: Language): RunForm {
  const { progress, made, error, secondsMax, startedAt } = run;
  return {
    state: error ? "failed" : made === null ? "running" : "done",
    step: progress.step,
    secondsGone: (now.getTime() - startedAt.getTime()) / 1000,
    secondsMax,
    error: error && { message: say(language, error.sentence), at: error.at },
  };
}
