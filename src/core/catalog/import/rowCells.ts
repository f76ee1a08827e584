import { dayOf, type IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { type Platform, platformOfAddress } from "../platform.ts";
import { isAhead, readDay, readInstant } from "./dateText.ts";
import type { Field } from "./field.ts";
import type { Binding, ColumnMapping } from "./mapColumns.ts";
import { readCount, readNumber } from "./numberText.ts";
import { readShareBp } from "./shareText.ts";
import { isUnknown } from "./unknownValue.ts";

export interface CellFault {
  readonly column: string;
  readonly value: string;
  readonly rule: Sentence;
}

/** A known cell and the column it stands in. */
export interface KnownCell {
  readonly binding: Binding;
  readonly text: string;
}

/** What of an accepted row is left out, and why. */
export interface RowNote {
  readonly column: string;
  readonly rule: Sentence;
}

const NO_NOTES: readonly RowNote[] = [];

/** The cells of one row by field. The first unreadable one is remembered as the row's fault; reading goes on as unknown. */
export class RowCells {
  readonly mapping: ColumnMapping;
  fault: CellFault | null = null;
  notes: readonly RowNote[] = NO_NOTES;
  #cells: readonly string[];

  constructor(mapping: ColumnMapping, cells: readonly string[]) {
    this.mapping = mapping;
    this.#cells = cells;
  }

  refuse(binding: Pick<Binding, "name"> | undefined, value: string, rule: Sentence): null {
    this.fault ??= { column: binding?.name ?? "", value: value.slice(0, 200), rule };
    return null;
  }

  /** Leaves a cell out of an otherwise acceptable row. */
  note(binding: Pick<Binding, "name">, rule: Sentence): void {
    this.notes = [...this.notes, { column: binding.name, rule }];
  }

  /** The known cell in a column that means no field. */
  unmapped(column: number): string | null {
    const text = meant(this.#cells[column] ?? "");
    return isUnknown(text) ? null : text.trim();
  }

  /** What the row's columns of remarks say, of whatever; empty where there are none. */
  remarks(): string {
    return this.mapping.remarks.map((column) => this.unmapped(column) ?? "").join("; ");
  }

  /** The platform that the first address in the row is of. */
  platformOfAddress(platforms: readonly Platform[]): Platform | null {
    for (const text of this.#cells) {
      const found = platformOfAddress(platforms, text);
      if (found !== null) return found;
    }
    return null;
  }

  bindings(field: Field): readonly Binding[] {
    return this.mapping.byField.get(field) ?? [];
  }

  /** The known cells under a field, in column order. */
  known(field: Field): KnownCell[] {
    const found: KnownCell[] = [];
    for (const binding of this.bindings(field)) {
      const text = meant(this.#cells[binding.column] ?? "");
      if (!isUnknown(text)) found.push({ binding, text });
    }
    return found;
  }

  text(field: Field): string | null {
    const text = this.known(field)[0]?.text.trim();
    return text === undefined || text === "" ? null : text;
  }

  /** A whole number of at least 0. */
  count(field: Field): number | null {
    return this.#numeric(field, readCount, "catalog.rule.count");
  }

  /** A number of at least 0, decimals allowed: averages. */
  amount(field: Field): number | null {
    return this.#numeric(field, readNumber, "catalog.rule.amount");
  }

  /** Basis points from 0 to `mostBp`. */
  shareBp(field: Field, mostBp = 10_000): number | null {
    const [cell] = this.known(field);
    if (!cell) return null;
    const value = readShareBp(cell.text, cell.binding.scale);
    if (value !== null && value >= 0 && value <= mostBp) return value;
    return this.refuse(
      cell.binding,
      cell.text,
      sentence("catalog.rule.share", { mostPercent: mostBp / 100 }),
    );
  }

  /** When something was seen or posted: nothing is before it happened. */
  pastInstant(field: Field, today: IsoDate): number | null {
    const at = this.#read(field, readInstant, "catalog.rule.date");
    if (at === null || !isAhead(dayOf(at), today)) return at;
    const [cell] = this.known(field);
    return this.refuse(cell?.binding, cell?.text ?? "", sentence("catalog.rule.dateAhead", { today }));
  }

  day(field: Field): string | null {
    return this.#read(field, readDay, "catalog.rule.date");
  }

  #read<T>(field: Field, read: (text: string) => T | null, rule: string): T | null {
    const [cell] = this.known(field);
    return cell ? (read(cell.text) ?? this.refuse(cell.binding, cell.text, sentence(rule))) : null;
  }

  // Of several columns with one meaning ("409.8M" and 409800000) every one must be readable and the exact one counts.
  #numeric(field: Field, read: (text: string) => number | null, rule: string): number | null {
    let best: number | null = null;
    let bestIsExact = false;
    for (const { binding, text } of this.known(field)) {
      const value = readInUnit(text, binding.unitPower, read);
      if (value === null || value < 0) return this.refuse(binding, text, sentence(rule));
      const exact = /^\s*\d+(\.\d+)?\s*$/.test(text);
      if (best === null || (exact && !bestIsExact)) {
        best = value;
        bestIsExact = exact;
      }
    }
    return best;
  }
}

const APOSTROPHE = 39;

/** A cell without the apostrophe by which an export keeps a spreadsheet from running it: '=A1, '@name. */
function meant(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

// "12.5" under 粉丝数(万) is 125,000; a cell with a unit of its own, "12.5万", says it itself.
function readInUnit(text: string, power: number, read: (text: string) => number | null): number | null {
  return power > 0 && /^[\d.,\s]+$/.test(text) ? read(`${text.trim()}e${power}`) : read(text);
}
