import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ImportChoices, ImportPreview } from "#api/contract/imports";
import { type Field, IMPORT_KINDS, type ImportKind } from "#core/catalog/import/field";
import { currenciesOf } from "../briefs/choices.ts";
import { referenceQuery } from "../doors/reference.ts";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { fieldChoices, sayField } from "./sayField.ts";

/** What each column means, with a look into it; every meaning can be changed before anything is written. */
export function MappingTable({
  preview,
  choices,
  onChoices,
}: {
  preview: ImportPreview;
  choices: ImportChoices;
  onChoices: (choices: ImportChoices) => void;
}) {
  const words = useWords();
  const { t, language } = words;
  const reference = useQuery(referenceQuery(useWorkspace())).data;
  const platforms = reference?.platforms ?? [];
  const isPerRow =
    preview.platform === null && (preview.platformFrom === "column" || preview.platformFrom === "addresses");
  const known = new Set(preview.columns.flatMap((column) => column.field ?? []));
  const fields = fieldChoices(words, known);
  // A price in a column that names no currency needs one; a cell or a header that names its own goes first.
  const priced = [...known].some((field) => field === "price" || field.startsWith("rate."));
  const mapped = preview.columns.filter((column) => column.field !== null).length;
  return (
    <>
      <div className="row mapping-what">
        <NativeSelect
          label={t("creators.rowsAre")}
          value={preview.as ?? ""}
          data={[
            ...(preview.as === null ? [{ value: "", label: t("creators.choose") }] : []),
            ...IMPORT_KINDS.filter((kind) => kind !== "handles").map((kind) => ({
              value: kind,
              label: t(`importKind.${kind}`),
            })),
          ]}
          onChange={(event) => onChoices({ ...choices, as: event.currentTarget.value as ImportKind })}
        />
        <NativeSelect
          label={t("creators.platform")}
          value={preview.platform ?? (isPerRow ? "column" : "")}
          description={preview.platformFrom ? t(`platformFrom.${preview.platformFrom}`) : undefined}
          data={[
            ...(preview.platform === null
              ? [
                  {
                    value: isPerRow ? "column" : "",
                    label: t(isPerRow ? "creators.perRow" : "creators.choose"),
                  },
                ]
              : []),
            ...platforms.map((platform) => ({ value: platform.slug, label: platform.names[language] })),
          ]}
          onChange={(event) => onChoices({ ...choices, platform: event.currentTarget.value })}
        />
        {priced && !known.has("currency") && (
          <NativeSelect
            label={t("creators.currency")}
            description={t("creators.currencyHint")}
            value={choices.currency ?? ""}
            data={[
              { value: "", label: t("creators.currencyAsFile") },
              ...currenciesOf(reference?.fx ?? [], language),
            ]}
            onChange={(event) => onChoices({ ...choices, currency: event.currentTarget.value || null })}
          />
        )}
        <p className="quiet">{t("creators.mapped", { mapped, all: preview.columns.length })}</p>
      </div>
      <div className="wide mapping">
        <table>
          <caption className="hidden-words">{t("creators.mappingTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("creators.column")}</th>
              <th scope="col">{t("creators.means")}</th>
              <th scope="col">{t("creators.samples")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map((column) => (
              <tr key={column.name} className={column.field === null ? "unmapped" : undefined}>
                <th scope="row">{column.name}</th>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t("creators.meaningOf", { column: column.name })}
                    value={column.field ?? ""}
                    data={[{ value: "", label: t("creators.passOver") }, ...fields]}
                    onChange={(event) =>
                      onChoices({
                        ...choices,
                        columns: {
                          ...choices.columns,
                          [column.name]: (event.currentTarget.value || null) as Field | null,
                        },
                      })
                    }
                  />
                </td>
                <td className="samples">{column.samples.join(" · ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hidden-words" aria-live="polite">
        {preview.columns
          .filter((column) => column.field !== null)
          .map((column) => `${column.name}: ${sayField(words, column.field ?? "")}`)
          .join("; ")}
      </p>
    </>
  );
}
