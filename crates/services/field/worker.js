// The page of agents opens without a network: a page without anybody's cases, what it is made of, and the list of whoever is signed in.
const CACHE = "jamaa-field-1";
const WAIT = 5000;
// A page of the house's own, for where nothing was kept.
const NOTHING = "NOTHING KEPT";
const at = (request) => new URL(request.url);
const isPage = (request) => request.mode === "navigate" && /\/desk\/field$/.test(at(request).pathname);
const isList = (url) => /\/desk\/field\/list$/.test(url.pathname);
// Named by their content, or of one look: what is kept of them stays right.
const stays = (url) => /\/assets\//.test(url.pathname) || /\/theme\.css$/.test(url.pathname) || (/\/desk\/files\/[^/]+$/.test(url.pathname) && url.search === "?thumb=1");
const isMap = (url) => /\/data\/areas\.geojson$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const shellOf = (url) => `${url.origin}${url.pathname}?shell=1`;

// A line that hangs is none: after a while what was kept is shown.
function inTime(request) {
  return new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error("late")), WAIT);
    fetch(request).then((answer) => { clearTimeout(late); done(answer); }, (fault) => { clearTimeout(late); failed(fault); });
  });
}

// Whoever is signed out, or may no more, finds no list on the device; the page itself stays, for what waits on it.
async function forget() {
  const cache = await caches.open(CACHE);
  for (const kept of await cache.keys()) {
    const url = new URL(kept.url);
    if (isList(url) || /\/desk\/files\//.test(url.pathname)) await cache.delete(kept, { ignoreVary: true });
  }
}

async function page(request) {
  try {
    const answer = await inTime(request);
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) await forget();
    if (answer.status < 500) return answer;
  } catch { /* what was kept is shown */ }
  const kept = await (await caches.open(CACHE)).match(shellOf(at(request)), { ignoreVary: true });
  return kept ?? new Response(NOTHING, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

async function list(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await inTime(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    else if (answer.redirected || answer.status === 401 || answer.status === 403) await forget();
    if (answer.status < 500) return answer;
  } catch { /* what was kept is shown */ }
  const kept = await cache.match(request, { ignoreVary: true });
  return kept ?? Response.error();
}

async function kept(request, fresh) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request, { ignoreVary: true });
  if (known && !fresh) return known;
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    return answer;
  } catch (fault) {
    if (known) return known;
    throw fault;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event, url = at(request);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (isPage(request)) event.respondWith(page(request));
  else if (isList(url)) event.respondWith(list(request));
  else if (stays(url)) event.respondWith(kept(request, false));
  else if (isMap(url)) event.respondWith(kept(request, true));
});
