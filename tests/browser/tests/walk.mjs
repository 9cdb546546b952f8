// One report from a phone in Arabic to the open dataset.
import assert from "node:assert/strict";
import { upload } from "../lib/picture.mjs";

const ANSWER = "تم ردم الحفرة وإعادة تزفيت المكان، والطريق مفتوحة. شكرا على تبليغكم.";
const report = {};

export const walk = {
  async "a report with a photo is filed from a phone in Arabic"(house) {
    const page = await house.visitor();
    await page.goto("/");
    assert.match(new URL(page.url()).pathname, /^\/ar\b/, "the browser's language");
    await page.click("main a[href$='/ar/report']");
    await page.click("main a.tile[href*='/ar/report/pothole']");
    report.words = `حفرة كبيرة وسط الطريق قرب المدرسة رقم ${Date.now() % 1_000_000}`;
    await house.fillReport(page, { words: report.words, photo: true, point: house.point(), publish: true });
    await page.waitForSelector(".thumbs.chosen img");
    await page.click("main form button.btn.full");
    Object.assign(report, await house.receipt(page));
    assert.deepEqual(page.faults, []);
    const shown = await page.locator("main").innerText();
    assert.ok(shown.includes("تابريكت"), "the receipt names the service of Tabriquet");
  },

  async "the agent of its arrondissement sees it, and no other's does"(house) {
    const agent = await house.staff("tabriquet@demo.test");
    report.desk = await house.inInbox(agent, report);
    assert.ok(report.desk, "the report is in the inbox of Tabriquet");
    const other = await house.staff("bettana@demo.test");
    assert.equal(await house.inInbox(other, report), null, "the inbox of Bettana");
    assert.equal(await house.inInbox(other, report, { view: "all" }), null, "all that Bettana sees");
    const direct = await other.goto(report.desk);
    assert.equal(direct.status(), 404, "the direct address");
    assert.ok(!(await other.content()).includes(report.words), "no word of it");
  },

  async "it is answered with a photo as proof"(house) {
    const agent = await house.staff("tabriquet@demo.test");
    await agent.goto(report.desk);
    assert.ok((await agent.locator("main").innerText()).includes(report.words), "the author's words");
    assert.equal(await agent.locator("main .thumbs img").count(), 1, "the author's photo");
    await agent.locator("#answer input[name=action][value=answer]").check();
    await agent.fill("#answer textarea[name=words]", ANSWER);
    await agent.selectOption("#answer select[name=outcome]", "done");
    await agent.setInputFiles("#answer input[type=file]", upload((await house.photos()).mended, "proof.jpg"));
    await agent.click("#answer form[enctype] button.btn");
    await agent.waitForSelector("#answer", { state: "detached" });
    assert.equal(new URL(agent.url()).pathname, report.desk, "back on the file");
    assert.ok((await agent.locator("main").innerText()).includes(ANSWER), "the answer is on the file");
    assert.deepEqual(agent.faults, []);
  },

  async "its author opens it by PIN, reads the answer and rates it"(house) {
    const page = await house.visitor();
    await page.goto("/ar/cases");
    await page.fill("#f-code", report.code.toLowerCase());
    await page.fill("#f-pin", report.pin);
    await page.click("main form button.btn");
    await page.waitForURL(/\/ar\/cases\/.+\?k=/);
    const shown = await page.locator("main").innerText();
    assert.ok(shown.includes(ANSWER), "the answer");
    assert.ok(shown.includes(report.words), "the author's own words");
    await page.locator("#rate input[name=solved][value=yes]").check();
    await page.locator("#rate input[name=satisfaction][value='5']").check({ force: true });
    await page.click("#rate button.btn");
    await page.waitForSelector("#rate", { state: "detached" });
    assert.deepEqual(page.faults, []);
  },

  async "without the PIN its words stay closed"(house) {
    const page = await house.visitor();
    await page.goto(`/ar/cases/${report.code}`);
    const shown = await page.locator("main").innerText();
    assert.ok(!shown.includes(report.words), "no word of the author");
    assert.ok(await page.locator("#f-pin").isVisible(), "the PIN is asked");
  },

  async "the moderator publishes it, and everybody can read it"(house) {
    const page = await house.staff("moderator@demo.test");
    await page.goto("/ar/desk/moderation");
    const card = page.locator("main form.card", { hasText: report.code });
    for (let more = page.locator("a[rel=next]"); await card.count() === 0 && await more.count();) await more.click();
    await card.locator("button[value=publish]").click();
    await page.waitForSelector(".told, .notice");
    const visitor = await house.visitor();
    const answer = await visitor.goto(`/ar/reports/${report.code}`);
    assert.equal(answer.status(), 200, "the public page");
    assert.ok((await visitor.locator("main").innerText()).includes(report.words), "its words");
  },

  async "it is in the open dataset, with its answer and its mark"(house) {
    const page = await house.visitor();
    const answer = await page.request.get("/data/reports.csv");
    assert.equal(answer.status(), 200);
    const [head, ...lines] = (await answer.text()).replace(/^\ufeff/, "").trim().split(/\r?\n/);
    const row = lines.find((line) => line.includes(report.code));
    assert.ok(row, "a row of the dataset");
    const value = Object.fromEntries(head.split(",").map((name, at) => [name, row.split(",")[at]]));
    assert.equal(value.arrondissement, "04.441.01.09");
    assert.equal(value.outcome, "done");
    assert.equal(value.rating, "5");
    assert.ok(!row.includes(report.words), "no words in open data");
  },
};
