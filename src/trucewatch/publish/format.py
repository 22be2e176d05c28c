"""publish: the one place where numbers, ranges, dates and positions become words, isolated for either direction."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta, tzinfo
from typing import Any, TypeVar

from markupsafe import Markup, escape

from trucewatch.model import Place, Time
from trucewatch.publish.instants import Moment, day_on, last_day, moment
from trucewatch.publish.place_names import place_name
from trucewatch.publish.wording import Words

T = TypeVar("T")
Text = str | Markup
MOST_SAID = 20_000


def once(said: dict[Any, T], key: Any, write: Callable[[], T]) -> T:
    """What was said under a key before, or is now; what was said is forgotten when there is too much of it."""
    found = said.get(key)
    if found is None:
        if len(said) >= MOST_SAID:
            said.clear()
        found = said[key] = write()
    return found


@functools.cache
def _escaped(template: str) -> str:
    """Our own words as HTML, before they are filled."""
    return str(escape(template))


@dataclass(frozen=True, slots=True)
class Formatter:
    """Writes values in one language, as HTML (`markup`) or as plain text with invisible isolates."""

    words: Words
    markup: bool = True
    short: bool = False
    """Months shortened, for columns and drawings."""
    _said: dict[Any, Text] = field(default_factory=dict, compare=False, repr=False)
    """What was written before of what comes again and again: numbers, days, words with a count."""

    def once(self, key: Any, write: Callable[[], Text]) -> Text:
        """What was written under a key before, or is now; the key must hold all that the text depends on."""
        return once(self._said, key, write)

    def v(self, text: str) -> Text:
        """A clause number, range, coordinate, time or id: never broken, never mirrored."""
        if self.markup:
            return Markup(f'<bdi dir="ltr" class="v">{escape(text)}</bdi>')
        return f"\u2066{text}\u2069" if self.words.direction == "rtl" else text

    def say(self, key: str, count: float | None = None, /, **values: object) -> Text:
        """Our own words under a key, filled with values; a count chooses the form and fills `{n}`."""
        if not values:
            return self.once((key, count), lambda: self._filled(key, count, values))
        return self._filled(key, count, values)

    def _filled(self, key: str, count: float | None, values: dict[str, object]) -> Text:
        template = self.words.text(key, count)
        if count is not None:
            values.setdefault("n", self.number(count))
        if not self.markup:
            return template.format(**values)
        # `str.format` over escaped values gives what `Markup.format` gives, in a tenth of the time.
        return Markup(_escaped(template).format(**{name: escape(value) for name, value in values.items()}))

    def join(self, parts: list[Text], by: str = " · ") -> Text:
        """Parts with something between them; empty parts are left out."""
        kept = [part for part in parts if part]
        by = self.words.table["separators"].get(by.strip(), by) if by.strip() else by
        # Parts are joined as text and marked as HTML once: `Markup.join` does so for each part again.
        return Markup(_escaped(by).join([str(escape(part)) for part in kept])) if self.markup else by.join(kept)

    # Numbers

    def number(self, value: float) -> Text:
        """A number with the separators of the language; from a million on, in millions."""
        return self.once(value, lambda: self._scaled(value, value, value))

    def interval(self, low: float | None, high: float | None) -> Text:
        """A figure as what is known of it: `33`, `27–35`, `27 or more`, `up to 35`, or not stated."""
        if low is None and high is None:
            return self.say("figure.unstated")
        if high is None and low is not None:
            return self.say("figure.or_more", n=self.number(low))
        if low is None and high is not None:
            return self.say("figure.up_to", n=self.number(high))
        assert low is not None
        assert high is not None
        return self._scaled(low, high, max(abs(low), abs(high)))

    def _scaled(self, low: float, high: float, size: float) -> Text:
        divisor = 1_000_000 if abs(size) >= 1_000_000 else 1
        first, last = self._digits(low / divisor), self._digits(high / divisor)
        shown = self.v(first if first == last else f"{first}–{last}")
        return self.say("figure.million", n=shown) if divisor > 1 else shown

    def tick(self, value: float, size: float, *, last: bool) -> Text:
        """A value on an axis that reaches to `size`; on a long axis only the last names the millions."""
        if abs(size) < 1_000_000:
            return self.number(value)
        shown = self.v(self._digits(value / 1_000_000))
        return self.say("figure.million", n=shown) if last else shown

    def _digits(self, value: float) -> str:
        if not math.isfinite(value):
            return "?"
        rounded = round(value, 3)
        text = f"{rounded:,.3f}".rstrip("0").rstrip(".") if rounded != int(rounded) else f"{int(rounded):,}"
        marks = {",": self.words.text("number.group"), ".": self.words.text("number.decimal")}
        return "".join(marks.get(char, char) for char in text)

    def radius(self, kilometres: float) -> Text:
        """How far the true place may be."""
        return self.v(f"± {self._digits(round(kilometres, 1))} {self.words.text('unit.km')}")

    def known_to(self, kilometres: float) -> Text:
        """The same as words: to how much a place is known."""
        return self.once(("known_to", kilometres), lambda: self.say("place.known_to", radius=self.radius(kilometres)))

    def no_point(self, kilometres: float) -> Text:
        """What is said of an area instead of where it is."""
        return self.once(("no_point", kilometres), lambda: self.say("place.area", radius=self.radius(kilometres)))

    def coordinates(self, lat: float, lon: float) -> Text:
        """Latitude, then longitude, in degrees to two places."""
        north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
        return self.v(f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}")

    def span(self, start: int, end: int) -> Text:
        """Positions of characters in a report."""
        return self.v(f"{start}–{end}")

    # Dates

    def day(self, when: date, *, year: bool = True) -> Text:
        """A calendar day."""
        return self.once((when, year), lambda: self._day(when, year=year))

    def _day(self, when: date, *, year: bool) -> Text:
        month = self.words.listed("months_short" if self.short else "months")[when.month - 1]
        name, number = self._isolated_number(str(when.day)), self._isolated_number(f"{when.year:04d}")
        return self.say("date.day" if year else "date.day_month", day=name, month=month, year=number)

    def _isolated_number(self, text: str) -> Text:
        return self.v(text) if self.words.direction == "rtl" else text

    def days(self, first: date, last: date) -> Text:
        """A span of days, both included."""
        if first == last:
            return self.day(first)
        same = first.year == last.year
        return self.say("date.span", a=self.day(first, year=not same), b=self.day(last))

    def instant(self, text: str | None, zone: tzinfo | None = None) -> Text:
        """A date or instant; with a zone, on that clock. What cannot be read is shown as it is."""
        when = moment(text)
        if when is None:
            return self.v(text) if text else self.say("date.unknown")
        return self._moment(_on(when, zone) if zone is not None and when.hour is not None else when)

    def _moment(self, when: Moment) -> Text:
        if when.parts == 1:
            return self._isolated_number(f"{when.day.year:04d}")
        if when.parts == 2:
            month = self.words.listed("months_alone")[when.day.month - 1]
            return self.say("date.month", month=month, year=self._isolated_number(str(when.day.year)))
        if when.hour is None:
            return self.day(when.day)
        return self.say("date.hour", day=self.day(when.day), time=self.v(clock_text(when)))

    def published(self, text: str | None) -> Text:
        """A publication time, which may be an interval `a/b`."""
        if not text:
            return self.say("date.unknown")
        first, _, last = text.partition("/")
        return self.interval_of(first, last)

    def end_of(self, text: str | None, zone: tzinfo) -> Text:
        """An instant until which something holds; a midnight is named by the day that it ends."""
        when, day = moment(text), last_day(text, zone)
        if when is None or when.hour is None or day is None or day == day_on(text, zone):
            return self.instant(text, zone)
        return self.say("date.day_end", day=self.day(day))

    def interval_of(self, first: str | None, last: str | None, zone: tzinfo | None = None) -> Text:
        """Two instants, or one when they are the same."""
        if not (first and last) or first == last:
            return self.instant(first or last, zone)
        start, end = moment(first), moment(last)
        if start is None or end is None:
            return self.say("date.span", a=self.instant(first, zone), b=self.instant(last, zone))
        return self._span(*(_on(when, zone) if zone and when.hour is not None else when for when in (start, end)))

    def _span(self, start: Moment, end: Moment) -> Text:
        """Two moments; what the second says again is left out of the first."""
        if start.hour is None or end.hour is None or start.offset != end.offset:
            if start.parts == end.parts == 3:
                return self.days(start.day, end.day)
            return self.say("date.span", a=self._moment(start), b=self._moment(end))
        if start.day == end.day:
            hours = self.v(f"{clock_text(start, zone=False)}–{clock_text(end)}")
            return self.say("date.hour", day=self.day(start.day), time=hours)
        first = self.say(
            "date.hour",
            day=self.day(start.day, year=start.day.year != end.day.year),
            time=self.v(clock_text(start, zone=False)),
        )
        return self.say("date.span", a=first, b=self._moment(end))

    def time(self, time: Time | None) -> Text:
        """When something is said to have happened, no finer than it was told."""
        if time is None or not (time.start or time.end):
            return self.say("date.unknown")
        return self.once((time.start, time.end, time.precision, time.basis), lambda: self._time(time))

    def _time(self, time: Time) -> Text:
        start, end = moment(time.start), moment(time.end)
        if start is None and end is not None:
            return self.say("date.untold" if time.basis == "published" else "date.by", when=self._moment(_last(end)))
        if start is not None and end is None:
            return self.say("date.from", when=self._moment(start)) if time.precision == "open" else self._moment(start)
        if start is None or end is None:
            return self.v(f"{time.start or '..'}/{time.end or '..'}")
        return self._closed(start, end, time)

    def _closed(self, start: Moment, end: Moment, time: Time) -> Text:
        if start.hour is None and end.hour is None:
            if time.precision in ("month", "year") and start.day.day == 1:
                whole = Moment(start.day, None, None, None, 2 if time.precision == "month" else 1)
                if _covers(whole, end.day):
                    return self._moment(whole)
            return self.days(start.day, max(start.day, end.day - timedelta(days=1)))
        if time.precision == "minute" or start == end:
            return self._moment(start)
        return self._span(start, end)

    def place(self, place: Place | None) -> Text:
        """A place by its name in this language where the gazetteer has one, without coordinates."""
        if place is None:
            return self.say("place.unknown")
        foreign = place.id and place.name and self.words.language != "en"
        known = place_name(place.id or "", self.words.language, place.name) if foreign else None
        return known or place.name or place.text


def clock_text(when: Moment, *, zone: bool = True) -> str:
    """`16:00 +03:00`; the offset only where it is known."""
    text = f"{when.hour or 0:02d}:{when.minute or 0:02d}"
    if not zone or when.offset is None:
        return text
    if when.offset == 0:
        return f"{text} UTC"
    sign, size = ("-" if when.offset < 0 else "+"), abs(when.offset)
    return f"{text} {sign}{size // 60:02d}:{size % 60:02d}"


def _on(when: Moment, zone: tzinfo) -> Moment:
    """The same instant on another clock."""
    local = when.utc(zone).astimezone(zone)
    offset = local.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds() // 60)
    return Moment(local.date(), local.hour, local.minute, minutes, 4)


def _last(end: Moment) -> Moment:
    """The last day before an exclusive end; an hour stays as it is."""
    if end.hour is not None:
        return end
    return Moment(end.day - timedelta(days=1), None, None, None, end.parts)


def _covers(whole: Moment, end: date) -> bool:
    """Whether a month or a year ends at the exclusive `end`."""
    if whole.parts == 1:
        return end == date(whole.day.year + 1, 1, 1)
    return end == (whole.day.replace(day=28) + timedelta(days=4)).replace(day=1)
