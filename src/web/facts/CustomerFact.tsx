import { useWords } from "../words/words.tsx";

interface Match {
  readonly byKind: "email" | "phone" | "handle";
  readonly matchedOn: string;
  readonly consentOn: string | null;
  readonly source: string;
}

/** Whether a shop's file says that the creator is a customer. No match is not "no customer", and says nothing. */
export function CustomerFact({ matches }: { matches: readonly Match[] }) {
  const { date, t } = useWords();
  if (matches.length === 0) return null;
  return (
    <ul className="fact-list">
      {matches.map(({ byKind, matchedOn, consentOn, source }) => (
        <li key={source}>
          <strong>{t("facts.customer")}</strong>{" "}
          <span className="quiet">
            {t(`facts.by.${byKind}`, { source, on: date(matchedOn) })} ·{" "}
            {consentOn === null ? t("facts.consented") : t("facts.consentedOn", { on: date(consentOn) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
