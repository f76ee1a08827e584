import { Button } from "@mantine/core";
import { useState } from "react";
import type { AccountFactsForm } from "#api/contract/creatorFacts";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";
import { BrandForm } from "./BrandForm.tsx";

type Collaboration = AccountFactsForm["collaborations"][number];

/** Brand by brand: when, whether it was paid, who says so. */
export function BrandsWorkedWith({ creatorId, facts }: { creatorId: string; facts: AccountFactsForm }) {
  const { t } = useWords();
  const [isAdding, setIsAdding] = useState(false);
  const byBrand = new Map<string, Collaboration[]>();
  for (const one of facts.collaborations)
    byBrand.set(one.brandKey, [...(byBrand.get(one.brandKey) ?? []), one]);
  return (
    <div>
      <h3>{t("facts.brands")}</h3>
      {byBrand.size === 0 && <p className="quiet">{t("facts.noBrands")}</p>}
      <ul className="fact-list">
        {[...byBrand].map(([key, ones]) => (
          <li key={key}>
            <strong>{ones[0]?.brand}</strong>{" "}
            {ones.map((one) => (
              <BrandDay key={one.id} collaboration={one} />
            ))}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <BrandForm creatorId={creatorId} accountId={facts.accountId} onClose={() => setIsAdding(false)} />
      ) : (
        <Button className="no-print" variant="default" onClick={() => setIsAdding(true)}>
          {t("facts.addBrand")}
        </Button>
      )}
    </div>
  );
}

function BrandDay({ collaboration }: { collaboration: Collaboration }) {
  const { date, t } = useWords();
  const { onDate, paid, postKey, source } = collaboration;
  const pay = paid === null ? null : t(paid ? "facts.paid" : "facts.unpaid");
  return (
    <span className="brand-day">
      <Figure
        origin={{
          method: source.method,
          source: postKey === null ? source.source : `${source.source} · ${postKey}`,
          trust: source.trust,
          on: onDate === null ? null : date(onDate),
        }}
      >
        {onDate === null ? t("facts.someTime") : date(onDate)}
      </Figure>
      {pay !== null && <span className="quiet"> {pay}</span>}
    </span>
  );
}
