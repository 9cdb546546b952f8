// The forum's first example: the number of a lamp is enough.
import assert from "node:assert/strict";

export const lamp = {
  async "a report by the number of a lamp shows its place to who repairs it"(house) {
    const page = await house.visitor();
    const [number, place] = await house.lamp();
    await page.goto("/ar/report/number");
    await page.fill("#f-number", number);
    await page.click("main form button.btn");
    await page.click("main a.tile[href*='/ar/report/street-lamp-out']");
    assert.equal(await page.inputValue("#f-asset_number"), number);
    const words = `المصباح مطفأ منذ أسبوع ${Date.now() % 1_000_000}`;
    await house.fillReport(page, { words, photo: false, publish: true });
    await page.click("main form button.btn.full");
    const { code } = await house.receipt(page);
    const agent = await house.staff("lighting@demo.test");
    const desk = await house.inInbox(agent, { code, words });
    assert.ok(desk, "it is in the inbox of lighting");
    await agent.goto(desk);
    const shown = await agent.locator("main").innerText();
    assert.ok(shown.includes(number), "the number");
    assert.ok(shown.includes(place.lat.toFixed(6).slice(0, 6)), `the point of the lamp: ${place.lat}`);
  },

  async "an unknown number is answered with the nearest ones"(house) {
    const page = await house.visitor();
    const [number] = await house.lamp();
    await page.goto(`/ar/report/number?number=${encodeURIComponent(`${number}9`)}`);
    assert.ok(await page.locator("main .notice").count(), "it says so");
    assert.ok(await page.locator("main .rows a").count(), "and offers others");
  },
};
