import type { Account } from "#core/catalog/creator";
import { deliverablesOf, platformName, platformOf } from "#core/catalog/platform";
import { type LocalNames, unnamed } from "#core/localNames";
import type { Money } from "#core/money";
import type { IsoDate } from "#core/period";
import { type Sentence, sentence } from "#core/sentence";
import { amount, spoken } from "./amount.ts";
import type { CampaignModel } from "./campaignModel.ts";
import type { ItemModel } from "./itemModel.ts";
import type { JudgeLine, Swap } from "./judgeDocument.ts";
import { askedMinor, fairPrice, feeAtCost, priceVerdict } from "./judgePrice.ts";
import type { ProposedAccount, ProposedLine } from "./judgeProposal.ts";
import { openPoints, question } from "./judgeQuestions.ts";
import type { Weighed } from "./judgeSwaps.ts";
import { type Ruling, ruleOn } from "./judgeVerdict.ts";
import { deliverableName, lineCost, viewsRange } from "./line.ts";
import { type Bundle, postsIn } from "./offer.ts";
import { reachOf } from "./reach.ts";

/** Overlap below it is not worth a word. */
const OVERLAP_SAID = 0.01;

export interface JudgedItem {
  readonly proposed: ProposedAccount;
  readonly item: ItemModel;
  readonly weighed: Weighed;
  /** In the list as it was handed in. */
  readonly marginal: number;
  readonly alone: number;
  readonly resultShare: number;
  readonly costShare: number;
  /** What the best plan books of the creator; null: nothing. */
  readonly inBest: ItemModel | null;
}

/** A line of the list with its verdict, the reason, and what to ask first. */
export function judgedLine(
  judged: JudgedItem,
  listed: ReadonlySet<string>,
  today: IsoDate,
  model: CampaignModel,
): JudgeLine {
  const { proposed, item, weighed, marginal, alone } = judged;
  const { currency } = model.brief;
  const money = (amountMinor: number): Money => ({ amountMinor: Math.round(amountMinor), currency });
  const fair = fairPrice(item.bundle, model, listed);
  const asked = askedMinor(item);
  const points = openPoints(proposed, item, fair, today, model);
  const upTo = weighed.staysUpToMinor;
  const fee = upTo === null ? null : feeAtCost(item, upTo);
  const verdictOnPrice = priceVerdict(asked, fair);
  const ruling = ruleOn({
    ...{ weighed, points, fair, resultShare: judged.resultShare, costShare: judged.costShare },
    ...{ inBest: judged.inBest !== null, isAbove: verdictOnPrice === "above", staysUpToFee: fee },
  });
  const { people } = reachOf([item], model);
  const swapFor = weighed.swapped ? swapOf(weighed, model) : null;
  const flipFee = fee === null ? null : money(fee);
  return {
    ...namesOf(proposed),
    item: item.bundle.id,
    deliverable: deliverableName(item.bundle),
    count: postsIn(item.bundle),
    asked: asked === null ? null : money(asked),
    cost: money(item.costMinor),
    booked: lineCost(item, model),
    fairPrice: fair,
    priceVerdict: verdictOnPrice,
    expectedViews: viewsRange(item),
    inTargetShare: item.inTargetShare,
    people,
    costPerInTargetPerson: people > 0 ? money(item.costMinor / people) : null,
    marginalValue: marginal,
    valueAlone: alone,
    overlapShare: alone > 0 ? Math.max(0, 1 - marginal / alone) : 0,
    inBestPlan: judged.inBest !== null,
    verdict: ruling.verdict,
    reason: reasonOf(ruling, judged, swapFor, { asked, flipFee, points: points.length }, model),
    swapFor,
    flipPrice:
      upTo === null
        ? null
        : {
            fee: flipFee,
            cost: money(upTo),
            says: flipFee
              ? sentence("judge.flip.fee", { fee: flipFee, cost: money(upTo) })
              : sentence("judge.flip.never"),
          },
    flipChance: ruling.flipChance,
    questions: points.toSorted((a, b) => b.variance - a.variance).map(({ question }) => question),
  };
}

/** A line that the brief leaves no room for, or of which nobody says how many follow it. */
export function lineLeftOut(proposed: ProposedAccount, model: CampaignModel): JudgeLine {
  const { account, lines, stated } = proposed;
  const why = whyLeftOut(proposed, model);
  const isAsked = why.key === "judge.reason.sizeless";
  return {
    ...namesOf(proposed),
    ...{ item: null, deliverable: lines.map((line) => namedIn(line, account, model)).join("+") },
    ...{ count: lines.length, asked: askedInSheet(stated, model), cost: null, booked: null },
    ...{ fairPrice: null, priceVerdict: "unknown", expectedViews: null, inTargetShare: null, people: null },
    ...{ costPerInTargetPerson: null, marginalValue: 0, valueAlone: 0, overlapShare: 0, inBestPlan: false },
    verdict: isAsked ? "ask" : "drop",
    reason: why,
    ...{
      swapFor: null,
      flipPrice: null,
      flipChance: null,
      questions: isAsked ? [question("followers")] : [],
    },
  };
}

