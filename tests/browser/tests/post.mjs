// A birth extract ordered from home, on a phone in Arabic: what does not agree with the register is asked about, corrected, and the
// order goes on; the letter leaves with a bordereau, comes back, and goes out again. The same without scripts.
import assert from "node:assert/strict";

const CASE = /SAL-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/;

// The weights of the standard for numbers of registered mail (UPU S10).
function tracking() {
  const serial = String(Math.floor(Math.random() * 1e8)).padStart(8, "0");
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, weight, at) => sum + weight * Number(serial[at]), 0);
  const check = { 10: 0, 11: 5 }[11 - (sum % 11)] ?? 11 - (sum % 11);
  return `RR${serial}${check}MA`;
}

async function next(page) {
  await Promise.all([page.waitForEvent("load"), page.locator("main form button.btn:not(.second):not(.small)").last().click()]);
}

const pick = (page, name, value) => page.locator(`input[name="${name}"][value="${value}"]`).check();

async function press(page, locator) {
  await Promise.all([page.waitForEvent("load"), locator.click()]);
}

async function order(page, scripts) {
  await page.goto("/ar/procedures/birth-extract/start");
  await next(page);
  await page.waitForURL(/\/act$/);
  await pick(page, "mine", "no");
  await page.fill("[name=office]", "تابريكت");
  await pick(page, "knows_reference", "yes");
  if (!scripts) await next(page);
  await page.fill("[name=holder]", "حسن بنعيسى");
  await page.fill("[name=born]", "3/5/1958");
  await page.fill("[name=act_number]", "214");
  await page.fill("[name=act_year]", "1985");
  await next(page);
  if (/\/act$/.test(page.url())) await next(page); // a question that opened while the form was on its way
  await page.waitForURL(/\/delivery$/);
  await page.fill("[name=copies]", "2");
  await pick(page, "delivery", "post");
  if (!scripts) await next(page);
  await page.fill("[name=receiver]", "ليلى بنعيسى");
  await page.fill("[name=address]", "زنقة وادي الذهب، رقم 12");
  await page.fill("[name=town]", "سلا");
  await next(page);
  if (/\/delivery$/.test(page.url())) await next(page);
  await page.waitForURL(/\/applicant$/);
  await page.fill("[name='applicant.name']", "ليلى بنعيسى");
  await page.fill("[name='applicant.card']", "AB123456");
  await next(page);
  for (let steps = 0; !/\/contact$/.test(page.url()) && steps < 3; steps += 1) await next(page);
  await pick(page, "contact_how", "none");
  await next(page);
  await page.waitForURL(/\/check$/);
  assert.match(await page.textContent("main"), /24,00/);
  await next(page);
  await page.waitForURL(/\/receipt\?k=/);
  return { code: (await page.textContent("main")).match(CASE)[0], case: await page.getAttribute("main a.btn[href*='/cases/']", "href") };
}

// From the list to the file, as a clerk does; the order is there once its job has run.
async function open(clerk, code, stage) {
  const row = clerk.locator(`main a.row[href$="#post"]`, { hasText: code });
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    await clerk.goto(`/ar/desk/post?stage=${stage}`);
    if (await row.count()) break;
    await clerk.waitForTimeout(500);
  }
  await row.click();
  await clerk.waitForURL(/\/desk\/[0-9a-f-]{36}/);
}

async function doubt(clerk, code) {
  await open(clerk, code, "look_up");
  await clerk.locator("#post details > summary").first().click();
  await clerk.check("#post input[name=doubts][value=act_year]");
  await press(clerk, clerk.locator("#post button[value=ask]"));
  assert.match(await clerk.textContent("#post"), /في انتظار صاحب الطلب/);
}

async function correct(page, filed) {
  await page.goto(filed.case);
  await press(page, page.locator("#post a.btn"));
  assert.equal(await page.locator("main form input[name=office]").count(), 0, "only what is doubted is asked");
  assert.equal(await page.inputValue("[name=act_year]"), "1985");
  await page.fill("[name=act_year]", "1958");
  await next(page);
  assert.match(await page.textContent("main"), /نبحث عن الرسم في السجل/);
}

