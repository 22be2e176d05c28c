"""A side's word on the other side's losses is never independent."""

from __future__ import annotations

from tests.assess.test_laws import NOW, PROFILE
from tests.assess.worlds import truce
from tests.factories import a_claim, a_figure, an_incident
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.voices import bearing_out
from trucewatch.check import Standard
from trucewatch.check.account import Account
from trucewatch.check.answers import borne_out_by
from trucewatch.check.scene import Scene
from trucewatch.model import Attribution, Claim

TEXT = truce()
ONE, OTHER = (party.id for party in TEXT.parties[:2])
CASE = Case(TEXT, PROFILE, NOW, NOW)


def counted(id_: str, root: str, by: str | None, of: str) -> Claim:
    """A count of killed of one party, told by a root, in a party's words or in its own."""
    said = (Attribution("a spokesman", "official", by),) if by else ()
    return a_claim(id_, root=root, report=f"r_{id_}", attribution=said, figures=a_figure(5, "killed", population=of))


def both(*claims: Claim) -> tuple[str, ...]:
    """What assess counts; the checker must count the same."""
    incident = an_incident("i_1", claims=tuple(claim.id for claim in claims), roots=tuple(c.root or "" for c in claims))
    scene = Scene(TEXT, Standard.of(PROFILE), NOW, NOW, [], (), None)
    found = bearing_out(Evidence(incident, claims), CASE)
    assert found == borne_out_by(Account(incident, claims, {}, {}), scene)
    return found


def test_a_side_that_counts_the_others_dead_is_one_voice_whoever_relays_it() -> None:
    assert both(counted("c_1", "Agency A", ONE, OTHER), counted("c_2", "Agency B", ONE, OTHER)) == ("Agency A",)


def test_it_adds_nothing_where_somebody_else_tells_of_it() -> None:
    assert both(counted("c_1", "Agency A", ONE, OTHER), counted("c_2", "Monitor", None, OTHER)) == ("Monitor",)


def test_a_side_that_counts_its_own_dead_is_heard_by_each_root() -> None:
    told = counted("c_1", "Agency A", ONE, ONE), counted("c_2", "Agency B", ONE, ONE)
    assert both(*told) == ("Agency A", "Agency B")


def test_swapped_sides_are_counted_alike() -> None:
    there = both(counted("c_1", "Agency A", ONE, OTHER), counted("c_2", "Agency B", None, ONE))
    back = both(counted("c_1", "Agency A", OTHER, ONE), counted("c_2", "Agency B", None, OTHER))
    assert there == back == ("Agency B",)
