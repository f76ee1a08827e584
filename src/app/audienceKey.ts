import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The key under which audience members are hashed, made at the first need. Several machines share it by CHORALE_KEYS. */
export async function audienceKey(keysDir: string): Promise<Buffer> {
  const path = join(keysDir, "audience.key");
  await mkdir(keysDir, { recursive: true, mode: 0o700 });
  // Of two processes at once the first writes, and both read what it wrote.
  await writeFile(path, randomBytes(32), { mode: 0o600, flag: "wx" }).catch(
    (caught: NodeJS.ErrnoException) => {
      if (caught.code !== "EEXIST") throw caught;
    },
  );
  return readFile(path);
}
