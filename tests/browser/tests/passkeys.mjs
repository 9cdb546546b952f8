// Passkeys with a device that the browser plays: added once, then one button opens the door. Keys need a host with a name, so
// the demonstration is visited as localhost.
import assert from "node:assert/strict";
import { DESK, House } from "../lib/house.mjs";

const SMALL = { width: 360, height: 740 };

const named = (house) => new House(house.browser, house.url.replace("127.0.0.1", "localhost"), house.screens);

async function device(page) {
  const line = await page.context().newCDPSession(page);
  await line.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const { authenticatorId } = await line.send("WebAuthn.addVirtualAuthenticator", { options });
  return { refuses: () => line.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false }), agrees: () => line.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true }) };
}

async function adds(page, name) {
  await page.fill("#f-passkey_name", name);
  await page.click("#f-passkey");
  await page.waitForSelector(`#passkeys li:has-text("${name}")`);
}

async function fits(page) {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(wide <= seen, `${page.url()} is ${wide} wide on ${seen}`);
}

async function within(house, body) {
  const there = named(house);
  try { await body(there); } finally { await there.leave(); }
}

export const passkeys = {
  "a member of staff adds a key and signs in with one button": (house) => within(house, async (there) => {
    const storageState = await there.signIn("triage@demo.test");
    const page = await there.visitor({ viewport: DESK, storageState });
    await device(page);
    await page.goto("/fr/staff/account");
    await adds(page, "Poste 12");
    await page.request.post("/fr/sign-out");
    await page.goto("/fr/staff/sign-in?next=/staff/account");
    await page.click("#f-passkey");
    await page.waitForURL(/\/staff\/account$/);
    assert.ok((await page.locator("#passkeys li").innerText()).includes("Poste 12"));
    // The same device again: it says that it has a key.
    await page.fill("#f-passkey_name", "Encore");
    await page.click("#f-passkey");
    await page.waitForFunction(() => document.querySelector("[data-passkey-says]").textContent.includes("déjà une clé"));
    await page.locator("#passkeys li button").click();
    await page.locator("dialog.ask .btn.danger").click();
    await page.waitForFunction(() => !document.querySelector("#passkeys li"));
    assert.deepEqual(page.faults, []);
  }),

  "a citizen on a small telephone is offered a key, uses it and takes it away": (house) => within(house, async (there) => {
    const page = await there.visitor({ viewport: SMALL, storageState: await there.citizen() });
    const telephone = await device(page);
    await page.goto("/ar/my");
    await page.locator("[data-passkey-part] a").click();
    await page.waitForURL(/\/account#passkeys$/);
    await fits(page);
    await adds(page, "هاتفي");
    await fits(page);
    await page.request.post("/ar/sign-out");
    await page.goto("/ar/account/sign-in");
    await fits(page);
    await telephone.refuses();
    await page.click("#f-passkey");
    await page.waitForFunction(() => document.querySelector("[data-passkey-says]").textContent.includes("لم يُستعمل"));
    await telephone.agrees();
    await page.click("#f-passkey");
    await page.waitForURL(/\/my$/);
    assert.equal(await page.locator("[data-passkey-part]").count(), 0, "who has a key is offered none");
    await page.goto("/ar/account");
    await page.locator("#passkeys li button").click();
    await page.locator("dialog.ask .btn.danger").click();
    await page.waitForFunction(() => !document.querySelector("#passkeys li"));
    await page.request.post("/ar/sign-out");
    await page.goto("/ar/account/sign-in");
    await page.click("#f-passkey");
    await page.waitForSelector(".summary");
    assert.ok((await page.locator(".summary").innerText()).includes("لا يفتح هذا المفتاح"));
    assert.deepEqual(page.faults, []);
  }),

  "where it cannot work no button shows": (house) => within(house, async (there) => {
    const plain = await there.visitor({ javaScriptEnabled: false });
    for (const door of ["/ar/account/sign-in", "/ar/staff/sign-in"]) {
      await plain.goto(door);
      assert.equal(await plain.locator("#f-passkey").isVisible(), false, door);
    }
    const unnamed = await house.visitor();
    await unnamed.goto("/ar/account/sign-in");
    assert.equal(await unnamed.locator("#f-passkey").count(), 0, "an address without a name");
    assert.deepEqual(unnamed.faults, []);
  }),
};
