// The map engine, fetched only when a map is seen: points with links, clusters, names of areas, picking a point.
import gl from "maplibre-gl/dist/maplibre-gl-csp.js";
import { Protocol } from "pmtiles";
import { place } from "../js/point.js";
import { make, show } from "../js/words.js";
import { colours, star, style } from "./style.js";
import { tidied } from "./tidy.js";

const KINDS = { river: "river", forest: "forest", future: "future-fill", alarm: "alarm" };
const SALE = [34.045, -6.805, 12];

const number = (count) => new Intl.NumberFormat(document.documentElement.lang === "ar" ? "ar-MA-u-nu-latn" : document.documentElement.lang).format(count);

function bounds(features) {
  const box = new gl.LngLatBounds();
  const walk = (value) => (typeof value[0] === "number" ? box.extend(value) : value.forEach(walk));
  features.forEach((feature) => feature.geometry && walk(feature.geometry.coordinates));
  return box;
}

function card(properties) {
  const body = make("div", "stack g2");
  const name = properties.url ? make("a", "", properties.title) : make("b", "", properties.title);
  if (properties.url) name.href = properties.url;
  name.dir = "auto";
  body.append(name);
  if (properties.status) body.append(make("span", `pill ${properties.kind ?? ""}`, properties.status));
  if (properties.text) { const text = make("span", "small soft", properties.text); text.dir = "auto"; body.append(text); }
  return body;
}

function points(map) {
  map.on("click", "points", ({ features: [point] }) => {
    new gl.Popup({ offset: 14, maxWidth: "260px" }).setLngLat(point.geometry.coordinates).setDOMContent(card(point.properties)).addTo(map);
  });
  map.on("mouseenter", "points", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "points", () => { map.getCanvas().style.cursor = ""; });
}

// The engine names every mark "Map marker"; the words inside are a better name.
function mark(map, element, at) {
  const marker = new gl.Marker({ element }).setLngLat(at).addTo(map);
  element.removeAttribute("aria-label");
  if (element.tagName === "BUTTON") element.removeAttribute("role");
  return marker;
}

// Counts are page elements, so that the browser shapes their digits and the keyboard reaches them.
function clusters(map, names) {
  const seen = new Map();
  const draw = () => {
    const now = new Set();
    for (const feature of map.isSourceLoaded("points") ? map.querySourceFeatures("points", { filter: ["has", "point_count"] }) : []) {
      const id = feature.properties.cluster_id;
      now.add(id);
      if (seen.has(id)) continue;
      const button = make("button", "cluster", String(feature.properties.point_count_abbreviated));
      button.type = "button";
      button.addEventListener("click", async () => {
        const zoom = await map.getSource("points").getClusterExpansionZoom(id);
        map.easeTo({ center: feature.geometry.coordinates, zoom });
      });
      seen.set(id, mark(map, button, feature.geometry.coordinates));
    }
    for (const [id, marker] of seen) if (!now.has(id)) { marker.remove(); seen.delete(id); }
    names.soon();
  };
  map.on("moveend", draw);
  map.on("sourcedata", (event) => { if (event.sourceId === "points" && event.isSourceLoaded) draw(); });
  map.on("idle", draw);
}

// What the server counted, asked anew for each part of the map that is looked at: points while they are few, else counts.
function counted(map, box, names) {
  let marks = [], asked = 0, waiting;
  const put = ({ features }) => {
    marks.forEach((one) => one.remove());
    marks = features.filter(({ properties }) => properties.count).map(({ geometry, properties }) => {
      const button = make("button", "cluster", number(properties.count));
      button.type = "button";
      button.title = properties.title;
      button.addEventListener("click", () => {
        if (map.getZoom() < 17) map.easeTo({ center: geometry.coordinates, zoom: Math.min(map.getZoom() + 2, 18) });
        else location.href = properties.url;
      });
      return mark(map, button, geometry.coordinates);
    });
    map.getSource("points").setData({ type: "FeatureCollection", features: features.filter(({ properties }) => !properties.count) });
    names.soon();
  };
  const ask = async () => {
    const mine = ++asked, seen = map.getBounds(), url = new URL(box.dataset.pointsUrl, location.href);
    url.searchParams.set("bbox", [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()].map((at) => at.toFixed(5)).join(","));
    url.searchParams.set("zoom", Math.floor(map.getZoom()));
    const found = await (await fetch(url)).json();
    if (mine === asked) put(found);
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(() => ask().catch(console.error), 150); };
  map.on("load", () => { map.on("moveend", soon); ask().catch(console.error); });
}

// A square says its count when it is touched.
function heat(map) {
  map.on("click", "heat", ({ lngLat, features: [square] }) => {
    const count = number(square.properties.count);
    new gl.Popup({ maxWidth: "200px" }).setLngLat(lngLat).setDOMContent(make("b", "num", count)).addTo(map);
  });
}

function named(map, kind, text, at) {
  const marker = mark(map, make("span", kind, text), at);
  marker.getElement().removeAttribute("role");
  return marker;
}

