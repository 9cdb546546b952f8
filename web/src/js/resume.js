// A paper goes up in parts and goes on after a cut. Without scripts it is sent whole, with the form.
import { post } from "./send.js";
import { each, make, show } from "./words.js";

const WAITS = [1, 2, 5, 10, 20, 30];

class Refused extends Error {}

// A name in Latin letters keeps its place in an Arabic sentence.
const named = (file) => `\u2068${file.name}\u2069`;

// Until so many seconds are over, or the line is back.
const pause = (seconds) => new Promise((go) => { setTimeout(go, seconds * 1000); addEventListener("online", go, { once: true }); });

async function ask(url, values) {
  let body;
  if (values) {
    body = new FormData();
    for (const [name, value] of Object.entries(values)) body.set(name, value);
  }
  const answer = await fetch(url, { method: body ? "POST" : "GET", body, headers: { accept: "application/json", "accept-language": document.documentElement.lang } });
  if (answer.ok) return answer.json();
  if (answer.status === 429 || answer.status >= 500) throw new Error(answer.status);
  const told = await answer.json().catch(() => ({}));
  throw new Refused(told.detail ?? "", { cause: answer.status });
}

async function send(file, input, tell) {
  const length = Number(input.dataset.part);
  let there = null, cuts = 0;
  while (!there || there.received < file.size) {
    try {
      if (!there) there = await ask(input.dataset.upload, { piece: input.dataset.piece, size: file.size });
      else if (cuts) there = await ask(there.url);
      else there = await ask(there.url, { at: there.received, part: file.slice(there.received, there.received + length), name: file.name });
      cuts = 0;
      tell(there.received / file.size);
    } catch (fault) {
      // The last part had arrived before the line was cut: the upload is over and its address gone. The list shows the file.
      if (fault.cause === 404 && there && there.received + length >= file.size) return;
      if (fault instanceof Refused) throw fault;
      tell(null);
      await pause(WAITS[Math.min(cuts++, WAITS.length - 1)]);
    }
  }
}

function watch(form) {
  const words = form.dataset;
  let queue = Promise.resolve(), waiting = 0, held = null;

  function field(input) {
    const status = make("p", "small"), bar = make("progress");
    status.setAttribute("role", "status");
    bar.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
    show(bar, false);
    input.closest(".field").append(bar, status);

    async function one(file) {
      const tell = (share) => {
        show(bar);
        if (share !== null) bar.value = share;
        status.textContent = `${named(file)}: ${share === null ? words.cut : words.going.replace("{n}", Math.floor(share * 100))}`;
      };
      tell(0);
      try {
        await send(file, input, tell);
        status.className = "small good";
        status.textContent = `${named(file)}: ${words.arrived}`;
      } catch (fault) {
        status.className = "error";
        status.textContent = `${named(file)}: ${fault.message || words.refused}`;
      }
      show(bar, false);
      const id = `given-${input.dataset.piece}`, fresh = (await post(form))?.getElementById(id);
      if (fresh) document.getElementById(id)?.replaceWith(fresh);
      waiting--;
      if (!waiting && held) form.requestSubmit(held.isConnected ? held : undefined);
    }

    input.addEventListener("change", () => {
      const files = [...input.files];
      input.value = ""; // the form must not send them again
      const chosen = input.parentElement.querySelector("[data-chosen]");
      if (chosen) chosen.textContent = "";
      status.className = "small";
      waiting += files.length;
      for (const file of files) queue = queue.then(() => one(file));
    });
  }

  each("input[data-upload]", field, form);
  form.addEventListener("submit", (event) => {
    if (!waiting) return;
    event.preventDefault();
    held = event.submitter;
    form.querySelector("[data-autosaved]").textContent = words.hold;
  });
}

export function resume() {
  each("form[data-going]", watch);
}
