"""The app, opened by the command alone: quick to start, and whatever goes wrong is one sentence."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest

import bounceback_tui.app
from bounceback_tui.__main__ import main
from bounceback_tui.cli import app
from bounceback_tui.cli.variables import IN_BROWSER
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.errors import StorageError

LOADS = """
import sys
import bounceback_tui.app
bounceback_tui.app.run = lambda path, *_, **given: print(path.name, given["demo"]) or 7
sys.stdin.isatty = sys.stderr.isatty = lambda: True
from bounceback_tui.__main__ import main
try:
    main()
except SystemExit as end:
    print(end.code, *(name for name in ("click", "inspect") if name in sys.modules))
"""


@pytest.mark.parametrize(
    ("args", "said"), [([], "own.db False\n7\n"), (["--read-only"], "own.db False\n7 click\n")]
)
def test_the_app_opens_without_what_reads_commands(tmp_path: Path, args: list[str], said: str) -> None:
    env = {"BOUNCEBACK_DB": str(tmp_path / "own.db"), "HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", LOADS, *args], env=env, capture_output=True, text=True, check=False
    )
    assert ran.stdout.replace(" inspect", "") == said, ran.stderr


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[BaseException]]:
    """Nothing was typed but the command; what is put in here goes wrong in the app."""
    wrong: list[BaseException] = []

    def run(*_: Any, **__: Any) -> NoReturn:
        raise wrong[0]

    monkeypatch.setattr(bounceback_tui.app, "run", run)
    monkeypatch.setattr(sys, "argv", ["bounceback"])
    monkeypatch.setenv("TEXTUAL_FPS", "120")  # set by a start, and taken back with this
    monkeypatch.setenv("TEXTUAL_DRIVER", IN_BROWSER)  # in which no terminal is asked for
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("BOUNCEBACK_DB", str(tmp_path / "own.db"))
    monkeypatch.setenv("BOUNCEBACK_NOW", "2026-11-23T09:30")
    yield wrong
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (CannotDo("That cannot be."), 1, "That cannot be."),
        (StorageError("It could not be read."), 1, "It could not be read."),
        (OSError(28, "No space left on device"), 1, "what was saved before is safe"),
        (click.UsageError("BOUNCEBACK_NOW is odd"), 2, "BOUNCEBACK_NOW is odd."),
        (KeyError("my words"), 1, "2026-11-23"),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (click.exceptions.Exit(130), 130, ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_goes_wrong_is_one_sentence(
    opening: list[BaseException],
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    told: str,
) -> None:
    opening.append(error)
    with pytest.raises(SystemExit) as ended:
        main()
    err = capsys.readouterr().err
    assert ended.value.code == code
    assert told in err
    assert "Traceback" not in err
    assert "my words" not in err


@pytest.mark.usefixtures("opening")
def test_a_clock_that_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOUNCEBACK_NOW", "soon")
    assert app.alone() == 2
    assert "BOUNCEBACK_NOW is set to “soon”" in capsys.readouterr().err


@pytest.mark.usefixtures("opening")
def test_leaving_ends_with_the_exit_code_of_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounceback_tui.app, "run", lambda *_, **__: 3)
    assert app.alone() == 3


def test_without_any_standard_input_it_says_that_it_needs_a_terminal(tmp_path: Path) -> None:
    code = "import sys; sys.stdin = None; from bounceback_tui.__main__ import main; main()"
    env = {"BOUNCEBACK_DB": str(tmp_path / "own.db"), "HOME": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith("The app needs a terminal")
