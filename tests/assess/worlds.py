"""A small truce between two like sides, and strategies for what may be told of it."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from hypothesis import strategies as st

from tests.factories import a_claim, a_place, a_speaker, a_time, an_actor, an_incident
from trucewatch.assess import load_agreement
from trucewatch.model import Agreement, Claim, Incident, IncidentActor, Place, Time

SOUND = Path(__file__).parents[1] / "broken" / "agreements" / "_sound.yaml"
SWAP = {"NOR": "SOU", "SOU": "NOR", "NOR.army": "SOU.army", "SOU.army": "NOR.army"}
ACTORS = ["NOR", "NOR.army", "SOU", "SOU.army", "BAN", "UNLISTED", None]
ROOTS = ["Monitor A", "Monitor B", "NOR", "SOU"]
Told = tuple[Incident, tuple[Claim, ...]]


def load(text: str) -> Agreement:
    """An agreement from its text."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "agreement.yaml").write_text(text, encoding="utf-8")
        return load_agreement(folder)


@functools.cache
def truce(symmetric: bool = True) -> Agreement:
    """The sound sample; symmetric: without the militia for which only one side answers."""
    text = SOUND.read_text(encoding="utf-8")
    return load(text.replace(", answers_for: [{party: MIL, basis: practice}]", "") if symmetric else text)


def swapped_truce() -> Agreement:
    """The symmetric sample with the two sides changed in every place."""
    text = SOUND.read_text(encoding="utf-8").replace(", answers_for: [{party: MIL, basis: practice}]", "")
    for old, new in (("NOR", "@"), ("SOU", "NOR"), ("@", "SOU"), ("North", "@"), ("South", "North"), ("@", "South")):
        text = text.replace(old, new)
    return load(text)


def days() -> st.SearchStrategy[Time | None]:
    """Days about the entry into force, hours, open sides, and no time at all."""
    day = st.integers(1, 14).map(lambda n: a_time(f"2031-04-{n:02}", f"2031-04-{n + 1:02}"))
    hour = st.integers(0, 22).map(lambda h: a_time(f"2031-04-01T{h:02}:00", f"2031-04-01T{h + 1:02}:00", "hour"))
    return st.one_of(day, hour, st.just(a_time(None, "2031-04-03")), st.none())


def places() -> st.SearchStrategy[Place | None]:
    """Disks in and about the corridor, and areas too wide for a point that hold it or lie far from it."""
    return st.one_of(
        st.none(),
        st.builds(
            lambda lat, radius: a_place("Land", level="country", lon=36.25, lat=lat, radius_km=radius),
            st.sampled_from([20.0, 35.0]),
            st.floats(160, 900),
        ),
        st.builds(
            lambda lon, lat, radius: a_place("Village", lon=lon, lat=lat, radius_km=radius),
            st.floats(35.8, 36.7),
            st.floats(34.85, 35.15),
            st.floats(0.1, 8),
        ),
    )


@st.composite
def told(draw: st.DrawFn, number: int = 0) -> Told:
    """One event with the claims that tell of it or deny it."""
    kind = draw(st.sampled_from(["kin.shelling", "kin.armed_clash", "kin.explosion_undetermined", "mon.patrol"]))
    time, place = draw(days()), draw(places())
    roles = st.tuples(st.sampled_from(["perpetrator", "party", "target"]), st.sampled_from(ACTORS))
    actors = [IncidentActor(role, who or "gunmen", who) for role, who in draw(st.lists(roles, max_size=3, unique=True))]  # type: ignore[arg-type]
    accounts = draw(
        st.lists(st.tuples(st.sampled_from(ROOTS), st.sampled_from(["happened", "denied"])), min_size=1, max_size=3)
    )
    claims = tuple(
        a_claim(
            f"c_{number}_{at}",
            kind,
            modality=modality,
            polarity="-" if modality == "denied" else "+",
            time=time,
            place=place,
            joint=draw(st.booleans()) if kind == "mon.patrol" else False,
            actors=tuple(an_actor(actor.id, actor.role) for actor in actors if actor.id),
            attribution=(a_speaker(root, "party" if root in SWAP else "monitor", root if root in SWAP else None),),
            root=root,
        )
        for at, (root, modality) in enumerate(accounts)
    )
    incident = an_incident(
        f"i_{number}",
        type=kind,
        time=time,
        place=place,
        actors=tuple(actors),
        claims=tuple(claim.id for claim in claims),
        roots=tuple(sorted({root for root, _ in accounts})),
    )
    return incident, claims


def worlds() -> st.SearchStrategy[list[Told]]:
    """Up to three events."""
    return st.integers(0, 3).flatmap(lambda n: st.tuples(*(told(number=at) for at in range(n)))).map(list)
