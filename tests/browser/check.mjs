// Opens HTML reports in a real browser, light and dark, narrow and wide, and says what is wrong with them.
// node check.mjs FOLDER PAGE…: screenshots go to FOLDER. Ends with 1 when anything is wrong, and with a line for each.
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
const faults = [];
// A4 between margins of a centimetre, in pixels of a 96th of an inch; and what nobody would want to print.
const paper = { width: 718, height: 1047, mostSheets: 15 };
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath, args: quiet });
try {
  for (const page of pages) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1440]) {
        // Each colour and each width once: looking takes axe longer than everything else together.
        await look(page, colorScheme, width, (colorScheme === "dark") === (width === 360));
      }
    }
    await print(page);
  }
} finally {
  await browser.close();
}

for (const fault of faults) {
  console.log(fault);
}
console.log(`${pages.length} pages, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);

async function look(file, colorScheme, width, thoroughly) {
  const name = `${basename(file, ".html")}-${colorScheme}-${width}`;
  const fault = (what) => faults.push(`${name}: ${what}`);
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on("console", (message) => fault(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => fault(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    fault(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!(request.isNavigationRequest() && request.url().startsWith("file:")) && !request.url().startsWith("data:")) {
      fault(`request: ${request.url()}`);
    }
  });
  await page.goto(pathToFileURL(resolve(file)).href);
  if ((await page.locator("script, iframe, object, embed, link[rel=stylesheet]").count()) > 0) {
    fault("holds what runs or loads something");
  }
  if ((await page.locator("[style], [onload], [onclick], [onerror], a[href^='javascript:' i]").count()) > 0) {
    fault("holds an inline style or script");
  }
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await measure(page, width, fault);
  await followLinks(page, fault);
  // Opened, so that what is in them is looked at as well.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await measure(page, width, fault);
  if (thoroughly) {
    await askAxe(page, fault);
  }
  await context.close();
}

// On paper nothing scrolls: what does not fit is lost.
async function print(file) {
  const name = `${basename(file, ".html")}-paper`;
  const fault = (what) => faults.push(`${name}: ${what}`);
  const context = await browser.newContext({ viewport: { width: paper.width, height: paper.height } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.emulateMedia({ media: "print" });
  await measure(page, paper.width, fault);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll("body *:not(svg, svg *)")]
      .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).overflowX !== "visible")
      .map((one) => `${one.tagName.toLowerCase()}.${one.className} loses ${one.scrollWidth - one.clientWidth} pixels`),
  );
  lost.slice(0, 5).forEach(fault);
  const margin = { top: "1cm", right: "1cm", bottom: "1cm", left: "1cm" };
  const pdf = await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", margin });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (sheets < 1 || sheets > paper.mostSheets) {
    fault(`takes ${sheets} sheets of paper`);
  }
  await context.close();
}

// Evaluated by the debugger, which the page's own policy does not bind.
async function askAxe(page, fault) {
  await page.evaluate(axe);
  for (const violation of (await page.evaluate(() => axe.run())).violations) {
    for (const node of violation.nodes.slice(0, 3)) {
      fault(`axe ${violation.id}: ${violation.help} at ${node.target} (${node.any[0]?.message ?? ""})`);
    }
  }
}

// Nothing may be wider than the window, and no words may lie upon others.
async function measure(page, width, fault) {
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
            overlaps.push(`${plot.closest("figure")?.id}: "${one}" lies upon "${other}"`);
          }
        }
      });
    }
    return { wide: document.documentElement.scrollWidth, overlaps };
  });
  if (found.wide > width) {
    fault(`is ${found.wide} pixels wide in a window of ${width}`);
  }
  found.overlaps.slice(0, 5).forEach(fault);
}

// What the page says of itself must be there.
async function followLinks(page, fault) {
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll("a[href^='#']")]
      .map((link) => link.getAttribute("href"))
      .filter((address) => !document.getElementById(address.slice(1))),
  );
  dead.forEach((address) => fault(`leads nowhere: ${address}`));
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((one) => one.id));
  new Set(ids.filter((id, at) => ids.indexOf(id) !== at)).forEach((id) => fault(`two have the id ${id}`));
}
