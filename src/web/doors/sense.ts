import { senseForm } from "#api/contract/sense";
import type { SenseAnswers } from "#core/planner/senseDocument";
import { ask } from "./ask.ts";

export const checkSense = (workspace: string, answers: SenseAnswers) =>
  ask("sense", senseForm, { method: "POST", query: { workspace }, body: answers });
