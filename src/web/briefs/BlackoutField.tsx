import { Button, CloseButton, Input, TextInput } from "@mantine/core";
import { useWords } from "../words/words.tsx";
import { useBriefValue } from "./briefEditing.ts";
import type { Json } from "./briefText.ts";

interface BlackoutText {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

const PARTS = ["from", "to", "why"] as const;
const NEW: BlackoutText = { from: "", to: "", why: "" };

/** Days on which the brand neither works nor posts; without a last day, one day. */
export function BlackoutField() {
  const { t } = useWords();
  const { value, error, gap, disabled, set } = useBriefValue("calendar.blackouts");
  const rows = rowsOf(value);
  const write = (next: readonly BlackoutText[]) => set(next.map(written));
  const change = (at: number, part: Partial<BlackoutText>) =>
    write(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  return (
    <Input.Wrapper
      className="form-whole"
      label={t("brief.blackouts")}
      description={gap && <span className="gap">{gap}</span>}
      error={error}
    >
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list while its days are typed
        <div className="blackout" key={i}>
          {PARTS.map((part) => (
            <TextInput
              key={part}
              label={t(`brief.blackout.${part}`)}
              type={part === "why" ? "text" : "date"}
              value={row[part]}
              disabled={disabled}
              onChange={(event) => change(i, { [part]: event.currentTarget.value })}
            />
          ))}
          <CloseButton
            aria-label={t("brief.removeBlackout")}
            disabled={disabled}
            onClick={() => write(rows.filter((_, other) => other !== i))}
          />
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" disabled={disabled} onClick={() => write([...rows, NEW])}>
        {t("brief.addBlackout")}
      </Button>
    </Input.Wrapper>
  );
}

function written(row: BlackoutText): Json {
  return Object.fromEntries(PARTS.flatMap((part) => (row[part] === "" ? [] : [[part, row[part]]])));
}

function rowsOf(value: unknown): readonly BlackoutText[] {
  if (!Array.isArray(value)) return [];
  return value.map((row: Partial<Record<(typeof PARTS)[number], unknown>> | null) => ({
    from: String(row?.from ?? ""),
    to: String(row?.to ?? ""),
    why: String(row?.why ?? ""),
  }));
}
