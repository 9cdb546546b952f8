// axe-core on every page that a visitor, a citizen, an agent, a moderator and an administrator reach.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { LANGS } from "../lib/house.mjs";
import { behindSignIn, reachable, routes } from "../lib/pages.mjs";
import { begin, kiosk } from "./for_others.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AT_ONCE = 2;
const RULES = { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

const where = ({ target, any }) => `${target.join(" ")} ${any[0]?.message ?? ""}`;

async function examine(page, address) {
  const answer = await page.goto(address, { waitUntil: "load" });
  if (answer.status() >= 500) return [`${address}: ${answer.status()}`];
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${address}: ${id} (${help}): ${nodes.slice(0, 3).map(where).join(" | ")}`);
}

// Several windows share the work; maps are drawn in one language only, since the engine is the same.
async function all(open, addresses) {
  const rest = [...addresses], found = [];
  const worker = async () => {
    const page = await open();
    await page.route(/map-gl\.js$/, (route) => (page.url().includes("/ar") ? route.continue() : route.abort()));
    for (let next = rest.shift(); next; next = rest.shift()) found.push(...await examine(page, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

const inLanguages = (addresses, langs) => langs.flatMap((lang) => addresses.map((one) => `/${lang}${one === "/" ? "" : one}`));

// Light in every language; dark in Arabic and French for every third page.
async function clean(house, open, addresses) {
  const dark = addresses.filter((_, at) => at % 3 === 0);
  // A colour on its way to another is no colour that somebody reads.
  const still = { reducedMotion: "reduce" };
  const found = await all(() => open(still), inLanguages(addresses, LANGS));
  const more = await all(() => open({ ...still, colorScheme: "dark" }), [...inLanguages(dark, ["ar", "fr"])]);
  assert.deepEqual([...found, ...more.map((fault) => `dark ${fault}`)], []);
}

// The pages of staff that nobody before has opened: the same page is examined once.
const opened = new Set();

const staff = (email, start) => async (house) => {
  const scout = await house.staff(email);
  const reached = await behindSignIn(scout.request, house.url, start);
  const fresh = [...reached].filter(([path]) => !opened.has(path));
  fresh.forEach(([path]) => opened.add(path));
  await clean(house, (options) => house.staff(email, options), fresh.map(([, address]) => address));
};

export const accessibility = {
  async "what a visitor reaches has no serious fault"(house) {
    const scout = await house.visitor();
    const { code, pin } = await house.file(scout, "pothole", { words: "حفرة قرب السوق" });
    const receipt = scout.url().replace(`${house.url}/ar`, "");
    await scout.goto(`/ar/cases/${code}`);
    await scout.fill("#f-pin", pin);
    await scout.click("form[action$='/pin'] button");
    await scout.waitForURL(/\?k=/);
    const own = scout.url().replace(`${house.url}/ar`, "");
    const public_ = await reachable(scout.request, house.url, await routes());
    await clean(house, (options) => house.visitor(options), [receipt, own, ...public_.values()]);
  },

  async "what a citizen with an account reaches has no serious fault"(house) {
    const state = await house.citizen();
    await clean(house, (options) => house.visitor({ ...options, storageState: state }), ["/my", "/my/documents", "/my/documents/new", "/my/download", "/account", "/account/looks", "/cases"]);
  },

  async "what a kiosk shows has no serious fault"(house) {
    const page = await kiosk(house);
    await begin(page);
    const state = await page.context().storageState();
    const shown = ["/kiosk/procedures", "/kiosk/procedures/birth-extract", "/kiosk/resume", new URL(page.url()).pathname.slice(3), "/kiosk/form/check"];
    await clean(house, (options) => house.visitor({ ...options, storageState: state }), shown);
  },

  "what an agent reaches has no serious fault": staff("tabriquet@demo.test", "/desk"),
  "what a moderator reaches has no serious fault": staff("moderator@demo.test", "/desk/moderation"),
  "what a public writer reaches has no serious fault": staff("writer@demo.test", "/writer"),
  "what an administrator reaches has no serious fault": staff("admin@demo.test", "/admin/staff"),
};
