/** Bounds beyond which a figure is a slip of the keyboard or of a column, not a creator. */
export interface Plausibility {
  /** Average views a post over followers. */
  readonly viewsAvgPerFollowerMost: number;
  readonly engagementByViewsMostBp: number;
  readonly engagementByFollowersMostBp: number;
}
