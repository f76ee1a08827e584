import { registerAssumptions } from "./assumptions.routes.ts";
import { registerBrands } from "./brands.routes.ts";
import { registerBriefs } from "./briefs.routes.ts";
import { registerCreatorFacts } from "./creatorFacts.routes.ts";
import { registerCreators } from "./creators.routes.ts";
import { registerDuplicates } from "./duplicates.routes.ts";
import { registerEvidence } from "./evidence.routes.ts";
import { registerFinder } from "./finder.routes.ts";
import { registerFxRates } from "./fxRates.routes.ts";
import { registerHistory } from "./history.routes.ts";
import { registerImports } from "./imports.routes.ts";
import { registerJudgements } from "./judgements.routes.ts";
import { registerKept } from "./kept.routes.ts";
import { registerLists } from "./lists.routes.ts";
import { registerPastes } from "./pastes.routes.ts";
import { registerPlanRuns } from "./planRuns.routes.ts";
import { registerPlans } from "./plans.routes.ts";
import { registerProgrammeRuns } from "./programmeRuns.routes.ts";
import { registerProgrammes } from "./programmes.routes.ts";
import { registerReference } from "./reference.routes.ts";
import { registerSense } from "./sense.routes.ts";
import type { RegisterRoutes } from "./server.ts";
import { registerStatus } from "./status.routes.ts";

/** Every file of routes, one line each. */
// biome-ignore format: one line each, so that two additions do not meet
export const ROUTES: readonly RegisterRoutes[] = [
  registerStatus,
  registerAssumptions,
  registerReference,
  registerBrands,
  registerBriefs,
  registerEvidence,
  registerFinder,
  registerFxRates,
  registerHistory,
  registerImports,
  registerJudgements,
  registerPastes,
  registerCreators,
  registerCreatorFacts,
  registerKept,
  registerDuplicates,
  registerLists,
  registerPlanRuns,
  registerPlans,
  registerProgrammeRuns,
  registerProgrammes,
  registerSense,
];
