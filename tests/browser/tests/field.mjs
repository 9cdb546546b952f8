// An agent in the street: three reports filed, proved and closed with the network off, the page opened again meanwhile, the line
// broken on the way back; the house has three, once each.
import assert from "node:assert/strict";
import { upload } from "../lib/picture.mjs";

const PHONE = { width: 360, height: 740 };
const AGENT = "tabriquet@demo.test", OTHER = "bab-lamrissa@demo.test";
const HERE = { latitude: 34.0517, longitude: -6.7916, accuracy: 8 };
const outdoors = { viewport: PHONE, geolocation: HERE, permissions: ["geolocation"] };

async function open(page) {
  await page.goto("/ar/desk/field");
  await page.waitForSelector("html[data-offline=ready]", { state: "attached" });
}

async function shoot(house, page, name) {
  if (house.screens) await page.screenshot({ path: `${house.screens}/field-${name}.png`, fullPage: true });
}

async function photograph(page, photo) {
  await page.setInputFiles("#app [name=photo]", upload(photo));
  await page.waitForFunction(() => document.querySelector("#app [data-shot]").textContent !== "");
}

async function file(house, page, words) {
  await page.click("#bar a[href='#/new']");
  await page.waitForSelector("#app [data-report]");
  await photograph(page, (await house.photos()).hole);
  const pothole = page.locator("#app [name=category][value=pothole]");
  if (await pothole.count()) await pothole.check();
  else await page.selectOption("#f-other", "pothole");
  await page.fill("#f-new-words", words);
  await page.click("#app [data-report] button.tall");
  await page.waitForSelector("#app [data-rows]");
}

async function close(house, page) {
  await page.goto("/ar/desk/field#/");
  await page.locator("#app a.row", { hasText: "ينتظر الشبكة" }).first().click();
  await page.waitForSelector("#app [data-deed]");
  await photograph(page, (await house.photos()).mended);
  await page.click("#app [data-deed] [value=done]");
  await page.waitForFunction(() => !location.hash.includes("/case/") || document.querySelector("#app [data-shot]")?.textContent === "");
}

const count = async (page) => Number(await page.locator("#bar [data-count]").textContent()) || 0;
const sent = (page) => page.waitForFunction(() => document.querySelector("#bar [data-count]").hidden, null, { timeout: 30_000 });

async function found(agent, mark) {
  await agent.goto(`/ar/desk?view=all&words=${mark}`);
  return agent.locator("ul.inbox a.row", { hasText: mark });
}

async function three(house) {
  const page = await house.staff(AGENT, outdoors), mark = `ميدان${Date.now()}`;
  await open(page);
  await shoot(house, page, "list");
  await page.context().setOffline(true);
  for (const n of [1, 2, 3]) await file(house, page, `حفرة ${n} ${mark}`);
  await shoot(house, page, "offline");
  // The telephone was locked and opened again.
  await page.reload();
  await page.waitForSelector("#app [data-rows]");
  assert.equal(await count(page), 3);
  for (const left of [3, 2, 1]) {
    await close(house, page);
    assert.equal(await count(page), 7 - left);
  }
  await page.reload();
  await page.click("#bar a[href='#/out']");
  assert.equal(await page.locator("#app [data-rows] > li").count(), 6);
  await shoot(house, page, "outbox");
  // Back in reach, the line breaks: twice the house has the deed and its answer is lost on the way.
  let broken = 0;
  await page.route("**/desk/field/sync", async (route) => {
    if (broken++ < 2) {
      await route.fetch();
      return route.abort();
    }
    return route.continue();
  });
  await page.context().setOffline(false);
  // Pressed twice at once, and again while the first is under way.
  for (const until = Date.now() + 60_000; (await count(page)) > 0 && Date.now() < until;) {
    await page.locator("#app [data-send]").dblclick();
    await page.waitForTimeout(700);
  }
  await sent(page);
  assert.ok(broken >= 8, `six deeds, two lost answers: ${broken}`);
  await page.locator("#app [data-send]").click();
  await shoot(house, page, "sent");
  const agent = await house.staff(AGENT);
  const rows = await found(agent, mark);
  assert.equal(await rows.count(), 3, "three reports, once each");
  for (const href of await rows.evaluateAll((all) => all.map((one) => one.getAttribute("href")))) {
    await agent.goto(href);
    assert.match(await agent.innerText(".case-head"), /أنجز/);
    assert.equal(await agent.locator("#field li").count(), 2, "filed and closed");
    assert.equal(await agent.locator(".thumbs img").count(), 2, "the hole, and the proof");
  }
  assert.deepEqual(page.faults, []);
}

// What one agent did is not sent as another's; signing out leaves no list behind.
async function handedOver(house) {
  const page = await house.staff(AGENT, outdoors), mark = `تسليم${Date.now()}`;
  await open(page);
  await page.context().setOffline(true);
  await file(house, page, `حفرة ${mark}`);
  // The session of a colleague is on the telephone when the network is back.
  const mine = (await page.context().cookies()).find(({ name }) => name.endsWith("jamaa"));
  const theirs = (await (await house.staff(OTHER)).context().cookies()).find(({ name }) => name.endsWith("jamaa"));
  await page.context().addCookies([theirs]);
  await page.context().setOffline(false);
  await page.goto("/ar/desk/field");
  await page.waitForSelector("#told .notice", { hasText: "لزميل" });
  await page.waitForTimeout(800);
  assert.equal(await (await found(await house.staff(OTHER), mark)).count(), 0);
  // Nobody is signed in: it waits, and says so.
  await page.context().clearCookies();
  await page.goto("about:blank");
  await page.context().setOffline(true);
  await page.goto("/ar/desk/field");
  await page.waitForSelector("#bar:not([hidden])");
  await page.context().setOffline(false);
  await page.reload();
  await page.waitForURL(/sign-in/);
  const kept = await page.evaluate(async () => (await (await caches.open("jamaa-field-1")).keys()).map(({ url }) => url));
  assert.ok(!kept.some((url) => /\/field\/list|\/desk\/files\//.test(url)), `nothing to read is left: ${kept}`);
  await page.context().addCookies([mine]);
  await page.goto("/ar/desk/field");
  await page.waitForSelector("#app:not([hidden])");
  await sent(page);
  assert.equal(await (await found(await house.staff(AGENT), mark)).count(), 1);
  assert.deepEqual(page.faults, []);
}

async function plain(house) {
  const page = await house.staff(AGENT, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto("/ar/desk/field");
  assert.ok(await page.locator("#plain a.row").count() > 0);
  await page.locator("#plain a.row").first().click();
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}/);
}

export const field = {
  "three reports filed, proved and closed without a network are three, once each": three,
  "the work of one agent is never sent as another's": handedOver,
  "the list without scripts": plain,
};
