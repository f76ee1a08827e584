import type { PlanDocument } from "#core/planner/planDocument";
import { useNames } from "../doors/names.ts";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";
import { FillSlot } from "./FillSlot.tsx";
import { Section } from "./Section.tsx";
import { sayRange } from "./sayMetric.ts";

/** What of a plan is places without a name: how many of which kind, at which price, and who may fill them. */
export function ShapeSection({
  shape,
  currency,
  workspace,
  briefId,
}: {
  shape: NonNullable<PlanDocument["shape"]>;
  currency: string;
  workspace: string;
  briefId: string;
}) {
  const words = useWords();
  const { t, say, money } = words;
  const names = useNames();
  const views = { unit: "count" as const, rough: true };
  return (
    <Section title={t("plan.sections.shape")} lede={t("plan.shapeLede")}>
      {shape.says.map((says) => (
        <p key={says.key}>{say(says)}</p>
      ))}
      <ul className="lines">
        {shape.kinds.map((kind) => (
          <li key={`${kind.slot.id} ${kind.deliverable} ${kind.posts}`} className="line">
            <div className="line-who">
              <strong>{say(kind.says)}</strong>
              <span className="quiet">
                {names.deliverable(kind.slot.platform, kind.deliverable, kind.posts)}
              </span>
            </div>
            <dl className="line-figures">
              <div>
                <dt>{t("plan.allIn")}</dt>
                <dd>{money(kind.cost)}</dd>
              </div>
              <div>
                <dt>{t("plan.feeEach")}</dt>
                <dd>
                  <Figure origin={{ says: t("origin.slotPrice"), method: "assumed" }}>
                    {money(kind.price.low)}–{money(kind.price.high)}
                  </Figure>
                </dd>
              </div>
              <div>
                <dt>{t("plan.viewsEach")}</dt>
                <dd>
                  <Figure origin={{ says: t("origin.views"), method: "assumed" }}>
                    {sayRange(words, views, currency, kind.views.low, kind.views.high)}
                  </Figure>
                </dd>
              </div>
            </dl>
            <FillSlot slot={kind.slot} says={kind.slot.says} workspace={workspace} briefId={briefId} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
