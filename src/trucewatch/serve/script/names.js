// Names over the map: those of places with incidents first, then of towns, as many as do not lie on each other, and counts in clusters.
const MOST = 26;
const LETTER = 6.6;
const HIGH = 17;

export class Names {
  constructor(map, towns, number) {
    Object.assign(this, { map, towns, number, shown: [], places: [] });
    map.on("moveend", () => this.draw());
    map.on("idle", () => this.draw());
  }

  // `places` are `{ lon, lat, name, events }`; the busiest come first.
  of(places) {
    this.places = places.filter((one) => one.name).sort((a, b) => b.events - a.events);
    this.last = null;
  }

  draw() {
    const { map } = this;
    const clusters = map.queryRenderedFeatures({ layers: ["clusters"] });
    const key = JSON.stringify([map.getCenter().toArray(), map.getZoom(), map.getCanvas().clientWidth, this.places.length, clusters.map((one) => one.properties.events)]);
    if (key === this.last) return;
    this.last = key;
    for (const one of this.shown) one.remove();
    const taken = [];
    this.shown = this.counts(clusters, taken);
    const covered = new Set(clusters.flatMap((one) => one.geometry.coordinates.map((n) => n.toFixed(3)).join()));
    const named = new Set();
    const rows = [...this.places.map((one) => ({ ...one, css: "name" })), ...this.towns.map(([lon, lat, name]) => ({ lon, lat, name, css: "name minor" }))];
    for (const one of rows) {
      if (this.shown.length >= MOST + clusters.length) break;
      if (named.has(one.name) || covered.has([one.lon, one.lat].map((n) => n.toFixed(3)).join())) continue;
      if (one.events && clusters.length && !this.isSingle(one)) continue;
      const label = one.events > 1 ? `${one.name} · ${this.number(one.events)}` : one.name;
      if (!this.free(taken, one, label)) continue;
      named.add(one.name);
      this.shown.push(this.put(one, label));
    }
  }

  isSingle(one) {
    const at = this.map.project([one.lon, one.lat]);
    return this.map.queryRenderedFeatures(at, { layers: ["dots"] }).length > 0;
  }

  counts(clusters, taken) {
    const seen = new Set();
    return clusters.filter((one) => !seen.has(one.properties.cluster_id) && seen.add(one.properties.cluster_id)).map((one) => {
      const [lon, lat] = one.geometry.coordinates;
      const { x, y } = this.map.project([lon, lat]);
      taken.push([x - 18, y - 18, x + 18, y + 18]);
      return this.put({ lon, lat, css: "count" }, this.number(one.properties.events), "center");
    });
  }

  free(taken, one, label) {
    const { x, y } = this.map.project([one.lon, one.lat]);
    const { clientWidth, clientHeight } = this.map.getCanvas();
    const wide = label.length * LETTER + 6;
    const box = [x - wide / 2, y + 4, x + wide / 2, y + 4 + HIGH];
    if (box[0] < 4 || box[2] > clientWidth - 4 || box[1] < 4 || box[3] > clientHeight - 4) return false;
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return false;
    taken.push(box);
    return true;
  }

  put(one, label, anchor = "top") {
    const element = document.createElement("span");
    element.className = one.css;
    element.setAttribute("aria-hidden", "true");
    const text = document.createElement("bdi");
    text.textContent = label;
    element.append(text);
    return new maplibregl.Marker({ element, anchor, offset: anchor === "top" ? [0, 4] : [0, 0] }).setLngLat([one.lon, one.lat]).addTo(this.map);
  }
}
