"""extract: the subject of a verb group, and by it how the clause hangs on the one before."""

from __future__ import annotations

from trucewatch.extract.clauses.aftermath import is_over, with_force
from trucewatch.extract.clauses.apposition import name_behind
from trucewatch.extract.clauses.beyond import (
    accused,
    before_infinitive,
    can_want,
    describes,
    names_the_hurt,
    np_before,
    who_died,
)
from trucewatch.extract.clauses.clause import Clause, governed
from trucewatch.extract.clauses.insertions import before_parts, over_insertion
from trucewatch.extract.clauses.speech import speech_of
from trucewatch.extract.phrases.item import Item, is_comma, is_quote, skippable

_CRIES = frozenset(
    {"accuse", "condemn", "demand", "request", "hope", "threaten", "promise", "deny", "reject", "welcome"}
)
"""Verbs that say something of their own, whose subject stands behind them only where a quotation closes before."""
_SPEAKS = frozenset({"say", "opine", "predict", "warn", "announce", "utter", "fear"})
"""Verbs whose subject may stand behind them."""
_VOICED = _SPEAKS | _CRIES


PERCEIVED = frozenset({"sighted", "see", "heard", "register", "shows"})
"""Verbs of seeing and hearing: "observed a tank firing", where it is the tank that fires."""


