"""extract: one claim for an act and its harm: "shelled the town, killing three"."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.notes import is_note
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.meaning.mode import UNTOLD
from trucewatch.extract.meaning.roles import each_once
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

_ACTS = ("kin.", "civ.")
_LOSSES = frozenset({"killed", "injured"})
_NEXT = 5
"""Characters of "and" or a comma between two losses told side by side."""
_CAUSAL = frozenset({"time", "cause"})


_INEXACT = frozenset({"civ.attack", "kin.armed_clash"})
_EXACT = frozenset(
    {"kin.shelling", "kin.air_strike", "kin.drone_strike", "kin.missile", "kin.small_arms", "kin.mine_ied"}
)


def merge_harm(drafts: list[Draft]) -> list[Draft]:
    """Drafts of one sentence with the harm of an act taken into the act's claim; both spans become one."""
    gone: set[int] = set()
    drafts = _told_once(drafts)
    for harm in drafts:
        if harm.clause is None or harm.modality in UNTOLD or not harm.clause.verb.classes & {"harm", "toll"}:
            continue
        if harm.polarity == "-" or harm.carrier is not None:
            continue
        act = _cause(harm, [d for d in drafts if id(d) not in gone])
        if act is None:
            continue
        _join(harm, act)
        gone.add(id(act))
    return _told_on(_further(_more_exact([d for d in drafts if id(d) not in gone])))


def _more_exact(drafts: list[Draft]) -> list[Draft]:
    """ "attacked the town, shelling two camps", "shells filled with gas": how it was done makes the act more exact."""
    gone: set[int] = set()
    for how in drafts:
        act = _manner_of(how, [d for d in drafts if id(d) not in gone])
        if act is None:
            continue
        kind, rule, weapon = act.type, act.rule, act.weapon
        _join(act, how)
        if how.type in _INEXACT:
            # "detonated, targeting a vehicle": the act is told already, and says more.
            act.type, act.rule, act.weapon = kind, rule, weapon
        gone.add(id(how))
    return [d for d in drafts if id(d) not in gone]


def _manner_of(how: Draft, drafts: list[Draft]) -> Draft | None:
    """The act that a participle clause tells the manner of."""
    if how.polarity == "-" or how.modality in UNTOLD:
        return None
    for act in drafts:
        if act is how or act.polarity == "-" or act.modality in UNTOLD or not act.type.startswith(_ACTS):
            continue
        if _alleged_alone(act, how):
            continue
        for clause in (how.clause, how.partner):
            if clause is None or clause.parent is None or clause.parent not in (act.clause, act.partner):
                continue
            filled = how.type == "kin.chemical" and clause.kind == "reduced" and act.type.startswith("kin.")
            done = clause.kind == "gerund" and (
                how.type in _INEXACT or how.type == act.type or (act.type in _INEXACT and how.type in _EXACT)
            )
            if filled or (done and clause.inherited_subject and not _counts_twice(act, how)):
                return act
    return None


def _alleged_alone(act: Draft, other: Draft) -> bool:
    """Whether one of two is told as a fact and the other only as an accusation."""
    return (act.modality == "accused") != (other.modality == "accused")


def _counts_twice(act: Draft, how: Draft) -> bool:
    """Whether both tell of victims, so that they are two things told."""
    return bool({f.measure for f in act.figures} & {f.measure for f in how.figures})


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """ "killed by a strike targeting a car": the strike of the participle is the one that killed."""
    kept: list[Draft] = []
    for draft in drafts:
        clause = draft.clause
        named = clause is not None and clause.attributive and clause.kind == "gerund" and draft.type.startswith(_ACTS)
        host = (
            next((d for d in drafts if d.carrier is not None and d.carrier is clause.subject), None)
            if (named and clause is not None)
            else None
        )
        if host is None or host is draft or host.modality != draft.modality:
            kept.append(draft)
            continue
        host.end, host.partner = max(host.end, draft.end), clause
        host.actors = (*host.actors, *(a for a in draft.actors if all(a.text != k.text for k in host.actors)))
    return kept


def _told_on(drafts: list[Draft]) -> list[Draft]:
    """ "killed in a strike that hit the market": what a relative clause tells of the strike is the same act."""
    kept: list[Draft] = []
    for draft in drafts:
        clause = draft.clause
        act = clause.subject if clause is not None and clause.kind in ("relative", "reduced") else None
        host = next((d for d in kept if act is not None and _names(d, act, draft) and _alike(d, draft)), None)
        if host is None:
            kept.append(draft)
            continue
        host.end, host.partner = max(host.end, draft.end), draft.clause
        host.weapon, host.calibre = host.weapon or draft.weapon, host.calibre or draft.calibre
        known = {(a.id, a.text) for a in host.actors}
        host.actors = (*host.actors, *(a for a in draft.actors if (a.id, a.text) not in known))
        told = draft.figures if draft.clause is not None and draft.clause.kind == "relative" else []
        host.figures += [f for f in told if all(f.span != k.span for k in host.figures)]
    return kept


