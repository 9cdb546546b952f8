// Templates of the page filled with values: no sentence and no markup stands in the scripts.
const icons = () => document.getElementById("icons").content;
export const app = () => document.getElementById("app");

// A sentence of the page, with what it names.
export function word(name, values = {}) {
  return (app().dataset[name] ?? "").replace(/\{(\w+)\}/g, (hole, key) => values[key] ?? hole);
}

// data-t: a text; data-h: an address; data-if: there only with a value. What has no value goes.
export function fill(name, values) {
  const part = document.getElementById(name).content.firstElementChild.cloneNode(true);
  const within = (selector) => [...(part.matches(selector) ? [part] : []), ...part.querySelectorAll(selector)];
  for (const spot of within("[data-if]")) if (!values[spot.dataset.if]) spot.remove();
  for (const spot of within("[data-h]")) if (values[spot.dataset.h]) spot.setAttribute("href", values[spot.dataset.h]);
  for (const spot of within("[data-t]")) {
    const value = values[spot.dataset.t];
    if (value === null || value === undefined || value === "") spot.remove(); else spot.textContent = value;
  }
  for (const spot of within("[data-icon]")) {
    const icon = icons().querySelector(`[data-name="${CSS.escape(values.icon ?? "")}"]`) ?? icons().querySelector("[data-name=file]");
    spot.replaceWith(icon.firstElementChild.cloneNode(true));
  }
  return part;
}

const locale = () => (document.documentElement.lang === "ar" ? "ar-MA" : document.documentElement.lang);
export const hour = (time) => new Intl.DateTimeFormat(locale(), { dateStyle: "short", timeStyle: "short" }).format(new Date(time));

function kilometres(metres) {
  const digits = metres < 10_000 ? 1 : 0;
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(metres / 1000);
}

export function far(metres) {
  if (metres === null) return "";
  return metres < 1000 ? word("m", { n: Math.max(10, Math.round(metres / 10) * 10) }) : word("km", { n: kilometres(metres) });
}