function whyLeftOut({ account, creator }: ProposedAccount, { brief, reference }: CampaignModel): Sentence {
  const name = creator.displayName;
  if (brief.platforms.length > 0 && !brief.platforms.includes(account.platform)) {
    const named = (slug: string) => platformName(reference.platforms, slug);
    const platforms = brief.platforms.map(named);
    return sentence("judge.reason.otherPlatform", { name, platform: named(account.platform), platforms });
  }
  const sizeless = account.snapshots.every(({ followers }) => followers === null || followers <= 0);
  return sentence(sizeless ? "judge.reason.sizeless" : "judge.reason.forbidden", { name });
}

/** What a row that counts nowhere offers; where it names nothing, what its platform sells first, as for any other row. */
function namedIn({ offers }: ProposedLine, { platform }: Account, { reference }: CampaignModel): string {
  if (offers.length > 0) return offers.map(({ deliverable }) => deliverable).join("/");
  return deliverablesOf(reference.platforms, platform).find(({ format }) => format !== null)?.slug ?? "post";
}

function namesOf({ account, creator, lines }: ProposedAccount) {
  return {
    rows: lines.map(({ line }) => line),
    creator: creator.id,
    creatorName: creator.displayName,
    account: account.id,
    platform: account.platform,
    handle: account.handle,
  };
}

/** One price in the brief's own currency is shown as it stands; anything else is not added up. */
function askedInSheet({ rates }: ProposedAccount["stated"], model: CampaignModel): Money | null {
  const [rate] = rates;
  return rates.length === 1 && rate?.currency === model.brief.currency
    ? { amountMinor: rate.priceMinor, currency: rate.currency }
    : null;
}

export function bookingOf(item: ItemModel, model: CampaignModel): Swap["creators"][number] {
  const { bundle } = item;
  return {
    creator: bundle.creator.id,
    creatorName: bundle.creator.displayName,
    platform: bundle.account.platform,
    handle: bundle.account.handle,
    deliverable: deliverableName(bundle),
    count: postsIn(bundle),
    cost: { amountMinor: item.costMinor, currency: model.brief.currency },
  };
}

function swapOf({ instead, marginal }: Weighed, model: CampaignModel): Swap {
  const gain = instead.value - marginal;
  const { currency, objective } = model.brief;
  return {
    creators: instead.items.map((item) => bookingOf(item, model)),
    gain,
    says: sentence("judge.swap", {
      names: instead.items.map(({ bundle }) => bundle.creator.displayName),
      cost: { amountMinor: instead.items.reduce((sum, { costMinor }) => sum + costMinor, 0), currency },
      gain: amount(objective.metric, spoken(gain, false), currency),
    }),
  };
}

function reasonOf(
  { because, flipChance }: Ruling,
  { item, marginal, alone, inBest, weighed }: JudgedItem,
  swapFor: Swap | null,
  { asked, flipFee, points }: { asked: number | null; flipFee: Money | null; points: number },
  model: CampaignModel,
): Sentence {
  const { brief } = model;
  const say = (value: number) => amount(brief.objective.metric, spoken(value, false), brief.currency);
  const money = (amountMinor: number): Money => ({ amountMinor, currency: brief.currency });
  const other = inBest !== null && inBest.bundle.id !== item.bundle.id;
  const overlap = alone > 0 ? Math.max(0, 1 - marginal / alone) : 0;
  const key = because === "best" && other ? "bestOther" : because;
  return sentence(`judge.reason.${key === "swap" && overlap >= OVERLAP_SAID ? "swapOverlap" : key}`, {
    name: item.bundle.creator.displayName,
    cost: money(item.costMinor),
    asked: asked === null ? null : money(asked),
    adds: say(marginal),
    overlap,
    instead: say(weighed.instead.value),
    what: inBest === null ? [] : soldNames(inBest.bundle, model),
    count: inBest === null ? 0 : postsIn(inBest.bundle),
    swap: swapFor === null ? [] : [swapFor.says],
    flip: flipFee,
    chance: flipChance,
    questions: points,
  });
}

function soldNames({ account, pieces }: Bundle, { reference }: CampaignModel): readonly LocalNames[] {
  const sold = platformOf(reference.platforms, account.platform)?.deliverables ?? [];
  return pieces.map(
    ({ offer }) => sold.find(({ slug }) => slug === offer.deliverable)?.names ?? unnamed(offer.deliverable),
  );
}
