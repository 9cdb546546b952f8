// A person signs in at the portal through the provider, without a script; then the provider lies, and each lie is refused by its
// own name. node check.mjs PORTAL PROVIDER
import assert from "node:assert/strict";

const [portal, provider] = process.argv.slice(2);

// A browser without scripts: cookies per site, and no redirect that is not looked at.
class Browser {
  jars = new Map();

  async ask(address, form) {
    const url = new URL(address);
    const jar = this.jars.get(url.host) ?? new Map();
    this.jars.set(url.host, jar);
    const headers = { "accept-language": "fr", cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    const body = form && new URLSearchParams(form);
    const answer = await fetch(url, { method: form ? "POST" : "GET", headers, body, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/Max-Age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const text = await answer.text();
    assert.notEqual(answer.status, 429, "too many sign-ins: start the demonstration with JAMAA_LIMITS_SIGN_INS_PER_TEN_MINUTES=1000");
    const to = answer.headers.get("location") ?? answer.headers.get("refresh")?.replace(/^0; url=/, "");
    return { status: answer.status, text, to: to && new URL(to, url).href, at: url.href };
  }

  // Follows until an answer that goes nowhere, or that goes back to the portal.
  async follow(answer, until = () => false) {
    let last = answer;
    for (let hops = 0; last.to && hops < 12 && !until(last.to); hops += 1) last = await this.ask(last.to);
    return last;
  }
}

const back = (address) => address.startsWith(portal) && address.includes("/sign-in/back/");

async function door() {
  const page = await new Browser().ask(`${portal}/fr/account/sign-in`);
  const found = /action="([^"]*sign-in(?:\/|&#x2f;)with(?:\/|&#x2f;)[^"]+)"/.exec(page.text);
  assert.ok(found, "the portal offers no provider");
  return new URL(found[1].replaceAll("&#x2f;", "/"), portal).href;
}

async function lie(what) {
  await fetch(`${provider}/lie`, { method: "POST", body: what });
}

// Leaves, signs in at the provider, and gives the address with which it comes back.
async function atTheProvider(browser, way, login = "amina", answer = "yes") {
  const left = await browser.ask(way, { next: "/account" });
  assert.ok(left.to?.startsWith(`${provider}/auth`), `${left.status}: ${left.text.slice(0, 300)}`);
  const page = await browser.follow(left);
  assert.match(page.text, /Identité de démonstration/);
  const returned = await browser.follow(await browser.ask(page.at, { login, answer }), back);
  assert.ok(returned.to, returned.text);
  return returned.to;
}

async function signsIn(way, login, answer) {
  const browser = new Browser();
  const returned = await browser.ask(await atTheProvider(browser, way, login, answer));
  return { browser, page: await browser.follow(returned) };
}

const tests = {
  async "a person signs in without a script and the account shows the level"() {
    const { page } = await signsIn(await door());
    assert.equal(page.status, 200, page.text);
    assert.match(page.text, /Amina Slaoui/);
    assert.match(page.text, /Confirmée par l’identité nationale/);
    assert.match(page.text, /Identité de démonstration/);
  },
  async "the same person comes back to the same account"() {
    const { browser } = await signsIn(await door());
    await browser.ask(`${portal}/fr/account`, { name: "Amina S.", lang: "fr" });
    const again = await signsIn(await door());
    assert.match(again.page.text, /Amina S\./);
    await again.browser.ask(`${portal}/fr/account`, { name: "Amina Slaoui", lang: "fr" });
  },
  async "whoever refuses at the provider is told so and has no account"() {
    const { page } = await signsIn(await door(), "amina", "no");
    assert.equal(page.status, 422);
    assert.match(page.text, /identity-no-declined/);
  },
  async "every lie is refused by its own name"() {
    const lies = {
      issuer: "issuer", audience: "audience", audiences: "audience", party: "party", nonce: "nonce", expired: "expired",
      issued: "issued", signature: "signature", key: "key", none: "algorithm", hs256: "algorithm", access_hash: "access-hash",
      subject: "claims", garbage: "token", issuer_parameter: "issuer-parameter", no_issuer_parameter: "issuer-parameter",
    };
    for (const [what, key] of Object.entries(lies)) {
      await lie(what);
      const { browser, page } = await signsIn(await door());
      assert.equal(page.status, 422, `${what}: ${page.text}`);
      assert.match(page.text, new RegExp(`identity-no-${key}\\b`), what);
      assert.match(page.text, /Rien n’a changé/, what);
      assert.equal((await browser.ask(`${portal}/fr/account`)).status, 303, `${what}: nobody is signed in`);
      console.log(`  refused: ${what}`);
    }
  },
  async "an answer works once, in the browser that left"() {
    const browser = new Browser();
    const address = await atTheProvider(browser, await door());
    const thief = new Browser();
    assert.match((await thief.follow(await thief.ask(address))).text, /identity-no-browser/);
    assert.equal((await browser.follow(await browser.ask(address))).status, 200);
    assert.match((await browser.follow(await browser.ask(address))).text, /identity-no-replayed/);
  },
  async "a provider that is slow or down leaves the code as a way in"() {
    for (const what of ["slow", "down"]) {
      const browser = new Browser();
      const address = await atTheProvider(browser, await door());
      await lie(what);
      const began = Date.now();
      const page = await browser.follow(await browser.ask(address));
      await lie("");
      assert.equal(page.status, 503, what);
      assert.match(page.text, /avec un code/, what);
      assert.ok(Date.now() - began < 7_000, `${what}: no longer than our patience`);
    }
    assert.equal((await signsIn(await door())).page.status, 200);
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  await lie("");
  try {
    await test();
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n  ${error.message.slice(0, 1_500)}`);
  }
}
await lie("");
process.exit(failed ? 1 : 0);
