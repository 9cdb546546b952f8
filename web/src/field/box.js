// What was done in the street waits in the browser, with its photograph, until the house has it: one row for each deed, by its key.
const NAME = "jamaa-field";
// As many as the stops of a long round: what was sent stands until a list of the house shows it.
const LOGGED = 300;

export function store(name, mode, act) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("deeds", { keyPath: "key" });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const deal = opening.result.transaction("deeds", mode);
      const asked = act(deal.objectStore("deeds"));
      deal.oncomplete = () => { opening.result.close(); done(asked.result); };
      deal.onabort = deal.onerror = () => { opening.result.close(); failed(deal.error); };
    };
  });
}

export const all = async () => (await store(NAME, "readonly", (deeds) => deeds.getAll())).sort((a, b) => a.made - b.made);
export const put = (deed) => store(NAME, "readwrite", (deeds) => deeds.put(deed));
export const drop = (key) => store(NAME, "readwrite", (deeds) => deeds.delete(key));

// What the house has is remembered for a while without its photograph, so that the agent sees what became of it, and is not asked
// for it again by a list that is older.
export async function sent(deed, answer) {
  const { key, owner, kind, made, label, fields: { task, round, seq, finding } } = deed;
  await put({ key, owner, kind, made, fields: { task, round, seq, finding }, label: { ...label, code: answer.code ?? label.code }, state: "sent", why: answer.text, outcome: answer.outcome, received: answer.received_at });
  // What belongs to a report is known by its code from now on.
  for (const one of answer.code ? await all() : []) if (one.of === key && one.state !== "sent") await put({ ...one, label: { ...one.label, code: answer.code } });
  const old = (await all()).filter((one) => one.state === "sent").slice(0, -LOGGED);
  for (const one of old) await drop(one.key);
}
