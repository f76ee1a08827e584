import type { Brief } from "#core/brief/brief";
import { type Sentence, sentence } from "#core/sentence";
import { amount, outcome, plainAmount } from "./amount.ts";
import type { ItemModel } from "./itemModel.ts";
import type { JudgeDocument, JudgedSide, JudgeLine } from "./judgeDocument.ts";
import { postsIn } from "./offer.ts";

/** What the list brings, what the best plan brings for the same money, and what to do about it. */
export function headOfJudgement(
  list: JudgedSide,
  best: JudgedSide | null,
  counts: JudgeDocument["counts"],
  { objective: { metric }, currency }: Brief,
): Sentence {
  const { rough, p50 } = list.forecast;
  const values = {
    rough: rough ? [sentence("plan.head.rough")] : [],
    brings: amount(metric, outcome(p50, rough), currency),
    cost: list.totals.cost,
    perPerson: list.reach.costPerInTargetPerson,
    todo: (["keep", "swap", "ask", "drop"] as const)
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => sentence(`judge.todo.${verdict}`, { count: counts[verdict] })),
  };
  if (best === null) return sentence("judge.head.alone", values);
  const likely = best.forecast.p50;
  const more = p50 > 0 ? likely / p50 - 1 : null;
  return sentence(more !== null && more < 0.01 ? "judge.head.same" : "judge.head.better", {
    ...values,
    best: plainAmount(metric, outcome(likely, rough), currency),
    more: more === null ? null : Math.round(100 * more) / 100,
  });
}

/** From this much above the list with its swaps on, the best plan is another one and not the list mended. */
const ANOTHER_PLAN_FROM = 1.1;

/** How the best plan differs where swapping single lines does not lead to it. */
export function adviceOf(
  listed: readonly ItemModel[],
  best: readonly ItemModel[],
  reached: JudgedSide,
  bestSide: JudgedSide | null,
): readonly Sentence[] {
  if (bestSide === null || bestSide.forecast.mean < ANOTHER_PLAN_FROM * reached.forecast.mean) return [];
  const proposed = new Map(listed.map(({ bundle }) => [bundle.creator.id, bundle]));
  const kept = best.filter(({ bundle }) => proposed.has(bundle.creator.id));
  const more = kept.filter(({ bundle }) => postsIn(bundle) > postsIn(proposed.get(bundle.creator.id)!));
  const others = best.length - kept.length;
  const parts = [
    ...(kept.length > 0
      ? [sentence("judge.advice.kept", { kept: kept.length, listed: listed.length })]
      : [sentence("judge.advice.none", { listed: listed.length })]),
    ...(more.length > 0 ? [sentence("judge.advice.more", { more: more.length })] : []),
    ...(others > 0 ? [sentence("judge.advice.others", { others })] : []),
  ];
  return [sentence("judge.advice.says", { parts })];
}

/** From this many creators on a question is asked once, with their names. */
const SEVERAL = 3;

/** Every question of a list as one letter, a sentence a line: what all leave open, what several do, then one by one. */
export function emailOf(
  name: string,
  lines: readonly JudgeLine[],
  terms: readonly Sentence[],
): readonly Sentence[] {
  const item = (question: Sentence) => sentence("judge.email.item", { question: [question] });
  const same = (a: Sentence, b: Sentence) => JSON.stringify(a) === JSON.stringify(b);
  const unlike = lines
    .flatMap(({ questions }) => questions)
    .filter((question, i, all) => all.findIndex((other) => same(other, question)) === i);
  const asked = unlike.map((question) => ({
    question,
    of: lines.filter(({ questions }) => questions.some((other) => same(other, question))),
  }));
  // Of a line that the brief leaves no room for nothing is asked.
  const counted = lines.filter(({ questions, item }) => item !== null || questions.length > 0);
  const isAll = ({ of }: (typeof asked)[number]) => of.length === counted.length;
  const everybody = asked.filter((one) => one.of.length >= SEVERAL && isAll(one));
  const several = asked.filter((one) => one.of.length >= SEVERAL && !isAll(one));
  const groups = new Map<string, typeof several>();
  for (const one of several) {
    const names = one.of.map(({ account }) => account).join("\n");
    groups.set(names, [...(groups.get(names) ?? []), one]);
  }
  const single = (line: JudgeLine) =>
    asked.flatMap(({ question, of }) => (of.length < SEVERAL && of.includes(line) ? [question] : []));
  const forAll = [...terms, ...everybody.map(({ question }) => question)];
  return [
    sentence("judge.email.greeting"),
    sentence("judge.email.intro", { name }),
    ...(forAll.length > 0 ? [sentence("judge.email.all"), ...forAll.map(item)] : []),
    ...[...groups.values()].flatMap((alike) => [
      sentence("judge.email.several", {
        names: (alike[0]?.of ?? []).map(({ creatorName }) => creatorName),
      }),
      ...alike.map(({ question }) => item(question)),
    ]),
    ...lines.flatMap((line) => {
      const own = single(line);
      const { creatorName, handle } = line;
      const who = sentence("judge.email.creator", { name: creatorName, handle });
      return own.length === 0 ? [] : [who, ...own.map(item)];
    }),
    sentence("judge.email.closing"),
  ];
}
