// A photo leaves the phone at 1600 px at most; when the browser cannot, the original goes.
import { note, noted } from "./exif.js";
import { each, make, show } from "./words.js";

const LONGEST = 1600, SMALL_ENOUGH = 400_000;

export async function shrink(file) {
  if (!file.type.startsWith("image/") || file.type === "image/gif" || file.size < SMALL_ENOUGH) return file;
  try {
    const where = await note(file);
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const ratio = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = make("canvas");
    canvas.width = Math.round(picture.width * ratio);
    canvas.height = Math.round(picture.height * ratio);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    if (!blob || blob.size >= file.size) return file;
    return new File([noted(blob, where)], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  } catch { return file; }
}

function preview(input) {
  const box = input.closest(".field");
  each(".thumbs.chosen img", (img) => URL.revokeObjectURL(img.src), box);
  box.querySelector(".thumbs.chosen")?.remove();
  const list = make("ul", "thumbs chosen");
  for (const file of input.files) {
    if (!file.type.startsWith("image/")) continue;
    const image = make("img");
    image.src = URL.createObjectURL(file);
    image.alt = file.name;
    list.append(make("li"));
    list.lastChild.append(image);
  }
  if (list.children.length) box.append(list);
}

// The browser speaks its own language on its own button; ours speaks the page's. Without scripts the browser's stays.
function button(input) {
  const box = input.parentElement, chosen = box.querySelector("[data-chosen]");
  input.classList.add("unseen");
  show(box.querySelector("[data-choose]"));
  input.addEventListener("change", () => { chosen.textContent = [...input.files].map((file) => file.name).join(" · "); });
}

export function photos() {
  each(".photo input[type=file]", button);
  each("input[data-photo]", (input) => input.addEventListener("change", async () => {
    const chosen = [...input.files];
    const small = await Promise.all(chosen.map(shrink));
    const same = chosen.length === input.files.length && chosen.every((file, i) => file === input.files[i]);
    if (same && small.some((file, i) => file !== chosen[i])) {
      try {
        const carrier = new DataTransfer();
        small.forEach((file) => carrier.items.add(file));
        input.files = carrier.files;
      } catch { /* old browsers keep the originals */ }
    }
    preview(input);
  }));
}