class Subjects:
    """Finds who does it for one verb group after another; `found` are the clauses so far."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.found: list[Clause] = []

    def _before(self, k: int) -> Clause | None:
        return next((c for c in reversed(self.found) if c.at < k), None)

    def _hung_on(self, clause: Clause) -> Clause | None:
        """The clause before; of a participle behind a comma the one whose act it goes on with."""
        previous = self._before(clause.at)
        aside = clause.verb.form == "gerund" and clause.at > 0 and is_comma(self.items[clause.at - 1])
        while aside and previous is not None and previous.kind == "relative" and previous.verb.modal:
            # "a crisis that could be the worst, driving out thousands": it hangs on what is told, not on what may be.
            previous = self._before(previous.at)
        if aside and previous is not None and is_over(previous) and "harm" in clause.verb.classes:
            return previous
        if aside and previous is not None and previous.kind == "infinitive" and previous.parent is not None:
            previous = previous.parent if previous.parent.verb.form == "finite" else previous
        return with_force(clause, previous) if aside and previous is not None else previous

    def find(self, clause: Clause) -> None:
        """Looks for who does it: the noun that a participle describes, else what stands to the left."""
        k, previous = clause.at - 1, self._hung_on(clause)
        if describes(clause.verb) and k >= 0 and self.items[k].kind == "np":
            return self._hold(clause, k, "reduced", previous)  # "saldırıyla | öldüğü"
        return self._look_left(clause, previous)

    def _look_left(self, clause: Clause, previous: Clause | None) -> None:
        """Looks left for who does it, over adverbs, times and insertions."""
        k, crossed = clause.at - 1, False
        if self._speaks_after(clause):
            clause.inverted = self._behind(clause.at)
            clause.subject = self.items[clause.at + clause.inverted]
            name_behind(self.items, clause.at + clause.inverted)
            return None
        while k >= 0:
            item = self.items[k]
            if skippable(item):
                k -= 1
                continue
            if item.kind == "np" and item.head is None and item.modifiers & {"dead", "wounded"} and not item.definite:
                k -= 1  # "were found dead by": a state does nothing
                continue
            if item.kind == "np" and (living := who_died(self.items, clause, k)) is not None:
                k = living
                continue
            if item.kind == "np":
                if self._attributive(clause, k, previous):
                    return None
                antecedent = self._over_relative(k)
                if antecedent is not None:
                    return self._take(clause, antecedent, previous)
                beyond = self._beyond_object(k, crossed=crossed)
                if beyond is not None:
                    k = beyond
                    continue
                return self._take(clause, k, previous)
            if is_comma(item):
                k, crossed = over_insertion(self.items, k), True
                continue
            return self._connective(clause, k, previous)
        if previous is not None:
            self._share(clause, previous)
        return None

    def _beyond_object(self, k: int, *, crossed: bool) -> int | None:
        """Where to go on looking when the noun phrase at `k` is the object of a preposition or of a form without a
        subject; None where it may be the subject.
        """
        if governed(self.items, k):
            return k - 2
        whole = before_parts(self.items, k)
        if whole is not None:
            return whole
        before = self.items[k - 1] if k > 0 else None
        if before is None or before.kind != "vg" or before.form == "finite":
            return None
        if before.form == "gerund" and np_before(self.items, k - 1):
            return k - 2
        named = accused(self.items, k - 1) if before.form == "gerund" else None
        if named is not None:
            return named
        beyond = before_infinitive(self.items, k - 1) if before.form == "infinitive" else -1
        if beyond >= 0:
            return beyond
        return k - 2 if crossed else None

    def _over_relative(self, k: int) -> int | None:
        """ "A blast that killed two men and hurt four others is": what a relative clause does is no subject of "is"."""
        verb = self.items[k - 1] if k > 0 else None
        held = next((c for c in self.found if c.verb is verb), None)
        if held is None or "harm" not in held.verb.classes or held.verb.form != "finite" or held.passive:
            return None
        root = held.parent if held.kind == "coordinate" and held.parent is not None else held
        if root.kind != "relative" or root.subject is None or not root.inherited_subject:
            return None
        return next((n for n, item in enumerate(self.items[:k]) if item is root.subject), None)

    def _attributive(self, clause: Clause, k: int, previous: Clause | None) -> bool:
        """ "with 500 civilians killed", "to the 34 soldiers killed last week": a participle right behind its noun."""
        verb, adjacent = clause.verb, all(is_quote(i) for i in self.items[k + 1 : clause.at])
        if not adjacent or verb.modal or verb.passive or any(m.sense("aux") for m in verb.marks):
            return False
        forms = verb.verb.forms if verb.verb else frozenset()
        is_object = governed(self.items, k)
        after = self.items[clause.at + 1] if clause.at + 1 < len(self.items) else None
        bare = (
            "part" in forms
            and not (after is not None and after.kind == "np")
            and not verb.classes & {"intransitive", "say"}
        )
        absolute = is_object and bool(self.items[k - 1].cls & {"with"})
        named = verb.form == "gerund" and "act" in self.items[k].classes and verb.classes & {"attack_generic", "impact"}
        if named or (absolute and verb.form == "gerund"):  # "a strike targeting a car": the strike does it
            self._hold(clause, k, "gerund", previous)
            return True
        if is_object and verb.form == "participle" and bare:
            # "à une armée épaulée par": a form that is nothing but a participle belongs to the noun before it.
            self._hold(clause, k, "reduced", previous)
            verb.passive = True
            return True
        if not bare or previous is None or (not absolute and self._may_be_participle(previous)):
            return False
        between = self.items[previous.at + 1 : k]
        joined = any(
            i.kind in ("sub", "rel", "comp", "conj") or (i.kind == "punct" and i.marks[0].text in ",;:")
            for i in between
        )
        if absolute or (
            previous.verb.form == "finite" and not joined and (is_object or self.items[k - 1] is previous.verb)
        ):
            self._hold(clause, k, "reduced", previous)
            verb.passive = True
            return True
        return False

    def _may_be_participle(self, clause: Clause) -> bool:
        """ "soldiers killed in a strike climbed": the verb before is no full verb, so this one is."""
        verb, k = clause.verb, clause.at + 1
        bare = not verb.modal and not verb.passive and not any(m.sense("aux") for m in verb.marks)
        forms = verb.verb.forms if verb.verb else frozenset()
        objects = k < len(self.items) and self.items[k].kind == "np"
        full = objects or "intransitive" in verb.classes
        return bare and "part" in forms and not full and bool(verb.classes & {"harm", "displace", "generic"})

    def _hold(self, clause: Clause, k: int, kind: str, previous: Clause | None) -> None:
        clause.subject, clause.kind, clause.parent = self.items[k], kind, previous
        clause.attributive = True

    def _take(self, clause: Clause, k: int, previous: Clause | None) -> None:
        item, verb = self.items[k], clause.verb
        name_behind(self.items, k)
        before = self.items[k - 1] if k > 0 else None
        if verb.form in ("infinitive", "gerund") and previous is not None and previous.at >= k - 3:
            clause.kind = verb.form
            clause.parent = previous
            led_to = "cause" in previous.verb.classes and "people" in item.classes
            beside = clause.at == k + 1 and (led_to or bool(previous.verb.classes & PERCEIVED))
            theirs = verb.form == "infinitive" or beside
            theirs = theirs and not (_wants(clause) and not can_want(item) and can_want(previous.subject))
            clause.subject, clause.inherited_subject = (item if previous.at < k and theirs else previous.subject, True)
            return
        clause.subject = item
        clause.start = item.start
        clause.between = [
            (self.items[j], self.items[j + 1])
            for j in range(k + 1, clause.at - 1)
            if self.items[j].kind == "prep" and self.items[j + 1].kind == "np"
        ]
        about = (
            _spoken_about(before) if verb.form == "finite" and not (k == 2 and self.items[0].kind == "prep") else None
        )
        if about is not None:
            # "ground it has retaken", "a deal they agreed": the noun before is what the verb is about.
            clause.kind, clause.parent, clause.front = "relative", previous, about
        if verb.form in ("participle", "gerund", "infinitive"):
            clause.kind = verb.form if verb.form != "participle" else "reduced"
            clause.parent = previous
        if before is not None and before.kind in ("comp", "sub", "rel", "conj"):
            self._hang(clause, before, previous)
        elif previous is not None and verb.form == "finite" and before is previous.verb:
            clause.kind, clause.parent = "complement", previous
        elif (
            previous is not None
            and before is not None
            and before.kind in ("adv", "punct", "time", "prep")
            and clause.kind == "main"
        ):
            opener = self._opener(k - 1)
            if opener is not None:
                self._hang(clause, opener, previous)

    def _opener(self, k: int) -> Item | None:
        """The connective that opens the stretch before item `k`, if only times and quotation marks lie between."""
        while k >= 0 and (skippable(self.items[k])):
            k -= 1
        if k >= 0 and self.items[k].kind in ("comp", "sub", "rel"):
            return self.items[k]
        return None

    def _hang(self, clause: Clause, before: Item, previous: Clause | None) -> None:
        kinds = {"comp": "complement", "sub": "sub", "rel": "relative", "conj": "coordinate"}
        clause.kind, clause.link, clause.parent = kinds[before.kind], before.cls, previous
        if before.kind == "conj" and previous is not None and previous.kind in ("complement", "relative"):
            clause.parent = previous.parent if previous.kind == "complement" else previous
        beside = before.kind == "comp" and previous is not None and previous.kind == "complement"
        if beside and previous is not None and speech_of(previous.verb.classes) is None:
            clause.parent = previous.parent  # "said that two had died and that it had hit a camp"

    def _connective(self, clause: Clause, k: int, previous: Clause | None) -> None:
        item = self.items[k]
        if item.kind == "rel":
            j = k - 1
            while j >= 0 and self.items[j].kind != "np":
                j -= 1
            clause.kind, clause.parent, clause.link = "relative", previous, item.cls
            clause.subject, clause.inherited_subject = (self.items[j] if j >= 0 else None), True
            clause.start = item.start
            return
        if item.kind in ("sub", "comp", "conj"):
            self._hang(clause, item, previous)
        if item.kind == "conj" and clause.verb.form == "finite":
            clause.kind = "coordinate"
        if self._beside_participle(clause, item, previous):
            return
        if item.kind == "prep" and "of" in item.cls and names_the_hurt(clause.verb):
            return  # "'hundreds' of wounded": no verb at all
        if item.kind in {"vg", "prep"}:
            clause.kind = clause.verb.form if clause.verb.form != "finite" else clause.kind
            clause.parent = previous
        if previous is not None:
            self._share(clause, previous)

    def _beside_participle(self, clause: Clause, item: Item, previous: Clause | None) -> bool:
        """ "Les soldats détenus au Mali | ont été libérés": the subject is that of the participle behind its noun."""
        bare = item.kind == "vg" and item.form == "participle" and not any(m.sense("aux") for m in item.marks)
        if not bare or clause.verb.form != "finite" or previous is None or previous.verb is not item:
            return False
        if previous.subject is None or previous.inherited_subject or previous.kind not in ("reduced", "main"):
            return False
        previous.kind = "reduced"
        clause.subject, clause.start = previous.subject, previous.subject.start
        return True

    def _share(self, clause: Clause, previous: Clause) -> None:
        if clause.verb.form == "gerund" and clause.at > 0 and is_comma(self.items[clause.at - 1]):
            # ", limiting itself to": what follows a comma hangs on the sentence, not on the last infinitive.
            full = [c for c in reversed(self.found) if c.at < clause.at and c.verb.form == "finite"]
            last = previous if is_over(previous) and "harm" in clause.verb.classes else None
            previous = next((c for c in full if not (c.kind == "relative" and c.verb.modal)), previous)
            previous = last or with_force(clause, previous)
        """No subject of its own: that of the clause before."""
        clause.parent = clause.parent or previous
        if self._told_so(clause, previous):
            clause.kind, clause.verb.passive = "complement", True
            clause.subject, clause.inherited_subject = previous.subject, True
            return
        if (
            clause.kind == "main"
            and clause.verb.form == "finite"
            and previous.verb.classes & {"say", "hope", "predict", "fear", "opine", "warn"}
        ):
            # "I hope there will be": a clause that opens with "there" has no subject to share.
            clause.kind, clause.parent = "complement", previous
            return
        if clause.kind == "main":
            clause.kind = "coordinate" if clause.verb.form == "finite" else clause.verb.form
        told = clause.parent if clause.kind == "complement" and clause.parent is not None else previous
        clause.subject, clause.inherited_subject = told.subject, True
        takes_object = previous.verb.classes & {"demand", "request", "accuse", "promise_to", "plan_for"}
        if clause.verb.form == "infinitive" and takes_object and previous.objects:
            clause.subject = previous.objects[0]

    def _told_so(self, clause: Clause, previous: Clause) -> bool:
        """ "A man was reported killed": the participle right behind a passive of telling tells of its subject."""
        verb, before = clause.verb, previous.verb
        bare = len(verb.marks) == 1 and verb.verb is not None and "part" in verb.verb.forms
        adjacent = clause.at > 0 and self.items[clause.at - 1] is before
        return adjacent and bare and before.passive and bool(before.classes & {"say", "find", "opine", "register"})

    def _speaks_after(self, clause: Clause) -> bool:
        """ "..., said Putin": a speech verb after a quotation or comma has its subject behind it."""
        verb = clause.verb
        if not verb.classes & _VOICED or verb.form != "finite" or verb.passive:
            return False
        if "addressed" in verb.classes:
            return False  # "..., told reporters": who is told stands there
        before = clause.at - 1
        while before >= 0 and self.items[before].kind in ("adv", "time"):
            before -= 1
        if not verb.classes & _SPEAKS and not (before >= 0 and self._closed_quote(before)):
            return False
        behind = clause.at + self._behind(clause.at)
        after = self.items[behind] if behind < len(self.items) else None
        opens = before < 0 or is_comma(self.items[before]) or is_quote(self.items[before])
        if not opens or after is None or after.kind != "np":
            return False
        closes_quote = before >= 0 and not verb.marks[0].glued and self._closed_quote(before)
        speaks = after.actors or after.classes & {"speaker_noun", "people"} or (after.pronoun == "third")
        speaks = speaks or (closes_quote and not after.pronoun)
        beyond = self.items[behind + 1] if behind + 1 < len(self.items) else None
        return bool(speaks) and not (beyond is not None and beyond.kind == "vg" and beyond.form == "finite")

    def _behind(self, at: int) -> int:
        """How far behind the verb at `at` an inverted subject stands: over a time, "ont indiqué dimanche des élus", or
        over whom it is said to, "a indiqué à l'AFP le ministre".
        """
        told = [i.kind for i in self.items[at + 1 : at + 4]] == ["prep", "np", "np"] and "to" in self.items[at + 1].cls
        if told:
            return 3
        dated = at + 2 < len(self.items) and self.items[at + 1].kind == "time" and self.items[at + 2].kind == "np"
        return 2 if dated else 1

    def _closed_quote(self, k: int) -> bool:
        """Whether a quotation closes at or right before item `k`: `"...," said`, `"...", said`."""
        return any(is_quote(item) for item in self.items[max(0, k - 1) : k + 1])


def _wants(clause: Clause) -> bool:
    return not clause.verb.classes.isdisjoint(_CRIES)


def _spoken_about(before: Item | None) -> Item | None:
    """The ground or the deal right before a subject: "control of ground it has retaken"."""
    if before is None or before.kind != "np":
        return None
    return next((i for i in (before, *before.of) if i.classes & {"territory", "agreement", "accord"}), None)
