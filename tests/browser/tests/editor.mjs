// A functional administrator writes a procedure from scratch with the forms alone, as docs/procedures.md says; a colleague publishes it, a citizen
// finds and files it. Nothing typed is lost, neither between two who write nor when a session ends.
import assert from "node:assert/strict";

const EDITOR = "procedures@demo.test", PUBLISHER = "president@demo.test";

const turn = (page, click) => Promise.all([page.waitForEvent("load"), click()]);

async function saved(page, form) {
  await form.locator("[data-autosaved]").filter({ hasText: "Le brouillon est enregistré." }).waitFor();
}

async function tab(page, name) {
  await turn(page, () => page.locator("nav.tabs a", { hasText: name }).click());
}

// Opens the card that adds to a list, and gives its form.
async function adding(page, list) {
  const card = page.locator(`#add-${list}`);
  if (!(await card.evaluate((one) => one.open))) await card.locator("> summary").click();
  return card.locator("form");
}

async function opened(page, list, id) {
  const card = page.locator(`#e-${list}-${id}`);
  if (!(await card.evaluate((one) => one.open))) await card.locator("> summary").click();
  return card.locator("form");
}

async function words(form, name, ar, fr) {
  await form.locator(`[name="${name}_ar"]`).fill(ar);
  await form.locator(`[name="${name}_fr"]`).fill(fr);
}

async function send(page, form) {
  await turn(page, () => form.locator("button.btn:not(.second):not(.danger)").first().click());
}

async function begin(page, id, code, model = "simple") {
  await page.goto("/fr/admin/procedures");
  await page.locator("a.btn", { hasText: "Nouvelle démarche" }).click();
  await page.fill("[name=title_ar]", `قطعة في حديقة الحي ${code}`);
  await page.fill("[name=title_fr]", `Parcelle de jardin ${code}`);
  await page.fill("#new [name=id]", id);
  await page.fill("#new [name=code]", code);
  await page.check(`[name=model][value=${model}]`);
  await turn(page, () => page.locator("#new button.btn").click());
  assert.match(page.url(), new RegExp(`/${id}/1/identity`));
}

async function identity(page) {
  const form = page.locator("main form[data-autosave]");
  await words(form, "hint", "لزراعة الخضر قرب بيتكم", "Pour cultiver des légumes près de chez vous");
  await form.locator("[name='keywords.ar']").fill("جردة، خضرة");
  await form.locator("[name='keywords.fr']").fill("jardin, potager, jarda");
  await form.locator("[name='route.0.unit']").selectOption("green-spaces");
  await form.locator("[name='basis.0.law']").fill("113-14");
  await form.locator("[name='basis.0.article']").fill("100");
  await words(form, "basis.0.title", "القانون التنظيمي للجماعات", "Loi organique relative aux communes");
  await words(form, "hours", "من الاثنين إلى الخميس", "Du lundi au jeudi");
  await saved(page, form);
}

async function questions(page) {
  await tab(page, "Formulaire");
  const object = await opened(page, "question", "object");
  await words(object, "label", "ماذا تزرعون؟", "Que cultiverez-vous ?");
  await saved(page, object);
  // The citizen's form beside it follows what is typed, in the language that is chosen.
  const live = page.locator("[data-live-shown]");
  await live.filter({ hasText: "Que cultiverez-vous ?" }).waitFor();
  await page.locator("[data-live] a.chip", { hasText: "Arabe" }).click();
  await live.filter({ hasText: "ماذا تزرعون؟" }).waitFor();
  assert.equal(await live.locator("> [dir=rtl]").count(), 1);
  const surface = await adding(page, "question");
  await surface.locator("[name=item]").fill("surface");
  await words(surface, "label", "المساحة بالمتر المربع", "Surface en m²");
  await surface.locator("[name=page]").selectOption("request");
  await surface.locator("[name=kind]").selectOption("number");
  await surface.locator("[name=required][type=checkbox]").check();
  await send(page, surface);
}

