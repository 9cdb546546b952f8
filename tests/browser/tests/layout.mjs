// Direction, width and words of the main pages in four languages on a narrow phone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { LANGS } from "../lib/house.mjs";
import { behindSignIn, reachable, routes } from "../lib/pages.mjs";
import { ROOT } from "../lib/program.mjs";

const NARROW = { width: 360, height: 740 };
const NOWHERE = "/nothing-here";
const OPEN = ["/report/street-lamp-out", "/report?words=trou", "/search?find=a", NOWHERE];
// English words that begin like the name of a module.
const WORDS = ["follow-up"];
const DESK = ["/desk?view=all", "/desk/report/pothole"];

// Message keys begin with the name of their module; a key that shows was not translated.
async function keys() {
  const text = await readFile(new URL("docs/generated/routes.md", `file://${ROOT}`), "utf8");
  const modules = [...text.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name).filter((name) => name !== "module");
  const first = [...new Set([...modules, "ui", "platform", "kernel", "photos", "procedures"])].join("|");
  return new RegExp(`(?<![\\w./@-])(?:${first})-[a-z]+(?:-[a-z]+)*(?![\\w@./-])`, "g");
}

// Runs in the page: what is true of its root, and what sticks out of it.
function look() {
  const root = document.documentElement, width = root.clientWidth;
  const sticksOut = (one) => {
    const { left, right, width: own } = one.getBoundingClientRect();
    return own > 0 && (right > width + 1 || left < -1) && one.checkVisibility() && !one.closest(".scroll, .unseen, .skip");
  };
  const over = root.scrollWidth - width;
  const wide = over > 0 ? [...document.querySelectorAll("body *")].filter(sticksOut).slice(0, 4) : [];
  const named = wide.map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""}`);
  return { lang: root.lang, dir: root.dir, over, wide: named, text: `${document.title}\n${document.body.innerText}` };
}

async function faults(page, lang, address, key) {
  const answer = await page.goto(`/${lang}${address === "/" ? "" : address}`);
  const seen = await page.evaluate(look);
  const found = [];
  if (answer.status() !== (address === NOWHERE ? 404 : 200)) found.push(`answers ${answer.status()}`);
  if (seen.lang !== lang) found.push(`lang is ${seen.lang}`);
  if (seen.dir !== (["ar", "zgh"].includes(lang) ? "rtl" : "ltr")) found.push(`dir is ${seen.dir}`);
  if (seen.over > 0) found.push(`${seen.over} px too wide: ${seen.wide.join(", ")}`);
  const untold = [...new Set(seen.text.match(key) ?? [])].filter((word) => !WORDS.includes(word));
  if (untold.length) found.push(`keys: ${untold.join(", ")}`);
  return found.map((fault) => `/${lang}${address}: ${fault}`);
}

async function fits(house, page, addresses) {
  const key = await keys(), found = [];
  for (const lang of LANGS) for (const address of new Set(addresses)) found.push(...await faults(page, lang, address, key));
  assert.deepEqual(found, []);
  assert.deepEqual(page.faults, []);
}

const staff = (email, start, extra = []) => async (house) => {
  const page = await house.staff(email, { viewport: NARROW });
  await fits(house, page, [...extra, ...(await behindSignIn(page.request, house.url, start)).values()]);
};

export const layout = {
  async "public pages fit a phone of 360 px, in their direction, with every word told"(house) {
    const page = await house.visitor({ viewport: NARROW });
    await fits(house, page, [...OPEN, ...(await reachable(page.request, house.url, await routes())).values()]);
  },
  "the desk does too": staff("triage@demo.test", "/desk", DESK),
  "the pages of a public writer do too": staff("writer@demo.test", "/writer"),
  "administration does too": staff("admin@demo.test", "/admin/staff"),
};
