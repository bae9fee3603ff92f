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
