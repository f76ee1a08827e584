import type { Account } from "#core/catalog/creator";
import { NO_TERMS, type RateTerms } from "#core/catalog/deal";
import { rangesOf, type TalliedNote } from "#core/catalog/import/noteTally";
import { logSdOf } from "#core/forecast/belief";
import { figureForecast } from "#core/forecast/figureForecast";
import { newestKnown } from "#core/forecast/postEvidence";
import type { IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import type { FairPrice } from "./judgeDocument.ts";
import { askedMinor, priceVerdict, QUOTE_DAYS, quoteAge } from "./judgePrice.ts";
import type { ProposedAccount } from "./judgeProposal.ts";
import { typicalCreator } from "./standIn.ts";
import { implausibleTimes } from "./warnings.ts";

/** Something the list leaves open, and how far knowing it may move a line: variance of ln of result or cost. */
export interface OpenPoint {
  readonly question: Sentence;
  readonly variance: number;
  /** True: what is said looks wrong, or nothing is said at all of what everything hangs on. */
  readonly odd?: true;
}

/** Two readings of one count differ by more than a day's growth from this factor on. */
const FOLLOWERS_DIFFER = 1.2;
/** A 90 % range on the log scale is so many standard deviations wide. */
const RANGE_SDS = 2 * 1.6448536269514722;

export function openPoints(
  proposed: ProposedAccount,
  item: ItemModel,
  fair: FairPrice,
  today: IsoDate,
  model: CampaignModel,
): readonly OpenPoint[] {
  return [
    ...pricePoints(proposed, item, fair, today, model),
    ...viewPoints(item, model),
    ...followerPoints(proposed),
    ...audiencePoints(item, model),
    ...termPoints(proposed),
  ];
}

/** What is as little known of an item that nobody was asked about yet: variance of ln of its result and cost. */
export function doubtOf({ audienceVariance, bundle, figure }: ItemModel): number {
  const { price } = bundle.pieces[0]!.offer;
  const isQuoted = price.qualifier === "eq" || price.qualifier === "range";
  return (
    audienceVariance.assumed +
    (figure.method === "measured" ? 0 : figure.posterior.varMean) +
    (isQuoted ? 0 : spreadOf(price.lowMinor, price.highMinor))
  );
}

function spreadOf(low: number, high: number): number {
  return low > 0 ? (Math.log(high / low) / RANGE_SDS) ** 2 : 0;
}

function pricePoints(
  { lines }: ProposedAccount,
  item: ItemModel,
  fair: FairPrice,
  today: IsoDate,
  model: CampaignModel,
): readonly OpenPoint[] {
  const { currency } = model.brief;
  const asked = askedMinor(item);
  const { price } = item.bundle.pieces[0]!.offer;
  const points: OpenPoint[] = [];
  if (asked === null)
    points.push({ ...open("price", {}, spreadOf(fair.low.amountMinor, fair.high.amountMinor)), odd: true });
  else if (price.qualifier === "le")
    points.push(
      open("floor", { asked: { amountMinor: asked, currency } }, spreadOf(price.lowMinor, price.highMinor)),
    );
  if (lines.some(({ offers }) => offers.length > 1)) points.push(open("which", {}, 0));
  if (asked !== null && priceVerdict(asked, fair) === "above")
    points.push(open("overpriced", { asked: { amountMinor: asked, currency }, high: fair.high }, 0));
  const age = quoteAge(item.bundle, today);
  if (age !== null && age > QUOTE_DAYS)
    points.push(open("stale", { days: age }, price.belief === null ? 0 : logSdOf(price.belief) ** 2));
  return points;
}

function viewPoints({ bundle, figure }: ItemModel, model: CampaignModel): readonly OpenPoint[] {
  const { account, followers, pieces } = bundle;
  const points: OpenPoint[] = [];
  if (figure.method === "assumed") points.push(open("views", {}, figure.posterior.varMean));
  else if (figure.method === "estimated") points.push(open("viewsEstimated", {}, figure.posterior.varMean));
  const times = implausibleTimes(bundle);
  if (times !== null) {
    const { offer } = pieces[0]!;
    const [unknown] = typicalCreator(account.id, account.platform, followers, model.brief).accounts;
    const usual = figureForecast("views", unknown!, offer.format, followers, model.book).mean;
    const variance = Math.log(offer.views.mean / usual) ** 2;
    points.push({ ...open("viewsOdd", { times: Math.round(times) }, variance), odd: true });
  }
  const views = newestKnown(account, "viewsAvg")?.viewsAvg ?? null;
  const engagements = newestKnown(account, "engagementsAvg")?.engagementsAvg ?? null;
  if (views !== null && engagements !== null && views > 0 && engagements > views)
    points.push({
      ...open("engagementOdd", { engagements, views }, Math.log(engagements / views) ** 2),
      odd: true,
    });
  return points;
}

function followerPoints({ stated, known }: ProposedAccount): readonly OpenPoint[] {
  const said = newestKnown(stated, "followers")?.followers ?? null;
  const ours = (known && newestKnown(known, "followers")?.followers) ?? null;
  if (said === null || ours === null || ours === 0) return [];
  const ratio = said / ours;
  return ratio > FOLLOWERS_DIFFER || ratio < 1 / FOLLOWERS_DIFFER
    ? [open("followersDiffer", { said, ours }, 0)]
    : [];
}

function audiencePoints(item: ItemModel, model: CampaignModel): readonly OpenPoint[] {
  const { account } = item.bundle;
  const { ages, countries, genders } = model.brief.audience;
  const method = model.audience.of.get(account.id)?.mix.method;
  const variance = item.audienceVariance.assumed;
  const asksAge = ages.length + genders.length > 0;
  const noAge = asksAge && (method?.age === "assumed" || method?.gender === "assumed");
  const noGeo = method === undefined || method.geo === "assumed";
  if (noGeo && noAge) return [open("audience", {}, variance)];
  if (noGeo)
    return [
      open("audienceGeo", { countries: countries.length > 0 ? countries : [model.brief.market] }, variance),
    ];
  return noAge ? [open("audienceAge", {}, variance)] : [];
}

/** What the sheet says beside the prices. */
function termPoints({ stated }: ProposedAccount): readonly OpenPoint[] {
  const terms = termsOf(stated);
  const excluded = terms.find(({ taxIncluded }) => taxIncluded === false);
  const rebated = terms.find(({ rebateBp, rebateTo }) => rebateBp !== null && rebateTo === null);
  return [
    ...(terms.some(({ filed }) => filed === false) ? [open("unfiled", {}, 0)] : []),
    ...(excluded ? [taxQuestion(excluded)] : []),
    ...(rebated ? [open("rebate", { rebate: (rebated.rebateBp ?? 0) / 10_000 }, 0)] : []),
  ];
}

function taxQuestion({ taxBp }: RateTerms): OpenPoint {
  return taxBp === null ? open("taxExcluded", {}, 0) : open("taxInvoice", { rate: taxBp / 10_000 }, 0);
}

function termsOf({ rates }: Account): readonly RateTerms[] {
  return rates.map(({ terms }) => terms ?? NO_TERMS);
}

/** Asked once of the whole list: what none or only some of its rows say. */
export function openTerms(
  accounts: readonly ProposedAccount[],
  notes: readonly TalliedNote[],
  market: string,
): readonly Sentence[] {
  const unsaid = (isSaid: (terms: RateTerms) => boolean) =>
    accounts.some(({ stated }) => termsOf(stated).some((terms) => !isSaid(terms)));
  const undated = accounts.some(({ stated }) => stated.rates.some(({ validFrom }) => validFrom === null));
  const currencies = notes.flatMap(({ rule, rows, lines }) =>
    rule.key === "catalog.rule.currencyAssumed"
      ? question(rows > lines.length ? "currencyOfAll" : "currency", {
          ...{ currency: rule.values["currency"] ?? null, lines: rangesOf(lines), rows },
        })
      : [],
  );
  return [
    ...currencies,
    ...(undated ? [question("date")] : []),
    ...(unsaid(({ taxIncluded }) => taxIncluded !== null) ? [question("tax")] : []),
    ...(market === "CN" && unsaid(({ rebateBp }) => rebateBp !== null) ? [question("rebateUnsaid")] : []),
    ...(market === "CN" && unsaid(({ filed }) => filed !== null) ? [question("filing")] : []),
    question("rights"),
  ];
}

function open(name: string, values: Sentence["values"], variance: number): OpenPoint {
  return { question: question(name, values), variance };
}

export function question(name: string, values: Sentence["values"] = {}): Sentence {
  return sentence(`judge.ask.${name}`, values);
}
