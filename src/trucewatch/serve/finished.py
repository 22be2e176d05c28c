"""serve: pages that were put together before, and the tags by which a browser knows that it has them still.

A page is what the store says after one change, at one address: nothing else goes into it but the token of its forms,
which is filled in for each reader. So a page is kept under the change and the address, and a decision or a new report,
made by whichever process, leaves all pages before it behind.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from trucewatch import __version__
from trucewatch.store.held import Held

ROOM = 32 * 1024 * 1024
"""Bytes of pages that are kept."""
TOKEN = secrets.token_hex(32)
"""What stands in a kept page for the token of a reader's forms; nobody outside this process knows it."""
_MADE_ANEW = ("content-length", "content-type")
_FALLS_OUT = (RedirectResponse, HTMLResponse)
"""Kinds of answers that pages give; named here because their signatures are read with the names of this module."""
Answers = TypeVar("Answers", bound=Callable[..., Response])


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was put together."""

    body: bytes
    media: str | None
    headers: dict[str, str] = field(default_factory=dict)
    """What a page says besides: how strict a browser is to be with it."""


@dataclass
class Pages:
    """The pages of one state of the store, those asked last kept longest."""

    room: int = ROOM
    _state: tuple[int, str] = (0, "")
    _held: OrderedDict[str, Page] = field(default_factory=OrderedDict)
    _size: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def get(self, kept: Held, address: str) -> Page | None:
        """The page at an address after this very change."""
        with self._turn:
            if self._state != (kept.n, kept.hash) or address not in self._held:
                return None
            self._held.move_to_end(address)
            return self._held[address]

    def keep(self, kept: Held, address: str, page: Page) -> None:
        """Keep a page; those of an earlier change go, and one of an earlier change does not come in."""
        with self._turn:
            if kept.n < self._state[0]:
                return
            if self._state != (kept.n, kept.hash):
                self._held.clear()
                self._state, self._size = (kept.n, kept.hash), 0
            before = self._held.pop(address, None)
            self._size += len(page.body) - (len(before.body) if before else 0)
            self._held[address] = page
            while self._size > self.room:
                self._size -= len(self._held.popitem(last=False)[1].body)


def remembered(page: Answers) -> Answers:
    """A page that is put together once after each change. The state that it tells of is in `request.state.kept`."""

    @functools.wraps(page)
    def answer(request: Request, **named: Any) -> Response:
        desk = request.app.state.desk
        kept: Held = desk.kept()
        request.state.kept = kept
        address = f"{request.url.path}?{request.url.query}"
        headers = {"etag": _tag(desk.secret, kept, address, request.state.reader), "cache-control": "no-cache"}
        if headers["etag"] in [one.strip() for one in request.headers.get("if-none-match", "").split(",")]:
            return Response(status_code=304, headers=headers)
        found = desk.pages.get(kept, address)
        if found is None:
            made = page(request, **named)
            if made.status_code != 200:
                return made
            own = {name: value for name, value in made.headers.items() if name not in _MADE_ANEW}
            found = Page(bytes(made.body), made.media_type, own)
            desk.pages.keep(kept, address, found)
        body = found.body
        if TOKEN.encode() in body:
            body = body.replace(TOKEN.encode(), token(desk.secret, request.state.reader).encode())
        return Response(body, media_type=found.media, headers=found.headers | headers)

    return answer  # type: ignore[return-value]


def token(secret: bytes, reader: str) -> str:
    """What a form of a reader must bring back: nobody can make it who cannot read our pages."""
    return hmac.new(secret, reader.encode(), hashlib.sha256).hexdigest()


def _tag(secret: bytes, kept: Held, address: str, reader: str) -> str:
    """The same for the same page of the same server, whichever of its processes answers."""
    said = "\n".join((__version__, str(kept.n), kept.hash, reader, address))
    return f'"{hmac.new(secret, said.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]}"'
