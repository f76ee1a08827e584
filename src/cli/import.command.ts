import { houseReference } from "#app/houseReference";
import { type ImportedFile, type ImportProgress, importFile } from "#app/importFiles";
import { readMappingFile } from "#app/readMappingFile";
import { IMPORT_KINDS, type ImportKind } from "#core/catalog/import/field";
import { noteSaid } from "#core/catalog/import/noteTally";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { currencyFlag } from "./currencyFlag.ts";
import { type Flags, misuse, readFlags, wrongArguments } from "./flags.ts";
import { type Names, namesOf } from "./names.ts";
import { errorDocument, reportError } from "./report.ts";
import type { Command, Terminal } from "./terminal.ts";

const TAKES = "FILE…";
const FLAGS = {
  as: { takes: IMPORT_KINDS.join("|"), does: "as" },
  platform: { takes: "P", does: "platform" },
  mapping: { takes: "FILE", does: "mapping" },
  currency: { takes: "CODE", does: "currency" },
  strict: { takes: null, does: "strict" },
} as const satisfies Flags;

export const command: Command = {
  takes: TAKES,
  flags: FLAGS,
  async run(args, terminal) {
    const {
      files,
      json,
      workspace,
      as,
      platform,
      mapping: mappingPath,
      currency,
      strict,
    } = readArguments(args);
    const written = await readMappingFile(mappingPath);
    const mapping = currency === null ? written : { ...written, currency };
    const house = await terminal.openHouse(workspace, "or-make");
    const names = namesOf((await houseReference(house)).platforms);
    const done: ImportedFile[] = [];
    try {
      for (const path of files) {
        const bar = progressBar(terminal);
        const options = {
          as,
          platform,
          mapping,
          strict,
          say: (rule: Parameters<typeof say>[1]) => say("en", rule),
        };
        done.push(await importFile(house, path, { ...options, onProgress: bar.show }).finally(bar.clear));
        if (!json) printFile(done.at(-1), names, terminal);
      }
    } catch (caught) {
      // The files before this one are in: their reports belong to the one document.
      const code = reportError(caught, false, terminal);
      if (json) terminal.print(JSON.stringify({ ...errorDocument(caught), files: done.map(documentOf) }));
      return code;
    } finally {
      await house.close();
    }
    if (json) terminal.print(JSON.stringify({ files: done.map(documentOf) }));
    return 0;
  },
};

function readArguments(args: readonly string[]) {
  const { positionals, values } = readFlags("import", args, FLAGS);
  if (positionals.length === 0) throw wrongArguments("import", TAKES);
  const as = values.as ?? null;
  if (as !== null && !isKind(as)) {
    const kinds = IMPORT_KINDS.join(", ");
    throw misuse("import", sentence("cli.usage.oneOf", { flag: "--as", value: as, allowed: kinds }));
  }
  return {
    files: positionals,
    as,
    platform: values.platform ?? null,
    mapping: values.mapping ?? null,
    currency: currencyFlag("import", values.currency),
    strict: values.strict === true,
    json: values.json === true,
    workspace: values.workspace ?? "main",
  };
}

function isKind(text: string): text is ImportKind {
  return (IMPORT_KINDS as readonly string[]).includes(text);
}

function documentOf({ rejects, notes, ...file }: ImportedFile) {
  const shown = rejects.map(({ line, column, value, rule }) => ({
    line,
    column,
    value,
    rule: say("en", rule),
  }));
  const left = notes.map(({ rule, ...note }) => ({ ...note, rule: say("en", rule) }));
  return { ...file, notes: left, rejects: shown };
}

function printFile(done: ImportedFile | undefined, names: Names, terminal: Terminal): void {
  if (!done) return;
  const { file, as, rows, accepted, rejected, unchanged, rejectsFile } = done;
  const platform = done.platform === null ? "–" : names.platform(done.platform);
  terminal.print(
    say("en", sentence("catalog.import.done", { file, as, platform, rows, accepted, rejected, unchanged })),
  );
  if (done.matched !== undefined)
    terminal.print(say("en", sentence("catalog.import.matched", { count: done.matched })));
  for (const note of done.notes) terminal.print(`  ${say("en", noteSaid(note))}`);
  for (const { line, column, value, rule } of done.rejects.slice(0, 5))
    terminal.print(say("en", sentence("catalog.import.reject", { line, column, value, rule: [rule] })));
  const where = done.as === "customers" ? "rejectsOfCustomers" : "rejects";
  if (rejectsFile !== null) terminal.print(say("en", sentence(`catalog.import.${where}`, { rejectsFile })));
}

const BAR_WIDTH = 30;

/** A bar that redraws itself on a screen; elsewhere nothing, so that logs stay readable. */
function progressBar(terminal: Terminal): { show: (progress: ImportProgress) => void; clear: () => void } {
  if (!terminal.interactive) return { show: () => {}, clear: () => {} };
  return {
    show({ bytesRead, bytes, rows }) {
      const filled = Math.round((bytesRead / Math.max(1, bytes)) * BAR_WIDTH);
      terminal.redraw(
        `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${rows.toLocaleString("en")} rows`,
      );
    },
    clear: () => terminal.redraw(""),
  };
}
