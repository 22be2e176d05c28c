"""The HTML report as a whole."""

from __future__ import annotations

import dataclasses
import re
import time

import pytest

from tests.publish.markup import seen
from tests.publish.sample_record import record
from trucewatch.errors import SettingsError
from trucewatch.model import Record, RunInfo
from trucewatch.publish import html
from trucewatch.publish.index import anchor
from trucewatch.publish.wording import LANGUAGES

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}'&\u202e javascript:"
EMPTY = Record((), (), (), (), (), (), (), RunInfo("0.1.0"))


def hostile(thing: object) -> object:
    """The same dataclass with every free text field poisoned; ids and codes keep their shape."""
    if isinstance(thing, tuple):
        return tuple(hostile(item) for item in thing)
    if isinstance(thing, dict):
        return {key: hostile(item) for key, item in thing.items()}
    if not dataclasses.is_dataclass(thing) or isinstance(thing, type):
        return thing
    changed: dict[str, object] = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        free = isinstance(value, str) and field.name in FREE
        strings = isinstance(value, tuple) and value and all(isinstance(item, str) for item in value)
        if free:
            changed[field.name] = f"{value} {HOSTILE}"
        elif strings and field.name in ("why", "would_change", "readings", "credit", "roots", "held_back"):
            changed[field.name] = tuple(f"{item} {HOSTILE}" for item in value)
        else:
            changed[field.name] = hostile(value)
    return dataclasses.replace(thing, **changed)


