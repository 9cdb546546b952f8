// The telephone in the street: what waits near by, one case, a new report, rounds. It all works without a network; what is done
// waits in the browser and is sent once, under a key that is made here.
import { all, drop, put } from "./field/box.js";
import { drafted, forget, open } from "./field/draft.js";
import { app, far, fill, hour, word } from "./field/draw.js";
import { plan } from "./field/map.js";
import { metres, now, onMove, position, watch } from "./field/place.js";
import { number, onPhoto, read, same, scan, scans } from "./field/plate.js";
import { send } from "./field/send.js";
import { camera } from "./field/shot.js";

const house = { list: null, deeds: [], areas: null, filter: "all", width: 0, stopped: "" };
const OLD = 12 * 3_600_000, LOG = 30;

// What waits of this account; what is another's stays where it is.
const waiting = () => house.deeds.filter((deed) => deed.state !== "sent" && deed.owner === house.list?.owner);
const others = () => house.deeds.filter((deed) => deed.state !== "sent" && deed.owner !== house.list?.owner);

async function load() {
  try {
    const answer = await fetch(app().dataset.list, { headers: { accept: "application/json" } });
    if (answer.redirected || answer.status === 401) house.stopped = "signedOut";
    else if (answer.ok) {
      house.list = await answer.json();
      if (house.stopped === "signedOut" || house.stopped === "notYours") house.stopped = "";
    }
  } catch { /* none was kept, or there is no network */ }
  house.deeds = await all();
}

// A filed report that waits here is worked on like any other; one that was not accepted is corrected before anything else.
function local(deed) {
  const refused = deed.state === "refused";
  return { id: deed.key, of: deed.key, title: deed.label.title, code: "", icon: deed.label.icon, lat: deed.fields.lat ?? deed.fields.photo_lat, lon: deed.fields.lon ?? deed.fields.photo_lon, asset: deed.fields.number, words: deed.fields.words, photos: [], tasks: [], closes: !refused, mine: true, url: refused ? `#/new/${deed.key}` : "", alarm: refused, pill: word(refused ? "stateRefused" : "waits") };
}

// What waits about a case, also when its report went before it.
const about = (deed, one) => (one.of ? deed.of === one.of : deed.label.id === one.id || Boolean(one.code && deed.label.code === one.code));
// What was sent after this list was given is not in it yet.
const counts = (deed) => deed.owner === house.list?.owner && (deed.state !== "sent" || Date.parse(deed.received) >= Date.parse(house.list.at));
const deedsOf = (one) => house.deeds.filter((deed) => counts(deed) && deed.kind !== "report" && about(deed, one));

// What is left to do: neither done here already, nor another's.
function errands() {
  const filed = waiting().filter((deed) => deed.kind === "report").map(local);
  const ended = (one) => deedsOf(one).some((deed) => deed.kind !== "task");
  return [...filed, ...(house.list?.cases ?? [])].filter((one) => !ended(one));
}

const placed = (one) => one.lat !== null && one.lat !== undefined && one.lat !== "";
const point = (one) => ({ lat: Number(one.lat), lon: Number(one.lon) });
function distance(one) {
  const here = position();
  return here && placed(one) ? metres(here, point(one)) : null;
}

function ordered(some) {
  const at = (one) => distance(one) ?? Infinity, due = (one) => one.due_at ?? "9999";
  return some.slice().sort((a, b) => (at(a) === at(b) ? due(a).localeCompare(due(b)) : at(a) - at(b)));
}

const shown = () => ordered(errands().filter((one) => ({ all: true, mine: one.mine, late: one.late, tasks: one.tasks.length > 0 })[house.filter]));
const href = (one) => (one.closes || one.tasks.length ? `#/case/${one.id}` : one.url);
const geo = (one) => (placed(one) ? `geo:${one.lat},${one.lon}?q=${one.lat},${one.lon}` : "");
const alarms = (one) => one.alarm || (one.late && !one.urgent && !one.pill);
const pill = (one) => one.pill ?? (one.urgent ? word("urgent") : one.late ? word("late") : one.tasks.length ? word("tasks") : one.mine ? word("mine") : "");

function row(one) {
  const line = fill("v-row", { ...one, href: href(one), far: far(distance(one)), place: [one.code, one.place].filter(Boolean).join(" · "), pill: pill(one) });
  if (one.late || one.alarm) line.querySelector(".pill")?.classList.add("alarm");
  return line;
}

