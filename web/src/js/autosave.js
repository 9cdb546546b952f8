// A draft is kept while it is written: the form posts itself shortly after a change, and says so.
import { post } from "./send.js";
import { each, later } from "./words.js";

function keep(form) {
  const status = form.querySelector("[data-autosaved]");
  // How much was typed, of it on its way, of it kept.
  let typed = 0, going = 0, kept = 0;
  const save = () => { if (going !== typed && !form.dataset.sent) { status.textContent = form.dataset.saving; post(form); } };
  const soon = later(save, 800);
  form.addEventListener("input", ({ target }) => { if (target.type !== "file") { typed++; soon(); } });
  addEventListener("online", save);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  // Opened questions are asked for by the same post: it counts too.
  form.addEventListener("keeping", () => { going = typed; });
  form.addEventListener("kept", ({ detail: page }) => {
    if (!page) going = kept;
    else {
      kept = going;
      each("output[id]", (fresh) => { const now = document.getElementById(fresh.id); if (now) now.innerHTML = fresh.innerHTML; }, page);
    }
    if (typed) status.textContent = page ? form.dataset.saved : form.dataset.unsaved;
  });
}

export function autosave() {
  each("form[data-autosave]", keep);
}
