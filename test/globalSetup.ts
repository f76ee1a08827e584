import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Worker threads and child processes run compiled files, so the tests compile first. */
export default function setup(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  execFileSync("node_modules/.bin/tsc", ["-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
}
