// Who signs out leaves nothing to read on the device: pages and lists that were kept for a line that fails. What was not sent yet
// is the work of its author and stays until he sends it; the page that sends it stays as well, for it says nothing of anybody.
import { all } from "../field/box.js";
import { each, make } from "./words.js";

const SHELL = /^jamaa-field-/;
const personal = ({ url }) => /\/desk\/field\/list$|\/desk\/files\//.test(new URL(url).pathname);

async function forget() {
  for (const name of await caches.keys()) {
    if (!name.startsWith("jamaa-")) continue;
    if (!SHELL.test(name)) { await caches.delete(name); continue; }
    const cache = await caches.open(name);
    for (const kept of await cache.keys()) if (personal(kept)) await cache.delete(kept, { ignoreVary: true });
  }
}

const unsent = async () => (await all()).filter((deed) => deed.state !== "sent").length;

function tell(form, text) {
  each(".error", (line) => line.remove(), form);
  const line = make("p", "error small", text);
  line.setAttribute("role", "alert");
  form.append(line);
}

async function away(form) {
  const { unsent: asks } = form.dataset;
  const left = asks && window.indexedDB ? await unsent().catch(() => 0) : 0;
  if (left && !confirm(asks.replace("{n}", String(left)))) return;
  await forget().catch((fault) => console.error(fault));
  HTMLFormElement.prototype.submit.call(form);
}

export function leave() {
  // Before anybody counts it as sent: it may not be.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    // Not `form.action`: in a form with a field of that name it is the field.
    const { pathname } = new URL(form.getAttribute("action") ?? "", location.href);
    if (!window.caches || !/\/sign-out(-everywhere)?$/.test(pathname)) return;
    if (navigator.onLine) {
      event.preventDefault();
      away(form);
    } else if (form.dataset.offline) {
      event.preventDefault();
      tell(form, form.dataset.offline);
    }
  }, true);
}
