import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Creator } from "#core/catalog/creator";
import { creatorFactsQuery } from "../doors/creatorFacts.ts";
import { useNames } from "../doors/names.ts";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { BrandsWorkedWith } from "./BrandsWorkedWith.tsx";
import { CustomerFact } from "./CustomerFact.tsx";
import { LevelFact } from "./LevelFact.tsx";
import { Mentions } from "./Mentions.tsx";
import { TopicDepths } from "./TopicDepths.tsx";
import "./facts.css";

/** What people search creators by, of this one: brands, level, depth on a topic, what they say of us. */
export function FactsSection({ creator }: { creator: Creator }) {
  const { t } = useWords();
  const workspace = useWorkspace();
  const names = useNames();
  const [topic, setTopic] = useState("");
  const found = useQuery(creatorFactsQuery(workspace, creator.id, topic));
  if (found.isError) return <ErrorNotice error={found.error} />;
  if (found.data === undefined) return null;
  const { accounts, customer, hasBrands } = found.data;
  return (
    <section className="stack creator-facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{t("facts.title")}</h2>
      <CustomerFact matches={customer} />
      {accounts.map((facts) => {
        const account = creator.accounts.find(({ id }) => id === facts.accountId);
        if (account === undefined) return null;
        const name = `${names.platform(account.platform)} ${account.handle}`;
        return (
          <section key={facts.accountId} className="stack" aria-label={name}>
            {accounts.length > 1 && <p className="facts-account">{name}</p>}
            <LevelFact level={facts.level} />
            <TopicDepths depths={facts.depths} topic={topic} onTopic={setTopic} />
            <Mentions mentions={facts.mentions} hasBrands={hasBrands} />
            <BrandsWorkedWith creatorId={creator.id} facts={facts} />
          </section>
        );
      })}
    </section>
  );
}
