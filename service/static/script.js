// Says at once what a change of the limits does to the list. Without it the button "try first" says the same.
"use strict";
const form = document.querySelector("form[data-effect]");
const effect = document.getElementById("effect");
let waiting;
let asked = 0;
async function tell() {
  const mine = ++asked;
  try {
    const answer = await fetch(form.dataset.effect, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const words = await answer.text();
    if (answer.ok && mine === asked) effect.innerHTML = words; // our own page, escaped where it was made
  } catch { /* no connection: what stood there stays */ }
}
if (form && effect) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, 500);
  });
}
// What is wrong has the focus, else what was just done, unless the address or the page has a place of its own for it.
const told = location.hash ? null : document.querySelector("main:not(:has([autofocus])) > .done[tabindex]");
(document.querySelector("[role=alert][tabindex]") ?? told)?.focus();
const paper = document.querySelector("[data-print]");
if (paper) {
  paper.hidden = false;
  paper.addEventListener("click", () => print());
}
// An answer in the list replaces its card, so that one stays where one is. Without it the page comes again, at the next.
const live = document.getElementById("live");
async function answered(card, sent, address) {
  const answer = await fetch(address, { method: "POST", body: sent });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById(card.id);
  if (!now && answer.redirected) return location.assign(answer.url); // to the door, or to a list without the card
  card.replaceWith(now);
  document.getElementById("left").replaceWith(page.getElementById("left"));
  (now.querySelector("[aria-invalid=true]") ?? now).focus({ preventScroll: true });
  now.scrollIntoView({ block: "nearest" });
  live.textContent = page.querySelector("main > .done, main > .errors")?.textContent ?? "";
}
if (live) {
  document.addEventListener("submit", (event) => {
    const card = event.target.matches(".decide") && event.target.closest("article");
    if (!card) return;
    event.preventDefault();
    const sent = new URLSearchParams(new FormData(event.target));
    if (event.submitter?.name) sent.append(event.submitter.name, event.submitter.value);
    card.inert = true;
    answered(card, sent, event.target.action).catch(() => {
      card.inert = false;
      live.className = "errors";
      live.textContent = live.dataset.lost;
    });
  });
}
