import type { Currency } from "#core/money";
import type { Field, ImportKind } from "./field.ts";
import { SHARE_FIGURES } from "./field.ts";
import { headerKey, splitNote } from "./headerKey.ts";
import { type PriceFacts, priceFactsIn, unitPowerOf } from "./headerNote.ts";
import type { HeaderTable } from "./headerTable.ts";
import type { Layout } from "./layout.ts";
import type { Mapping } from "./mapping.ts";
import { currencyIn, type SharedSign, signIn } from "./priceText.ts";
import { type ShareScale, scaleOf } from "./shareText.ts";

/** A column that means a field. */
export interface Binding {
  readonly field: Field;
  readonly column: number;
  readonly name: string;
  readonly scale: ShareScale;
  /** The currency its header names, and a sign in it that several currencies share. */
  readonly currency: Currency | null;
  readonly sign: SharedSign | null;
  /** The power of ten that its header counts in: 4 for 粉丝数(万). */
  readonly unitPower: number;
  /** Of a price: what is sold in the header's own word, and what the header says of it. */
  readonly soldWord: string | null;
  readonly facts: PriceFacts;
}

export interface ColumnMapping {
  readonly kind: ImportKind;
  readonly columns: readonly string[];
  readonly byField: ReadonlyMap<Field, readonly Binding[]>;
  readonly layout: Layout | null;
  /** Headers that mean nothing to Chorale; they are reported, never guessed at. */
  readonly ignored: readonly string[];
  /** Those of them that are kept as they came, under these keys. */
  readonly unmapped: readonly { readonly key: string; readonly column: number }[];
  /** The columns among those in which a sheet says of a row what has no column of its own. */
  readonly remarks: readonly number[];
}

// A sheet has a handful of columns of its own; beyond this it is something else's table.
const UNMAPPED_MAX = 60;
const KEY_CHARACTERS = 100;
const REMARKS =
  /备注|備註|说明|說明|要求|条件|條件|政策|合作方式|^remarks?$|^comments?$|^notes?$|^terms$|^conditions?$/i;

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
    const binding: Binding = {
      field,
      column,
      name,
      scale,
      currency: currencyIn(name),
      sign: signIn(name),
      unitPower: unitPowerOf(splitNote(name).note),
      soldWord: headers.soldWord(name),
      facts: priceFactsIn(name),
    };
    byField.set(field, [...(byField.get(field) ?? []), binding]);
  });
  const ignored = columns.filter((_, column) => fields[column] === null);
  const unmapped = unmappedColumns(
    columns,
    (name, column) =>
      fields[column] === null && !headers.isPassedOver(name) && writtenField(name, mapping) !== null,
  );
  const remarks = unmapped.filter(({ key }) => REMARKS.test(key)).map(({ column }) => column);
  return { kind, columns: [...columns], byField, layout, ignored, unmapped, remarks };
}

function fieldOf(
  name: string,
  kind: ImportKind,
  mapping: Mapping,
  layout: Layout | null,
  headers: HeaderTable,
): Field | null {
  const written = writtenField(name, mapping);
  if (written !== undefined) return written;
  return layoutField(name, layout) ?? headers.fieldOf(name, kind);
}

// Spelled out first: beside "Quality Audience", a count, "Quality Audience %" is a share, and a key knows no percent sign.
function layoutField(name: string, layout: Layout | null): Field | null {
  const fields = Object.entries(layout?.fields ?? {});
  const keys = [headerKey(name), headerKey(splitNote(name).name)];
  const spelled = (text: string) => text.normalize("NFKC").trim().toLowerCase();
  return (
    fields.find(([header]) => spelled(header) === spelled(name))?.[1] ??
    fields.find(([header]) => keys.includes(headerKey(header)))?.[1] ??
    null
  );
}

// What the mapping file says of a header; null passes over the column, undefined says nothing.
function writtenField(name: string, mapping: Mapping): Field | null | undefined {
  const written = mapping.columns?.[name];
  return written === undefined ? mapping.columns?.[name.trim()] : written;
}

function unmappedColumns(
  columns: readonly string[],
  isUnmapped: (name: string, column: number) => boolean,
): ColumnMapping["unmapped"] {
  const found: { key: string; column: number }[] = [];
  const taken = new Set<string>();
  columns.forEach((name, column) => {
    if (found.length === UNMAPPED_MAX || !isUnmapped(name, column)) return;
    const plain = name.replace(/\s+/g, " ").trim().slice(0, KEY_CHARACTERS);
    if (plain === "") return;
    const key = taken.has(plain) ? `${plain} (${column + 1})` : plain;
    taken.add(key);
    found.push({ key, column });
  });
  return found;
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
  return (
    field === "audienceShare" ||
    (field?.startsWith("audience.") ?? false) ||
    (field?.startsWith("audienceRankShare.") ?? false)
  );
}

function isShareFigure(field: Field): boolean {
  return field === "fakeFollowers" || (SHARE_FIGURES as readonly string[]).includes(field);
}
