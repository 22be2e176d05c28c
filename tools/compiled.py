"""tools: a copy of the package whose extraction is compiled by mypyc: the same results, three to four times as fast.

    python -m tools.compiled [FOLDER]

The copy is put into FOLDER (`build/compiled` if none is named) and works from there: `PYTHONPATH=build/compiled
trucewatch …`. The sources stay as they are, and nothing needs the copy. It is made again only when a source changed.
Needs a C compiler, Python's headers, mypy and setuptools; with `--if-possible` it is no error that they are missing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from tools import choose
from tools.constant_sets import with_constant_sets
from tools.written_out import written_out

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "build" / "compiled"
HOT = (
    "extract/**/*.py",
    "actors/*.py",
    "gazetteer/[d-w]*.py",
    "languages/fold.py",
    "languages/pack.py",
    "languages/placewords.py",
)
"""What is compiled: all that runs once for each sentence or more often; the rest is left as it is.

The model stays as it is whatever it costs: a compiled class keeps no annotations, by which lines are read back.
"""
NO_COMPILER = (
    "Nothing is compiled: that needs a C compiler, Python's headers, mypy and setuptools (on Debian: apt-get install "
    "gcc libc6-dev python3-dev). The package works without, three to four times slower."
)
_LEFT = ("__init__.py", "cases.py")
_FLAGS = ("--config-file=", "--namespace-packages", "--explicit-package-bases", "--ignore-missing-imports")
_SETUP = """
import os, sys
from concurrent.futures import ThreadPoolExecutor
from mypyc.build import mypycify
from setuptools import setup
from setuptools.command.build_ext import build_ext

class Together(build_ext):
    def build_extensions(self):
        self.compiler.compile = self.compiled
        super().build_extensions()

    # As the compiler's own `compile`, on all processors: the modules are one extension of many files.
    def compiled(self, sources, output_dir=None, macros=None, include_dirs=None, debug=False,
                 extra_preargs=None, extra_postargs=None, depends=None):
        c = self.compiler
        macros, objects, after, options, build = c._setup_compile(
            output_dir, macros, include_dirs, sources, depends, extra_postargs)
        before = c._get_cc_args(options, debug, extra_preargs)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda name: c._compile(name, *build[name], before, after, options), build))
        return objects

names = sys.argv.pop().split(",")
made = mypycify([*{flags!r}, *names], opt_level="2", debug_level="0", multi_file=True)
setup(name="trucewatch", packages=[], ext_modules=made, cmdclass={{"build_ext": Together}})
"""


class CompilingError(Exception):
    """The copy could not be made."""


def hot(package: Path) -> list[Path]:
    """The modules of the package that are compiled."""
    return sorted(path for pattern in HOT for path in package.glob(pattern) if path.name not in _LEFT)


def has_compiler() -> bool:
    """Whether there is a C compiler and what else compiling asks for."""
    headers = Path(sysconfig.get_path("include")) / "Python.h"
    named = (sysconfig.get_config_var("CC") or "cc").split()[0]
    return bool(shutil.which(named) and headers.is_file() and find_spec("mypyc") and find_spec("setuptools"))


def fingerprint(package: Path) -> str:
    """A hash of all sources that are compiled, of this file, and of the Python that they are compiled for and by."""
    digest = hashlib.sha256((sys.version + version("mypy")).encode())
    for name in ("compiled.py", "written_out.py", "constant_sets.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(str(path.relative_to(package)).encode() + path.read_bytes())
    return digest.hexdigest()


def compiled(package: Path, folder: Path) -> list[Path]:
    """Compile a copy of the package in a folder, unless what stands there is of the same sources; the modules made."""
    stamp, made, sources = folder / "made-from", fingerprint(package), choose.state(str(package))
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == made):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copytree(package, folder / "trucewatch", ignore=shutil.ignore_patterns("__pycache__"))
        for path in hot(folder / "trucewatch"):
            path.write_text(with_constant_sets(written_out(path.read_text(encoding="utf-8"))), encoding="utf-8")
        names = ",".join(str(path.relative_to(folder)) for path in hot(folder / "trucewatch"))
        script = _SETUP.format(flags=list(_FLAGS))
        command = [sys.executable, "-c", script, "build_ext", "--inplace", names]
        environment = _finding(folder)
        if sys.platform == "linux":  # functions of the copy call each other at once, not by way of a table
            environment |= {"CFLAGS": "-fno-semantic-interposition", "LDFLAGS": "-Wl,-Bsymbolic"}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if not _is_whole(folder):
            told = (done.stdout + done.stderr)[-2000:]
            raise CompilingError(f"compiling failed ({done.returncode}); the package works without.\n{told}")
        shutil.rmtree(folder / "build")
        stamp.write_text(made, encoding="utf-8")
    (folder / choose.STATE).write_text(sources, encoding="utf-8")
    return sorted(path for path in folder.rglob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"))


def _is_whole(folder: Path) -> bool:
    """Whether every module of the copy is compiled and the copy can be loaded; setuptools' own word is not enough."""
    ending = sysconfig.get_config_var("EXT_SUFFIX")
    if not all(path.with_name(path.stem + ending).is_file() for path in hot(folder / "trucewatch")):
        return False
    command = [sys.executable, "-c", "import trucewatch.extract.claims"]
    return subprocess.run(command, env=_finding(folder), check=False).returncode == 0


def _finding(folder: Path) -> dict[str, str]:
    """An environment that finds the copy first, and then whatever this process finds."""
    given = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), *([given] if given else [])])}


def main() -> None:
    """Make the copy and say where it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=TARGET)
    parser.add_argument(
        "--if-possible", action="store_true", help="do nothing, and say so, where it cannot be compiled"
    )
    asked = parser.parse_args()
    if not has_compiler():
        print(NO_COMPILER, file=sys.stderr)
        raise SystemExit(0 if asked.if_possible else 1)
    try:
        made = compiled(ROOT / "src" / "trucewatch", asked.folder.resolve())
    except CompilingError as error:
        raise SystemExit(str(error)) from None
    print(f"{len(made)} modules compiled in {asked.folder}")


if __name__ == "__main__":
    main()
