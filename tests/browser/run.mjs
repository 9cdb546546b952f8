// The built program seen from a browser: one line per test, exit code 1 when one failed.
import { chromium } from "playwright-core";
import { House } from "./lib/house.mjs";
import { start } from "./lib/program.mjs";
import { walk } from "./tests/walk.mjs";
import { lamp } from "./tests/lamp.mjs";
import { withoutJavascript } from "./tests/without_javascript.mjs";
import { accessibility } from "./tests/accessibility.mjs";
import { size } from "./tests/size.mjs";
import { layout } from "./tests/layout.mjs";
import { badInput } from "./tests/bad_input.mjs";
import { permit } from "./tests/permit.mjs";
import { post } from "./tests/post.mjs";
import { payments } from "./tests/payments.mjs";
import { editor } from "./tests/editor.mjs";
import { forOthers } from "./tests/for_others.mjs";
import { visit } from "./tests/visit.mjs";
import { field } from "./tests/field.mjs";
import { scripts } from "./tests/scripts.mjs";
import { portal } from "./tests/portal.mjs";
import { contractors } from "./tests/contractors.mjs";
import { hotline } from "./tests/hotline.mjs";
import { voice } from "./tests/voice.mjs";
import { passkeys } from "./tests/passkeys.mjs";
import { screens } from "./tests/screens.mjs";

const HELP = `Usage: node run.mjs [--url ADDRESS] [--only NAME] [--screens FOLDER]

  --url ADDRESS      a running demonstration; without it, the built program is started in a folder of its own
  --only NAME        walk, lamp, permit, post, payments, editor, for-others, visit, field, without-javascript, scripts, accessibility, size, layout, bad-input, portal, contractors, hotline, voice, passkeys or screens (may be repeated)
  --screens FOLDER   where screenshots go (default docs/screens); without this, screens runs only when it is named

CHROMIUM names the browser (default: chromium of the path), JAMAA the program (default target/debug/jamaa).`;

const TESTS = {
  walk, lamp, permit, post, payments, editor, "for-others": forOthers, visit, field, "without-javascript": withoutJavascript, scripts, "bad-input": badInput, size, layout, accessibility, portal, contractors, hotline, voice, passkeys, screens,
};

// Nothing but the program may be reached: the browser stays quiet.
const QUIET = [
  "--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
];

function wanted(list) {
  const asked = { only: [], url: "", screens: "" };
  for (let at = 0; at < list.length; at += 2) {
    const [name, value] = [list[at], list[at + 1]];
    if (name === "--help") { console.log(HELP); process.exit(0); }
    if (!["--url", "--only", "--screens"].includes(name) || !value) { console.error(HELP); process.exit(2); }
    if (name === "--only") asked.only.push(value); else asked[name.slice(2)] = value;
  }
  const unknown = asked.only.filter((name) => !TESTS[name]);
  if (unknown.length) { console.error(`No test ${unknown.join(", ")}.\n\n${HELP}`); process.exit(2); }
  return asked;
}

const seconds = (began) => ((Date.now() - began) / 1000).toFixed(1);

// A test is an async function of a house, or an object of such functions by their sentences.
async function perform(name, house) {
  const parts = typeof TESTS[name] === "function" ? { "": TESTS[name] } : TESTS[name];
  let failed = 0;
  for (const [sentence, body] of Object.entries(parts)) {
    const began = Date.now();
    const title = sentence ? `${name}: ${sentence}` : name;
    try {
      await body(house);
      console.log(`ok      ${title} (${seconds(began)} s)`);
    } catch (fault) {
      failed += 1;
      console.log(`FAILED  ${title} (${seconds(began)} s)\n${String(fault.stack ?? fault).replace(/^/gm, "        ")}`);
    } finally {
      await house.leave();
    }
  }
  return failed;
}

const asked = wanted(process.argv.slice(2));
const program = asked.url ? null : await start();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: QUIET });
const house = new House(browser, (asked.url || program.url).replace(/\/$/, ""), asked.screens);
const chosen = asked.only.length ? asked.only : Object.keys(TESTS).filter((name) => name !== "screens" || asked.screens);
let failed = 0;
try {
  for (const name of chosen) failed += await perform(name, house);
} finally {
  await browser.close();
  await program?.stop();
}
console.log(failed ? `${failed} failed` : "all passed");
process.exitCode = failed ? 1 : 0;
