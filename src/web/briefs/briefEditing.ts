import { createContext, useContext } from "react";
import type { AssumedDefault } from "#core/brief/brief";
import type { ErrorDetail } from "#core/errors";
import { useWords } from "../words/words.tsx";
import { type BriefDocument, isMapping, type Json, valueAt } from "./briefText.ts";

export interface BriefEditing {
  readonly document: BriefDocument | null;
  readonly problems: readonly ErrorDetail[];
  readonly defaults: readonly AssumedDefault[];
  readonly frozen: boolean;
  readonly set: (path: string, value: Json | undefined) => void;
}

export const BriefEditingContext = createContext<BriefEditing | null>(null);

export type BriefValue = ReturnType<typeof useBriefValue>;

/** One value of the brief: what is written, what is wrong with it, what stands in when it is absent. */
export function useBriefValue(path: string) {
  const editing = useContext(BriefEditingContext);
  const { say, t } = useWords();
  if (editing === null) throw new Error("useBriefValue outside a brief");
  const value = valueAt(editing.document, path.split("."));
  const problem = editing.problems.find((each) => each.at === path || each.at.startsWith(`${path}[`));
  const assumed =
    value === undefined || value === null ? editing.defaults.find((each) => each.path === path) : undefined;
  return {
    value,
    error: problem && problem.value !== null ? say(problem.rule) : undefined,
    /** Needed and not said yet. */
    gap: problem?.value === null ? say(problem.rule) : undefined,
    /** Said under the field: Chorale filled this in. */
    assumed: assumed ? t("brief.assumed", { says: say(assumed.says) }) : undefined,
    assumedValue: assumed?.value ?? null,
    disabled: editing.frozen || editing.document === null,
    set: (next: Json | undefined) => editing.set(path, next),
  };
}

/** The part of what is edited below a key, as if it stood alone. `at`: how problems write that place. */
export function editingBelow(editing: BriefEditing, keys: readonly string[], at: string): BriefEditing {
  const value = valueAt(editing.document, keys);
  const below = `${at}.`;
  return {
    ...editing,
    document: editing.document && (isMapping(value) ? value : {}),
    problems: editing.problems.flatMap((problem) =>
      problem.at.startsWith(below) ? { ...problem, at: problem.at.slice(below.length) } : [],
    ),
    set: (path, next) => editing.set([...keys, path].join("."), next),
  };
}
