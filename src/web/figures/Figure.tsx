import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../words/words.tsx";
import { MethodBar } from "./MethodBar.tsx";
import { MethodDot } from "./MethodDot.tsx";
import type { Origin } from "./origin.ts";

/** A figure that opens to where it comes from. */
export function Figure({ children, origin }: { children: ReactNode; origin: Origin }) {
  const { t } = useWords();
  return (
    <Popover width={320} position="bottom-start" withArrow trapFocus shadow="md">
      <Popover.Target>
        <button type="button" className="figure" title={t("origin.open")}>
          {children}
          {origin.method && <MethodDot method={origin.method} />}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="origin-card">
        <OriginCard origin={origin} />
      </Popover.Dropdown>
    </Popover>
  );
}

function OriginCard({ origin }: { origin: Origin }) {
  const { t } = useWords();
  const rows: [string, ReactNode][] = [];
  if (origin.method)
    rows.push([
      t("origin.method"),
      <>
        <MethodDot key="dot" method={origin.method} spoken={false} /> {t(`method.${origin.method}`)}
      </>,
    ]);
  if (origin.source) rows.push([t("origin.source"), origin.source]);
  if (origin.on !== undefined) rows.push([t("origin.on"), origin.on ?? t("origin.undated")]);
  if (origin.denominator) rows.push([t("origin.denominator"), origin.denominator]);
  if (origin.range) rows.push([t("origin.range"), origin.range]);
  if (origin.trust) rows.push([t("origin.trust"), t(`trust.${origin.trust}`)]);
  return (
    <>
      <h3 className="origin-title">{t("origin.title")}</h3>
      {origin.says && <p>{origin.says}</p>}
      {rows.length > 0 && (
        <dl>
          {rows.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {origin.shares && <MethodBar shares={origin.shares} />}
    </>
  );
}
