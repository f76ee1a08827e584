/**
 * Compensated sum (Neumaier 1974) that also remembers how large its terms were: the measure of its rounding. A term or a
 * sum that is no finite number makes every answer NaN or infinite, for good.
 */
export class Neumaier {
  private sum = 0;
  private lost = 0;
  private size = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
    this.size += Math.abs(term);
  }

  get total(): number {
    return this.sum + this.lost;
  }

  /** The total and the rounding of its terms: what cancels out between large terms cannot lower it. */
  get aboveRounding(): number {
    return this.total + 4 * Number.EPSILON * this.size;
  }

  /** With 1e-9 of the total added too: never below the true sum. */
  get padded(): number {
    return this.aboveRounding + 1e-9 * Math.abs(this.total);
  }
}
