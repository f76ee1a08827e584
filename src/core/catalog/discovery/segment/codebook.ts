/** Numbers words in the order in which they come. */
export class Codebook {
  readonly keys: string[];
  private readonly codes: Map<string, number>;

  constructor(first: readonly string[] = []) {
    this.keys = [...first];
    this.codes = new Map(first.map((key, code) => [key, code]));
  }

  codeOf(key: string): number {
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    this.codes.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}
