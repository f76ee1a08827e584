import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { Assumption } from "./assumption.ts";

export type Scope = Readonly<Record<string, string>>;

/** A figure that was looked up, what for, and what it replaced. */
export interface UsedAssumption extends Assumption {
  readonly usedFor: string;
  readonly replacedValue: number | null;
}

/** A row of the user's whose value the shipped range does not hold. */
export interface OutsideShipped {
  readonly row: Assumption;
  readonly shipped: Assumption;
}

/**
 * The assumptions of one plan. A lookup takes the row whose scope says most of what is asked for; a row the user gave
 * beats every shipped one. It remembers what was looked up, so that a plan can show what it rests on.
 */
export class AssumptionBook {
  private readonly shipped: ReadonlyMap<string, readonly Assumption[]>;
  private readonly own: ReadonlyMap<string, readonly Assumption[]>;
  private readonly found = new Map<string, Assumption>();
  private readonly outsideRows = new Map<Assumption, OutsideShipped>();
  private readonly usedRows = new Map<Assumption, UsedAssumption>();

  constructor(shipped: readonly Assumption[], own: readonly Assumption[] = []) {
    this.shipped = grouped(shipped);
    this.own = grouped(own);
  }

  /** Throws internal when no row holds: shipped data have a row for all of every key. */
  find(key: string, scope: Scope, usedFor: string): Assumption {
    const memo = `${key}|${Object.entries(scope).flat().join("|")}`;
    const known = this.found.get(memo);
    if (known) return known;
    const shipped = mostSpecific(this.shipped.get(key), scope);
    const own = mostSpecific(this.own.get(key), scope);
    const row = own ?? shipped;
    if (!row) throw new ChoraleError("internal", sentence("forecast.noAssumption", { key }), key);
    this.found.set(memo, row);
    if (own && shipped && (own.value < shipped.low || own.value > shipped.high) && !this.outsideRows.has(own))
      this.outsideRows.set(own, { row: own, shipped });
    if (!this.usedRows.has(row)) {
      this.usedRows.set(row, { ...row, usedFor, replacedValue: own ? (shipped?.value ?? null) : null });
    }
    return row;
  }

  /** Whether any row holds, for what is not known everywhere. */
  knows(key: string, scope: Scope): boolean {
    return (
      mostSpecific(this.own.get(key), scope) !== null || mostSpecific(this.shipped.get(key), scope) !== null
    );
  }

  /** In the order of first use, the user's own first. */
  used(): readonly UsedAssumption[] {
    const rows = [...this.usedRows.values()];
    return [
      ...rows.filter((row) => row.replacedValue !== null),
      ...rows.filter((row) => row.replacedValue === null),
    ];
  }

  /** Of the user's own that were looked up. */
  outside(): readonly OutsideShipped[] {
    return [...this.outsideRows.values()];
  }

  /** The same figures with one replaced: for sensitivity. */
  with(row: Assumption): AssumptionBook {
    return new AssumptionBook([...this.shipped.values()].flat(), [...[...this.own.values()].flat(), row]);
  }
}

function grouped(rows: readonly Assumption[]): ReadonlyMap<string, readonly Assumption[]> {
  const byKey = new Map<string, Assumption[]>();
  for (const row of rows) {
    const known = byKey.get(row.key);
    if (known) known.push(row);
    else byKey.set(row.key, [row]);
  }
  return byKey;
}

// Of equally specific rows the last wins: a file may correct itself further down.
function mostSpecific(rows: readonly Assumption[] | undefined, scope: Scope): Assumption | null {
  let best: Assumption | null = null;
  let fields = -1;
  for (const row of rows ?? []) {
    const wanted = Object.entries(row.scope);
    if (wanted.length >= fields && wanted.every(([field, value]) => scope[field] === value)) {
      best = row;
      fields = wanted.length;
    }
  }
  return best;
}
