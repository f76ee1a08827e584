import type { Instance } from "#core/instance";

export interface Market {
  readonly creators: number;
  readonly topics: number;
  readonly atoms: number;
  readonly picks: number;
  readonly seed: number;
  /** Median audience, as a share of the atoms. */
  readonly share?: number;
}

export function market(settings: Market): Instance;
