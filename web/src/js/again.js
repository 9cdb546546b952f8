// A page on which one waits asks again by itself; the button stays for whoever has no scripts.
import { each } from "./words.js";

export function again() {
  each("form[data-again]", (form) => setTimeout(() => form.requestSubmit(), Number(form.dataset.again) * 1_000));
}
