"""read: what each line of a text is: title, by-line, stamp, caption, heading, furniture or story."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from trucewatch.languages.fold import fold, match_key
from trucewatch.model import Span
from trucewatch.read.captions import agencies_in, caption_of, content_words, tells_of_this_story
from trucewatch.read.layout import Line
from trucewatch.read.stamps import TOP_LINES, Dateline, Stamp, dateline_of, stamp_of
from trucewatch.read.words import all_words, alternatives

LAST_LINES = 12
TEASER = 300
"""Characters: no teaser or notice after the end of a story is longer."""
AFTER_SIGN_OFF = 600
"""Characters of unknown text after a sign-off that are still taken for furniture."""

_URL = re.compile(r"<?(?:https?://|www\.)\S+>?$", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?P<year>(?:19|20)\d\d)?(?:\s*-\s*(?P<last>20\d\d))?[\s,.]*(?P<holder>.{0,80})",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«„]\s*(?P<words>[^\"“”«»„]{15,})[\"”»“]\s*[.,]?$")


@dataclass(slots=True)
class Marks:
    """What was found in a text. Spans are of the report's text."""

    furniture: list[Span] = field(default_factory=list)
    captions: list[Span] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    title: Span | None = None
    lead: Span | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    credit: list[str] = field(default_factory=list)
    photo_credit: list[str] = field(default_factory=list)
    copyright_year: int | None = None
    copyright_holder: str | None = None
    url: str | None = None


@functools.cache
def _byline() -> re.Pattern[str]:
    by = alternatives([word for words in all_words() for word in words.by])
    return re.compile(rf"(?:{by})\s*:?\s+(?P<who>\S.{{1,100}})$")


@functools.cache
def _credit_line() -> re.Pattern[str]:
    """A line of agencies and nothing else: `With Reuters and AFP`, `(AFP)`, `Source : AFP, Reuters`."""
    lead = alternatives([word for words in all_words() for word in words.credit_lead])
    both = alternatives([word for words in all_words() for word in words.and_])
    return re.compile(rf"[\s(\[*-]*(?:(?:{lead})\s*:?)?(?:\s|,|/|&|\bagencies\b|\b(?:{both})\b|0)*[\s)\].*]*$")


@functools.cache
def _labels() -> frozenset[str]:
    return frozenset(label for words in all_words() for label in words.labels)


def _is_credit_line(line: Line) -> bool:
    from trucewatch.read.words import load_agencies

    without, count = re.subn(rf"(?<!\w)(?:{alternatives(load_agencies().ids)})(?!\w)", "0", line.text)
    return count > 0 and len(line.text) <= 80 and _credit_line().match(fold(without).text) is not None


def _is_notice(line: Line) -> bool:
    """Advertisement, links, sharing, cookies, newsletters: patterns of any language, since sites mix them."""
    if not line.folded:
        return False
    for words in all_words():
        if words.lines.fullmatch(line.folded) or words.starts.match(line.folded):
            return True
        if len(line.folded) <= 200 and words.anywhere.search(line.folded):
            return True
    return _URL.fullmatch(line.text) is not None or _EMAIL.search(line.text) is not None


def _byline_of(line: Line) -> str | None:
    """The names of a by-line: nearly every word of it begins with a capital."""
    match = _byline().match(line.folded)
    if match is None or len(line.folded) > 120 or re.search(r"[.!?]$", line.folded):
        return None
    names = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line.text)[-len(match["who"]) :].strip("*_ ")
    words = re.findall(r"[^\W\d_]{3,}", names)
    cased = [word for word in words if word.lower() != word.upper()]
    small = [word for word in cased if word[0].islower() and word not in ("for", "and", "the", "pour", "avec", "dans")]
    return names if words and not small else None


