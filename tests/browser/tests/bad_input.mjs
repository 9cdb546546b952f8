// What is wrong is said in the person's language with the right status, and nothing typed is lost.
import assert from "node:assert/strict";
import { upload } from "../lib/picture.mjs";

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>');
const filled = (house, words) => ({ words, photo: false, point: house.point(), publish: false });

// Sends the form as it stands, and gives the answer to the POST.
async function send(page, button = "main form button.btn.full") {
  const sent = page.waitForResponse((response) => response.request().method() === "POST");
  await page.click(button);
  const answer = await sent;
  await page.waitForLoadState();
  return answer;
}

async function refused(page, answer, status, kept) {
  assert.equal(answer.status(), status);
  assert.ok(await page.locator(".summary").isVisible(), "the summary of errors");
  assert.match(await page.locator(".summary li").first().innerText(), /[\u0600-\u06ff]{3}/, "in Arabic");
  assert.equal(await page.inputValue("#f-words"), kept, "what was typed");
}

// The address of a new report in the inbox of the agent whose page this is: what stands first there depends on the tests before.
async function ownReport(house, agent) {
  const words = `حفرة للرد ${Date.now() % 1_000_000}`;
  const { code } = await house.file(await house.visitor(), "pothole", { words, photo: false, publish: false });
  const address = await house.inInbox(agent, { code, words });
  assert.ok(address, "the report is in the inbox");
  return address;
}

export const badInput = {
  async "words that are too long are refused and kept"(house) {
    const page = await house.visitor();
    await page.goto("/ar/report/pothole");
    const words = "حفرة كبيرة ".repeat(200).trim();
    await page.locator("#f-words").evaluate((area) => area.removeAttribute("maxlength"));
    await house.fillReport(page, filled(house, words));
    await refused(page, await send(page), 422, words);
  },

  async "a drawing that calls itself a photo is refused, and the words stay"(house) {
    const page = await house.visitor({ javaScriptEnabled: false });
    await page.goto("/ar/report/pothole");
    await house.fillReport(page, filled(house, "حفرة أمام الباب"));
    await page.setInputFiles("#f-photo", upload(SVG, "photo.jpg"));
    await refused(page, await send(page), 415, "حفرة أمام الباب");
  },

  async "a point in the sea is offered again, not stored"(house) {
    const page = await house.visitor();
    await page.goto("/ar/report/pothole");
    await house.fillReport(page, { ...filled(house, "حفرة في البحر"), point: { lat: "34.100000", lon: "-7.200000" } });
    const answer = await send(page);
    assert.ok(answer.status() < 500, `the status is ${answer.status()}`);
    assert.equal(await page.locator(".receipt").count(), 0, "no receipt");
    assert.match(await page.locator("main").innerText(), /[\u0600-\u06ff]{3}/);
    assert.equal(await page.locator("input[name=words], #f-words").first().inputValue(), "حفرة في البحر", "what was typed");
  },

  async "a form pressed twice gives one case"(house) {
    const page = await house.visitor();
    const words = `حفرة مكررة ${Date.now() % 1_000_000}`;
    await page.goto("/ar/report/pothole");
    await house.fillReport(page, filled(house, words));
    await page.dblclick("main form button.btn.full");
    const { code } = await house.receipt(page);
    const agent = await house.staff("tabriquet@demo.test");
    assert.ok(await house.inInbox(agent, { code, words }), "the case is there");
    assert.equal(await agent.locator("ul.inbox a.row").count(), 1, "once");
  },

  async "the same form sent again gives the same receipt"(house) {
    const page = await house.visitor({ javaScriptEnabled: false });
    await page.goto("/ar/report/pothole");
    await house.fillReport(page, filled(house, `حفرة مرتين ${Date.now() % 1_000_000}`));
    const typed = await page.locator("main form[enctype]").evaluate((form) => [...new FormData(form)].filter(([, value]) => typeof value === "string"));
    const multipart = { ...Object.fromEntries(typed), x_different: "yes" };
    const post = () => page.request.post("/ar/report/pothole", { multipart, headers: { origin: house.url } });
    const [first, second] = [await post(), await post()];
    assert.equal(first.status(), 200);
    assert.match(first.url(), /\/report\/receipt\//);
    assert.equal(second.url(), first.url());
  },

  async "a note sent after the session ended comes back with its words"(house) {
    const page = await house.staff("tabriquet@demo.test");
    await page.goto(await ownReport(house, page));
    const words = `ملاحظة داخلية ${Date.now() % 1_000_000}`;
    await page.fill("#f-note", words);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    const answer = await send(page, "form[action$='/note'] button.btn");
    assert.equal(answer.status(), 401);
    assert.equal(await page.locator("input[name=words]").inputValue(), words, "the words wait in the page");
    await page.context().addCookies(cookies);
    await page.click("main form button.btn");
    await page.waitForURL(/\/desk\//);
    assert.ok((await page.locator("main").innerText()).includes(words), "the note is on the file");
  },

  async "an answer with a photo after the session ended comes back with its words, which are on the device too"(house) {
    const page = await house.staff("tabriquet@demo.test");
    await page.goto(await ownReport(house, page));
    await page.waitForSelector("#answer input[type=file]", { state: "attached" });
    await page.locator("#answer input[name=action]").first().check();
    const address = page.url(), words = "نعتذر عن التأخير، الفريق في الطريق.";
    await page.fill("#answer textarea[name=words]", words);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.setInputFiles("#answer input[type=file]", upload((await house.photos()).mended));
    const answer = await send(page, "#answer form[enctype] button.btn");
    assert.equal(answer.status(), 401);
    assert.equal(await page.locator("input[name=words]").inputValue(), words, "the words wait in the page");
    await page.context().addCookies(cookies);
    await page.goto(address);
    assert.equal(await page.inputValue("#answer textarea[name=words]"), words, "what was typed");
  },

  async "an unknown page and an unknown case say so"(house) {
    const page = await house.visitor();
    assert.equal((await page.goto("/ar/nothing-here")).status(), 404);
    assert.match(await page.locator("h1").innerText(), /[\u0600-\u06ff]{3}/);
    await page.goto("/ar/cases");
    await page.fill("#f-code", "SAL-0000-0000-0");
    const answer = await send(page, "main form button.btn");
    assert.ok([404, 422].includes(answer.status()), `the status is ${answer.status()}`);
    assert.ok(await page.locator(".summary").isVisible());
  },
};
