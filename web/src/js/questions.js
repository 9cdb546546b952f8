// A question that an answer opens shows at once. Which ones show is decided by the server, which sends the form again.
import { each, later } from "./words.js";

async function ask(form, set) {
  const typed = new FormData(form);
  each("input[type=file]", (input) => typed.delete(input.name), form);
  typed.set("x_show", "form");
  try {
    const answer = await fetch(form.action, { method: "POST", body: typed });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(set.id), asked = page.querySelector("[name=x_asked]");
    if (!fresh || !asked) return;
    const names = (one) => [...one.querySelectorAll("[name]")].map((field) => field.name).join();
    if (names(fresh) === names(set)) return;
    const focused = document.activeElement?.id;
    set.replaceWith(fresh);
    form.querySelector("[name=x_asked]").value = asked.value;
    if (focused) document.getElementById(focused)?.focus();
    watch(form, fresh);
  } catch { /* without a line the question shows after sending */ }
}

function watch(form, set) {
  set.addEventListener("change", later(() => ask(form, set), 50));
}

export function questions() {
  each("[data-opens]", (set) => watch(set.form ?? set.closest("form"), set));
}
