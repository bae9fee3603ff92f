// A fund that has run for three years (vierkant demo): what officers do with what is there already, each with and without
// script.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessible, check, everyPage, fillIn, fits, logIn, picture, sentence, serve, topOf, vierkant } from "./support.mjs";

const people = [["wim", "Wim de Beheerder", "administrator"], ["anna", "Anna Veenstra", "officer"], ["bob", "Bob ten Cate", "decider"], ["carla", "Carla Hofman", "treasurer"], ["dirk", "Dirk Prins", "auditor"]];

function makeFund(folder) {
  const database = join(folder, "fund.db");
  vierkant(database, "demo");
  const password = join(folder, "password");
  writeFileSync(password, `${sentence}\n`);
  for (const [login, name, role] of people) {
    vierkant(database, "user", "add", login, "--name", name, "--role", role, "--password-file", password);
  }
  return database;
}

/// Who works at the desk, each in a browser of his own.
function desk(browser, address, script) {
  const pages = {};
  return {
    as: async (login) => {
      if (!pages[login]) {
        pages[login] = await (await browser.newContext({ javaScriptEnabled: script, locale: "nl-NL" })).newPage();
        await logIn(pages[login], address, login);
      }
      return pages[login];
    },
    /// A page as it is in between: fit for all, on a small screen too, and its picture.
    shot: async (page, name) => {
      if (!script) { return; }
      await accessible(page, name);
      await topOf(page, `${name}-bovenaan`);
      await picture(page, name);
      const size = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 640 });
      await fits(page, name);
      await page.setViewportSize(size);
    },
    close: async () => { for (const page of Object.values(pages)) { await page.context().close(); } },
  };
}

/// A change of a loan: the form, its effect, and done.
async function change(page, at, values, office, name) {
  await page.goto(at);
  await fillIn(page, values);
  await page.click("main .form button.primary");
  check(`${name}: the effect stands on the page`, await page.locator(".effect").count() === 1, await page.textContent("main"));
  await office.shot(page, name);
  await page.click(".confirm button");
}

async function loanChanges(browser, address, script) {
  const office = desk(browser, address, script);
  const anna = await office.as("anna");
  const loan = `${address}loans/${script ? "L-000018" : "L-000013"}`;
  await anna.goto(loan);
  await office.shot(anna, "lening-in-beeld");
  await change(anna, `${loan}/holiday`, { instalments: "3", interest: "capitalised", note: "verbouwing" }, office, "betaalpauze");
  check("the holiday is kept", (await anna.textContent(".notice")).includes("Geboekt"));
  const other = `${address}loans/${script ? "L-000011" : "L-000012"}`;
  await change(anna, `${other}/rescheduling`, { method: "linear", instalments: "24", first_due: "2026-09-01", every: "1", unit: "month", arrears: "spread" }, office, "herschikking");
  check("the loan is rescheduled", (await anna.textContent(".facts")).includes("lineair, 24 termijnen van een maand"));
  await change(anna, `${loan}/rate`, { percent: "3,75", date: "2026-03-02" }, office, "rente");
  await anna.goto(`${loan}/closing`);
  await anna.click("main .form button.primary");
  check("a loan on which something is owed stays open", await anna.locator(".problem").count() === 1);
  await office.shot(anna, "sluiten-geweigerd");
  await anna.goto(`${loan}/reversal`);
  await office.shot(anna, "terugdraaien");
  await office.close();
}

/// Who is late, the letters to them, and what it costs.
async function arrears(browser, address, script) {
  const office = desk(browser, address, script);
  const anna = await office.as("anna");
  await anna.goto(`${address}arrears`);
  await office.shot(anna, "achterstanden");
  await anna.goto(`${address}arrears/letters/new`);
  await fillIn(anna, { number: script ? "L-000009" : "" });
  await anna.click("main .form button.primary");
  await office.shot(anna, "brieven-opmaken");
  await anna.click(".confirm button");
  check("letters are drawn up", (await anna.textContent(".notice")).includes("opgemaakt"));
  await office.shot(anna, "brieven");
  await anna.click("main tbody a[href*='/arrears/letters/B-']");
  check("the letter can be read", (await anna.textContent(".paper")).includes("euro"));
  await office.shot(anna, "brief");
  await anna.goto(`${address}loans/L-000009/charge`);
  await anna.check("#field-interest");
  await anna.click("main .form button.primary");
  if (script) {
    await office.shot(anna, "bijschrijven");
    await anna.click(".confirm button");
    check("interest is charged", (await anna.textContent(".notice")).includes("Bijgeschreven"));
  } else {
    check("interest is charged once", await anna.locator(".problem").count() === 1);
  }
  await change(anna, `${address}loans/L-000009/arrangement`, { count: "4", first: "2026-05-01" }, office, "betalingsregeling");
  const agreed = (await anna.textContent(".notice")).match(/R-\d{6}/);
  check("an arrangement is agreed", agreed !== null, await anna.textContent("main"));
  await anna.goto(`${address}arrears/arrangements`);
  await office.shot(anna, "betalingsregelingen");
  const arrangement = `${address}arrears/arrangements/${agreed ? agreed[0] : "R-000001"}`;
  await anna.goto(arrangement);
  check("it tells how it stands", (await anna.textContent(".facts")).includes("wordt nagekomen"));
  await office.shot(anna, "betalingsregeling-in-beeld");
  await anna.goto(`${arrangement}/end`);
  await fillIn(anna, { reason: "toch in een keer betaald" });
  await anna.click("main .form button");
  check("it is ended", (await anna.textContent(".notice")).includes("is beëindigd"));
  await office.close();
}

