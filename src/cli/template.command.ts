import { writeFile } from "node:fs/promises";
import { makeTemplate } from "#app/makeTemplate";
import { ChoraleError } from "#core/errors";
import { sentence } from "#core/sentence";
import { LANGUAGES } from "#i18n/messages";
import { say } from "#i18n/say";
import { type Flags, misuse, readFlags } from "./flags.ts";
import type { Command } from "./terminal.ts";

const FLAGS = {
  language: { takes: "LANGUAGE", does: "language" },
  out: { takes: "FILE", does: "templateOut" },
} as const satisfies Flags;

/** An XLSX to fill in with creators, in one of the three languages. */
export const command: Command = {
  takes: "",
  flags: FLAGS,
  async run(args, terminal) {
    const { positionals, values } = readFlags("template", args, FLAGS);
    if (positionals[0] !== undefined)
      throw misuse("template", sentence("cli.usage.noArguments", { value: positionals[0] }));
    const language = LANGUAGES.find((known) => known === (values.language ?? "en"));
    if (language === undefined) {
      const [flag, value, allowed] = ["--language", values.language ?? "", LANGUAGES.join(", ")];
      throw misuse("template", sentence("cli.usage.oneOf", { flag, value, allowed }));
    }
    const file = values.out ?? `chorale-creators-${language}.xlsx`;
    const bytes = await makeTemplate(language, (words) => say(language, words));
    try {
      // Whoever has filled one in already keeps it.
      await writeFile(file, bytes, { flag: "wx" });
    } catch (caught) {
      const reason = (caught as NodeJS.ErrnoException).code ?? "";
      throw new ChoraleError("bad-input", sentence("catalog.template.unwritable", { file, reason }), file);
    }
    if (values.json === true) terminal.print(JSON.stringify({ file, language, bytes: bytes.length }));
    else terminal.print(say("en", sentence("catalog.template.written", { file })));
    return 0;
  },
};
