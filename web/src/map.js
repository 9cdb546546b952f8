// Maps wait until they are seen; a slow or counted line asks first. The engine is fetched from the same site.
import { each, make } from "./js/words.js";

function slow() {
  const line = navigator.connection;
  return Boolean(line && (line.saveData || /2g$/.test(line.effectiveType ?? "")));
}

async function draw(box) {
  const { open } = await import(new URL(box.dataset.gl, location.href).href);
  const worker = new URL(box.dataset.worker, location.href).href;
  const focused = box.contains(document.activeElement);
  box.replaceChildren();
  const map = open(box, worker);
  if (focused) map.getCanvas().focus();
}

function invite(box) {
  const button = make("button", "btn second", box.dataset.open);
  button.type = "button";
  button.addEventListener("click", () => draw(box).catch(console.error));
  box.replaceChildren(button);
}

const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
  seen.unobserve(target);
  draw(target).catch((fault) => { console.error(fault); if (target.dataset.picker !== undefined) target.hidden = true; });
}), { rootMargin: "200px" });

// A form opens small: its map comes once the person moves, to whoever gets as far as the map.
const stirred = new Promise((done) => {
  for (const event of ["scroll", "pointermove", "pointerdown", "keydown", "focusin"]) addEventListener(event, done, { once: true, passive: true });
});

each("[data-map]", (box) => {
  box.hidden = false;
  if (slow() || box.dataset.picker !== undefined) invite(box);
  if (slow()) return;
  if (box.dataset.picker === undefined) seen.observe(box); else stirred.then(() => seen.observe(box));
});
