import type { Method } from "#core/provenance";
import { useWords } from "../words/words.tsx";
import "./figures.css";

/** A filled head is measured, a half one estimated, an open one assumed: told apart without colour. */
export function MethodDot({ method, spoken = true }: { method: Method; spoken?: boolean }) {
  const { t } = useWords();
  return (
    <svg
      className={`method-dot method-${method}`}
      viewBox="0 0 12 12"
      role={spoken ? "img" : undefined}
      aria-label={spoken ? t(`method.${method}`) : undefined}
      aria-hidden={spoken ? undefined : true}
    >
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {method === "measured" && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {method === "estimated" && <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />}
    </svg>
  );
}
