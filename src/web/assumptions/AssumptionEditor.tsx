import { Button, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Assumption } from "#core/forecast/assumption";
import { assumptionsQuery, changeAssumption } from "../doors/assumptions.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** An own figure in place of the shipped one; plans made from then on rest on it and say so. */
export function AssumptionEditor({ row, onDone }: { row: Assumption; onDone: () => void }) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [value, setValue] = useState<number | null>(row.value);
  const [low, setLow] = useState<number | null>(null);
  const [high, setHigh] = useState<number | null>(null);
  const [source, setSource] = useState("");
  const change = useMutation({
    mutationFn: (entered: number) =>
      changeAssumption(workspace, {
        ...{ key: row.key, scope: row.scope, value: entered },
        ...(low === null ? {} : { low }),
        ...(high === null ? {} : { high }),
        ...(source.trim() === "" ? {} : { source: source.trim() }),
      }),
    onSuccess: (answer) => {
      client.setQueryData(assumptionsQuery(workspace).queryKey, answer);
      onDone();
    },
  });
  const amount = (typed: number | string) => (typed === "" ? null : Number(typed));
  return (
    <form
      className="assumption-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null) change.mutate(value);
      }}
    >
      <NumberInput
        label={t("assumptions.value")}
        description={[row.unit, row.denominator].filter(Boolean).join(" / ")}
        hideControls
        min={0}
        value={value ?? ""}
        onChange={(typed) => setValue(amount(typed))}
      />
      <NumberInput
        label={t("assumptions.low")}
        description={t("assumptions.rangeHint")}
        hideControls
        min={0}
        value={low ?? ""}
        onChange={(typed) => setLow(amount(typed))}
      />
      <NumberInput
        label={t("assumptions.high")}
        hideControls
        min={0}
        value={high ?? ""}
        onChange={(typed) => setHigh(amount(typed))}
      />
      <TextInput
        label={t("assumptions.source")}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Button type="submit" loading={change.isPending} disabled={value === null}>
        {t("brief.save")}
      </Button>
      {change.isError && <ErrorNotice error={change.error} />}
    </form>
  );
}
