import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { House } from "./house.ts";

/** A file a page sent, kept until it is imported or a day old. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

const BYTES_MAX = 1024 ** 3;
const KEPT_MS = 24 * 60 * 60 * 1000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes the bytes as they come to the data folder, under the name they had: platform and day may be told by it.
 * Throws bad-input above 1 GiB, and when the name is none.
 */
export async function keepUpload(house: House, name: string, bytes: NodeJS.ReadableStream): Promise<Upload> {
  // Only the last part, without what a file system or a terminal might take for more than a name.
  const plain = (name.split(/[\\/]/).at(-1) ?? "").replace(/[\p{Cc}<>:"|?*]/gu, "").slice(-120);
  if (/^\.*$/.test(plain)) throw new ChoraleError("bad-input", sentence("server.upload.name"), "name");
  await forgetOldUploads(house);
  const id = house.newId();
  const folder = join(house.filesDir, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, plain);
  try {
    await pipeline(bytes, counter(), createWriteStream(path, { mode: 0o600 }));
  } catch (caught) {
    await forgetUpload(house, id);
    throw caught;
  }
  return { id, name: plain, path };
}

/** Throws not-found when it was imported already, is too old, or never came. */
export async function findUpload(house: House, id: string): Promise<Upload> {
  const missing = () => new ChoraleError("not-found", sentence("server.upload.gone"), "id");
  if (!ID.test(id)) throw missing();
  const [name] = await readdir(join(house.filesDir, id)).catch(() => []);
  if (name === undefined) throw missing();
  return { id, name, path: join(house.filesDir, id, name) };
}

export async function forgetUpload(house: House, id: string): Promise<void> {
  await rm(join(house.filesDir, id), { recursive: true, force: true });
}

async function forgetOldUploads(house: House): Promise<void> {
  const ids = (await readdir(house.filesDir).catch(() => [])).filter((name) => ID.test(name));
  for (const id of ids) {
    const { mtimeMs } = await stat(join(house.filesDir, id));
    if (house.now().getTime() - mtimeMs > KEPT_MS) await forgetUpload(house, id);
  }
}

function counter(): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > BYTES_MAX) done(new ChoraleError("bad-input", sentence("server.upload.tooLarge"), "body"));
      else done(null, chunk);
    },
  });
}
