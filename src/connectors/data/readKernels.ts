import { readFileSync } from "node:fs";

let compiled: WebAssembly.Module | null = null;

/** The inner loops of the search, compiled once a process. */
export function readKernels(): WebAssembly.Module {
  const file = new URL("../../../kernels/discovery.wasm", import.meta.url);
  compiled ??= new WebAssembly.Module(readFileSync(file));
  return compiled;
}
