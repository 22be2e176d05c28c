"""extract: the clauses of languages that put the verb first: who does what to whom stands behind the verb.

A phrase before the verb is its subject where it opens the stretch ("the army shelled"), and what a relative clause is
about where it stands inside another ("a raid [that] hit a car"). Verbal nouns are clauses of their own, hung on what
governs them: "led to the killing of three", "after the shelling of the town".
"""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.governing import GOVERNING
from trucewatch.extract.clauses.subjects import PERCEIVED
from trucewatch.extract.clauses.vso_roles import (
    act_led_to,
    can_do,
    caused,
    doer_goes_on,
    has_doer_of_carrier,
    is_carried,
    is_meeting,
    meant,
    only_a_place,
    set_extent,
)
from trucewatch.extract.phrases.item import Item, is_comma, is_quote

_STOPS = frozenset({"vg", "comp", "rel", "sub", "accord"})
_STRIKES = frozenset(
    {
        "civ.arrest",
        "civ.abduction",
        "hum.siege",
        "release",
        "strike",
        "attack_generic",
        "impact",
        "capture",
        "clash",
        "raid",
        "shooting",
    }
)
_SPEECH = frozenset({"say", "announce", "opine", "accuse", "deny", "warn", "assure", "hope", "demand", "request"})
_EMPTY = frozenset({"generic", "begin", "cause"})
_CAUSAL = frozenset({"cause", "by"})


