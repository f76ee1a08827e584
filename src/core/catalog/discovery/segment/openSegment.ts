import { clearAccounts } from "./accountIds.ts";
import { type Kernels, openKernels } from "./kernels.ts";
import type { SegmentLayout } from "./layout.ts";
import { Scratch } from "./scratch.ts";

/** A segment as one thread works with it. */
export interface OpenSegment {
  readonly layout: SegmentLayout;
  readonly kernels: Kernels;
  readonly scratch: Scratch;
  /** A bitmap of the rows that still stand for what the database holds, this thread's own. */
  readonly live: number;
}

export function openSegment(layout: SegmentLayout, module: WebAssembly.Module, thread: number): OpenSegment {
  const scratch = new Scratch(layout, thread);
  const live = scratch.keep(layout.words * 8);
  const bits = new Uint32Array(scratch.buffer, live, layout.words * 2);
  for (let half = 0; half < bits.length; half++) {
    const rows = Math.min(32, Math.max(0, layout.rows - half * 32));
    bits[half] = rows === 32 ? 0xffff_ffff : 2 ** rows - 1;
  }
  return { layout, kernels: openKernels(module, layout.memory), scratch, live };
}

/** Takes accounts out whose rows no longer stand for anything. */
export function bury({ layout, live }: OpenSegment, accountIds: readonly string[]): void {
  clearAccounts(layout, live, accountIds);
}
