// A photograph of a form: sized down at once, with the place and hour of its taking.
import { shrink } from "../js/photo.js";
import { word } from "./draw.js";
import { now } from "./place.js";

export function camera(form, seen = () => {}) {
  const input = form.querySelector("[name=photo]"), preview = form.querySelector("[data-preview]"), says = form.querySelector("[data-shot]");
  let shot = null;
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (!file) return;
    if (!file.type.startsWith("image/")) { says.textContent = word("noPhoto"); return; }
    shot = (async () => {
      const [small, place] = await Promise.all([shrink(file), now()]);
      says.textContent = word(place ? "withPlace" : "withoutPlace");
      return { photo: small, at: new Date(file.lastModified || Date.now()).toISOString(), place };
    })();
    URL.revokeObjectURL(preview.src);
    preview.src = URL.createObjectURL(file);
    preview.hidden = false;
    seen(file);
  });
  return () => shot ?? Promise.resolve(null);
}
