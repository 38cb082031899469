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
document.querySelector("[role=alert][tabindex]")?.focus();
const paper = document.querySelector("[data-print]");
if (paper) {
  paper.hidden = false;
  paper.addEventListener("click", () => print());
}
