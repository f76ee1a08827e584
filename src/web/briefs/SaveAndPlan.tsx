import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWords } from "../words/words.tsx";

const SECONDS = [5, 20, 60, 300] as const;

/** Save, and plan with as much patience as the reader has; a plan can be stopped at any moment. */
export function SaveAndPlan({
  ready,
  frozen,
  onSave,
  onPlan,
  children,
}: {
  ready: boolean;
  frozen: boolean;
  onSave: () => Promise<unknown>;
  onPlan: (seconds: number) => Promise<unknown>;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const [seconds, setSeconds] = useState<number>(SECONDS[0]);
  const keep = useMutation({ mutationFn: onSave });
  const plan = useMutation({ mutationFn: () => onPlan(seconds) });
  return (
    <div className="brief-actions">
      <div className="row">
        <Button disabled={!ready} loading={plan.isPending} onClick={() => plan.mutate()}>
          {t("brief.plan")}
        </Button>
        <NativeSelect
          aria-label={t("brief.patience")}
          value={String(seconds)}
          data={SECONDS.map((value) => ({
            value: String(value),
            label: t("brief.seconds", { count: value }),
          }))}
          onChange={(event) => setSeconds(Number(event.currentTarget.value))}
        />
        <Button
          variant="default"
          disabled={!ready || frozen}
          loading={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {t("brief.save")}
        </Button>
      </div>
      {children}
      {!ready && <p className="quiet">{t("brief.fixFirst")}</p>}
      {plan.isError && <ErrorNotice error={plan.error} />}
      {keep.isError && <ErrorNotice error={keep.error} />}
    </div>
  );
}