async function piecesAndFees(page) {
  await tab(page, "Pièces");
  const piece = await adding(page, "piece");
  await piece.locator("[name=item]").fill("sketch");
  await piece.locator("[name=kind]").selectOption("sketch");
  await piece.locator("[name=from]").selectOption("applicant");
  await send(page, piece);
  await tab(page, "Frais et délais");
  const fee = await adding(page, "fee");
  await fee.locator("[name=item]").fill("plot");
  await words(fee, "label", "واجب القطعة", "Redevance de la parcelle");
  await fee.locator("[name='amount.fixed']").fill("1");
  await fee.locator("[name='amount.times']").selectOption("surface");
  await fee.locator("[name=due]").selectOption("grant");
  await send(page, fee);
}

async function way(page) {
  await tab(page, "Parcours");
  assert.ok(await page.locator(".flow svg .state").count() > 10, "the way is drawn");
  const state = await adding(page, "state");
  await state.locator("[name=item]").fill("garden");
  await words(state, "name", "معاينة البستاني", "Chez le jardinier");
  await state.locator("[name=phase]").selectOption("waiting_other");
  await send(page, state);
  await page.locator("#e-state-garden output", { hasText: "Rien ne mène à l'état" }).waitFor();
  for (const [id, ar, fr, from, to] of [
    ["to_garden", "عرض على البستاني", "Envoyer au jardinier", "study", "garden"],
    ["from_garden", "جواب البستاني", "Noter l'avis du jardinier", "garden", "study"],
  ]) {
    const action = await adding(page, "action");
    await action.locator("[name=item]").fill(id);
    await words(action, "name", ar, fr);
    await action.locator(`[name=from][value=${from}]`).check();
    await action.locator("[name=to]").selectOption(to);
    await action.locator("[name=by][value='cases.handle']").check();
    await send(page, action);
  }
  await page.locator(".flow svg text", { hasText: "Chez le" }).first().waitFor();
  assert.equal(await page.locator("[id$='-wrong'] li").count(), 0);
}