def _names(host: Draft, act: Item, draft: Draft) -> bool:
    """Whether a draft is of the act that a phrase names; "killed in shelling | carried out by the army" is."""
    if draft.clause is not None and draft.clause.kind == "relative":
        return host.carrier is act
    within = (
        host.clause is not None and host.clause is not draft.clause and any(act is p for p in host.clause.phrases())
    )
    return within and host.type == draft.type and not _counts_twice(host, draft)


def _alike(host: Draft, draft: Draft) -> bool:
    acts = host.type.startswith(_ACTS) and draft.type.startswith(_ACTS)
    return acts and host.modality == draft.modality and host.polarity == draft.polarity


def _cause(harm: Draft, drafts: list[Draft]) -> Draft | None:
    """The act that a harm clause hangs on, or that hangs on it with "when" or "after"."""
    for draft in drafts:
        clause = draft.clause
        if (
            clause is None
            or draft is harm
            or not draft.type.startswith(_ACTS)
            or _alleged_alone(draft, harm)
            or (harm.type == "harm.displaced" and draft.type == "kin.armed_clash")  # fighting is what they fled
            or draft.modality in UNTOLD
            or draft.polarity == "-"
        ):
            continue
        if (
            any(f.measure in ("killed", "injured") for f in draft.figures)
            or (draft.type == "civ.arrest" and harm.clause is not None and harm.clause.kind == "relative")
            or clause is harm.clause
            or harm.clause is None
        ):
            continue
        if _follows(harm.clause, clause) or _explains(clause, harm.clause) or _noted(clause, harm.clause):
            return draft
    return None


def _follows(harm: Clause, act: Clause) -> bool:
    """ "..., killing three", "which killed three", "to kill": the harm hangs on the act."""
    if harm.kind == "coordinate" and harm.parent is act and harm.inherited_subject:
        return bool(act.verb.classes & {"strike", "shooting", "attack_generic", "raid", "clash"})
    return harm.parent is act and harm.kind in ("gerund", "relative")


def _explains(act: Clause, harm: Clause) -> bool:
    """ "were killed when a bomb went off": the act hangs on the harm."""
    if act.parent is harm and act.kind == "gerund" and (act.attributive or not harm.passive):
        # "killed fourteen people, attacking a market": how it was done stands behind.
        return True
    undergone = harm.passive or "intransitive" in harm.verb.classes
    return undergone and act.kind == "sub" and bool(act.link & _CAUSAL) and _hangs_on(act, harm)


def _noted(act: Clause, harm: Clause) -> bool:
    """ "Drone strike on a car, 2 killed": the harm behind the act of a note without a verb."""
    return is_note(act) and harm.at > act.at and harm.kind in ("main", "coordinate") and harm.passive


def _hangs_on(act: Clause, harm: Clause) -> bool:
    """Whether a clause hangs on the harm, on a second harm joined to it, or on a participle between the two."""
    above = act.parent
    while above is not None and above is not harm:
        joined = above.kind == "coordinate" and (above.verb.classes & {"harm"} or above.passive)
        # "when a bomb, taken for a parcel, exploded": what is told of the bomb by a participle lies between.
        aside = above.kind == "reduced" or (above.subject is act.subject and above.verb.form == "participle")
        if not aside and not joined:
            return False
        above = above.parent
    return above is harm


def _join(harm: Draft, act: Draft) -> None:
    """The harm's claim takes the act's type, actors, weapon, time and place; its figures stay."""
    harm.type, harm.rule = act.type, f"{act.rule}+{harm.rule.rpartition('.')[2]}"
    harm.start, harm.end = min(harm.start, act.start), max(harm.end, act.end)
    harm.actors = each_once([*act.actors, *harm.actors])
    harm.weapon, harm.calibre = harm.weapon or act.weapon, harm.calibre or act.calibre
    harm.partner = act.clause
    harm.carrier = harm.carrier or act.carrier
    harm.figures = [*harm.figures, *act.figures]
    harm.several, harm.struck = [*harm.several, *act.several], [*harm.struck, *act.struck]


def join_told(drafts: list[Draft], parsed: Parsed) -> list[Draft]:
    """ "The raid left two dead and three wounded": the act and its losses, told by states, are one claim."""
    gone: set[int] = set()
    for harm in drafts:
        host = _host(harm, [d for d in drafts if id(d) not in gone and d is not harm], parsed)
        if host is None:
            continue
        host.figures = [*host.figures, *(f for f in harm.figures if all(f.span != g.span for g in host.figures))]
        host.several = [*host.several, *harm.several]
        host.start, host.end = min(host.start, harm.start), max(host.end, harm.end)
        host.actors = each_once([*host.actors, *harm.actors])
        host.background = host.background and harm.background
        if host.type.startswith("harm.") and not harm.type.startswith("harm."):
            host.type, host.rule, host.weapon = harm.type, harm.rule, harm.weapon
        gone.add(id(harm))
    return [d for d in drafts if id(d) not in gone]


