import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { makeServer } from "#api/server";
import type { House } from "#app/house";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];

// Chromium must not call home: every request of a journey is counted.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface OpenSite {
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Builds the pages, serves them over these houses by workspace name, and starts Chromium. */
export async function openSite(houses: Readonly<Record<string, House>>): Promise<OpenSite> {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error("The journeys need Chromium: sudo apt-get install chromium");
  const webDir = mkdtempSync(join(tmpdir(), "chorale-pages-"));
  const root = fileURLToPath(new URL("..", import.meta.url));
  // Under a test runner this is React's development build: its warnings are faults of a journey.
  const build = ["build", "--outDir", webDir, "--emptyOutDir", "--logLevel", "error"];
  execFileSync("node_modules/.bin/vite", build, { cwd: root, stdio: "inherit" });
  const openHouse = async (workspace: string) => {
    const house = houses[workspace];
    if (!house) throw new Error(`no workspace ${workspace}`);
    return house;
  };
  const server = await makeServer({ openHouse, webDir, logger: null });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  return {
    address,
    browser,
    async close() {
      await browser.close();
      await server.close();
      rmSync(webDir, { recursive: true, force: true });
    },
  };
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Scripts that failed, policies that were broken, and requests that left this machine. */
  readonly faults: string[];
}

/** One reader: a language, light or dark, a screen. */
export async function visit(
  site: OpenSite,
  reader: { locale?: string; colorScheme?: "light" | "dark"; width?: number; height?: number } = {},
): Promise<Visit> {
  const { locale = "en", colorScheme = "light", width = 1366, height = 900 } = reader;
  const context = await site.browser.newContext({ locale, colorScheme, viewport: { width, height } });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${error}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(site.address) && !/^(blob|data):/.test(url)) faults.push(`left this machine: ${url}`);
  });
  return { context, page, faults };
}
