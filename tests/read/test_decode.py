"""Bytes of many encodings, and bytes that are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.read.decode import Decoded, Undecodable, decode

FRENCH = "Le cessez-le-feu est entré en vigueur, a indiqué le ministère de la défense à l'aube."
RUSSIAN = "В провинции Идлиб прекратились удары, сообщили местные жители утром."
ARABIC = "توقفت الغارات الجوية صباح الجمعة في محافظة إدلب بعد إعلان وقف إطلاق النار"
TURKISH = "Ateşkes başladı, saldırılar şimdilik durdu diye açıkladı bakanlık; sınır sakin."


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (FRENCH, "utf-8", "utf-8"),
        (FRENCH, "utf-8-sig", "utf-8"),
        (ARABIC, "utf-16", "utf-16-le"),
        (FRENCH, "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
        (ARABIC, "cp1256", "cp1256"),
        (TURKISH, "cp1254", "cp1254"),
    ],
)
def test_text_comes_back_whole(text: str, encoding: str, named: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, named, _note(named))


def _note(encoding: str) -> str | None:
    return f"decoded as {encoding}; save as UTF-8 to be sure" if encoding.startswith("cp") else None


def test_a_few_damaged_places_do_not_cost_the_file() -> None:
    data = (ARABIC * 3).encode() + b"\xff" + ARABIC.encode()
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    assert decoded.encoding == "utf-8"
    assert decoded.note == "1 places were not UTF-8 and were replaced"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "image"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_not_text_is_named_with_a_way_out(data: bytes, word: str) -> None:
    refused = decode(data)
    assert isinstance(refused, Undecodable)
    assert word in refused.reason
    assert refused.remedy


@given(st.text())
def test_utf8_is_never_changed(text: str) -> None:
    decoded = decode(text.encode())
    if isinstance(decoded, Decoded) and not text.startswith("\ufeff"):
        assert decoded.text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    assert isinstance(decode(data), Decoded | Undecodable)