class VerbFirst:
    """Finds the clauses of one sentence's items."""

    def __init__(self, items: list[Item], plural_endings: tuple[str, ...] = ()) -> None:
        self.items, self.plural_endings = items, plural_endings
        self.found: list[Clause] = []
        self.taken: dict[int, Clause] = {}
        """Noun phrases that are an argument of a clause, by their index."""

    def run(self) -> list[Clause]:
        """The clauses in the order of their verbs."""
        for k, item in enumerate(self.items):
            if item.kind == "vg":
                clause = Clause(item, k)
                self._hang(clause)
                self._arguments(clause)
                self.found.append(clause)
        for clause in self.found:
            caused(clause)
            set_extent(clause)
            if clause.parent is not None:
                clause.parent.children.append(clause)
        return self.found

    # ── how a clause hangs ─────────────────────────────────────────────────────────────────────────────────────

    def _previous(self) -> Clause | None:
        return self.found[-1] if self.found else None

    def _hang(self, clause: Clause) -> None:
        """By the connective before the verb, or before the phrase that opens its stretch."""
        k = self._left(clause.at - 1)
        before = self.items[k] if k >= 0 else None
        previous = self._previous()
        if before is not None and before.kind == "np" and self._takes_topic(clause, k, previous):
            return
        if before is None or before.kind == "punct":
            if before is None or not self._over_comma(clause, k, previous):
                self._joined(clause, previous)
        elif before.kind == "np":
            clause.kind, clause.parent = ("coordinate" if previous else "main"), previous
        else:
            self._linked(clause, before, k, previous)

    def _over_comma(self, clause: Clause, k: int, previous: Clause | None) -> bool:
        """ "that the troops stationed in the east, shelled": the doer that opens what is said, a comma behind it."""
        if not is_comma(self.items[k]) or clause.verb.form != "finite" or k == 0 or self.items[k - 1].kind != "np":
            return False
        j = k - 1
        while j > 0 and self.items[self._left(j - 1)].kind == "prep":
            j = self._left(self._left(j - 1) - 1)
            if j < 0 or self.items[j].kind != "np":
                return False
        doer, opener = self.items[j], self.items[self._left(j - 1)] if j else None
        if j == k - 1 or j in self.taken or not doer.actors or (opener is not None and opener.kind != "comp"):
            return False
        return self._topic(clause, j, previous)

    def _joined(self, clause: Clause, previous: Clause | None) -> None:
        """After a comma: a participle ("..., adding that") shares the subject; a full verb begins anew."""
        if clause.verb.form == "participle" and previous is not None:
            clause.kind, clause.parent = "gerund", previous
            clause.subject, clause.inherited_subject = previous.subject, True

    def _left(self, k: int) -> int:
        """Left over adverbs, quotation marks and times, with what governs those."""
        while k >= 0 and (self.items[k].kind in ("adv", "hedge", "time") or is_quote(self.items[k])):
            dated = self.items[k].kind == "time" and k > 0 and self.items[k - 1].kind == "prep"
            k -= 2 if dated else 1
        return k

    def _takes_topic(self, clause: Clause, k: int, previous: Clause | None) -> bool:
        """A phrase before the verb: its subject when the phrase opens the stretch, else what a relative is about."""
        item, opener = self.items[k], self._left(k - 1)
        if clause.verb.form == "gerund" or clause.verb.start == clause.verb.end:
            return False
        governed = self.items[opener].kind == "prep" if opener >= 0 else False
        owner = self.taken.get(k)
        if owner is not None or governed:
            if item.definite or item.time is not None or (not governed and owner is None):
                return self._topic_behind(clause, k, previous)
            clause.kind, clause.parent, clause.subject = "relative", owner or previous, item
            clause.inherited_subject = True
            if any(m.sense("det", "any") for m in item.marks):
                clause.link = frozenset({"condition"})  # "any attack that targets"
            if clause.parent is None:
                clause.kind = "main"
            return True
        return self._topic(clause, k, previous)

    def _topic_behind(self, clause: Clause, k: int, previous: Clause | None) -> bool:
        """ "The army in the east shelled": over prepositional phrases to the phrase that opens the stretch."""
        j = k
        while j > 0 and self.items[self._left(j - 1)].kind == "prep" and j not in self.taken:
            j = self._left(self._left(j - 1) - 1)
            if j < 0 or self.items[j].kind != "np":
                return False
        return j >= 0 and self.items[j].kind == "np" and j not in self.taken and self._topic(clause, j, previous)

    def _topic(self, clause: Clause, k: int, previous: Clause | None) -> bool:
        item = self.items[k]
        j = self._left(k - 1)
        before = self.items[j] if j >= 0 else None
        if before is not None and before.kind == "prep":
            return False
        if item.classes & {"unit"} or item.pronoun == "negative":
            return False
        if before is not None and before.kind in ("comp", "sub", "rel", "conj"):
            self._linked(clause, before, j, previous)
        if clause.verb.owned_object and not clause.verb.passive:
            clause.front = item
            return True
        clause.subject, clause.start = item, item.start
        self.taken[k] = clause
        return True

    def _linked(self, clause: Clause, before: Item, k: int, previous: Clause | None) -> None:
        clause.link = before.cls
        if before.kind == "rel":
            self._relative(clause, k, previous)
        elif before.kind == "comp":
            clause.parent = previous = self._speech_before(k, previous)
            clause.kind = "infinitive" if self._governed(clause, previous) else "complement"
        elif before.kind == "sub":
            clause.kind, clause.parent = "sub", previous
        elif before.kind == "conj":
            clause.kind, clause.parent = ("coordinate", previous) if previous is not None else ("main", None)
            if previous is not None and previous.kind == "infinitive" and clause.verb.form != "finite":
                clause.kind, clause.parent = previous.kind, previous.parent
            elif previous is not None and previous.verb.form == "gerund" and clause.verb.form == "gerund":
                clause.parent = previous
        elif before.kind == "prep":
            self._after_preposition(clause, before, previous)
        elif before.kind == "vg":
            clause.parent = previous
            clause.kind = "infinitive" if self._governed(clause, previous) else "complement"

    def _speech_before(self, k: int, previous: Clause | None) -> Clause | None:
        """ "Announced the killing of two and that it shelled": a second "that" hangs on what announced the first."""
        if k == 0 or self.items[k - 1].kind != "conj" or previous is None or previous.verb.classes & _SPEECH:
            return previous
        return next((c for c in reversed(self.found) if c.verb.classes & _SPEECH), previous)

    def _after_preposition(self, clause: Clause, before: Item, previous: Clause | None) -> None:
        """A verbal noun behind a preposition: what follows a cause, what is said, or when it was."""
        clause.parent = previous
        if previous is None:
            clause.kind = "sub" if before.cls & (_CAUSAL | {"time"}) else "main"
        elif is_carried(clause, before, previous):
            clause.kind = "gerund"
        elif before.cls & (_CAUSAL | {"time"}) and not previous.verb.classes & _SPEECH | previous.verb.classes & {
            "cause"
        }:
            clause.kind, clause.link = "sub", frozenset({"cause"})
        else:
            clause.kind = "infinitive" if self._governed(clause, previous) else "gerund"

    @staticmethod
    def _governed(clause: Clause, previous: Clause | None) -> bool:
        governs = previous is not None and bool(previous.verb.classes & GOVERNING)
        return governs and (clause.verb.form == "gerund" or clause.verb.tense == "pres")

    def _relative(self, clause: Clause, k: int, previous: Clause | None) -> None:
        j = k - 1
        while j >= 0 and self.items[j].kind not in ("np", "vg"):
            j -= 1
        clause.kind, clause.parent, clause.start = "relative", previous, self.items[k].start
        head = self.items[j] if j >= 0 and self.items[j].kind == "np" else None
        if head is not None and "cause" in clause.verb.classes:
            head = act_led_to(self.items, j) or head
        what = bool(clause.link & {"what"})
        if what:
            # "..., which led to": what was told before is the cause.
            clause.subject, clause.inherited_subject = (previous.subject if previous else None), True
        elif clause.verb.owned_object and head is not None and not clause.verb.passive:
            clause.front = head
        else:
            clause.subject, clause.inherited_subject = head, head is not None

    # ── what a clause takes ────────────────────────────────────────────────────────────────────────────────────

    def _arguments(self, clause: Clause) -> None:
        """Looks behind the verb for doer, object, places and times, up to what closes the clause."""
        phrases = self._behind(clause)
        self._assign(clause, phrases)
        before = self.items[clause.at - 1] if clause.at else None
        if before is not None and before.kind == "time" and not any(before in c.times for c in self.found):
            clause.times.append(before)
        if clause.front is not None:
            clause.objects.insert(0, clause.front)

    def _behind(self, clause: Clause) -> list[Item]:
        phrases: list[Item] = []
        k, items, commas, last = clause.at + 1, self.items, 0, None
        clause.last = clause.at
        while k < len(items):
            item = items[k]
            if item.kind in _STOPS:
                break
            if item.kind == "time" or self._names_time(k):
                clause.times.extend([item] if item.kind == "time" else [])
                clause.last = k
            elif item.kind == "np" and (len(phrases) > 2 or commas):
                break
            elif item.kind == "np":
                phrases.append(item)
                self.taken[k] = clause
                clause.last, last = k, item
            elif item.kind == "prep":
                target = self._governs(clause, k, last)
                if target is None:
                    break
                k = clause.last = target
                last = items[k]
            elif item.kind == "conj" or (item.kind == "punct" and item.marks[0].text == ","):
                step = self._goes_on(k, clause, phrases)
                if not step:
                    break
                commas += item.kind == "punct"
            elif item.kind == "punct" and item.marks[0].text in "()":
                k = self._over_brackets(k)
            elif item.kind == "punct" and not is_quote(item):
                break
            k += 1
        return phrases

    def _names_time(self, k: int) -> bool:
        """Whether a bare word for a stretch of time stands before a time: "on the day of | Monday"."""
        item = self.items[k]
        follows = k + 1 < len(self.items) and self.items[k + 1].kind == "time"
        return follows and item.kind == "np" and "unit" in item.classes and not item.counts

    def _over_brackets(self, k: int) -> int:
        if self.items[k].marks[0].text != "(":
            return k
        for j in range(k + 1, min(len(self.items), k + 6)):
            if self.items[j].kind == "punct" and self.items[j].marks[0].text == ")":
                return j
        return k

    def _goes_on(self, k: int, clause: Clause, phrases: list[Item]) -> bool:
        """After "and" or a comma: a time or a prepositional phrase still belongs here, another object after "and"."""
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        if after is None:
            return False
        if after.kind == "time":
            return not (k + 2 < len(self.items) and self.items[k + 2].kind == "vg")
        if after.kind == "prep":
            return not self._leads_clause(k + 1)
        joins = self.items[k].kind == "conj" and after.kind == "np" and clause.last == k - 1
        if joins and clause.pps and self.items[k - 1] is clause.pps[-1][1]:
            if not self._opens_clause(k + 1):
                clause.pps.append((clause.pps[-1][0], after))
                self.taken[k + 1] = clause
                clause.last = k + 1
                return True
            return False
        return joins and bool(phrases) and not self._opens_clause(k + 1)

    def _opens_clause(self, k: int) -> bool:
        return any(i.kind == "vg" and i.form == "finite" for i in self.items[k + 1 : k + 3])

    def _leads_clause(self, k: int) -> bool:
        for item in self.items[k : k + 5]:
            if item.kind == "vg":
                return item.form == "finite"
            if item.kind == "punct":
                return False
        return False

    def _governs(self, clause: Clause, k: int, last: Item | None) -> int | None:
        target = k + 1
        while target < len(self.items) and is_quote(self.items[target]):
            target += 1
        item = self.items[target] if target < len(self.items) else None
        if item is None or item.kind not in ("np", "time"):
            return None
        if item.kind == "time":
            clause.times.append(item)
        else:
            clause.pps.append((meant(self.items[k], item, last), item))
            self.taken[target] = clause
        return target

    def _assign(self, clause: Clause, phrases: list[Item]) -> None:
        """Subject and objects among the phrases behind the verb."""
        verb = clause.verb
        harm = "harm" in verb.classes and "intransitive" not in verb.classes
        if clause.subject is not None and (not clause.inherited_subject or clause.kind in ("relative", "gerund")):
            if "intransitive" in verb.classes and clause.inherited_subject and phrases:
                clause.subject, clause.inherited_subject = phrases[0], False
                return
            if phrases and harm and clause.inherited_subject and not can_do(clause.subject):
                # "a car [in which] two were killed": who was killed stands behind the verb.
                clause.subject, clause.inherited_subject, verb.passive = phrases[0], False, True
                return
            clause.objects = phrases[:2]
            if harm and not phrases and not verb.passive and clause.kind != "gerund":
                verb.passive = not can_do(clause.subject) or "people" in clause.subject.classes
            return
        if not phrases:
            self._inherit(clause)
            return
        first = phrases[0]
        if self._doer_stands_before(verb, phrases) or has_doer_of_carrier(clause):
            self._inherit(clause)
            clause.objects = phrases[:2]
        elif "intransitive" in verb.classes or verb.passive:
            clause.subject, clause.objects = first, phrases[1:2] if not verb.passive else []
        elif harm:
            self._assign_harm(clause, phrases)
        elif "begin" in verb.classes and verb.form == "finite" and is_meeting(first):
            clause.subject, verb.passive = first, True  # "was held in Geneva a meeting between the two ministers"
        elif verb.classes & _STRIKES and not can_do(first):
            self._inherit(clause)
            clause.objects = phrases[:2]
            if clause.subject is None:
                clause.subject, clause.objects, verb.passive = first, phrases[1:2], True
        else:
            clause.subject, clause.objects = first, phrases[1:3]

    def _doer_stands_before(self, verb: Item, phrases: list[Item]) -> bool:
        """ "[They] destroyed two tanks": a verb with a plural ending has its doers in it, and none stands behind it;
        "the carrying out of a raid" takes one object only.
        """
        if verb.passive or "intransitive" in verb.classes:
            return False
        if verb.form == "gerund":
            alone = len(phrases) == 1 and bool(verb.classes & _EMPTY) and "toll_verb" not in verb.classes
            return alone or "neutralise" in verb.classes  # "announced the neutralising of five fighters"
        last = verb.marks[-1].key if verb.marks else ""
        return verb.form == "finite" and bool(self.plural_endings) and last.endswith(self.plural_endings)

    def _assign_harm(self, clause: Clause, phrases: list[Item]) -> None:
        """ "Killed the army three" has a doer and an object; "killed three" tells only who died."""
        first = phrases[0]
        if len(phrases) > 1 and can_do(first) and not only_a_place(phrases[1]):
            clause.subject, clause.objects = first, phrases[1:2]
        elif clause.kind == "coordinate" and clause.parent is not None and doer_goes_on(clause):
            self._inherit(clause)
            clause.objects = phrases[:1]
        else:
            clause.subject, clause.verb.passive = first, True

    def _inherit(self, clause: Clause) -> None:
        parent = clause.parent
        if parent is None or clause.kind not in ("coordinate", "gerund", "infinitive", "complement"):
            return
        clause.subject, clause.inherited_subject = parent.subject, parent.subject is not None
        seen = parent.objects[-1] if parent.objects and not parent.verb.classes.isdisjoint(PERCEIVED) else None
        if seen is not None and clause.verb.tense == "pres" and self.items[clause.at - 1] is seen:
            clause.kind, clause.subject = "complement", seen  # "saw the soldiers | shelling the village"
