// The eight main screens in Arabic and French, on a phone and on a desk, and the cover of the README.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DESK, PHONE } from "../lib/house.mjs";
import { ROOT } from "../lib/program.mjs";

const MOST_BYTES = 200_000;
const SCREENS = {
  phone: { viewport: PHONE, tall: 1600, deviceScaleFactor: 2 },
  desktop: { viewport: DESK, tall: 1300, deviceScaleFactor: 1.25 },
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
  for (const quality of [85, 75, 65, 55, 45]) {
    const picture = await page.screenshot({ type: "jpeg", quality, clip, fullPage: true, animations: "disabled" });
    if (picture.length <= MOST_BYTES) return writeFile(file, picture);
  }
  throw new Error(`${file} does not fit in ${MOST_BYTES} bytes`);
}

async function drawn(page) {
  await page.waitForSelector(".maplibregl-canvas");
  await page.waitForSelector(".cluster, .maplibregl-marker");
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

const inline = async (file) => `data:image/jpeg;base64,${(await readFile(file)).toString("base64")}`;

async function cover(house, folder) {
  const page = await house.visitor({ viewport: { width: 1200, height: 680 } });
  const [phone, desk] = [await inline(join(folder, "case-ar-phone.jpg")), await inline(join(folder, "file-fr-desktop.jpg"))];
  await page.setContent(`<style>*{margin:0;box-sizing:border-box}body{width:1200px;height:680px;overflow:hidden;background:#eef3f6;position:relative}
    div{position:absolute;overflow:hidden;background:#fff;border:1px solid #c9d3d9;box-shadow:0 18px 40px #0b2a3d2e}img{display:block;width:100%}
    .desk{left:40px;top:44px;width:850px;height:600px;border-radius:12px}.phone{right:44px;top:70px;width:290px;height:580px;border-radius:28px;border:6px solid #14222b}</style>
    <div class="desk"><img src="${desk}" alt=""></div><div class="phone"><img src="${phone}" alt=""></div>`, { waitUntil: "load" });
  await writeFile(join(folder, "cover.png"), await page.screenshot({ type: "png" }));
}

export const screens = {
  async "the eight main screens are taken in Arabic and French, on a phone and on a desk"(house) {
    const folder = house.screens || join(ROOT, "docs/screens");
    await mkdir(folder, { recursive: true });
    for (const lang of ["ar", "fr"]) {
      const told = await story(house, lang);
      for (const shape of Object.keys(SCREENS)) await pictures(house, folder, lang, shape, told);
      await house.leave();
    }
    await cover(house, folder);
  },
};
