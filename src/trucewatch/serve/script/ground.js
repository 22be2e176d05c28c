// The style of the live map: land, borders and roads under it, the zones and lines of the agreements, and the discs of incidents.
// There are no glyphs and no sprites: names are words of the page, laid over the map by `names.js`.
const CIRCUMFERENCE = 40075016.686;
const TILE = 512;
const FAR = 24;

// How many pixels a metre takes at zoom 0, at a latitude; each zoom doubles it.
export const pixels = (lat) => (TILE / CIRCUMFERENCE) / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
// True to the ground at every zoom: what it is at zoom 0, doubled with each.
const onGround = (value) => ["interpolate", ["exponential", 2], ["zoom"], 0, value, FAR, ["*", value, 2 ** FAR]];

export function colours(element) {
  const set = getComputedStyle(element);
  const of = (name) => set.getPropertyValue(`--${name}`).trim();
  return {
    sea: of("m-sea"), land: of("m-land"), road: of("m-road"), zone: of("m-zone"), grid: of("m-grid"), bare: of("sunk"), paper: of("surface"),
    ink: of("ink"), soft: of("ink-2"), faint: of("ink-3"), line: of("line-2"), lit: of("mark-line"),
    force: of("m-force"), people: of("m-people"), talks: of("m-talks"), mixed: of("m-mixed"),
  };
}

const feature = (geometry) => ({ type: "Feature", properties: {}, geometry });
const all = (features) => ({ type: "FeatureCollection", features });

function sources(ground) {
  const [west, south, east, north] = ground.box || [];
  const box = ground.box ? [feature({ type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] })] : [];
  return {
    box: { type: "geojson", data: all(box) },
    land: { type: "geojson", data: all(ground.land ? [feature(ground.land)] : []) },
    borders: { type: "geojson", data: all(ground.borders ? [feature(ground.borders)] : []) },
    roads: { type: "geojson", data: all(ground.roads.map((points) => feature({ type: "LineString", coordinates: points }))) },
    shapes: { type: "geojson", data: all(ground.shapes) },
    discs: { type: "geojson", data: all([]), cluster: true, clusterRadius: 30, clusterMaxZoom: 5, clusterProperties: { events: ["+", ["get", "events"]] } },
    lit: { type: "geojson", data: all([]) },
  };
}

const tone = (c) => ["match", ["get", "group"], "force", c.force, "people", c.people, "talks", c.talks, c.mixed];
const isKind = (...kinds) => ["in", ["get", "kind"], ["literal", kinds]];
const weight = (strong, weak) => ["case", ["get", "asked"], strong, weak];
// A wide disc is faint: it says little of where a thing was, and must not hide what is known better.
const doubt = (near, middle, far) => ["interpolate", ["linear"], ["get", "km"], 3, near, 20, middle, 60, far];
const single = ["!", ["has", "point_count"]];

