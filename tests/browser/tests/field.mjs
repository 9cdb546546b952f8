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
  await page.waitForSelector("#app [data-send]");
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

async function signOut(page) {
  if (!(await page.locator("details.menu[open]").count())) await page.click("details.menu > summary");
  await page.click("form[action$='/sign-out'] button");
}

const keptUrls = (page) => page.evaluate(async () => (await (await caches.open("jamaa-field-1")).keys()).map(({ url }) => url));
const listed = (urls) => urls.some((url) => /\/field\/list|\/desk\/files\//.test(url));

// Another session of the same agent, so that the one of the other tests stays signed in.
async function leaving(house) {
  const page = await house.visitor({ ...outdoors, storageState: await house.signIn(AGENT) });
  await open(page);
  await page.context().setOffline(true);
  await signOut(page);
  await page.waitForSelector("form[action$='/sign-out'] [role=alert]");
  assert.ok(listed(await keptUrls(page)), "without a network nothing is taken away");
  await page.goto("/ar/desk/field");
  await page.waitForSelector("#app [data-rows]");
  await file(house, page, `حفرة ${Date.now()}`);
  // The house does not answer: the deed waits, though there is a network.
  await page.route("**/desk/field/sync", (route) => route.abort());
  await page.context().setOffline(false);
  const asked = [];
  page.on("dialog", (dialog) => { asked.push(dialog.message()); return asked.length > 1 ? dialog.accept() : dialog.dismiss(); });
  await signOut(page);
  await page.waitForTimeout(500);
  assert.match(asked[0] ?? "", /1/, "how many wait");
  assert.ok(listed(await keptUrls(page)));
  await Promise.all([page.waitForURL((url) => !url.pathname.endsWith("/desk/field")), signOut(page)]);
  const urls = await keptUrls(page);
  assert.ok(!listed(urls) && urls.some((url) => url.endsWith("?shell=1")), `the page stays, and nobody's cases: ${urls}`);
  await page.context().setOffline(true);
  await page.goto("/ar/desk/field");
  await page.waitForSelector("#bar:not([hidden])");
  assert.deepEqual(page.faults, []);
}

async function begun(house) {
  const page = await house.staff(AGENT, outdoors), words = `حفرة ${Date.now()}`;
  await open(page);
  await page.click("#bar a[href='#/new']");
  await photograph(page, (await house.photos()).hole);
  await page.fill("#f-new-words", words);
  await page.click("#bar a[href='#/map']");
  await page.waitForSelector("#app [data-plan]");
  await page.click("#bar a[href='#/new']");
  assert.equal(await page.inputValue("#f-new-words"), words);
  await page.reload();
  await page.waitForSelector("#app [data-preview]:not([hidden])");
  assert.equal(await page.inputValue("#f-new-words"), words);
  await page.context().setOffline(true);
  await page.locator("#app [name=category]").first().check();
  await page.click("#app [data-report] button.tall");
  await page.waitForSelector("#app [data-rows]");
  await page.click("#bar a[href='#/new']");
  assert.equal(await page.inputValue("#f-new-words"), "", "what was kept as a deed is no draft");
  await page.click("#bar a[href='#/out']");
  await page.context().setOffline(false);
  await sent(page);
  assert.deepEqual(page.faults, []);
}

async function corrected(house) {
  const page = await house.staff(AGENT, outdoors), mark = `تصحيح${Date.now()}`, keys = [];
  await open(page);
  await page.route("**/desk/field/sync", (route) => {
    keys.push(/name="key"\r\n\r\n([^\r]+)/.exec(route.request().postDataBuffer().toString("latin1"))?.[1]);
    return keys.length > 1 ? route.continue() : route.fulfill({ status: 422, contentType: "application/json", body: JSON.stringify({ detail: "لا", errors: [] }) });
  });
  await file(house, page, `حفرة ${mark}`);
  const row = page.locator("#app a.row", { hasText: "لم يقبل" });
  await row.first().click();
  await page.waitForSelector("#app [data-report]");
  assert.match(page.url(), /#\/new\//);
  assert.ok((await page.inputValue("#f-new-words")).includes(mark));
  assert.ok(await page.isVisible("#app [data-preview]"), "with its photograph");
  await page.click("#app [data-report] button.tall");
  await sent(page);
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1], "under its own key");
  assert.equal(await (await found(await house.staff(AGENT), mark)).count(), 1);
  assert.deepEqual(page.faults, []);
}

// What was sent does not come back as still to do while the new list does not arrive.
async function outdated(house) {
  const page = await house.staff(AGENT, { ...outdoors, serviceWorkers: "block" });
  let given = 0;
  await page.route("**/desk/field/list", (route) => (given++ ? route.abort() : route.continue()));
  await page.goto("/ar/desk/field");
  await page.waitForSelector("#app a.row[href^='#/case/']");
  const href = await page.locator("#app a.row[href^='#/case/']").last().getAttribute("href");
  await page.click(`#app a.row[href='${href}']`);
  await page.fill("#f-case-words", "لا شيء في عين المكان");
  await Promise.all([page.waitForEvent("requestfailed", (request) => request.url().endsWith("/desk/field/list")), page.click("#app [data-deed] [value=not_found]")]);
  await sent(page);
  await page.click("#bar a[href='#/']");
  await page.waitForSelector("#app [data-filter]");
  assert.equal(await page.locator(`#app a.row[href='${href}']`).count(), 0);
}

export const field = {
  "three reports filed, proved and closed without a network are three, once each": three,
  "the work of one agent is never sent as another's": handedOver,
  "who signs out is told what waits, and the page stays": leaving,
  "a report that was begun is found again": begun,
  "a report that was not accepted is corrected and sent again": corrected,
  "what was sent is not to be done again": outdated,
  "the list without scripts": plain,
};
