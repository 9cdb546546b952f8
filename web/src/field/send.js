// Sends what waits, in the order in which it was done: one request for each deed. However often it is sent, it counts once.
import { all, put, sent } from "./box.js";

const REFUSED = new Set([400, 404, 413, 415, 422]);

function form(deed) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ key: deed.key, kind: deed.kind, owner: deed.owner, listed: deed.listed, done_at: deed.done_at, ...deed.fields })) {
    if (value !== null && value !== undefined && value !== "") body.append(name, String(value));
  }
  if (deed.photo) body.append("photo", deed.photo, "photo.jpg");
  return body;
}

// One deed: "sent", "later", "refused", or why everything else has to wait too.
async function post(deed, address) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body: form(deed), headers: { accept: "application/json" } });
  } catch { return "offline"; }
  if (answer.redirected || answer.status === 401) return "signedOut";
  const told = await answer.json().catch(() => null);
  if (answer.ok && told?.outcome) {
    await sent(deed, told);
    return "sent";
  }
  const code = told?.errors?.[0]?.code;
  if (code === "field-waits" || code === "field-late-enough") return "later";
  if (code === "field-not-yours") return "notYours";
  if (answer.status === 409 || REFUSED.has(answer.status)) {
    await put({ ...deed, state: "refused", why: told?.detail ?? String(answer.status) });
    return "refused";
  }
  return "notNow";
}

async function run(owner, address, told) {
  let count = 0;
  for (const { key } of await all()) {
    // Read again: another window may have sent it meanwhile.
    const deeds = await all(), deed = deeds.find((one) => one.key === key);
    if (!deed || deed.owner !== owner || deed.state !== "waits") continue;
    // What belongs to a report goes after it.
    if (deed.of && deeds.some((one) => one.key === deed.of && one.state !== "sent")) continue;
    const outcome = await post(deed, address);
    if (outcome === "sent") count += 1;
    else if (outcome !== "later" && outcome !== "refused") return { count, stopped: outcome };
    await told();
  }
  return { count, stopped: "" };
}

let running = null;
export function send(owner, address, told) {
  const go = () => run(owner, address, told);
  running ??= (navigator.locks ? navigator.locks.request("jamaa-field", go) : go()).finally(() => { running = null; });
  return running;
}
