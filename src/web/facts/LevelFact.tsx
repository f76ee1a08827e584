import type { AccountFactsForm } from "#api/contract/creatorFacts";
import { Figure } from "../figures/Figure.tsx";
import { useWords } from "../words/words.tsx";

/** Amateur, semi-professional, professional or unknown, never without what it was told from. */
export function LevelFact({ level }: { level: AccountFactsForm["level"] }) {
  const { say, t } = useWords();
  const { method, source, trust } = level.rule;
  return (
    <div>
      <h3>{t("facts.level")}</h3>
      <p>
        <Figure origin={{ says: t("facts.levelSays"), method, source, trust }}>
          <strong>{say({ key: `catalog.level.name.${level.level ?? "unknown"}`, values: {} })}</strong>
        </Figure>{" "}
        <span className="quiet">{say(level.why)}</span>
      </p>
      <ul className="fact-list">
        {level.evidence.map((evidence) => (
          <li key={evidence.key}>{say(evidence)}</li>
        ))}
      </ul>
    </div>
  );
}
