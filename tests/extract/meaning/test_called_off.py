"""What was put off, cancelled, denied or done instead of was not done, and is never told as a fact."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Israel has delayed the release of 600 prisoners.", "hum.release_exchange"),
        ("en", "The release of the hostages was postponed.", "hum.release_exchange"),
        ("en", "The army cancelled the withdrawal.", "wd.withdrawal"),
        ("en", "The army postponed the patrol.", "mon.patrol"),
        ("en", "Instead of releasing the prisoners, the army sent tanks.", "hum.release_exchange"),
        ("fr", "La libération de 40 prisonniers a été reportée.", "hum.release_exchange"),
        ("fr", "L'armée a annulé le retrait.", "wd.withdrawal"),
        ("ru", "Армия отменила отвод войск.", "wd.withdrawal"),
        ("ar", "أجل الجيش الإفراج عن 600 أسير.", "hum.release_exchange"),
        ("ar", "تأجل انسحاب القوات إلى السبت.", "wd.withdrawal"),
    ],
)
def test_an_act_that_was_put_off_did_not_happen(language: str, text: str, kind: str) -> None:
    polarities = [claim.polarity for claim in told(text, language) if claim.type == kind]
    assert polarities == ["-"]


def test_what_was_not_cancelled_is_still_planned() -> None:
    (claim,) = told("The army has not cancelled the withdrawal.")
    assert (claim.type, claim.modality, claim.polarity) == ("wd.withdrawal", "planned", "+")


@pytest.mark.parametrize(
    "text",
    [
        "The militia denied having shelled the market.",
        "Claims that the army shelled the market could not be verified.",
        "Вместо обстрела посёлка армия ушла.",
    ],
)
def test_what_is_denied_or_unproved_is_not_told_as_a_fact(text: str) -> None:
    claims = told(text, "ru" if text.startswith("В") else "en")
    assert not any(claim.type == "kin.shelling" and claim.polarity == "+" for claim in claims)


def test_who_is_seen_firing_fires_and_not_whoever_sees() -> None:
    claims = told("Peacekeepers observed an Israeli tank firing at their watchtower.")
    doers = [actor.id or actor.text for claim in claims for actor in claim.actors if actor.role == "perpetrator"]
    assert doers == ["ISR"]
