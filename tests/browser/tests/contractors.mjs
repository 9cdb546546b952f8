// Waste that nobody collects for a day: three people report it, one penalty is drafted, signed, contested and decided; the month adds up.
// It moves the clock of the demonstration on, so it comes after the tests that do not expect that.
import assert from "node:assert/strict";
import { PHONE } from "../lib/house.mjs";

const WASTE = "uncollected-waste";

async function moveOn(house, hours) {
  const admin = await house.staff("admin@demo.test");
  await admin.goto("/ar/demo");
  await admin.locator("form[action$='/demo/clock']").locator(`[name=hours][value="${hours}"]`).first().click();
  await admin.waitForLoadState("load");
  // A session of staff does not outlive an idle hour.
  house.sessions.clear();
}

async function reported(house) {
  const point = house.point();
  const codes = [];
  for (const words of ["أزبال أمام المدرسة", "الزبل متراكم قرب المدرسة", "لم تمر الشاحنة"]) {
    const citizen = await house.visitor();
    codes.push((await house.file(citizen, WASTE, { words: `${words} ${Date.now()}`, point, photo: false })).code);
  }
  return codes;
}

// The hourly sweep runs by itself; the draft is there within a moment.
async function drafted(house, codes) {
  const head = await house.staff("waste@demo.test");
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    await head.goto("/ar/desk/contractors");
    const rows = head.locator("a.row[href*='/penalties/']").filter({ hasText: new RegExp(codes.join("|").replaceAll(/[*$]/g, "\\$&")) });
    if (await rows.count()) {
      assert.equal(await rows.count(), 1, "one heap, one penalty");
      await rows.first().click();
      await head.waitForURL(/\/penalties\//);
      return head;
    }
    await head.waitForTimeout(500);
  }
  return assert.fail(`no penalty for ${codes}`);
}

async function shot(house, page, name) {
  if (house.screens) await page.screenshot({ path: `${house.screens}/contractors-${name}.png`, fullPage: true });
}

async function contest(house, code) {
  const contractor = await house.staff("waste-operator@demo.test", { viewport: PHONE, javaScriptEnabled: false });
  await contractor.goto("/ar/contractor");
  await shot(house, contractor, "inbox");
  await contractor.goto("/ar/contractor?show=penalties");
  await shot(house, contractor, "penalties");
  const card = contractor.locator("article", { hasText: code }).filter({ has: contractor.locator("form[action*='/contest']") });
  await card.locator("summary").click();
  await card.locator("textarea").fill("كانت الطريق مقطوعة طيلة اليوم.");
  await card.locator("form button.btn").click();
  await contractor.waitForLoadState("load");
}

export async function contractors(house) {
  const codes = await reported(house);
  await moveOn(house, 24);
  await moveOn(house, 1);
  const head = await drafted(house, codes);
  const penalty = head.url();
  const grounds = await head.locator("main h3 ~ * a .code").allInnerTexts();
  assert.deepEqual([...grounds].sort(), [...codes].sort(), "it stands for all three reports");
  await shot(house, head, "penalty");
  const signing = head.locator("form[action$='/sign'] button");
  await signing.click();
  // Its address stays the same: what shows that it was signed is that it cannot be signed again.
  await signing.waitFor({ state: "detached" });
  await contest(house, grounds[0]);
  await head.goto(penalty);
  assert.match(await head.innerText("main"), /كانت الطريق مقطوعة طيلة اليوم/);
  await head.fill("form[action$='/decide'] textarea", "لم تكن هناك أشغال في هذا الشارع.");
  const upholding = head.locator("form[action$='/decide'] button[value=yes]");
  await upholding.click();
  await upholding.waitFor({ state: "detached" });
  await month(house, head, penalty);
}

// The rows that count come to the sum under them.
async function month(house, head, penalty) {
  await head.goto("/ar/desk/contractors");
  await head.locator("a.row[href*='/contracts/']").first().click();
  await head.waitForURL(/\/contracts\//);
  await shot(house, head, "contract");
  await head.locator("a[href*='/months/']").nth(1).click();
  await head.waitForURL(/\/months\//);
  await shot(house, head, "month");
  const csv = await (await head.request.get(`${new URL(head.url()).pathname}.csv`)).text();
  const rows = csv.trim().split("\n").map((row) => row.split(","));
  const cents = (text) => Math.round(Number(text) * 100);
  const counted = rows.filter((row) => row[7] === "yes");
  assert.ok(counted.length > 0, `${penalty} counts`);
  const total = rows.find((row) => row[4] === "total");
  assert.equal(counted.reduce((sum, row) => sum + cents(row[5]), 0), cents(total[5]), "the statement adds up");
}
