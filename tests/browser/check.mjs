// Checks HTML reports in a browser, light and dark, narrow and wide, and on paper.
// node check.mjs [--shots FOLDER] PAGE…: prints a line per error, and exits with 1 if there is one. With --shots it writes
// screenshots and the printed pages to FOLDER.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const args = process.argv.slice(2);
const folder = args[0] === "--shots" ? args.splice(0, 2)[1] : null;
const pages = args;
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
// A4 without margins of 1 cm, in CSS pixels (96 per inch), the maximum number of sheets for 60 open items, and the further items
// that may take one more. A heading needs 70 points from its top to the edge of the sheet, 28 of them margin.
const paper = { width: 718, height: 1047, mostPages: 6, items: 60, itemsPerPage: 30, leastBelow: 70 };
if (folder) {
  mkdirSync(folder, { recursive: true });
}

const browser = await chromium.launch({ executablePath, args: quiet });
try {
  await Promise.all(pages.map(check));
} finally {
  await browser.close();
}

for (const error of errors) {
  console.log(error);
}
console.log(`${pages.length} pages, ${errors.length} errors`);
process.exit(errors.length > 0 ? 1 : 0);

// One tab for each page: it is loaded once, and only its size, its colours and its medium change. Axe takes longer than
// everything else together, so it runs once for each page, in turn on a narrow dark and a wide light window.
async function check(file, at) {
  const name = basename(file, ".html");
  const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  const report = (where) => (what) => errors.push(`${name}-${where}: ${what}`);
  watch(page, report("page"));
  await page.goto(pathToFileURL(resolve(file)).href);
  await inspect(page, report("page"));
  for (const [width, colorScheme] of [
    [1440, "light"],
    [1440, "dark"],
    [360, "light"],
    [360, "dark"],
  ]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await measure(page, width, report(width));
    if (folder) {
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`), fullPage: true });
    }
  }
  await print(page, name, report("paper"));
  const [width, colorScheme] = at % 2 === 0 ? [360, "dark"] : [1440, "light"];
  await page.emulateMedia({ media: "screen", colorScheme });
  await page.setViewportSize({ width, height: 900 });
  // Open all details to check their content too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await measure(page, width, report("open"));
  await askAxe(page, report("axe"));
  await context.close();
}

function watch(page, report) {
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
}

async function inspect(page, report) {
  if ((await page.locator("script, iframe, object, embed, link[rel=stylesheet]").count()) > 0) {
    report("contains an element that runs or loads something");
  }
  if ((await page.locator("[style], [onload], [onclick], [onerror], a[href^='javascript:' i]").count()) > 0) {
    report("contains an inline style or script");
  }
  await followLinks(page, report);
}

// Printed pages do not scroll, so content that does not fit is lost.
async function print(page, name, report) {
  await page.setViewportSize({ width: paper.width, height: paper.height });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await measure(page, paper.width, report);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll("body *:not(svg, svg *)")]
      .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).overflowX !== "visible")
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} loses ${one.scrollWidth - one.clientWidth} pixels`),
  );
  lost.slice(0, 5).forEach(report);
  const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
  const pdf = await page.pdf({ format: "A4", margin, tagged: true, outline: true });
  if (folder) {
    writeFileSync(join(folder, `${name}.pdf`), pdf);
  }
  const text = pdf.toString("latin1");
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  // The outline has the height of each heading on its sheet, in points from the bottom.
  const headings = [...text.matchAll(/\/Title \((.*?)\)\s*\/Dest \[\d+ 0 R \/XYZ [\d.]+ ([\d.]+)/g)];
  if (headings.length === 0) {
    report("has no headings in its outline");
  }
  for (const [, title, height] of headings) {
    if (height < paper.leastBelow) {
      report(`"${title}" is the last line of its sheet`);
    }
  }
  const items = await page.locator("tr[id^=item-]").count();
  const most = paper.mostPages + Math.ceil(Math.max(0, items - paper.items) / paper.itemsPerPage);
  if (pages < 1 || pages > most) {
    report(`takes ${pages} pages for ${items} items, more than ${most}`);
  }
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
