// Checks HTML reports in a browser, light and dark, narrow and wide.
// node check.mjs FOLDER PAGE…: writes screenshots to FOLDER, prints a line per error, and exits with 1 if there is one.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [folder, ...pages] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const errors = [];
// A4 without margins of 1 cm, in CSS pixels (96 per inch), and the maximum number of pages.
const paper = { width: 718, height: 1047, mostPages: 15 };
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath, args: quiet });
try {
  for (const page of pages) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1440]) {
        // Each colour scheme and each width once, because axe takes longer than everything else together.
        await look(page, colorScheme, width, (colorScheme === "dark") === (width === 360));
      }
    }
    await print(page);
  }
} finally {
  await browser.close();
}

for (const error of errors) {
  console.log(error);
}
console.log(`${pages.length} pages, ${errors.length} errors`);
process.exit(errors.length > 0 ? 1 : 0);

async function look(file, colorScheme, width, thoroughly) {
  const name = `${basename(file, ".html")}-${colorScheme}-${width}`;
  const report = (what) => errors.push(`${name}: ${what}`);
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on("console", (message) => report(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => report(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    report(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!(request.isNavigationRequest() && request.url().startsWith("file:")) && !request.url().startsWith("data:")) {
      report(`request: ${request.url()}`);
    }
  });
  await page.goto(pathToFileURL(resolve(file)).href);
  if ((await page.locator("script, iframe, object, embed, link[rel=stylesheet]").count()) > 0) {
    report("contains an element that runs or loads something");
  }
  if ((await page.locator("[style], [onload], [onclick], [onerror], a[href^='javascript:' i]").count()) > 0) {
    report("contains an inline style or script");
  }
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await measure(page, width, report);
  await followLinks(page, report);
  // Open all details to check their content too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await measure(page, width, report);
  if (thoroughly) {
    await askAxe(page, report);
  }
  await context.close();
}

// Printed pages do not scroll, so content that does not fit is lost.
async function print(file) {
  const name = `${basename(file, ".html")}-paper`;
  const report = (what) => errors.push(`${name}: ${what}`);
  const context = await browser.newContext({ viewport: { width: paper.width, height: paper.height } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.emulateMedia({ media: "print" });
  await measure(page, paper.width, report);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll("body *:not(svg, svg *)")]
      .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).overflowX !== "visible")
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} loses ${one.scrollWidth - one.clientWidth} pixels`),
  );
  lost.slice(0, 5).forEach(report);
  const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
  const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", margin });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages < 1 || pages > paper.mostPages) {
    report(`takes ${pages} pages`);
  }
  await context.close();
}

// Evaluated by the debugger, which is not subject to the content security policy of the page.
async function askAxe(page, report) {
  await page.evaluate(axe);
  for (const violation of (await page.evaluate(() => axe.run())).violations) {
    for (const node of violation.nodes.slice(0, 3)) {
      report(`axe ${violation.id}: ${violation.help} at ${node.target} (${node.any[0]?.message ?? ""})`);
    }
  }
}

// Nothing may be wider than the window, and texts must not overlap.
async function measure(page, width, report) {
  const found = await page.evaluate(() => {
    const overlaps = [];
    const rectangles = (plot) =>
      [...plot.querySelectorAll("text")]
        .filter((text) => text.textContent && getComputedStyle(text).display !== "none")
        .map((text) => [text.textContent, text.getBoundingClientRect()])
        .filter(([, at]) => at.width > 0);
    for (const plot of document.querySelectorAll("svg.plot")) {
      const texts = rectangles(plot);
      texts.forEach(([one, a], i) => {
        for (const [other, b] of texts.slice(i + 1)) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 2 && down > 4) {
            overlaps.push(`${plot.closest("figure")?.id}: "${one}" overlaps "${other}"`);
          }
        }
      });
    }
    return { wide: document.documentElement.scrollWidth, overlaps };
  });
  if (found.wide > width) {
    report(`is ${found.wide} pixels wide in a window of ${width}`);
  }
  found.overlaps.slice(0, 5).forEach(report);
}

// Targets of internal links must exist, and ids must be unique.
async function followLinks(page, report) {
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll("a[href^='#']")]
      .map((link) => link.getAttribute("href"))
      .filter((address) => !document.getElementById(address.slice(1))),
  );
  dead.forEach((address) => report(`dead link: ${address}`));
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((one) => one.id));
  new Set(ids.filter((id, at) => ids.indexOf(id) !== at)).forEach((id) => report(`duplicate id ${id}`));
}
