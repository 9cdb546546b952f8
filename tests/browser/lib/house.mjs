// What every test uses: visitors with a screen, members of staff who signed in once, and what they send.
import assert from "node:assert/strict";
import { draw, upload } from "./picture.mjs";

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1360, height: 900 };
export const LANGS = ["ar", "fr", "zgh", "en"];
// A point of Tabriquet, and what a degree may be moved by so that two runs do not report the same hole.
const TABRIQUET = { lat: 34.0517, lon: -6.7916 };

export class House {
  constructor(browser, url, screens) {
    Object.assign(this, { browser, url, screens, sessions: new Map(), contexts: [] });
  }

  // A browser window: { viewport, javaScriptEnabled, colorScheme, storageState… }. It is closed after the test.
  async visitor(options = {}) {
    const usual = { viewport: PHONE, locale: "ar-MA", baseURL: this.url, timezoneId: "Africa/Casablanca" };
    const context = await this.browser.newContext({ ...usual, ...options });
    context.setDefaultTimeout(15_000);
    this.contexts.push(context);
    const page = await context.newPage();
    page.faults = [];
    page.on("pageerror", (fault) => page.faults.push(`${page.url()}: ${fault.message}`));
    return page;
  }

  photos() {
    return this.drawn ??= draw(this.browser);
  }

  async leave() {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  // A second factor is good once: each account signs in once per run.
  async staff(email, options = {}) {
    if (!this.sessions.has(email)) this.sessions.set(email, await this.signIn(email));
    return this.visitor({ viewport: DESK, ...options, storageState: this.sessions.get(email) });
  }

  async signIn(email) {
    const page = await this.visitor({ viewport: DESK });
    const { password, codes } = await this.demo(page);
    await page.goto("/ar/staff/sign-in");
    await page.fill("#f-email", email);
    await page.fill("#f-password", password);
    await page.click("main form button.btn");
    await page.waitForURL(/\/staff\/code/);
    let code = codes[email];
    for (;;) {
      await page.fill("#f-code", code);
      await page.click("main form button.btn");
      await page.waitForURL(/\/(desk|staff|admin|writer)/);
      if (!/\/staff\/(code|sign-in)/.test(page.url())) return page.context().storageState();
      assert.match(page.url(), /\/staff\/code/, `${email} could not sign in`);
      // Somebody used this code a moment ago: the next one comes within half a minute.
      code = await this.nextCode(email, code);
    }
  }

  // Somebody new, who confirms an address with the code that the outbox of the demonstration shows.
  async citizen() {
    const page = await this.visitor();
    const email = `citizen-${Date.now()}@example.test`;
    await page.goto("/ar/account/sign-in");
    await page.fill("#f-contact", email);
    await page.click("main form button.btn.full");
    await page.waitForURL(/\/account\/code/);
    await page.fill("#f-code", await this.sentCode(page, email));
    await page.click("main form button.btn");
    await page.waitForURL(/\/my$/);
    return page.context().storageState();
  }

  async sentCode(page, email) {
    for (const until = Date.now() + 20_000; Date.now() < until;) {
      const html = await (await page.request.get("/ar/outbox")).text();
      const message = html.split("<article").find((part) => part.includes(email));
      const code = message?.replace(/<[^>]*>/g, " ").match(/(?<![\d-])\d{6}(?!\d)/);
      if (code) return code[0];
      await new Promise((done) => setTimeout(done, 300));
    }
    throw new Error(`no code for ${email} in the outbox`);
  }

  async demo(page) {
    const answer = await page.request.get("/ar/demo");
    assert.equal(answer.status(), 200, "the demonstration's page");
    const html = await answer.text();
    const words = html.replace(/<[^>]*>/g, " ");
    const codes = [...words.matchAll(/([\w.-]+@demo\.test)\D+(\d{6})\b/g)].map(([, email, code]) => [email, code]);
    return { password: words.match(/[A-Z]\w+-\d{4}-demo/)[0], codes: Object.fromEntries(codes) };
  }

  async nextCode(email, used) {
    const page = await this.visitor();
    const until = Date.now() + 40_000;
    while (Date.now() < until) {
      const code = (await this.demo(page)).codes[email];
      if (code !== used) return code;
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`the code of ${email} does not change`);
  }

  // A lamp of the demonstration: its number, and where it stands.
  async lamp() {
    const page = await this.visitor();
    const number = `SL-${1001 + 7 * Math.floor(Math.random() * 200)}`;
    const answer = await page.request.get(`/assets/lookup.json?kind=lamp&number=${number}`);
    assert.equal(answer.status(), 200, `the lamp ${number}`);
    const { lat, lon } = await answer.json();
    return [number, { lat, lon }];
  }

  point() {
    const near = (degree) => (degree + (Math.random() - 0.5) * 0.008).toFixed(6);
    return { lat: near(TABRIQUET.lat), lon: near(TABRIQUET.lon) };
  }

  // Fills and sends the form of a category; a similar report nearby is said to be another one.
  async file(page, category, { words, photo = true, point = this.point(), number = "", publish = true, lang = "ar" } = {}) {
    await page.goto(`/${lang}/report/${category}`);
    await this.fillReport(page, { words, photo, point, number, publish });
    await page.click("main form button.btn.full");
    return this.receipt(page);
  }

  async fillReport(page, { words, photo, point, number, publish }) {
    if (photo) await page.setInputFiles("#f-photo", upload((await this.photos()).hole));
    if (words) await page.fill("#f-words", words);
    if (number) await page.fill("#f-asset_number", number);
    if (point) {
      await page.click("details.by-hand > summary");
      await page.fill("#f-lat", point.lat);
      await page.fill("#f-lon", point.lon);
    }
    const groups = await page.locator("fieldset:has(input[type=radio]:required)").all();
    for (const group of groups) await group.locator("input").first().check();
    await page.locator("#f-publish").setChecked(publish);
    const missing = await page.locator("main :invalid:not(form, fieldset)").evaluateAll((all) => all.map((field) => field.name));
    assert.deepEqual(missing, [], "fields that are not filled");
  }

  async receipt(page) {
    await page.waitForSelector(".receipt, button[name=x_different], form:has([name=x_different]), .summary");
    if (await page.locator(".receipt").count() === 0) {
      assert.equal(await page.locator(".summary").count(), 0, `refused: ${await page.locator(".summary").allInnerTexts()}`);
      await page.click("form:has([name=x_different]) button");
      await page.waitForSelector(".receipt");
    }
    const code = (await page.locator(".receipt .big .code").innerText()).trim();
    const pin = (await page.locator(".receipt .pin .code").innerText()).trim();
    assert.match(code, /^[A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z*~$=]$/, "the public code");
    assert.match(pin, /^\d{4,8}$/, "the PIN");
    return { code, pin };
  }

  // The address of a case in the inbox of this page's person, found by its words; null when it is not there.
  async inInbox(page, { code, words }, { view = "new", lang = "ar" } = {}) {
    await page.goto(`/${lang}/desk?view=${view}&words=${encodeURIComponent(words)}`);
    const row = page.locator("ul.inbox a.row", { hasText: code });
    return (await row.count()) ? new URL(await row.first().getAttribute("href"), this.url).pathname : null;
  }
}
