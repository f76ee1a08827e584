import { Button, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { enterRate } from "../doors/fxRates.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

/** Enters a rate, or corrects the one of the same pair and day. */
export function RateEntry() {
  const { t } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const [base, setBase] = useState("EUR");
  const [quote, setQuote] = useState("CNY");
  const [rate, setRate] = useState<number | null>(null);
  const [onDate, setOnDate] = useState("");
  const [source, setSource] = useState("");
  const enter = useMutation({
    mutationFn: (entered: number) =>
      enterRate(workspace, { base, quote, onDate, rate: entered, source: source.trim() || null }),
    onSuccess: () =>
      Promise.all(
        ["fx-rates", "reference"].map((noun) => client.invalidateQueries({ queryKey: [noun, workspace] })),
      ),
  });
  return (
    <form
      className="assumption-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (rate !== null) enter.mutate(rate);
      }}
    >
      <TextInput
        label={t("rates.base")}
        maxLength={3}
        value={base}
        onChange={(event) => setBase(event.currentTarget.value.toUpperCase())}
      />
      <TextInput
        label={t("rates.quote")}
        maxLength={3}
        value={quote}
        onChange={(event) => setQuote(event.currentTarget.value.toUpperCase())}
      />
      <NumberInput
        label={t("rates.rate")}
        hideControls
        min={0}
        value={rate ?? ""}
        onChange={(typed) => setRate(typed === "" ? null : Number(typed))}
      />
      <TextInput
        label={t("rates.on")}
        type="date"
        value={onDate}
        onChange={(event) => setOnDate(event.currentTarget.value)}
      />
      <TextInput
        label={t("assumptions.source")}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Button type="submit" loading={enter.isPending} disabled={rate === null || onDate === ""}>
        {t("rates.enter")}
      </Button>
      {enter.isError && <ErrorNotice error={enter.error} />}
    </form>
  );
}