/// A measurement of jobs; collateral, stage and provisions of a loan.
async function jobsAndRisk(browser, address, script) {
  const office = desk(browser, address, script);
  const anna = await office.as("anna");
  await anna.goto(`${address}jobs`);
  await office.shot(anna, "banen");
  await anna.goto(`${address}applications/2025-0001/jobs/new`);
  await fillIn(anna, { evidence: "loonstaten, archief 2026/12", "jobs.0.jobs": script ? "3" : "4" });
  await anna.click("main .form button.primary");
  await office.shot(anna, "banenmeting");
  await anna.click(".confirm button");
  check("the jobs are measured", (await anna.textContent(".notice")).includes("vastgelegd"));
  await office.shot(anna, "banen-van-een-dossier");
  const loan = `${address}loans/L-000018/risk`;
  await anna.goto(`${loan}/collateral`);
  await fillIn(anna, { kind: "mortgage", description: "bedrijfshal, akte in archief 2026/7", value: "200.000,00", rank: "2", prior: "90.000,00" });
  await anna.click("main .form button.primary");
  await anna.goto(`${loan}/stage`);
  await fillIn(anna, { stage: "watch", reason: "kwartaalcijfers blijven uit" });
  await anna.click("main .form button.primary");
  check("the stage is judged", (await anna.textContent("main")).includes("kwartaalcijfers blijven uit"));
  await office.shot(anna, "risico");
  const carla = await office.as("carla");
  await carla.goto(`${address}provisions/booking`);
  await carla.click("main .form button.primary");
  if (script) {
    await office.shot(carla, "voorzieningen-boeken");
    await carla.click(".confirm button");
    check("the provisions are booked", (await carla.textContent(".notice")).includes("geboekt"));
  } else {
    check("the provisions of a day are booked once", await carla.locator(".problem").count() === 1);
  }
  await office.close();
}

/// Yesterday is closed, and a month that is over.
async function closing(browser, address, script) {
  const office = desk(browser, address, script);
  const carla = await office.as("carla");
  await carla.goto(`${address}closing`);
  await office.shot(carla, "afsluiting");
  await carla.goto(`${address}closing/days`);
  await carla.click("main .form button.primary");
  if (script) {
    await office.shot(carla, "dagen-sluiten");
    await carla.click(".confirm button");
    for (let i = 0; i < 60 && await carla.locator("progress").count() > 0; i += 1) { await carla.waitForTimeout(500); await carla.goto(`${address}closing`); }
    check("the day is closed", (await carla.textContent("main")).includes("Het laatst gesloten"), await carla.textContent("main"));
    await office.shot(carla, "dagen-gesloten");
  } else {
    check("the day was closed", await carla.locator(".problem").count() === 1);
  }
  const until = script ? "2026-01-31" : "2026-02-28";
  await carla.goto(`${address}closing/period`);
  await fillIn(carla, { until, fund: "revolving" });
  await carla.click("main .form button.primary");
  check("what is open is named", (await carla.textContent(".problem")).includes("vraagposten"));
  await office.shot(carla, "periode-geweigerd");
  await fillIn(carla, { note: "Wat op vraagposten staat wordt nog uitgezocht." });
  await carla.click("main .form button.primary");
  await office.shot(carla, "periode-sluiten");
  await carla.click(".confirm button");
  check("the period is closed", (await carla.textContent(".notice")).includes("is gesloten"));
  await office.close();
}

