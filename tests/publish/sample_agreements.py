"""Two invented agreements, one standing on the other."""

from __future__ import annotations

from trucewatch.model import (
    Agreement,
    AgreementSource,
    Anchor,
    Line,
    Party,
    Provision,
    Window,
    Zone,
)

ROAD = ((36.10, 35.75), (36.30, 35.80), (36.55, 35.83), (36.72, 35.86), (36.90, 35.95))


def agreement() -> Agreement:
    return Agreement(
        id="harbour-2031",
        title="Harbour Protocol of 5 March 2031",
        signed="2031-03-05",
        tz="+02:00",
        hash="e" * 64,
        sources=(AgreementSource("The text", "https://example.org/text", "en"),),
        parties=(Party("XSO", "South", "state"), Party("XNO", "North", "state")),
        anchors={
            "entry": Anchor("entry", "2031-03-05T21:01Z", "2031-03-05T22:01Z", "the text names no clock"),
            "week": Anchor("week", "2031-03-12T22:00Z", "2031-03-13T22:00Z"),
        },
        lines={"road": Line("road", "R4", ROAD, "reconstructed", 1.0, "drawn by hand")},
        zones={
            "corridor": Zone(
                "corridor",
                "Corridor of the road",
                (tuple((x, y + 0.054) for x, y in ROAD) + tuple((x, y - 0.054) for x, y in reversed(ROAD)),),
                "reconstructed",
                1.0,
                "6 km to each side",
            ),
            "front": Zone("front", "Line of contact", (), "undefined", 0.0, "no map is published"),
        },
        acts={},
        provisions=(
            Provision(
                "stop",
                "prohibition",
                "Cessation",
                "All military action along the line of contact stops.",
                "operative",
                "1",
                bearers=("XNO", "XSO"),
                readings=("near the line", "the whole area"),
            ),
            Provision(
                "map",
                "obligation",
                "Parameters of the corridor",
                "The ministries agree the corridor within seven days.",
                "operative",
                "2",
                "achieve",
                ("XNO", "XSO"),
                when=Window(by="week"),
            ),
            Provision(
                "patrols",
                "obligation",
                "Joint patrols",
                "Joint patrols along the road begin on 15 March.",
                "operative",
                "3",
                "recur",
            ),
            Provision(
                "respond", "permission", "Right to respond", "One side says it keeps the right to respond.", "statement"
            ),
        ),
        supplements=("hill-2029",),
        effective="entry",
    )


def earlier_agreement() -> Agreement:
    return Agreement(
        id="hill-2029",
        title="Hill Memorandum of 2029",
        signed="2029-09-17",
        tz="+02:00",
        hash="f" * 64,
        sources=(),
        parties=(Party("XNO", "North", "state"), Party("XSO", "South", "state")),
        anchors={"entry": Anchor("entry", "2029-09-17T00:00Z", "2029-09-17T00:00Z")},
        lines={},
        zones={},
        acts={},
        provisions=(
            Provision("calm", "prohibition", "Attacks avoided", "Attacks on the area are avoided.", "operative", "2"),
        ),
        effective="entry",
    )
