"""serve: fetching a page that a person asked for by its address: public hosts alone, bounded in size and time."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from trucewatch.errors import SettingsError

LARGEST = 8 * 1024 * 1024
SECONDS = 20
MOST_STEPS = 5
"""How often an address may send us on."""
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes, its last address, and whether it says that it is HTML."""

    body: bytes
    address: str
    html: bool


def fetch(address: str) -> Fetched:
    """The page at an address; SettingsError where it may not or cannot be had."""
    for _ in range(MOST_STEPS):
        parts = _parts(address)
        host = parts.hostname or ""
        status, headers, body = _asked(parts, _public(host, parts.port or (443 if parts.scheme == "https" else 80)))
        if status in _MOVED and headers.get("location"):
            address = urljoin(address, headers["location"])
            continue
        if status != 200:
            raise SettingsError(
                f"{address}: it answered with {status}. Open it in a browser, save it and add the file."
            )
        return Fetched(body, address, "html" in headers.get("content-type", ""))
    raise SettingsError(f"{address}: it sends on and on. Open it in a browser, save it and add the file.")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not False
    except ValueError:
        known = False
    if not known or len(address) > 2000 or parts.username is not None:
        raise SettingsError(f"{address[:80]}: that is no address of a page. It begins with https://.")
    return parts


def _public(host: str, port: int) -> str:
    """The number of a host, when all its numbers are public ones."""
    try:
        found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except OSError as error:
        raise SettingsError(f"{host}: no such host was found. Is the network there?") from error
    if not found or any(not ipaddress.ip_address(number.partition("%")[0]).is_global for number in found):
        raise SettingsError(f"{host}: that is not a public host, and is not asked.")
    return sorted(found)[0]


def _asked(parts: SplitResult, number: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; the host was looked up once, so that it cannot become another one in between."""
    host, https = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if https else 80)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line = socket.create_connection((number, port), timeout=SECONDS)
        if https:
            line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
        connection.sock = line
        connection.request("GET", path, headers={"User-Agent": "trucewatch", "Accept": "text/html,text/plain"})
        answer = connection.getresponse()
        body = answer.read(LARGEST + 1)
        headers = {name.lower(): value for name, value in answer.getheaders()}
        connection.close()
    except (OSError, http.client.HTTPException) as error:
        raise SettingsError(
            f"{host}: it could not be reached ({error}). Try again later, or add the saved page."
        ) from error
    if len(body) > LARGEST:
        raise SettingsError(f"{host}: the page is larger than {LARGEST // (1024 * 1024)} MB.")
    return answer.status, headers, body
