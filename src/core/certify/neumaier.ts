/** Compensated sum (Neumaier 1974) that also remembers how large its terms were: the measure of its rounding. */
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

  /** The total with 1e-9 of itself and the rounding of its terms added: never below the true sum. */
  get padded(): number {
    return this.total + 1e-9 * Math.abs(this.total) + 4 * Number.EPSILON * this.size;
  }
}
