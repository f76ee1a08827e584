import { basename } from "node:path";
import { ChoraleError } from "#core/errors";

/** The path is the server's business; the reader knows the file by its name. */
export async function named<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await read();
  } catch (caught) {
    if (!(caught instanceof ChoraleError)) throw caught;
    const details = caught.details.map((detail) => ({ ...detail, at: basename(detail.at) }));
    throw new ChoraleError(caught.code, caught.sentence, caught.at && basename(caught.at), details);
  }
}
