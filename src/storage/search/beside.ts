/** A stream of rows in the order of their key, the first column, read a key at a time. */
export class Beside<R extends readonly unknown[]> {
  private readonly batches: AsyncGenerator<R[]>;
  private rows: readonly R[] = [];
  private next = 0;
  private isOver = false;

  constructor(batches: AsyncGenerator<R[]>) {
    this.batches = batches;
  }

  /** The rows of a key. Keys are asked for in ascending order; what lies before belongs to nobody and is passed over. */
  async of(key: string): Promise<readonly R[]> {
    for (;;) {
      const found = this.atHand(key);
      if (found) return found;
      await this.read();
    }
  }

  close(): Promise<unknown> {
    return this.batches.return(undefined);
  }

  /** The same without waiting; null: more rows of the key may still come. */
  atHand(key: string): readonly R[] | null {
    const { rows } = this;
    let from = this.next;
    while (from < rows.length && keyOf(rows[from]!) < key) from++;
    let end = from;
    while (end < rows.length && keyOf(rows[end]!) === key) end++;
    this.next = from;
    if (end === rows.length && !this.isOver) return null;
    this.next = end;
    return end === from ? NO_ROWS : rows.slice(from, end);
  }

  private async read(): Promise<void> {
    const { value, done } = await this.batches.next();
    this.isOver = done === true;
    this.rows = [...this.rows.slice(this.next), ...(value ?? [])];
    this.next = 0;
  }
}

const NO_ROWS: readonly never[] = [];

function keyOf(row: readonly unknown[]): string {
  return row[0] as string;
}