def _host(harm: Draft, others: list[Draft], parsed: Parsed) -> Draft | None:
    """The claim that a loss told by a state belongs to: the act that left it, or the other loss right beside it."""
    bare = harm.clause is not None and harm.clause.passive and len(harm.clause.verb.marks) == 1
    bare = bare and not harm.type.startswith("pos.")  # "ten villages taken": land is no loss beside the dead
    by_state = ".noun.deaths." in harm.rule or bare
    by_state = by_state and harm.type != "harm.displaced"  # "two dead and thousands displaced" are two claims
    if not by_state or not harm.figures or harm.polarity == "-" or harm.modality in UNTOLD:
        return None
    leaving = next((c for c in parsed.clauses if "leave" in c.verb.classes and _left_by(harm, c)), None)
    for other in others:
        if other.modality in UNTOLD or other.polarity == "-" or _alleged_alone(other, harm):
            continue
        acted = other.carrier is not None and leaving is not None and other.carrier is leaving.subject
        above = other.clause is not None and leaving is not None and other.clause is leaving.parent
        if leaving is not None and (acted or above) and other.type.startswith(_ACTS):
            return other
    measures = {f.measure for f in harm.figures}
    others = [d for d in others if not _alleged_alone(d, harm)]
    posted = next((d for d in others if leaving is None and _posted(harm, d, parsed)), None)
    if posted is not None:
        return posted
    beside = (d for d in others if d.figures and 0 <= harm.start - d.end <= _NEXT and not d.tentative)
    beside = (d for d in beside if not measures & {f.measure for f in d.figures})
    return next((d for d in beside if d.figures[0].measure in _LOSSES), None)


def _posted(harm: Draft, act: Draft, parsed: Parsed) -> bool:
    """ "Drone hits car on the coast road, one martyr": a loss without a verb behind the act that closes before it."""
    if not act.type.startswith(_ACTS) or ".noun.deaths." not in harm.rule or act.polarity == "-":
        return False
    behind = 0 <= harm.start - act.end <= _NEXT and not any(c.verb.start >= harm.start for c in parsed.clauses)
    known = {f.measure for f in act.figures}
    return behind and act.modality not in UNTOLD and not any(f.measure in known for f in harm.figures)


def _left_by(harm: Draft, leaving: Clause) -> bool:
    told = harm.carrier or (harm.clause.subject if harm.clause is not None else None)
    return told is not None and any(told is part for item in leaving.objects for part in (item, *item.parts))


def _further(drafts: list[Draft]) -> list[Draft]:
    """ "killed two and injured five": the second harm of the same victims' clause joins the first claim."""
    kept: list[Draft] = []
    for draft in drafts:
        host = next((d for d in kept if _same_breath(d, draft)), None)
        if host is None:
            kept.append(draft)
            continue
        if draft.clause is not None and "displace" in draft.clause.verb.classes:
            _driven_out(host, draft)
            kept.append(draft)
            continue
        host.figures += [f for f in draft.figures if all(f.span != k.span for k in host.figures)]
        host.several = [*host.several, *draft.several]
        host.end = max(host.end, draft.end)
        host.partner, host.carrier = host.partner or draft.clause, host.carrier or draft.carrier
        if host.type.startswith("harm.") and not draft.type.startswith("harm."):
            # "two killed and five injured by shelling": the cause named last is the cause of both.
            host.type, host.rule, host.weapon = draft.type, draft.rule, draft.weapon
        host.actors = (
            *host.actors,
            *(a for a in draft.actors if all(a.id != k.id or (a.id is None and a.text != k.text) for k in host.actors)),
        )
    return kept


def _driven_out(host: Draft, draft: Draft) -> None:
    """ "Two were killed and thousands displaced by shelling": two claims, of which the first has the cause."""
    if host.type.startswith("harm.") and draft.type.startswith(_ACTS):
        host.type, host.rule, host.weapon, draft.weapon = draft.type, draft.rule, draft.weapon, None
    if draft.type.startswith(_ACTS):
        draft.type, draft.rule = "harm.displaced", draft.rule.rpartition(".")[0] + ".displaced"


def _same_breath(host: Draft, draft: Draft) -> bool:
    if (
        draft.clause is None
        or host.clause is None
        or not draft.clause.verb.classes & {"harm"}
        or draft.modality != host.modality
    ):
        return False
    measures = {f.measure for f in host.figures}
    if host.tentative != draft.tentative and draft.clause.inherited_subject:
        return False  # "was taken to hospital and died": one man, not one hurt and one dead
    apart = host.clause.kind == "reduced" or (host.clause.kind == "relative" and bool(draft.clause.times))
    if draft.clause.inherited_subject and apart and draft.clause.verb.start > host.clause.end:
        return False  # "a soldier wounded on Monday died on Tuesday": he died of it, on another day
    if (
        draft.polarity != host.polarity
        or not measures & {"killed", "injured"}
        or any(f.measure in measures for f in draft.figures)
    ):
        return False
    return (
        draft.clause.kind == "coordinate"
        and draft.clause.parent in (host.clause, host.partner)
        and draft.clause.verb.form != "infinitive"
    )