function lists(view, rows) {
  view.querySelector("[data-rows]").replaceChildren(...rows);
  const none = view.querySelector("[data-none]");
  if (none) none.hidden = rows.length > 0;
  return view;
}

const views = {
  ""() {
    const view = lists(fill("v-list", { order: word(position() ? "byDistance" : "byDate") }), shown().map(row));
    for (const chip of view.querySelectorAll("[data-filter]")) {
      chip.setAttribute("aria-pressed", String(chip.dataset.filter === house.filter));
      chip.addEventListener("click", () => { house.filter = chip.dataset.filter; draw(); });
    }
    return view;
  },
  map() {
    const points = shown().filter(placed), left = shown().length - points.length;
    const view = fill("v-map", { unplaced: left ? word("unplaced", { n: left }) : "" }), box = view.querySelector("[data-plan]");
    const show = (factor) => { house.width = plan(box, { points: points.map((one) => ({ ...one, ...point(one), href: href(one) })), here: position(), areas: house.areas, width: house.width * factor }); };
    for (const button of view.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => show(Number(button.dataset.zoom)));
    house.width = 0;
    show(1);
    return view;
  },
  case: (id) => oneCase(id),
  new: (key) => report(key),
  rounds() {
    const rows = (house.list?.rounds ?? []).map((round) => fill("v-row", { title: round.title, icon: round.icon, href: `#/round/${round.id}`, place: round.day, due: progress(round), pill: round.late ? word("late") : "" }));
    return lists(fill("v-rounds", {}), rows);
  },
  round(id) {
    const round = house.list?.rounds.find((one) => one.id === id);
    if (!round) return views.rounds();
    const next = nextStop(round);
    const rows = round.stops.map((stop) => fill("v-row", { title: stop.number, icon: round.icon, place: stop.place, href: `#/stop/${round.id}/${stop.seq}`, far: far(distance(stop)), pill: found(noted(round, stop)) }));
    return lists(fill("v-round", { ...round, progress: progress(round), next: next ? `#/stop/${round.id}/${next.seq}` : "" }), rows);
  },
  stop: (id, seq) => stop(id, Number(seq)),
  out() {
    const own = house.deeds.filter((deed) => deed.owner === house.list?.owner), log = own.filter((deed) => deed.state === "sent").slice(0, -LOG);
    const rows = own.filter((deed) => !log.includes(deed)).reverse().map(deedRow);
    const view = lists(fill("v-out", {}), rows);
    view.querySelector("[data-send]").addEventListener("click", () => { house.stopped = ""; flush(); });
    return view;
  },
};

function deedRow(deed) {
  const chained = deed.of && waiting().some((one) => one.key === deed.of);
  const state = deed.state === "sent" ? "stateSent" : deed.state === "refused" ? "stateRefused" : chained ? "stateChained" : "stateWaits";
  const line = fill("v-deed", { title: [word(deed.kind), deed.label.title].filter(Boolean).join(" · "), code: deed.label.code, when: hour(deed.made), why: deed.why, correct: deed.kind === "report" && deed.state === "refused" ? `#/new/${deed.key}` : "", state: word(state) });
  line.querySelector(".pill").classList.add({ sent: "forest", refused: "alarm" }[deed.state] ?? "future");
  if (deed.state !== "sent" || deed.outcome !== "done") line.querySelector("[data-why]")?.classList.add("soon");
  const button = line.querySelector("[data-drop]");
  if (deed.state !== "refused") button.remove();
  button.addEventListener("click", async () => {
    if (!confirm(word("dropSure"))) return;
    // What belongs to a report that goes nowhere goes nowhere either.
    for (const one of house.deeds) if (one.key === deed.key || one.of === deed.key) await drop(one.key);
    await forget(begun(`#/new/${deed.key}`));
    await refresh();
  });
  return line;
}

// The form of one address, of one agent.
const begun = (hash = location.hash) => `${house.list?.owner ?? ""} ${hash}`;

