// An officer's day in headless Chromium: with and without script, in both languages, at 320 px, by keyboard, on paper; and
// axe-core on every page.
//   node tests/browser/run.mjs build/dev/vierkant [FOLDER FOR PICTURES [day or fund: only that part]]
// Ends with "N passed, M failed"; the exit status is 1 where one failed.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessible, check, chromium, everyPage, fillIn, logIn, picture, pictures, part, sentence, serve, tally, topOf, vierkant } from "./support.mjs";
import { fund } from "./fund.mjs";

const folder = mkdtempSync(join(tmpdir(), "vierkant-browser-"));
const database = join(folder, "vierkant.db");

const veenkunststof = {
  name: "Veenkunststof BV", kvk: "90000017", iban: "NL81VKWR0000000017", legal_form: "bv", sbi_main: "22.29",
  "address.street": "Kunststofweg", "address.house_number": "12", "address.postcode": "7821 AB", "address.place": "Emmen",
  "address.municipality": "GM0114", "figures.headcount": "38", "figures.turnover": "6.200.000,00", "figures.balance_total": "4.100.000,00",
};
const secondLine = {
  purpose: "Tweede spuitgietlijn voor kunststof onderdelen", starts_on: "2026-05-01", municipality: "GM0114", amount: "250.000,00",
  "investment_plan.0.description": "Spuitgietmachine met robot", "investment_plan.0.amount": "480.000,00",
  "investment_plan.1.description": "Matrijzen", "investment_plan.1.amount": "120.000,00",
  "financing.own": "150.000,00", "financing.bank": "200.000,00",
  "jobs.0.jobs": "4", "jobs.0.level": "mbo-2", "jobs.0.hours": "144", "jobs.1.jobs": "1", "jobs.1.level": "hbo-ba", "jobs.1.hours": "36",
  term_months: "60", collateral: "50", rating: "satisfactory", double_funding: "no", in_difficulty: "no", declared: "yes",
};

/// From an application to money on its way, by Anna, Bob and Carla. Works with and without script.
async function day(browser, address, script) {
  const contexts = {};
  const as = async (login) => {
    if (!contexts[login]) {
      contexts[login] = await (await browser.newContext({ javaScriptEnabled: script, locale: "nl-NL" })).newPage();
      await logIn(contexts[login], address, login);
    }
    return contexts[login];
  };
  const shot = async (page, name) => { if (script) { await accessible(page, name); await picture(page, name); } };

  const anna = await as("anna");
  if (script) {
    await anna.goto(`${address}undertakings/new`);
    await shot(anna, "onderneming");
    await fillIn(anna, { ...veenkunststof, "address.postcode": "78AB" });
    await anna.click("main button.primary");
    check("a mistake is said at its field", await anna.locator('[id="field-address.postcode-error"]').count() === 1);
    check("what was typed is kept", await anna.inputValue("#field-name") === "Veenkunststof BV");
    await shot(anna, "fout-bij-het-veld");
    await fillIn(anna, { "address.postcode": "7821 AB" });
    await anna.click("main button.primary");
    check("the undertaking is registered", (await anna.textContent(".notice")).includes("Veenkunststof BV"));
    await shot(anna, "ondernemingen");
  }
  await anna.goto(`${address}applications/new?applicant=90000017`);
  await shot(anna, "regeling-kiezen");
  await anna.click('main a[href*="scheme=investment-loan"]');
  await fillIn(anna, { ...secondLine, purpose: script ? secondLine.purpose : "Derde spuitgietlijn", amount: script ? "250.000,00" : "240.000,00", "financing.own": script ? "150.000,00" : "160.000,00",
    tranches: script ? "100.000,00\n90.000,00 tweede lijn geleverd\n60.000,00 01-09-2026" : "", last_drawing: script ? "2026-12-31" : "" });
  await anna.click("button[value=check]");
  check("the verdict stands per rule", await anna.locator(".verdict li").count() > 5);
  await shot(anna, "toets");
  if (script) { await topOf(anna, "toets-bovenaan"); }
  await anna.click("button[value=register]");
  const dossier = new URL(anna.url()).pathname;
  check("the application is registered", /^\/applications\/2026-\d{4}$/.test(dossier), dossier);
  await anna.goto(address + dossier.slice(1) + "/completion");
  await anna.click("main button.primary");
  await anna.click("text=Voorstel doen");
  for (const box of await anna.locator('textarea[name^="judge-"]').all()) { await box.fill("Beoordeeld op de jaarcijfers: akkoord."); }
  await shot(anna, "voorstel");
  await anna.click("main button.primary");
  check("the award is proposed", (await anna.textContent("main")).includes("voorstel: toekennen"), await anna.textContent("main"));
  await shot(anna, "aanvraag");

  const bob = await as("bob");
  await bob.goto(address + dossier.slice(1) + "/decision");
  await shot(bob, "besluit");
  await bob.selectOption("#field-decision", "award");
  await bob.click("main button.primary");
  const awarded = (await bob.textContent(".notice")).match(/L-\d{6}/);
  check("the loan is awarded", awarded !== null);
  const loan = `${address}loans/${awarded ? awarded[0] : "L-000001"}`;

  await anna.goto(`${loan}/disbursement`);
  await fillIn(anna, { amount: "100.000,00" });
  await shot(anna, "uitbetaling");
  await anna.click("main button.primary");
  await shot(anna, "uitbetaling-gevolg");
  await anna.click(".confirm button");
  await shot(anna, "lening-toegekend");
  const carla = await as("carla");
  await carla.goto(address);
  await shot(carla, "werklijst-penningmeester");
  await carla.goto(`${address}orders`);
  await shot(carla, "opdrachten");
  await carla.locator("main li button").first().click();
  check("the order is released", (await carla.textContent(".notice")).includes("is vrijgegeven"));
  await carla.goto(loan);
  if (script) { await topOf(carla, "lening"); }
  check("the loan is drawn", (await carla.textContent(".facts")).includes("100.000,00"));
  await carla.goto(`${loan}/drawing`);
  check("its tranches are told", (await carla.textContent("main")).includes(script ? "tweede lijn geleverd" : "er zijn geen delen"));
  await shot(carla, "opnemen");
  for (const one of Object.values(contexts)) { await one.context().close(); }
  return loan;
}