class _Marker:
    """Walks the lines of one text and keeps what each was taken for."""

    def __init__(self, text: str, lines: list[Line], language: str | None) -> None:
        self.text, self.lines, self.language = text, lines, language
        self.marks = Marks()
        self.kind: list[str] = [""] * len(lines)

    def run(self) -> Marks:
        for index, line in enumerate(self.lines):
            self.kind[index] = self._kind_of(index, line)
        self._find_title()
        self._repeated()
        self._captions()
        self._tags()
        self._tail()
        self._headings_and_lead()
        self.marks.furniture.extend(
            line.span
            for line, kind in zip(self.lines, self.kind, strict=True)
            if kind and kind not in ("title", "heading", "caption")
        )
        self.marks.furniture = merged(self.marks.furniture)
        return self.marks

    def _near_edge(self, index: int) -> bool:
        return index < TOP_LINES or index >= len(self.lines) - LAST_LINES

    def _kind_of(self, index: int, line: Line) -> str:
        if self._near_edge(index) and (kind := self._edge_kind(index, line)):
            return kind
        if line.folded and _is_credit_line(line):
            self.marks.credit.extend(agencies_in(line.text))
            return "credit"
        if _is_notice(line):
            address = re.search(r"https?://[^\s<>()]+", line.text)
            if address and (self.marks.url is None and re.match(r"original|lien|<?http|url", line.folded)):
                self.marks.url = address.group()
            return "contact" if _EMAIL.search(line.text) else "notice"
        return ""

    def _edge_kind(self, index: int, line: Line) -> str:
        copyright_ = _COPYRIGHT.match(line.text) if len(line.text) <= 200 else None
        if copyright_ and (copyright_["year"] or re.match(r"©|copyright", line.text, re.IGNORECASE)):
            year = copyright_["last"] or copyright_["year"]
            self.marks.copyright_year = int(year) if year else None
            holder = re.sub(
                r"\b(?:L\.P\.|LLC|Ltd|Inc|All rights.*|Tous droits.*)\.?", "", copyright_["holder"], flags=re.IGNORECASE
            )
            self.marks.copyright_holder = holder.strip(" .,-") or None
            self.marks.credit.extend(agencies_in(copyright_["holder"]))
            return "copyright"
        if (name := _byline_of(line)) and index < len(self.lines):
            self.marks.credit.extend(agencies_in(name))
            self.marks.byline = self.marks.byline or re.sub(r"\s+(?:for|pour|/|,)\s+.*$", "", name)
            return "byline"
        if stamp := stamp_of(line, self.language):
            self.marks.stamps.append(stamp)
            if stamp.span == line.span:
                return "stamp"
            self.marks.furniture.append(stamp.span)
        elif index < 6 and self.marks.dateline is None and (dateline := dateline_of(line, self.language)):
            self.marks.dateline = dateline
            self.marks.credit.extend(dateline.agencies)
        if ended := re.search(r"[.!?\"”»]\s*[(\[]([^()\[\]]{2,40})[)\]]\s*$", line.text):
            if _is_credit_line(Line(0, 0, ended[1], "x", 0)):
                self.marks.credit.extend(agencies_in(ended[1]))
        return ""

    def _alone(self, index: int) -> bool:
        lines = self.lines
        before = index == 0 or lines[index - 1].paragraph != lines[index].paragraph
        return before and (index + 1 == len(lines) or lines[index + 1].paragraph != lines[index].paragraph)

    def _find_title(self) -> None:
        """The first short line that does not end as a sentence does, before any prose."""
        story = [i for i, kind in enumerate(self.kind) if not kind]
        if len(story) < 2:
            return
        index, line = story[0], self.lines[story[0]]
        follows = self.lines[story[1]]
        headed = line.text.startswith("# ")
        short = 8 <= len(line.folded) <= 200 and " " in line.folded and not re.search(r"[.,;:،؛]$", line.folded)
        stands = self._alone(index) or (len(line.folded) < 120 and not follows.text[:1].islower())
        if headed or (
            index < TOP_LINES
            and short
            and stands
            and caption_of(line) is None
            and not line.text.startswith(("- ", "• "))
        ):
            self.kind[index] = "title"
            self.marks.title = line.span

    def _repeated(self) -> None:
        """A line that was there before word for word, and a quotation on its own that the story holds as well."""
        seen: set[str] = set()
        whole = match_key(self.text) if any(_QUOTED.match(line.text) for line in self.lines) else ""
        for index, line in enumerate(self.lines):
            key = line.folded.strip(" .:*#")
            if len(key) < 20:
                continue
            if key in seen and not (self.kind[index] or len(key) > TEASER):
                self.kind[index] = "repeat"
            seen.add(key)
            quoted = _QUOTED.match(line.text)
            words = match_key(quoted["words"]) if quoted and self._alone(index) else ""
            if words and not self.kind[index] and whole.count(words) > 1:
                self.kind[index] = "pull-quote"

    def _captions(self) -> None:
        rest: set[str] | None = None
        for index, line in enumerate(self.lines):
            caption = None if self.kind[index] else caption_of(line)
            if caption is None:
                continue
            self.marks.photo_credit.extend(caption.agencies)
            if rest is None:
                free = [
                    self.lines[i].text
                    for i, kind in enumerate(self.kind)
                    if not kind and caption_of(self.lines[i]) is None
                ]
                rest = content_words("\n".join(free))
            if caption.words and tells_of_this_story(self.text[slice(*caption.words)], rest):
                self.kind[index] = "caption"
                self.marks.captions.append(caption.words)
                self.marks.furniture.append(caption.credit)
            else:
                self.kind[index] = "other caption"

    def _tags(self) -> None:
        """Four or more very short lines at the end, or three bullets: names of subjects, not sentences."""
        run: list[int] = []
        for index in range(len(self.lines) - 1, -1, -1):
            line = self.lines[index]
            if self.kind[index] and not run:
                continue
            if (
                len(line.folded) > 40
                or len(line.folded.split()) > 4
                or re.search(r"[\d:.!?]", line.folded)
                or index < 2
            ):
                break
            run.append(index)
        bulleted = all(self.lines[i].text[:1] in "•*-·" for i in run)
        if len(run) >= (3 if bulleted else 5):
            for index in run:
                self.kind[index] = "tag"

    def _tail(self) -> None:
        """After a sign-off or a section label near the end, short lines no longer belong to the story."""
        for index in range(len(self.lines) // 3, len(self.lines)):
            if self.kind[index] not in ("credit", "copyright", "contact") and self.lines[index].folded not in _labels():
                continue
            after = [i for i in range(index, len(self.lines)) if not self.kind[i]]
            if any(len(self.lines[i].text) > TEASER or not self._alone(i) for i in after):
                continue
            if sum(len(self.lines[i].text) for i in after) > AFTER_SIGN_OFF:
                continue
            for i in after:
                self.kind[i] = "tail"
            return

    def _headings_and_lead(self) -> None:
        story = [i for i, kind in enumerate(self.kind) if not kind]
        for index, following in zip(story, [*story[1:], None], strict=True):
            line = self.lines[index]
            short = 0 < len(line.folded) <= 110 and not re.search(r"[.!?,;:،؛][\"']?$", line.folded)
            longer = following is not None and len(self.lines[following].text) > len(line.text)
            if (short and longer and self._alone(index)) or re.match(r"#{1,6}\s", line.text):
                self.kind[index] = "heading"
                self.marks.headings.append(line.span)
        prose = [i for i, kind in enumerate(self.kind) if not kind and len(self.lines[i].text) >= 40]
        if prose:
            first = self.lines[prose[0]]
            same = [self.lines[i] for i in prose if self.lines[i].paragraph == first.paragraph]
            self.marks.lead = (self._lead_start(first), same[-1].end)

    def _lead_start(self, first: Line) -> int:
        stamped = [s.span[1] for s in self.marks.stamps if s.span[0] == first.start]
        skip = stamped[0] if stamped else first.start
        return skip + len(self.text[skip : first.end]) - len(self.text[skip : first.end].lstrip())


def merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def marks_of(text: str, lines: list[Line], language: str | None) -> Marks:
    """What the lines of a text are."""
    return _Marker(text, lines, language).run()
