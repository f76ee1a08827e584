import { Button, Checkbox, FileInput, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Creator } from "#core/catalog/creator";
import { deliverablesOf, platformOf } from "#core/catalog/platform";
import { attachFile } from "../doors/evidence.ts";
import { useNames } from "../doors/names.ts";
import { referenceQuery } from "../doors/reference.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { EMPTY, type TypedText, typedFigures } from "./typedFigures.ts";

const FIGURES = [
  "followers",
  "viewsAvg",
  "engagementsAvg",
  "engagementPercent",
  "female",
  "male",
  "country",
  "countryPercent",
  "price",
] as const;

/** A file and the figures that stand in it; what stays empty is unknown. */
export function EvidenceForm({
  creator,
  onDone,
  onCancel,
}: {
  creator: Creator;
  onDone: () => Promise<void>;
  onCancel: () => void;
}) {
  const { language, t } = useWords();
  const names = useNames();
  const workspace = useWorkspace();
  const reference = useQuery(referenceQuery(workspace)).data;
  const [file, setFile] = useState<File | null>(null);
  const [accountId, setAccountId] = useState(creator.accounts[0]?.id ?? "");
  const [isInsights, setIsInsights] = useState(false);
  const platform = creator.accounts.find(({ id }) => id === accountId)?.platform ?? "";
  const sold = reference ? deliverablesOf(reference.platforms, platform) : [];
  const home = reference ? (platformOf(reference.platforms, platform)?.homeCurrency ?? "EUR") : "";
  const [text, setText] = useState<TypedText>(EMPTY);
  const set = (field: keyof TypedText, value: string) => setText((before) => ({ ...before, [field]: value }));
  const filled: TypedText = {
    ...text,
    deliverable: text.deliverable || (sold[0]?.slug ?? ""),
    currency: text.currency || home,
  };
  const attach = useMutation({
    mutationFn: (chosen: File) =>
      attachFile(workspace, creator.id, chosen, { accountId, isInsights, figures: typedFigures(filled) }),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null) attach.mutate(file);
  };
  const input = (field: (typeof FIGURES)[number]) => (
    <TextInput
      key={field}
      label={t(`evidence.${field}`)}
      inputMode={field === "country" ? "text" : "decimal"}
      value={text[field]}
      onChange={(event) => set(field, event.currentTarget.value)}
    />
  );
  return (
    <form className="sheet stack evidence-form no-print" onSubmit={submit}>
      <div className="evidence-fields">
        <FileInput
          label={t("evidence.add")}
          placeholder={t("evidence.file")}
          accept=".pdf,.png,.jpg,.jpeg,.webp"
          value={file}
          onChange={setFile}
          required
        />
        {creator.accounts.length > 1 && (
          <NativeSelect
            label={t("evidence.account")}
            value={accountId}
            data={creator.accounts.map(({ id, platform: on, handle }) => ({
              value: id,
              label: `${names.platform(on)} ${handle}`,
            }))}
            onChange={(event) => setAccountId(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="date"
          label={t("evidence.day")}
          max={reference?.today}
          required
          value={filled.observedOn}
          onChange={(event) => set("observedOn", event.currentTarget.value)}
        />
      </div>
      <Checkbox
        label={t("evidence.insights")}
        checked={isInsights}
        onChange={(event) => setIsInsights(event.currentTarget.checked)}
      />
      <div className="evidence-fields">
        {FIGURES.map(input)}
        <NativeSelect
          label={t("evidence.deliverable")}
          value={filled.deliverable}
          data={sold.map((kind) => ({ value: kind.slug, label: kind.names[language] }))}
          onChange={(event) => set("deliverable", event.currentTarget.value)}
        />
        <TextInput
          label={t("evidence.currency")}
          value={filled.currency}
          maxLength={3}
          onChange={(event) => set("currency", event.currentTarget.value.toUpperCase())}
        />
      </div>
      {attach.isError && <ErrorNotice error={attach.error} />}
      <div className="row">
        <Button type="submit" disabled={file === null || text.observedOn === ""} loading={attach.isPending}>
          {t("evidence.save")}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t("evidence.cancel")}
        </Button>
      </div>
    </form>
  );
}
