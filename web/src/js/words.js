// Texts for scripts are written by the server on <body data-say-…>, in the page's language.
export const say = (name) => document.body.dataset[`say${name}`] ?? "";
export const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);
export const show = (element, on = true) => { if (element) element.hidden = !on; };

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

export function later(act, wait = 400) {
  let timer;
  return (...given) => { clearTimeout(timer); timer = setTimeout(() => act(...given), wait); };
}

// The same folding as the search of the server: no vowels, one alef, no case.
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u064b-\u065f\u0640]/g, "")
  .replace(/[أإآ]/g, "ا").replace(/ة/g, "ه").replace(/ى/g, "ي");
