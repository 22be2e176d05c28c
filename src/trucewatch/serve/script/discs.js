// The incidents of a filter, and the discs that stand for those of a stretch of days: one disc for all that share a place.
import { pixels } from "./ground.js";

const NOWHERE = -1;
const [ID, PLACE, TYPE, FIRST, LAST] = [0, 1, 2, 3, 4];
const MANY = 250;

// As the filter of the address does it: what may have happened in the days; what has no day is left out once days are chosen.
export function within(row, [from, to]) {
  if (from === null && to === null) return true;
  if (row[FIRST] === null && row[LAST] === null) return false;
  return (to === null || row[FIRST] === null || row[FIRST] <= to) && (from === null || row[LAST] === null || row[LAST] >= from);
}

export class Incidents {
  constructor(told) {
    // Columns are a third of the bytes of rows, and are written and read in a third of the time.
    const { id, place, type, first, last, ...more } = told;
    Object.assign(this, more, { rows: id.map((one, at) => [one, place[at], type[at], first[at], last[at]]) });
    this.home = new Map(this.rows.map((row) => [row[ID], row[PLACE]]));
  }

  // Counts of what is drawn and what is not, and the discs as features.
  chosen(span, box) {
    const found = { drawn: 0, nowhere: 0, wide: 0, undated: 0, outside: 0, groups: {}, features: [] };
    const at = new Map();
    for (const row of this.rows) {
      if (!within(row, span)) { if (row[FIRST] === null && row[LAST] === null) found.undated += 1; continue; }
      if (row[PLACE] < 0) { found[row[PLACE] === NOWHERE ? "nowhere" : "wide"] += 1; continue; }
      const [lon, lat] = this.places[row[PLACE]];
      if (box && (lon < box[0] || lon > box[2] || lat < box[1] || lat > box[3])) found.outside += 1;
      else found.drawn += 1;
      const group = this.types[row[TYPE]][0];
      found.groups[group] = (found.groups[group] || 0) + 1;
      const disc = at.get(row[PLACE]);
      if (!disc) at.set(row[PLACE], { group, events: 1 });
      else { disc.events += 1; if (disc.group !== group) disc.group = "mixed"; }
    }
    for (const disc of at.values()) if (disc.group === "mixed") found.groups.mixed = (found.groups.mixed || 0) + 1;
    found.features = [...at].map(([place, disc]) => this.feature(place, disc));
    return found;
  }

  feature(place, more = {}) {
    const [lon, lat, km] = this.places[place];
    return { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties: { place, km, radius: km * 1000 * pixels(lat), ...more } };
  }

  // Clusters are for many places; few are shown each by itself as soon as the land can be told.
  clustering() {
    return { cluster: true, clusterRadius: 30, clusterMaxZoom: this.places.length > MANY ? 10 : 5 };
  }

  at(place, span) {
    return this.rows.filter((row) => row[PLACE] === place && within(row, span)).map((row) => ({ id: row[ID], first: row[FIRST], word: this.types[row[TYPE]][1] }));
  }

  // How many begin on each day.
  perDay() {
    const days = new Map();
    for (const row of this.rows) if (row[FIRST] !== null) days.set(row[FIRST], (days.get(row[FIRST]) || 0) + 1);
    return days;
  }
}
