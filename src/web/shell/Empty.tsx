import type { ReactNode } from "react";
import "./notice.css";

/** Nothing here yet, and what to do next. */
export function Empty({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 120 40" aria-hidden="true">
        <path d="M0 6h120M0 13h120M0 20h120M0 27h120M0 34h120" stroke="currentColor" strokeWidth=".8" />
      </svg>
      <h2>{title}</h2>
      <p>{says}</p>
      {children && <div className="row">{children}</div>}
    </div>
  );
}
