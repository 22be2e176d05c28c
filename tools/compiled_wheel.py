"""tools: what the builder of wheels asks: it compiles the extraction where there is a C compiler, as in `pip install .`

The wheel holds what a plain one holds, and the compiled modules beside their sources; Python takes those first. It fits
the Python and the kind of machine that it was built on, and no other. HATCH_BUILD_NO_HOOKS=1 asks for a plain one.
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
        """Compile, unless the checkout is installed in place: there, a change of a source must be seen at once.

        Where that cannot be done the wheel is a plain one: whoever installs it shall not have to do without.
        """
        if version == "editable":
            return
        sys.path.insert(0, self.root)  # a builder that works apart from the checkout does not look here
        from tools.compiled import NO_COMPILER, CompilingError, compiled, has_compiler

        if not has_compiler():
            self.app.display_warning(NO_COMPILER)
            return
        folder = Path(self.root) / "build" / "compiled"
        try:
            made = compiled(Path(self.root) / "src" / "trucewatch", folder)
        except CompilingError as error:
            self.app.display_warning(str(error))
            return
        build_data["force_include"] |= {str(path): path.relative_to(folder).as_posix() for path in made}
        build_data |= {"pure_python": False, "infer_tag": True}
