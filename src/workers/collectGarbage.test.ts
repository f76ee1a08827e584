import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { collectGarbage } from "./collectGarbage.ts";

it("frees shared memory that nobody holds any more, and none that somebody does", async () => {
  const made = () => new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const held = made();
  const [gone, kept] = [new WeakRef(made()), new WeakRef(held)];
  // A reference is held until the turn that made it has ended.
  await setImmediate();
  collectGarbage();
  expect([gone.deref(), kept.deref()]).toEqual([undefined, held]);
});
