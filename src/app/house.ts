/** What a verb needs of the world: the open database of one workspace, the clock, new ids. */
export interface House {
  readonly workspaceId: string;
  readonly now: () => Date;
  readonly newId: () => string;
  close(): Promise<void>;
}
