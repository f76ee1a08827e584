import type { PlanLine } from "#core/planner/planDocument";
import { useWords } from "../words/words.tsx";
import { lineName, type NamedLine } from "./lineName.ts";
import { Section } from "./Section.tsx";

// A wider matrix cannot be read on any screen; the lines that add most are shown.
const SHOWN_MAX = 24;

// More columns than this are wider than a phone.
const PHONE_MAX = 4;

// The darkest shade stands for at least this share: a largest overlap of half a percent is none to speak of.
const DARK_FROM = 0.2;

/** Pairwise overlap as a shaded table: the picture is its own table for a screen reader. */
export function Overlap({
  lines,
  overlap,
}: {
  lines: readonly (NamedLine & Pick<PlanLine, "account">)[];
  /** Row by line, 0–1. */
  overlap: readonly (readonly number[])[];
}) {
  const words = useWords();
  const { t, percent } = words;
  const sayShare = (share: number) =>
    share > 0 && share < 0.01 ? t("plan.under", { value: percent(0.01) }) : percent(share);
  if (overlap.length < 2) return null;
  const shown = lines.slice(0, Math.min(SHOWN_MAX, overlap.length));
  const largest = Math.max(DARK_FROM, ...overlap.flatMap((row, i) => row.filter((_, j) => i !== j)));
  return (
    <Section title={t("plan.sections.overlap")} lede={t("plan.overlapLede")}>
      {shown.length > PHONE_MAX && <p className="quiet phone-only">{t("plan.sideways")}</p>}
      <div className="wide">
        <table className="overlap">
          <caption className="hidden-words">{t("plan.sections.overlap")}</caption>
          <thead>
            <tr>
              <td />
              {shown.map((line, j) => (
                <th key={line.account} scope="col" title={lineName(words, line)}>
                  <span aria-hidden="true">{j + 1}</span>
                  <span className="hidden-words">{lineName(words, line)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line, i) => (
              <tr key={line.account}>
                <th scope="row">
                  <span className="overlap-number">{i + 1}</span> {lineName(words, line)}
                </th>
                {shown.map((other, j) => (
                  <OverlapCell
                    key={other.account}
                    share={overlap[i]?.[j] ?? 0}
                    own={i === j}
                    largest={largest}
                  >
                    {sayShare(overlap[i]?.[j] ?? 0)}
                  </OverlapCell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {overlap.length > SHOWN_MAX && (
        <p className="quiet">{t("plan.overlapFirst", { shown: SHOWN_MAX, all: overlap.length })}</p>
      )}
    </Section>
  );
}

function OverlapCell({
  share,
  own,
  largest,
  children,
}: {
  share: number;
  own: boolean;
  largest: number;
  children: string;
}) {
  if (own) return <td className="overlap-own">–</td>;
  const depth = Math.round((share / largest) * 100);
  return (
    <td
      className={depth > 60 ? "overlap-cell overlap-deep" : "overlap-cell"}
      style={{ background: `color-mix(in oklab, var(--accent) ${depth}%, var(--sheet))` }}
    >
      {children}
    </td>
  );
}
