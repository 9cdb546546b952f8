// The first page with all it needs, in bytes on the wire.
import assert from "node:assert/strict";

const MOST = 60_000;

async function weigh(house, address) {
  const page = await house.visitor();
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const names = new Map(), parts = [];
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => names.set(requestId, request.url));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => parts.push([names.get(requestId), encodedDataLength]));
  await page.goto(address, { waitUntil: "networkidle" });
  const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  const said = parts.sort((a, b) => b[1] - a[1]).map(([url, bytes]) => `${bytes} ${url?.replace(house.url, "")}`).join("\n");
  assert.ok(total > 0 && total <= MOST, `${address} weighs ${total} bytes:\n${said}`);
  return total;
}

const weighs = (address) => async (house) => {
  for (const lang of ["ar", "zgh"]) await weigh(house, `/${lang}${address}`);
};

export const size = {
  "the home page is at most 60 kB": weighs(""),
  "the choice of a category is at most 60 kB": weighs("/report"),
  "the form of a report is at most 60 kB": weighs("/report/pothole"),
  "the choice of an appointment is at most 60 kB": weighs("/appointments"),
  "the board of waiting is at most 60 kB": weighs("/queue"),
  "what works is at most 60 kB": weighs("/status"),
  "paying is at most 60 kB": weighs("/pay"),
  "the page of a case is at most 60 kB": async (house) => {
    const page = await house.visitor();
    const { code, pin } = await house.file(page, "pothole", { words: "حفرة قرب المحطة", photo: false });
    await page.goto(`/ar/cases/${code}`);
    await page.fill("#f-pin", pin);
    await page.click("form[action$='/pin'] button");
    await page.waitForURL(/\?k=/);
    await weigh(house, page.url().replace(house.url, ""));
  },
};