export function style(ground, c) {
  const line = (id, source, paint, filter) => ({ id, type: "line", source, paint, ...(filter ? { filter } : {}), layout: { "line-join": "round" } });
  const layers = [
    { id: "bare", type: "background", paint: { "background-color": c.bare } },
    { id: "sea", type: "fill", source: "box", paint: { "fill-color": c.sea } },
    { id: "land", type: "fill", source: "land", paint: { "fill-color": c.land } },
    line("coast", "land", { "line-color": c.line, "line-width": 0.8 }),
    line("borders", "borders", { "line-color": c.faint, "line-width": 1.2, "line-dasharray": [6, 3, 1.5, 3] }),
    line("roads", "roads", { "line-color": c.road, "line-width": 0.9, "line-opacity": 0.6 }),
    { id: "zones", type: "fill", source: "shapes", filter: isKind("zone"), paint: { "fill-color": c.zone, "fill-opacity": weight(0.08, 0.03) } },
    { id: "open", type: "fill", source: "shapes", filter: ["all", isKind("zone"), ["get", "open"]], paint: { "fill-pattern": "hatch", "fill-opacity": 0.5 } },
    { id: "reach", type: "fill", source: "shapes", filter: isKind("reach"), paint: { "fill-color": c.zone, "fill-opacity": 0.05, "fill-antialias": false } },
    line("zones-firm", "shapes", { "line-color": c.zone, "line-width": 1.4, "line-opacity": weight(1, 0.55) }, ["all", isKind("zone"), ["get", "firm"]]),
    line("zones-soft", "shapes", { "line-color": c.zone, "line-width": 1.1, "line-dasharray": [3, 3], "line-opacity": weight(1, 0.55) }, ["all", isKind("zone"), ["!", ["get", "firm"]]]),
    line("lines-road", "shapes", { "line-color": c.road, "line-width": 2 }, isKind("road")),
    line("lines-front", "shapes", { "line-color": c.soft, "line-width": 2, "line-dasharray": [0.7, 1.6] }, isKind("front")),
    { id: "discs", type: "circle", source: "discs", filter: single, paint: {
      "circle-radius": onGround(["get", "radius"]), "circle-color": tone(c), "circle-opacity": doubt(0.2, 0.1, 0.035), "circle-blur": doubt(0.1, 0.04, 0.012),
      "circle-stroke-color": tone(c), "circle-stroke-width": 1, "circle-stroke-opacity": doubt(0.6, 0.5, 0.35), "circle-pitch-alignment": "map" } },
    { id: "dots", type: "circle", source: "discs", filter: single, paint: { "circle-radius": 3.4, "circle-color": tone(c), "circle-stroke-color": c.paper, "circle-stroke-width": 1.2 } },
    { id: "clusters", type: "circle", source: "discs", filter: ["has", "point_count"], paint: {
      "circle-radius": ["interpolate", ["linear"], ["log10", ["max", ["get", "events"], 1]], 0, 11, 2, 15, 5, 24],
      "circle-color": c.paper, "circle-opacity": 0.92, "circle-stroke-color": c.force, "circle-stroke-width": 1.6 } },
    { id: "lit", type: "circle", source: "lit", paint: { "circle-radius": onGround(["get", "radius"]), "circle-color": c.lit, "circle-opacity": 0.18, "circle-stroke-color": c.lit, "circle-stroke-width": 2.2 } },
    { id: "lit-dot", type: "circle", source: "lit", paint: { "circle-radius": 6, "circle-color": c.lit, "circle-stroke-color": c.paper, "circle-stroke-width": 1.6 } },
  ];
  return { version: 8, sources: sources(ground), layers };
}

// New colours on the layers that are there, for a reader who changes between light and dark.
export function recolour(map, ground, c) {
  for (const layer of style(ground, c).layers) {
    for (const [name, value] of Object.entries(layer.paint)) if (/color$/.test(name)) map.setPaintProperty(layer.id, name, value);
  }
  hatch(map, c);
}

// Strokes for an area that its text leaves open.
export function hatch(map, c) {
  const size = 8;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(c.zone.slice(at, at + 2), 16));
  const data = new Uint8Array(size * size * 4);
  for (let x = 0; x < size; x += 1) data.set([red, green, blue, 160], 4 * ((size - 1 - x) * size + x));
  const image = { width: size, height: size, data };
  if (map.hasImage("hatch")) map.updateImage("hatch", image);
  else map.addImage("hatch", image);
}

const own = new Map();

// The zones and lines that count at the end of a stretch of days; without an end, those that count now.
export function inForce(map, last) {
  const day = last ?? Number.MAX_SAFE_INTEGER;
  const counts = ["all", ["<=", ["get", "from"], day], [">", ["coalesce", ["get", "until"], Number.MAX_SAFE_INTEGER], day]];
  if (last === null) counts[2] = ["==", ["coalesce", ["get", "until"], 0], 0];
  for (const layer of map.getStyle().layers.filter((one) => one.source === "shapes")) {
    if (!own.has(layer.id)) own.set(layer.id, layer.filter);
    map.setFilter(layer.id, own.get(layer.id) ? ["all", own.get(layer.id), counts] : counts);
  }
}
