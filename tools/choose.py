"""tools: whether the commands of this checkout run from its sources as they stand or from their compiled copy.

    python -m tools.choose

writes a line into the environment by which every start of Python there runs this file. The compiled copy stands before
the sources on the path as long as no file of theirs is another than when it was made: a change is seen at once, and
nobody needs to think of the copy. What PYTHONPATH names comes before both.
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCES, COPY = os.path.join(ROOT, "src", "trucewatch"), os.path.join(ROOT, "build", "compiled")
STATE = "sources"
"""File of the copy that holds what the sources were."""
NAME = "__trucewatch_compiled.pth"
"""Sorts before the line by which the checkout is installed: what is read first comes first."""
LINE = "import os; F = {!r}; os.path.isfile(F) and exec(open(F, 'rb').read(), {{'__name__': '', '__file__': F}})"


def state(package: str) -> str:
    """What tells a folder of sources from another without reading it: names, sizes and times of change, a line each."""
    found = []
    for folder, inner, names in os.walk(package):
        inner[:] = sorted(name for name in inner if name != "__pycache__")
        for name in sorted(names):
            about = os.stat(os.path.join(folder, name))
            found.append(f"{os.path.join(folder, name)} {about.st_size} {about.st_mtime_ns}\n")
    return "".join(found)


def fits(copy: str, package: str) -> bool:
    """Whether the copy is of the sources as they stand; what cannot be read is no copy."""
    try:
        with open(os.path.join(copy, STATE), encoding="utf-8") as stream:
            return stream.read() == state(package)
    except (OSError, ValueError):
        return False


def main() -> None:
    """Write the line into this environment."""
    import sysconfig

    with open(os.path.join(sysconfig.get_path("purelib"), NAME), "w", encoding="utf-8") as stream:
        stream.write(LINE.format(os.path.abspath(__file__)) + "\n")


if __name__ == "__main__":
    main()
elif not __name__ and fits(COPY, SOURCES):
    sys.path.append(COPY)
