// A photograph of a form: sized down at once, with the place and hour of its taking.
import { shrink } from "../js/photo.js";
import { word } from "./draw.js";
import { now } from "./place.js";

// What it returns gives the photograph; `show` puts one back that was taken before, `kept` is told of each new one.
export function camera(form, seen = () => {}) {
  const input = form.querySelector("[name=photo]"), preview = form.querySelector("[data-preview]"), says = form.querySelector("[data-shot]");
  let shot = null, keep = () => {};
  const look = (picture) => {
    URL.revokeObjectURL(preview.src);
    preview.src = URL.createObjectURL(picture);
    preview.hidden = false;
  };
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (!file) return;
    if (!file.type.startsWith("image/")) { says.textContent = word("noPhoto"); return; }
    shot = (async () => {
      const [small, place] = await Promise.all([shrink(file), now()]);
      says.textContent = word(place ? "withPlace" : "withoutPlace");
      return { photo: small, at: new Date(file.lastModified || Date.now()).toISOString(), place };
    })();
    shot.then(keep, () => {});
    look(file);
    seen(file);
  });
  const take = () => shot ?? Promise.resolve(null);
  take.show = (known) => {
    shot = Promise.resolve(known);
    says.textContent = word(known.place ? "withPlace" : "withoutPlace");
    look(known.photo);
  };
  take.kept = (act) => { keep = act; };
  return take;
}