// Keeps a deed, or says why it cannot be kept. One that was not accepted goes again under its own key.
async function keep(kind, label, fields, { shot = null, of = null, again = null } = {}) {
  const photo = shot ? { photo_at: shot.at, photo_lat: shot.place?.lat, photo_lon: shot.place?.lon } : {};
  const made = again?.made ?? Date.now();
  await put({ key: again?.key ?? crypto.randomUUID(), owner: house.list.owner, listed: house.list.listed, kind, made, done_at: new Date(made).toISOString(), fields: { ...fields, ...(of ? { of } : {}), ...photo }, photo: shot?.photo ?? null, of, label, state: "waits", why: "" });
  house.deeds = await all();
  flush();
}

// Runs once for each form, however often the button is pressed.
function once(form, act) {
  let busy = false;
  const draft = begun();
  const error = form.querySelector("[data-error]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    error.hidden = true;
    try {
      const wrong = house.list ? await act(event.submitter?.value ?? "") : "noList";
      // What was kept leads to another view: the old form takes no second press.
      if (!wrong) {
        form.dataset.over = "yes";
        forget(draft).catch((fault) => console.error(fault));
        return;
      }
      error.textContent = word(wrong);
      error.hidden = false;
      error.scrollIntoView({ block: "center" });
    } catch (fault) {
      console.error(fault);
      error.textContent = word("full");
      error.hidden = false;
    }
    busy = false;
  });
}

const go = (to) => { if (location.hash === to) draw(); else location.hash = to; };

function oneCase(id) {
  const one = errands().find((known) => known.id === id);
  if (!one) return views[""]();
  const next = shown().find((other) => other.id !== id && other.closes);
  const view = fill("v-case", { ...one, pill: pill(one), geo: geo(one), far: far(distance(one)), next: next ? href(next) : "" });
  if (alarms(one)) view.querySelector(".pill")?.classList.add("alarm");
  view.querySelector("[data-photos]").append(...one.photos.map(({ thumb, url }) => {
    const link = document.createElement("a"), image = document.createElement("img");
    Object.assign(image, { src: thumb, alt: document.querySelector("template#v-new").content.querySelector("[data-preview]").alt, width: 128, height: 128 });
    link.href = url;
    link.append(image);
    return link;
  }));
  const target = one.of ? {} : { seen: one.seen }, label = { id, title: one.title, code: one.code, icon: one.icon };
  const tasks = one.tasks.filter((task) => !deedsOf(one).some((deed) => deed.fields.task === task.id));
  view.querySelector("[data-tasks]").append(...tasks.map((task) => {
    const line = fill("v-task", task);
    const error = line.querySelector("[data-error]");
    line.querySelector("[data-end]").addEventListener("click", async ({ currentTarget: button }) => {
      button.disabled = error.hidden = true;
      try {
        await keep("task", { ...label, title: task.words }, { ...target, task: task.id });
        draw();
      } catch (fault) {
        console.error(fault);
        error.textContent = word("full");
        button.disabled = error.hidden = false;
      }
    });
    return line;
  }));
  const form = view.querySelector("[data-deed]"), shot = camera(form);
  if (!one.closes) form.remove();
  else drafted(form, begun(), shot);
  once(form, async (kind) => {
    const words = form.elements.words.value.trim(), taken = await shot();
    if (kind === "done" && !taken) return "needsPhoto";
    if (kind !== "done" && !words) return "needsWords";
    await keep(kind || "done", label, { ...target, words }, { shot: taken, of: one.of ?? null });
    go(next ? href(next) : "#/");
    return "";
  });
  return view;
}

