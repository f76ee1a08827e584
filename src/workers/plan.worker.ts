import { makePlan, type PlanInput } from "#core/planner/makePlan";
import { answerTask } from "./answerTask.ts";
import { type InstanceWanted, madeForSending } from "./madeForSending.ts";

answerTask((input: PlanInput & InstanceWanted) => madeForSending(makePlan(input), input));
