/** Shares of the time at which the exact certificate is made to see how long it takes; it grows with the branches. */
const REHEARSALS: readonly number[] = [0.3, 0.7];
/** Time kept for the certificate, in rehearsals: branches still grow, and the document is still to be written out. */
const RESERVED = 1.4;

/**
 * When to stop so that the certificate is ready at the time limit. It reads the clock between passes and decides their
 * number, never what they do: the same passes give the same bytes.
 */
export class Deadline {
  private readonly secondsMax: number;
  private readonly elapsedSeconds: () => number;
  private readonly rehearse: () => number;
  private rehearsals = 0;
  private certificateSeconds = 0;
  private passBegan: number;

  /**
   * `rehearse` makes the certificate of the moment, or a part of it, and leaves the search as it is; it answers how many
   * times longer the whole takes.
   */
  constructor(secondsMax: number, elapsedSeconds: () => number, rehearse: () => number) {
    this.secondsMax = secondsMax;
    this.elapsedSeconds = elapsedSeconds;
    this.rehearse = rehearse;
    this.passBegan = elapsedSeconds();
  }

  /** Asked after a pass: whether one more of its length and the certificate would go beyond the limit. */
  reached(): boolean {
    const { elapsedSeconds, secondsMax } = this;
    const passEnded = elapsedSeconds();
    const passSeconds = passEnded - this.passBegan;
    const rest = () => secondsMax - this.passBegan - passSeconds - RESERVED * this.certificateSeconds;
    this.passBegan = passEnded;
    const due = REHEARSALS.filter((share) => passEnded >= share * secondsMax).length;
    if (due > this.rehearsals && rest() > this.certificateSeconds) {
      this.rehearsals = due;
      const times = this.rehearse();
      this.passBegan = elapsedSeconds();
      this.certificateSeconds = times * (this.passBegan - passEnded);
    }
    return rest() <= 0;
  }
}
