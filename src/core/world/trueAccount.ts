import type { WorldPlace } from "./worldSpec.ts";

/** How an account truly is, which no file says: what a forecast is scored against. */
export interface TrueAccount {
  readonly accountId: string;
  readonly creatorId: string;
  readonly seed: number;
  /** Index into the spec's platforms and topics. */
  readonly platform: number;
  readonly topic: number;
  readonly place: WorldPlace;
  /** Posts about its own city, so that the followers live there. */
  readonly local: boolean;
  readonly followers: number;
  /** Followers that are people. */
  readonly realFollowers: number;
  /** By age band, relative to the platform's users. */
  readonly ageLift: readonly number[];
  /** By format: ln of the median views ÷ followers. */
  readonly logViewRate: Readonly<Record<string, number>>;
  readonly followerViewShare: Readonly<Record<string, number>>;
  readonly engagementByViews: Readonly<Record<string, number>>;
  /** Chance that a person of the target who has seen a post orders, once. */
  readonly orderRate: number;
}
