import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("runs the kernels that its source says: building them again gives the same bytes", () => {
  const folder = mkdtempSync(join(tmpdir(), "chorale-kernels-"));
  try {
    const again = join(folder, "discovery.wasm");
    execFileSync(fileURLToPath(new URL("../../../../kernels/build", import.meta.url)), [again]);
    const kept = readFileSync(new URL("../../../../kernels/discovery.wasm", import.meta.url));
    expect(readFileSync(again).equals(kept)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
