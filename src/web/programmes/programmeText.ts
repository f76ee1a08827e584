import { stringify } from "yaml";
import { CAMPAIGN_KEYS, PROGRAMME_KEYS } from "#core/brief/parseProgramme";
import { addDays } from "#core/period";
import type { Language } from "#i18n/messages";
import { type BriefDocument, inOrder, isMapping, orderedBrief } from "../briefs/briefText.ts";
import { DAYS_TO_TARGET, HOME } from "../briefs/startingBrief.ts";

/** A stored programme as text, its keys in the order a reader expects. */
export function programmeTextOf(document: BriefDocument): string {
  const campaigns = document["campaigns"];
  const ordered = Array.isArray(campaigns) ? { campaigns: campaigns.map(orderedCampaign) } : {};
  return stringify(inOrder({ ...document, ...ordered }, PROGRAMME_KEYS));
}

/** A campaign copied from a brief, without what is the programme's or has no place in one: its money, and boosting. */
export function campaignOfBrief(name: string, { budget: _, name: __, deals, ...brief }: BriefDocument) {
  const { boosting: ___, ...terms } = isMapping(deals) ? deals : {};
  return { name, brief: orderedBrief(Object.keys(terms).length > 0 ? { ...brief, deals: terms } : brief) };
}

/** What an empty form starts from: two campaigns to be filled in. */
export function startingProgramme(
  language: Language,
  today: string,
  name: (number: number) => string,
): string {
  const [market, currency] = HOME[language];
  const brief = { objective: { metric: "reach", by: addDays(today, DAYS_TO_TARGET) } };
  return stringify(
    { market, currency, campaigns: [1, 2].map((number) => ({ name: name(number), brief })) },
    {
      aliasDuplicateObjects: false,
    },
  );
}

function orderedCampaign(campaign: unknown): unknown {
  if (!isMapping(campaign)) return campaign;
  const { brief, ...rest } = campaign;
  return inOrder({ ...rest, ...(isMapping(brief) ? { brief: orderedBrief(brief) } : {}) }, CAMPAIGN_KEYS);
}
