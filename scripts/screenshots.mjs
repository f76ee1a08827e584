// Pictures of every page of the demo market, to be looked at: three languages, light and dark, laptop and phone.
//   bin/start                                   in one terminal
//   node scripts/screenshots.mjs FOLDER [http://127.0.0.1:4680] [only: a part of the names]
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [folder = "screenshots", address = "http://127.0.0.1:4680", only = ""] = process.argv.slice(2);
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const SIZES = { laptop: { width: 1366, height: 860 }, phone: { width: 390, height: 844 } };

const first = async (noun) => {
  const answer = await (await fetch(`${address}/api/v1/${noun}?workspace=demo`)).json();
  return answer[noun][0]?.id;
};
const PAGES = {
  sense: "sense",
  creators: "creators",
  creator: `creators/${await first("creators")}`,
  briefs: "briefs",
  brief: `briefs/${await first("briefs")}`,
  plans: "plans",
  plan: `plans/${await first("plans")}`,
  judge: "judge",
  assumptions: "assumptions",
};

// The sense page is a form until it is asked.
async function askSense(page) {
  await page.locator("main .row button").nth(4).click();
  await page.locator("main form button[type=submit]").click();
  await page.locator(".sense-answer").waitFor({ timeout: 60_000 });
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
});
for (const locale of ["en", "zh-CN", "zh-TW"])
  for (const colorScheme of ["light", "dark"])
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ locale, colorScheme, viewport });
      for (const [name, path] of Object.entries(PAGES)) {
        const file = `${name}-${locale}-${colorScheme}-${size}.png`;
        if (!file.includes(only)) continue;
        const page = await context.newPage();
        await page.goto(`${address}/demo/${path}`);
        await page.locator("main h1, main h2").first().waitFor();
        if (name === "sense") await askSense(page).catch((error) => console.error(`${file}: ${error}`));
        // Charts are drawn a moment after their page.
        await page.waitForTimeout(700);
        await page.screenshot({ path: join(folder, file), fullPage: true });
        await page.close();
        console.log(file);
      }
      await context.close();
    }
await browser.close();
