import { findCreators } from "#app/findCreators";
import { houseReference } from "#app/houseReference";
import { openSavedSearch } from "#app/openSavedSearch";
import { saveSearch } from "#app/saveSearch";
import { SearchIndexes, type SearchStep } from "#app/searchIndexes";
import {
  CATEGORY_PARAMS,
  type FindParams,
  KEYED_PARAMS,
  NUMBER_PARAMS,
  OTHER_PARAMS,
} from "#core/catalog/discovery/find/findParams";
import { sentence } from "#core/sentence";
import { say } from "#i18n/say";
import { withTexts } from "#i18n/withTexts";
import { findText } from "./findText.ts";
import { type Flag, type Flags, readFlags } from "./flags.ts";
import { namesOf } from "./names.ts";
import type { Command } from "./terminal.ts";

const SWITCHES: readonly string[] = ["include-unknown", "only-new"];
/** What terminal and address say differently: the words stand first, and a page of facets is asked for by --json. */
const WITHOUT: readonly string[] = ["query", "facets"];

const flagOf = (does: string, takes: string): Flag => ({ takes, does: `find.${does}`, many: true });
const FLAGS: Flags = {
  ...Object.fromEntries(
    OTHER_PARAMS.filter((name) => !WITHOUT.includes(name)).map((name) => [
      name,
      SWITCHES.includes(name) ? { takes: null, does: `find.${name}` } : flagOf(name, "VALUE"),
    ]),
  ),
  saved: { takes: "NAME", does: "find.saved" },
  save: { takes: "NAME", does: "find.save" },
  ...Object.fromEntries(
    Object.keys(CATEGORY_PARAMS).flatMap((name) => [
      [name, flagOf(name, "A,B")],
      [`not-${name}`, flagOf("not", "A,B")],
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(KEYED_PARAMS).flatMap((name) => [
      [name, flagOf(name, "A,B")],
      [`all-${name}`, flagOf("all", "A,B")],
      [`not-${name}`, flagOf("not", "A,B")],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(NUMBER_PARAMS).flatMap(([name, { unit }]) =>
      unit === "days"
        ? [[`${name}-days`, flagOf(`${name}-days`, "N")]]
        : [
            [`min-${name}`, flagOf(name, "N")],
            [`max-${name}`, flagOf("max", "N")],
          ],
    ),
  ),
};

const TAKES = "[WORDS]";

/** Whom a workspace knows that answers to a search. */
export const command: Command = {
  takes: TAKES,
  flags: FLAGS,
  async run(args, terminal) {
    const { positionals, values } = readFlags("find", args, FLAGS);
    const {
      workspace = "main",
      json,
      saved,
      save,
      ...said
    } = values as Readonly<Record<string, string | string[] | true>>;
    const given: FindParams = {
      ...(positionals.length === 0 ? {} : { query: [positionals.join(" ")] }),
      ...Object.fromEntries(
        Object.entries(said).map(([name, value]) => [name, value === true ? ["true"] : [value].flat()]),
      ),
    };
    const house = await terminal.openHouse(String(workspace));
    const redraw = (text: string) => {
      if (terminal.interactive) terminal.redraw(text);
    };
    const onStep = (step: SearchStep) => redraw(say("en", sentence(`find.text.step.${step}`)));
    const indexes = new SearchIndexes({ isForOne: true, onStep });
    try {
      const params = saved === undefined ? given : await openSavedSearch(house, String(saved), given);
      const found = await findCreators(house, indexes, params);
      redraw("");
      const names = namesOf((await houseReference(house)).platforms);
      if (json === true) terminal.print(JSON.stringify(withTexts(found)));
      else for (const line of findText(found, names, terminal.columns)) terminal.print(line);
      if (save !== undefined) {
        const kept = { id: null, name: String(save), params, actor: "owner" };
        const { name, seenTotal: total } = await saveSearch(house, indexes, kept);
        terminal.note(say("en", sentence("find.text.saved", { name, total })));
      }
      return 0;
    } finally {
      await indexes.close();
      await house.close();
    }
  },
};
