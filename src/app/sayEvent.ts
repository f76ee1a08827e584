import { type Sentence, type SentenceValue, sentence } from "#core/sentence";
import type { HistoryEvent } from "#storage/events";

const SAID: readonly string[] = [
  "import.imported",
  "brand.saved",
  "brand.named",
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
  "creator.tagged",
  "creator.untagged",
  "creator.noted",
  "creator.noteRemoved",
  "creator.marked",
  "creator.unmarked",
  "creator.contactAdded",
  "creator.contactErased",
  "creator.contacted",
  "creator.contactedRemoved",
  "creator.collaborationRecorded",
  "creator.listed",
  "creator.unlisted",
  "creator.merged",
  "creator.split",
  "tag.given",
  "list.made",
  "list.renamed",
  "list.removed",
  "list.filled",
  "list.emptied",
  "search.saved",
  "search.changed",
  "search.renamed",
  "search.removed",
  "search.seen",
];

/** Nouns whose events carry a name, and have other words where an older one does not. */
const NAMED: readonly string[] = ["brand", "brief", "plan", "programme", "programmePlan", "evidence"];

/** What an event did, in words: "Imported creators.csv: 120 rows". `of` is the event that an undoing undid. */
export function sayEvent(event: HistoryEvent, of: HistoryEvent | null = null): Sentence {
  const { noun, verb } = event;
  if (verb === "undone" || verb === "redone")
    return sentence(`history.${verb}`, { what: of === null ? [] : [sayEvent(of)] });
  const key = `${noun}.${verb}`;
  const values = plainValues(event.after);
  if (noun === "assumption") values["what"] = [sentence(`web.assumption.${event.nounId}`)];
  if (noun === "fxRate") values["what"] = event.nounId.replaceAll("/", " ");
  if (noun === "creator") values["who"] = event.creatorName ?? "–";
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
