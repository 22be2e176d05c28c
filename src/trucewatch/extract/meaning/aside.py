"""extract: what a sentence speaks of without telling it: questions, films, drills, what is mourned or doubted."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

_PLAYED = frozenset({"imagine"})
_RECALLED = frozenset({"remember", "talk_of", "judge"})
_NOT_DONE = frozenset({"avoid", "fail_act", "stop_from"})
_ABOUT = frozenset({"against", "about", "on", "topic", "of", "for"})
_TOPICS = frozenset({"topic_of", "crowd", "condemn", "talks", "fiction", "fear", "risk", "demand_noun"})
_WARNED_OF = frozenset({"warn", "fear", "predict", "threaten", "imagine", "remember", "reject", "talk_of"})


def set_aside(clause: Clause, parsed: Parsed) -> bool:
    """Whether a clause is asked, played, dreamt, doubted or recalled, so that it tells no happening of its own."""
    if is_asked(clause, parsed) or "doubt" in clause.link or _is_to_come(clause, parsed) or _inverted(clause, parsed):
        return True
    if _is_played(clause) or _is_named(clause, parsed) or _called_false(clause, parsed):
        return True
    if _is_denied_report(clause):
        return True
    if clause.attributive and clause.subject is not None and _after_topic(clause.subject, parsed, None):
        return True
    if _is_warned_of(clause):
        return True
    looked_into = _is_looked_into(clause)
    return any(
        _is_played(c) or (c.verb.classes & _RECALLED and not looked_into) or "doubt" in c.link for c in _above(clause)
    )


def _is_looked_into(clause: Clause) -> bool:
    """ "Are investigating a blast that killed two": what is told of the act that is looked into has happened."""
    root = clause
    while root.kind in ("coordinate", "reduced", "gerund") and root.parent is not None:
        root = root.parent
    host = root.parent
    return root.kind == "relative" and not root.verb.modal and host is not None and "inquire" in host.verb.classes


def _is_warned_of(clause: Clause) -> bool:
    """A verbal noun that is what somebody warns of, fears or discusses, where the noun is read as a verb ("shelling the
    town"; in Arabic also where its form could be a past tense).
    """
    parent, verb = clause.parent, clause.verb
    if parent is None or not parent.verb.classes & (_WARNED_OF | {"discuss"}):
        return False
    if parent.objects:  # "rejected the truce, shelling the town for hours"
        return False
    if not clause.inherited_subject:  # "warned of the water being cut", where the verbal noun takes its own subject
        governed = clause.kind == "gerund" and bool(clause.link & (_ABOUT | {"from"}))
        return verb.form == "gerund" and (governed or (clause.kind == "coordinate" and not clause.link))
    return verb.form == "gerund" or (verb.verb is not None and "ger" in verb.verb.forms and not clause.link)


def _called_false(clause: Clause, parsed: Parsed) -> bool:
    """ "Reports that the army shelled the town are false", "it is false that": what is said is said not to be so."""
    if clause.kind != "complement":
        return False
    if clause.parent is not None and any("false" in o.modifiers for o in clause.parent.objects):
        return True
    k = next((k for k, item in enumerate(parsed.items) if item is clause.subject), 0)
    reported = k >= 2 and parsed.items[k - 1].kind == "comp" and "hearsay" in parsed.items[k - 2].classes
    if not reported:
        return False
    later = [c for c in parsed.clauses if c.at > clause.at]
    # "Claims that the army shelled the town could not be verified."
    unproved = any("shows" in c.verb.classes and c.verb.negated for c in later)
    return unproved or any("false" in o.modifiers for c in later for o in c.objects)


def _is_denied_report(clause: Clause) -> bool:
    """ "Denied the reports that the camp was bombed", where the participle clause stands with the reports."""
    parent, told = clause.parent, clause.subject
    if parent is None or told is None or clause.kind not in ("reduced", "relative"):
        return False
    hearsay = told.classes & {"hearsay", "speaker_noun", "record", "claim_noun", "accuse"} and not told.actors
    return bool(hearsay) and "deny" in parent.verb.classes and any(told is item for item in parent.objects)


def _above(clause: Clause) -> Iterator[Clause]:
    """The clauses that a clause hangs on, itself left out; coordinated ones only while they share a subject."""
    seen, one = {id(clause)}, clause
    while one.parent is not None and id(one.parent) not in seen:
        if one.kind in ("main", "sub") or (one.kind == "coordinate" and not one.inherited_subject):
            return
        one = one.parent
        seen.add(id(one))
        yield one


def is_asked(clause: Clause, parsed: Parsed) -> bool:
    """Whether the sentence, or the quotation that holds the clause, ends in a question mark."""
    text, end = parsed.folded.text, parsed.sentence.end
    asked = text[parsed.sentence.start : end].rstrip("\"') \n").endswith(("?", "؟"))
    at = clause.verb.start
    quote = next((q for q in parsed.quotes if q.start <= at < q.end), None)
    if quote is not None:
        return text[quote.start : min(quote.end, end)].rstrip().endswith(("?", "؟"))
    return asked and not (text[:end].rstrip().endswith(('?"', '؟"')) and parsed.quotes)


def _is_played(clause: Clause) -> bool:
    """ "The film shows how ...", "the drill simulated": a clause about what is made up."""
    subject = clause.subject
    made_up = subject is not None and "fiction" in subject.classes and not clause.verb.classes & {"occur", "begin"}
    return made_up or bool(clause.verb.classes & _PLAYED)


def _is_to_come(clause: Clause, parsed: Parsed) -> bool:
    """ "When rebels attack a convoy, we will respond": a present after "when" beside a future."""
    if clause.kind != "sub" or "time" not in clause.link or clause.verb.tense != "pres" or clause.verb.modal:
        return False
    if clause.verb.marks and any(m.sense("aux") for m in clause.verb.marks):
        return False
    main = clause.parent or next((c for c in parsed.clauses if c.at > clause.at and c.kind == "main"), None)
    return main is not None and main.verb.modal in ("future", "would")


def _inverted(clause: Clause, parsed: Parsed) -> bool:
    """ "Had clashes broken out, the truce would be over": an auxiliary that opens the sentence, and a "would" later."""
    first = parsed.items[0] if parsed.items else None
    if first is None or first.kind != "vg" or (first is clause.verb and len(first.marks) > 1):
        return False
    opens = all(m.sense("aux") for m in first.marks) and clause.at <= 2
    return opens and any(c.verb.modal == "would" for c in parsed.clauses)


def _is_named(clause: Clause, parsed: Parsed) -> bool:
    """A gerund after "about", "against" or "of": "talked about attacking a convoy", "suspected of kidnapping"."""
    k = clause.at - 1
    if clause.verb.form != "gerund" or k < 0 or parsed.items[k].kind != "prep":
        return False
    return bool(parsed.items[k].cls & {"against", "topic", "of"})


def is_topic(item: Item, parsed: Parsed, holder: Clause | None) -> bool:
    """Whether an act is only what people protest, warn of, discuss, play or prevent: "a rally against the raid"."""
    if holder is not None:
        if (item in holder.objects or item is holder.subject) and holder.verb.classes & (_PLAYED | _NOT_DONE):
            return True
        governed = next((prep for prep, np in holder.pps if np is item), None)
        if governed is not None and "doubt" in governed.cls:
            return True  # "with no word on casualties"
        if governed is not None and governed.cls & {"topic", "dispute"} and not item.places:
            return True
        if governed is not None and governed.cls & _ABOUT and holder.verb.classes & (_WARNED_OF | {"crowd", "discuss"}):
            return True
        if governed is not None and "from" in governed.cls and holder.verb.classes & _WARNED_OF:
            return True
        if governed is not None and governed.cls & {"to", "for"} and "plan" in holder.verb.classes:
            return True
        if governed is not None and governed.cls & {"to", "by", "with"} and "judge" in holder.verb.classes:
            return True  # "sentenced to execution"
        if item in holder.objects and holder.verb.classes & (_WARNED_OF | {"discuss"}):
            return True
    return _after_topic(item, parsed, holder)


def _after_topic(item: Item, parsed: Parsed, holder: Clause | None) -> bool:
    """ "protests over the detention of", "a film about the massacre": the noun before says it is a topic."""
    k = parsed.items.index(item) if item in parsed.items else -1
    if k < 2 or parsed.items[k - 1].kind != "prep":
        return False
    before = parsed.items[k - 2]
    if not parsed.items[k - 1].cls & _ABOUT and not (before.kind == "np" and "condemn" in before.classes):
        return False  # "تنديدا بالغارات": what is condemned stands behind whatever preposition the noun takes
    named = before.kind == "np" and bool(before.classes & _TOPICS)
    told = holder is not None and holder.subject is not None and bool(holder.subject.classes & {"crowd", "topic_of"})
    return named or told
