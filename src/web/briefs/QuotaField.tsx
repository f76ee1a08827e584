import { Button, CloseButton, Input, NumberInput, TextInput } from "@mantine/core";
import { useWords } from "../words/words.tsx";
import { useBriefValue } from "./briefEditing.ts";
import type { Json } from "./briefText.ts";

interface QuotaText {
  readonly label: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** How many of what: "tier:micro" at least 3, "platform:douyin" at most 5. */
export function QuotaField() {
  const { t } = useWords();
  const { value, error, disabled, set } = useBriefValue("creators.quotas");
  const quotas = quotasOf(value);
  const write = (next: readonly QuotaText[]) => set(next.map(written));
  const change = (at: number, part: Partial<QuotaText>) =>
    write(quotas.map((quota, i) => (i === at ? { ...quota, ...part } : quota)));
  return (
    <Input.Wrapper label={t("brief.quotas")} description={t("brief.quotasHint")} error={error}>
      {quotas.map((quota, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a quota is its place in the list while its label is typed
        <div className="quota" key={i}>
          <TextInput
            aria-label={t("brief.quotaLabel")}
            placeholder="tier:micro"
            value={quota.label}
            disabled={disabled}
            onChange={(event) => change(i, { label: event.currentTarget.value })}
          />
          {(["min", "max"] as const).map((end) => (
            <NumberInput
              key={end}
              aria-label={t(end === "min" ? "brief.atLeast" : "brief.atMost")}
              placeholder={t(end === "min" ? "brief.atLeast" : "brief.atMost")}
              hideControls
              min={0}
              disabled={disabled}
              value={quota[end] ?? ""}
              onChange={(next) => change(i, { [end]: next === "" ? null : Number(next) })}
            />
          ))}
          <CloseButton
            aria-label={t("brief.removeQuota")}
            disabled={disabled}
            onClick={() => write(quotas.filter((_, other) => other !== i))}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={disabled}
        onClick={() => write([...quotas, { label: "tier:micro", min: 1, max: null }])}
      >
        {t("brief.addQuota")}
      </Button>
    </Input.Wrapper>
  );
}

function written({ label, min, max }: QuotaText): Json {
  return { label, ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}

function quotasOf(value: unknown): readonly QuotaText[] {
  if (!Array.isArray(value)) return [];
  const number = (each: unknown) => (typeof each === "number" ? each : null);
  return value.map((each: { label?: unknown; min?: unknown; max?: unknown } | null) => ({
    label: String(each?.label ?? ""),
    min: number(each?.min),
    max: number(each?.max),
  }));
}
