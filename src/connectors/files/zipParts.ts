import type { Entry, ZipFile } from "yauzl";
import { XmlScanner, type XmlToken } from "./xmlScanner.ts";

/** The parts of an open archive, by name; parts are read in any order. */
export class ZipParts {
  readonly #archive: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(archive: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#archive = archive;
    this.#entries = entries;
  }

  static async open(path: string): Promise<ZipParts> {
    const yauzl = await import("yauzl");
    const archive = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
    return new ZipParts(archive, entries);
  }

  close(): void {
    this.#archive.close();
  }

  /** The names that match, in the order of numbers in them: sheet2 before sheet10. */
  namesLike(pattern: RegExp): string[] {
    const names = [...this.#entries.keys()].filter((name) => pattern.test(name));
    return names.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  }

  /** The XML of a part as tokens, chunk by chunk; nothing when there is no such part. */
  async *tokens(name: string): AsyncGenerator<readonly XmlToken[]> {
    const entry = this.#entries.get(name);
    if (!entry) return;
    const scanner = new XmlScanner();
    const decoder = new TextDecoder("utf-8");
    for await (const chunk of await this.#archive.openReadStreamPromise(entry))
      yield scanner.feed(decoder.decode(chunk as Buffer, { stream: true }));
    yield scanner.feed(decoder.decode());
  }
}
