import { type Sentence, type SentenceValue, sentence } from "#core/sentence";
import type { Event } from "#storage/events";

const SAID: readonly string[] = [
  "import.imported",
  "brand.saved",
  "brief.saved",
  "brief.branded",
  "plan.made",
  "plan.approved",
  "programme.saved",
  "programmePlan.made",
  "assumption.changed",
  "fxRate.entered",
  "evidence.attached",
  "evidence.removed",
  "evidence.restored",
];

/** Nouns whose events carry a name, and have other words where an older one does not. */
const NAMED: readonly string[] = ["brand", "brief", "plan", "programme", "programmePlan", "evidence"];

/** What an event did, in words: "Imported creators.csv: 120 rows". `of` is the event that an undoing undid. */
export function sayEvent(event: Event, of: Event | null = null): Sentence {
  const { noun, verb } = event;
  if (verb === "undone" || verb === "redone")
    return sentence(`history.${verb}`, { what: of === null ? [] : [sayEvent(of)] });
  const key = `${noun}.${verb}`;
  const values = plainValues(event.after);
  if (noun === "assumption") values["what"] = [sentence(`web.assumption.${event.nounId}`)];
  if (noun === "fxRate") values["what"] = event.nounId.replaceAll("/", " ");
  // An event of a kind that has no words yet is named as it is kept.
  if (!SAID.includes(key)) return sentence("history.other", { noun, verb });
  const named = NAMED.includes(noun);
  const name = values["name"] ?? values["fileName"];
  return named && name === undefined ? sentence(`history.${key}Unnamed`) : sentence(`history.${key}`, values);
}

function plainValues(after: unknown): Record<string, SentenceValue> {
  const entries = Object.entries(typeof after === "object" && after !== null ? after : {});
  return Object.fromEntries(
    entries.filter(([, value]) => typeof value === "string" || typeof value === "number"),
  );
}
