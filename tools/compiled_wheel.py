"""tools: what the builder of wheels asks where a wheel is to be compiled; plain wheels are built without it.

    HATCH_BUILD_HOOKS_ENABLE=1 pip install .

The wheel holds what a plain one holds, and the compiled modules beside their sources; Python takes those first. It fits
the Python and the kind of machine that it was built on, and no other.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWheel(BuildHookInterface[BuilderConfig]):
    """Compiles a copy of the package and puts its compiled modules into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the checkout is installed in place: there, a change of a source must be seen at once."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)  # a builder that works apart from the checkout does not look here
        from tools.compiled import NO_COMPILER, compiled, has_compiler

        if not has_compiler():
            raise SystemExit(NO_COMPILER)
        root = Path(self.root)
        folder = root / "build" / "compiled"
        made = compiled(root / "src" / "trucewatch", folder)
        build_data["force_include"] |= {str(path): path.relative_to(folder).as_posix() for path in made}
        build_data |= {"pure_python": False, "infer_tag": True}
