// A fund that has run for three years (vierkant demo): what officers do with what is there already, each with and without
// script.

import { writeFileSync } from "node:fs";
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
  const other = `${address}loans/${script ? "L-000009" : "L-000012"}`;
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

export async function fund(browser, folder) {
  const { server, address } = await serve(makeFund(folder));
  try {
    for (const script of [true, false]) {
      await loanChanges(browser, address, script);
    }
    await everyPage(browser, address, "dirk", ["loans/L-000018/pay-off"]);
    await everyPage(browser, address, "anna", ["loans/L-000013/holiday", "loans/L-000013/rescheduling", "loans/L-000013/rate", "loans/L-000013/transfer", "loans/L-000013/milestone", "loans/L-000013/closing",
      "loans/L-000013/call-in", "loans/L-000013/interest-waiver", "loans/L-000013/payment", "loans/L-000013/reversal"]);
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => { server.on("exit", resolve); });
    check("the server over the fund stopped in peace", server.exitCode === 0, `${server.exitCode}`);
  }
}