FREE = {
    "text", "title", "source", "url", "quote", "name", "who", "verb", "why", "paraphrase", "note", "reason", "remedy",
    "root", "words", "justification", "population", "version", "sha256", "extractor", "response_to", "counted_by",
    "hash",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_within_the_page_leads_somewhere(language: str) -> None:
    page = seen(html(record(), language=language))
    targets = {link[1:] for link in page.links if link.startswith("#")}
    assert targets - set(page.ids) == set()
    assert len(targets) > 30


def test_no_id_is_given_twice() -> None:
    page = seen(html(record()))
    assert sorted(set(page.ids)) == sorted(page.ids)


def test_every_claim_incident_finding_provision_and_report_can_be_linked_to() -> None:
    held, ids = record(), set(seen(html(record())).ids)
    assert {anchor("c", claim.id) for claim in held.claims} <= ids
    assert {anchor("i", incident.id) for incident in held.incidents} <= ids
    assert {anchor("r", report.id) for report in held.reports} <= ids
    assert {anchor("p", f"{a.id}.{p.id}") for a in held.agreements for p in a.provisions} <= ids
    shown = {f.id for f in held.findings if f.label in ("disputed_unproven", "alleged")}
    assert {anchor("f", id_) for id_ in shown} <= ids


def test_nothing_is_loaded_and_only_links_lead_out() -> None:
    page = html(record())
    for tag, given in seen(page).tags:
        assert "src" not in given, tag
        if tag in ("link", "script", "iframe", "img", "object", "embed", "form", "base"):
            raise AssertionError(tag)
        if "href" in given and tag != "a":
            assert given["href"].startswith("#")
    assert "url(" not in page.replace("url(#mclip)", "")
    assert "default-src 'none'" in page.split("<title>")[0]


def test_hostile_text_in_every_field_stays_text() -> None:
    poisoned = hostile(record())
    assert isinstance(poisoned, Record)
    for language in LANGUAGES:
        page = html(poisoned, language=language)
        assert page.count("<script") == 0
        assert "<img" not in page
        assert "49" not in re.findall(r"\{\{ (\S+) \}\}", page)
        assert not [given for _, given in seen(page).tags if any(name.startswith("on") for name in given)]
        assert not [link for link in seen(page).links if link.casefold().lstrip().startswith("javascript")]


def test_a_link_that_is_not_of_the_web_is_not_made() -> None:
    held = record()
    first = dataclasses.replace(held.reports[0], url="javascript:alert(1)")
    page = seen(html(dataclasses.replace(held, reports=(first, *held.reports[1:]))))
    assert [link for link in page.links if not link.startswith(("#", "https://"))] == []


def test_the_same_record_gives_the_same_bytes() -> None:
    assert html(record()) == html(record())
    assert html(record(), language="ar") == html(record(), language="ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_values_never_show_as_python_words(language: str) -> None:
    page = seen(html(record(), language=language))
    for word in ("None", "nan", "NaN", "True", "False", "inf", "Markup", "tuple", "dict"):
        assert not re.search(rf"(?<!\w){word}(?!\w)", page.text.replace("None reported", "")), word
    assert "{" not in page.text
    assert "None" not in page.labels


def test_a_record_without_anything_still_says_so() -> None:
    page = seen(html(EMPTY))
    assert "No agreement was given" in page.text
    assert "Nothing in this record carries a date." in page.text


def test_a_record_whose_ids_lead_nowhere_is_still_shown() -> None:
    held = record()
    bare = dataclasses.replace(held, reports=(), claims=(), agreements=(), coverage=())
    assert "<h1>" in html(bare)


def test_the_headline_counts_potential_violations_of_the_text_asked_for() -> None:
    page = seen(html(record()))
    assert "1 potential violation of Harbour Protocol of 5 March 2031 is found in these reports." in page.text


def test_without_potential_violations_the_zero_stands_beside_what_could_be_seen() -> None:
    held = record()
    kept = tuple(f for f in held.findings if f.label != "disputed_unproven")
    text = seen(html(dataclasses.replace(held, findings=kept))).text
    assert "No potential violation of Harbour Protocol of 5 March 2031 is found in these reports." in text
    assert "2 of 4 reports were written after entry into force: none reported is not the same as none happened." in text


def test_the_word_violation_never_stands_without_potential() -> None:
    text = seen(html(record())).text.replace("“violations” counted", "")
    without = re.sub(r"(?i)potential violations?", "", text)
    assert "violation" not in without.casefold()


def test_quotations_keep_their_language_and_direction() -> None:
    page = html(record(), language="en")
    assert '<blockquote class="quote" lang="ar" dir="rtl">' in page
    assert '<blockquote class="quote" lang="fr" dir="ltr">' in page
    assert "<mark>34</mark>" in page
    assert "<mark>33</mark>" in page
    assert "characters <bdi" in page


def test_the_arabic_page_runs_right_to_left_and_isolates_what_does_not() -> None:
    page = html(record(), language="ar")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr" class="v">33–34</bdi>' in page
    assert '<bdi dir="ltr" class="v">35.93° N, 36.63° E</bdi>' in page
    assert 'المادة <bdi dir="ltr" class="v">1</bdi>' in page
    assert '<blockquote class="quote" lang="en" dir="ltr">' in page
    bare = re.sub(r"<bdi[^>]*>.*?</bdi>|<svg.*?</svg>|<style>.*?</style>|<bdi.*?</bdi>", "", page, flags=re.DOTALL)
    assert re.findall(r"(?<![\w#-])\d+–\d+", seen(bare).text) == []


def test_a_language_without_words_is_refused_with_a_remedy() -> None:
    with pytest.raises(SettingsError, match="Choose one of"):
        html(record(), language="xx")


def test_private_names_are_withheld_unless_asked_for() -> None:
    assert "Samir Haddad" not in html(record())
    assert "name withheld" in html(record())
    assert "Samir Haddad" in html(record(), unmask=True)


def test_two_thousand_claims_are_drawn_in_time_and_in_measure() -> None:
    held = record()
    many = []
    incidents = []
    for number in range(2000):
        claim = held.claims[number % len(held.claims)]
        many.append(dataclasses.replace(claim, id=f"c_{number}"))
        incident = next(i for i in held.incidents if claim.id in i.claims)
        incidents.append(
            dataclasses.replace(incident, id=f"i_{number}", claims=(f"c_{number}",), figures=(), disagreements=())
        )
    big = dataclasses.replace(held, claims=tuple(many), incidents=tuple(incidents))
    html(held)
    start = time.process_time()
    page = html(big)
    assert time.process_time() - start < 20
    assert len(page.encode()) < 6_000_000
