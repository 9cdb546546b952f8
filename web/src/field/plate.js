// What a plate says, read without a network: the commune of its prefix, and whether its check letter fits (ISO/IEC 7064, MOD 37-2).
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
const western = (text) => text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
const fold = (text) => western(text).toUpperCase().replace(/[^0-9A-Z]/g, "");

function check(prefix, letters, serial) {
  let sum = 0;
  for (const letter of `${prefix}${letters}${String(serial).padStart(5, "0")}`) sum = ((sum + LETTERS.indexOf(letter)) * 2) % 37;
  return LETTERS[(38 - sum) % 37];
}

// The code on a label is an address that ends with kind and number; one of another commune names it on the way.
export function number(code, { communes }) {
  let path = code.trim();
  try { path = new URL(code).pathname; } catch { /* not an address: the number itself */ }
  const found = /^(?:\/c\/([^/]+))?(?:\/\w\w)?\/a\/[^/]+\/([^/]+)$/.exec(path);
  if (!found) return path.includes("/") ? "" : path.slice(0, 40);
  const plate = decodeURIComponent(found[2]), other = communes.find(({ slug }) => slug === found[1]);
  return other ? `${other.prefix}-${plate}` : plate;
}

// { commune } of another town's plate, { slip } of one that was misread.
export function read(typed, { prefix, letters, communes }) {
  const found = /^([A-Z]{3})?([A-Z]{3})(\d{1,5})([A-Z])?$/.exec(fold(typed));
  const begins = /^([A-Z]{3})\d/.exec(fold(typed))?.[1];
  const town = (short) => communes.find((one) => one.prefix === short)?.name;
  if (!found) return {};
  const [, before, series, serial, letter] = found;
  if (before && before !== prefix) return { commune: town(before) };
  if (!before && begins && !letters.includes(begins) && town(begins)) return { commune: town(begins) };
  return letters.includes(series) && letter ? { slip: letter !== check(prefix, series, Number(serial)) } : {};
}

// With or without the commune before it.
export function same(one, other, prefix) {
  const bare = (number) => { const short = fold(number); return short.startsWith(prefix) && /^[A-Z]{3}\d/.test(short.slice(3)) ? short.slice(3) : short; };
  return Boolean(one) && bare(one) === bare(other);
}

export const scans = () => "BarcodeDetector" in window && Boolean(navigator.mediaDevices?.getUserMedia);

// Looks through the camera until a code is seen; nothing when the agent gives up.
export async function scan(template, none) {
  const dialog = template.content.firstElementChild.cloneNode(true), video = dialog.querySelector("video");
  document.body.append(dialog);
  let over = false, stream;
  const close = () => { over = true; dialog.close(); };
  dialog.querySelector("button").addEventListener("click", close);
  dialog.addEventListener("close", () => { over = true; });
  dialog.showModal();
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    while (!over) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code) return code.rawValue;
      await new Promise((done) => setTimeout(done, 150));
    }
  } catch {
    dialog.querySelector("[role=status]").textContent = none;
    await new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  } finally {
    stream?.getTracks().forEach((track) => track.stop());
    if (dialog.open) dialog.close();
    dialog.remove();
  }
  return "";
}

// The code on a photograph that was taken anyway.
export async function onPhoto(file) {
  if (!("BarcodeDetector" in window)) return "";
  try {
    const picture = await createImageBitmap(file);
    const [code] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
    picture.close();
    return code?.rawValue ?? "";
  } catch { return ""; }
}
