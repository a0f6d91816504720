"""What is told to be typed works as it stands: of a library that is missing, and of the program itself."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bounceback_tui import extras

ROOT = Path(__file__).parents[1]


def test_the_libraries_are_those_of_the_project() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert {extra: [library] for extra, library in extras.LIBRARIES.items()} == {
        extra: told[extra] for extra in extras.LIBRARIES
    }


@pytest.mark.many(3)
@pytest.mark.parametrize("extra", extras.LIBRARIES)
@pytest.mark.long
def test_the_line_that_installs_can_be_run_as_it_stands(extra: str) -> None:
    words = shlex.split(extras.how_to_install(extra))
    assert words[:4] == [sys.executable, "-m", "pip", "install"]
    # what is there already needs no network, and tells that the words are understood
    done = subprocess.run([*words[:4], "--no-index", *words[4:]], capture_output=True, text=True, check=False)
    assert "Requirement already satisfied" in done.stdout, done.stderr


@pytest.mark.parametrize("path", ["/home/me/my journal/.venv/bin/python", "/home/me/it's/python"])
def test_a_path_with_spaces_and_quotes_stays_one_word(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", path)
    assert shlex.split(extras.how_to_install("web")) == [
        *(path, "-m", "pip", "install"),
        "textual-serve>=1.1.3,<2",
    ]


@pytest.mark.parametrize("uv", [None, "/usr/bin/uv"])
def test_without_a_pip_of_its_own_another_one_is_named(
    uv: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    monkeypatch.setattr(shutil, "which", lambda _name: uv)
    line = extras.how_to_install("encryption")
    if uv:
        assert line == f"/usr/bin/uv pip install --python {sys.executable} 'sqlcipher3>=0.6.2'"
    else:
        assert line == f"python3 -m pip --python {sys.executable} install 'sqlcipher3>=0.6.2'"


def test_no_sentence_names_an_index_that_may_not_know_the_program() -> None:
    """Nor does the help, which is read wherever it was installed."""
    for path in [*(ROOT / "bounceback_tui").rglob("*.py"), *(ROOT / "assets").glob("*.md")]:
        assert not re.search(r"pip install .?bounceback", path.read_text("utf-8")), path


@pytest.mark.parametrize(
    ("started", "found", "typed"),
    [
        ("/usr/bin/bounceback", "/usr/bin/bounceback", "bounceback"),
        (".venv/bin/bounceback", None, ".venv/bin/bounceback"),
        ("/home/me/my journal/bounceback", None, "'/home/me/my journal/bounceback'"),
        ("/x/bounceback_tui/__main__.py", None, f"{sys.executable} -m bounceback_tui"),
        ("/usr/bin/pytest", None, "bounceback"),
        ("", None, "bounceback"),
    ],
)
def test_where_a_shell_does_not_find_the_program_it_is_told_as_it_was_started(
    started: str, found: str | None, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [started])
    monkeypatch.setattr(shutil, "which", lambda _name: found)
    assert extras.called() == typed
