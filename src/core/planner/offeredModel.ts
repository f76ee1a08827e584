import type { Brief } from "#core/brief/brief";
import type { Creator } from "#core/catalog/creator";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import { budgetForCreators } from "./boost.ts";
import { type CampaignModel, campaignModel, instanceFor } from "./campaignModel.ts";
import type { PlanInput } from "./makePlan.ts";
import { replan, withoutRows } from "./replan.ts";
import { NO_SLOTS, type SlotMarket, slotMarket } from "./slotMarket.ts";

/** Slots take part where they bring this much more than the named creators can for the same money. */
const GAIN_FROM = 0.25;
/** Named creators who would cost this many budgets once each leave a choice: the catalog is not short. */
const BUDGETS_OF_A_CHOICE = 2;

/** Why a plan has slots: nobody is there, those who are there are too few, or the brief asks for them. */
export type SlotReason = "none" | "few" | "asked";

/** What a plan is chosen from. */
export interface Offered {
  readonly model: CampaignModel;
  readonly creators: readonly Creator[];
  readonly market: SlotMarket;
  readonly reason: SlotReason | null;
}

/** The named creators, and slots beside them where those alone are too few (docs/methods/slots.md). */
export function offeredTo(input: PlanInput, book: AssumptionBook): Offered {
  const { brief, creators } = input;
  const named = modelOf(input, book, creators, brief);
  const without: Offered = { model: named, creators, market: NO_SLOTS, reason: null };
  const when = whenOf(input);
  if (when === "never") return without;
  if (named.items.size === 0) return withSlots(input, book, [], "none");
  const budget = budgetForCreators(brief);
  if (when === "auto" && (budget === null || leavesChoice(named, budget))) return without;
  return besideNamed(input, book, named, when) ?? without;
}

/** Where the named alone meet no brief: with slots, those of the named who are worth their money first. Null: not allowed. */
export function offeredWhenInfeasible(
  input: PlanInput,
  book: AssumptionBook,
  tried: Offered,
): Offered | null {
  if (whenOf(input) === "never" || tried.reason !== null) return null;
  return besideNamed(input, book, tried.model, "always");
}

function whenOf({ brief, creators, slotsWhenShort }: PlanInput): Brief["creators"]["slots"] {
  const { slots } = brief.creators;
  if (slots !== "auto") return slots;
  // A lock names somebody: a list that lacks him is a slip, not a short list.
  return slotsWhenShort === true && (creators.length > 0 || brief.creators.lock.length === 0)
    ? "auto"
    : "never";
}

function besideNamed(
  input: PlanInput,
  book: AssumptionBook,
  named: CampaignModel,
  when: "auto" | "always",
): Offered | null {
  const { seed, brief } = input;
  const reason = when === "always" && brief.creators.slots === "always" ? "asked" : "few";
  const budget = budgetForCreators(brief);
  if (budget === null) return withSlots(input, book, [], reason);
  const alone = instanceFor(named, budget);
  const best = replan(alone, seed, []);
  const feasible = best.status === "optimal" || best.status === "gap";
  const first = feasible ? best : replan(withoutRows(alone), seed, []);
  const keep = first.chosen.flatMap((id) => named.items.get(id)?.bundle.creator.id ?? []);
  const beside = withSlots(input, book, keep, reason);
  const both = replan(instanceFor(beside.model, budget), seed, []);
  if (both.status === "infeasible" || both.status === "no-plan")
    return feasible ? null : withSlots(input, book, [], reason);
  return !feasible || when === "always" || both.value >= (1 + GAIN_FROM) * best.value ? beside : null;
}

/** `keep`: named creators who stay in the plan whatever slots would bring. */
function withSlots(
  input: PlanInput,
  book: AssumptionBook,
  keep: readonly string[],
  reason: SlotReason,
): Offered {
  const { brief, reference, purchase } = input;
  const scratch = new AssumptionBook(input.assumptions, input.ownAssumptions);
  const kind = purchase ?? ORDINARY_PURCHASE;
  const market = slotMarket(brief, input.creators, reference, kind, book, scratch);
  const creators = [...input.creators, ...market.creators];
  const lock = [...new Set([...brief.creators.lock, ...keep])];
  const model = modelOf(input, book, creators, { ...brief, creators: { ...brief.creators, lock } });
  return { model: { ...model, brief, slots: market.slots }, creators, market, reason };
}

function modelOf(
  { reference, purchase }: PlanInput,
  book: AssumptionBook,
  creators: readonly Creator[],
  brief: Brief,
): CampaignModel {
  return campaignModel(creators, brief, reference, purchase ?? ORDINARY_PURCHASE, book);
}

function leavesChoice(model: CampaignModel, budgetMinor: number): boolean {
  const cheapest = model.groups.map(({ items }) => Math.min(...items.map(({ cost }) => cost)));
  const affordable = cheapest.filter((cost) => cost <= budgetMinor);
  return affordable.reduce((sum, cost) => sum + cost, 0) >= BUDGETS_OF_A_CHOICE * budgetMinor;
}
