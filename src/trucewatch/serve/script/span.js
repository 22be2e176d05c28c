// The slider of time: two ends over the days of the incidents, bars for how many began on each day, and a button that walks through.
const STEPS = 40;
const PACE = 650;
const CUT = 0.02;
const LONG = 500;
const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
const count = (text) => Math.round(Date.parse(`${text}T00:00Z`) / 86400000);

export class Span {
  // `moved` is called while an end moves, `left` when it is let go.
  constructor(box, speaker, { moved, left }) {
    Object.assign(this, { box, speaker, moved, left, low: 0, high: 0, timer: null });
    this.ends = [box.querySelector('[name="span-from"]'), box.querySelector('[name="span-to"]')];
    this.told = box.querySelectorAll("output");
    this.button = box.querySelector(".play");
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.ends.forEach((end, which) => {
      end.addEventListener("input", () => { this.stop(); this.hold(which); this.show(); this.moved(); });
      end.addEventListener("change", () => this.left());
    });
    this.button.addEventListener("click", () => this.play());
    box.querySelector(".whole").addEventListener("click", () => { this.stop(); this.set(null, null); this.moved(); this.left(); });
  }

  // The days that the slider spans. A few incidents long before all others stay reachable: the first end stands for "and before".
  over(days) {
    const chosen = this.chosen();
    const all = [...days.keys()].sort((a, b) => a - b);
    this.box.hidden = all.length < 2;
    if (this.box.hidden) return;
    this.high = all.at(-1);
    this.low = all[0];
    if (this.high - this.low > LONG) {
      const total = [...days.values()].reduce((sum, n) => sum + n, 0);
      let seen = 0;
      this.low = all.find((day) => (seen += days.get(day)) > total * CUT);
    }
    for (const end of this.ends) { end.min = this.low; end.max = this.high; }
    this.set(...chosen);
    this.bars(days);
  }

  chosen() {
    if (this.high === this.low) return this.kept || [null, null];
    const [from, to] = this.ends.map((end) => Number(end.value));
    return [from <= this.low ? null : from, to >= this.high ? null : to];
  }

  set(from, to) {
    this.kept = [from, to];
    this.ends[0].value = from ?? this.low;
    this.ends[1].value = to ?? this.high;
    this.show();
  }

  fromAddress(query) {
    const [from, to] = ["from", "to"].map((name) => (query.get(name) ? count(query.get(name)) : null));
    this.set(from, to);
  }

  toAddress() {
    return this.chosen().map((day) => (day === null ? "" : iso(day)));
  }

  // An end pushes the other before it.
  hold(which) {
    const [from, to] = this.ends.map((end) => Number(end.value));
    if (from > to) this.ends[1 - which].value = this.ends[which].value;
  }

  show() {
    const [from, to] = this.chosen();
    const { say, day } = this.speaker;
    this.kept = [from, to];
    this.told[0].textContent = from === null ? say("first") : day(from);
    this.told[1].textContent = to === null ? say("last") : day(to);
    this.ends.forEach((end, which) => end.setAttribute("aria-valuetext", this.told[which].textContent));
    const wide = Math.max(1, this.high - this.low + 1);
    const pane = this.box.querySelector(".pane");
    pane.setAttribute("x", (((from ?? this.low) - this.low) / wide) * 1000);
    pane.setAttribute("width", (((to ?? this.high) - (from ?? this.low) + 1) / wide) * 1000);
  }

  bars(days) {
    const wide = this.high - this.low + 1;
    const slots = Math.min(wide, 250);
    const heights = new Array(slots).fill(0);
    for (const [day, n] of days) if (day >= this.low) heights[Math.min(slots - 1, Math.floor(((day - this.low) / wide) * slots))] += n;
    const most = Math.max(...heights, 1);
    const step = 1000 / slots;
    const d = heights.map((n, at) => (n ? `M${(at * step).toFixed(1)} 40V${(40 - Math.max(2, (n / most) * 38)).toFixed(1)}H${((at + 1) * step - Math.min(1, step / 4)).toFixed(1)}V40Z` : "")).join("");
    this.box.querySelector(".days").setAttribute("d", d);
  }

  // Walks through the days with a pane of fixed width; a reader who wants no motion goes one step with each press.
  play() {
    if (this.timer) { this.stop(); this.left(); return; }
    const whole = this.chosen().every((end) => end === null);
    const size = Math.max(1, Math.ceil((this.high - this.low + 1) / STEPS));
    const [from, to] = whole ? [this.low - size, this.low - 1] : this.ends.map((end) => Number(end.value));
    const width = whole ? size : to - from + 1;
    let at = to >= this.high ? this.low - size : from;
    const step = () => {
      at += size;
      if (at > this.high) { this.stop(); this.set(null, null); this.moved(); this.left(); return; }
      this.ends[0].value = at;
      this.ends[1].value = Math.min(this.high, at + width - 1);
      this.show();
      this.moved();
    };
    step();
    if (this.still.matches) { this.left(); return; }
    this.timer = setInterval(step, PACE);
    this.button.setAttribute("aria-pressed", "true");
    this.button.textContent = this.speaker.say("stop");
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.button.setAttribute("aria-pressed", "false");
    this.button.textContent = this.speaker.say(this.still.matches ? "step" : "play");
  }
}
