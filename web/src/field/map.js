// A plan without foreign tiles: the areas of the commune, what waits, and where the telephone is.
import { far } from "./draw.js";
import { metres } from "./place.js";

const SVG = "http://www.w3.org/2000/svg", SIDE = 1000;

function part(name, attributes, ...inside) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

const rings = (geometry) => (geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : []).flat();

// Shows the square around the middle of what is shown; `width` in degrees of latitude.
export function plan(box, { points, here, areas, width }) {
  const all = here ? [...points, here] : points;
  const middle = here ?? { lat: points.reduce((sum, one) => sum + one.lat, 0) / (points.length || 1), lon: points.reduce((sum, one) => sum + one.lon, 0) / (points.length || 1) };
  const narrow = Math.cos((middle.lat * Math.PI) / 180) || 1;
  const reach = Math.max(0.004, ...all.map((one) => Math.max(Math.abs(one.lat - middle.lat), Math.abs(one.lon - middle.lon) * narrow)));
  const half = width ? width / 2 : Math.min(reach * 1.15, 0.2);
  const x = (lon) => (((lon - middle.lon) * narrow) / half + 1) * (SIDE / 2), y = (lat) => (1 - (lat - middle.lat) / half) * (SIDE / 2);
  const line = (ring) => `M${ring.map(([lon, lat]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join("L")}Z`;
  const svg = part("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, role: "group" });
  svg.append(part("path", { class: "land", d: (areas?.features ?? []).flatMap(({ geometry }) => rings(geometry)).map(line).join("") }));
  if (here) svg.append(part("circle", { class: "here", cx: x(here.lon), cy: y(here.lat), r: 22 }));
  for (const one of points.slice().reverse()) {
    const label = `${one.title}${here ? ` · ${far(metres(here, one))}` : ""}`;
    const link = part("a", { href: one.href, "aria-label": label, class: one.late ? "late" : "" });
    link.append(part("title", {}, label), part("circle", { class: "reach", cx: x(one.lon), cy: y(one.lat), r: 70 }), part("circle", { class: "spot", cx: x(one.lon), cy: y(one.lat), r: 30 }));
    svg.append(link);
  }
  box.replaceChildren(svg);
  return half * 2;
}
