// The portal from end to end, on a phone in Arabic: signed in through an independent provider, a document of the folder lent with consent, paid at the
// practice bank, a visit booked, its reminder, checked in, called; one page shows it all and who looked. With scripts, and without.
// It moves the clock of the demonstration on, so it comes after the tests that do not expect that.
import assert from "node:assert/strict";
import { introduce, provider } from "../lib/identity.mjs";
import { PDF, fill, find, next, pick, study } from "./permit.mjs";
import { clean, pays, until } from "./payments.mjs";
import { LANGS } from "../lib/house.mjs";

const SMALL = { width: 360, height: 740 };
const HOUR_MS = 3_600_000;
const some = (digits) => String(Math.floor(Math.random() * 10 ** digits)).padStart(digits, "0");
const person = (id, scripts) => ({ id: `${id}-${some(8)}`, name: scripts ? "ياسين الطاهري" : "لبنى الشاوي", card: `PZ${some(6)}`, phone: `+2126${some(8)}`, scripts });
const people = [person("yassine", true), person("loubna", false)];

async function phone(house, one) {
  return house.visitor({ viewport: SMALL, javaScriptEnabled: one.scripts, storageState: one.state });
}

async function shot(house, page, one, name) {
  if (house.screens) await page.screenshot({ path: `${house.screens}/portal-${name}${one.scripts ? "" : "-plain"}.png`, fullPage: true });
}

async function signIn(house, one) {
  await introduce({ id: one.id, name: one.name, national_number: one.card, phone_number: one.phone, phone_number_verified: true });
  const page = await phone(house, one);
  await page.goto("/ar/account/sign-in");
  await shot(house, page, one, "sign-in");
  await page.locator("form[action*='/sign-in/with/'] button").first().click();
  await page.waitForURL(/127\.0\.0\.1:9400\/interaction/);
  await page.fill("[name=login]", one.id);
  await page.click("button[value=yes]");
  await page.waitForURL(/\/ar\/my$/);
  assert.ok((await page.textContent("main")).includes(one.name));
  await shot(house, page, one, "first-page");
  one.state = await page.context().storageState();
  return page;
}

