// What is typed and photographed in a form, until it is kept as a deed: another view, or a tab that is closed while the camera is
// open, loses nothing of it.
import { store } from "./box.js";

const DAYS = 3;
const drafts = new Map();
const within = (mode, act) => store("jamaa-field-drafts", mode, act);
const typed = (field) => field.name && !["file", "submit", "button", "hidden"].includes(field.type);
const chosen = (field) => !["radio", "checkbox"].includes(field.type) || field.checked;

export async function open() {
  for (const one of await within("readonly", (all) => all.getAll())) {
    if (Date.now() - one.at < DAYS * 86_400_000) drafts.set(one.key, one);
    else await within("readwrite", (all) => all.delete(one.key));
  }
}

export async function forget(key) {
  drafts.delete(key);
  await within("readwrite", (all) => all.delete(key));
}

function fill(form, values) {
  for (const field of form.elements) {
    if (!typed(field) || !(field.name in values)) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === values[field.name];
    else field.value = values[field.name];
    if (!chosen(field)) continue;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
}

// Puts back what was begun under this key, and keeps what follows. `shot` is the camera of the form.
export function drafted(form, key, shot) {
  const known = drafts.get(key);
  if (known) {
    fill(form, known.values);
    if (known.shot) shot.show(known.shot);
  }
  const save = (photo) => {
    const values = {};
    for (const field of form.elements) if (typed(field) && chosen(field) && field.value) values[field.name] = field.value;
    // A form that leads to another view is over: its draft went with it.
    if (form.dataset.over || (!Object.keys(values).length && !photo && !drafts.has(key))) return;
    const one = { key, at: Date.now(), values, shot: photo ?? drafts.get(key)?.shot ?? null };
    drafts.set(key, one);
    within("readwrite", (all) => all.put(one)).catch((fault) => console.error(fault));
  };
  form.addEventListener("input", () => save());
  form.addEventListener("change", () => save());
  shot.kept(save);
}
