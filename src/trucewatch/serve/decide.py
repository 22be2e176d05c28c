"""serve: what a person decides in the browser: appended with who and why, followed from then on, and undone."""

from __future__ import annotations

import json
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from trucewatch import store
from trucewatch.errors import SettingsError
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.store import ask

router = APIRouter(include_in_schema=False)
LONGEST = 2000
Verdict = Literal["accept", "reject", "same", "not_same", "unsure", "merge", "split", "correct", "undo"]


class Decision(BaseModel):
    """A form of a decision."""

    what: Verdict
    who: str = Field(max_length=200)
    why: str = Field(max_length=LONGEST)
    token: str = Field(max_length=100)
    claim: list[str] = Field(default=[], max_length=5000)
    incident: list[str] = Field(default=[], max_length=100)
    field: list[str] = Field(default=[], max_length=200)
    value: list[str] = Field(default=[], max_length=200)
    was: list[str] = Field(default=[], max_length=200)
    """What stood in each field when the form was shown: only what is another now is corrected."""
    act: str = Field("", max_length=80)
    place: int | None = Field(None, ge=0, le=10_000)
    """The place in the queue at which it was decided: the next one will stand there."""


@router.post("/{language}/decide")
def decide(request: Request, language: str, form: Annotated[Decision, Form()]) -> Response:
    """One decision; then to where its claims are told of now."""
    look.in_language(language)
    look.checked(request, form.token)
    incidents = [id_ for one in form.incident for id_ in one.split()]
    _append(request.app.state.desk, form, incidents)
    return _to(request, language, form, incidents)


def _append(desk: Desk, form: Decision, incidents: list[str]) -> None:
    """Record what was decided; SettingsError where it makes no sense."""
    what, claims = form.what, form.claim
    word = store.Word(form.who.strip(), form.why.strip())
    if what == "merge":
        store.merge(desk.store, incidents, word)
    elif what == "split":
        store.split(desk.store, incidents[0] if incidents else "", claims, word)
    elif what == "correct":
        store.correct(desk.store, claims[0] if claims else "", _changed(form), word)
    elif what == "undo":
        store.undo(desk.store, form.act, word)
    else:
        store.judge(desk.store, what, claims, word)


def _changed(form: Decision) -> dict[str, object]:
    """The fields with another value than the form had in them; where it tells none, all of them."""
    if len(form.field) != len(form.value) or (form.was and len(form.was) != len(form.field)):
        raise SettingsError("each field needs a value. Load the page again.")
    if any(len(text) > LONGEST for text in (*form.field, *form.value)):
        raise SettingsError("a corrected value is one word, date or number, no list.")
    was: list[str | None] = [*form.was] if form.was else [None for _ in form.field]
    pairs = zip(form.field, form.value, was, strict=True)
    found = {name: _value(text) for name, text, before in pairs if before is None or text.strip() != before.strip()}
    if not found:
        raise SettingsError("nothing was changed. Give a field another value.")
    return found


def _value(text: str) -> object:
    """A corrected value: a number or null where it is one, else words; nothing is no value."""
    if not text.strip():
        return None
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return text.strip()
    if isinstance(found, (int, float, bool)) or found is None:
        return found
    if isinstance(found, str):
        return found
    raise SettingsError("a corrected value is one word, date or number, no list.")


def _to(request: Request, language: str, form: Decision, incidents: list[str]) -> Response:
    """To the incident of the claims as it is now; after an undo to the decisions, in the queue to what comes next."""
    kept = request.app.state.desk.kept()
    base = f"/{language}"
    if form.place is not None or form.what in ("same", "not_same", "unsure"):
        return RedirectResponse(f"{base}/queue#q-{form.place or 0}", 303)
    homes = [home.id for id_ in form.claim[:1] for home in ask.incidents_of(kept, id_)]
    for id_ in [*homes, *incidents]:
        if ask.incident(kept, id_) is not None:
            return RedirectResponse(f"{base}/incidents/{quote(id_, safe='')}#decided", 303)
    return RedirectResponse(f"{base}/decisions", 303)