async function propose(page) {
  await tab(page, "Tests");
  const test = await adding(page, "test");
  await test.locator("[name=item]").fill("Dix mètres carrés coûtent dix dirhams");
  await test.locator("[name=given]").fill("object = tomates\nsurface = 10");
  await test.locator("[name=fees]").fill("plot = 10,00");
  await test.locator("[name=path]").fill("take, to_garden, from_garden, propose_grant, grant, deliver");
  await test.locator("[name=ends]").selectOption("delivered");
  await send(page, test);
  await tab(page, "Vérification");
  assert.match(await page.textContent("#f-faults"), /Rien n'empêche de publier/);
  await tab(page, "Publication");
  await page.fill("#f-propose [name=note]", "Décision 4/2026");
  await turn(page, () => page.locator("#f-propose button").click());
}

async function publish(house, id) {
  const colleague = await house.staff(PUBLISHER);
  await colleague.goto("/fr/admin/publications");
  await turn(colleague, () => colleague.locator(`main a[href$='/admin/publications/${id}/1']`).click());
  assert.match(await colleague.textContent("main"), /Décision 4\/2026/);
  await colleague.locator("form.act button", { hasText: "Publier" }).click();
  await turn(colleague, () => colleague.locator("dialog.ask button.danger").click());
  assert.match(colleague.url(), /admin\/publications/);
}

async function next(page) {
  await turn(page, () => page.locator("main form button.btn:not(.second):not(.small)").last().click());
}

// A citizen who types a word of daily speech.
async function file(house, id, code) {
  const page = await house.visitor();
  await page.goto("/ar/procedures");
  await page.fill("main input[name=q]", "جردة");
  await turn(page, () => page.press("main input[name=q]", "Enter"));
  await turn(page, () => page.locator(`main a[href$='/procedures/${id}']`).first().click());
  assert.match(await page.textContent("main"), /من الاثنين إلى الخميس/, "the hours of this counter");
  await turn(page, () => page.locator("main a[href$='/start']").first().click());
  await turn(page, () => page.locator("main form[action$='/start'] button").click());
  await page.fill("[name=object]", "طماطم ونعناع");
  await page.fill("[name=surface]", "12");
  await next(page);
  await page.locator("input[name=as][value=person]").check();
  await page.fill("[name='applicant.name']", "ليلى بنعيسى");
  await page.fill("[name='applicant.card']", "AB123456");
  await next(page);
  if (page.url().endsWith("/pieces")) await next(page);
  await page.locator("input[name=contact_how][value=none]").check();
  await next(page);
  assert.match(await page.textContent("main"), /12,00/);
  await next(page);
  await page.waitForURL(/\/receipt\?k=/);
  assert.match(await page.textContent("main"), new RegExp(code));
  assert.deepEqual(page.faults, []);
}

const fresh = () => { const mark = Date.now().toString(36).slice(-5); return [`garden-${mark}`, `L${mark}`.toUpperCase()]; };

async function scratch(house) {
  const began = Date.now();
  const [id, code] = fresh();
  const page = await house.staff(EDITOR);
  await begin(page, id, code);
  await identity(page);
  await questions(page);
  await piecesAndFees(page);
  await way(page);
  await propose(page);
  await publish(house, id);
  const minutes = (Date.now() - began) / 60_000;
  assert.ok(minutes < 10, `${minutes} minutes`);
  await file(house, id, code);
  assert.deepEqual(page.faults, []);
}

async function sessionEnds(house) {
  const [id, code] = fresh();
  const page = await house.staff(EDITOR);
  await begin(page, id, code);
  const form = page.locator("main form[data-autosave]");
  await words(form, "who", "سكان الحي", "Les habitants du quartier");
  await saved(page, form);
  await page.reload();
  assert.equal(await form.locator("[name=who_fr]").inputValue(), "Les habitants du quartier", "kept without a button");
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await form.locator("[name=who_fr]").fill("Les voisins du jardin");
  await form.locator("[data-autosaved]").filter({ hasText: "Pas encore enregistré" }).waitFor();
  await turn(page, () => form.locator("button.btn").first().click());
  assert.match(await page.textContent("main"), /session/i);
  // Signed in again in another window: what was typed is sent once more.
  await page.context().addCookies(cookies);
  await turn(page, () => page.locator("main form button").click());
  assert.equal(await page.locator("[name=who_fr]").inputValue(), "Les voisins du jardin");
}

async function twoWrite(house) {
  const [id, code] = fresh();
  const one = await house.staff(EDITOR);
  await begin(one, id, code);
  await one.goto(`/fr/admin/procedures/${id}/1/toml`);
  const other = await house.staff(EDITOR);
  await other.goto(`/fr/admin/procedures/${id}/1/toml`);
  const text = await one.inputValue("#f-text");
  await one.fill("#f-text", text.replace("Que demandez-vous ?", "Que voulez-vous ?"));
  await saved(one, one.locator("#text"));
  await other.fill("#f-text", text.replace("La demande", "Votre jardin"));
  await other.locator("#text [data-autosaved]").filter({ hasText: "Pas encore enregistré" }).waitFor();
  await turn(other, () => other.locator("#text button").click());
  assert.match(await other.inputValue("#f-text"), /Votre jardin/, "what was typed is kept");
  assert.match(await other.textContent("main pre"), /Que voulez-vous \?/, "what the other wrote is shown");
  await one.reload();
  assert.doesNotMatch(await one.inputValue("#f-text"), /Votre jardin/);
}

// Without scripts the Save button of each form keeps it, and the preview is a page of its own.
async function plain(house) {
  const [id, code] = fresh();
  const page = await house.staff(EDITOR, { javaScriptEnabled: false });
  await begin(page, id, code, "certificate");
  const form = page.locator("main form", { has: page.locator("[name=who_fr]") });
  await words(form, "who", "السكان", "Les habitants");
  await send(page, form);
  await tab(page, "Parcours");
  const grant = await opened(page, "action", "grant");
  await turn(page, () => grant.locator("button[value=take]").click());
  await words(await opened(page, "action", "grant"), "name", "تسليم الشهادة", "Établir l'attestation");
  await send(page, await opened(page, "action", "grant"));
  assert.match(await page.textContent(".flow-words"), /Établir l'attestation/);
  await turn(page, () => page.locator("[data-live] a.chip", { hasText: "Arabe" }).click());
  assert.match(page.url(), new RegExp(`/ar/admin/procedures/${id}/1/preview`));
}

export const editor = {
  "a procedure from scratch with the forms, published by a second person, found and filed": scratch,
  "what is typed is kept by itself, and survives the end of the session": sessionEnds,
  "of two who write the text the second is told, with both texts": twoWrite,
  "the same forms without scripts": plain,
};
