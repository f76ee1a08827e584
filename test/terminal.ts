import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `bin/chorale` as a person would; the data folder is the test's own. */
export function chorale(dataDir: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, CHORALE_DATA: dataDir, NODE_OPTIONS: "" };
    execFile(`${root}bin/chorale`, args, { env, maxBuffer: 256e6 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 3), stdout, stderr });
    });
  });
}
