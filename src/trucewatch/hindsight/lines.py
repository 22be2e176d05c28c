"""hindsight: differences as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from trucewatch.hindsight.difference import Difference, Said

WORDS = {
    "finding": "Findings",
    "incident": "Incidents",
    "figure": "Figures",
    "disagreement": "Disagreements",
}
MOST_CAUSES = 6


def lines(found: Sequence[Difference]) -> Iterator[str]:
    """Differences by kind, each with what was said, what is said, and why."""
    for kind, title in WORDS.items():
        own = [one for one in found if one.kind == kind]
        if own:
            yield f"{title} ({len(own)})"
            for one in own:
                yield from _one(one)
            yield ""
    turns = Counter(one.turn for one in found)
    yield f"{turns['changed']} changed, {turns['new']} new, {turns['gone']} gone." if found else "Nothing differs."


def _one(one: Difference) -> Iterator[str]:
    where = (
        f" ({one.was_incident}, now {one.incident})"
        if one.was_incident
        else f" ({one.incident})"
        if one.incident
        else ""
    )
    yield f"  {one.about}{where}: {one.turn}"
    for name in dict.fromkeys((*one.was, *one.now)):
        if one.turn != "changed" and name.startswith(("facet ", "reading ")):
            continue
        yield f"    {name}: {_change(one.was, one.now, name)}"
    for cause in one.causes[:MOST_CAUSES]:
        said = f" [{cause.what}]" if cause.kind == "judgement" else ""
        yield f"    because {cause.why}{said}"
    if len(one.causes) > MOST_CAUSES:
        yield f"    and {len(one.causes) - MOST_CAUSES} more causes"


def _change(was: Said, now: Said, name: str) -> str:
    if name not in was:
        return now[name]
    return f"{was[name]}, now {now[name]}" if name in now else f"{was[name]}, no more"
