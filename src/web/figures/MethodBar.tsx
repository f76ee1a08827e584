import type { MethodShares } from "#core/planner/planDocument";
import type { Method } from "#core/provenance";
import { useWords } from "../words/words.tsx";
import { MethodDot } from "./MethodDot.tsx";

export const METHODS: readonly Method[] = ["measured", "estimated", "assumed"];

/** How much of a figure is measured, estimated, assumed: a bar, and the same in words. */
export function MethodBar({ shares, label }: { shares: MethodShares; label?: string }) {
  const { t, percent } = useWords();
  return (
    <div className="method-bar">
      {label && <p className="method-bar-label">{label}</p>}
      <div className="method-bar-track" aria-hidden="true">
        {METHODS.map((method) => (
          <span key={method} className={`method-fill-${method}`} style={{ flexGrow: shares[method] }} />
        ))}
      </div>
      <ul>
        {METHODS.map((method) => (
          <li key={method}>
            <MethodDot method={method} spoken={false} /> {t(`method.${method}`)}{" "}
            <strong>{percent(shares[method] / 10_000)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
