import { Button, Progress } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { RunForm } from "#api/contract/runs";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWords } from "../words/words.tsx";
import "../shell/notice.css";
import "./run.css";

/** Work under way: what it is doing, how long it has, and a stop that keeps what there is; or why nothing came of it. */
export function RunView({
  run,
  steps,
  title,
  failed,
  note = "",
  onStop,
  back,
}: {
  run: RunForm;
  /** In their order; what a kind of run never does is left out. */
  steps: readonly RunForm["step"][];
  title: string;
  failed: string;
  /** Said beside the seconds. */
  note?: string;
  onStop: () => Promise<unknown>;
  /** Where what failed can be mended. */
  back?: ReactNode;
}) {
  const { t, number } = useWords();
  const stop = useMutation({ mutationFn: onStop });
  // The search keeps its time; describing what it found takes what it takes.
  const isOver = run.secondsGone > run.secondsMax;
  const now = steps.indexOf(run.step);
  return (
    <div className="run">
      <h1>{title}</h1>
      {run.state === "failed" ? (
        <div className="notice notice-error" role="alert">
          <strong>{failed}</strong>
          <p>
            {run.error?.at && <code>{run.error.at}</code>} {run.error?.message}
          </p>
          {back}
        </div>
      ) : (
        <>
          <Progress
            value={Math.min(100, (run.secondsGone / run.secondsMax) * 100)}
            size="lg"
            animated={isOver}
            aria-label={title}
          />
          <ol aria-live="polite">
            {steps.map((step, i) => (
              <li key={step} className={i < now ? "past" : i === now ? "now" : undefined}>
                {t(`plans.step.${step}`)}
              </li>
            ))}
          </ol>
          <p className="quiet">
            {isOver
              ? t("plans.secondsGone", { seconds: number(run.secondsGone) })
              : t("plans.seconds", { seconds: number(run.secondsGone), max: number(run.secondsMax) })}
            {note && ` · ${note}`}
          </p>
          <div>
            <Button
              variant="default"
              onClick={() => stop.mutate()}
              disabled={stop.isPending || stop.isSuccess}
            >
              {t("plans.stop")}
            </Button>
          </div>
        </>
      )}
      {stop.isError && <ErrorNotice error={stop.error} />}
    </div>
  );
}
