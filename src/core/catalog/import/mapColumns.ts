import type { Currency } from "#core/money";
import type { Field, ImportKind } from "./field.ts";
import { SHARE_FIGURES } from "./field.ts";
import { headerKey } from "./headerKey.ts";
import type { HeaderTable } from "./headerTable.ts";
import type { Layout } from "./layout.ts";
import type { Mapping } from "./mapping.ts";
import { currencyIn } from "./priceText.ts";
import { type ShareScale, scaleOf } from "./shareText.ts";

/** A column that means a field. */
export interface Binding {
  readonly field: Field;
  readonly column: number;
  readonly name: string;
  readonly scale: ShareScale;
  /** The currency its header names. */
  readonly currency: Currency | null;
}

export interface ColumnMapping {
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly byField: ReadonlyMap<Field, readonly Binding[]>;
  readonly layout: Layout | null;
  /** Headers that mean nothing to Chorale; they are reported, never guessed at. */
  readonly ignored: readonly string[];
}

/** What every column of a table means, by the mapping file, else a known layout, else the header's words. */
export function mapColumns(
  columns: readonly string[],
  kind: ImportKind,
  mapping: Mapping,
  sample: readonly (readonly string[])[],
  headers: HeaderTable,
): ColumnMapping {
  const layout = headers.layoutOf(columns);
  const fields = resolveBareId(
    columns.map((name) => fieldOf(name, kind, mapping, layout, headers)),
    columns,
    kind,
  );
  const valuesOf = (column: number) => sample.map((cells) => cells[column] ?? "");
  const audienceScale = scaleOf(
    fields.flatMap((field, column) => (isAudienceShare(field) ? valuesOf(column) : [])),
  );
  const byField = new Map<Field, Binding[]>();
  fields.forEach((field, column) => {
    if (field === null) return;
    const name = columns[column] ?? "";
    const written = mapping.scales?.[name];
    const scale =
      written ??
      (/[%％]|percent|pct/i.test(name)
        ? "percent"
        : isAudienceShare(field)
          ? audienceScale
          : isShareFigure(field)
            ? scaleOf(valuesOf(column))
            : "percent");
    const binding: Binding = { field, column, name, scale, currency: currencyIn(name) };
    byField.set(field, [...(byField.get(field) ?? []), binding]);
  });
  const ignored = columns.filter((_, column) => fields[column] === null);
  return { kind, columns: [...columns], byField, layout, ignored };
}

function fieldOf(
  name: string,
  kind: ImportKind,
  mapping: Mapping,
  layout: Layout | null,
  headers: HeaderTable,
): Field | null {
  const written = mapping.columns?.[name] ?? mapping.columns?.[name.trim()];
  if (written !== undefined || mapping.columns?.[name] === null) return written ?? null;
  for (const [header, field] of Object.entries(layout?.fields ?? {}))
    if (headerKey(header) === headerKey(name)) return field;
  return headers.fieldOf(name, kind);
}

// A bare `id` is the account's when nothing else names the account; beside an account's own id it is the row's.
function resolveBareId(
  fields: readonly (Field | null)[],
  columns: readonly string[],
  kind: ImportKind,
): readonly (Field | null)[] {
  const isBare = (column: number) =>
    headerKey(columns[column] ?? "") === "id" && fields[column] === "externalId";
  const named = fields.some(
    (field, column) =>
      (field === "externalId" || (kind === "posts" && field === "handle")) && !isBare(column),
  );
  if (!named) return fields;
  const instead = kind === "posts" && !fields.includes("postKey") ? "postKey" : null;
  return fields.map((field, column) => (isBare(column) ? instead : field));
}

function isAudienceShare(field: Field | null): boolean {
  return field === "audienceShare" || (field?.startsWith("audience.") ?? false);
}

function isShareFigure(field: Field): boolean {
  return (SHARE_FIGURES as readonly string[]).includes(field);
}
