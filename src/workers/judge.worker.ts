import { type JudgeInput, judgeList } from "#core/planner/judgeList";
import { answerTask } from "./answerTask.ts";

answerTask((input: JudgeInput) => judgeList(input));
