// Nothing typed is lost: forms with data-keep are kept on the device until the receipt page says data-forget.
import { each, later, make, say } from "./words.js";

const DAYS = 3, PREFIX = "jamaa-keep:";
// What decides is chosen anew each time; only what was written comes back.
const never = (field) => !field.name || ["csrf", "action", "outcome"].includes(field.name) || ["password", "file", "hidden", "submit"].includes(field.type) || field.closest("[data-private]");

function read(form) {
  const values = {};
  for (const field of form.elements) {
    if (never(field)) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.checked) (values[field.name] ??= []).push(field.value);
    } else if (field.value) (values[field.name] ??= []).push(field.value);
  }
  return values;
}

function fill(form, values) {
  let filled = false;
  const used = {};
  for (const field of form.elements) {
    const kept = values[field.name];
    if (never(field) || !kept) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      if (kept.includes(field.value) && !field.checked) { field.checked = true; filled = true; }
    } else if (!field.value) {
      field.value = kept[(used[field.name] = (used[field.name] ?? -1) + 1)] ?? "";
      filled ||= field.value !== "";
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return filled;
}

function tell(form, key) {
  const line = make("p", "kept", say("Kept") + " ");
  const erase = make("button", "btn plain small", say("Erase"));
  erase.type = "button";
  erase.addEventListener("click", () => { localStorage.removeItem(key); form.reset(); line.remove(); });
  line.append(erase);
  form.prepend(line);
}

export function keep() {
  try {
    each("[data-forget]", (mark) => localStorage.removeItem(PREFIX + mark.dataset.forget));
    each("form[data-keep]", (form) => {
      const key = PREFIX + form.dataset.keep;
      // The page says that it was received: what was sent is no draft any more.
      if (document.querySelector("[data-said=forest]")) localStorage.removeItem(key);
      const kept = JSON.parse(localStorage.getItem(key) ?? "null");
      const fresh = kept && Date.now() - kept.at < DAYS * 86_400_000;
      if (kept && !fresh) localStorage.removeItem(key);
      if (fresh && fill(form, kept.values)) tell(form, key);
      const save = () => localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: read(form) }));
      form.addEventListener("input", later(save));
      form.addEventListener("submit", save);
    });
  } catch { /* a browser without storage still sends the form */ }
}
