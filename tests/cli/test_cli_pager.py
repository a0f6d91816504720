"""What is longer than the screen goes through a pager: on a terminal alone, and only where it is of use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from terminal import Terminal, surroundings

COMMAND = [sys.executable, "-m", "bounceback_tui"]
HOSTILE = "\x1b[2Jgone \x07\x1b]0;title\x07"

FILL = """
import sys
from bounceback_tui.cli.main import bounceback
for number in range(30):
    try:
        bounceback(["note", f"entry {number} {sys.argv[1]}", "--tag", f"tag{number}"])
    except SystemExit:
        pass
"""


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """A journal of thirty entries, and a pager that says who it is and what reached it."""
    folder = tmp_path_factory.mktemp("paged")
    pager = folder / "my pager"
    pager.write_text('#!/bin/sh\necho THE PAGER\ncat > "$HOME/paged"\nwc -l < "$HOME/paged"\n')
    pager.chmod(0o755)
    env = {
        "BOUNCEBACK_DB": str(folder / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30",
        "HOME": str(folder),
        "PAGER": f"'{pager}'",
    }
    subprocess.run(
        [sys.executable, "-c", FILL, HOSTILE], env=surroundings(env), check=True, capture_output=True
    )
    return env


def shown(env: Mapping[str, str], *args: str, size: tuple[int, int] = (80, 24)) -> str:
    with Terminal([*COMMAND, *args], env, size=size) as terminal:
        assert terminal.wait_for_end() == 0
        return terminal.raw.decode()


def test_what_is_long_goes_through_the_pager(env: Mapping[str, str]) -> None:
    text = shown(env, "list", "--limit", "0")
    assert text.replace("\r", "").split("\n")[:2] == ["THE PAGER", "30"]
    held = (Path(env["HOME"]) / "paged").read_text()
    assert not any(ord(sign) < 0x20 for sign in held.replace("\n", ""))
    assert "entry 29 ␛[2Jgone" in held
    assert all(len(line) <= 80 for line in held.splitlines())


def test_so_do_tags_of_which_there_are_many(env: Mapping[str, str]) -> None:
    assert shown(env, "tags").replace("\r", "").split("\n")[:2] == ["THE PAGER", "30"]


def test_what_fits_does_not(env: Mapping[str, str]) -> None:
    assert "THE PAGER" not in shown(env, "list", "--limit", "10")
    assert "THE PAGER" in shown(env, "list", "--limit", "10", size=(80, 10))
    assert "THE PAGER" not in shown(env, "list", "--limit", "0", size=(80, 40))


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "more"),
    [
        (("--no-pager", "list", "--limit", "0"), {}),
        (("--plain", "list", "--limit", "0"), {}),
        (("list", "--limit", "0"), {"BOUNCEBACK_PLAIN": "1"}),
        (("list", "--limit", "0"), {"PAGER": ""}),
        (("list", "--limit", "0"), {"PAGER": "cat"}),
        (("list", "--limit", "0"), {"PAGER": "'left open"}),
        (("list", "--limit", "0"), {"PAGER": "no-such-program-anywhere"}),
        (("list", "--limit", "0"), {"TERM": "dumb"}),
        (("list", "--json"), {}),
    ],
)
def test_it_can_be_left_out(env: Mapping[str, str], args: tuple[str, ...], more: dict[str, str]) -> None:
    text = shown({**env, **more}, *args)
    assert "THE PAGER" not in text
    assert "entry 29" in text
    assert "entry 0 " in text


def test_without_a_terminal_there_is_none(env: Mapping[str, str]) -> None:
    ran = subprocess.run(
        [*COMMAND, "list", "--limit", "0"], env=surroundings(env), capture_output=True, check=True
    )
    assert ran.stdout.count(b"\n") == 30
    assert ran.stderr == b""


def test_a_pager_that_is_left_early_is_no_error(env: Mapping[str, str]) -> None:
    assert "Traceback" not in shown({**env, "PAGER": "true"}, "list", "--limit", "0")


def test_no_line_has_colours(env: Mapping[str, str]) -> None:
    for more in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}):
        assert "\x1b[" not in shown({**env, **more}, "--no-pager", "list")


def test_whoever_reads_only_the_beginning_is_no_error(env: Mapping[str, str]) -> None:
    line = f"{sys.executable} -m bounceback_tui list --limit 0 --json | head -n 2; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", line], env=surroundings(env), capture_output=True, check=True)
    assert ran.stderr == b""
    assert ran.stdout.splitlines()[0] == b'{"schema_version": 1, "items": ['
