import { countAccounts } from "#storage/search/indexMark";
import type { House } from "./house.ts";

/** How many accounts of creators a workspace knows. */
export function countCreators({ db, workspaceId }: House): Promise<number> {
  return countAccounts(db, workspaceId);
}
