"""Assets are found in an installed package and in a checkout, and told when they are missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bounceback_tui import resources
from bounceback_tui.resources import asset, asset_path

SHIPPED = ("guide", "prompts", "feelings", "causes", "evidence", "help", "support", "somebody", "emergency")


@pytest.mark.parametrize("name", SHIPPED)
def test_every_asset_is_found_and_says_something(name: str) -> None:
    assert asset_path(f"{name}.md").is_file()
    assert asset(f"{name}.md").strip()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the package in it and nothing else."""
    package = tmp_path / "bounceback_tui"
    package.mkdir()
    source = Path(resources.__file__).parent
    for name in ("__init__.py", "resources.py"):
        shutil.copy(source / name, package)
    return tmp_path


def ask(place: Path, expression: str) -> str:
    """What Python says of an expression, with only the package of `place` to import from."""
    code = f"import sys; from bounceback_tui.resources import asset; print({expression})"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=place, capture_output=True, text=True, check=False
    )
    return ran.stdout.strip() or ran.stderr.strip().splitlines()[-1]


def put(folder: Path, words: str) -> None:
    folder.mkdir()
    (folder / "help.md").write_text(words, encoding="utf-8")


def test_an_installed_package_reads_its_own_assets_before_a_stranger_s(place: Path) -> None:
    put(place / "bounceback_tui" / "assets", "ours – inside")
    put(place / "assets", "somebody else's")
    assert ask(place, "ascii(asset('help.md'))") == ascii("ours – inside")


def test_a_checkout_reads_the_assets_beside_the_package(place: Path) -> None:
    put(place / "assets", "beside")
    assert ask(place, "asset('help.md')") == "beside"


def test_a_missing_asset_is_told_by_name_with_a_way_out(place: Path) -> None:
    said = ask(place, "asset('help.md')")
    assert said.startswith("FileNotFoundError: help.md is missing")
    assert "installing bounceback again" in said


@pytest.mark.parametrize("name", ["", ".", "..", "../pyproject.toml", "a/b", "a\\b", "/etc/passwd", "a\0"])
def test_only_plain_names_are_looked_for(name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        asset_path(name)


def test_finding_assets_loads_neither_screen_nor_parser(place: Path) -> None:
    put(place / "assets", "beside")
    assert ask(place, "sorted({'textual', 'markdown_it', 'importlib.resources'} & set(sys.modules))") == "[]"
