// An order of payment paid at the practice bank on a phone without JavaScript, its drawer closed, the books looked at.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { LANGS } from "../lib/house.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SMALL = { width: 360, height: 740 };
const MOST = 150;

// Codes of orders that are still to be paid, as the cash desk finds them by number.
async function open(house, wanted) {
  const cashier = await house.staff("cashier@demo.test");
  const codes = [];
  for (let number = MOST; number > 0 && codes.length < wanted; number -= 1) {
    const answer = await cashier.request.get(`/fr/desk/cash/find?order=${number}`);
    const code = (await answer.text()).match(/Code pour payer en ligne : <bdi class="code">([A-Z0-9-]+)/);
    if (!code) continue;
    const page = await (await cashier.request.get(`/fr/pay/${code[1]}`)).text();
    if (page.includes('id="card"')) codes.push(code[1]);
  }
  assert.equal(codes.length, wanted, "the demonstration has too few open orders");
  return codes;
}

async function shot(house, page, name) {
  if (house.screens) await page.screenshot({ path: `${house.screens}/${name}.png`, fullPage: true });
}

export async function pays(house, page, code, card) {
  await page.goto(`/ar/pay/${code}`);
  await shot(house, page, "pay-open");
  await page.click("#card form button");
  await page.waitForURL(/\/card$/);
  await shot(house, page, "pay-go");
  await page.click("main form button");
  await page.waitForURL(/\/simulator\/pay\//);
  await shot(house, page, "pay-bank");
  await page.check(`input[value="${card}"]`);
  await page.click("main form button.full");
  await shot(house, page, "pay-bank-done");
  await page.click("main form button.full");
  await page.waitForURL(/\/ar\/pay\/.*back=1/);
  await shot(house, page, "pay-back");
}

export async function until(page, address, words) {
  for (let turn = 0; turn < 40; turn += 1) {
    await page.goto(address);
    if ((await page.textContent("main")).includes(words)) return;
    await page.waitForTimeout(500);
  }
  assert.fail(`${address} never shows ${words}`);
}

export const clean = async (page, address) => {
  await page.goto(address);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const bad = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(bad.map(({ id, nodes }) => `${address}: ${id} ${nodes[0].target}`), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${address} is ${wide} px too wide`);
};

export const payments = {
  "paid, declined and doubted at the practice bank, without JavaScript": async (house) => {
    const [paid, declined, doubted] = await open(house, 3);
    const phone = await house.visitor({ viewport: SMALL, javaScriptEnabled: false });
    await pays(house, phone, paid, "paid");
    await until(phone, `/ar/pay/${paid}`, "أدي المبلغ");
    await shot(house, phone, "pay-paid");
    await phone.goto(`/ar/pay/${paid}/receipt`);
    assert.match(await phone.textContent("main"), /E\d+\/\d+/);
    await shot(house, phone, "pay-receipt");
    await pays(house, phone, declined, "declined");
    await until(phone, `/ar/pay/${declined}`, "لم يقبل البنك الأداء");
    await shot(house, phone, "pay-declined");
    await pays(house, phone, doubted, "amount");
    await until(phone, `/ar/pay/${doubted}`, "أداؤكم قيد التحقق");
    await shot(house, phone, "pay-doubted");
    const reader = await house.visitor({ viewport: SMALL });
    for (const lang of LANGS) {
      for (const rest of [`/${paid}`, `/${paid}/receipt`, `/${declined}`, `/${doubted}`, ""]) await clean(reader, `/${lang}/pay${rest}`);
    }
  },

  "a drawer is closed and the books are looked at": async (house) => {
    const desk = await house.staff("cashier@demo.test", { viewport: SMALL });
    await desk.goto("/ar/desk/cash/close");
    await shot(house, desk, "cash-close");
    await clean(desk, "/ar/desk/cash/close");
    await clean(desk, "/ar/desk/cash");
    await desk.goto("/ar/desk/cash/close");
    const first = await desk.getAttribute("main ul.rows a[href*='/desk/cash/closes/']", "href");
    await clean(desk, first);
    await shot(house, desk, "cash-sheet");
    const books = await house.staff("finance@demo.test");
    await clean(books, "/fr/desk/cash/reconciliation?from=2026-01-01");
    await shot(house, books, "books");
    const small = await house.staff("finance@demo.test", { viewport: SMALL });
    await clean(small, "/ar/desk/cash/reconciliation");
    await shot(house, small, "books-phone");
    const administrator = await house.staff("admin@demo.test", { viewport: SMALL });
    await clean(administrator, "/ar/admin/payments");
    await shot(house, administrator, "payments-settings");
  },
};
