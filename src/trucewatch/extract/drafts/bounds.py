"""extract: what bounds a time where no words name a day: that it goes on, has lasted, was over by then."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.phrases.tenses import has_past_auxiliary, has_perfect
from trucewatch.languages.pack import Pack

_LASTING = ("kin.ground_offensive", "kin.armed_clash", "harm.displaced")
"""What takes days or weeks."""
_GOES_ON = frozenset({"occur", "escalation"})


def goes_on(draft: Draft) -> str | None:
    """By which words an act goes on up to the day of the report: a progressive, or a present or perfect of what lasts.

    A plain present tells in most languages of single acts as well ("a drone hits a car") and bounds nothing.
    """
    clause, pack, lasts = draft.clause, draft.parsed.pack, draft.type.startswith(_LASTING)
    named = draft.type == "kin.ground_offensive" and (draft.background or draft.anaphoric)
    if named and (draft.modality == "ongoing" or _told_of_now(draft)):
        return "what is told of as lasting"
    if clause is None and draft.type == "harm.displaced" and draft.figures:
        return "the total that is counted"
    if clause is None or went_on(draft):
        return None
    verb = clause.verb
    perfect = has_perfect(verb, pack)
    if verb.progressive and perfect:
        return "the perfect progressive"
    if draft.modality == "ongoing":
        said = verb.progressive or verb.classes & _GOES_ON
        return "the progressive" if said else "the present of what lasts" if lasts else None
    return "the perfect of what lasts" if perfect and draft.type == "harm.displaced" else None


def went_on(draft: Draft) -> bool:
    """ "Were shelling the town when": it went on then, not up to now."""
    verb = draft.clause.verb if draft.clause is not None else None
    words = draft.parsed.pack.lists.get("past_auxiliaries", frozenset())
    return verb is not None and verb.progressive and any(m.key in words for m in verb.marks)


def over_by_then(draft: Draft) -> bool:
    """Whether an act is told in the pluperfect of the narrator's own: it was over by what is told beside it."""
    clause = draft.clause
    return clause is not None and clause.kind in ("main", "coordinate") and not draft.speakers and in_pluperfect(draft)


def in_pluperfect(draft: Draft) -> bool:
    """Whether a clause is in the pluperfect."""
    clause, pack = draft.clause, draft.parsed.pack
    words = pack.lists.get("pluperfect_words", frozenset())
    if clause is None or not words or draft.features[:1] == ["nominal"]:
        return False
    marks = clause.verb.marks[:-1]
    if pack.settings.get("order") == "vso" and clause.parent is not None:
        marks = [*marks, *clause.parent.verb.marks]  # "كانت القوات قد قصفت": the auxiliary stands before the doer
    return any(m.key.split()[0] in words for m in marks if m.key)


def _is_now(clause: Clause, pack: Pack) -> bool:
    """Whether a clause tells what is so now: in the present, or in a perfect that reaches up to now."""
    verb = clause.verb
    if verb.modal or verb.form != "finite":
        return False
    return has_perfect(verb, pack) or (verb.tense == "pres" and not verb.passive and not has_past_auxiliary(verb, pack))


def _told_of_now(draft: Draft) -> bool:
    """Whether the clause behind an act's noun tells of it in the present: "the offensive to retake X has driven"."""
    behind = [c for c in draft.parsed.clauses if c.verb.start > draft.start and c is not draft.clause]
    return any(_is_now(c, draft.parsed.pack) and c.kind in ("main", "complement", "coordinate") for c in behind)
