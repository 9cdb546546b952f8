// Which pages there are: the generated list of routes, and for those with a name in their address one that a page links to.
import { readFile } from "node:fs/promises";
import { ROOT } from "./program.mjs";

const MOST_VISITED = 60;
const STARTS = ["/", "/reports", "/report", "/report/number", "/open-data", "/search?find=salle"];

// Pieces that a script puts into a page, not pages.
const PIECES = ["/report/nearby"];

// Every GET page route of the program: { path, who }.
export async function routes() {
  const text = await readFile(new URL("docs/generated/routes.md", `file://${ROOT}`), "utf8");
  const lines = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim().replace(/`/g, "")));
  return lines.filter((line) => line[2] === "GET" && line[5] === "page" && !PIECES.includes(line[3])).map(([, , , path, who]) => ({ path, who }));
}

const pattern = (path) => {
  const named = path.replace(/[.]/g, "\\.").replace(/\{\*\w+\}/g, ".+").replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${named}$`);
};

// The most exact route of an address: `/report/photo` before `/report/{category}`.
export function routeOf(address, list) {
  const path = address.split("?")[0];
  const names = (route) => route.path.split("{").length;
  return list.filter((route) => pattern(route.path).test(path)).sort((a, b) => names(a) - names(b))[0];
}

function links(html, lang, url) {
  const targets = [...html.matchAll(/<a\s[^>]*href="([^"#]+)/g)].map(([, href]) => new URL(href.replace(/&amp;/g, "&"), url));
  const own = targets.filter(({ origin, pathname }) => origin === new URL(url).origin && pathname.startsWith(`/${lang}/`));
  return own.map(({ pathname, search }) => pathname.slice(lang.length + 1) + search);
}

// One address for each page route that this visitor reaches, without the language: routes without names in them, and
// what their pages link to. `request` carries the visitor's session.
export async function reachable(request, url, list, extra = []) {
  const seen = new Map();
  const fixed = list.filter((route) => !route.path.includes("{")).map((route) => route.path);
  const queue = [...extra, ...STARTS, ...fixed];
  const tried = new Set();
  for (let at = 0; at < queue.length && tried.size < MOST_VISITED + fixed.length; at += 1) {
    const address = queue[at];
    const route = routeOf(address, list) ?? { path: address.split("?")[0] };
    if (seen.has(route.path) || tried.has(address)) continue;
    tried.add(address);
    const answer = await request.get(`/ar${address === "/" ? "" : address}`, { maxRedirects: 0 });
    // A fault of the program counts as reached, so that the test says it.
    if (answer.status() >= 500) seen.set(route.path, address);
    if (answer.status() !== 200 || !(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    seen.set(route.path, address);
    queue.push(...links(await answer.text(), "ar", url));
  }
  return seen;
}

// Only the pages that ask for an account or a permission, found from `start`.
export async function behindSignIn(request, url, start) {
  const closed = (await routes()).filter(({ who }) => who !== "everybody");
  const reached = await reachable(request, url, closed, [start]);
  return new Map([...reached].filter(([path]) => closed.some((route) => route.path === path)));
}
