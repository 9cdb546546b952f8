// A question that an answer opens shows at once. Which ones show is decided by the server, which sends the form again.
import { dates } from "./fields.js";
import { post } from "./send.js";
import { each, later } from "./words.js";

// What was typed while the answer was on its way stays.
function carry(from, to) {
  for (const old of from.elements) {
    const ticked = /^(radio|checkbox)$/.test(old.type);
    const now = old.name && old.type !== "file" && [...to.elements].find((one) => one.name === old.name && (!ticked || one.value === old.value));
    if (now && ticked) now.checked = old.checked;
    else if (now) now.value = old.value;
  }
}

async function ask(form, id) {
  const page = await post(form);
  const fresh = page?.getElementById(id), asked = page?.querySelector("[name=x_asked]"), set = document.getElementById(id);
  if (!fresh || !asked || !set) return;
  const names = (one) => [...one.querySelectorAll("[name]")].map((field) => field.name).join();
  if (names(fresh) === names(set)) return;
  const focused = document.activeElement?.id;
  carry(set, fresh);
  set.replaceWith(fresh);
  dates(fresh);
  form.querySelector("[name=x_asked]").value = asked.value;
  if (focused) document.getElementById(focused)?.focus();
}

export function questions() {
  each("[data-opens]", (set) => {
    const form = set.form ?? set.closest("form"), act = later(() => ask(form, set.id), 50);
    form.addEventListener("change", ({ target }) => { if (target.closest("[data-opens]")) act(); });
  });
}
