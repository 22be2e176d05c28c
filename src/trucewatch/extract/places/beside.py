"""extract: the words beside a name of a place, by their place in the sentence: kinds of places and compass words."""

from __future__ import annotations

from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import match_key
from trucewatch.languages.placewords import PlaceKind, PlaceWords

_MOST_WORDS = 3


class Beside:
    """Asks the marks of one sentence for words that stand beside names."""

    def __init__(self, marks: list[Mark], words: PlaceWords) -> None:
        self.marks, self.words = marks, words

    def kind(self, k: int) -> PlaceKind | None:
        """The kind of place that a mark names."""
        if not 0 <= k < len(self.marks):
            return None
        mark, kinds = self.marks[k], self.words.kinds
        if not mark.is_word or (mark.actors and not mark.places):
            return None  # the "Islamic State" is none
        found = kinds.get(mark.key) or kinds.get(mark.text)
        if found is not None or mark.places or " " not in mark.key:
            return found
        return kinds.get(mark.key.rpartition(" ")[2])  # a "military base" is a base

    def kind_of_words(self, k: int) -> tuple[PlaceKind, int] | None:
        """The kind of place that several marks from `k` name, and where they end: "camp de réfugiés"."""
        if not self.words.may_open_kind(self.marks[k].text):
            return None
        for end in range(min(k + _MOST_WORDS, len(self.marks)), k + 1, -1):
            found = self.words.kinds.get(match_key(" ".join(m.text for m in self.marks[k:end])))
            if found is not None:
                return found, end
        return None

    def kind_up_to(self, k: int) -> tuple[PlaceKind, int] | None:
        """The kind of place that several marks up to `k` name, and where they begin."""
        if not self.words.may_close_kind(self.marks[k].text):
            return None
        for first in range(max(0, k - _MOST_WORDS + 1), k):
            found = self.words.kinds.get(match_key(" ".join(m.text for m in self.marks[first : k + 1])))
            if found is not None:
                return found, first
        return None

    def bearing(self, k: int) -> tuple[int, float | None] | None:
        """Where the compass word that ends at mark `k` begins, and its degrees: "south", "south-west"."""
        if not 0 <= k < len(self.marks) or not self.marks[k].is_word:
            return None
        if not self.words.ends_compass(self.marks[k].text) and self.marks[k].key not in self.words.compass:
            return None
        whole = self.marks[k].key
        if " " in whole and whole in self.words.compass:
            return k, self.words.compass[whole]  # "north-western" is one mark, whose text is its first word
        for first in (k - 2, k - 1, k):
            if 0 <= first <= k:
                key = match_key(" ".join(m.text for m in self.marks[first : k + 1]))
                if key in self.words.compass:
                    return first, self.words.compass[key]
        if self.marks[k].key in self.words.compass:
            return k, self.words.compass[self.marks[k].key]
        return None

    def bearing_within(self, mark: Mark) -> float | None:
        """The degrees of a compass word within a preposition of several words: "dans le nord de"."""
        if " " not in mark.key:
            return None
        found = (self.words.compass.get(word) for word in mark.key.split(" "))
        return next((degrees for degrees in found if degrees is not None), None)

    def is_reckoned(self, k: int) -> bool:
        """Whether the "from" at mark `k` stands behind a compass word from which a side is reckoned: "5 km north from",
        "к северу от"; "moved north from" tells whence.
        """
        side = self.bearing(k - 1) if self.marks[k].sense("prep", "from") is not None else None
        if side is None or side[1] is None or side[0] < 1:
            return False
        before = self.marks[side[0] - 1]
        return before.text in self.words.lengths or before.sense("prep") is not None

    def links_ends(self, k: int) -> bool:
        """Whether a word says that a road runs between what is named next: "the road linking Adal and Bashir"."""
        if not self.marks[k].is_word or self.marks[k].text not in self.words.links:
            return False
        return any(self.kind(n) == "site" for n in range(max(0, k - 3), k))

    def describes_kind(self, k: int) -> bool:
        """Whether a small word tells more of the facility named behind it: "the Adal residential complex"."""
        mark = self.marks[k]
        if not mark.is_word or mark.capital or mark.value is not None or mark.actors or mark.kinds() - {"adj", "noun"}:
            return False
        return self.kind(k + 1) in ("part", "site") and mark.sense("noun", "people") is None
