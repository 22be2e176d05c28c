"""extract: one grammatical tag for every mark, from what it may be and what stands beside it."""

from __future__ import annotations

from trucewatch.extract.words.around import (
    FINITE,
    before_its_noun,
    by_follows,
    clause_follows,
    ends_in_apostrophe,
    governs_gerund,
    is_base_only,
    next_word,
    starts_object,
    takes_object,
    wants_base,
)
from trucewatch.extract.words.capitals import names_on, titled, unknown_tag
from trucewatch.extract.words.numbers import number_at
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack, Sense

NOMINAL_BEFORE = frozenset({"det", "poss", "adj", "num", "ownpron", "demonym"})
_CLOSED = (
    "accord",
    "modal",
    "aux",
    "neg",
    "rel",
    "comp",
    "sub",
    "prep",
    "conj",
    "poss",
    "pron",
    "det",
    "hedge",
    "adv",
    "adj",
)
_CLOSED_KINDS = frozenset(_CLOSED)
_BEFORE_GERUND = frozenset({"prep", "punct", "conj", "rel", "noun", "name", "adv", "time", "word", "hedge"})
_YEARS = (1900, 2100)
_LABELLED = 2
"""Marks at the head of a post among which a label may stand."""


class Tagger:
    """Tags the marks of one sentence from left to right."""

    def __init__(self, marks: list[Mark], pack: Pack) -> None:
        self.marks, self.pack = marks, pack
        self._range_openers = pack.lists.get("range_openers", frozenset())
        self._more_before = pack.lists.get("more_before", frozenset())
        self._to_words = pack.lists.get("to_words", frozenset())
        self.tags: list[str] = []
        self.titled = titled(marks)

    def run(self) -> list[str]:
        """One tag a mark: verb aux modal noun name adj det num prep conj rel comp sub to pron poss adv neg punct."""
        for i in range(len(self.marks)):
            self.tags.append(self._tag(i))
        return self.tags

    def _before(self, i: int) -> str:
        k = i - 1
        while k >= 0 and (self.tags[k] == "adv" or self.marks[k].text == '"' or self._timely(k)):
            k -= 1
        if k < 0:
            return "start"
        if self.tags[k] in ("adj", "demonym") and k and self.pack.settings.get("modifiers") == "after":
            # "le centre russe indique": behind its noun a modifier closes the phrase.
            return "noun" if self.tags[k - 1] in ("noun", "name", "word", "adj", "demonym") else self.tags[k]
        return self.tags[k]

    def _labels(self, i: int) -> bool:
        """ "BREAKING: ..." at the head of a post is a label and no verb."""
        after = self.marks[i + 1].text if i + 1 < len(self.marks) else ""
        return after in (":", "-", "|") and self.marks[i].key in self.pack.lists.get("labels", ())

    def _timely(self, k: int) -> bool:
        """A word of time alone, as "overnight" in "carried out overnight attacks": nothing hangs on it."""
        return self.tags[k] == "word" and bool(self.marks[k].times) and k > 0 and self.tags[k - 1] == "verb"

    def _tag(self, i: int) -> str:
        mark = self.marks[i]
        ended = mark.text == "'" and ends_in_apostrophe(self.marks, i)
        if not mark.is_word or ended or (i <= _LABELLED and self._labels(i)):
            return "adv" if mark.is_word and mark.text != "'" else "punct"
        if mark.value is not None or self._opens_number(i, mark):
            return "num"
        kinds = mark.kinds()
        if mark.actors or mark.places:
            return self._named(i, mark, kinds)
        if "accord" in kinds and self._before(i) not in ("aux", "to", "modal"):
            return "accord"
        if not self.titled and names_on(self.marks, self.tags, i):
            return "name"
        if "aux" in kinds and "prep" in kinds:
            return "aux" if self._participle_follows(i) else "prep"
        if "aux" in kinds or "modal" in kinds:
            return self._auxiliary(i, mark)
        if self._is_number(mark, kinds):
            return "num"
        if mark.key in self._to_words and self._infinitive_follows(i):
            return "to"
        return self._content_word(i, mark, kinds)

    @staticmethod
    def _is_number(mark: Mark, kinds: frozenset[str]) -> bool:
        """A number word, but for those that are mostly something else ("no", "a")."""
        number = mark.number
        if number is None or number.role == "article" or ("det" in kinds and number.low == 0):
            return False
        return number.role == "group" or not kinds & {"det", "prep", "conj"}

    def _content_word(self, i: int, mark: Mark, kinds: frozenset[str]) -> str:
        verb = mark.sense("verb") if "verb" in kinds else None
        noun = mark.sense("noun") if "noun" in kinds else None
        if verb is not None and self._hyphened(i) and verb.forms & {"part", "ger"}:
            return "adj"
        if verb is not None and (noun is not None or kinds - {"verb"}):
            return self._verb_or(i, mark, verb, noun)
        if verb is not None:
            return self._verb(i, mark, verb)
        if noun is not None:
            return "noun"
        return "adv" if mark.approximator and not kinds else self._closed(i, mark, kinds)

    def _hyphened(self, i: int) -> bool:
        """Whether a mark closes a compound: "Moscow-backed"."""
        return i >= 2 and self.marks[i].glued and self.marks[i - 1].text == "-" and self.marks[i - 1].glued

    def _opens_range(self, i: int) -> bool:
        """ "between 20 and 25 soldiers": the word belongs to the number."""
        if self.marks[i].key not in self._range_openers or i + 1 >= len(self.marks):
            return False
        number = number_at(self.marks, i + 1, self.pack)
        wide = number is not None and number.high is not None and number.high > number.low
        return wide and number is not None and number.i == i + 1 and number.approximator == "exact"

    def _opens_number(self, i: int, mark: Mark) -> bool:
        """ "about 20", "between 20 and 25", "ещё 20": a word that belongs to the number behind it."""
        if mark.approximator is None and mark.key not in self._range_openers and mark.key not in self._more_before:
            return False
        if self._opens_range(i):
            return True
        more = mark.key in self._more_before and mark.kinds() == {"adv"}
        return (more or self._approximates(i, mark)) and self._number_follows(i)

    def _approximates(self, i: int, mark: Mark) -> bool:
        """Whether a word is "about" or "up to" here; behind "rose" it says where to: "возросло до 29"."""
        if mark.approximator is None:
            return False
        before = self.marks[i - 1].sense("verb", "rise") if i and mark.sense("prep") else None
        return before is None

    def _number_follows(self, i: int) -> bool:
        k = i + 1
        while (
            k < len(self.marks)
            and k <= i + 2
            and (self.marks[k].sense("det") or self.marks[k].sense("prep", "of"))
            and self.marks[k].number is None
        ):
            k += 1
        if k >= len(self.marks) or (self.marks[k].value is None and self.marks[k].number is None):
            return False
        year = len(self.marks[k].text) == 4 and _YEARS[0] <= (self.marks[k].value or 0) < _YEARS[1]
        if year and k > i + 1 and self.marks[i].sense("prep"):
            return False  # "under the 2018 deal"
        return not (self.marks[k].times and self.marks[k].value is None)

    def _named(self, i: int, mark: Mark, kinds: frozenset[str]) -> str:
        if kinds & {"prep", "det", "aux", "pron", "conj"} and not mark.capital:
            return self._closed(i, mark, kinds)
        return "demonym" if mark.actors and all(n.use == "adjective" for n in mark.actors) else "name"

    def _participle_follows(self, i: int) -> bool:
        """Whether a word that may be auxiliary or preposition ("a", "à") stands before a participle."""
        k = i + 1
        while k < len(self.marks) and (self.marks[k].kinds() & {"adv", "neg", "hedge"} or self.marks[k].times):
            k += 1
        sense = self.marks[k].sense("verb") if k < len(self.marks) else None
        return sense is not None and "part" in sense.forms and not (self.marks[k].sense("noun") and k == i + 1)

    def _infinitive_follows(self, i: int) -> bool:
        k = i + 1
        while k < len(self.marks) and (
            self.marks[k].sense("adv") or self.marks[k].sense("neg") or self.marks[k].text == '"'
        ):
            k += 1
        if k >= len(self.marks):
            return False
        mark = self.marks[k]
        sense = mark.sense("verb")
        if sense is None or "base" not in sense.forms:
            return False
        return mark.sense("noun") is None or not (mark.sense("det") or mark.actors)

    def _auxiliary(self, i: int, mark: Mark) -> str:
        if mark.key == "s" and mark.text == "'s" and self._before(i) not in ("pron",):
            follower = self.marks[i + 1] if i + 1 < len(self.marks) else None
            participle = follower is not None and follower.sense("verb") is not None and not follower.sense("noun")
            return "aux" if participle and self._before(i) in ("pron", "rel") else "poss"
        if mark.capital and mark.times and i and not self.marks[i - 1].sense("pron"):
            return "name"
        return "modal" if mark.sense("modal") else "aux"

    def _verb_or(self, i: int, mark: Mark, verb: Sense, noun: Sense | None) -> str:
        before = self._before(i)
        if noun is None:
            return self._verb_or_adjective(i, mark, verb, before)
        last = self.marks[i - 1].key.partition(" ")[2] if "ger" in verb.forms else ""
        governs = any(s.kind == "prep" for s in self.pack.phrases.get(last, ())) or governs_gerund(self.marks, i)
        if before == "verb" and "ger" in verb.forms and governs:
            before = "prep"  # "resulted in killing two men": the verb of two words ends in a preposition
        if verb.forms <= {"ger"} and before in _BEFORE_GERUND:
            return "verb" if takes_object(self.marks, i) else "noun"
        if before == "num" and verb.forms <= {"part", "past"} and by_follows(self.marks, i):
            return "verb"  # "... et neuf blessés par des tirs"
        calibre = before == "noun" and self.marks[i - 1].sense("noun", "calibre") is not None  # "155 mm shells"
        if calibre or before in NOMINAL_BEFORE or (before == "prep" and "ger" not in verb.forms):
            return "noun"
        if before in ("to", "modal", "neg") or (before == "pron" and not mark.capital):
            return "verb"
        if before == "aux":
            return "verb" if verb.forms & {"part", "ger", "base"} else "noun"
        if before == "prep":
            return "verb" if takes_object(self.marks, i) else "noun"
        return self._after_nominal(i, mark, verb, before)

    def _verb_or_adjective(self, i: int, mark: Mark, verb: Sense, before: str) -> str:
        follows = next_word(self.marks, i)
        before_noun = follows is not None and follows.sense("noun") is not None
        fixed = not verb.forms & {"part", "ger"}
        if mark.sense("adj") is not None:
            if wants_base(self.marks, self.tags, i):
                return "verb"
            if fixed and (before in ("aux", "neg") or (before_noun and before in ("verb", "punct"))):
                return "adj"
            if self.pack.settings.get("modifiers") == "after" and before in ("noun", "name", "word"):
                return "adj"  # "des hommes armés ont": behind its noun
            one_more = i > 0 and self.marks[i - 1].key in self.pack.lists.get("one_more", ())
            if one_more and "part" in verb.forms and not before_noun:
                return "verb"  # "one was killed and another wounded by"
            nominal = before_noun and (before in NOMINAL_BEFORE or before in ("prep", "start", "verb"))
            return "adj" if nominal or before == "det" else self._verb(i, mark, verb)
        if mark.sense("prep") and before not in ("to", "modal", "pron", "aux"):
            return "prep"
        return self._verb(i, mark, verb)

    def _after_nominal(self, i: int, mark: Mark, verb: Sense, before: str) -> str:
        follows = next_word(self.marks, i)
        finite_next = (
            follows is not None
            and follows.sense("noun") is None
            and (
                ((v := follows.sense("verb")) is not None and bool(v.forms & (FINITE | {"part"})))
                or follows.sense("aux")
                or follows.sense("modal")
            )
        )
        closes = follows is None or (not follows.is_word and follows.text in ",.;:)")
        if closes and before not in ("rel",) and not verb.forms & {"past"}:
            return "noun"
        if before in ("noun", "name", "word", "rel", "num", "time") and not finite_next and starts_object(follows):
            if is_base_only(verb) and before != "rel" and not self._plural_before(i):
                return "noun"
            return "verb"
        if (
            before in ("conj", "punct")
            and not finite_next
            and follows is not None
            and follows.is_word
            and starts_object(follows)
        ):
            return (
                "verb"
                if verb.forms & {"past", "part", "pres"} and not (mark.text.endswith("s") and before == "punct")
                else "noun"
            )
        return "noun"

    def _plural_before(self, i: int) -> bool:
        k = i - 1
        while k >= 0 and self.tags[k] == "adv":
            k -= 1
        if k < 0:
            return False
        mark = self.marks[k]
        sense = mark.sense("noun")
        if (sense is not None and "plural" in sense.forms) or (
            not mark.senses and mark.text.endswith("s") and not mark.capital
        ):
            return True
        return (
            "conj" in self.tags[max(0, k - 4) : k]
            or any(n.use == "demonym_noun" for n in mark.actors)
            or (mark.capital and self.marks[k - 1].text == "," if k else False)
        )

    def _verb(self, i: int, mark: Mark, verb: Sense) -> str:
        before = self._before(i)
        if mark.capital and i and self.marks[i - 1].capital and self.marks[i - 1].sense("noun", "operation_name"):
            return "name"  # "Operation Spring Shield"
        if "attr" in verb.forms and self.pack.settings.get("order") != "sov" and self._agrees_ahead(i):
            return "adj"
        if before in NOMINAL_BEFORE and verb.forms <= {"base", "pres"}:
            return "noun"
        upcoming = next_word(self.marks, i)
        if (
            before == "start"
            and "base" in verb.forms
            and upcoming is not None
            and (upcoming.sense("aux") or upcoming.sense("modal"))
        ):
            return "noun"
        if before in ("det", "ownpron", "poss") and verb.forms & {"ger", "part"}:
            follows = next_word(self.marks, i)
            if follows is not None and (follows.sense("noun") or follows.actors):
                return "adj"
            return "noun"
        if before_its_noun(self.marks, i, verb, before):
            return "adj"
        if before in ("det", "prep") and is_base_only(verb) and "inf" not in verb.forms:
            return "noun"
        if before == "prep" and " " in mark.key and verb.forms <= {"base", "pres"}:
            return "noun"  # "described in reports as"
        return "verb"

    def _agrees_ahead(self, i: int) -> bool:
        """Whether a participle that is declined stands right before its noun, and not behind it over a comma."""
        follows = self.marks[i + 1] if i + 1 < len(self.marks) else None
        if follows is None or not follows.is_word or (i and self.marks[i - 1].text == ","):
            return False
        return bool(follows.kinds() & {"noun", "adj"} or follows.actors)

    def _closed(self, i: int, mark: Mark, kinds: frozenset[str]) -> str:
        if "comp" in kinds and kinds & {"det", "rel"}:
            return self._that(i, kinds)
        if "prep" in kinds and self._before(i) == "aux" and self._participle_next(i):
            return "adv"
        if "sub" in kinds and "prep" in kinds:
            return "sub" if clause_follows(self.marks, i) else "prep"
        if "poss" in kinds and mark.sense("poss", "pronoun"):
            return "ownpron"
        if "pron" in kinds and "det" in kinds:
            follows = self.marks[i + 1] if i + 1 < len(self.marks) else None
            verbal = follows is not None and (
                follows.sense("aux") or follows.sense("modal") or (follows.sense("verb") and not follows.sense("noun"))
            )
            return "pron" if verbal else "det"
        for kind in _CLOSED if len(kinds) > 1 else kinds & _CLOSED_KINDS:
            if kind in kinds:
                return kind
        if "title" in kinds or "ordinal" in kinds:
            return "noun" if "title" in kinds else "adj"
        return self._stranger(i, mark)

    def _stranger(self, i: int, mark: Mark) -> str:
        """A word that no list has: a verb if it ends like one and stands where one stands."""
        follows = self.marks[i + 1] if i + 1 < len(self.marks) else None
        participle = mark.text.endswith(tuple(self.pack.lists.get("participle_endings", ())))
        if participle and not mark.capital and not mark.senses and self._before(i) in ("aux", "neg"):
            # "a ébranlé": whatever the verb means, here is a clause.
            mark.senses = (Sense("verb", mark.key, frozenset({"plain"}), frozenset({"part"})),)
            mark.known_kinds = None
            return "verb"
        ending = mark.text.endswith(tuple(self.pack.lists.get("verb_endings", ())))
        nominal = not mark.capital and self._before(i) in ("name", "noun", "pron", "rel")
        if ending and nominal and follows is not None and (follows.kinds() & {"det", "prep", "poss"} or follows.actors):
            return "verb"
        adjective_ends = tuple(self.pack.lists.get("adjective_endings", ()))
        if not mark.capital and mark.text.endswith(adjective_ends) and len(mark.text) > 4:
            return "adj"
        return unknown_tag(mark)

    def _participle_next(self, i: int) -> bool:
        """ "has since downed": a word between an auxiliary and its participle is an adverb."""
        follows = self.marks[i + 1] if i + 1 < len(self.marks) else None
        verb = follows.sense("verb") if follows is not None else None
        return verb is not None and "part" in verb.forms

    def _that(self, i: int, kinds: frozenset[str]) -> str:
        follows = next_word(self.marks, i)
        before = self._before(i)
        verbal = follows is not None and bool(
            follows.sense("aux") or follows.sense("modal") or (follows.sense("verb") and not follows.sense("noun"))
        )
        wished = verbal and follows is not None and (v := follows.sense("verb")) is not None and "subj" in v.forms
        if wished and "det" not in kinds:
            return "comp"  # "exigió al ELN que libere": a wish and no relative clause
        inserted = "rel" in kinds and before == "punct" and i > 1 and self.tags[i - 2] in ("noun", "name", "adj")
        if (before in ("noun", "name", "word") or inserted) and verbal:
            return "rel"
        if before in ("prep", "start") and not verbal and "det" in kinds:
            return "det"
        return "comp"
