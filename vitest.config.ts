import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  // An alias, not resolve conditions: conditions leak into worker threads, which run compiled files.
  resolve: { alias: [{ find: /^#(.*)$/, replacement: `${root}src/$1.ts` }] },
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    globalSetup: ["test/globalSetup.ts"],
    setupFiles: ["test/seed.ts"],
  },
});
