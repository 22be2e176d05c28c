"""Instants stand on the clock of the place and in UTC."""

from __future__ import annotations

import dataclasses

from tests.publish.sample_record import record
from trucewatch.model import Time
from trucewatch.publish.instants import clock
from trucewatch.publish.page import Page, page, striptags
from trucewatch.serve.clocks import both, in_utc
from trucewatch.serve.look import words_of


def tools() -> Page:
    made = page(record(), "en", unmask=False)
    return dataclasses.replace(made, zone=clock("+02:00"), f=dataclasses.replace(made.f, words=words_of("en")))


def test_an_instant_is_told_on_both_clocks() -> None:
    assert striptags(both(tools(), "2020-03-06T06:30:00Z")) == "6 March 2020, 08:30 +02:00 (06:30 UTC)"


def test_the_day_is_said_again_where_it_is_another_in_utc() -> None:
    assert striptags(both(tools(), "2020-03-05T22:01:00Z")) == "6 March 2020, 00:01 +02:00 (5 March 2020, 22:01 UTC)"


def test_a_whole_day_has_one_clock() -> None:
    assert striptags(both(tools(), "2020-03-06")) == "6 March 2020"


def test_hours_of_an_incident_are_put_into_utc_from_the_clock_told_or_of_the_place() -> None:
    told = Time("2020-03-06T16:00", "2020-03-06T17:00", "hour", zone="+03:00")
    assert striptags(in_utc(tools(), told)) == "6 March 2020, 13:00–14:00 UTC"
    assert striptags(in_utc(tools(), dataclasses.replace(told, zone=None))) == "6 March 2020, 14:00–15:00 UTC"
    assert in_utc(tools(), Time("2020-03-06", "2020-03-07")) == ""
