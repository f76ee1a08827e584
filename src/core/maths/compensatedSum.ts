/**
 * A running sum that keeps what rounding would lose: Neumaier's variant of Kahan summation (Neumaier 1974, ZAMM 54).
 * The error stays near one unit in the last place whatever the number of terms.
 */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
  }

  get total(): number {
    return this.sum + this.lost;
  }
}
