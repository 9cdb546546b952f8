// A form posts what is typed so far, without files, one post at a time: what was typed last arrives last.
import { each } from "./words.js";

const lines = new WeakMap();

async function once(form) {
  const typed = new FormData(form);
  each("input[type=file]", (input) => typed.delete(input.name), form);
  typed.set("x_show", "form");
  form.dispatchEvent(new Event("keeping"));
  let page = null;
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: typed });
    if (answer.ok && !answer.redirected) page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch { /* without a line it is sent with the form */ }
  form.dispatchEvent(new CustomEvent("kept", { detail: page }));
  return page;
}

// The page as the server shows it now, or null.
export function post(form) {
  const line = (lines.get(form) ?? Promise.resolve()).then(() => once(form));
  lines.set(form, line);
  return line;
}
