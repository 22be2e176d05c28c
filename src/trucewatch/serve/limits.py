"""serve: what every request must pass and every answer carries: our host, a body of bounded size, strict headers."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 64 * 1024 * 1024
"""Bytes of one request."""
COOKIE = "trucewatch"
HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Names under which a browser on this machine may ask; other names are pages elsewhere that point at us."""
HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; worker-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}


Refusal = Callable[[str, str, int, str], Response]
"""The answer that tells why something is not done: of a path, the languages of a browser, a status and words."""


class TooLargeError(Exception):
    """A body that goes beyond what is let in."""


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, *, refusal: Refusal, largest: int = LARGEST) -> None:
        self.app, self.refusal, self.largest = app, refusal, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = (
            headers.get("host", "").rsplit(":", 1)[0] if not headers.get("host", "").endswith("]") else headers["host"]
        )
        if host not in HOSTS:
            await self._refuse(scope, receive, send, 421, "This address is not ours. Open http://127.0.0.1 instead.")
            return
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.largest:
            await self._refuse(scope, receive, send, 413, self._too_large())
            return
        await self._pass(scope, receive, send, headers)

    async def _pass(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        reader = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        fresh = not (len(reader) == 43 and reader.replace("-", "").replace("_", "").isalnum())
        scope.setdefault("state", {})["reader"] = reader if not fresh else secrets.token_urlsafe(32)
        begun, over, received = False, False, 0

        async def counted() -> Message:
            nonlocal received, over
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.largest:
                over = True
                raise TooLargeError
            return message

        async def told(message: Message) -> None:
            nonlocal begun
            if over and not begun:
                return  # whatever the application made of the body that was cut off, the answer is ours
            if message["type"] == "http.response.start":
                begun = True
                kept = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    kept.setdefault(name, value)
                if fresh:
                    kept.append("set-cookie", f"{COOKIE}={scope['state']['reader']}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        with suppress(TooLargeError):
            await self.app(scope, counted, told)
        if over and not begun:
            await self._refuse(scope, receive, send, 413, self._too_large())

    def _too_large(self) -> str:
        return f"That is more than {self.largest // (1024 * 1024)} MB. Nothing was kept. Add it in parts."

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int, words: str) -> None:
        answer = self.refusal(scope["path"], Headers(scope=scope).get("accept-language", ""), status, words)
        await answer(scope, receive, send)
