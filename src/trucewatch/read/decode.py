"""read: bytes become text. UTF-8, UTF-16 with its mark, else the Windows code page that fits; binary is refused."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text without its byte-order mark, the encoding, and a note where something was replaced."""

    text: str
    encoding: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are not text, and what to do."""

    reason: str
    remedy: str


_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an office document", "Unpack it, or save it as text; archives are not opened."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it; archives are not opened."),
    (b"BZh", "a bzip2 archive", "Unpack it; archives are not opened."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it; archives are not opened."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it; archives are not opened."),
    (b"Rar!", "a RAR archive", "Unpack it; archives are not opened."),
    (b"%PDF", "a PDF document", "Save its text as .txt, or the page as .html."),
    (b"\x89PNG", "an image", "Give the text of the report; pictures are not read."),
    (b"\xff\xd8\xff", "an image", "Give the text of the report; pictures are not read."),
    (b"GIF8", "an image", "Give the text of the report; pictures are not read."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as text."),
    (b"SQLite format 3\x00", "a database", "Export the rows as .jsonl or .csv."),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200_000
_BINARY_SHARE = 0.01
_COMMON = {"cp1251": set("оеаинтслрвкмдпуя"), "cp1256": set("ايلمنوترهبعدةسقفك")}
_TURKISH = re.compile(rb"[A-Za-z][\xfd\xfe\xf0]|[\xfd\xfe\xf0][A-Za-z]")
_WESTERN = re.compile(rb"[\xe0-\xef\xf2-\xfc]")


def decode(data: bytes) -> Decoded | Undecodable:
    """The text of the bytes with line ends as they are, or why there is none."""
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            return Undecodable(f"the file is {what}, not text", remedy)
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if len(_CONTROL.findall(data[:_SAMPLE])) > _BINARY_SHARE * len(data[:_SAMPLE]) or b"\x00" in data[:_SAMPLE]:
        return Undecodable("the file is binary, not text", "Give plain text, HTML, JSON Lines or CSV in UTF-8.")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _nearly_utf8(data) or _code_page(data)


def _marked(data: bytes, encoding: str) -> Decoded | Undecodable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") > 0.01 * len(text) + 1:
            return Undecodable(f"the file says it is {encoding} and is not", "Save it again as UTF-8.")
        return Decoded(text, encoding, "some bytes were not text and were replaced")
    return Decoded(text, encoding)


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few damaged places: far more whole sequences than broken ones."""
    text = data.decode("utf-8", "replace")
    broken, whole = text.count("\ufffd"), sum(character > "\x7f" for character in text[:_SAMPLE])
    if broken * 20 > whole:
        return None
    return Decoded(text, "utf-8", f"{broken} places were not UTF-8 and were replaced")


def _code_page(data: bytes) -> Decoded | Undecodable:
    sample = data[:_SAMPLE]
    page = _page_of(sample)
    text = data.decode(page, "replace")
    if text.count("\ufffd") > 0.02 * len(text) + 1:
        return Undecodable("the encoding was not recognised", "Save the file again as UTF-8.")
    return Decoded(text, page, f"decoded as {page}; save as UTF-8 to be sure")


def _page_of(sample: bytes) -> str:
    """Windows-1252 where marked letters are few, 1254 for Turkish, else Cyrillic or Arabic by its letters."""
    high = sum(byte >= 0xC0 for byte in sample)
    plain = len(re.findall(rb"[A-Za-z]", sample))
    if high <= 0.45 * (high + plain):
        turkish, others = len(_TURKISH.findall(sample)), len(_WESTERN.findall(sample))
        return "cp1254" if turkish > others / 2 else "cp1252"

    def share(page: str) -> float:
        text = sample.decode(page, "replace").lower()
        return sum(character in _COMMON[page] for character in text) / max(1, len(text))

    return max(_COMMON, key=share)
