import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { readServerPid } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where this run keeps its clusters; the first test that needs one starts it (test/database.ts). */
    clustersFolder: string;
  }
}

/** Worker threads and child processes run compiled files, so the tests compile first. */
export default function setup(project: TestProject): () => void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  execFileSync("node_modules/.bin/tsc", ["-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  const folder = mkdtempSync("/tmp/chorale-test-");
  project.provide("clustersFolder", folder);
  return () => {
    for (const name of ["embedded", "debian-15"]) {
      const pid = existsSync(join(folder, name)) ? readServerPid(join(folder, name)) : null;
      // The clusters are thrown away: nothing has to be written down.
      if (pid !== null) process.kill(pid, "SIGQUIT");
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
