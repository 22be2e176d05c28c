"""read: the identifier of languages by letters, narrowed to the languages we tell apart and kept unpacked.

Its model is 40 MB of tables that stand packed in a file; unpacking them takes longer than reading many reports.
"""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from py3langid import langid

from trucewatch import cache
from trucewatch.cache import Parts


def load_identifier(languages: Sequence[str]) -> Any:
    """The identifier for these languages and no others; made once, later runs map what was kept."""
    model = langid.MODEL_DIR / langid.MODEL_FILE
    told = [",".join(languages).encode(), _stamp(model), Path(__file__).read_bytes()]
    name = f"tongues-{cache.fingerprint(told)[:32]}"
    parts = cache.fetch_parts(name)
    if parts is not None:
        # A file of the cache may have been changed by anybody; what does not fit is made anew.
        with contextlib.suppress(KeyError, TypeError, ValueError):
            return _from_parts(parts)
    whole = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    known = [code for code in languages if code in set(whole.labels)]
    whole.set_languages(known)
    cache.keep_parts(name, _to_parts(whole))
    return whole


def _stamp(model: Path) -> bytes:
    """What tells one model from another without reading it: its size, its last bytes, and the code that uses it."""
    with model.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - 64))
        return b"%d " % size + stream.read() + Path(langid.__file__).read_bytes()


def _to_parts(identifier: Any) -> dict[str, bytes]:
    return {
        "classes": json.dumps(list(identifier.nb_classes)).encode(),
        "table": np.ascontiguousarray(identifier.nb_ptc).tobytes(),
        "types": json.dumps([identifier.nb_ptc.dtype.str, identifier.nb_pc.dtype.str]).encode(),
        "before": np.ascontiguousarray(identifier.nb_pc).tobytes(),
        "moves": array("I", identifier.tk_nextmove).tobytes(),
        "rows": array("I", identifier.tk_row).tobytes(),
        "features": array("i", identifier.tk_output).tobytes(),
    }


def _from_parts(parts: Parts) -> Any:
    classes: list[str] = json.loads(bytes(parts["classes"]))
    of_table, of_before = json.loads(bytes(parts["types"]))
    table = np.frombuffer(parts["table"], dtype=of_table).reshape(-1, len(classes))
    before = np.frombuffer(parts["before"], dtype=of_before)
    moves, rows, features = parts["moves"].cast("I"), parts["rows"].cast("I"), parts["features"].cast("i")
    return langid.LanguageIdentifier(table, before, classes, moves, features, tk_row=rows)
