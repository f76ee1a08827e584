import type { PlanCertificate } from "#core/planner/planCertificate";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";
import { Section } from "./Section.tsx";

/** The certificate in plain words. It stands far below the forecast: beside it, it would read as accuracy. */
export function Closeness({
  certificate,
  note,
}: {
  certificate: PlanCertificate;
  /** What else there is to know about the distance. */
  note?: string | null;
}) {
  const { t, percent, number } = useWords();
  const { gap, upperBound, value, seconds } = certificate;
  return (
    <Section title={t("plan.sections.closeness")}>
      {certificate.status === "optimal" ? (
        <p>{t("plan.optimal")}</p>
      ) : gap === null || upperBound === null ? (
        <p>{t("plan.noBound")}</p>
      ) : (
        <p>
          {t("plan.atMost")}{" "}
          <Figure
            origin={{
              says: t("origin.gap", {
                value: number(value),
                upperBound: number(upperBound),
                seconds: number(seconds, 1),
              }),
            }}
          >
            {percent(gap, 1)}
          </Figure>{" "}
          {t("plan.better")}
        </p>
      )}
      {note && <p>{note}</p>}
      <p className="quiet">{t("plan.modelNotWorld")}</p>
    </Section>
  );
}
