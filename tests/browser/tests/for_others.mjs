// Filing for others, and the kiosk: a public writer files for somebody who is told and stops him; a kiosk is set up, files, and forgets.
import assert from "node:assert/strict";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const KIOSK = { width: 1080, height: 1920 };

async function next(page) {
  await Promise.all([page.waitForLoadState("load"), page.locator("main form button.btn:not(.second):not(.small)").last().click()]);
}

// Answers whatever the page of the form asks, and goes on, until the last one.
async function fill(page) {
  for (let at = 0; at < 12 && !/\/check$/.test(page.url()); at++) {
    const names = await page.locator("main form .picks input").evaluateAll((all) => [...new Set(all.map((pick) => pick.name))]);
    for (const name of names) {
      const group = page.locator(`main form .picks input[name="${name}"]`);
      if (!await group.evaluateAll((all) => all.some((pick) => pick.checked))) await group.first().check();
    }
    await page.waitForTimeout(500); // an answer may open or close a question
    for (const field of await page.locator("main form input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), main form textarea").all()) {
      if (!await field.isVisible() || await field.inputValue()) continue;
      const name = await field.getAttribute("name");
      if (/lat|lon/.test(name)) continue;
      const value = /year/.test(name) ? "1990" : /card/.test(name) ? "AB123456" : /phone/.test(name) ? "0612345678" : /mail/.test(name) ? "a@example.test"
        : await field.getAttribute("data-slashed") !== null ? "01/12/2020" : await field.getAttribute("inputmode") === "numeric" ? "1" : "صباغة";
      await field.fill(value);
    }
    for (const select of await page.locator("main form select").all()) if (!await select.inputValue()) await select.selectOption({ index: 1 });
    await next(page);
  }
  assert.match(page.url(), /\/check$/, `the form does not end: ${(await page.locator("main .error").allInnerTexts()).join(" · ")}`);
}

async function messageWith(house, text) {
  const page = await house.visitor();
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const html = await (await page.request.get("/ar/outbox")).text();
    const message = html.split("<article").find((part) => part.includes(text) && part.includes("/mandate/"));
    if (message) return message;
    await new Promise((done) => setTimeout(done, 300));
  }
  throw new Error(`no message with ${text}`);
}

export async function kiosk(house, options = {}) {
  const administrator = await house.staff("admin@demo.test");
  await administrator.goto("/fr/admin/kiosks");
  await administrator.fill("#f-name", `Borne ${Date.now() % 100_000}`);
  await next(administrator);
  const link = (await administrator.locator(".notice .code").innerText()).trim();
  const page = await house.visitor({ viewport: KIOSK, ...options });
  await page.goto(link.replace("/fr/", "/ar/"));
  await next(page);
  await page.waitForURL(/\/ar\/kiosk$/);
  return page;
}