async function areas(map, url, names) {
  const { features } = await (await fetch(url)).json();
  const lang = document.documentElement.lang;
  for (const feature of features) {
    const { name, name_ar, name_fr, kind } = feature.properties;
    if (kind === "commune" && features.length > 1) continue;
    const text = (typeof name === "object" ? name?.[lang] ?? name?.ar : name) ?? (lang === "ar" || lang === "zgh" ? name_ar ?? name_fr : name_fr ?? name_ar);
    if (!text) continue;
    names.add(named(map, "area-name", text, bounds([feature]).getCenter()), false);
  }
  return features;
}

// Without streets below, the names of the quarters say where one is; they come once there is room for them.
async function quarters(map, areasUrl, names) {
  const { features } = await (await fetch(new URL("quarters.geojson", new URL(areasUrl, location.href)))).json();
  const arabic = ["ar", "zgh"].includes(document.documentElement.lang), near = 12.6;
  const marks = features.filter(({ geometry }) => geometry).map(({ geometry, properties }) =>
    named(map, "area-name quarter-name", arabic ? properties.name_ar : properties.name_fr, geometry.coordinates));
  const look = () => marks.forEach((one) => show(one.getElement(), map.getZoom() >= near));
  map.on("zoom", look);
  look();
  marks.forEach((one) => names.add(one, true));
}

function holds({ geometry }, [x, y]) {
  const inside = (rings) => rings.flatMap((ring) => ring.map((a, i) => [a, ring[(i || ring.length) - 1]]))
    .filter(([[ax, ay], [bx, by]]) => (ay > y) !== (by > y) && x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length % 2 === 1;
  return geometry?.type === "Polygon" ? inside(geometry.coordinates) : geometry?.type === "MultiPolygon" && geometry.coordinates.some(inside);
}

function picker(map, box, known) {
  const form = box.closest("form"), lat = form.querySelector("[data-lat]"), lon = form.querySelector("[data-lon]");
  const marker = new gl.Marker({ color: colours()["future-fill"], draggable: true });
  const put = (at, move) => { marker.setLngLat(at).addTo(map); if (move) map.easeTo({ center: at, zoom: Math.max(map.getZoom(), 16) }); };
  const outside = make("p", "error", box.dataset.outside), canvas = map.getCanvas(), keys = make("p", "hint", box.dataset.keys);
  outside.setAttribute("role", "status");
  keys.id = "map-keys";
  canvas.setAttribute("aria-describedby", keys.id);
  show(outside, false);
  box.after(keys, outside);
  const check = async (at) => { const all = await known; show(outside, all.length > 0 && !all.some((area) => holds(area, at))); };
  let own = false;
  const tell = ({ lat: y, lng: x }) => { own = true; place(form, y, x); own = false; check([x, y]); };
  const follow = () => {
    const at = [Number(lon.value), Number(lat.value)];
    if (!own && lat.value && lon.value && at.every(Number.isFinite)) { put(at, true); check(at); }
  };
  map.on("click", (event) => { put(event.lngLat); tell(event.lngLat); });
  canvas.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    put(map.getCenter());
    tell(map.getCenter());
  });
  marker.on("dragend", () => tell(marker.getLngLat()));
  lon.addEventListener("input", follow);
  lat.addEventListener("input", follow);
  follow();
}

export function open(box, worker) {
  gl.setWorkerUrl(worker);
  if (box.dataset.tilesUrl) gl.addProtocol("pmtiles", new Protocol().tile);
  const c = colours(), [lat, lon, zoom] = box.dataset.center ? box.dataset.center.split(",").map(Number) : SALE;
  const map = new gl.Map({
    container: box, style: style(box, c), center: [lon, lat], zoom: zoom ?? 13, attributionControl: box.dataset.tilesUrl ? { compact: true } : false,
    cooperativeGestures: false, dragRotate: false, pitchWithRotate: false, maxZoom: 19,
    locale: { "NavigationControl.ZoomIn": box.dataset.zoomIn, "NavigationControl.ZoomOut": box.dataset.zoomOut, "Map.Title": box.parentElement.querySelector("figcaption, legend")?.firstChild?.textContent.trim(), "Popup.Close": box.dataset.close },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new gl.NavigationControl({ showCompass: false }), document.dir === "rtl" ? "top-left" : "top-right");
  for (const [kind, name] of Object.entries(KINDS)) map.addImage(`star-${kind}`, star(c[name], c.sheet));
  const names = tidied(map);
  const known = (box.dataset.areasUrl ? areas(map, box.dataset.areasUrl, names) : Promise.resolve([])).catch((fault) => { console.error(fault); return []; });
  known.then((all) => { if (!box.dataset.center && all.length) map.fitBounds(bounds(all), { padding: 24, animate: false }); });
  if (box.dataset.areasUrl && !box.dataset.tilesUrl) quarters(map, box.dataset.areasUrl, names).catch(console.error);
  if (box.dataset.pointsUrl) { points(map); if (box.dataset.counted === undefined) clusters(map, names); else counted(map, box, names); }
  if (box.dataset.heatUrl) heat(map);
  if (box.dataset.picker !== undefined) picker(map, box, known);
  return map;
}
