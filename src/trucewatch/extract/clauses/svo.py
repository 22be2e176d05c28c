"""extract: the clauses of a sentence: what each verb group takes as object, place and time, and where it ends."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.notes import note_of
from trucewatch.extract.clauses.speech import speech_of
from trucewatch.extract.clauses.subjects import Subjects
from trucewatch.extract.phrases.item import Item, is_comma, is_quote, skippable


def _undergone(clause: Clause) -> bool:
    """Whether a verb of harm without an object tells what befell its subject: "two wounded", "man shot in market"."""
    aimed = any(prep.cls >= {"in", "on"} for prep, _ in clause.pps)  # "gunmen shot at the guard"
    harm = clause.verb.classes & {"harm", "displace"} or ("hit" in clause.verb.classes and not aimed)
    return bool(harm) and not clause.verb.classes & {"intransitive"} and not clause.objects


def _has_doer(clause: Clause) -> bool:
    """Whether "by" tells who did it; "killed dozens of men, mainly by shelling" has its victims behind it."""
    done = bool(clause.objects) and "harm" in clause.verb.classes
    return not done and any(prep.cls & {"by"} for prep, _ in clause.pps)


_OF_ITS_OWN = frozenset({"reject", "agree", "promise", "threaten", "hope", "offer", "try"})
"""Verbs whose infinitive tells what their own subject does or leaves."""


class Clauses:
    """Finds the clauses of one sentence's items."""

    def __init__(
        self, items: list[Item], order: str = "svo", *, notes: bool = True, late_subjects: bool = False
    ) -> None:
        self.items, self.order, self.notes, self.late_subjects = items, order, notes, late_subjects
        self.subjects = Subjects(items)
        self.found = self.subjects.found

    def run(self) -> list[Clause]:
        """The clauses in the order of their verbs, that of a note without a verb among them."""
        note = note_of(self.items) if self.notes else None
        if note is not None:
            self.found.append(note)
        for k, item in enumerate(self.items):
            if item.kind == "vg":
                clause = Clause(item, k)
                self.subjects.find(clause)
                self.found.append(clause)
        for clause in self.found:
            self._complements(clause)
            self._whose_it_is(clause)
            lost = clause.kind == "relative" and clause.inherited_subject and "harm" in clause.verb.classes
            if self.late_subjects:
                self._left_by(clause)
            if self.late_subjects or lost:
                self._late_subject(clause)
            if clause.front is not None:
                clause.objects.insert(0, clause.front)
        for clause in self.found:
            self._joined_object(clause)
            self._load(clause)
            self._reduced(clause)
            self._extent(clause)
            if clause.parent is not None and not clause.hangs_on(clause):
                clause.parent.children.append(clause)
        return self.found

    def _complements(self, clause: Clause) -> None:
        """Looks right for what is done to whom, where and when."""
        k, object_open, commas = clause.at + clause.inverted + 1, True, 0
        clause.last = k - 1
        items = self.items
        clause.times += [item for item in items[clause.at + 1 : k] if item.kind == "time"]
        if clause.inverted and items[clause.at + 1].kind == "prep":
            clause.pps.append((items[clause.at + 1], items[clause.at + 2]))  # "a indiqué à l'AFP le ministre"
        before = items[clause.at - 1] if clause.at else None
        if before is not None and before.kind == "time" and not any(before in c.times for c in self.found):
            clause.times.append(before)
        while k < len(items):
            item = items[k]
            if item.kind in ("adv", "hedge") or (item.kind == "punct" and item.marks[0].text == '"'):
                k += 1
                continue
            if item.kind == "time":
                clause.times.append(item)
                clause.last = k
            elif item.kind == "np" and object_open and not self._is_subject(k) and not self._is_doer_of_noun(k):
                clause.objects.append(item)
                clause.last, object_open = k, len(clause.objects) < 2
            elif item.kind == "prep":
                target = self._governed_by(clause, k)
                if target is None:
                    break
                k = clause.last = target
                # "captured on Thursday a key hill", "signed in Geneva a truce": day and place close nothing.
                aside = items[target].kind == "time" or (bool(items[target].places) and self._wants_object(clause))
                object_open = object_open and aside and not clause.objects
            elif is_comma(item) and commas < 3 and (self._goes_on(k + 1) or self._late_object(clause, k + 1)):
                object_open = object_open or self._late_object(clause, k + 1)
                commas += 1
                k += 1
                continue
            elif is_comma(item) and commas < 2 and self._goes_on(k + 1):
                commas += 1
                object_open = False
            elif self._second_object(clause, k):
                clause.objects.append(items[k + 1])
                k = clause.last = k + 1
            else:
                break
            k += 1

    def _whose_it_is(self, clause: Clause) -> None:
        """ "The attack | [in which] died | nine soldiers'": a genitive behind a participle of harm is who did."""
        own = self.order == "sov" and clause.kind == "reduced" and clause.objects and clause.attributive
        if own and clause.objects[0].cases == frozenset({"gen"}) and "harm" in clause.verb.classes:
            clause.subject = clause.objects.pop(0)

    def _left_by(self, clause: Clause) -> None:
        """ "Ochenta muertos dejan los combates": what left them stands behind the verb."""
        left, by = clause.subject, clause.objects[0] if clause.objects else None
        if left is None or by is None or clause.inherited_subject or clause.passive:
            return
        hurt = left.classes & {"dead_people", "wounded_people"} and left.counts
        if hurt and "toll" in clause.verb.classes and "act" in by.classes:
            clause.subject, clause.objects[0] = by, left

    def _late_subject(self, clause: Clause) -> None:
        """ "Murieron cinco soldados", "ont été libérés trois otages": who undergoes it stands behind the verb."""
        undergone = clause.passive or bool(clause.verb.classes & {"intransitive", "occur"})
        own = clause.subject is not None and not clause.inherited_subject
        undergone = undergone and not (clause.verb.passive and not self.late_subjects)
        if clause.objects and undergone and not own and clause.verb.form == "finite":
            clause.subject, clause.inherited_subject = clause.objects.pop(0), False

    def _governed_by(self, clause: Clause, k: int) -> int | None:
        """Takes what the preposition at `k` governs; the index of its last item, None when it governs nothing."""
        target = k + 1
        while target < len(self.items) and is_quote(self.items[target]):
            target += 1
        hedged = target + 1 < len(self.items) and self.items[target].kind == "adv"
        if hedged and self.items[target + 1].kind == "time":
            target += 1  # "at around 3 a.m. on Monday"
        item = self.items[target] if target < len(self.items) else None
        if item is None or item.kind not in ("np", "time"):
            return None
        if item.kind == "np" and not clause.objects and _as_object(clause, self.items[k], item):
            clause.objects.append(item)
        elif item.kind == "np":
            clause.pps.append((self.items[k], item))
        else:
            clause.times.append(item)
        return target

    def _second_object(self, clause: Clause, k: int) -> bool:
        """Whether "and" at `k` joins another object."""
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        joins = self.items[k].kind == "conj" and after is not None and after.kind == "np"
        return joins and not self._is_subject(k + 1) and bool(clause.objects) and not clause.pps

    def _late_object(self, clause: Clause, k: int) -> bool:
        """ "announced, at a press conference, a ceasefire": the object behind an insertion."""
        item = self.items[k] if k < len(self.items) else None
        wants = self._wants_object(clause)
        return wants and item is not None and item.kind == "np" and not self._is_subject(k)

    @staticmethod
    def _wants_object(clause: Clause) -> bool:
        """Whether a verb of agreeing or announcing still lacks what was agreed."""
        wants = clause.verb.classes & {"announce", "agree", "organise"}
        return bool(wants) and not clause.objects and not clause.passive

    def _goes_on(self, k: int) -> bool:
        """After a comma: a time or a prepositional phrase still belongs to the clause before."""
        while k < len(self.items) - 1 and self.items[k].kind == "adv":
            k += 1  # ", mostly through drone strikes"
        if k >= len(self.items):
            return False
        item = self.items[k]
        if item.kind == "time":
            return not (k + 1 < len(self.items) and self.items[k + 1].kind == "vg")
        return item.kind == "prep" and not self._leads_clause(k)

    def _leads_clause(self, k: int) -> bool:
        for n, item in enumerate(self.items[k : k + 6], k):
            if item.kind == "vg":
                return item.form == "finite" and not self._may_hang(n)
            if item.kind == "punct" and item.marks[0].text in ".,":
                return False
        return False

    def _may_hang(self, k: int) -> bool:
        """ "the blast of two shells fired at a bus": a form that may be past or participle, before a preposition."""
        verb = self.items[k]
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        bare = len(verb.marks) == 1 and verb.verb is not None and {"past", "part"} <= verb.verb.forms
        return (
            bare
            and after is not None
            and after.kind == "prep"
            and bool(after.cls & {"by", "against"} or after.cls >= {"in", "on"})
        )

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

    def _is_doer_of_noun(self, k: int) -> bool:
        """ "Ordunun | çekilmesi": a genitive right before a verbal noun is whose act it is, and nobody's object."""
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        genitive = self.order == "sov" and self.items[k].cases == frozenset({"gen"})
        return genitive and after is not None and after.kind == "vg" and after.form == "infinitive"

    def _reduced(self, clause: Clause) -> None:
        """A form that may be past or participle: "the soldiers killed were", "a truce announced by Russia"."""
        verb = clause.verb
        if (
            verb.form == "participle"
            and not verb.passive
            and not verb.classes & {"intransitive"}
            and not clause.objects
        ):
            # "un convoi attaqué par des rebelles": a bare participle is passive, but not in "a-t-il déclaré".
            verb.passive = clause.subject is None or not clause.subject.pronoun
            return
        if verb.form != "finite" or verb.passive or verb.modal or verb.verb is None or "intransitive" in verb.classes:
            return  # "died in strikes carried out by": nobody "is died"
        if any(m.sense("aux") or m.sense("modal") for m in verb.marks[:-1]):
            return
        if not {"past", "part"} <= verb.verb.forms or clause.kind == "relative":
            return
        by = _has_doer(clause)
        existential = (
            clause.kind == "complement"
            and clause.parent is not None
            and clause.parent.verb.verb is not None
            and clause.parent.verb.verb.lemma in ("be", "etre")
            and not clause.objects
            and not self._after_that(clause)
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
        if self._shares_object(clause):
            return
        harmed = _undergone(clause)
        closed = (
            not clause.objects
            and ("heard" in verb.classes or (not clause.pps and verb.classes & {"organise", "provide_term", "agree"}))
            and clause.kind == "main"
            and not self._infinitive_follows(clause)
            and speech_of(verb.classes) is None
        )
        if not by and ("say" in verb.classes or self._wills(clause)):
            return
        if closed:
            verb.passive = True
            return
        if self._after_that(clause) and not by:
            return  # "the footage that police released shows": the verb is a full one, and its object stands before it
        if by or (later and not clause.objects) or harmed:
            verb.passive = True
            self._counted_on(clause)
            if later:
                self._pass_on(clause)
            clause.kind = "reduced" if (later or clause.kind not in ("main", "coordinate")) else clause.kind

    def _infinitive_follows(self, clause: Clause) -> bool:
        """ "agreed to resume": a verb with an infinitive behind it is a full one."""
        after = clause.last + 1
        return after < len(self.items) and self.items[after].kind == "vg" and self.items[after].form == "infinitive"

    def _wills(self, clause: Clause) -> bool:
        """ "The militia refused to withdraw": a full verb of which the infinitive tells what its own subject does."""
        return bool(clause.verb.classes & _OF_ITS_OWN) and self._infinitive_follows(clause)

    def _after_that(self, clause: Clause) -> bool:
        """Whether "that" stands before its subject, so that its verb is a full one: "evidence that rebels marched"."""
        k = next((k for k, item in enumerate(self.items) if item is clause.subject), 0)
        return k > 0 and self.items[k - 1].kind == "comp"

    def _counted_on(self, clause: Clause) -> None:
        """ "3 killed, 10 injured in shelling": the second count of a note is joined to the first."""
        n = self.found.index(clause)
        before = self.found[n - 1] if n else None
        if before is None or clause.kind != "main" or not before.passive or not before.verb.classes & {"harm"}:
            return
        k = next((k for k, item in enumerate(self.items) if item is clause.subject), 0)
        if clause.verb.classes & {"harm"} and k and is_comma(self.items[k - 1]) and before.last >= k - 2:
            clause.kind, clause.parent = "coordinate", before

    def _pass_on(self, clause: Clause) -> None:
        """ "when a bomb planted by militants exploded": the "when" belongs to the full verb, not to the participle."""
        full = next((c for c in self.found if c.parent is clause and c.subject is clause.subject), None)
        if clause.kind == "sub" and full is not None and full.verb.form == "finite":
            full.kind, full.link, full.parent = "sub", clause.link, clause.parent
            clause.link = frozenset()

    def _load(self, clause: Clause) -> None:
        """ "A ship carrying grain reached the port": what the subject carries hangs on what it does."""
        if clause.verb.form != "gerund" or clause.parent is not None or clause.subject is None:
            return
        full = next((c for c in self.found if c.at > clause.at and c.subject is clause.subject), None)
        if full is not None and full.verb.form == "finite" and not full.hangs_on(clause):
            clause.parent = full

    def _joined_object(self, clause: Clause) -> None:
        """ "killed and wounded scores of men": what both verbs are done to; how many of each is not told."""
        k = clause.at + 1
        joined = k < len(self.items) and self.items[k].kind == "conj" and not clause.objects and not clause.passive
        other = next((c for c in self.found if c.at == k + 1), None) if joined else None
        if other is not None and other.objects and clause.verb.classes & {"kill"} and other.verb.classes & {"injure"}:
            clause.objects, clause.shares, other.shares = list(other.objects), True, True

    def _shares_object(self, clause: Clause) -> bool:
        """ "shot and killed two men": the verb joined right behind takes the object for both."""
        k = clause.at + 1
        joined = k < len(self.items) and self.items[k].kind == "conj"
        other = next((c for c in self.found if c.at == k + 1), None) if joined else None
        return other is not None and bool(other.objects) and not clause.objects

    def _finite_follows(self, clause: Clause) -> bool:
        k = clause.last + 1
        while k < len(self.items) and (skippable(self.items[k]) or is_comma(self.items[k])):
            k += 1
        return k < len(self.items) and self.items[k].kind == "vg" and self.items[k].form == "finite"

    def _extent(self, clause: Clause) -> None:
        start, end = clause.verb.start, clause.verb.end
        if clause.subject is not None and (clause.inverted or not clause.inherited_subject):
            start, end = min(start, clause.subject.start), max(end, clause.subject.end)
        behind = [*clause.objects]
        for _, phrase in clause.pps:
            behind.append(phrase)
        for item in behind:
            end = max(end, item.end)
            if self.order != "svo":
                start = min(start, item.start)
        for item in clause.times:
            end = max(end, item.end)
        clause.start, clause.end = start, end


def _as_object(clause: Clause, prep: Item, item: Item) -> bool:
    """Whether a preposition opens an object: "mató a tres civiles", "ont procédé mardi à un échange"."""
    light = "to" in prep.cls and "light_to" in clause.verb.classes
    return light or ("object" in prep.cls and _is_somebody(item))


def _is_somebody(item: Item) -> bool:
    """Whether a phrase names people or an actor that is no place."""
    return bool(item.classes & {"people", "hostage", "prisoner"}) or (bool(item.actors) and not item.places)