async function keep(house, page, one) {
  await page.locator("main a[href$='/my/documents']").first().click();
  await page.waitForURL(/\/my\/documents$/);
  await page.locator("main a[href$='/my/documents/new']").first().click();
  await page.setInputFiles("[name=file]", { name: "lease.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.selectOption("[name=kind]", "lease");
  await page.fill("[name=title]", "عقد كراء دار تابريكت");
  await shot(house, page, one, "keep");
  await next(page);
  await page.waitForURL(/\/my\/documents(\/[0-9a-f-]{36})?$/);
  assert.match(await page.textContent("main"), /عقد كراء دار تابريكت/);
}

async function request(house, page, one) {
  await find(page);
  await fill(page, one.scripts);
  await page.locator("a[href*='/take/lease'], a[href*='take=lease'], a[href*='/lease/take']").first().click();
  await page.waitForSelector("[name=consent]");
  await shot(house, page, one, "lend");
  await page.locator("[name=document]").first().check();
  await page.check("[name=consent]");
  await next(page);
  await page.waitForURL(/\/pieces/);
  assert.match(await page.textContent("main"), /مأخوذة من الملف الرقمي|من ملفي الرقمي|الملف الرقمي/);
  await page.setInputFiles("[name=piece-consent]", { name: "consent.pdf", mimeType: "application/pdf", buffer: PDF });
  if (one.scripts) await page.waitForFunction(() => document.body.textContent.includes("consent.pdf"), null, { timeout: 30_000 });
  await next(page);
  await page.waitForURL(/\/contact$/);
  await pick(page, "contact_how", "none");
  await next(page);
  await page.waitForURL(/\/check$/);
  await next(page);
  await page.waitForURL(/\/receipt\?k=/);
  one.code = (await page.textContent("main")).match(/SAL-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/)[0];
}

// The first thing on the page is that it is his turn.
async function pay(house, page, one) {
  await until(page, "/ar/my", "200,00");
  await shot(house, page, one, "to-pay");
  await page.locator("#my-yours ~ ul a[href*='/pay/']").first().click();
  await page.waitForURL(/\/ar\/pay\//);
  const code = page.url().match(/pay\/([A-Z0-9-]+)/)[1];
  await pays(house, page, code, "paid");
  await until(page, `/ar/pay/${code}`, "أدي المبلغ");
}

async function book(house, page, one) {
  await page.goto("/ar/my");
  await page.locator("main a[href$='/appointments']").first().click();
  await page.locator("main a[href*='matter=certified-copy']").first().click();
  await page.locator("main a[href*='site=']:not([href*='site=any'])").first().click();
  await shot(house, page, one, "book-days");
  await page.locator("nav.chips a.chip[href*='day=']").nth(1).click();
  await page.waitForURL(/day=/);
  await page.locator("form[action$='/appointments/hold'] [name=start]").first().check();
  await shot(house, page, one, "book-hours");
  await page.locator("form[action$='/appointments/hold'] button").first().click();
  await page.waitForURL(/\/appointments\/[A-Z0-9-]+\.\w+/);
  await shot(house, page, one, "book-name");
  await page.fill("[name=name]", one.name);
  await page.fill("[name=phone]", one.phone);
  if (await page.locator("[name=cin]").count()) await page.fill("[name=cin]", one.card);
  // Faster than anybody types is taken for a program.
  await page.waitForTimeout(4_000);
  await page.locator("form[action$='/details'] button").last().click();
  await page.waitForLoadState("load");
  await page.fill("[name=code]", await house.sentCode(page, one.phone));
  await page.locator("form[action$='/confirm'] button").click();
  await page.waitForLoadState("load");
  await shot(house, page, one, "booked");
  assert.match(await page.textContent("main"), /مؤكد/);
  one.booking = page.url();
  one.visit = one.booking.match(/appointments\/([A-Z0-9-]+)\./)[1];
  const event = await (await page.request.get(await page.getAttribute("a[download]", "href"))).text();
  one.starts = event.match(/DTSTART[^:]*:(\d{8}T\d{6}Z?)/)[1];
  const where = await page.locator("dl.facts dt:has-text('المقر') + dd").innerText();
  [one.hall] = where.split("\n");
  one.counter = where.match(/الشباك (\S+)/)[1];
}

const moment = (text) => Date.UTC(...[text.slice(0, 4), text.slice(4, 6) - 1, text.slice(6, 8), text.slice(9, 11), text.slice(11, 13)].map(Number));

async function moveOn(house, hours) {
  const admin = await house.staff("admin@demo.test");
  await admin.goto("/ar/demo");
  const form = admin.locator("form[action$='/demo/clock']");
  await form.locator(`[name=hours][value="${hours}"]`).first().click();
  await admin.waitForLoadState("load");
  // A session of staff does not outlive an idle hour.
  house.sessions.clear();
}

// To within the hour before the first visit, by the steps that the page allows.
async function toTheVisit(house, starts) {
  let left = Math.floor((starts - Date.now()) / HOUR_MS);
  for (const step of [24, 6, 1]) {
    for (; left >= step; left -= step) await moveOn(house, step);
  }
}

async function reminded(house, one) {
  const page = await house.visitor();
  for (const limit = Date.now() + 20_000; Date.now() < limit;) {
    const html = await (await page.request.get("/ar/outbox")).text();
    if (html.split("<article").some((message) => message.includes(one.visit) && message.includes("تذكير"))) return;
    await page.waitForTimeout(500);
  }
  assert.fail(`no reminder of ${one.visit}`);
}

async function checkIn(house, page, one) {
  await page.goto("/ar/my");
  await shot(house, page, one, "to-come");
  await page.locator("#my-yours ~ ul a[href*='/appointments/']").first().click();
  await page.locator("form[action*='/queue/arrivals/'] button").click();
  await page.waitForURL(/\/queue\/tickets\//);
  await shot(house, page, one, "ticket");
  one.ticket = page.url();
}

// The clerk opens a counter for the matter and calls until the person is there.
async function call(house, page, one) {
  const clerk = await house.staff("counters@demo.test");
  await clerk.goto("/ar/desk/queue");
  if (await clerk.locator("form[action$='/desk/queue/open']").count()) {
    const hall = clerk.locator("section.card", { has: clerk.locator("form[action$='/desk/queue/open']") }).filter({ hasText: one.hall });
    await hall.locator("form button:not([disabled])", { hasText: new RegExp(`${one.counter}\\s*$`) }).click();
    await clerk.waitForLoadState("load");
  }
  const number = (await page.locator(".ticket bdi.num").first().textContent()).trim();
  for (let turn = 0; turn < 30; turn += 1) {
    await clerk.locator("form[action$='/desk/queue/next'] button").click();
    await clerk.waitForLoadState("load");
    const called = (await clerk.locator(".ticket bdi.num").first().textContent()).trim();
    if (called === number) break;
    await clerk.locator("form[action$='/begin'] button").click();
    await clerk.waitForLoadState("load");
    await clerk.locator("form[action$='/done'] button").last().click();
    await clerk.waitForLoadState("load");
  }
  await page.goto(one.ticket);
  await shot(house, page, one, "called");
  assert.match(await page.textContent("main"), /الشباك/);
  await page.goto("/ar/my");
  assert.match(await page.textContent("section:has(#my-yours)"), new RegExp(number));
  await clerk.locator("form[action$='/begin'] button").click();
  await clerk.waitForLoadState("load");
  await clerk.locator("form[action$='/done'] button").last().click();
  await clerk.waitForLoadState("load");
}

async function showsAll(house, page, one) {
  await page.goto("/ar/my");
  await shot(house, page, one, "all");
  const told = await page.textContent("main");
  for (const words of [one.code, one.visit, "200,00", "عقد كراء دار تابريكت"]) assert.ok(told.includes(words), `${words} is not on the page`);
  await page.goto("/ar/my?kind=looks");
  await shot(house, page, one, "looks");
  assert.ok(await page.locator("section:has(#my-lines) ul.rows li").count(), "nobody looked");
}

export const portal = {
  "signed in by a provider, a document lent with consent, paid, a visit booked; with and without scripts": async (house) => {
    const stop = await provider();
    try {
      for (const one of people) {
        const page = await signIn(house, one);
        await keep(house, page, one);
        await request(house, page, one);
        await study(house, one.code, one.scripts);
        await pay(house, page, one);
        await book(house, page, one);
        one.state = await page.context().storageState();
        assert.deepEqual(page.faults, []);
      }
    } finally {
      stop();
    }
  },

  "reminded, checked in, called, and all of it on one page with who looked": async (house) => {
    await toTheVisit(house, Math.min(...people.map((one) => moment(one.starts))));
    for (const one of people) {
      await reminded(house, one);
      const page = await phone(house, one);
      await checkIn(house, page, one);
      await call(house, page, one);
      await showsAll(house, page, one);
      assert.deepEqual(page.faults, []);
    }
    const reader = await house.visitor({ viewport: SMALL, storageState: people[0].state });
    for (const lang of LANGS) {
      for (const path of ["/my", "/my?kind=visits", "/my/documents", "/my/download"]) await clean(reader, `/${lang}${path}`);
    }
  },
};
