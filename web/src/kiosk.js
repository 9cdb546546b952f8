// A kiosk: the screen asks whether somebody is still there, and forgets when nobody answers. Without scripts it goes by itself.
const dialog = document.querySelector("dialog[data-untouched]");
const WARN = 30, TELL = 30;

function watch() {
  const { untouched, over, still } = dialog.dataset;
  const left = dialog.querySelector("[data-left]");
  let touched = Date.now(), told = Date.now();

  async function tell() {
    told = Date.now();
    try {
      const answer = await fetch(still, { headers: { accept: "application/json" }, cache: "no-store" });
      if (answer.ok && !(await answer.json()).there) location.replace(over);
    } catch { /* no line: the screen still forgets by itself */ }
  }

  function touch() {
    touched = Date.now();
    if (dialog.open) dialog.close();
    if (touched - told > TELL * 1000) tell();
  }

  for (const event of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(event, touch, { passive: true });
  dialog.querySelector("[data-stay]").addEventListener("click", touch);
  setInterval(() => {
    const rest = Math.ceil(untouched - (Date.now() - touched) / 1000);
    if (rest <= 0) return location.replace(over);
    left.textContent = rest;
    if (rest <= WARN && !dialog.open) dialog.showModal();
  }, 1000);
}

if (dialog) watch();
// A page that the browser kept behind its back button is asked for again: the server knows whose visit it was.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
// Where the kiosk prints without asking, the ticket comes out by itself.
if (document.querySelector("[data-print-now]")) print();
