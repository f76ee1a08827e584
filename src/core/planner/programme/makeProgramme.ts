import type { Programme } from "#core/brief/programme";
import { ChoraleError, type ErrorDetail } from "#core/errors";
import { AssumptionBook } from "#core/forecast/assumptionBook";
import { ORDINARY_PURCHASE } from "#core/forecast/response";
import type { Instance } from "#core/instance";
import { sentence } from "#core/sentence";
import { Coverage } from "#core/solver/coverage";
import { solve } from "#core/solver/solve";
import { type CampaignModel, campaignModel } from "../campaignModel.ts";
import type { PlanInput, PlanProgress } from "../makePlan.ts";
import { describeProgramme } from "./describeProgramme.ts";
import { likelyShares } from "./likelyShares.ts";
import type { ProgrammeDocument } from "./programmeDocument.ts";
import { programmeInstance } from "./programmeInstance.ts";
import { scalesOf } from "./scales.ts";
import { keepsShares, otherSplits } from "./splits.ts";

export interface ProgrammeInput
  extends Omit<PlanInput, "brief" | "briefDocument" | "prefer" | "purchase" | "slotsWhenShort"> {
  readonly programme: Programme;
  /** As written, for the echo. */
  readonly programmeDocument: unknown;
}

export interface MadeProgramme {
  readonly document: ProgrammeDocument;
  /** The problem the certificate speaks of. */
  readonly instance: Instance;
}

/** The plans of the campaigns take their own time; the search may use this share of what the caller allows. */
const SEARCH_SHARE = 0.4;
const CERTIFICATE_NUMBERS_MAX = 50_000;

/** One budget over several campaigns: whom each books, how the money is shared, and how near that is to the best. */
export function makeProgramme(input: ProgrammeInput): MadeProgramme {
  const { programme, seed } = input;
  const step = (name: PlanProgress["step"], campaign?: string) =>
    input.onProgress?.({ step: name, value: null, upperBound: null, ...(campaign ? { campaign } : {}) });
  step("audience");
  const models = modelsOf(input);
  refuseNothingToBuy(programme, models, input.creators.length);
  step("search");
  const scales = scalesOf(programme, models, seed);
  const others = otherSplits(programme, models, scales.of, seed);
  const shares = likelyShares(programme, models, scales, seed, input.shouldStop ?? (() => false));
  const instance = programmeInstance(programme, models, scales.of, shares);
  const coverage = new Coverage(instance);
  // No other split that the shares allow can then be better than the one found.
  const [start] = others
    .filter((split) => keepsShares(split, instance))
    .sort((a, b) => coverage.value(b.chosen) - coverage.value(a.chosen));
  const from = input.elapsedSeconds();
  const solution = solve(instance, {
    ...{ secondsMax: input.secondsMax * SEARCH_SHARE, passesMax: input.passesMax, seed },
    ...{ warmStart: start?.chosen ?? [], certificateNumbersMax: CERTIFICATE_NUMBERS_MAX },
    elapsedSeconds: () => input.elapsedSeconds() - from,
    onProgress: ({ value, upperBound }) => input.onProgress?.({ step: "search", value, upperBound }),
    ...(input.shouldStop ? { shouldStop: input.shouldStop } : {}),
  });
  const document = describeProgramme({ input, models, scales, others, instance, solution, coverage, step });
  return { document, instance };
}

function modelsOf(input: ProgrammeInput): readonly CampaignModel[] {
  const { programme, creators, reference } = input;
  const { campaigns, mayServe } = programme;
  // A creator of one campaign only is one group over everybody's people.
  const larger = mayServe === "one" ? campaigns.length ** 2 : campaigns.length;
  return campaigns.map(({ brief }, c) => {
    const book = new AssumptionBook(input.assumptions, input.ownAssumptions);
    try {
      return campaignModel(creators, brief, reference, ORDINARY_PURCHASE, book, new Map(), larger);
    } catch (caught) {
      if (!(caught instanceof ChoraleError)) throw caught;
      const at = (path: string | null) => `campaigns[${c}].brief${path === null ? "" : `.${path}`}`;
      const details = caught.details.map((detail) => ({ ...detail, at: at(detail.at) }));
      throw new ChoraleError(caught.code, caught.sentence, at(caught.at), details);
    }
  });
}

function refuseNothingToBuy(programme: Programme, models: readonly CampaignModel[], creators: number): void {
  if (creators === 0) throw new ChoraleError("bad-input", sentence("programme.rule.noCreators"), "creators");
  const details = models.flatMap((model, c): ErrorDetail[] => {
    const { name, fixed } = programme.campaigns[c]!;
    const at = `campaigns[${c}]`;
    if (model.items.size === 0)
      return [{ at, rule: sentence("programme.rule.nothingToBuy", { name }), value: null }];
    const cheapest = [...model.items.values()].reduce(
      (least, item) => Math.min(least, item.costMinor),
      Infinity,
    );
    const budget = fixed ?? programme.budget;
    if (cheapest <= budget.amountMinor) return [];
    const least = { ...budget, amountMinor: cheapest };
    const rule = sentence("programme.rule.tooSmall", { name, budget, least });
    return [{ at: fixed === null ? "budget" : `${at}.share`, rule, value: budget.amountMinor }];
  });
  const [first] = details;
  if (first) throw new ChoraleError("bad-input", first.rule, first.at, details);
}
