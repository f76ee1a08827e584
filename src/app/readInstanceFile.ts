import { readNdjson } from "#connectors/files/readNdjson";
import { ChoraleError } from "#core/errors";
import type { Instance } from "#core/instance";
import { InstanceReader } from "#core/readInstance";

/** An instance from its file, line by line; errors carry the file's name. */
export async function readInstanceFile(path: string): Promise<Instance> {
  const reader = new InstanceReader();
  try {
    for await (const { line, value } of readNdjson(path)) reader.take(line, value);
    return reader.finish();
  } catch (caught) {
    if (!(caught instanceof ChoraleError) || caught.at?.startsWith(path)) throw caught;
    const at = caught.at === null ? path : `${path}, ${caught.at}`;
    throw new ChoraleError(caught.code, caught.sentence, at, caught.details);
  }
}
