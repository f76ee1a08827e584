import { parentPort } from "node:worker_threads";
import type { Numbered, NumberedReply } from "./searchMessages.ts";

/** Answers requests one after the other, in the order in which they come, for as long as the thread lives. */
export function serveRequests<Request, Reply>(answer: (request: Request) => Promise<Reply> | Reply): void {
  let before: Promise<unknown> = Promise.resolve();
  parentPort?.on("message", ({ number, body }: Numbered<Request>) => {
    before = before.then(async () => {
      try {
        send({ number, body: await answer(body) });
      } catch (caught) {
        send({ number, fault: String(caught) });
      }
    });
  });
  const send = (reply: NumberedReply<Reply>) => parentPort?.postMessage(reply);
}
