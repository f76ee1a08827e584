import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { recordCollaboration } from "../doors/creatorFacts.ts";
import { referenceQuery } from "../doors/reference.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";

const PAY = { unknown: null, paid: true, unpaid: false } as const;

/** A brand that an account worked with, who says so and, where known, when and whether it was paid. */
export function BrandForm({
  creatorId,
  accountId,
  onClose,
}: {
  creatorId: string;
  accountId: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const today = useQuery(referenceQuery(workspace)).data?.today;
  const [typed, setTyped] = useState({ brand: "", source: "", onDate: "" });
  const [pay, setPay] = useState<keyof typeof PAY>("unknown");
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const record = useMutation({
    mutationFn: () =>
      recordCollaboration(workspace, creatorId, {
        ...{ accountId, brand: typed.brand, source: typed.source, paid: PAY[pay] },
        onDate: typed.onDate === "" ? null : typed.onDate,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["creators", workspace] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  return (
    <form className="sheet stack no-print" onSubmit={submit}>
      <div className="fact-fields">
        <TextInput
          label={t("facts.brand")}
          required
          maxLength={100}
          value={typed.brand}
          onChange={(event) => set({ brand: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("facts.when")}
          max={today}
          value={typed.onDate}
          onChange={(event) => set({ onDate: event.currentTarget.value })}
        />
        <NativeSelect
          label={t("facts.pay")}
          value={pay}
          data={[
            { value: "unknown", label: t("facts.unknown") },
            { value: "paid", label: t("facts.paid") },
            { value: "unpaid", label: t("facts.unpaid") },
          ]}
          onChange={(event) => setPay(event.currentTarget.value as keyof typeof PAY)}
        />
        <TextInput
          label={t("facts.whoSays")}
          placeholder={t("facts.whoSaysHint")}
          required
          maxLength={200}
          value={typed.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      </div>
      {record.isError && <ErrorNotice error={record.error} />}
      <div className="row">
        <Button type="submit" loading={record.isPending}>
          {t("facts.save")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("evidence.cancel")}
        </Button>
      </div>
    </form>
  );
}
