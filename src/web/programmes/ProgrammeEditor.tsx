import { useDeferredValue, useMemo, useState } from "react";
import type { ProgrammeForm } from "#api/contract/programmes";
import { sentence } from "#core/sentence";
import { BriefSource } from "../briefs/BriefSource.tsx";
import { type BriefEditing, BriefEditingContext } from "../briefs/briefEditing.ts";
import { readBriefText, withValue } from "../briefs/briefText.ts";
import { countriesOf, currenciesOf } from "../briefs/choices.ts";
import { FormGroup } from "../briefs/FormGroup.tsx";
import { ChoiceField, NumberField, TextField } from "../briefs/fields.tsx";
import { Problems } from "../briefs/Problems.tsx";
import type { KnownReference } from "../doors/reference.ts";
import { useWords } from "../words/words.tsx";
import { AddCampaign } from "./AddCampaign.tsx";
import { CampaignCard } from "./CampaignCard.tsx";
import { checkProgramme } from "./checkProgramme.ts";
import { ProgrammeActions } from "./ProgrammeActions.tsx";
import { useProgrammeWord } from "./useProgrammeWord.ts";
import "../briefs/brief.css";
import "./programmes.css";

const DEFAULTS = [{ path: "creators.mayServe", value: "one", says: sentence("programme.page.one") }];

/** The budget and its campaigns as a form beside the document that both are read from, judged as one types. */
export function ProgrammeEditor({
  stored,
  initial,
  reference,
}: {
  stored: ProgrammeForm | null;
  initial: string;
  reference: KnownReference;
}) {
  const { t, say, language } = useWords();
  const word = useProgrammeWord();
  const [text, setText] = useState(initial);
  const read = useMemo(() => readBriefText(text), [text]);
  const document_ = useDeferredValue(read.document);
  const check = useMemo(
    () => (document_ === null ? null : checkProgramme(document_, reference, reference.today)),
    [document_, reference],
  );
  const given = read.document?.["campaigns"];
  const campaigns: readonly unknown[] = Array.isArray(given) ? given : [];
  const editing: BriefEditing = {
    document: read.document,
    problems: check?.problems ?? [],
    ...{ defaults: DEFAULTS, frozen: false },
    set: (path, value) => setText((before) => withValue(before, path.split("."), value)),
  };
  const currency = read.document?.["currency"];
  return (
    <BriefEditingContext value={editing}>
      <header className="stack brief-top">
        <div>
          <h1>{word("title")}</h1>
          <p className="lede">{word("lede")}</p>
        </div>
      </header>
      <Problems problems={editing.problems} fault={read.fault} />
      {check?.programme && (
        <div className="notice" role="status">
          <strong>{word("ready")}</strong>
          {check.programme.warnings.length > 0 && (
            <ul>
              {check.programme.warnings.map((warning) => (
                <li key={say(warning)}>{say(warning)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="brief-sides">
        <div className="brief-form">
          <FormGroup title={word("money")}>
            <TextField path="name" label={word("name")} />
            <NumberField
              path="budget"
              label={word("budget")}
              {...(typeof currency === "string" ? { suffix: currency } : {})}
              required
            />
            <ChoiceField
              path="currency"
              label={t("brief.currency")}
              choices={currenciesOf(reference.fx, language)}
              required
            />
            <ChoiceField
              path="market"
              label={t("brief.market")}
              hint={word("marketHint")}
              choices={countriesOf(language)}
            />
            <ChoiceField
              path="creators.mayServe"
              label={word("mayServe")}
              hint={word("mayServeHint")}
              choices={(["one", "several"] as const).map((value) => ({ value, label: word(value) }))}
            />
          </FormGroup>
          <section className="campaigns" aria-label={word("campaigns")}>
            {campaigns.map((campaign, i) => (
              <CampaignCard
                // biome-ignore lint/suspicious/noArrayIndexKey: a campaign is its place in the list while its name is typed
                key={i}
                at={i}
                campaign={campaign}
                programme={check?.programme ?? null}
                reference={reference}
              />
            ))}
            <AddCampaign campaigns={campaigns} />
          </section>
        </div>
        <BriefSource name="programme.yaml" text={text} onText={setText} frozen={false} />
      </div>
      <ProgrammeActions stored={stored} document={read.document} ready={check?.programme != null} />
    </BriefEditingContext>
  );
}
