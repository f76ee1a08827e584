/** One row of a table: the line where it starts, and its cells as text; "" where there is none. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file read as a table. Rows come once, in batches, while the file is being read. */
export interface Table {
  readonly path: string;
  readonly bytes: number;
  /** Hex SHA-256 of the file as it lies on the disk. */
  readonly sha256: string;
  readonly format: "csv" | "json" | "ndjson" | "xlsx";
  /** Names as they came, duplicates kept. */
  readonly columns: readonly string[];
  /** The words above the header; none where the file starts with it. */
  readonly preamble: readonly string[];
  /** The name of a workbook's sheet, and those of its other sheets that hold a table. */
  readonly sheet: string | null;
  readonly unreadSheets: readonly string[];
  readonly batches: AsyncGenerator<readonly TableRow[]>;
  /** How much of the file has been read, for a progress bar. */
  readonly bytesRead: () => number;
}

/** Rows handed over at a time: large enough to write in one statement, small enough to forget. */
export const ROWS_PER_BATCH = 2000;

/** Where the header stands among the first rows, of which the first is the one that may be it. */
export type HeaderFinder = (rows: readonly (readonly string[])[]) => {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly preamble: readonly string[];
  readonly isCertain: boolean;
};
