import { execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "./commands.ts";
import { answerHelp } from "./help.ts";
import type { Terminal } from "./terminal.ts";

const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const NAMES = Object.keys(COMMANDS);

function chorale(...args: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, [MAIN, ...args], (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    ),
  );
}

/** What is printed, without starting a process; null where a command is to run. */
async function answered(...args: readonly string[]): Promise<string | null> {
  let printed = "";
  const print = (text: string) => {
    printed += `${text}\n`;
  };
  const code = await answerHelp(args, { print } as Terminal);
  return code === null ? null : printed;
}

describe("the help", () => {
  it.each([[], ["help"], ["--help"], ["-h"]])(
    "lists every command on a line of its own for %s",
    async (...args) => {
      const { code, stdout, stderr } = await chorale(...args);
      expect([code, stderr]).toEqual([0, ""]);
      const listed = [...stdout.matchAll(/^ {2}([a-z]+) {2,}\S.+$/gm)].map((match) => match[1]);
      expect(listed).toEqual(NAMES);
      for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
    },
  );

  it.each(NAMES)("of %s shows its usage, what it does and each of its flags", async (name) => {
    const { code, stdout, stderr } = await chorale(name, "--help");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^Usage: chorale ${name} `));
    const { flags } = await (COMMANDS[name] ?? expect.fail(name))();
    for (const flag of [...Object.keys(flags), "workspace", "json"])
      expect(stdout).toMatch(new RegExp(`^ {2}--${flag}( \\S+)? {2,}[A-Z].+$`, "m"));
    expect(stdout).not.toContain("cli.");
    expect(await answered(name, "x", "-h")).toBe(stdout);
    expect(await answered("help", name)).toBe(stdout);
    expect(await answered("--help", name)).toBe(stdout);
    expect(await answered(name, "x", "--", "--help")).toBeNull();
  });

  it("ends quietly when nobody reads it to the end", async () => {
    const child = spawn(process.execPath, [MAIN, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect([code, said]).toEqual([0, ""]);
  });

  it("says the version", async () => {
    expect(await chorale("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^chorale \d+\.\d+\.\d+\n$/),
    });
  });

  it.each([
    [["plna"], "chorale: plna: there is no such command; did you mean plan?\n"],
    [["toString"], "chorale: toString: there is no such command; chorale --help lists them\n"],
    [["plan", "x.yaml", "--secnds", "3"], "chorale: plan: unknown flag --secnds; did you mean --seconds?\n"],
    [["plan", "x.yaml", "--seconds", "-1"], "chorale: plan: --seconds -1: must be a number of at least 0\n"],
    [["plan", "x.yaml", "--seed", "x"], "chorale: plan: --seed x: must be a whole number of at least 0\n"],
    [
      ["plan", "x.yaml", "--passes", "0"],
      "chorale: plan: --passes 0: must be a whole number of at least 1\n",
    ],
    [["plan", "x.yaml", "--creators"], "chorale: plan: --creators needs a value: --creators FILE\n"],
    [["plan", "x.yaml", "--out", "--seed"], "chorale: plan: --out needs a value: --out plan.json\n"],
    [["compare"], "chorale: compare: takes BRIEF; chorale compare --help says more\n"],
    [["compare", "x.yaml", "-q"], "chorale: compare: unknown flag -q; --help lists the flags\n"],
    [["solve", "--seconds", "soon", "x"], "chorale: solve: --seconds soon: must be a number of at least 0\n"],
    [
      ["certify", "x", "y", "z"],
      "chorale: certify: takes INSTANCE.ndjson SOLUTION.json; chorale certify --help says more\n",
    ],
    [["demo", "here"], 'chorale: demo: takes no argument, but was given "here"\n'],
    [["demo", "--json=yes"], 'chorale: demo: --json is a switch and takes no value, but was given "yes"\n'],
    [["serve", "--port", "99999"], "chorale: --port: 99999 is no port: a whole number from 1 to 65535\n"],
  ])("answers %j with one line and exit code 2", async (args, line) => {
    expect(await chorale(...args)).toEqual({ code: 2, stdout: "", stderr: line });
  });

  it("prints the one document beside the one line where --json is asked for", async () => {
    const { code, stdout, stderr } = await chorale("plan", "x.yaml", "--sed", "4", "--json");
    expect([code, stderr]).toEqual([2, "chorale: plan: unknown flag --sed; did you mean --seed?\n"]);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: "usage", message: "unknown flag --sed; did you mean --seed?", at: "plan", details: [] },
    });
  });
});

describe("flags", () => {
  it("take a workspace at every command", async () => {
    const { readFlags } = await import("./flags.ts");
    for (const name of NAMES) {
      const { flags } = await (COMMANDS[name] ?? expect.fail(name))();
      expect(readFlags(name, ["a", "--workspace", "spring"], flags).values).toEqual({ workspace: "spring" });
    }
  });

  it("of many take files behind one and behind several", async () => {
    const { readFlags } = await import("./flags.ts");
    const flags = { creators: { takes: "FILE", does: "creators", many: true } } as const;
    const given = readFlags("plan", ["brief", "--creators", "a", "b", "--json", "--creators", "c"], flags);
    expect(given).toEqual({ positionals: ["brief"], values: { creators: ["a", "b", "c"], json: true } });
  });
});
