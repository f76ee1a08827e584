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
  readonly batches: AsyncGenerator<readonly TableRow[]>;
  /** How much of the file has been read, for a progress bar. */
  readonly bytesRead: () => number;
}

/** Rows handed over at a time: large enough to write in one statement, small enough to forget. */
export const ROWS_PER_BATCH = 2000;
