import { Checkbox, MultiSelect, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { type BriefValue, useBriefValue } from "./briefEditing.ts";

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

function description(hint: string | undefined, { assumed, gap }: BriefValue): ReactNode {
  if (!hint && !assumed && !gap) return undefined;
  return (
    <>
      {hint}
      {assumed && <span className="assumed">{assumed}</span>}
      {gap && <span className="gap">{gap}</span>}
    </>
  );
}

/** Typed freely and written on leaving the field, so that a half-typed date or percent is not judged. */
export function TextField({ path, label, hint, required, type }: FieldProps & { type?: "date" }) {
  const field = useBriefValue(path);
  const { value, error, assumedValue, disabled, set } = field;
  const written = value === undefined || value === null ? "" : String(value);
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const commit = (text: string) => {
    if (text === written) return;
    set(/^\d+(\.\d+)?$/.test(text.trim()) && type !== "date" ? Number(text) : text.trim());
  };
  return (
    <TextInput
      label={label}
      description={description(hint, field)}
      error={error}
      disabled={disabled}
      required={required ?? false}
      {...(type ? { type } : {})}
      placeholder={assumedValue === null ? undefined : String(assumedValue)}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (type === "date") commit(event.currentTarget.value);
      }}
      onBlur={() => commit(typed)}
    />
  );
}

export function NumberField({
  path,
  label,
  hint,
  required,
  suffix,
}: FieldProps & { suffix?: string | undefined }) {
  const field = useBriefValue(path);
  const { value, error, assumedValue, disabled, set } = field;
  return (
    <NumberInput
      label={label}
      description={description(hint, field)}
      error={error}
      disabled={disabled}
      required={required ?? false}
      min={0}
      hideControls
      thousandSeparator=","
      suffix={suffix ? ` ${suffix}` : ""}
      placeholder={assumedValue === null ? undefined : `${assumedValue}${suffix ? ` ${suffix}` : ""}`}
      value={typeof value === "number" || typeof value === "string" ? value : ""}
      onChange={(next) => set(next === "" ? undefined : next)}
    />
  );
}

export function ChoiceField({
  path,
  label,
  hint,
  required,
  choices,
}: FieldProps & { choices: readonly Choice[] }) {
  const field = useBriefValue(path);
  const { value, error, assumedValue, disabled, set } = field;
  const written = value === undefined || value === null ? null : String(value);
  const known = written === null || choices.some((choice) => choice.value === written);
  const standIn = choices.find((choice) => choice.value === String(assumedValue))?.label;
  return (
    <Select
      label={label}
      description={description(hint, field)}
      error={error}
      disabled={disabled}
      required={required ?? false}
      searchable
      clearable={!required}
      placeholder={standIn}
      data={[...choices, ...(known ? [] : [{ value: written ?? "", label: written ?? "" }])]}
      value={written}
      onChange={(next) => set(next ?? undefined)}
    />
  );
}

export function ManyField({ path, label, hint, choices }: FieldProps & { choices: readonly Choice[] }) {
  const field = useBriefValue(path);
  const { value, error, disabled, set } = field;
  const written = textsOf(value);
  const unknown = written.filter((text) => !choices.some((choice) => choice.value === text));
  return (
    <MultiSelect
      label={label}
      description={description(hint, field)}
      error={error}
      disabled={disabled}
      searchable
      clearable
      data={[...choices, ...unknown.map((text) => ({ value: text, label: text }))]}
      value={written}
      onChange={(next) => set(next)}
    />
  );
}

/** A list of free words. */
export function WordsField({ path, label, hint }: FieldProps) {
  const field = useBriefValue(path);
  const { value, error, disabled, set } = field;
  return (
    <TagsInput
      label={label}
      description={description(hint, field)}
      error={error}
      disabled={disabled}
      value={textsOf(value)}
      onChange={(next) => set(next)}
    />
  );
}

export function FlagField({ path, label, hint }: FieldProps) {
  const field = useBriefValue(path);
  const { value, error, assumedValue, disabled, set } = field;
  return (
    <Checkbox
      label={label}
      description={description(hint, field)}
      error={error}
      disabled={disabled}
      checked={typeof value === "boolean" ? value : assumedValue === true}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

function textsOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return [...new Set((Array.isArray(value) ? value : [value]).map(String))];
}
