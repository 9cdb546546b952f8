// Direction, width and words of the main pages in four languages on a narrow phone.
import assert from "node:assert/strict";
import { LANGS } from "../lib/house.mjs";
import { readFile } from "node:fs/promises";
import { ROOT } from "../lib/program.mjs";

const NARROW = { width: 360, height: 740 };
const NOWHERE = "/nothing-here";
const OPEN = ["", "/report", "/report/photo", "/report/number", "/report/pothole", "/report/street-lamp-out", "/reports", "/reports/map",
  "/reports/statistics", "/cases", "/open-data", "/search?find=a", "/contact", "/privacy", "/accessibility", "/counters", "/account/sign-in",
  "/staff/sign-in", "/demo", "/outbox", NOWHERE];
const DESK = ["/desk", "/desk?view=all", "/desk/report", "/desk/report/pothole", "/desk/moderation", "/dashboard", "/staff/account"];
const ADMIN = ["/admin/staff", "/admin/staff/new", "/admin/units", "/admin/calendar", "/admin/places", "/admin/assets", "/admin/sending", "/admin/keys"];

// Message keys begin with the name of their module.
async function keys() {
  const text = await readFile(new URL("docs/generated/routes.md", `file://${ROOT}`), "utf8");
  const modules = [...text.matchAll(/^\| (\w+) \|/gm)].map(([, name]) => name).filter((name) => name !== "module");
  return new RegExp(`(?<![\\w./@-])(?:${[...new Set([...modules, "ui", "platform", "kernel", "photos", "procedures"])].join("|")})-[a-z]+(?:-[a-z]+)*(?![\\w@./-])`, "g");
}

async function faults(page, lang, address, key) {
  const answer = await page.goto(`/${lang}${address}`);
  const seen = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > width
      ? [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0
        && (one.getBoundingClientRect().right > width + 1 || one.getBoundingClientRect().left < -1) && !one.closest(".scroll, .unseen, .skip"))
        .slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""}`)
      : [];
    const { lang, dir } = document.documentElement;
    return { lang, dir, wide, over: document.documentElement.scrollWidth - width, text: `${document.title}\n${document.body.innerText}` };
  });
  const found = [];
  if (answer.status() !== (address === NOWHERE ? 404 : 200)) found.push(`answers ${answer.status()}`);
  if (seen.lang !== lang) found.push(`lang is ${seen.lang}`);
  if (seen.dir !== (lang === "ar" ? "rtl" : "ltr")) found.push(`dir is ${seen.dir}`);
  if (seen.over > 0) found.push(`${seen.over} px too wide: ${seen.wide.join(", ")}`);
  const untold = [...new Set(seen.text.match(key) ?? [])];
  if (untold.length) found.push(`keys: ${untold.join(", ")}`);
  return found.map((fault) => `/${lang}${address}: ${fault}`);
}

const fits = (addresses, email) => async (house) => {
  const key = await keys();
  const options = { viewport: NARROW };
  const page = email ? await house.staff(email, options) : await house.visitor(options);
  const found = [];
  for (const lang of LANGS) for (const address of addresses) found.push(...await faults(page, lang, address, key));
  assert.deepEqual(found, []);
  assert.deepEqual(page.faults, []);
};

export const layout = {
  "public pages fit a phone of 360 px, in their direction, with every word told": fits(OPEN),
  "the desk does too": fits(DESK, "triage@demo.test"),
  "administration does too": fits(ADMIN, "admin@demo.test"),
};
