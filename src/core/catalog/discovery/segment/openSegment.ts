import { type Kernels, openKernels } from "./kernels.ts";
import type { SegmentLayout } from "./layout.ts";
import { Scratch } from "./scratch.ts";

/** A segment as one thread works with it. */
export interface OpenSegment {
  readonly layout: SegmentLayout;
  readonly kernels: Kernels;
  readonly scratch: Scratch;
}

export function openSegment(layout: SegmentLayout, module: WebAssembly.Module, thread: number): OpenSegment {
  return { layout, kernels: openKernels(module, layout.memory), scratch: new Scratch(layout, thread) };
}
