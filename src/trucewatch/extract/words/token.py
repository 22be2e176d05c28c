"""extract: the longest known phrase at each word of a sentence, as a mark that holds all that it may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from trucewatch.actors import ActorName
from trucewatch.extract.words.alone import Alone, words_of
from trucewatch.extract.words.clitics import Clitics, is_joined
from trucewatch.extract.words.cut import Token, tokenize
from trucewatch.gazetteer import CAPITALS_ONLY, Entry
from trucewatch.languages.fold import Folded, written_key
from trucewatch.languages.pack import Approximator, NumberWord, Pack, Sense, TimeWord

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge

_ACCENTED = frozenset("éèêàâîôûùçëïáíóúñÉÈÊÀÂÎÔÛÙÇËÏÁÍÓÚÑ")
_JOINTS = frozenset("-'./")


class Mark:
    """A token or known phrase: folded offsets, and everything that it may be."""

    __slots__ = (
        "actors",
        "approximator",
        "capital",
        "end",
        "ending",
        "glued",
        "is_word",
        "key",
        "known_kinds",
        "number",
        "owned",
        "places",
        "quoted",
        "senses",
        "share",
        "start",
        "text",
        "times",
        "value",
    )

    def __init__(
        self, start: int, end: int, text: str, key: str, *, capital: bool = False, is_word: bool = True
    ) -> None:
        """Take the words; what they may be is filled by the marker."""
        self.start = start
        self.end = end
        self.text = text
        self.key = key
        self.senses: tuple[Sense, ...] = ()
        self.known_kinds: frozenset[str] | None = None
        self.actors: tuple[ActorName, ...] = ()
        self.places: tuple[Entry, ...] = ()
        self.times: tuple[TimeWord, ...] = ()
        self.number: NumberWord | None = None
        self.approximator: Approximator | None = None
        self.value: float | None = None
        self.capital = capital
        self.is_word = is_word
        self.glued = False
        """No space stands between this mark and the one before."""
        self.quoted = False
        self.ending: str | None = None
        """What the ending of a name says ("'de": loc), where the language writes one behind an apostrophe or none."""
        self.owned = False
        """Ends with a pronoun that its language writes on to it: "its car", "struck it"."""
        self.share = False
        """A number of percent, which is a share of something and counts nobody."""

    def kinds(self) -> frozenset[str]:
        """The grammatical kinds that the mark may have."""
        if self.known_kinds is None:
            self.known_kinds = frozenset({sense.kind for sense in self.senses})
        return self.known_kinds

    def sense(self, kind: str, cls: str | None = None) -> Sense | None:
        """The sense of one kind (and class), if the mark has it."""
        for sense in self.senses:
            if sense.kind == kind and (cls is None or cls in sense.classes):
                return sense
        return None


def _longest_key(tokens: list[Token], i: int, table: Mapping[str, int]) -> list[tuple[str, int]]:
    """Keys from token `i` on, longest first, as (key, next token): words joined over hyphens, dots and apostrophes."""
    limit = table.get(tokens[i].words[0], 0)
    if limit <= 1:
        return [(tokens[i].words[0], i + 1)] if limit and len(tokens[i].words) == 1 else []
    keys: list[tuple[str, int]] = []
    words: list[str] = []
    j, end = i, len(tokens)
    while j < end and len(words) < limit:
        token = tokens[j]
        if token.is_word:
            words.extend(token.words)
            keys.append((" ".join(words), j + 1))
        elif not (token.text in _JOINTS and j > i and tokens[j - 1].end == token.start):
            break
        j += 1
    keys.reverse()
    return keys


def _goes_on(tokens: list[Token], j: int, words: frozenset[str]) -> bool:
    """Whether the token at `j` may go on with a phrase whose second word is one of these."""
    if j >= len(tokens):
        return False
    return tokens[j].words[0] in words if tokens[j].is_word else tokens[j].text in _JOINTS


_Ended = tuple[str, str, tuple[ActorName, ...], str, tuple[Entry, ...], int]
"""What an ending says, the actors and places of the stem, each with its key, and the next token."""
_LONGEST_CHANGE, _SHORTEST_KEPT = 4, 3
"""Letters that a declension changes at most, and that a name keeps at least."""
_OF_PLACES = frozenset({"loc", "abl", "gen"})
"""Cases by whose endings a place is known though it is written in one word with them."""
_LONGEST_NAME, _SHORTEST_STEM, _SHORTEST_END = 5, 4, 2
"""Words of a name, letters of its last word, and letters of an ending written in one word with it."""


def _without_ages(marks: list[Mark], words: frozenset[str]) -> None:
    """ "Two men aged 30 and 35": years that somebody has lived are no numbers of anything."""
    aged = False
    for mark in marks:
        if mark.key in words:
            aged = True
        elif aged and mark.value is not None:
            mark.value = None
        elif aged and mark.sense("conj") is None and mark.text != "," and mark.sense("prep", "of") is None:
            aged = False


def _is_share(before: list[Mark]) -> bool:
    """Whether a number stands right before a word for percent, which then is marked as a share."""
    last = before[-1] if before else None
    if last is None or (last.value is None and last.number is None):
        return False
    last.share = True
    return True


class Marker:
    """Walks the tokens of a sentence and marks the longest phrase that the pack, the actors or the gazetteer know."""

    def __init__(self, pack: Pack, knowledge: Knowledge, theatres: frozenset[str] = frozenset()) -> None:
        self.pack, self.knowledge, self.theatres = pack, knowledge, theatres
        self._of, self._has_accents = "", False
        self.endings, self.written = pack.name_endings, bool(pack.written)
        self._longest_ends = tuple(sorted(self.endings, key=len, reverse=True))
        self._accents = frozenset(pack.settings.get("accent_letters", "")) or _ACCENTED
        self.actor_longest = knowledge.actors.longest(pack.code)
        self.caseless = pack.settings.get("script") == "caseless"
        self._ordinals = pack.lists.get("ordinal_ends", frozenset())
        self._ages = pack.lists.get("age_words", frozenset())
        self._shares = pack.lists.get("share_words", frozenset())
        self.words = words_of(pack, knowledge)
        self.clitics = Clitics(pack, (self.actor_longest, knowledge.gazetteer.longest)) if is_joined(pack) else None

    def marks(self, folded: Folded, start: int, end: int) -> list[Mark]:
        """The marks of `[start, end)` in order; together they cover every token once."""
        tokens = tokenize(folded, start, end, self.pack)
        if self.clitics is not None:
            tokens = self.clitics.parted(tokens)
        found: list[Mark] = []
        i, end, opens = 0, len(tokens), False
        while i < end:
            mark, j = self._mark(folded, tokens, i)
            mark.share, opens = opens and mark.value is not None, False
            if mark.text == "%" or mark.key in self._shares:
                opens = not _is_share(found)  # "20 percent", but "yüzde 20"
            mark.glued = i > 0 and tokens[i - 1].end == tokens[i].start
            if self.endings and j < end and tokens[j].text[0] == "'" and tokens[j].start == tokens[j - 1].end:
                said = tokens[j].text[1:]
                mark.ending, mark.end = self.endings.get(said, mark.ending), tokens[j].end
                mark.value = None if said in self._ordinals else mark.value  # "17'nci": the seventeenth
                j += 1
            found.append(mark)
            i = j
        if self._ages:
            _without_ages(found, self._ages)
        return found

    def _mark(self, folded: Folded, tokens: list[Token], i: int) -> tuple[Mark, int]:
        token = tokens[i]
        if not token.is_word or token.number is not None:
            key = token.text.strip("'")
            mark = Mark(token.start, token.end, token.text, key, capital=token.capital, is_word=token.is_word)
            mark.value, mark.owned = token.number, token.owned
            return mark, i + 1
        if not (self.endings or self.pack.restored):
            alone = self.words.alone(token)
            placed = alone is not None and alone.named and (token.capital or self.caseless)
            if alone is not None and not placed and not (alone.then and _goes_on(tokens, i + 1, alone.then)):
                return self._plain(token, alone, folded), i + 1
        mark = Mark(token.start, token.end, token.text, token.text.strip("'"), capital=token.capital)
        mark.owned = token.owned
        word_key, best_j = self._word(tokens, i)
        actor_key, actors, best_j = self._actor(folded, tokens, i, best_j)
        if self.endings:
            least = best_j + 1 if actor_key else max(best_j, i + (2 if word_key else 1))
            ended = self._ended_actor(folded, tokens, i, least)
            if ended is not None:
                mark.ending, actor_key, actors, best_j = ended
        place_key, places, best_j = self._place(folded, tokens, i, best_j)
        if self.endings and token.capital and not (word_key or actor_key or place_key):
            found = self._with_ending(folded, tokens, i)
            if found is not None:
                mark.ending, actor_key, actors, place_key, places, best_j = found
        if self.pack.restored and token.capital and not (word_key or actor_key or place_key):
            place_key, places = self._declined(token.words)
        return self._filled(mark, folded, tokens, i, best_j, word_key, (actor_key, actors), (place_key, places)), best_j

    def _plain(self, token: Token, alone: Alone, folded: Folded) -> Mark:
        """The mark of a word that begins no longer phrase or name, with what the pack knows of it."""
        text = token.text
        key = alone.key or text.strip("'")
        mark = Mark(token.start, token.end, text, key, capital=token.capital)
        if self.written and alone.key:
            mark.senses = self._senses(alone.key, folded, token.start, token.end)
        else:
            mark.senses, mark.known_kinds = alone.senses, alone.kinds
        mark.times, mark.owned = alone.times, token.owned
        mark.number, mark.approximator = alone.number, alone.approximator
        return mark

    def _declined(self, words: tuple[str, ...]) -> tuple[str, tuple[Entry, ...]]:
        """A place by the first form of its name, where only another was written: "Харкові", "Одесі"."""
        key = " ".join(words)
        for size in range(min(_LONGEST_CHANGE, len(key) - _SHORTEST_KEPT), 0, -1):
            for first in sorted(self.pack.restored.get(key[-size:], ())):
                places = self.knowledge.gazetteer.lookup(key[:-size] + first)
                if places:
                    return key, places
        return "", ()

    def _ended_actor(
        self, folded: Folded, tokens: list[Token], i: int, least: int
    ) -> tuple[str, str, tuple[ActorName, ...], int] | None:
        """A listed name that reaches at least to a token and closes with an ending: "rejim güçlerinin"."""
        for key, j in _longest_key(tokens, i, self.actor_longest):
            if j < least:
                return None
            for ending in self._longest_ends:
                if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
                    actors = self._actors(key[: -len(ending)], folded, tokens, i, j)
                    if actors:
                        return self.endings[ending], key[: -len(ending)], actors, j
        return None

    def _with_ending(self, folded: Folded, tokens: list[Token], i: int) -> _Ended | None:
        """A name written in one word with its ending: "Bakanlığından", "Rusyanın"."""
        last = min(len(tokens), i + _LONGEST_NAME)
        for j in range(last, i, -1):
            if not all(t.is_word and t.number is None and t.text[0] != "'" for t in tokens[i:j]):
                continue
            key = " ".join(word for t in tokens[i:j] for word in t.words)
            for ending in self._longest_ends:
                stem = key[: -len(ending)]
                if len(ending) < _SHORTEST_END or not key.endswith(ending):
                    continue
                if len(stem.rpartition(" ")[2]) < _SHORTEST_STEM:
                    continue
                actors = self._actors(stem, folded, tokens, i, j)
                placed = tokens[j - 1].capital and self.endings[ending] in _OF_PLACES
                places = self.knowledge.gazetteer.lookup(stem) if placed else ()
                if actors or places:
                    return self.endings[ending], stem if actors else "", actors, stem if places else "", places, j
        return None

    def _word(self, tokens: list[Token], i: int) -> tuple[str, int]:
        """The longest phrase of the pack at token `i`, and where it ends."""
        known = self.words.known
        for key, j in _longest_key(tokens, i, self.pack.longest):
            if key in known:
                return key, j
        return "", i + 1

    def _actor(self, folded: Folded, tokens: list[Token], i: int, best: int) -> tuple[str, tuple[ActorName, ...], int]:
        """The longest actor's name at token `i`, unless a longer phrase stands there."""
        if tokens[i].words[0] not in self.actor_longest:
            return "", (), best
        for key, j in _longest_key(tokens, i, self.actor_longest):
            if j < best:
                break
            actors = self._actors(key, folded, tokens, i, j)
            if actors:
                return key, actors, j
        return "", (), best

    def _place(self, folded: Folded, tokens: list[Token], i: int, best: int) -> tuple[str, tuple[Entry, ...], int]:
        """The longest place name at token `i`, unless a longer phrase stands there."""
        if not (tokens[i].capital or self.caseless):
            return "", (), best
        for key, j in _longest_key(tokens, i, self.knowledge.gazetteer.longest):
            if j < best:
                break
            named = tokens[j - 1].capital or tokens[j - 1].number is not None  # "Regiment 46" is a name with a number
            if not named and j > i + 1 and len(key.split()) < 3:
                continue
            if key in CAPITALS_ONLY and not self._capitals(folded, tokens, i, j):
                continue
            places = self.knowledge.gazetteer.lookup(key)
            if places:
                return key, places, j
        return "", (), best

    def _senses(self, key: str, folded: Folded, start: int, end: int) -> tuple[Sense, ...]:
        """What a phrase can be: where accents tell words apart, only what its spelling allows."""
        senses = self.pack.phrases.get(key, ())
        if not self.written:
            return senses
        surface = folded.original[slice(*folded.span(start, end))]
        if surface.isupper() or not self._accented(folded.original):
            return senses
        return self.pack.written.get(written_key(surface), senses)

    def _accented(self, text: str) -> bool:
        """Whether a text is written with accents at all; many posts are not."""
        if self._of is not text:
            self._of, self._has_accents = text, any(c in self._accents for c in text)
        return self._has_accents

    def _actors(self, key: str, folded: Folded, tokens: list[Token], i: int, j: int) -> tuple[ActorName, ...]:
        """Names that fit as they are written: a name with capitals is none in small letters."""
        names = self.knowledge.actors.lookup(key, self.pack.code)
        if not names:
            return ()
        capital = any(t.capital for t in tokens[i:j])
        surface = folded.original[slice(*folded.span(tokens[i].start, tokens[j - 1].end))]
        found = [
            n
            for n in names
            if (capital or n.text.islower()) and n.fits(surface) and (n.theatre is None or n.theatre in self.theatres)
        ]
        if len({n.id for n in found if n.theatre is not None}) > 1:
            # "The rebels" of two conflicts at once are nobody in particular.
            found = [n for n in found if n.theatre is None]
        return tuple(found)

    @staticmethod
    def _capitals(folded: Folded, tokens: list[Token], i: int, j: int) -> bool:
        surface = folded.original[slice(*folded.span(tokens[i].start, tokens[j - 1].end))]
        return surface == surface.upper() and surface != surface.lower()

    def _filled(
        self,
        mark: Mark,
        folded: Folded,
        tokens: list[Token],
        i: int,
        j: int,
        word_key: str,
        actor: tuple[str, tuple[ActorName, ...]],
        place: tuple[str, tuple[Entry, ...]],
    ) -> Mark:
        """The mark widened to its longest phrase, with whatever is known of exactly that phrase."""
        mark.end, mark.owned = tokens[j - 1].end, tokens[j - 1].owned
        widths = [key.count(" ") + 1 if key else 0 for key in (word_key, actor[0], place[0])]
        longest = max(widths) or 1
        if widths[0] == longest:
            mark.senses, mark.known_kinds = self._senses(word_key, folded, tokens[i].start, mark.end), None
            mark.times = self.pack.times.get(word_key, ())
            mark.number = self.pack.numbers.get(word_key)
            mark.approximator = self.pack.approximators.get(word_key)
            mark.key = word_key
        if widths[1] == longest:
            mark.actors, mark.key = actor[1], actor[0]
        opener = i == 0 and any(sense.kind == "adj" and "nom" in sense.forms for sense in mark.senses)
        if widths[2] == longest and not opener:  # "Українські" opens a sentence, and is no town
            mark.places, mark.key = place[1], place[0]
        return mark