/// Loans of another administration, checked before they are taken over; and a new edition of a scheme.
async function takeOverAndSchemes(browser, address, script) {
  const office = desk(browser, address, script);
  const anna = await office.as("anna");
  const file = readFileSync(new URL("../../docs/examples/undertakings.csv", import.meta.url), "utf8");
  await anna.goto(`${address}undertakings/import`);
  await anna.setInputFiles("#field-file", { name: "bedrijven.csv", mimeType: "text/csv", buffer: Buffer.from(file.replace("9000", "90x0")) });
  await anna.selectOption("#field-numbers", "en");
  await anna.click("main .form button.primary");
  check("a row that is wrong is named", (await anna.textContent(".problem")).includes("bedrijven.csv:2"), await anna.textContent("main"));
  await office.shot(anna, "inlezen-geweigerd");
  const wim = await office.as("wim");
  await wim.goto(`${address}schemes`);
  await office.shot(wim, "regelingen");
  await wim.goto(`${address}schemes/investment-loan/2024-01-01`);
  await office.shot(wim, "regeling");
  await wim.click("text=Nieuwe uitgave maken");
  await fillIn(wim, { from: script ? "2026-04-01" : "2026-05-01", "parameter.amount_most": script ? "1.250.000,00" : "1.200.000,00", source: "raadsbesluit 2026-044" });
  await wim.click("main .form button.primary");
  check("what changes is shown", (await wim.textContent(".effect")).includes("Maximumbedrag"));
  await office.shot(wim, "nieuwe-uitgave");
  await wim.click(".confirm button");
  check("the edition is kept", (await wim.textContent(".notice")).includes("is vastgelegd"));
  await office.close();
}

/// The plan of a loan is folded a year, on a screen; on paper all of it is there. The menu needs no script.
async function folded(browser, address) {
  for (const script of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled: script, viewport: { width: 320, height: 640 } })).newPage();
    await logIn(page, address, "dirk");
    await page.goto(`${address}loans/L-000001`);
    const closed = page.locator("details.fold:not([open]) table").first();
    check("other years are folded", !(await closed.isVisible()));
    await page.emulateMedia({ media: "print" });
    check("on paper all years are open", await closed.isVisible());
    await page.emulateMedia({ media: "screen" });
    await page.locator(".places summary").nth(1).click();
    const link = page.locator(".places details[open] a").first();
    check("the menu opens at 320 px", await link.isVisible());
    await fits(page, "open menu");
    await link.click();
    check("and leads somewhere", new URL(page.url()).pathname !== "/loans/L-000001");
    await page.context().close();
  }
}

export async function fund(browser, folder) {
  const { server, address } = await serve(makeFund(folder));
  try {
    for (const script of [true, false]) {
      await loanChanges(browser, address, script);
      await arrears(browser, address, script);
      await jobsAndRisk(browser, address, script);
      await closing(browser, address, script);
      await takeOverAndSchemes(browser, address, script);
    }
    await folded(browser, address);
    await everyPage(browser, address, "dirk", ["", "loans/L-000018/pay-off", "arrears", "arrears?age=1-30", "arrears/letters", "arrears/letters/B-000001", "arrears/arrangements", "arrears/arrangements/R-000001", "loans/L-000018/drawing", "arrears/calculator?amount=5.000&from=2025-11-01&until=2026-03-01", "loans/L-000009/letters", "undertakings/90001323/claim",
      "jobs", "applications/2025-0001/jobs", "loans/L-000018/risk", "provisions", "programme", "programme/M01", "programme/M03", "programme/M05", "programme/unemployment", "loans/L-000001", "loans/L-000001/postings", "loans/L-000001/events", "closing", "closing/periods", "schemes", "schemes/investment-loan/2024-01-01", "audit/40"]);
    await everyPage(browser, address, "anna", ["loans/L-000013/holiday", "loans/L-000013/rescheduling", "loans/L-000013/rate", "loans/L-000013/transfer", "loans/L-000013/milestone", "loans/L-000013/closing",
      "loans/L-000013/call-in", "loans/L-000013/interest-waiver", "loans/L-000013/payment", "loans/L-000013/reversal", "loans/L-000013/charge", "loans/L-000013/arrangement", "arrears/arrangements/R-000001/end", "arrears/letters/new", "applications/2025-0001/jobs/new", "loans/L-000018/risk/collateral", "loans/L-000018/risk/release", "loans/L-000018/risk/stage", "loans/import", "undertakings/import", "programme/unemployment/new", "programme/unemployment/13/correction", "programme/M02/progress", "programme/M03/records/19/correction"]);
    await everyPage(browser, address, "wim", ["schemes", "schemes/import", "schemes/investment-loan/2024-01-01/successor"]);
    await everyPage(browser, address, "carla", ["closing", "closing/days", "closing/period", "closing/interest", "provisions/booking"]);
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => { server.on("exit", resolve); });
    check("the server over the fund stopped in peace", server.exitCode === 0, `${server.exitCode}`);
  }
}