export async function begin(page, lang = "ar") {
  await page.locator(`form[action$="/${lang}/kiosk/begin"] button`).click();
  await page.waitForURL(/\/kiosk\/procedures$/);
  await page.locator("main a.row[href$='/birth-extract']").click();
  await page.waitForURL(/\/birth-extract$/);
  await next(page);
  await page.waitForURL(/\/kiosk\/form\//);
}

async function typed(page) {
  const field = page.locator("main form input[type=text]").first();
  await field.fill("بنعيسى");
}

export const forOthers = {
  async "a public writer files with a written mandate, and the person named stops him"(house) {
    const writer = await house.staff("writer@demo.test", { viewport: { width: 360, height: 740 } });
    await writer.goto("/ar/writer");
    await writer.locator("main a[href$='/papers/new']").click();
    await writer.waitForURL(/papers\/new$/);
    const name = `حليمة ${Date.now() % 100_000}`, phone = `06${String(Date.now()).slice(-8)}`;
    await writer.fill("#f-name", name);
    await writer.fill("#f-contact", phone);
    await writer.locator("input[name=procedures][value=pest-control]").check();
    await writer.setInputFiles("#f-scan", { name: "توكيل.pdf", mimeType: "application/pdf", buffer: PDF });
    await next(writer);
    await writer.waitForURL(/writer\/papers\/[0-9a-f-]{36}$/);
    await writer.locator("main form:has(input[value=pest-control]) button").click();
    await writer.waitForURL(/\/drafts\//);
    const draft = writer.url();
    assert.match(await writer.locator("main").innerText(), new RegExp(name), "for whom");
    await fill(writer);
    await next(writer);
    await writer.waitForURL(/writer\/files\/SAL-/);
    const code = writer.url().split("/").pop();
    assert.equal(await writer.locator(".receipt .pin").count(), 0, "the PIN is sent to the person alone");
    const message = await messageWith(house, code);
    const link = `/ar/mandate/${message.match(/\/mandate\/([\w-]{14})/)[1]}`;
    const citizen = await house.visitor({ javaScriptEnabled: false });
    await citizen.goto(link);
    assert.match(await citizen.locator("main").innerText(), /مكتب الكاتب العمومي/);
    await citizen.locator("main form[action$='/end'] button").click();
    await citizen.waitForURL(/\/mandate\//);
    assert.equal(await citizen.locator("main form[action$='/end']").count(), 0, "it is over");
    assert.equal((await writer.goto(`/ar/writer/files/${code}`)).status(), 422);
    assert.match(await writer.locator("main").innerText(), /أنهى صاحب الطلب هذا التوكيل/);
    assert.equal((await writer.goto(draft)).status(), 422);
    await writer.goto("/ar/writer/journal");
    assert.match(await writer.locator("main").innerText(), new RegExp(name));
    assert.deepEqual(writer.faults, []);
  },

  async "a kiosk files, gives its ticket, and forgets: back shows nothing"(house) {
    const page = await kiosk(house);
    await begin(page);
    await fill(page);
    await next(page);
    await page.waitForURL(/\/kiosk\/ticket$/);
    const pin = (await page.locator(".receipt .pin .code").innerText()).trim();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("main form button").isVisible(), false, "the ticket is printed without buttons");
    await page.emulateMedia({ media: "screen" });
    await page.locator("main form[action$='/kiosk/end'] button").click();
    await page.waitForURL(/\/ar\/kiosk$/);
    const cookies = (await page.context().cookies()).map((cookie) => cookie.name);
    assert.deepEqual(cookies.filter((name) => name !== "kiosk"), [], "only the device is known");
    for (let step = 0; step < 4; step++) {
      // A page that answered a form is not even asked for again: the browser keeps no copy and says so.
      await page.goBack().catch((fault) => assert.match(fault.message, /ERR_CACHE_MISS/));
      await page.waitForLoadState("load");
      const text = await page.locator("body").innerText();
      assert.ok(!text.includes(pin) && !text.includes("صباغة") && !text.includes("AB123456"), `back, ${step + 1}: ${page.url()}`);
    }
    assert.deepEqual(page.faults, []);
  },

  async "a screen that nobody touches asks, then forgets"(house) {
    const page = await kiosk(house);
    await page.clock.install();
    await begin(page);
    await typed(page);
    await page.clock.runFor(65_000);
    await page.waitForSelector("dialog[open]");
    await page.locator("[data-stay]").click();
    assert.equal(await page.locator("dialog[open]").count(), 0, "a touch, and it goes on");
    await page.clock.runFor(95_000);
    await page.waitForURL(/\/kiosk\/over$/);
    await page.goBack();
    await page.waitForLoadState("load");
    assert.ok(!(await page.content()).includes("بنعيسى"), "nothing of what was typed");
  },

  async "without scripts the page goes by itself"(house) {
    const page = await kiosk(house, { javaScriptEnabled: false });
    await begin(page, "fr");
    const html = await page.content();
    const rest = html.match(/<noscript>\s*<meta http-equiv="refresh" content="(\d+);url=[^"]*\/kiosk\/over"/);
    assert.ok(rest && Number(rest[1]) < 180, "before the server's own limit");
    await fill(page);
    await next(page);
    await page.waitForURL(/\/kiosk\/ticket$/);
    await page.goto("/fr/kiosk/over");
    await page.goBack();
    await page.waitForLoadState("load");
    assert.match(page.url(), /\/kiosk\/over$/, "the ticket is gone");
  },
};
