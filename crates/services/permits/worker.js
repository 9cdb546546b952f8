// Pages of visits open without a network: the last one seen of each is kept with its styles and scripts, and nothing else is.
const CACHE = "jamaa-visits-1";
const keeps = (url) => url.origin === location.origin && (/\/desk\/[^/]+\/visit$/.test(url.pathname) || /\/assets\//.test(url.pathname));

// Who signs out leaves no page of a file behind on the device. A visit that was not sent yet is not a page and stays until it is.
const leaves = (request, url) => request.method === "POST" && /\/sign-out(-everywhere)?$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (leaves(event.request, url)) return event.waitUntil(caches.delete(CACHE));
  if (event.request.method !== "GET" || !keeps(url)) return;
  event.respondWith((async () => {
    const cache = await caches.open(CACHE);
    try {
      const answer = await fetch(event.request);
      if (answer.ok && !answer.redirected) await cache.put(event.request, answer.clone());
      // Signed out, or out of reach since: what was kept is not for whoever holds the device now.
      else if (answer.type === "opaqueredirect" || (answer.status >= 400 && answer.status < 500)) await cache.delete(event.request, { ignoreVary: true });
      return answer;
    } catch (fault) {
      // What a page asks for varies with the headers of who asks; without a network there is only the one that was kept.
      const kept = await cache.match(event.request, { ignoreVary: true });
      if (kept) return kept;
      throw fault;
    }
  })());
});
