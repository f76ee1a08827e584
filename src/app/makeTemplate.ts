import { readReference } from "#connectors/data/readReference";
import { templateWorkbook } from "#connectors/files/templateWorkbook";
import {
  EXAMPLE_HANDLE,
  TEMPLATE_COLUMNS,
  TEMPLATE_NEEDS,
  type TemplateColumn,
} from "#core/catalog/import/template";
import type { LocalNames } from "#core/localNames";
import { type Sentence, sentence } from "#core/sentence";

/** The bytes of an XLSX template for a list of creators, in one language: headers, an example row, explanations. */
export function makeTemplate(
  language: keyof LocalNames,
  say: (sentence: Sentence) => string,
): Promise<Buffer> {
  const word = (key: string) => say(sentence(`catalog.template.${key}`));
  const { platforms, topics } = readReference();
  const choicesOf = (column: TemplateColumn): readonly string[] | null => {
    if (column === "platform")
      return platforms
        .filter(({ formats, pathWords }) => formats.length > 0 && pathWords.length > 0)
        .map(({ names }) => names[language]);
    if (column === "topics") return topics.topics.map(({ names }) => names[language]);
    return column === "currency" ? ["CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY"] : null;
  };
  const exampleOf = (column: TemplateColumn): string | number => {
    if (column === "handle") return EXAMPLE_HANDLE;
    const written = word(`${column}.example`);
    return /^\d+$/.test(written) ? Number(written) : written;
  };
  return templateWorkbook({
    sheet: word("sheet"),
    explanations: word("explanations"),
    title: word("title"),
    heads: [word("head.column"), word("head.says"), word("head.values")],
    needed: word("needed"),
    remarks: [word("remark.example"), word("remark.unknown"), word("remark.more")],
    columns: TEMPLATE_COLUMNS.map((column) => ({
      header: word(`${column}.header`),
      says: word(`${column}.says`),
      example: exampleOf(column),
      isNeeded: TEMPLATE_NEEDS.includes(column),
      choices: choicesOf(column),
    })),
  });
}
