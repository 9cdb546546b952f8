// The hot line: from the number to the sentence in one act, with the keyboard alone, and fast; then a report by telephone.
import assert from "node:assert/strict";

const caller = `06${String(Date.now()).slice(-8)}`;
const call = {};

async function asks(page, question) {
  await page.goto("/ar/desk/hotline");
  await page.keyboard.type(question);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#answers");
}

export const hotline = {
  async "a report is filed for a caller with the keyboard alone and its code is read out"(house) {
    const page = await house.staff("counter@demo.test");
    await asks(page, caller);
    assert.match(await page.locator("#answers h2").innerText(), /لا ملف/);
    await page.locator("#sift").focus();
    await page.keyboard.type("حفرة");
    const tile = page.locator("[data-sifted] > li:not([hidden]) button").first();
    await tile.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#f-x_consent");
    assert.equal(await page.locator("[data-picker], #f-photo, #f-voice").count(), 0, "no map, photo or recorder on the telephone");
    assert.match(await page.inputValue("#f-contact_phone"), new RegExp(caller.slice(1)));
    await page.fill("#f-words", "حفرة كبيرة قرب السوق");
    await page.selectOption("#f-quarter", { index: 1 });
    for (const group of await page.locator("fieldset:has(input[type=radio]:required)").all()) await group.locator("input").first().check();
    await page.check("#f-x_consent");
    await page.click("main form button.btn.full");
    if (await page.locator("form:has([name=x_different])").count()) await page.click("form:has([name=x_different]) button");
    await page.waitForSelector("#read-out");
    Object.assign(call, await house.receipt(page));
    const spelled = (await page.locator("#read-out .date").first().innerText()).replace(/[\s–]/g, "");
    assert.equal(spelled, call.code.replaceAll("-", ""));
  },

  async "from the number to the sentence are two acts and less than ten seconds"(house) {
    const page = await house.staff("counter@demo.test");
    await page.goto("/ar/desk/hotline");
    const began = Date.now();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "f-q", "the field waits for the number");
    await page.keyboard.type(caller);
    await page.keyboard.press("Enter");
    const sentence = page.locator("[data-read-out]").first();
    await sentence.waitFor();
    assert.ok(Date.now() - began < 10_000);
    assert.ok((await sentence.innerText()).includes("مسجل"));
    assert.ok(!(await page.locator("main").innerText()).includes("قرب السوق"), "no words of the file by a number alone");
  },

  async "the answer comes within a tenth of a second"(house) {
    const page = await house.staff("counter@demo.test");
    await page.goto("/ar/desk/hotline");
    const times = [];
    for (let time = 0; time < 40; time += 1) {
      const began = performance.now();
      const answer = await page.request.post("/ar/desk/hotline", { form: { q: time % 2 ? caller : call.code } });
      times.push(performance.now() - began);
      assert.equal(answer.status(), 200);
    }
    times.sort((a, b) => a - b);
    const p95 = times[Math.ceil(times.length * 0.95) - 1];
    console.log(`        p95 of the search: ${p95.toFixed(0)} ms`);
    // A debug build on a busy machine is many times slower than the program that is installed.
    assert.ok(p95 < (/release/.test(process.env.JAMAA ?? "") ? 100 : 1_500), `${p95} ms`);
  },

  async "the caller reads the state of it by SMS"(house) {
    const page = await house.visitor();
    await page.goto("/ar/sms");
    await page.fill("#f-from", caller);
    await page.fill("#f-text", call.code.toLowerCase().replaceAll("-", " "));
    await page.click("main form button.btn");
    await page.waitForSelector("#talk");
    for (const until = Date.now() + 10_000; Date.now() < until;) {
      if ((await page.locator("#talk").innerText()).includes(`${call.code}: مسجل`)) return;
      await page.waitForTimeout(300);
      await page.reload();
    }
    assert.fail(await page.locator("#talk").innerText());
  },
};
