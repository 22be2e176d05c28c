"""publish: the clock on a term: how many days it has been in force, or how many are left until it falls due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from trucewatch.model import Agreement, Finding, Provision
from trucewatch.publish.format import Text
from trucewatch.publish.instants import clock, day_on, last_day
from trucewatch.publish.page import Page

MOST_CELLS = 40
Cell = Literal["gone", "", "due", "alt"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A big value with its words, and a cell a day: gone, to come, due, or due by another reading."""

    big: Text
    words: Text
    cells: tuple[Cell, ...] = ()
    alt: Text = ""


def due_days(page: Page, due: tuple[str | None, str | None]) -> Text:
    """The days on which a duty falls due, on the clock of the report."""
    first, last = last_day(due[0], page.zone), last_day(due[1], page.zone)
    if first is None or last is None:
        return page.f.interval_of(due[0], due[1], page.zone)
    return page.f.days(first, last)


def clock_of(page: Page, agreement: Agreement, provision: Provision, found: list[Finding]) -> Clock | None:
    """The clock of a provision: days in force of a prohibition, days to or past the deadline of an obligation."""
    zone = clock(agreement.tz)
    today = last_day(page.ix.as_of(), zone)
    if today is None:
        return None
    if provision.kind == "prohibition":
        # What begins on a day of its own has no clock of the whole text until then.
        waits = any(f.label == "inactive" and f.incident is None for f in found)
        return None if waits else _force_clock(page, agreement, today)
    dues = [f.instance.due for f in found if f.instance is not None and f.instance.due is not None]
    if not dues or provision.kind != "obligation" or provision.form == "quota":  # its periods come and go
        return None
    first, last = last_day(dues[0][0], zone), last_day(dues[0][1], zone)
    due = first or last
    return None if due is None else _due_clock(page, entry_day(agreement), due, last or due, today)


def entry_day(agreement: Agreement) -> date | None:
    """The day an agreement enters into force on its own clock, the latest where the text allows several."""
    entry = agreement.anchors.get(agreement.effective or "")
    text = (entry.latest or entry.earliest) if entry else agreement.signed
    return day_on(text, clock(agreement.tz))


def _force_clock(page: Page, agreement: Agreement, today: date) -> Clock | None:
    entry = agreement.anchors.get(agreement.effective or "")
    since = day_on(entry.latest or entry.earliest, clock(agreement.tz)) if entry else None
    if entry is None or since is None:
        return None
    when = page.f.interval_of(entry.earliest, entry.latest, clock(agreement.tz))
    if today < since:
        return Clock(page.f.number((since - today).days), page.f.say("terms.from", when=when))
    return Clock(
        page.f.say("terms.day", n=page.f.number((today - since).days + 1)), page.f.say("terms.since", when=when)
    )


def _due_clock(page: Page, start: date | None, due: date, last: date, today: date) -> Clock:
    left = (due - today).days
    words = page.f.say("terms.due", when=page.f.days(due, last))
    if left == 0:
        return Clock(page.f.number(0), page.f.join([page.f.say("terms.due_today"), words]))
    key = "terms.days_left" if left > 0 else "terms.days_past"
    cells = _cells(start, due, last, today)
    return Clock(
        page.f.number(abs(left)), page.f.join([page.f.say(key, abs(left)), words]), cells, _alt(page, cells, due, last)
    )


def _cells(start: date | None, due: date, last: date, today: date) -> tuple[Cell, ...]:
    first = start if start is not None and start <= due else due
    length = (last - first).days + 1
    if length > MOST_CELLS or length < 2 or (today - last).days > MOST_CELLS:
        return ()
    return tuple(_cell(number, (due - first).days, (today - first).days) for number in range(length))


def _cell(number: int, due: int, today: int) -> Cell:
    if number == due:
        return "due"
    if number > due:
        return "alt"
    return "gone" if number <= today else ""


def _alt(page: Page, cells: tuple[Cell, ...], due: date, last: date) -> Text:
    gone = page.plain.number(cells.count("gone"))
    whole = page.plain.number(sum(cell != "alt" for cell in cells))
    shown = {"gone": gone, "all": whole, "due": page.plain.day(due)}
    if last == due:
        return page.plain.say("terms.cells", **shown)
    return page.plain.say("terms.cells_alt", **shown, alt=page.plain.day(last))
