// The eight main screens in Arabic and French, on a phone and on a desk, and the cover of the README.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DESK, PHONE } from "../lib/house.mjs";
import { ROOT } from "../lib/program.mjs";

const MOST_BYTES = 200_000, USUAL_BYTES = 150_000;
const SCREENS = {
  phone: { viewport: PHONE, tall: 1600, deviceScaleFactor: 1.5 },
  desktop: { viewport: DESK, tall: 1300, deviceScaleFactor: 1 },
};
const SPOT = { lat: "34.050210", lon: "-6.793480" };
const WORDS = {
  ar: {
    words: "حفرة كبيرة في وسط الطريق أمام الإعدادية، تملأ بالماء ولا يراها سائقو الدراجات ليلا.",
    place_words: "أمام باب الإعدادية، قرب موقف الحافلات",
    answer: "مر الفريق بعين المكان وحدد مساحة الإصلاح. يبدأ الردم والتزفيت يوم الخميس صباحا.",
  },
  fr: {
    words: "Grand trou au milieu de la chaussée devant le collège ; il se remplit d'eau et les deux-roues ne le voient pas la nuit.",
    place_words: "Devant l'entrée du collège, près de l'arrêt de bus",
    answer: "L'équipe est passée et a tracé la zone à reprendre. Le rebouchage commence jeudi matin.",
  },
};

// As good as fits in the size that the repository bears.
async function shoot(page, file, tall) {
  const height = Math.min(tall, await page.evaluate(() => document.documentElement.scrollHeight));
  const clip = { x: 0, y: 0, width: page.viewportSize().width, height: Math.max(height, page.viewportSize().height) };
  for (const quality of [85, 78, 70, 60]) {
    const picture = await page.screenshot({ type: "jpeg", quality, clip, fullPage: true, animations: "disabled" });
    if (picture.length <= (quality > 60 ? USUAL_BYTES : MOST_BYTES)) return writeFile(file, picture);
  }
  throw new Error(`${file} does not fit in ${MOST_BYTES} bytes`);
}

async function drawn(page) {
  await page.waitForSelector(".maplibregl-canvas");
  await page.waitForSelector(".cluster, .maplibregl-marker:not(.quarter-name)");
  await page.waitForLoadState("networkidle");
}

// A report filed, seen by its agent and spoken about: { code, receipt, case, desk }.
async function story(house, lang) {
  const page = await house.visitor();
  const { words, place_words, answer } = WORDS[lang];
  await page.goto(`/${lang}/report/pothole`);
  await page.fill("#f-place_words", place_words);
  await house.fillReport(page, { words, photo: true, point: SPOT, publish: true });
  await page.click("main form button.btn.full");
  const { code, pin } = await house.receipt(page);
  const receipt = page.url();
  await page.goto(`/${lang}/cases/${code}`);
  await page.fill("#f-pin", pin);
  await page.click("form[action$='/pin'] button");
  await page.waitForURL(/\?k=/);
  const agent = await house.staff("tabriquet@demo.test");
  const desk = await house.inInbox(agent, { code, words }, { lang });
  assert.ok(desk, `${code} is on the desk`);
  await agent.goto(desk);
  await agent.locator("#answer input[name=action][value=take]").check();
  await agent.click("#answer form[enctype] button.btn");
  await agent.waitForSelector("#f-tell");
  await agent.fill("#f-tell", answer);
  await agent.click("form[action$='/tell'] button.btn");
  await agent.waitForSelector(".talk li");
  return { code, receipt, own: page.url(), desk };
}

async function pictures(house, folder, lang, shape, told) {
  const { viewport, tall, deviceScaleFactor } = SCREENS[shape];
  const options = { viewport, deviceScaleFactor };
  const shot = (page, name) => shoot(page, join(folder, `${name}-${lang}-${shape}.jpg`), tall);
  const page = await house.visitor(options);
  const open = { home: `/${lang}`, form: `/${lang}/report/pothole`, receipt: told.receipt, case: told.own };
  for (const [name, address] of Object.entries(open)) {
    await page.goto(address, { waitUntil: "networkidle" });
    await shot(page, name);
  }
  await page.goto(`/${lang}/reports/map`);
  await drawn(page);
  await shot(page, "map");
  const head = await house.staff("lighting@demo.test", options);
  await head.goto(`/${lang}/desk`, { waitUntil: "networkidle" });
  await shot(head, "inbox");
  const agent = await house.staff("tabriquet@demo.test", options);
  await agent.goto(`/${lang}${told.desk.slice(told.desk.indexOf("/desk"))}`, { waitUntil: "networkidle" });
  await shot(agent, "file");
  const director = await house.staff("dgs@demo.test", options);
  assert.equal((await director.goto(`/${lang}/dashboard`, { waitUntil: "networkidle" })).status(), 200, "the dashboard");
  await shot(director, "dashboard");
}

// The window without what lies below it, sharp enough to be shown at its own size.
async function seen(page, address) {
  await page.goto(address, { waitUntil: "networkidle" });
  const picture = await page.screenshot({ type: "png", animations: "disabled" });
  return `<img src="data:image/png;base64,${picture.toString("base64")}" alt="">`;
}

const COVER = `<style>*{margin:0;box-sizing:border-box}body{width:1360px;height:720px;overflow:hidden;background:#e8eff4;position:relative}
div{position:absolute;overflow:hidden;border:1px solid #c2cfd8}img{display:block}.desk{left:30px;top:40px;border-radius:10px}
.phone{right:30px;top:34px;border-radius:30px;border:7px solid #16242e}</style>`;

// One case: its author's telephone in Arabic, and the desk in French.
async function cover(house, folder, told) {
  const phone = await house.visitor({ viewport: { width: 350, height: 638 } });
  const desk = await house.staff("tabriquet@demo.test", { viewport: { width: 930, height: 640 } });
  const left = await seen(desk, `/fr${told.desk.slice(told.desk.indexOf("/desk"))}`);
  const right = await seen(phone, told.own);
  const page = await house.visitor({ viewport: { width: 1360, height: 720 } });
  await page.setContent(`${COVER}<div class="desk">${left}</div><div class="phone">${right}</div>`, { waitUntil: "load" });
  const picture = await page.screenshot({ type: "png" });
  assert.ok(picture.length <= MOST_BYTES, `the cover has ${picture.length} bytes`);
  await writeFile(join(folder, "cover.png"), picture);
}

export const screens = {
  async "the eight main screens are taken in Arabic and French, on a phone and on a desk"(house) {
    const folder = house.screens || join(ROOT, "docs/screens");
    await mkdir(folder, { recursive: true });
    let first;
    for (const lang of ["ar", "fr"]) {
      const told = await story(house, lang);
      first ??= told;
      for (const shape of Object.keys(SCREENS)) await pictures(house, folder, lang, shape, told);
      await house.leave();
    }
    await cover(house, folder, first);
  },
};
