import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import { briefsQuery } from "../doors/briefs.ts";
import { startPlan } from "../doors/plans.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

const SECONDS = 5;

/** Plans a brief with the creators of a list alone. `toList` answers its id; it is asked once, however often planning is tried. */
export function PlanWithList({
  toList,
  isReady = true,
  children,
}: {
  toList: () => Promise<string>;
  isReady?: boolean;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const briefs = useQuery(briefsQuery(workspace));
  const [chosen, setChosen] = useState("");
  const list = useRef<string>(undefined);
  const briefId = chosen || (briefs.data?.briefs[0]?.id ?? "");
  const plan = useMutation({
    mutationFn: async () => {
      list.current ??= await toList();
      return startPlan(workspace, briefId, SECONDS, list.current);
    },
    onSuccess: ({ runId }) => navigate({ to: "/$workspace/plan-runs/$runId", params: { workspace, runId } }),
  });
  if (briefs.data?.briefs.length === 0)
    return (
      <div className="stack">
        <p>{t("plan.list.noBrief")}</p>
        <Link to="/$workspace/briefs/$briefId" params={{ workspace, briefId: "new" }}>
          {t("brief.write")}
        </Link>
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        plan.mutate();
      }}
    >
      <p className="quiet">{t("plan.list.says")}</p>
      {children}
      <NativeSelect
        label={t("plan.list.brief")}
        value={briefId}
        data={(briefs.data?.briefs ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button type="submit" loading={plan.isPending} disabled={briefId === "" || !isReady}>
        {t("plan.list.start")}
      </Button>
      {plan.isError && <ErrorNotice error={plan.error} />}
    </form>
  );
}
