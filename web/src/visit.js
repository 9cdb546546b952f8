// A visit is kept on the device with its photographs, and sent once there is a network: once, however often it is tried.
import { later } from "./js/words.js";

const form = document.querySelector("form[data-visit]");
const status = document.getElementById("visit-status");
const name = location.pathname;
const tell = (word) => { status.textContent = status.dataset[word] ?? ""; };

function store(mode, act) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("jamaa-visits", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("visits");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const deal = opening.result.transaction("visits", mode);
      const asked = act(deal.objectStore("visits"));
      deal.oncomplete = () => { opening.result.close(); done(asked.result); };
      deal.onerror = () => failed(deal.error);
    };
  });
}

const kept = () => store("readonly", (visits) => visits.get(name));
const keep = (ready) => store("readwrite", (visits) => visits.put({ ready, fields: [...new FormData(form)].filter(([, value]) => !(value instanceof File) || value.size) }, name));
const forget = async () => {
  await store("readwrite", (visits) => visits.delete(name));
  for (const cache of await caches.keys()) if (cache.startsWith("jamaa-visits")) await (await caches.open(cache)).delete(location.href);
};

const size = (file) => new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "kilobyte" }).format(Math.ceil(file.size / 1024));

// What was written before comes back, with the key that makes it the same visit.
function fill(fields) {
  for (const [field, value] of fields) {
    for (const input of form.querySelectorAll(`[name="${CSS.escape(field)}"]`)) {
      if (value instanceof File) {
        const files = new DataTransfer();
        files.items.add(value);
        input.files = files.files;
        // The little picture is drawn as for a new one; its name says that it was kept, for a field alone looks empty.
        input.dispatchEvent(new Event("change"));
        const shown = input.parentElement.querySelector("[data-chosen]");
        if (shown) shown.textContent = `${status.dataset.photo}: ${value.name} (${size(value)})`;
      } else if (input.type === "radio") input.checked = input.value === value;
      else if (field !== "csrf") input.value = value;
    }
  }
}

// The page and what it is made of are kept, so that it opens again where there is no network.
async function ready() {
  await navigator.serviceWorker.register(form.dataset.visit);
  const made = performance.getEntriesByType("resource").map((entry) => entry.name).filter((url) => url.includes("/assets/"));
  await (await caches.open("jamaa-visits-1")).addAll([location.href, ...new Set(made)]);
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.offline = "ready";
}

let sending = false;
async function send() {
  if (sending) return;
  sending = true;
  tell("sending");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    const there = new URL(answer.url).pathname;
    if (answer.ok && `${there}/visits` === new URL(form.action).pathname) {
      await forget();
      location.assign(answer.url);
    } else tell(answer.redirected || answer.status === 401 ? "signedOut" : "refused");
  } catch { tell("waiting"); }
  sending = false;
}

async function start() {
  ready().catch(() => {});
  const before = await kept();
  if (before) {
    fill(before.fields);
    tell("kept");
    if (before.ready) send();
  }
  const save = later(async () => { await keep(false); tell("kept"); }, 200);
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await keep(true);
    send();
  });
  addEventListener("online", async () => { if ((await kept())?.ready) send(); });
}

if (form && window.indexedDB) start().catch((fault) => console.error(fault));
