// Small comforts: menus that close, copy, print, sifting while typing, counting, asking before what cannot be undone.
import { each, fold, make, say, show } from "./words.js";

function menus() {
  const close = (except) => each("details.menu[open]", (menu) => { if (menu !== except) menu.open = false; });
  document.addEventListener("click", (event) => close(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });
  const wide = matchMedia("(min-width: 60.01rem)");
  const folds = () => each("details.fold", (side) => { side.open = wide.matches; });
  folds();
  wide.addEventListener("change", folds);
}

// A link to something folded opens the fold.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details:not([open])");
  if (fold) { fold.open = true; target.scrollIntoView(); }
}

function copies(button) {
  if (!navigator.clipboard) return;
  show(button);
  button.addEventListener("click", async () => {
    const label = button.querySelector("span") ?? button, before = label.textContent;
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = before; }, 2500);
  });
}

function sift(box) {
  const tiles = [...document.querySelectorAll(".tiles > li, [data-sifted] > li")].map((item) => [item, fold(item.textContent + " " + (item.firstElementChild?.dataset.words ?? ""))]);
  const none = box.querySelector("[data-sift-none]");
  show(box);
  box.querySelector("input").addEventListener("input", (event) => {
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    let seen = 0;
    for (const [item, text] of tiles) {
      const fits = words.every((word) => text.includes(word));
      show(item, fits);
      seen += fits;
    }
    each("[data-sift-group]", (group) => show(group, Boolean(group.querySelector("li:not([hidden])"))));
    show(none, seen === 0);
  });
}

function counts(area) {
  const left = make("span", "counted num");
  area.after(left);
  const tell = () => {
    const rest = area.maxLength - area.value.length;
    left.textContent = rest < area.maxLength / 4 ? say("Left").replace("{n}", rest) : "";
  };
  area.addEventListener("input", tell);
  tell();
}

function asks(event) {
  const button = event.submitter;
  const question = button?.dataset.confirm;
  if (!question || button.dataset.sure || !window.HTMLDialogElement) return;
  event.preventDefault();
  const dialog = make("dialog", "ask card stack");
  const bar = make("div", "bar"), yes = make("button", "btn danger", button.textContent.trim()), no = make("button", "btn plain", say("Cancel"));
  yes.type = no.type = "button";
  no.addEventListener("click", () => dialog.close());
  yes.addEventListener("click", () => { button.dataset.sure = "yes"; event.target.requestSubmit(button); });
  dialog.addEventListener("close", () => { dialog.remove(); button.focus(); });
  bar.append(yes, no);
  dialog.append(make("p", "", question), bar);
  document.body.append(dialog);
  dialog.showModal();
  no.focus();
}

// A second press while the first is on its way does nothing; the form's key makes it harmless anyway.
function once(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  each("button:not([type=button])", (button) => button.setAttribute("aria-disabled", "true"), form);
}

function again() {
  each("form[data-sent]", (form) => {
    delete form.dataset.sent;
    each("[aria-disabled]", (button) => button.removeAttribute("aria-disabled"), form);
  });
}

function ticks(all) {
  const boxes = () => all.closest("form").querySelectorAll(`[name="${all.dataset.ticks}"]`);
  show(all);
  all.addEventListener("change", () => boxes().forEach((box) => { box.checked = all.checked; }));
}

export function touches() {
  menus();
  reveal();
  addEventListener("hashchange", reveal);
  each("[data-copy]", copies);
  each("[data-print]", (button) => { show(button); button.addEventListener("click", () => print()); });
  each("[data-sift]", sift);
  each("textarea[data-count]", counts);
  each("input[data-ticks]", ticks);
  each("[data-focus]", (element) => element.focus());
  document.addEventListener("submit", asks);
  document.addEventListener("submit", once);
  addEventListener("pageshow", again);
}
