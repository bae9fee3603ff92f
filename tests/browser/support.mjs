// What the tests in a browser share: a program with a database, a server over it, and what is checked of every page.

import { spawn, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
// tools/install --browser puts the packages in build/browser.
const modules = join(here, "../../build/browser/node_modules");
export const { chromium } = await import(join(modules, "playwright-core/index.mjs"));
const [given, ...more] = process.argv.slice(2);
const program = resolve(given);
export const [pictures, part] = more;
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
export const sentence = "veen en vaart 12";
export const today = "2026-03-02";
export const tally = { passed: 0, failed: 0 };
if (pictures) { mkdirSync(pictures, { recursive: true }); }

export function check(what, holds, detail = "") {
  if (holds) { tally.passed += 1; return; }
  tally.failed += 1;
  console.log(`FAILED: ${what}${detail ? `\n  ${detail}` : ""}`);
}

/// The program on a database, as somebody.
export const vierkant = (database, ...words) => execFileSync(program, ["--db", database, "--today", today, "--as", "wim", ...words], { encoding: "utf8", cwd: dirname(database) });

export async function serve(database) {
  const server = spawn(program, ["--db", database, "--today", today, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (bytes) => {
      text += bytes;
      const found = text.match(/http:\/\/[^ ]+\//);
      if (found) { resolve(found[0]); }
    });
    server.on("exit", () => reject(new Error(`the server stopped: ${text}`)));
  });
  return { server, address };
}

export async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async () => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
  check(`axe: ${what}`, violations.length === 0,
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).slice(0, 2).join(" | ")}`).join("\n  "));
}

export async function picture(page, name) {
  if (pictures) { await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true }); }
}

/// What is seen without scrolling: for the guide.
export async function topOf(page, name) {
  if (pictures) { await page.screenshot({ path: join(pictures, `${name}.png`) }); }
}

export async function fits(page, what) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  check(`320 px: ${what}`, over <= 0, `${over} px too wide`);
}

export async function logIn(page, address, login) {
  await page.goto(`${address}login`);
  await page.fill("#field-login", login);
  await page.fill("#field-password", sentence);
  await page.click("main button[type=submit]");
  check(`${login} is logged in`, new URL(page.url()).pathname === "/");
}

export async function fillIn(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[id="field-${name}"]`);
    if (await field.evaluate((one) => one.tagName) === "SELECT") { await field.selectOption(value); }
    else if (await field.getAttribute("type") === "checkbox") { await field.setChecked(value === "yes"); }
    else { await field.fill(value); }
  }
}

export async function everyPage(browser, address, login, places) {
  for (const language of ["nl", "en"]) {
    const wide = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await logIn(wide, address, login);
    const narrow = await (await browser.newContext({ viewport: { width: 320, height: 640 }, storageState: await wide.context().storageState() })).newPage();
    for (const place of places) {
      const at = `${address}${place}${place.includes("?") ? "&" : "?"}lang=${language}`;
      const response = await wide.goto(at);
      check(`${place} opens`, response.status() === 200, `${response.status()}`);
      check(`${place} weighs less than 100 kB`, (await response.body()).length < 100_000, `${(await response.body()).length}`);
      check(`${place} is in ${language}`, await wide.getAttribute("html", "lang") === language);
      await accessible(wide, `${place} (${language})`);
      const name = (place || "werklijst").replace(/[^a-zA-Z0-9-]+/g, "-");
      if (language === "nl") {
        await picture(wide, name);
        await narrow.goto(at);
        await fits(narrow, place);
        await picture(narrow, `${name}-320`);
      }
    }
    await wide.context().close();
    await narrow.context().close();
  }
}
