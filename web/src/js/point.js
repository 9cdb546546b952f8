// Where it is: the phone's position, the number written on a lamp, and what neighbours already reported there.
import { each, later, make, show } from "./words.js";

export function place(form, lat, lon) {
  const set = (selector, value) => {
    const input = form.querySelector(selector);
    if (!input) return;
    input.value = Number(value).toFixed(6);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  set("[data-lat]", lat);
  set("[data-lon]", lon);
}

function here(button) {
  if (!navigator.geolocation) return;
  const says = button.parentElement.querySelector("[data-here-says]");
  show(button);
  button.addEventListener("click", () => {
    says.textContent = says.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { place(button.form, coords.latitude, coords.longitude); says.textContent = says.dataset.done; },
      () => { says.textContent = says.dataset.refused; },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

function nearby(box) {
  const form = box.closest("form");
  const look = later(async () => {
    const value = (selector) => form.querySelector(selector)?.value ?? "";
    const lat = value("[data-lat]"), lon = value("[data-lon]");
    if (!lat || !lon) return show(box, false);
    const category = form.querySelector("[name=category]:checked")?.value ?? value("[name=category]");
    const address = new URL(box.dataset.nearbyUrl, location.href);
    address.search = new URLSearchParams({ lat, lon, category });
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const html = answer.ok ? (await answer.text()).trim() : "";
      box.innerHTML = html;
      show(box, html !== "");
    } catch { show(box, false); }
  }, 600);
  form?.addEventListener("input", look);
  form?.addEventListener("change", look);
  look();
}

// The address answers {text, lat, lon} of one number or of several, or 404 when none exists.
function lookup(input) {
  const output = make("output", "hint");
  output.htmlFor = input.id;
  input.after(output);
  input.addEventListener("input", later(async () => {
    const number = input.value.trim();
    if (!number) { output.textContent = ""; return; }
    const address = new URL(input.dataset.lookup, location.href);
    address.searchParams.set("number", number);
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      const found = answer.ok ? await answer.json() : {};
      output.textContent = found.text ?? input.dataset.lookupNone ?? "";
      if (found.lat != null) place(input.form, found.lat, found.lon);
    } catch { output.textContent = ""; }
  }, 500));
}

export function points() {
  each("[data-here]", here);
  each("[data-nearby-url]", nearby);
  each("[data-lookup]", lookup);
}
