// The same without a script: filing, following, answering, and every page.
import assert from "node:assert/strict";
import { upload } from "../lib/picture.mjs";
import { behindSignIn, reachable, routes } from "../lib/pages.mjs";

const off = { javaScriptEnabled: false };
const report = {};

async function stands(page, addresses) {
  const faults = [];
  for (const address of addresses) {
    const answer = await page.goto(`/fr${address === "/" ? "" : address}`);
    if (answer.status() !== 200) { faults.push(`${address}: ${answer.status()}`); continue; }
    const seen = await page.locator("main").innerText({ timeout: 1000 }).catch(() => "");
    if (seen.trim().length < 20) faults.push(`${address}: an empty page`);
    if (await page.locator("h1").count() !== 1) faults.push(`${address}: ${await page.locator("h1").count()} headings of first rank`);
    // What only a script can do is hidden until a script shows it.
    const dead = await page.locator("main button[type=button]:visible").count();
    if (dead) faults.push(`${address}: ${dead} buttons that do nothing`);
  }
  assert.deepEqual(faults, []);
}

export const withoutJavascript = {
  async "a report with a photo is filed from a phone"(house) {
    const page = await house.visitor(off);
    await page.goto("/ar");
    await page.click("main a[href$='/ar/report']");
    await page.fill("#f-words", "حفرة");
    await page.click("main form[role=search] button");
    await page.click("main a.tile[href*='/ar/report/pothole'] >> nth=0");
    report.words = `حفرة عميقة أمام المدرسة ${Date.now() % 1_000_000}`;
    await house.fillReport(page, { words: report.words, photo: true, point: house.point(), publish: true });
    await page.click("main form button.btn.full");
    Object.assign(report, await house.receipt(page));
  },

  async "it is answered on the desk"(house) {
    const agent = await house.staff("tabriquet@demo.test", off);
    await agent.goto(await house.inInbox(agent, report));
    await agent.locator("#answer input[name=action][value=answer]").check();
    await agent.fill("#answer textarea[name=words]", "تم الإصلاح.");
    await agent.selectOption("#answer select[name=outcome]", "done");
    await agent.setInputFiles("#answer input[type=file]", upload((await house.photos()).mended));
    await agent.click("#answer form[enctype] button.btn");
    await agent.waitForSelector("main");
    assert.equal(await agent.locator("#answer").count(), 0, "nothing more to answer");
  },

  async "its author reads the answer and rates it"(house) {
    const page = await house.visitor(off);
    await page.goto(`/ar/cases/${report.code}`);
    await page.fill("#f-pin", report.pin);
    await page.click("form[action$='/pin'] button");
    assert.ok((await page.locator("main").innerText()).includes("تم الإصلاح."));
    await page.locator("#rate input[name=solved][value=yes]").check();
    await page.locator("#rate input[name=satisfaction][value='4']").check({ force: true });
    await page.click("#rate button.btn");
    assert.equal(await page.locator("#rate").count(), 0, "rated");
  },

  async "every public page stands"(house) {
    const page = await house.visitor(off);
    await stands(page, (await reachable(page.request, house.url, await routes())).values());
  },

  async "every page of the desk stands"(house) {
    const page = await house.staff("triage@demo.test", off);
    await stands(page, (await behindSignIn(page.request, house.url, "/desk")).values());
  },

  async "every page of administration stands"(house) {
    const page = await house.staff("admin@demo.test", off);
    await stands(page, (await behindSignIn(page.request, house.url, "/admin/staff")).values());
  },
};
