import { readMapping } from "#connectors/files/readMapping";
import { type Mapping, NO_MAPPING } from "#core/catalog/import/mapping";

/** The user's mapping file; without one the headers speak for themselves. Throws bad-input. */
export async function readMappingFile(path: string | null): Promise<Mapping> {
  return path === null ? NO_MAPPING : readMapping(path);
}
