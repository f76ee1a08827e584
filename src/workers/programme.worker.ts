import { makeProgramme, type ProgrammeInput } from "#core/planner/programme/makeProgramme";
import { answerTask } from "./answerTask.ts";
import { type InstanceWanted, madeForSending } from "./madeForSending.ts";

answerTask((input: ProgrammeInput & InstanceWanted) => madeForSending(makeProgramme(input), input));
