import type { Instance } from "#core/instance";

export interface Market {
  readonly creators: number;
  readonly topics: number;
  readonly atoms: number;
  readonly picks: number;
  readonly seed: number;
}

export function market(settings: Market): Instance;
