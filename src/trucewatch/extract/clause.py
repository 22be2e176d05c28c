"""extract: clauses: a verb group with its subject, objects, prepositional phrases and times, and how it hangs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.extract.item import Item


@dataclass(slots=True)
class Clause:
    """One verb group and what belongs to it. `kind` says how it hangs on its `parent` clause."""

    verb: Item
    at: int
    """Index of the verb group among the items."""
    kind: str = "main"
    link: frozenset[str] = frozenset()
    """Classes of the subordinator ("condition", "time")."""
    parent: Clause | None = None
    subject: Item | None = None
    objects: list[Item] = field(default_factory=list)
    pps: list[tuple[Item, Item]] = field(default_factory=list)
    times: list[Item] = field(default_factory=list)
    start: int = 0
    end: int = 0
    last: int = 0
    """Index of the last item that belongs to it."""
    consumed: bool = False
    inherited_subject: bool = False
    attributive: bool = False
    """A participle behind its noun, which stays an object or prepositional object of the clause before."""
    front: Item | None = None
    children: list[Clause] = field(default_factory=list)
    inverted: bool = False
    """The subject stands behind the verb: `"...", said Putin`."""

    @property
    def passive(self) -> bool:
        """Whether the subject undergoes the act."""
        return self.verb.passive

    def phrases(self) -> list[Item]:
        """Subject, objects and prepositional objects."""
        found = [self.subject] if self.subject is not None and not self.inherited_subject else []
        return [*found, *self.objects, *(np for _, np in self.pps)]

    def pp(self, *classes: str) -> list[Item]:
        """Objects of prepositions of these classes."""
        return [np for prep, np in self.pps if prep.cls & set(classes)]


def _skippable(item: Item) -> bool:
    return item.kind in ("adv", "hedge", "time") or (item.kind == "punct" and item.marks[0].text == '"')


def _is_quote(item: Item) -> bool:
    return item.kind == "punct" and item.marks[0].text == '"'


def _is_comma(item: Item) -> bool:
    return item.kind == "punct" and item.marks[0].text in (",", "-", "(", ")")


def _governed(items: Sequence[Item], k: int) -> bool:
    """Whether the noun phrase at `k` is the object of a preposition."""
    j = k - 1
    while j >= 0 and items[j].kind == "punct" and items[j].marks[0].text == '"':
        j -= 1
    return j >= 0 and items[j].kind in ("prep", "accord")


class Clauses:
    """Finds the clauses of one sentence's items."""

    def __init__(self, items: Sequence[Item], order: str = "svo") -> None:
        self.items, self.order = items, order
        self.found: list[Clause] = []

    def run(self) -> list[Clause]:
        """The clauses in the order of their verbs."""
        for k, item in enumerate(self.items):
            if item.kind == "vg":
                clause = Clause(item, k)
                self._subject(clause)
                self.found.append(clause)
        for clause in self.found:
            self._complements(clause)
            if clause.front is not None:
                clause.objects.insert(0, clause.front)
        for clause in self.found:
            self._reduced(clause)
            self._extent(clause)
            if clause.parent is not None:
                clause.parent.children.append(clause)
        return self.found

    def _before(self, k: int) -> Clause | None:
        return next((c for c in reversed(self.found) if c.at < k), None)

    def _subject(self, clause: Clause) -> None:
        """Looks left for who does it, over adverbs, times and insertions."""
        k, crossed = clause.at - 1, False
        previous = self._before(clause.at)
        if self._speaks_after(clause):
            clause.subject, clause.inverted = self.items[clause.at + 1], True
            return None
        while k >= 0:
            item = self.items[k]
            if _skippable(item):
                k -= 1
                continue
            if item.kind == "np":
                if self._attributive(clause, k, previous):
                    return None
                if _governed(self.items, k):
                    k -= 2
                    continue
                if (
                    k > 0
                    and self.items[k - 1].kind == "vg"
                    and self.items[k - 1].form == "gerund"
                    and self._np_before(k - 1)
                ):
                    k -= 2
                    continue
                if crossed and k > 0 and self.items[k - 1].kind == "vg" and self.items[k - 1].form != "finite":
                    k -= 2
                    continue
                return self._take(clause, k, previous)
            if _is_comma(item):
                k, crossed = self._over_insertion(k), True
                continue
            return self._connective(clause, k, previous)
        if previous is not None:
            self._share(clause, previous)
        return None

    def _np_before(self, k: int) -> bool:
        """Whether a noun phrase stands right before item `k`: "the parameters defining this zone will be"."""
        return k > 0 and self.items[k - 1].kind == "np"

    def _attributive(self, clause: Clause, k: int, previous: Clause | None) -> bool:
        """ "with 500 civilians killed", "to the 34 soldiers killed last week": a participle right behind its noun."""
        verb, adjacent = clause.verb, k == clause.at - 1
        if not adjacent or verb.modal or verb.passive or any(m.sense("aux") for m in verb.marks):
            return False
        forms = verb.verb.forms if verb.verb else frozenset()
        governed = _governed(self.items, k)
        after = self.items[clause.at + 1] if clause.at + 1 < len(self.items) else None
        bare = (
            "part" in forms
            and not (after is not None and after.kind == "np")
            and not verb.classes & {"intransitive", "say"}
        )
        absolute = governed and bool(self.items[k - 1].cls & {"with"})
        if absolute and verb.form == "gerund":
            self._hold(clause, k, "gerund", previous)
            return True
        if not bare or previous is None:
            return False
        between = self.items[previous.at + 1 : k]
        joined = any(
            i.kind in ("sub", "rel", "comp", "conj") or (i.kind == "punct" and i.marks[0].text in ",;:")
            for i in between
        )
        if absolute or (
            previous.verb.form == "finite" and not joined and (governed or self.items[k - 1] is previous.verb)
        ):
            self._hold(clause, k, "reduced", previous)
            verb.passive = True
            return True
        return False

    def _hold(self, clause: Clause, k: int, kind: str, previous: Clause | None) -> None:
        clause.subject, clause.kind, clause.parent = self.items[k], kind, previous
        clause.attributive = True

    def _over_insertion(self, k: int) -> int:
        """Left over a comma; if what stands before it is an insertion between commas, left over that too."""
        j = k - 1
        while j >= 0 and not _is_comma(self.items[j]):
            if self.items[j].kind in ("comp",):
                return k - 1
            j -= 1
        if j >= 0:
            first = self.items[j + 1] if j + 1 < k else None
            inserted = first is not None and (
                first.kind in ("rel", "sub", "accord", "prep", "adv")
                or (first.kind == "vg" and first.form != "finite")
                or not any(i.kind == "vg" for i in self.items[j + 1 : k])
            )
            if inserted and j > 0 and self.items[j - 1].kind in ("np", "time"):
                return j - 1
        return k - 1

    def _take(self, clause: Clause, k: int, previous: Clause | None) -> None:
        item, verb = self.items[k], clause.verb
        before = self.items[k - 1] if k > 0 else None
        if verb.form in ("infinitive", "gerund") and previous is not None and previous.at >= k - 3:
            clause.kind = verb.form
            clause.parent = previous
            clause.subject, clause.inherited_subject = (
                item if previous.at < k and verb.form == "infinitive" else previous.subject,
                True,
            )
            return
        clause.subject = item
        clause.start = item.start
        if (
            before is not None
            and before.kind == "np"
            and verb.form == "finite"
            and before.classes & {"territory", "agreement", "accord"}
        ):
            # "ground it has retaken", "a deal they agreed": the noun before is what the verb is about.
            clause.kind, clause.parent, clause.front = "relative", previous, before
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
        """The connective that opens the stretch before item `k`, if only times, commas or quotation marks lie between."""
        while k >= 0 and (_skippable(self.items[k])):
            k -= 1
        if k >= 0 and self.items[k].kind in ("comp", "sub", "rel"):
            return self.items[k]
        return None

    def _hang(self, clause: Clause, before: Item, previous: Clause | None) -> None:
        kinds = {"comp": "complement", "sub": "sub", "rel": "relative", "conj": "coordinate"}
        clause.kind, clause.link, clause.parent = kinds[before.kind], before.cls, previous
        if before.kind == "conj" and previous is not None and previous.kind in ("complement", "relative"):
            clause.parent = previous.parent if previous.kind == "complement" else previous

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
        if item.kind in {"vg", "prep"}:
            clause.kind = clause.verb.form if clause.verb.form != "finite" else clause.kind
            clause.parent = previous
        if previous is not None:
            self._share(clause, previous)

    def _share(self, clause: Clause, previous: Clause) -> None:
        """No subject of its own: that of the clause before."""
        clause.parent = clause.parent or previous
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
        clause.subject, clause.inherited_subject = previous.subject, True
        takes_object = previous.verb.classes & {"demand", "request", "accuse", "promise_to", "plan_for"}
        if clause.verb.form == "infinitive" and takes_object and previous.objects:
            clause.subject = previous.objects[0]

    def _complements(self, clause: Clause) -> None:
        """Looks right for what is done to whom, where and when."""
        k, object_open, commas = clause.at + (2 if clause.inverted else 1), True, 0
        clause.last = k - 1
        items = self.items
        while k < len(items):
            item = items[k]
            if item.kind in ("adv", "hedge") or (item.kind == "punct" and item.marks[0].text == '"'):
                k += 1
                continue
            if item.kind == "time":
                clause.times.append(item)
                clause.last = k
            elif item.kind == "np" and object_open and not self._is_subject(k):
                clause.objects.append(item)
                clause.last, object_open = k, len(clause.objects) < 2
            elif item.kind == "prep" and k + 1 < len(items):
                target = k + 1
                while target < len(items) and items[target].kind == "punct" and items[target].marks[0].text == '"':
                    target += 1
                if target >= len(items) or items[target].kind not in ("np", "time"):
                    break
                if items[target].kind == "np":
                    clause.pps.append((item, items[target]))
                else:
                    clause.times.append(items[target])
                k = clause.last = target
                object_open = False
            elif _is_comma(item) and commas < 2 and self._goes_on(k + 1):
                commas += 1
                object_open = False
            elif (
                item.kind == "conj"
                and k + 1 < len(items)
                and items[k + 1].kind == "np"
                and not self._is_subject(k + 1)
                and clause.objects
                and not clause.pps
            ):
                clause.objects.append(items[k + 1])
                k = clause.last = k + 1
            else:
                break
            k += 1

    def _goes_on(self, k: int) -> bool:
        """After a comma: a time or a prepositional phrase still belongs to the clause before."""
        if k >= len(self.items):
            return False
        item = self.items[k]
        if item.kind == "time":
            return not (k + 1 < len(self.items) and self.items[k + 1].kind == "vg")
        return item.kind == "prep" and not self._leads_clause(k)

    def _leads_clause(self, k: int) -> bool:
        for item in self.items[k : k + 6]:
            if item.kind == "vg":
                return item.form == "finite"
            if item.kind == "punct" and item.marks[0].text in ".,":
                return False
        return False

    def _is_subject(self, k: int) -> bool:
        """Whether the noun phrase at `k` is taken as the subject of a later finite verb."""
        return any(
            c.subject is self.items[k]
            and not c.inherited_subject
            and not c.attributive
            and c.verb.form == "finite"
            and c.at > k
            and not c.verb.classes & {"_"}
            for c in self.found
        )

    def _speaks_after(self, clause: Clause) -> bool:
        """ "..., said Putin": a speech verb after a quotation or comma has its subject behind it."""
        verb = clause.verb
        if not verb.classes & {"say", "opine", "predict", "warn", "announce"} or verb.form != "finite" or verb.passive:
            return False
        before = clause.at - 1
        while before >= 0 and self.items[before].kind in ("adv", "time"):
            before -= 1
        after = self.items[clause.at + 1] if clause.at + 1 < len(self.items) else None
        opens = (
            before < 0
            or _is_comma(self.items[before])
            or self.items[before].text == "''"
            or _is_quote(self.items[before])
        )
        if not opens or after is None or after.kind != "np":
            return False
        speaks = after.actors or after.classes & {"speaker_noun", "people"} or (after.pronoun == "third")
        beyond = self.items[clause.at + 2] if clause.at + 2 < len(self.items) else None
        return bool(speaks) and not (beyond is not None and beyond.kind == "vg" and beyond.form == "finite")

    def _reduced(self, clause: Clause) -> None:
        """A form that may be past or participle: "the soldiers killed last week were", "a truce announced by Russia"."""
        verb = clause.verb
        if verb.form != "finite" or verb.passive or verb.modal or verb.verb is None:
            return
        if any(m.sense("aux") or m.sense("modal") for m in verb.marks[:-1]):
            return
        if not {"past", "part"} <= verb.verb.forms or clause.kind == "relative":
            return
        by = any(prep.cls & {"by"} for prep, _ in clause.pps)
        existential = (
            clause.kind == "complement"
            and clause.parent is not None
            and clause.parent.verb.verb is not None
            and clause.parent.verb.verb.lemma in ("be", "etre")
            and not clause.objects
        )
        blamed = "accuse" in verb.classes and not clause.objects and any(prep.cls & {"on"} for prep, _ in clause.pps)
        if existential or blamed:
            verb.passive, clause.kind = True, "reduced"
            return
        later = any(
            c.at > clause.at and c.verb.form == "finite" and c.subject is clause.subject and c is not clause
            for c in self.found
        )
        later = later or self._finite_follows(clause)
        harmed = (
            bool(verb.classes & {"harm", "displace"}) and not verb.classes & {"intransitive"} and not clause.objects
        )
        closed = (
            not clause.objects
            and not clause.pps
            and verb.classes & {"organise", "provide_term", "agree"}
            and clause.kind == "main"
        )
        if verb.classes & {"say"} and not by:
            return
        if closed:
            verb.passive = True
            return
        if by or (later and not clause.objects) or (harmed and not clause.objects):
            verb.passive = True
            clause.kind = "reduced" if (later or clause.kind != "main") else clause.kind

    def _finite_follows(self, clause: Clause) -> bool:
        k = clause.last + 1
        while k < len(self.items) and (_skippable(self.items[k]) or _is_comma(self.items[k])):
            k += 1
        return k < len(self.items) and self.items[k].kind == "vg" and self.items[k].form == "finite"

    def _extent(self, clause: Clause) -> None:
        own = clause.subject is not None and not clause.inherited_subject
        if clause.inverted:
            own = True
        starts = [clause.verb.start, *([clause.subject.start] if own and clause.subject else [])]
        clause.start = min(starts)
        ends = [
            clause.verb.end,
            *(i.end for i in clause.objects),
            *(np.end for _, np in clause.pps),
            *(t.end for t in clause.times),
        ]
        if own and clause.subject:
            ends.append(clause.subject.end)
        clause.end = max(ends)
