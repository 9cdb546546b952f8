// The citizen's form beside the editor: fetched in the chosen language, and again when a change was kept.
import { each, show } from "./words.js";

// A picture only: nothing in it can be filled in, and no name of it is also one of the page.
function still(form, page) {
  each("[id], [name], [for], [aria-describedby], [required]", (one) => ["id", "name", "for", "aria-describedby", "required"].forEach((name) => one.removeAttribute(name)), form);
  each(".bar, [type=hidden]", (one) => one.remove(), form);
  const picture = document.createElement("div");
  picture.className = form.className;
  picture.lang = page.documentElement.lang;
  picture.dir = page.documentElement.dir;
  picture.append(...form.childNodes);
  return picture;
}

function beside(panel) {
  const shown = panel.querySelector("[data-live-shown]"), links = [...panel.querySelectorAll("a.chip")];
  let chosen = links.find((link) => link.ariaCurrent) ?? links[0], at = "", asked = 0;
  const draw = async () => {
    const mine = ++asked;
    try {
      const answer = await fetch(`${chosen.href}?x_page=${encodeURIComponent(at)}`);
      if (!answer.ok || answer.redirected || mine !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html"), form = page.getElementById("preview");
      if (mine !== asked || !form) return;
      shown.replaceChildren(still(form, page));
      shown.inert = true;
      show(shown);
    } catch { /* the links still lead to it */ }
  };
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a.chip");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    for (const one of links) one === link ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current");
    chosen = link;
    draw();
  });
  each("form[data-autosave]", (form) => form.addEventListener("kept", ({ detail: page }) => {
    // The page of the form on which the question stands, or the page itself.
    const { list, item, page: on } = Object.fromEntries(new FormData(form));
    at = on || (list === "page" ? item : at);
    if (page) draw();
  }));
  draw();
}

// A picture wider than the screen begins with its first state.
function centre(box) {
  const first = box.querySelector(".start")?.getBoundingClientRect(), all = box.getBoundingClientRect();
  if (first) box.scrollLeft += first.left + first.width / 2 - all.left - all.width / 2;
}

export function live() {
  each(".flow", centre);
  each("[data-live]", beside);
}
