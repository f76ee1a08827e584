import enBrief from "./en/brief.json" with { type: "json" };
import enCatalog from "./en/catalog.json" with { type: "json" };
import enCli from "./en/cli.json" with { type: "json" };
import enCommon from "./en/common.json" with { type: "json" };
import enEvidence from "./en/evidence.json" with { type: "json" };
import enFind from "./en/find.json" with { type: "json" };
import enFinder from "./en/finder.json" with { type: "json" };
import enForecast from "./en/forecast.json" with { type: "json" };
import enHistory from "./en/history.json" with { type: "json" };
import enJudge from "./en/judge.json" with { type: "json" };
import enKept from "./en/kept.json" with { type: "json" };
import enPaste from "./en/paste.json" with { type: "json" };
import enPlan from "./en/plan.json" with { type: "json" };
import enProgramme from "./en/programme.json" with { type: "json" };
import enSearches from "./en/searches.json" with { type: "json" };
import enSense from "./en/sense.json" with { type: "json" };
import enServer from "./en/server.json" with { type: "json" };
import enSolver from "./en/solver.json" with { type: "json" };
import enStart from "./en/start.json" with { type: "json" };
import enStorage from "./en/storage.json" with { type: "json" };
import enWeb from "./en/web.json" with { type: "json" };
import zhCnBrief from "./zh-CN/brief.json" with { type: "json" };
import zhCnCatalog from "./zh-CN/catalog.json" with { type: "json" };
import zhCnCli from "./zh-CN/cli.json" with { type: "json" };
import zhCnCommon from "./zh-CN/common.json" with { type: "json" };
import zhCnEvidence from "./zh-CN/evidence.json" with { type: "json" };
import zhCnFind from "./zh-CN/find.json" with { type: "json" };
import zhCnFinder from "./zh-CN/finder.json" with { type: "json" };
import zhCnForecast from "./zh-CN/forecast.json" with { type: "json" };
import zhCnHistory from "./zh-CN/history.json" with { type: "json" };
import zhCnJudge from "./zh-CN/judge.json" with { type: "json" };
import zhCnKept from "./zh-CN/kept.json" with { type: "json" };
import zhCnPaste from "./zh-CN/paste.json" with { type: "json" };
import zhCnPlan from "./zh-CN/plan.json" with { type: "json" };
import zhCnProgramme from "./zh-CN/programme.json" with { type: "json" };
import zhCnSearches from "./zh-CN/searches.json" with { type: "json" };
import zhCnSense from "./zh-CN/sense.json" with { type: "json" };
import zhCnServer from "./zh-CN/server.json" with { type: "json" };
import zhCnSolver from "./zh-CN/solver.json" with { type: "json" };
import zhCnStart from "./zh-CN/start.json" with { type: "json" };
import zhCnStorage from "./zh-CN/storage.json" with { type: "json" };
import zhCnWeb from "./zh-CN/web.json" with { type: "json" };
import zhTwBrief from "./zh-TW/brief.json" with { type: "json" };
import zhTwCatalog from "./zh-TW/catalog.json" with { type: "json" };
import zhTwCli from "./zh-TW/cli.json" with { type: "json" };
import zhTwCommon from "./zh-TW/common.json" with { type: "json" };
import zhTwEvidence from "./zh-TW/evidence.json" with { type: "json" };
import zhTwFind from "./zh-TW/find.json" with { type: "json" };
import zhTwFinder from "./zh-TW/finder.json" with { type: "json" };
import zhTwForecast from "./zh-TW/forecast.json" with { type: "json" };
import zhTwHistory from "./zh-TW/history.json" with { type: "json" };
import zhTwJudge from "./zh-TW/judge.json" with { type: "json" };
import zhTwKept from "./zh-TW/kept.json" with { type: "json" };
import zhTwPaste from "./zh-TW/paste.json" with { type: "json" };
import zhTwPlan from "./zh-TW/plan.json" with { type: "json" };
import zhTwProgramme from "./zh-TW/programme.json" with { type: "json" };
import zhTwSearches from "./zh-TW/searches.json" with { type: "json" };
import zhTwSense from "./zh-TW/sense.json" with { type: "json" };
import zhTwServer from "./zh-TW/server.json" with { type: "json" };
import zhTwSolver from "./zh-TW/solver.json" with { type: "json" };
import zhTwStart from "./zh-TW/start.json" with { type: "json" };
import zhTwStorage from "./zh-TW/storage.json" with { type: "json" };
import zhTwWeb from "./zh-TW/web.json" with { type: "json" };

export const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One JSON file a noun and language; the noun's file holds `{ "<noun>": { … } }`, so keys start with the noun. */
export const MESSAGES = {
  en: {
    ...enCommon,
    ...enCli,
    ...enCatalog,
    ...enBrief,
    ...enEvidence,
    ...enFind,
    ...enFinder,
    ...enForecast,
    ...enJudge,
    ...enHistory,
    ...enKept,
    ...enPaste,
    ...enPlan,
    ...enProgramme,
    ...enSolver,
    ...enStart,
    ...enStorage,
    ...enServer,
    ...enSearches,
    ...enSense,
    ...enWeb,
  },
  "zh-CN": {
    ...zhCnCommon,
    ...zhCnCli,
    ...zhCnCatalog,
    ...zhCnBrief,
    ...zhCnEvidence,
    ...zhCnFind,
    ...zhCnFinder,
    ...zhCnForecast,
    ...zhCnJudge,
    ...zhCnHistory,
    ...zhCnKept,
    ...zhCnPaste,
    ...zhCnPlan,
    ...zhCnProgramme,
    ...zhCnSolver,
    ...zhCnStart,
    ...zhCnStorage,
    ...zhCnServer,
    ...zhCnSearches,
    ...zhCnSense,
    ...zhCnWeb,
  },
  "zh-TW": {
    ...zhTwCommon,
    ...zhTwCli,
    ...zhTwCatalog,
    ...zhTwBrief,
    ...zhTwEvidence,
    ...zhTwFind,
    ...zhTwFinder,
    ...zhTwForecast,
    ...zhTwJudge,
    ...zhTwHistory,
    ...zhTwKept,
    ...zhTwPaste,
    ...zhTwPlan,
    ...zhTwProgramme,
    ...zhTwSolver,
    ...zhTwStart,
    ...zhTwStorage,
    ...zhTwServer,
    ...zhTwSearches,
    ...zhTwSense,
    ...zhTwWeb,
  },
} as const satisfies Record<Language, object>;
