// Our own base map: sand land, white streets, the river, the forest; colours come from the page's tokens.
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const colours = () => Object.fromEntries(
  ["sand", "sheet", "line", "edge", "ink", "ink-soft", "river", "river-wash", "forest", "forest-wash", "future", "future-fill", "alarm", "on-strong", "paper"].map((name) => [name, token(name)]),
);

const width = (near, far) => ["interpolate", ["exponential", 1.6], ["zoom"], 10, far, 18, near];

// Layer names are those of the Protomaps basemap.
function streets(c) {
  const road = (id, kinds, near, far, from) => ({
    id, type: "line", source: "tiles", "source-layer": "roads", minzoom: from, filter: ["in", ["get", "kind"], ["literal", kinds]],
    layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": c.sheet, "line-width": width(near, far) },
  });
  const fill = (id, layer, colour, kinds) => ({
    id, type: "fill", source: "tiles", "source-layer": layer, paint: { "fill-color": colour },
    ...(kinds ? { filter: ["in", ["get", "kind"], ["literal", kinds]] } : {}),
  });
  return [
    fill("earth", "earth", c.sand),
    fill("green", "landuse", c["forest-wash"], ["park", "forest", "wood", "grass", "cemetery", "garden", "nature_reserve", "golf_course"]),
    fill("water", "water", c["river-wash"]),
    { ...fill("buildings", "buildings", c.line), minzoom: 15 },
    road("path", ["path", "other"], 4, 0.2, 15), road("minor", ["minor_road"], 14, 0.4, 12),
    road("major", ["major_road"], 20, 1, 9), road("highway", ["highway"], 24, 1.6, 7),
  ];
}

export function style(box, c) {
  const tiles = box.dataset.tilesUrl, areas = box.dataset.areasUrl, points = box.dataset.pointsUrl, heat = box.dataset.heatUrl;
  const counted = box.dataset.counted !== undefined, none = { type: "FeatureCollection", features: [] };
  const at = (path) => new URL(path, location.href).href;
  return {
    version: 8,
    sources: {
      ...(tiles ? { tiles: { type: "vector", url: `pmtiles://${at(tiles)}`, attribution: "© OpenStreetMap" } } : {}),
      ...(areas ? { areas: { type: "geojson", data: at(areas) } } : {}),
      ...(points ? { points: counted ? { type: "geojson", data: none } : { type: "geojson", data: at(points), cluster: true, clusterRadius: 44, clusterMaxZoom: 16 } } : {}),
      ...(heat ? { heat: { type: "geojson", data: at(heat) } } : {}),
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": tiles ? c["river-wash"] : c.paper } },
      ...(tiles ? streets(c) : []),
      ...(areas ? [
        { id: "areas", type: "fill", source: "areas", paint: { "fill-color": c.sand, "fill-opacity": tiles ? 0 : 1 } },
        { id: "edges", type: "line", source: "areas", paint: { "line-color": c.edge, "line-width": 1.25, "line-dasharray": [3, 2] } },
      ] : []),
      ...(heat ? [{ id: "heat", type: "fill", source: "heat", paint: { "fill-color": c.river, "fill-opacity": ["*", 0.16, ["get", "shade"]] } }] : []),
      ...(points ? [{ id: "points", type: "symbol", source: "points", filter: ["!", ["has", "point_count"]],
        layout: { "icon-image": ["concat", "star-", ["coalesce", ["get", "kind"], "future"]], "icon-allow-overlap": true, "icon-size": 0.5 } }] : []),
    ],
  };
}

// The eight-pointed star, drawn once per colour.
export function star(colour, edge) {
  const size = 56, half = size / 2, canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  const steps = [[1, 0], [0.7, 0.3], [0.7, 0.7], [0.3, 0.7], [0, 1], [-0.3, 0.7], [-0.7, 0.7], [-0.7, 0.3], [-1, 0], [-0.7, -0.3], [-0.7, -0.7], [-0.3, -0.7], [0, -1], [0.3, -0.7], [0.7, -0.7], [0.7, -0.3]];
  pen.beginPath();
  steps.forEach(([x, y]) => pen.lineTo(half + x * (half - 4), half + y * (half - 4)));
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
  pen.lineWidth = 4;
  pen.strokeStyle = edge;
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}
