import { briefMarket } from "#app/briefMarket";
import { type JudgeRequest, judgeProposal } from "#app/judgeProposal";
import { readPlanFiles } from "#app/readPlanFiles";
import { readProposal } from "#app/readProposal";
import { refuseUnwritable, writeDocument } from "#app/writePlanFiles";
import { NO_MAPPING } from "#core/catalog/import/mapping";
import { dayOf } from "#core/period";
import { sentence } from "#core/sentence";
import { LANGUAGES, type Language } from "#i18n/messages";
import { say } from "#i18n/say";
import { withTexts } from "#i18n/withTexts";
import { currencyFlag } from "./currencyFlag.ts";
import { type Flags, misuse, readFlags, wrongArguments } from "./flags.ts";
import { judgeText } from "./judgeText.ts";
import { namesOf } from "./names.ts";
import { filesRead, noteReport, refusedRows, workspaceGrounds } from "./runPlanCommand.ts";
import { SEARCH_FLAGS, searchOptions } from "./searchFlags.ts";
import type { Command, Terminal } from "./terminal.ts";

const TAKES = "LIST BRIEF";
const FLAGS = {
  creators: { takes: "FILE", does: "judgeCreators", many: true },
  platform: { takes: "P", does: "platform" },
  currency: { takes: "CODE", does: "currency" },
  assumptions: { takes: "FILE", does: "assumptions" },
  ...SEARCH_FLAGS,
  out: { takes: "judge.json", does: "judgeOut" },
  questions: { takes: "LANGUAGE", does: "judgeQuestions" },
} as const satisfies Flags;

/** Somebody's proposal against the best plan for the same money. */
export const command: Command = {
  takes: TAKES,
  flags: FLAGS,
  async run(args, terminal) {
    const { positionals, values } = readFlags("judge", args, FLAGS);
    const [list, brief, ...more] = positionals;
    if (list === undefined || brief === undefined || more.length > 0) throw wrongArguments("judge", TAKES);
    const language = languageFlag(values.questions);
    if (values.out !== undefined) await refuseUnwritable(values.out);
    const today = dayOf(terminal.now().getTime());
    const currency = currencyFlag("judge", values.currency);
    const options = {
      platform: values.platform ?? null,
      mapping: currency === null ? NO_MAPPING : { currency },
      today,
    };
    const files = await readPlanFiles(brief, values.assumptions ?? null, values.creators ?? [], options);
    const market = briefMarket(files.briefDocument);
    const proposal = await readProposal(list, { ...options, market });
    if (values.json !== true) noteReport(files.report, terminal);
    const grounds =
      files.creators === null ? await workspaceGrounds(values.workspace ?? "main", terminal) : null;
    const made = await judged(
      {
        ...{ briefDocument: files.briefDocument, ownAssumptions: files.ownAssumptions, proposal, today },
        catalog: files.creators ?? grounds?.creators ?? [],
        ...(grounds === null ? {} : { grounds }),
        ...searchOptions("judge", values, { passesMin: 1 }),
      },
      terminal,
    );
    const warnings = [...made.document.warnings, ...refusedRows(files.report)];
    const document = { ...made.document, warnings };
    const printed = withTexts({ ...document, files: filesRead(files.report) });
    if (values.out !== undefined) await writeDocument(values.out, printed);
    if (values.json === true) terminal.print(JSON.stringify(printed));
    else if (language !== null) for (const line of document.email) terminal.print(say(language, line));
    else
      for (const line of judgeText(document, namesOf(made.platforms), terminal.columns)) terminal.print(line);
    return 0;
  },
};

function languageFlag(text: string | undefined): Language | null {
  if (text === undefined) return null;
  const found = LANGUAGES.find((language) => language === text);
  if (found) return found;
  const allowed = LANGUAGES.join(", ");
  throw misuse("judge", sentence("cli.usage.oneOf", { flag: "--questions", value: text, allowed }));
}

async function judged(request: JudgeRequest, terminal: Terminal) {
  const redraw = (text: string) => {
    if (terminal.interactive) terminal.redraw(text);
  };
  const running = judgeProposal(request, ({ step }) => redraw(say("en", sentence(`plan.step.${step}`))));
  const stop = () => running.stop();
  process.once("SIGINT", stop);
  const document = await running.finished.finally(() => {
    process.removeListener("SIGINT", stop);
    redraw("");
  });
  return { document, platforms: running.platforms };
}
