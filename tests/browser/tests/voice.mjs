// A report that is said: recorded in the page or by the telephone, heard and written down by a clerk.
import assert from "node:assert/strict";

const report = {};

async function fill(house, page) {
  await house.fillReport(page, { photo: false, point: house.point(), publish: false });
  await page.click("main form button.btn.full");
  return house.receipt(page);
}

// Two seconds of a tone, as a simple recorder writes it.
function wav() {
  const rate = 8_000, samples = rate * 2, head = Buffer.alloc(44);
  head.write("RIFF", 0); head.writeUInt32LE(36 + samples, 4); head.write("WAVEfmt ", 8); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(rate, 24); head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32); head.writeUInt16LE(8, 34); head.write("data", 36); head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.from(Array.from({ length: samples }, (_, at) => 128 + Math.round(60 * Math.sin(at / 3))))]);
}

export const voice = {
  async "it is recorded in the page and filed without a word"(house) {
    const page = await house.visitor({ permissions: ["microphone"] });
    await page.goto("/ar/report/pothole");
    await page.click("[data-voice-start]");
    await page.waitForTimeout(2_200);
    await page.click("[data-voice-stop]");
    await page.waitForSelector("[data-voice-heard]:not([hidden])");
    assert.equal(await page.evaluate(() => document.querySelector("#f-voice").files[0].type), "audio/webm");
    Object.assign(report, await fill(house, page));
    assert.ok((await page.locator("main").innerText()).includes("توصلنا بتسجيلكم"));
    assert.deepEqual(page.faults, []);
  },

  async "without a script a recording of the telephone is sent"(house) {
    const page = await house.visitor({ javaScriptEnabled: false });
    await page.goto("/ar/report/pothole");
    await page.setInputFiles("#f-voice", { name: "note.wav", mimeType: "audio/wav", buffer: wav() });
    const { code } = await fill(house, page);
    assert.ok(code);
  },

  async "a clerk hears it and writes it down"(house) {
    const clerk = await house.staff("triage@demo.test");
    await clerk.goto("/ar/desk/voice");
    await clerk.locator("a.row", { hasText: report.code }).first().click();
    const playable = await clerk.evaluate(async () => {
      const sound = document.querySelector("audio");
      sound.muted = true;
      await sound.play();
      await new Promise((done) => setTimeout(done, 400));
      return sound.currentTime;
    });
    assert.ok(playable > 0, "the sound plays");
    await clerk.locator("input[name=spoken][value=darija]").check();
    await clerk.fill("#f-words", "كاين حفرة كبيرة حدا المدرسة");
    await clerk.click("main form.card button.btn >> nth=0");
    await clerk.waitForSelector(".quote");
    assert.ok((await clerk.locator("main").innerText()).includes("حدا المدرسة"));
    assert.deepEqual(clerk.faults, []);
  },
};