/// Only keys: past the menu to the content, and the focus can always be seen.
async function keyboard(browser, address) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${address}login`);
  await page.keyboard.press("Tab");
  check("the first stop leads to the content", (await page.evaluate(() => document.activeElement.getAttribute("href"))) === "#content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  check("then comes the first field", (await page.evaluate(() => document.activeElement.id)) === "field-login");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  check("the focus is seen", outline !== "none");
  await page.keyboard.type("anna");
  await page.keyboard.press("Tab");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await page.waitForURL(address);
  check("logged in by keyboard", (await page.textContent("h1")) === "Werklijst");
  await page.locator(".places summary").first().focus();
  await page.keyboard.press("Enter");
  check("a menu opens by keyboard", await page.locator(".places details[open] a").first().isVisible());
  await accessible(page, "open menu");
  await topOf(page, "menu-open");
  await page.keyboard.press("Escape");
  check("Escape closes the menu", await page.locator(".places details[open]").count() === 0);
  check("and the focus is back on it", await page.evaluate(() => document.activeElement.tagName) === "SUMMARY");
  await page.context().close();
}

/// Leaving a form with something typed asks first; results come while typing.
async function script(browser, address) {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, address, "anna");
  await page.goto(`${address}undertakings/new`);
  await page.locator("#field-name").pressSequentially("Half werk BV");
  let asked = "";
  page.once("dialog", async (dialog) => { asked = dialog.type(); await dialog.accept(); });
  await page.goto(`${address}loans`);
  check("typed work is not lost unasked", asked === "beforeunload", asked);
  await page.goto(`${address}search?q=xyz`);
  await page.locator("#search-words").fill("");
  await page.locator("#search-words").pressSequentially("veenk");
  await page.waitForSelector("#results li a", { timeout: 5000 }).then(() => check("results come while typing", true), () => check("results come while typing", false));
  const errors = [];
  page.on("console", (message) => { if (message.type() === "error") { errors.push(message.text()); } });
  await page.goto(address);
  check("nothing is blocked or broken", errors.length === 0, errors.join("; "));
  await page.context().close();
}

/// On paper: no menu, no buttons.
async function paper(browser, address, loan) {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, address, "dirk");
  await page.goto(loan);
  await page.emulateMedia({ media: "print" });
  check("no menu on paper", !(await page.isVisible(".top")));
  if (pictures) { await page.pdf({ path: join(pictures, "lening.pdf"), format: "A4" }); }
  await page.context().close();
}

async function wholeDay(browser, address) {
  const loan = await day(browser, address, true);
  await day(browser, address, false);
  await keyboard(browser, address);
  await script(browser, address);
  await paper(browser, address, loan);
  const number = loan.slice(loan.lastIndexOf("/") + 1);
  await everyPage(browser, address, "dirk", ["", "search?q=veen", "undertakings", "undertakings/90000017", "applications", "applications/2026-0001", "loans", `loans/${number}`, "grants", "orders", "bank", "bank/lines", "reports",
    "reports/fund-statement", "reports/repayment", "reports/portfolio", "reports/social-return", "reports/programme", "reports/arrears", "reports/decisions?compare=2025-12-31", "reports/council-year", "ledger/revolving", "ledger/revolving/1", "audit", "account", "account/password"]);
  await everyPage(browser, address, "wim", ["users", "users/new", "users/anna"]);
  await everyPage(browser, address, "carla", ["bank/import"]);
}

vierkant(database, "init");
const password = join(folder, "password");
writeFileSync(password, `${sentence}\n`);
for (const [login, name, role] of [["wim", "Wim de Beheerder", "administrator"], ["anna", "Anna Veenstra", "officer"], ["bob", "Bob ten Cate", "decider"], ["carla", "Carla Hofman", "treasurer"], ["dirk", "Dirk Prins", "auditor"]]) {
  vierkant(database, "user", "add", login, "--name", name, "--role", role, "--password-file", password);
}
const { server, address } = await serve(database);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  if (part !== "fund") { await wholeDay(browser, address); }
  if (part !== "day") { await fund(browser, folder); }
} catch (error) {
  check("the day was played to its end", false, error.stack);
} finally {
  await browser.close();
  server.kill("SIGTERM");
  await new Promise((resolve) => { server.on("exit", resolve); });
  check("the server stopped in peace", server.exitCode === 0, `${server.exitCode}`);
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
