// Makes the pages a little easier; every page works without it.
"use strict";

// Warn before what was typed is lost, and send a form once.
for (const form of document.querySelectorAll("form.form")) {
  let changed = false;
  let sent = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", (event) => {
    if (sent) { event.preventDefault(); return; }
    sent = true;
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) { event.preventDefault(); }
  });
  window.addEventListener("pageshow", () => { sent = false; });
}

// What is wrong, or is going to happen, is read first.
const problem = document.querySelector(".problem, .effect");
if (problem) { problem.focus(); }

// Results while typing.
const words = document.getElementById("search-words");
const results = document.getElementById("results");
if (words && results) {
  let waiting = 0;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const answer = await fetch("/search?q=" + encodeURIComponent(words.value), { credentials: "same-origin" });
      if (!answer.ok) { return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("results");
      if (fresh) { results.replaceChildren(...fresh.childNodes); }
    }, 250);
  });
}

// One menu at a time, closed by Escape and by a click elsewhere.
const menus = document.querySelectorAll(".places details");
document.addEventListener("click", (event) => {
  for (const menu of menus) { if (!menu.contains(event.target)) { menu.open = false; } }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") { return; }
  for (const menu of menus) {
    if (!menu.open) { continue; }
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// On paper all is open.
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details.fold:not([open])")];
  for (const one of closed) { one.open = true; }
});
window.addEventListener("afterprint", () => { for (const one of closed) { one.open = false; } });
