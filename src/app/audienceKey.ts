import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "#storage/launcher/makeFolder";

/** The key under which audience members are hashed, made at the first need. Several machines share it by CHORALE_KEYS. */
export async function audienceKey(keysDir: string): Promise<Buffer> {
  const path = join(keysDir, "audience.key");
  makeFolder(keysDir);
  // Of two processes at once the first writes, and both read what it wrote.
  await writeFile(path, randomBytes(32), { mode: 0o600, flag: "wx" }).catch(
    (caught: NodeJS.ErrnoException) => {
      if (caught.code !== "EEXIST") throw caught;
    },
  );
  return readFile(path);
}