async function find(clerk, code) {
  await open(clerk, code, "look_up");
  assert.equal(await clerk.inputValue("#f-post-year"), "1958");
  await clerk.selectOption("#f-post-entitled", "act");
  await press(clerk, clerk.locator("#post button[value=found]"));
  return clerk.url();
}

async function pay(house, code) {
  const cashier = await house.staff("cashier@demo.test");
  await cashier.goto("/ar/desk/cash");
  await cashier.fill("[name=order]", code);
  await cashier.press("[name=order]", "Enter");
  await cashier.waitForURL(/\/cash\/orders\//);
  await press(cashier, cashier.locator("main form[action*='/desk/cash/'] button").last());
  await cashier.waitForURL(/\/cash\/receipts\//);
}

async function grant(clerk, file) {
  await clerk.goto(file);
  await clerk.check("input[name=action][value=grant]");
  await press(clerk, clerk.locator("#answer form[action$='/act'] button.btn").last());
}

async function send(clerk, code, number, scripts) {
  await clerk.goto("/ar/desk/post?stage=pack");
  await press(clerk, clerk.locator("form[action$='/bordereaux'] button"));
  const waiting = clerk.locator("main form[action$='/letters']", { hasText: code });
  for (const until = Date.now() + 30_000; Date.now() < until && !(await waiting.count());) {
    await clerk.waitForTimeout(500);
    await clerk.reload();
  }
  const wrong = (Number(number[10]) + 1) % 10;
  await waiting.locator("[name=tracking]").fill(`${number.slice(0, 10)}${wrong}MA`);
  await press(clerk, waiting.locator("button"));
  assert.ok(await clerk.locator("[role=alert]").count(), "a wrong number is refused");
  await waiting.locator("[name=tracking]").fill(number.toLowerCase());
  await press(clerk, waiting.locator("button"));
  await clerk.locator("form[action$='/close'] button").click();
  if (scripts) await clerk.locator("dialog.ask button.danger").click();
  const link = clerk.locator("main a[href$='/bordereau.pdf']");
  await link.waitFor();
  const pdf = await (await clerk.request.get(await link.getAttribute("href"))).body();
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await clerk.fill("[name=deposit]", "SLA-0118");
  // The slip that goes with the copies is sealed by a job; until then the letter does not leave.
  const form = clerk.locator("form[action$='/hand'] button");
  for (const until = Date.now() + 30_000; Date.now() < until && await form.count();) {
    await press(clerk, form);
    if (await form.count()) await clerk.waitForTimeout(500);
  }
  assert.match(await clerk.textContent("main"), /سلم/);
}

async function report(clerk, state, number) {
  await clerk.goto("/ar/desk/post?stage=way");
  await clerk.selectOption("#news [name=state]", state);
  await clerk.fill("#news [name=numbers]", number);
  await press(clerk, clerk.locator("#news button"));
  assert.equal(await clerk.locator("#reported li.ok").count(), 1);
}

async function sendAgain(page, filed) {
  await page.goto(filed.case);
  await press(page, page.locator("#post a.btn"));
  await page.fill("[name=address]", "شارع الحسن الثاني، رقم 7");
  await next(page);
  assert.match(await page.textContent("#dues"), /20,00/);
}

async function walk(house, scripts) {
  const page = await house.visitor({ javaScriptEnabled: scripts });
  const filed = await order(page, scripts);
  const clerk = await house.staff("civil-status@demo.test", { javaScriptEnabled: scripts });
  await doubt(clerk, filed.code);
  await correct(page, filed);
  const file = await find(clerk, filed.code);
  await pay(house, filed.code);
  await grant(clerk, file);
  const number = tracking();
  await send(clerk, filed.code, number, scripts);
  await report(clerk, "returned", number);
  await sendAgain(page, filed);
  await pay(house, filed.code);
  const second = tracking();
  await send(clerk, filed.code, second, scripts);
  await report(clerk, "delivered", second);
  await page.goto(filed.case);
  const text = await page.textContent("#post");
  assert.ok(text.includes(number) && text.includes(second));
  assert.match(text, /وصل/);
  assert.deepEqual(page.faults, []);
}

export const post = {
  "a copy ordered by post: wrong data corrected, sent, come back, sent again, delivered": (house) => walk(house, true),
  "the same without scripts": (house) => walk(house, false),
};
