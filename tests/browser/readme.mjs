// Takes the pictures of the README: the top of the page about this repository's own backlog, light and dark.
// node readme.mjs [DATE]: writes docs/images; DATE is the day of the report.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const images = join(root, "docs/images");
// The page is named after its folder.
const clone = join(root, "artifacts/KaizenGate");
const html = join(root, "artifacts/readme.html");
const day = process.argv[2] ? ["--as-of", process.argv[2]] : [];
const run = (program, folder, ...args) =>
  execFileSync(program, args, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
mkdirSync(images, { recursive: true });
rmSync(clone, { recursive: true, force: true });
run("git", root, "clone", "--quiet", ".", clone);
const project = join(root, "src/KaizenGate.Cli");
run("dotnet", clone, "run", "--project", project, "--", "report", "--format", "html", "--output", html, ...day);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1120, height: 1180 } });
    await page.goto(pathToFileURL(html).href);
    await page.screenshot({ path: join(images, `report-${colorScheme}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
}
