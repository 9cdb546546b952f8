// What scripts improve: a shrunk photo keeps its place, a question opens at once, what was sent is no draft.
import assert from "node:assert/strict";
import { large, located, upload } from "../lib/picture.mjs";

const HOLE = { lat: 34.0521, lon: -6.7934 };

export const scripts = {
  async "a photo shrunk on the phone still offers the place it was taken at"(house) {
    const page = await house.visitor();
    await page.goto("/ar/report/pothole");
    await page.fill("#f-words", `حفرة في الطريق ${Date.now()}`);
    const photo = located(await large(house.browser), HOLE.lat, HOLE.lon);
    await page.setInputFiles("#f-photo", upload(photo));
    await page.waitForFunction((before) => document.querySelector("#f-photo").files[0]?.size < before, photo.length);
    await page.waitForSelector(".thumbs.chosen img");
    assert.equal(await page.locator("label[data-choose][for=f-photo]").isVisible(), true, "a button in the page's language");
    await page.click("main form button.btn.full");
    await page.waitForSelector("[name=x_photo_place]");
    assert.match(await page.locator("main").innerText(), /تابريكت/, "the arrondissement of the photo");
    assert.deepEqual(page.faults, []);
  },

  async "an answer opens its question without sending the form"(house) {
    const page = await house.visitor();
    await page.goto("/fr/report/street-lamp-out");
    const before = await page.locator("#f-details [name]").evaluateAll((all) => new Set(all.map((field) => field.name)).size);
    await page.locator("#f-details input[name=how-many][value=several]").check();
    await page.waitForFunction((count) => new Set([...document.querySelectorAll("#f-details [name]")].map((field) => field.name)).size > count, before);
    assert.ok(await page.locator("#f-details input[name=how-many][value=several]").isChecked(), "the answer stays");
    assert.deepEqual(page.faults, []);
  },

  async "what was sent does not come back as a draft, and a hole in an answer is refused"(house) {
    const visitor = await house.visitor();
    const words = `حفرة للتجربة ${Date.now() % 1_000_000}`;
    const report = { words, ...await house.file(visitor, "pothole", { words }) };
    const agent = await house.staff("tabriquet@demo.test");
    const desk = await house.inInbox(agent, report);
    await agent.goto(desk);
    await agent.locator("#answer input[name=action][value=take]").check();
    await agent.click("#answer form[enctype] button.btn:not(.plain)");
    await agent.waitForSelector("[data-said=forest]");
    await agent.locator("#answer input[name=action][value=ask]").check();
    await agent.fill("#answer textarea[name=words]", "أجيبوا قبل {reason}");
    await agent.click("#answer form[enctype] button.btn:not(.plain)");
    assert.match(await agent.locator(".summary").innerText(), /\{reason\}/, "the hole is named");
    assert.match(await agent.locator("#answer textarea[name=words]").inputValue(), /أجيبوا/, "what was written stays");
    await agent.locator("#answer input[name=action][value=ask]").check();
    await agent.fill("#answer textarea[name=words]", "أين توجد الحفرة بالضبط؟");
    await agent.click("#answer form[enctype] button.btn:not(.plain)");
    await agent.waitForSelector("[data-said=forest]");
    assert.equal(await agent.locator("#answer textarea[name=words]").inputValue(), "", "nothing is left of what was sent");
    await agent.goto(desk);
    assert.equal(await agent.locator("#answer textarea[name=words]").inputValue(), "");
    assert.deepEqual(agent.faults, []);
  },

  async "a task is asked of a colleague and done"(house) {
    const visitor = await house.visitor();
    const words = `حفرة أخرى ${Date.now() % 1_000_000}`;
    const report = { words, ...await house.file(visitor, "pothole", { words }) };
    const agent = await house.staff("tabriquet@demo.test");
    await agent.goto(await house.inInbox(agent, report));
    await agent.click("#tasks details > summary");
    await agent.fill("#tasks textarea[name=task]", "قياس الحفرة");
    await agent.selectOption("#tasks select[name=task_for]", { index: 1 });
    await agent.click("#tasks details form button.btn");
    assert.match(await agent.locator("#tasks").innerText(), /قياس الحفرة/);
    await agent.locator("#tasks button[value=done]").click();
    assert.equal(await agent.locator("#tasks button[value=done]").count(), 0, "nothing left to do");
    assert.deepEqual(agent.faults, []);
  },
};
