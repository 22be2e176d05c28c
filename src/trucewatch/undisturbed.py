"""undisturbed: the collector of cycles stands still while much is made that goes in no ring, and then is as it was."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class _Stillness:
    """How many are at work, in any thread, and whether the collector ran before the first of them."""

    lock = threading.Lock()
    working = 0
    ran = False


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the collector from running: what is made lives until the work is done, so that there is nothing to find.

    Looking costs a seventh of the time. The collector is one for all threads: it runs again when the last is done.
    """
    with _Stillness.lock:
        if not _Stillness.working:
            _Stillness.ran = gc.isenabled()
            gc.disable()
        _Stillness.working += 1
    try:
        yield
    finally:
        with _Stillness.lock:
            _Stillness.working -= 1
            if not _Stillness.working and _Stillness.ran:
                gc.enable()
