"""extract: how real a clause is: happened, planned, wished, denied; from tense, modals and what governs it."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.governing import GOVERNS
from trucewatch.extract.clauses.subjects import PERCEIVED
from trucewatch.extract.meaning.accused import accuser_of
from trucewatch.extract.meaning.aside import set_aside
from trucewatch.extract.meaning.outcome import ended_by
from trucewatch.extract.phrases.item import is_comma
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.region import Region
from trucewatch.model.claim import Modality, Polarity

UNREAL = frozenset(
    {
        "planned",
        "promised",
        "hoped",
        "predicted",
        "possible",
        "demanded",
        "threatened",
        "accused",
        "denied",
        "opined",
        "term",
    }
)


UNTOLD = UNREAL - {"accused"}
"""What nobody tells as having been, not even an accuser."""


@dataclass(frozen=True, slots=True)
class Mode:
    """Modality and polarity of a clause, and whether another claim already speaks for it."""

    modality: Modality
    polarity: Polarity
    silent: bool = False
    """The clause yields no claim of its own: it is the content of a demand, a hope, an "if"."""


def speech_regions(parsed: Parsed, clause: Clause) -> list[Region]:
    """The regions that hold a clause, outermost first, its own left out."""
    at = clause.verb.start
    held = [r for r in parsed.regions if r.start <= at < r.end and r.clause is not clause]
    return sorted(held, key=lambda r: r.start - r.end)


def _own(clause: Clause) -> Modality:
    verb = clause.verb
    if verb.modal in ("future", "would"):
        return "predicted"
    if verb.modal == "should":
        return "demanded"
    if verb.modal is not None:
        # "aurait tué" is hearsay; "a dit que la ville serait prise" looks forward from what was said.
        return "predicted" if verb.modal == "told" and clause.kind == "complement" else "possible"
    plain = not verb.passive or not _auxiliaries(clause)  # "تستأنف المحادثات": a passive in one word has its tense
    if verb.progressive or (verb.tense == "pres" and verb.form == "finite" and plain):
        return "ongoing" if "have" not in _auxiliaries(clause) else "happened"
    return "happened"


_CARRY = frozenset({"begin", "occur", "continue", "succeed", "admit", "complete"})
"""Verbs whose infinitive or verbal noun is done as they say: began to shell, admitted the shelling."""
_SMALL_WORDS = 2
"""Little words ("à se") that may stand between a verb and the infinitive that it governs."""


def _auxiliaries(clause: Clause) -> set[str]:
    found: set[str] = set()
    for mark in clause.verb.marks:
        sense = mark.sense("aux")
        if sense is not None:
            found |= sense.classes
    return found


def mode_of(clause: Clause, parsed: Parsed) -> Mode:
    """How real a clause is told to be; each clause is judged once, since by then its sentence changes no more."""
    found: Mode | None = parsed.judged.get(id(clause))
    if found is None:
        found = parsed.judged[id(clause)] = _judged(clause, parsed)
    return found


def _judged(clause: Clause, parsed: Parsed) -> Mode:
    nobody = clause.subject is not None and clause.subject.negated
    nobody = nobody and (not clause.inherited_subject or clause.kind == "coordinate")
    polarity: Polarity = "-" if clause.verb.negated or nobody or _without(clause, parsed) else "+"
    accuser = accuser_of(clause)
    if accuser is not None:
        return _alleged(clause, accuser, parsed, polarity)
    if clause.kind == "complement" and _alleged_by_noun(clause, parsed):
        return Mode("accused", polarity, silent=polarity == "-" or clause.verb.modal is not None)
    spoken = _spoken(clause, parsed, polarity)
    if spoken is not None:
        return spoken
    if set_aside(clause, parsed):
        return Mode("possible", polarity, silent=True)
    host = ended_by(clause)
    if host is not None and not clause.verb.negated:
        told = mode_of(host, parsed)
        return Mode("happened" if told.modality == "ongoing" else told.modality, told.polarity, told.silent)
    governed = _governed(clause)
    if governed is not None:
        return Mode(governed, polarity, silent=governed not in ("planned", "term"))
    joined = clause.parent if clause.kind in ("infinitive", "coordinate", "gerund") else None
    if clause.link & {"condition", "doubt"} or (joined is not None and "condition" in joined.link):
        return Mode("possible", polarity, silent=True)
    if "purpose" in clause.link:
        return Mode("planned", polarity, silent=True)
    mode = _hanging(clause, polarity)
    if mode.modality == "ongoing" and parsed.sentence.section == "headline" and not clause.verb.progressive:
        # Headlines write the past in the present: "Two soldiers die in shelling".
        return Mode("happened", polarity, mode.silent)
    return mode


def _alleged_by_noun(clause: Clause, parsed: Parsed) -> bool:
    """ "The accusation that the army shelled the clinic", whoever made it."""
    k = next((k for k, item in enumerate(parsed.items) if item is clause.subject), 0)
    noun = parsed.items[k - 2] if k >= 2 and parsed.items[k - 1].kind == "comp" else None
    host = clause.parent
    rejected = host is not None and bool(host.verb.classes & {"reject", "deny"})
    return noun is not None and noun.kind == "np" and "accuse" in noun.classes and not rejected


def _alleged(clause: Clause, accuser: Clause, parsed: Parsed, polarity: Polarity) -> Mode:
    """What somebody is accused of is alleged, where he is accused and it is something that he did."""
    told = mode_of(accuser, parsed)
    real = told.modality in ("happened", "ongoing") and told.polarity == "+" and not told.silent
    return Mode("accused", polarity, silent=not real or polarity == "-" or clause.verb.modal is not None)


def _without(clause: Clause, parsed: Parsed) -> bool:
    """ "Without shelling the town", "instead of releasing them"; a verbal noun that is put off ("تأجل انسحاب")."""
    parent = clause.parent
    if parent is not None and clause.verb.form == "gerund" and "fail_act" in parent.verb.classes:
        return not parent.verb.negated
    before = parsed.items[clause.at - 1] if clause.at > 0 and clause.verb.form == "gerund" else None
    return "without" in clause.link or (before is not None and before.kind == "prep" and "without" in before.cls)


def _spoken(clause: Clause, parsed: Parsed, polarity: Polarity) -> Mode | None:
    """The mode that a wish, demand, accusation or denial gives what it governs."""
    for region in reversed(speech_regions(parsed, clause)):
        speech = region.speech
        if speech is not None and region.clause is None and region.cue == "accuse":
            return Mode("accused", polarity, silent=clause.verb.modal is not None or polarity == "-")
        if speech is None or speech.gives is None or region.clause is None:
            continue
        if _is_aside(clause, parsed):
            return Mode(_own(clause), polarity)
        if clause.kind == "relative" and not clause.verb.modal:
            # "... in Idlib, where the army is battling rebels": a relative clause tells what is so, whatever is wished.
            return Mode(_own(clause), polarity, silent=region.cue in ("accuse", "deny"))
        return Mode(speech.modality, polarity, silent=True)
    return None


def _is_aside(clause: Clause, parsed: Parsed) -> bool:
    """ "accused them of breaching the accord, which set up a zone" tells of the accord."""
    joined = clause.kind == "coordinate" and clause.inherited_subject and clause.parent is not None
    root = clause.parent if joined and clause.parent is not None else clause
    about = root.subject.classes if root.subject is not None else set()
    if root.kind != "relative" or clause.verb.modal or not about & {"agreement", "truce"}:
        return False
    k = next((k for k in range(root.at - 1, 0, -1) if parsed.items[k].kind == "rel"), 0)
    return k > 0 and is_comma(parsed.items[k - 1])


def is_question(parsed: Parsed) -> bool:
    """Whether a sentence ends with a question mark, with or without a quotation mark behind it."""
    return "?" in parsed.folded.text[max(parsed.sentence.start, parsed.sentence.end - 2) : parsed.sentence.end]


def _hanging(clause: Clause, polarity: Polarity) -> Mode:
    """The mode of a clause by its own verb and by the modal of the clause it hangs on."""
    modality, parent = _own(clause), clause.parent
    if modality == "ongoing" and parent is not None and _seen(clause, parent) and parent.verb.tense == "past":
        modality = "happened"  # "saw two men shoot a guard"
    # "did not consult its allies, provoking their anger": what comes of not doing it is real.
    denied = parent is not None and parent.verb.negated and "cause" not in clause.verb.classes
    # "the pact did not name the camps, limiting itself to a pledge": what it says instead is in it.
    denied = denied and not (
        "provide_term" in clause.verb.classes and clause.subject is not None and "agreement" in clause.subject.classes
    )
    if parent is not None and (parent.verb.modal or denied) and clause.kind == "gerund":
        return Mode(_own(parent), polarity, silent=True)
    if parent is not None and parent.verb.modal:
        if clause.kind == "reduced" and parent.at == clause.at - 2:
            return Mode(_own(parent), polarity, silent=True)
        plain = "generic" in parent.verb.classes and modality in ("happened", "ongoing")
        if plain and clause.kind in ("complement", "relative"):
            modality = _own(parent)
    if parent is not None and clause.kind == "complement" and _doubted(parent):
        return Mode("possible", polarity, silent=True)
    if clause.kind == "infinitive" and clause.verb.form == "infinitive" and not clause.verb.perfect:
        # "began to shell" is done; "led an offensive to retake" says what it was for.
        adjacent = parent is not None and (clause.at == parent.at + 1 or _next_to(clause, parent))
        own = clause.subject is not None and clause.subject.cases == frozenset({"gen"})  # "ordunun | çekilmesi"
        carried = (adjacent or own) and parent is not None and parent.verb.classes & _CARRY
        if adjacent and parent is not None and parent.verb.passive and "have" in _auxiliaries(clause):
            carried = parent.verb.classes & {"find", "say", "register"}  # "were found to have been killed"
        if not carried and not _seen(clause, parent):
            return Mode("planned", polarity, silent=True)
    return Mode(modality, polarity)


def _seen(clause: Clause, parent: Clause | None) -> bool:
    """ "Ont vu des soldats | tirer": what somebody is seen or heard doing is done."""
    if parent is None or parent.verb.classes.isdisjoint(PERCEIVED) or parent.verb.negated or parent.verb.modal:
        return False
    return clause.subject is not None and clause.subject is not parent.subject


def _next_to(clause: Clause, parent: Clause) -> bool:
    """ "ont commencé à se retirer": nothing but small words stand between two verbs."""
    between = parent.objects or parent.pps or parent.times
    return not between and 0 < clause.at - parent.at <= _SMALL_WORDS + 1


def _doubted(clause: Clause) -> bool:
    """ "Nothing suggests that", "did not say that", "doubts that", "prevent that": what follows is not told as so."""
    nobody = clause.subject is not None and clause.subject.negated
    return (
        bool(clause.verb.classes & {"doubt", "avoid"})
        or clause.verb.negated
        or nobody
        or any(item.negated for item in clause.objects)
        or (clause.kind == "infinitive" and clause.parent is not None and _doubted(clause.parent))
    )


def _governed(clause: Clause) -> Modality | None:
    parent = clause.parent
    if parent is None or clause.kind not in ("infinitive", "gerund", "coordinate"):
        return None
    if clause.kind == "coordinate" and (
        clause.verb.form == "finite" or clause.verb.form == parent.verb.form == "gerund"
    ):
        return None
    classes = parent.verb.classes
    if parent.objects and parent.verb.classes & {"generic", "say", "announce", "offer"}:
        classes = classes | parent.objects[0].classes
    for name, modality in GOVERNS:
        if name == "openborder" and clause.kind != "infinitive":
            continue  # "opened fire, killing two": only what is let in to do something is not done yet
        if name in classes:
            if name == "try" and parent.verb.verb and parent.verb.verb.lemma in ("manage", "parvenir"):
                return None
            return modality
    if parent.kind == "infinitive" or (clause.kind == "coordinate" and parent.kind == "infinitive"):
        return _governed(parent)
    return None


def silenced(parsed: Parsed, at: int, holder: Clause | None) -> bool:
    """Whether a folded offset, held by a clause or none, lies in the content of a wish, demand, accusation or denial,
    or behind an "if".
    """
    for region in parsed.regions:
        if region.start <= at < region.end and region.speech is not None and region.speech.gives is not None:
            return True
    # What stands behind all clauses hangs on the last of them: "the right to retaliate ... against any attack".
    holder = holder or next((c for c in reversed(parsed.clauses) if c.verb.start < at), None)
    return holder is not None and mode_of(holder, parsed).silent


def clause_at(clauses: list[Clause], at: int) -> Clause | None:
    """The innermost clause whose extent holds an offset."""
    found: Clause | None = None
    for clause in clauses:
        if clause.start <= at < clause.end and (found is None or clause.end - clause.start < found.end - found.start):
            found = clause
    return found
