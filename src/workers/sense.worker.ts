import { type SenseInput, senseCheck } from "#core/planner/senseCheck";
import { answerTask } from "./answerTask.ts";

answerTask((input: SenseInput) => senseCheck(input));