const MOST = 6;
function report(key = "") {
  // One that was not accepted is put right.
  const again = waiting().find((deed) => deed.key === key && deed.kind === "report" && deed.state === "refused");
  const view = fill("v-new", {}), form = view, { plates, categories } = { plates: house.list, categories: house.list?.categories ?? [] };
  form.querySelector("[data-most]").append(...categories.slice(0, MOST).map((one) => {
    const pick = fill("v-pick", one);
    pick.querySelector("input").value = one.id;
    return pick;
  }));
  form.elements.other.append(...categories.slice(MOST).map(({ id, title }) => new Option(title, id)));
  form.elements.other.addEventListener("change", () => { for (const pick of form.querySelectorAll("[name=category]")) pick.checked = false; });
  form.addEventListener("change", ({ target }) => { if (target.name === "category") form.elements.other.value = ""; });
  const says = form.querySelector("[data-plate]"), input = form.elements.number;
  const tell = () => {
    const { commune, slip } = plates ? read(input.value, plates) : {};
    const known = input.value && errands().find((one) => one.id !== again?.key && same(one.asset, input.value, plates.prefix));
    says.textContent = commune ? word("plateElsewhere", { commune }) : slip ? word("plateSlip") : known ? word("plateKnown", { code: known.code || known.title }) : slip === false ? word("plateFine") : "";
  };
  const put = (code) => { if (code && plates) { input.value = number(code, plates) || input.value; tell(); } };
  input.addEventListener("input", tell);
  const button = form.querySelector("[data-scan]");
  button.hidden = !scans();
  button.addEventListener("click", async () => put(await scan(document.getElementById("v-scan"), word("scanNone"))));
  const shot = camera(form, async (file) => { if (!input.value) put(await onPhoto(file)); });
  const where = form.querySelector("[data-place]"), here = now().then((found) => { where.textContent = word(found ? "hereKnown" : "hereNone"); return found; });
  where.textContent = word("hereWait");
  if (again) putBack(form, again, shot);
  drafted(form, begun(), shot);
  once(form, async () => {
    const category = form.querySelector("[name=category]:checked")?.value || form.elements.other.value;
    const kind = categories.find((one) => one.id === category), taken = await shot(), place = again && placed(again.fields) ? point(again.fields) : position() ?? (await here);
    if (!kind) return "needsCategory";
    if (!place && !taken?.place && !input.value.trim()) return "needsPlace";
    await keep("report", { title: kind.title, icon: kind.icon, code: "" }, { category, number: input.value.trim(), words: form.elements.words.value.trim(), lat: place?.lat, lon: place?.lon }, { shot: taken, again });
    go("#/");
    return "";
  });
  return view;
}

function putBack(form, { fields, photo, why }, shot) {
  const pick = [...form.querySelectorAll("[name=category]")].find((one) => one.value === fields.category), error = form.querySelector("[data-error]");
  if (pick) pick.checked = true; else form.elements.other.value = fields.category;
  form.elements.number.value = fields.number ?? "";
  form.elements.words.value = fields.words ?? "";
  if (photo) shot.show({ photo, at: fields.photo_at, place: fields.photo_lat === undefined ? null : { lat: fields.photo_lat, lon: fields.photo_lon } });
  error.textContent = why;
  error.hidden = !why;
}

// What was found there: by the list, or by what waits here or was sent since.
function noted(round, stop) {
  if (stop.finding) return stop;
  return house.deeds.find((deed) => deed.kind === "stop" && counts(deed) && deed.fields.round === round.id && deed.fields.seq === stop.seq)?.fields;
}
const found = (note) => (note ? word(`finding_${note.finding}`) : "");
const nextStop = (round, after = 0) => round.stops.find((one) => one.seq > after && !noted(round, one)) ?? round.stops.find((one) => !noted(round, one));
const progress = (round) => word("progress", { n: round.stops.filter((one) => noted(round, one)).length, of: round.stops.length });

function stop(id, seq) {
  const round = house.list?.rounds.find((one) => one.id === id), here = round?.stops.find((one) => one.seq === seq);
  if (!here) return views.round(id);
  const note = noted(round, here), said = { number: here.number, place: here.place, icon: round.icon, turn: word("turn", { n: round.stops.indexOf(here) + 1, of: round.stops.length }) };
  if (note) return fill("v-noted", { ...said, found: found(note), words: note.words, back: `#/round/${id}` });
  const view = fill("v-stop", { ...said, geo: geo(here), far: far(distance(here)) }), form = view, shot = camera(form), broken = form.querySelector("[data-broken]");
  form.elements.category.append(...round.categories.map(({ id: category, title }) => new Option(title, category)));
  form.addEventListener("change", () => { broken.hidden = form.elements.finding.value !== "broken" || round.categories.length < 2; });
  drafted(form, begun(), shot);
  once(form, async () => {
    const finding = form.elements.finding.value;
    if (!finding) return "needsFinding";
    const category = finding === "broken" ? form.elements.category.value : "";
    await keep("stop", { title: here.number, code: "", icon: "" }, { round: id, seq, finding, category, words: form.elements.words.value.trim() }, { shot: await shot() });
    const next = nextStop(round, seq);
    go(next ? `#/stop/${id}/${next.seq}` : `#/round/${id}`);
    return "";
  });
  return view;
}

