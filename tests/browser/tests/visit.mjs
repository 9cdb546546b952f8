// A visit on a telephone without a network: filled, photographed, reloaded, sent by itself once the network is back, and only once.
import assert from "node:assert/strict";

const PHONE = { width: 360, height: 740 };
const ID = /\/desk\/([0-9a-f-]{36})/;

async function someFile(agent) {
  // What the demonstration holds open depends on the day; a visit may be of a file that went on, too.
  for (const view of ["open", "waiting", "all"]) {
    await agent.goto(`/ar/desk?view=${view}`);
    const links = await agent.locator("main a[href*='/desk/']").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    // Reports stand in the same inbox; a visit is of a request.
    for (const id of new Set(links.map((link) => ID.exec(link)?.[1]).filter(Boolean))) {
      if ((await agent.request.get(`/ar/desk/${id}/visit`)).ok()) return id;
    }
  }
  return assert.fail("the desk holds a file that may be visited");
}

async function fill(agent, words) {
  await agent.check("[name='point.access'][value=no]");
  await agent.check("[name='point.safety'][value=yes]");
  await agent.selectOption("[name=finding]", "reserved");
  await agent.fill("main [name=words]", words);
}

async function offline(house) {
  const agent = await house.staff("permits@demo.test", { viewport: PHONE });
  const file = await someFile(agent);
  const page = `/ar/desk/${file}/visit`;
  await agent.goto(page);
  await agent.waitForSelector("html[data-offline=ready]", { state: "attached" });
  const key = await agent.inputValue("[name=key]");
  await agent.context().setOffline(true);
  const words = `الممر ضيق ${Date.now()}`;
  await fill(agent, words);
  const { hole: photo } = await house.photos();
  await agent.setInputFiles("[name='photo.0']", { name: "photo.jpg", mimeType: "image/jpeg", buffer: photo });
  await agent.waitForFunction(() => document.getElementById("visit-status").textContent !== "");
  await agent.waitForTimeout(600);
  // The telephone forgot the page: it opens again without a network, with everything in it.
  await agent.goto(page);
  await agent.waitForFunction(() => document.querySelector("main [name=words]").value !== "");
  assert.equal(await agent.inputValue("[name=key]"), key);
  assert.equal(await agent.locator("[name='photo.0']").evaluate((input) => input.files.length), 1);
  assert.match(await agent.locator(".photo", { has: agent.locator("[name='photo.0']") }).textContent(), /صورة محفوظة في هذا الجهاز: photo\.jpg/);
  await agent.locator("form[data-visit] button.btn").last().click();
  await agent.waitForFunction(() => document.getElementById("visit-status").textContent === document.getElementById("visit-status").dataset.waiting);
  await agent.context().setOffline(false);
  await agent.waitForURL(new RegExp(`/desk/${file}$`));
  const visits = agent.locator("#permits .quote", { hasText: words });
  assert.equal(await visits.count(), 1);
  const shown = agent.locator("#permits img").first();
  const picture = await agent.request.get(await shown.getAttribute("src"));
  assert.equal(picture.headers()["content-type"], "image/jpeg");
  // The same visit again, as a line that broke after the answer would send it.
  const form = { key, finding: "reserved", words, csrf: "" };
  const again = await agent.request.post(`/ar/desk/${file}/visits`, { multipart: form, headers: { origin: house.url } });
  assert.ok(again.ok(), String(again.status()));
  await agent.reload();
  assert.equal(await visits.count(), 1);
  assert.deepEqual(agent.faults, []);
}

async function plain(house) {
  const agent = await house.staff("permits@demo.test", { viewport: PHONE, javaScriptEnabled: false });
  const file = await someFile(agent), words = `بلا برامج ${Date.now()}`;
  await agent.goto(`/ar/desk/${file}/visit`);
  await fill(agent, words);
  await agent.locator("form[data-visit] button.btn").last().click();
  await agent.waitForURL(new RegExp(`/desk/${file}$`));
  assert.equal(await agent.locator("#permits .quote", { hasText: words }).count(), 1);
}

export const visit = {
  "a visit filled without a network is sent once when the network is back": offline,
  "a visit without scripts": plain,
};
