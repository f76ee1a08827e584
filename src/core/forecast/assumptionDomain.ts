/** What values an assumption can have at all; both ends are allowed. A figure outside is a slip, whoever enters it. */
export interface AssumptionDomain {
  readonly key: string;
  readonly min: number;
  readonly max: number;
}
