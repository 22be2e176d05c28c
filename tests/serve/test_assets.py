"""What pages load beside themselves: packages as locked, in the wheel where they are built, and never in the way."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

ROOT = Path(__file__).parents[2]
PARTS = {"htmx.min.js", "maplibre-gl-csp.js", "maplibre-gl-csp-worker.js", "maplibre-gl.css", "LICENSES.txt"}
UNDER = "trucewatch/serve/static/vendor/"


def wheel(root: Path, out: Path) -> set[str]:
    """The names in a wheel that is built from a checkout, with what is installed and nothing else."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    plain = os.environ | {"HATCH_BUILD_NO_HOOKS": "1"}
    subprocess.run(command, cwd=root, check=True, capture_output=True, env=plain)
    (made,) = out.glob("*.whl")
    return set(zipfile.ZipFile(made).namelist())


@pytest.mark.frontend
def test_the_wheel_carries_the_front_end_that_was_built(frontend: Path, tmp_path: Path) -> None:
    names = wheel(ROOT, tmp_path)
    assert {name.removeprefix(UNDER) for name in names if name.startswith(UNDER)} == PARTS
    assert [name for name in names if "node_modules" in name] == []
    assert {path.name for path in frontend.iterdir()} == PARTS


def test_a_wheel_is_built_without_node(tmp_path: Path) -> None:
    bare = tmp_path / "checkout"
    shutil.copytree(ROOT / "src", bare / "src", ignore=shutil.ignore_patterns("static", "__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, bare / name)
    names = wheel(bare, tmp_path)
    assert "trucewatch/serve/script/keys.js" in names
    assert [name for name in names if name.startswith(UNDER)] == []


def test_every_front_end_package_comes_from_the_public_registry_with_its_hash() -> None:
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {path: about for path, about in packages.items() if path}
    assert {re.match(r"https://[^/]+/", about["resolved"])[0] for about in fetched.values()} == {  # type: ignore[index]
        "https://registry.npmjs.org/"
    }
    assert [path for path, about in fetched.items() if not about["integrity"].startswith("sha512-")] == []


@pytest.mark.frontend
def test_a_package_is_served_once_and_then_only_asked_about(frontend: Path, client: TestClient) -> None:
    first = client.get("/vendor/maplibre-gl-csp-worker.js")
    assert first.content == (frontend / "maplibre-gl-csp-worker.js").read_bytes()
    assert first.headers["content-type"].startswith("text/javascript")
    again = client.get("/vendor/maplibre-gl-csp-worker.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["none.js", "..%2Fapp.py", "%2e%2e%2fkeys.js", "LICENSES"])
def test_no_name_leads_out_of_the_folder(client: TestClient, name: str) -> None:
    assert client.get(f"/vendor/{name}").status_code == 404
    assert client.get(f"/script/{name}").status_code == 404


def test_our_own_scripts_are_served(client: TestClient) -> None:
    answer = client.get("/script/keys.js")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
