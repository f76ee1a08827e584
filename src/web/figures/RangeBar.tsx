/** An interval with its mean on a common axis; the numbers stand beside it in the table, so it is not spoken. */
export function RangeBar({
  low,
  high,
  mean,
  axisMax,
  target,
}: {
  low: number;
  high: number;
  mean: number;
  axisMax: number;
  target?: number | null;
}) {
  const at = (value: number) => `${axisMax > 0 ? Math.max(0, Math.min(100, (value / axisMax) * 100)) : 0}%`;
  const width = axisMax > 0 ? Math.max(0.6, ((high - low) / axisMax) * 100) : 0;
  return (
    <div className="range-bar" aria-hidden="true">
      <span className="range-span" style={{ left: at(low), width: `${width}%` }} />
      <span className="range-mean" style={{ left: at(mean) }} />
      {target != null && <span className="range-target" style={{ left: at(target) }} />}
    </div>
  );
}
