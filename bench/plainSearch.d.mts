import type { AccountFacts } from "#core/catalog/discovery/facts/accountFacts";
import type { FindQuery, TierBands } from "#core/catalog/discovery/find/query";

export function plainTable(names: {
  readonly numbers: readonly string[];
  readonly categories: readonly string[];
  readonly keyed: readonly string[];
}): { readonly create: string; readonly indexes: readonly string[] };

export function plainRow(facts: AccountFacts, tokens: readonly string[]): Record<string, unknown>;

export function plainWhere(
  query: FindQuery,
  options?: {
    readonly possible?: boolean;
    readonly leave?: readonly number[];
    /** Keyed figures of which none at all means unknown. */
    readonly open?: readonly string[];
  },
): string;

export function plainCategory(name: string, tierBands: TierBands | null): string;
