import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { creatorQuery } from "../doors/creators.ts";
import { useNames } from "../doors/names.ts";
import { EvidenceSection } from "../evidence/EvidenceSection.tsx";
import { FactsSection } from "../facts/FactsSection.tsx";
import { CreatorHistory } from "../kept/CreatorHistory.tsx";
import { KeptSection } from "../kept/KeptSection.tsx";
import { useKeptWords } from "../kept/keptWords.ts";
import { OnePersonSection } from "../kept/OnePersonSection.tsx";
import { ErrorNotice } from "../shell/ErrorNotice.tsx";
import { useTitle } from "../shell/useTitle.ts";
import { Waiting } from "../shell/Waiting.tsx";
import { useWorkspace } from "../shell/workspace.ts";
import { useWords } from "../words/words.tsx";
import { AccountAudience } from "./AccountAudience.tsx";
import { AccountCourse } from "./AccountCourse.tsx";
import { AccountFigures } from "./AccountFigures.tsx";
import { AccountPosts } from "./AccountPosts.tsx";
import { AccountRates } from "./AccountRates.tsx";
import { AccountTiers } from "./AccountTiers.tsx";
import { FairPrices } from "./FairPrices.tsx";
import { SimilarCreators } from "./SimilarCreators.tsx";
import "./creator.css";

/** One creator, account by account: what is known, from whom, since when. */
export function CreatorPage() {
  const { t } = useWords();
  const workspace = useWorkspace();
  const { creatorId = "" } = useParams({ strict: false });
  const names = useNames();
  const word = useKeptWords();
  const found = useQuery(creatorQuery(workspace, creatorId));
  useTitle(found.data?.creator.displayName);
  if (found.isPending) return <Waiting />;
  if (found.isError) return <ErrorNotice error={found.error} />;
  const { creator } = found.data;
  return (
    <article className="stack">
      <header>
        <p className="no-print">
          <Link to="/$workspace/creators" params={{ workspace }}>
            {t("creators.back")}
          </Link>
        </p>
        <h1>{creator.displayName}</h1>
        <p className="no-print">
          <Link to="/$workspace/compare" params={{ workspace }} search={{ ids: creator.id }}>
            {word("compareThis")}
          </Link>
        </p>
      </header>
      {creator.accounts.map((account) => (
        <section key={account.id} className="stack account" aria-label={names.platform(account.platform)}>
          <header>
            <h2>
              {names.platform(account.platform)} <span className="quiet">{account.handle}</span>
            </h2>
            <p className="quiet">
              {[
                names.creatorWord(account.platform),
                account.country && names.country(account.country),
                account.city && names.place(account.city),
                ...account.topics.map(names.topic),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {account.bio && <p className="bio">{account.bio}</p>}
          </header>
          <AccountFigures account={account} />
          <AccountTiers account={account} />
          <AccountCourse account={account} />
          <AccountRates account={account} />
          <FairPrices creatorId={creator.id} account={account} />
          <AccountAudience account={account} />
          <AccountPosts account={account} />
        </section>
      ))}
      <KeptSection creatorId={creator.id} />
      <FactsSection creator={creator} />
      <EvidenceSection creator={creator} />
      <OnePersonSection creatorId={creator.id} />
      <SimilarCreators creatorId={creator.id} />
      <CreatorHistory creatorId={creator.id} />
    </article>
  );
}
