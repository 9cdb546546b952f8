// What is wrong with a field is said in the page's language, and each line of a summary names its field.
import { each, say, show } from "./words.js";

function words(field) {
  const wrong = field.validity;
  if (wrong.badInput) return say("Date");
  if (wrong.typeMismatch) return say(field.type === "url" ? "Url" : "Email");
  if (!wrong.valueMissing) return "";
  if (field.type === "checkbox") return say("Tick");
  return say(field.type === "radio" || field.localName === "select" ? "Pick" : "Fill");
}

// The browser's own sentences are in the browser's language. A word set once would block the form: it goes with the next touch.
function speaks() {
  const calm = (form) => [...form?.elements ?? []].forEach((field) => field.setCustomValidity?.(""));
  document.addEventListener("invalid", ({ target }) => { target.setCustomValidity(""); target.setCustomValidity(words(target)); }, true);
  document.addEventListener("click", ({ target }) => calm(target.closest("button, input[type=submit]")?.form), true);
  for (const event of ["input", "change"]) document.addEventListener(event, ({ target }) => calm(target.form), true);
}

function label(field) {
  const set = /^(radio|checkbox)$/.test(field.type) && field.closest(".field > .picks") ? field.closest("fieldset") : null;
  const named = field.localName === "fieldset" ? field.querySelector("legend") : set?.querySelector("legend") ?? field.labels?.[0];
  const copy = named?.cloneNode(true);
  copy?.querySelectorAll(".opt, .hint").forEach((part) => part.remove());
  return copy?.textContent.trim() ?? "";
}

function names(link) {
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field || field.matches(".set, [type=password], [autocomplete=one-time-code]")) return;
  const name = label(field);
  if (name && !link.textContent.includes(name)) link.prepend(/[?؟:]$/.test(name) ? `${name} ` : `${name}: `);
}

function swatch(picker) {
  const field = document.getElementById(picker.dataset.swatch);
  const follow = () => { if (/^#[\da-f]{6}$/i.test(field.value.trim())) picker.value = field.value.trim(); };
  picker.addEventListener("input", () => { field.value = picker.value; });
  field.addEventListener("input", follow);
  follow();
  show(picker);
}

// Days are written 17/05/2026. The keypad of a phone has digits only, so the slash comes by itself.
export function dates(root = document) {
  each("[data-slashed]", (input) => { input.inputMode = "numeric"; }, root);
}

function slashes({ target, inputType }) {
  if (!target.matches("[data-slashed]") || inputType?.startsWith("delete")) return;
  const day = "[\\d٠-٩]", typed = target.value.replace(/\/\/+/g, "/").replace(new RegExp(`^(${day}{2})(${day}{2})(${day}{4})$`), "$1/$2/$3");
  const whole = new RegExp(`^(${day}{2}|${day}{1,2}/${day}{2})$`).test(typed) ? `${typed}/` : typed;
  if (whole !== target.value) target.value = whole;
}

export function fields() {
  speaks();
  dates();
  document.addEventListener("input", slashes);
  each(".summary a[href^='#f-']", names);
  each("[data-swatch]", swatch);
  each("[data-scripted]", (part) => show(part));
}
