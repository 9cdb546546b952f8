// A board asks again by itself. When it hears nothing it says since when, and never shows old numbers as new.
const board = document.querySelector("[data-board]");
const every = Number(board?.dataset.every) * 1000;
// The server says how far the commune's clock is from UTC: what browsers know of Morocco's differs.
let offset = Number(board?.dataset.offset);
const hour = (moment) => new Date(moment.getTime() + offset * 60_000).toISOString().slice(11, 16);
// After so many silent rounds the numbers are old.
const PATIENCE = 3;
let tag = "", heard = Date.now(), told = new Date();

const names = () => new Map([...board.querySelectorAll(".wall-calls li")].map((call) => [call.textContent.trim(), call]));

// The page is drawn by the server alone: what changed is taken from it.
async function draw() {
  const answer = await fetch(board.dataset.page || location.href, { cache: "no-store" });
  if (!answer.ok || answer.headers.has("jamaa-as-of")) throw new Error("an old page");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html"), fresh = page.querySelector("[data-board]");
  if (!fresh) return location.reload();
  // Nobody loses what he types: a form that is being filled stays as it is.
  if (board.contains(document.activeElement)) return;
  const before = names();
  offset = Number(fresh.dataset.offset);
  board.replaceChildren(...fresh.childNodes);
  for (const [name, call] of names()) if (!before.has(name) && call.classList.contains("awaited")) call.classList.add("fresh");
  const here = document.querySelector(".sprite"), sprite = page.querySelector(".sprite");
  for (const drawing of sprite?.children ?? []) if (!document.getElementById(drawing.id)) here.append(document.importNode(drawing, true));
}

async function ask() {
  const address = board.dataset.board;
  if (!address) return draw().then(() => new Date());
  const answer = await fetch(address, { headers: tag ? { "if-none-match": tag } : {}, cache: "no-store" });
  if ((!answer.ok && answer.status !== 304) || answer.headers.has("jamaa-as-of")) throw new Error("no board");
  const at = new Date(answer.headers.get("date") ?? Date.now());
  if (answer.status !== 304) {
    const fresh = answer.headers.get("etag") ?? "";
    if (tag !== "" && fresh !== tag) await draw();
    tag = fresh;
  }
  return at;
}

function show(stale) {
  const notice = board.querySelector("[data-stale]"), clock = document.querySelector("[data-hour]");
  if (notice) {
    notice.hidden = !stale;
    notice.querySelector("[data-since]").textContent = hour(told);
  }
  if (clock) clock.textContent = hour(new Date(told.getTime() + Date.now() - heard));
}

async function round() {
  try {
    told = await ask();
    heard = Date.now();
  } catch { /* the line is away: the notice says since when */ }
  show(Date.now() - heard > PATIENCE * every);
  setTimeout(round, every);
}

if (board && every) round();
