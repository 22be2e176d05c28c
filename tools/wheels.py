"""tools: the package as wheels: one of plain Python, and one whose extraction is compiled where there is a C compiler.

    python -m tools.wheels [FOLDER]

Both go into FOLDER (`dist` if none is named). `pip install --find-links dist trucewatch` takes the compiled one where
it fits and the plain one elsewhere; `pip install .` builds the one that can be built.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.compiled import NO_COMPILER, ROOT, has_compiler


def wheel(folder: Path, *, compiled: bool = False) -> Path:
    """Build a wheel of this checkout into a folder."""
    hooks = {} if compiled else {"HATCH_BUILD_NO_HOOKS": "1"}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place]
        told = subprocess.run(command, cwd=ROOT, env=os.environ | hooks, check=False, capture_output=True, text=True)
        made = next(Path(place).glob("*.whl"), None)
        if made is None or compiled == made.stem.endswith("none-any"):
            raise SystemExit(f"the wheel could not be built.\n{(told.stdout + told.stderr)[-2000:]}")
        return Path(shutil.move(made, folder / made.name))


def main() -> None:
    """Build what can be built here and say where it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist")
    folder = parser.parse_args().folder.resolve()
    print(wheel(folder))
    if has_compiler():
        print(wheel(folder, compiled=True))
    else:
        print(NO_COMPILER, file=sys.stderr)


if __name__ == "__main__":
    main()