// What the agent has to know at all times, above everything else.
function notices() {
  const mine = house.list ? waiting() : others(), told = [];
  const count = mine.filter((deed) => deed.state === "waits").length, refused = mine.length - count;
  const tell = (text, kind = "future", door = "") => { const notice = fill("v-notice", { text, href: door }); notice.classList.add(kind); told.push(notice); };
  if (house.stopped === "signedOut") tell(word("signedOut"), "alarm", app().dataset.door);
  else if (house.stopped === "notYours") tell(word("notYours"), "alarm");
  else if (house.stopped === "notNow") tell(word("notNow"));
  else if (!navigator.onLine || house.stopped === "offline") tell(word("offline"));
  if (!house.list && house.stopped !== "signedOut") tell(word("noList"), "alarm");
  if (house.list && Date.now() - Date.parse(house.list.at) > OLD) tell(word("old", { time: hour(house.list.at) }));
  if (count) tell(word("waiting", { n: count }));
  if (refused) tell(word("refused", { n: refused }), "alarm");
  if (house.list && others().length) tell(word("others", { n: others().length }));
  const box = document.getElementById("told"), text = (some) => [...some].map((one) => one.textContent).join("\n");
  // What is said already is not said again.
  if (text(box.children) !== text(told)) box.replaceChildren(...told);
  const badge = document.querySelector("#bar [data-count]");
  badge.hidden = !mine.length;
  badge.textContent = String(mine.length);
}

const way = () => location.hash.replace(/^#\/?/, "").split("/");
// A list moves with the agent; a form that is being filled does not.
const filling = () => Boolean(app().querySelector("form"));

function draw() {
  const [name, ...rest] = way();
  app().replaceChildren((views[name] ?? views[""])(...rest));
  for (const link of document.querySelectorAll("#bar a")) {
    const here = link.getAttribute("href") === `#/${name}`;
    if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  notices();
}

async function refresh() {
  house.deeds = await all();
  if (filling()) notices(); else draw();
}

let later;
async function flush() {
  clearTimeout(later);
  if (house.list && waiting().some((deed) => deed.state === "waits")) {
    const { count, stopped } = await send(house.list.owner, app().dataset.sync, refresh);
    house.stopped = stopped;
    if (stopped === "offline" || stopped === "notNow") later = setTimeout(flush, 15_000);
    if (count) await load();
  }
  await refresh();
}

// The page without anybody's cases, what it is made of, and the plan are kept, so that it opens again where there is no network.
async function ready() {
  const { page, worker } = app().dataset;
  await navigator.serviceWorker.register(worker, { scope: page });
  await navigator.serviceWorker.ready;
  const made = performance.getEntriesByType("resource").map((entry) => entry.name).filter((url) => url.includes("/assets/") || url.includes("/theme.css"));
  const cache = await caches.open("jamaa-field-1");
  await cache.addAll([new URL(`${page}?shell=1`, location.href).href, ...new Set(made)]);
  if (house.areas) await cache.put(app().dataset.areas, new Response(JSON.stringify(house.areas), { headers: { "content-type": "application/geo+json" } }));
  await cache.put(app().dataset.list, new Response(JSON.stringify(house.list), { headers: { "content-type": "application/json" } }));
  await Promise.allSettled((house.list?.cases ?? []).flatMap((one) => one.photos.slice(0, 3)).map(async ({ thumb }) => (await cache.match(thumb)) ?? cache.add(thumb)));
  navigator.storage?.persist?.();
  document.documentElement.dataset.offline = "ready";
}

async function start() {
  await open().catch((fault) => console.error(fault));
  await load();
  house.areas = await fetch(app().dataset.areas).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  document.getElementById("plain").hidden = true;
  app().hidden = document.getElementById("bar").hidden = false;
  addEventListener("hashchange", () => { draw(); scrollTo(0, 0); document.getElementById("main").focus({ preventScroll: true }); });
  addEventListener("online", () => { house.stopped = ""; load().then(flush); });
  addEventListener("offline", notices);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) load().then(flush); });
  onMove(() => { if (!filling()) draw(); });
  draw();
  watch();
  flush();
  if (navigator.onLine && house.list && house.stopped !== "signedOut") ready().catch((fault) => console.error(fault));
}

if (window.indexedDB && window.caches) start().catch((fault) => console.error(fault));
