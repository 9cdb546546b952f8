// A repair permit from end to end, on a phone in Arabic: found by a misspelling, filed page by page, studied, judged by the commission, paid, signed,
// fetched and verified. The same without scripts.
import assert from "node:assert/strict";

export const PDF = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const PIN = "2026";

export async function next(page) {
  await Promise.all([page.waitForLoadState("load"), page.locator("main form button.btn:not(.second):not(.small)").last().click()]);
}

export async function find(page) {
  await page.goto("/ar/procedures");
  await page.fill("main input[name=q]", "رخسة الاصلاح");
  await page.press("main input[name=q]", "Enter");
  await page.waitForURL(/q=/);
  await page.locator("main a[href*='/procedures/repair-permit']").first().click();
  await page.waitForURL(/procedures\/repair-permit$/);
  await page.locator("main a[href$='/start']").first().click();
  await page.waitForURL(/\/start$/);
  await page.locator("main form[action$='/start'] button").click();
  await page.waitForURL(/\/drafts\//);
}

export async function pick(page, name, value) {
  await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

export async function fill(page, scripts) {
  await pick(page, "nature", "front");
  await page.fill("[name=description]", "صباغة الواجهة وإصلاح الشقوق");
  await page.fill("[name=starts]", "1/12/2027");
  await pick(page, "scaffold", "no");
  await pick(page, "owner", "tenant");
  await next(page);
  await page.waitForURL(/\/where$/);
  await page.selectOption("[name=quarter]", "tabriquet");
  await page.fill("[name=place_words]", "زنقة وادي الذهب، رقم 12");
  await next(page);
  await page.waitForURL(/\/applicant$/);
  await pick(page, "as", "person");
  if (!scripts) { await next(page); }
  await page.fill("[name='applicant.name']", "ليلى بنعيسى");
  await page.fill("[name='applicant.card']", "AB123456");
  await next(page);
  await page.waitForURL(/\/pieces$/);
}

async function pieces(page, scripts) {
  if (scripts) {
    // The line breaks once in the middle: the upload goes on by itself.
    let cut = false;
    await page.route(/\/uploads\/[^/]+$/, (route) => {
      if (!cut && route.request().method() === "POST") { cut = true; return route.abort("connectionreset"); }
      return route.continue();
    });
    for (const piece of ["lease", "consent"]) {
      await page.setInputFiles(`[name="piece-${piece}"]`, { name: `${piece}.pdf`, mimeType: "application/pdf", buffer: PDF });
      await page.waitForFunction((name) => document.body.textContent.includes(`${name}.pdf`), piece, { timeout: 30_000 });
    }
    assert.ok(cut, "no upload was cut");
    await page.unroute(/\/uploads\/[^/]+$/);
  } else {
    for (const piece of ["lease", "consent"]) {
      await page.setInputFiles(`[name="piece-${piece}"]`, { name: `${piece}.pdf`, mimeType: "application/pdf", buffer: PDF });
    }
  }
  await next(page);
  await page.waitForURL(/\/contact$/);
}

async function file(page, scripts) {
  await find(page);
  await fill(page, scripts);
  await pieces(page, scripts);
  await pick(page, "contact_how", "none");
  await next(page);
  await page.waitForURL(/\/check$/);
  assert.match(await page.textContent("main"), /200,00/);
  await next(page);
  await page.waitForURL(/\/receipt\?k=/);
  const text = await page.textContent("main");
  assert.match(text, /ملف مودع/);
  return { code: text.match(/SAL-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/)[0], receipt: page.url(), case: await page.getAttribute("main a.btn[href*='/cases/']", "href") };
}

async function act(page, action, words = "") {
  await page.check(`input[name=action][value=${action}]`);
  if (words) await page.fill("#f-words", words);
  await page.locator("#answer form[action$='/act'] button.btn").last().click();
  await page.waitForLoadState("load");
}

async function open(page, code) {
  await page.goto(`/ar/desk?view=all&words=${code}`);
  await page.locator("main a[href*='/ar/desk/']", { hasText: /./ }).filter({ has: page.locator(`text=${code}`) }).first().click();
  await page.waitForURL(/\/desk\/[0-9a-f-]{36}/);
}

async function press(page, selector) {
  await Promise.all([page.waitForEvent("load"), page.locator(selector).click()]);
}

// The commission sits on the file: called, its members noted, the file judged, the minutes numbered and printed.
async function sit(agent, code, scripts) {
  await agent.goto("/ar/desk/commission");
  await agent.fill("[name=held_on]", new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Casablanca" }).format(new Date()));
  await agent.fill("[name=place]", "قاعة الاجتماعات");
  await agent.locator("form[action$='/desk/commission'] button.btn").click();
  await agent.waitForURL(/commission\/[0-9a-f-]{36}$/);
  await agent.fill("[name='body.0']", "الوكالة الحضرية");
  await agent.fill("[name='name.0']", "ن. بنعلي");
  await agent.check("[name='present.0']");
  await agent.fill("[name='body.1']", "عمالة سلا");
  await agent.check("[name='present.1']");
  await press(agent, "form[action$='/members'] button.btn");
  await agent.selectOption("[name=code]", code);
  await press(agent, "form[action$='/items'] button.btn");
  await agent.selectOption("#f-finding-1", "favourable");
  await press(agent, "#item-1 form button.btn.second");
  await agent.locator("form[action$='/close'] button").click();
  if (scripts) await agent.locator("dialog.ask button.danger").click();
  const minutes = agent.locator("main a[href$='/minutes.pdf']");
  await minutes.waitFor();
  const pdf = await (await agent.request.get(await minutes.getAttribute("href"))).body();
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
}

export async function study(house, code, scripts) {
  const agent = await house.staff("arr-permits@demo.test", { javaScriptEnabled: scripts });
  await open(agent, code);
  await act(agent, "take");
  await agent.locator("details:has(form[action*='/opinions/']) > summary").first().click();
  const opinion = agent.locator("form[action*='/opinions/']");
  // The control service answers on paper: who studies the file copies it and says who signed.
  await opinion.locator("[name=opinion_source]").fill("رئيس مصلحة المراقبة، 12/2026");
  await opinion.locator("select").selectOption("favourable");
  await opinion.locator("button").click();
  await agent.waitForLoadState("load");
  await act(agent, "convene");
  await sit(agent, code, scripts);
  await open(agent, code);
  await act(agent, "propose_grant");
}

// The cash desk finds the order by the code of the file, and never opens the file.
async function pay(house, code) {
  const cashier = await house.staff("cashier@demo.test");
  await cashier.goto("/ar/desk/cash");
  await cashier.fill("[name=order]", code);
  await cashier.press("[name=order]", "Enter");
  await cashier.waitForURL(/\/cash\/orders\//);
  await cashier.locator("main form[action*='/desk/cash/'] button").last().click();
  await cashier.waitForURL(/\/cash\/receipts\//);
  assert.match(await cashier.textContent("main"), /200,00/);
}

async function sign(house, code) {
  const president = await house.staff("arr-president@demo.test");
  const section = president.locator("main section.card", { hasText: code });
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    await president.goto("/ar/desk/papers");
    if (await section.count()) break;
    await president.waitForTimeout(500); // the draft is made by a job
  }
  await section.locator("input[name=pin]").fill("0000");
  await section.locator("form button").click();
  await president.waitForSelector("[role=alert]");
  await section.locator("input[name=pin]").fill(PIN);
  await section.locator("form button").click();
  await president.waitForURL(/\/desk\/[0-9a-f-]{36}/);
}

async function fetchAndVerify(page, filed) {
  await page.goto(filed.case);
  const paper = page.locator("#papers a.btn");
  const pdf = await (await page.request.get(await paper.getAttribute("href"))).body();
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await page.locator("#papers a[href*='/verify/']").click();
  await page.waitForURL(/\/verify\//);
  assert.match(await page.textContent("main"), /وثيقة صحيحة وصالحة/);
  await page.goto("/ar/verify");
  await page.setInputFiles("input[type=file]", { name: "رخصة.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.locator("form[enctype] button").click();
  await page.waitForSelector(".notice");
  assert.match(await page.textContent("main"), /توقيعاته صحيحة/);
  const changed = Buffer.from(pdf);
  changed[Math.floor(pdf.length / 3)] ^= 1;
  await page.goto("/ar/verify");
  await page.setInputFiles("input[type=file]", { name: "x.pdf", mimeType: "application/pdf", buffer: changed });
  await page.locator("form[enctype] button").click();
  await page.waitForSelector(".notice");
  assert.doesNotMatch(await page.textContent("main"), /توقيعاته صحيحة/);
}

async function walk(house, scripts) {
  const page = await house.visitor({ javaScriptEnabled: scripts });
  const filed = await file(page, scripts);
  await study(house, filed.code, scripts);
  await pay(house, filed.code);
  await sign(house, filed.code);
  await fetchAndVerify(page, filed);
  assert.deepEqual(page.faults, []);
}

export const permit = {
  "a repair permit found by a misspelling, filed with an upload that was cut, judged, paid, signed and verified": (house) => walk(house, true),
  "the same without scripts": (house) => walk(house, false),
  "a draft goes on on another device": async (house) => {
    const phone = await house.visitor();
    await find(phone);
    const code = phone.url().match(/drafts\/([0-9A-Z-]+)/)[1];
    await phone.fill("[name=description]", "عزل السطح");
    await phone.waitForFunction(() => document.querySelector("[role=status]")?.textContent.trim(), null, { timeout: 10_000 });
    const desk = await house.visitor({ viewport: { width: 1200, height: 800 } });
    await desk.goto("/fr/drafts");
    await desk.fill("[name=code]", code.toLowerCase());
    await desk.locator("main form button.btn").last().click();
    await desk.waitForURL(/\/drafts\/.+\/works/);
    assert.equal(await desk.inputValue("[name=description]"), "عزل السطح");
  },
};
