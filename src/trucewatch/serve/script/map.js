// The live map: the incidents of the page's filter as discs as large as the doubt about them. The list beside it says the same in words.
import { Incidents } from "./discs.js";
import { colours, hatch, inForce, recolour, style } from "./ground.js";
import { Names } from "./names.js";
import { Span } from "./span.js";
import { speaker } from "./words.js";

const SHOWN = 8;
const box = document.getElementById("live");
const base = document.body.dataset.base;
const words = speaker(JSON.parse(box.dataset.words), document.documentElement.lang);
const { say, day } = words;
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What is asked for but the days and the page of the list: by these the map asks for its incidents.
function conditions() {
  const query = new URLSearchParams(location.search);
  for (const name of ["from", "to", "after", "size", "n"]) query.delete(name);
  for (const [name, value] of [...query]) if (!value) query.delete(name);
  return query.toString();
}

async function asked(name) {
  const answer = await fetch(`${base}/map/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

function drawnOver(ground) {
  const rtl = document.documentElement.dir === "rtl";
  const limits = ground.box && [[ground.box[0] - 2, ground.box[1] - 2], [ground.box[2] + 2, ground.box[3] + 2]];
  const map = new maplibregl.Map({
    container: box.querySelector(".canvas"), style: style(ground, colours(box)), attributionControl: false, dragRotate: false, pitchWithRotate: false,
    touchPitch: false, maxZoom: 13, maxBounds: limits || undefined, cooperativeGestures: matchMedia("(pointer: coarse)").matches, fadeDuration: 0,
    locale: { "Map.Title": say("title"), "NavigationControl.ZoomIn": say("zoom_in"), "NavigationControl.ZoomOut": say("zoom_out"), "Popup.Close": say("close"),
      "CooperativeGesturesHandler.MobileHelpText": say("gesture"), "CooperativeGesturesHandler.WindowsHelpText": say("gesture"), "CooperativeGesturesHandler.MacHelpText": say("gesture"),
      "ScaleControl.Meters": say("m"), "ScaleControl.Kilometers": say("km") },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), rtl ? "top-left" : "top-right");
  map.addControl(new maplibregl.ScaleControl({ maxWidth: 110, unit: "metric" }), rtl ? "bottom-right" : "bottom-left");
  return map;
}

class Live {
  constructor(map, ground) {
    Object.assign(this, { map, ground, incidents: null, loaded: null });
    this.form = document.querySelector("form.filters");
    this.names = new Names(map, ground.towns, words.number);
    this.span = new Span(box.querySelector(".span"), words, { moved: () => this.draw(), left: () => this.write() });
    this.span.stop();
    this.popup = new maplibregl.Popup({ maxWidth: "19rem", focusAfterOpen: true });
    this.listen();
  }

  listen() {
    const { map } = this;
    for (const layer of ["discs", "dots", "clusters"]) {
      map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
      map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
    }
    map.on("click", (event) => this.pressed(event));
    for (const [name, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
      document.addEventListener(name, (event) => { const card = event.target.closest?.("#listed a.card"); if (card) this.light(on ? card : null); });
    }
    document.addEventListener("htmx:pushedIntoHistory", () => this.follow());
    dark.addEventListener("change", () => recolour(map, this.ground, colours(box)));
  }

  // The incidents of the address, unless only the days or the page of the list changed.
  async follow() {
    const query = new URLSearchParams(location.search);
    const wanted = conditions();
    const first = this.loaded === null;
    if (wanted !== this.loaded) {
      this.loaded = wanted;
      this.incidents = new Incidents(await asked(`incidents.json${wanted ? `?${wanted}` : ""}`));
      this.map.getSource("discs").setClusterOptions(this.incidents.clustering());
      this.span.fromAddress(query);
      this.span.over(this.incidents.perDay());
      this.draw();
      this.frame(first && !query.get("place"));
    } else if (!this.span.timer) { this.span.fromAddress(query); this.draw(); }
  }

  // Shows the land of the agreement, or where the incidents of a narrower question lie.
  frame(ofAgreement) {
    const bounds = new maplibregl.LngLatBounds();
    if (ofAgreement && this.ground.view) bounds.extend(this.ground.view.slice(0, 2)).extend(this.ground.view.slice(2));
    else for (const one of this.drawn.features) bounds.extend(one.geometry.coordinates);
    if (!bounds.isEmpty()) this.map.fitBounds(bounds, { padding: 36, maxZoom: 10, animate: false });
  }

  draw() {
    const span = this.span.chosen();
    this.drawn = this.incidents.chosen(span, this.ground.box);
    this.map.getSource("discs").setData({ type: "FeatureCollection", features: this.drawn.features });
    inForce(this.map, span[1]);
    this.names.of(this.drawn.features.map(({ geometry, properties }) => {
      const [lon, lat] = geometry.coordinates;
      return { lon, lat, name: this.incidents.places[properties.place][3], events: properties.events };
    }));
    this.tell();
  }

  // What is drawn and what is not: nothing is left out in silence.
  tell() {
    const { drawn, nowhere, wide, undated, outside, groups } = this.drawn;
    const parts = [say("drawn", { n: drawn })];
    for (const [key, n] of [["nowhere", nowhere], ["wide", wide], ["outside", outside], ["undated", undated]]) if (n) parts.push(say(key, { n }));
    if (this.incidents.count > this.incidents.rows.length) parts.push(say("limit", { n: this.incidents.rows.length, all: words.number(this.incidents.count) }));
    box.querySelector(".told").textContent = parts.join(" ");
    for (const key of box.querySelectorAll("[data-group]")) {
      const n = groups[key.dataset.group] || 0;
      key.querySelector("b").textContent = words.number(n);
      key.hidden = key.dataset.group === "mixed" && !n;
    }
  }

  // The days go into the filter, so that the list, the files and the address follow.
  write() {
    const [from, to] = this.span.toAddress();
    const fields = [this.form.elements.from, this.form.elements.to];
    if (fields[0].value === from && fields[1].value === to) return;
    [fields[0].value, fields[1].value] = [from, to];
    this.form.requestSubmit();
  }

  light(card) {
    const id = card && decodeURIComponent(card.getAttribute("href").split("/").at(-1));
    const place = id === null ? undefined : this.incidents?.home.get(id);
    const features = place === undefined || place < 0 ? [] : [this.incidents.feature(place)];
    this.map.getSource("lit").setData({ type: "FeatureCollection", features });
  }

  async pressed(event) {
    const { map } = this;
    const near = [[event.point.x - 6, event.point.y - 6], [event.point.x + 6, event.point.y + 6]];
    const [cluster] = map.queryRenderedFeatures(near, { layers: ["clusters"] });
    if (cluster) {
      const zoom = await map.getSource("discs").getClusterExpansionZoom(cluster.properties.cluster_id);
      map[calm.matches ? "jumpTo" : "easeTo"]({ center: cluster.geometry.coordinates, zoom: zoom + 0.3 });
      return;
    }
    // Of discs that lie on each other the smallest is meant, as it can be pressed nowhere else.
    const [disc] = [...map.queryRenderedFeatures(near, { layers: ["dots"] }), ...map.queryRenderedFeatures(event.point, { layers: ["discs"] }).sort((a, b) => a.properties.radius - b.properties.radius)];
    if (disc) { this.open(disc.geometry.coordinates, this.aboutPlace(disc.properties.place)); return; }
    const shapes = map.queryRenderedFeatures(near, { layers: ["lines-road", "lines-front", "zones"] });
    if (shapes.length) this.open(event.lngLat, this.aboutShapes(shapes));
  }

  open(at, content) {
    this.popup.setLngLat(at).setDOMContent(content).addTo(this.map);
  }

  aboutPlace(place) {
    const [, , km, name, id] = this.incidents.places[place];
    const there = this.incidents.at(place, this.span.chosen());
    const list = document.createElement("ul");
    for (const one of there.slice(0, SHOWN)) {
      const link = element("a", { href: `${base}/incidents/${encodeURIComponent(one.id)}` }, one.word);
      list.append(element("li", {}, link, one.first === null ? "" : element("small", {}, ` ${day(one.first)}`)));
    }
    if (there.length > SHOWN) {
      const query = new URLSearchParams(location.search);
      query.delete("after");
      const more = say("more", { n: there.length - SHOWN });
      if (id) query.set("place", id);
      list.append(element("li", {}, id ? element("a", { href: `${base}/incidents?${query}` }, more) : more));
    }
    return element("div", {}, element("b", {}, element("bdi", {}, name || "")), km ? element("small", {}, say("radius", { km: words.number(km) })) : "", list);
  }

  aboutShapes(shapes) {
    const seen = new Map(shapes.map(({ properties }) => [`${properties.agreement} ${properties.name}`, properties]));
    const list = document.createElement("ul");
    for (const one of seen.values()) {
      const link = element("a", { href: `${base}/agreements/${encodeURIComponent(one.agreement)}`, lang: "en", dir: "ltr" }, one.name);
      list.append(element("li", {}, link, element("small", {}, ` ${one.status}, ${say("tolerance", { km: words.number(one.tolerance) })}, ${day(one.from)}`)));
    }
    return element("div", {}, list);
  }
}

function element(name, attributes, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inner);
  return made;
}

async function begin() {
  if (!document.createElement("canvas").getContext("webgl2")) return;
  maplibregl.setWorkerUrl("/vendor/maplibre-gl-csp-worker.js");
  const ground = await asked("ground.json");
  // The canvas must be seen before it can be measured; the still map stays until the live one is there.
  document.body.classList.add("is-live");
  try {
    const map = drawnOver(ground);
    await new Promise((done) => { map.once("style.load", done); });
    hatch(map, colours(box));
    const live = new Live(map, ground);
    window.trucewatch = { map, live };
    await live.follow();
    box.dataset.ready = "true";
  } catch (error) {
    document.body.classList.remove("is-live");
    throw error;
  }
}

begin();
