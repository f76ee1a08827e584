import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import type { House } from "./house.ts";
import { type ImportedFile, type ImportOptions, importFile } from "./importFiles.ts";
import { findUpload, forgetUpload } from "./keepUpload.ts";
import { asChoraleError } from "./watchedRuns.ts";

/** An import under way or over, as a page watches it. */
export interface ImportRun {
  readonly workspaceId: string;
  /** Bytes read over all bytes, 0–1. */
  readonly share: number;
  readonly rows: number;
  readonly report: ImportedFile | null;
  readonly error: ChoraleError | null;
}

const KEPT_MAX = 200;

/** The imports of this process: started by one request, watched by others. */
export class ImportRuns {
  private readonly runs = new Map<string, ImportRun>();

  /** Starts the import of an upload; starting it again is watching it. Throws not-found when the upload is gone. */
  async start(house: House, id: string, options: Omit<ImportOptions, "onProgress">): Promise<ImportRun> {
    const known = this.runs.get(id);
    if (known && known.error === null) return known;
    const { path } = await findUpload(house, id);
    this.forgetOldest();
    const run: ImportRun = { workspaceId: house.workspaceId, share: 0, rows: 0, report: null, error: null };
    this.runs.set(id, run);
    void this.carryOut(house, id, path, options);
    return run;
  }

  /** Throws not-found for an import that this process does not know. */
  find(house: House, id: string): ImportRun {
    const run = this.runs.get(id);
    if (run?.workspaceId === house.workspaceId) return run;
    throw new ChoraleError("not-found", sentence("server.upload.gone"), "id");
  }

  private async carryOut(
    house: House,
    id: string,
    path: string,
    options: Omit<ImportOptions, "onProgress">,
  ): Promise<void> {
    const change = (part: Partial<ImportRun>) => {
      const run = this.runs.get(id);
      if (run) this.runs.set(id, { ...run, ...part });
    };
    try {
      const report = await importFile(house, path, {
        ...options,
        onProgress: ({ bytesRead, bytes, rows }) => change({ share: bytesRead / Math.max(1, bytes), rows }),
      });
      change({ share: 1, rows: report.rows, report });
      await forgetUpload(house, id);
    } catch (caught) {
      // Of customers nothing stays on the disk, not even to be tried again.
      if (options.mapping?.as === "customers") await forgetUpload(house, id);
      change({ error: asChoraleError(caught) });
    }
  }

  private forgetOldest(): void {
    const [oldest] = this.runs.keys();
    if (this.runs.size >= KEPT_MAX && oldest !== undefined) this.runs.delete(oldest);
  }
}
