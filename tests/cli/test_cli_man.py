"""The manual page: made of the help, never stale, and nothing in it that troff would take for its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bounceback_tui.cli.passphrase import COMMAND, NEW_COMMAND, SYNC_COMMAND

if TYPE_CHECKING:
    from conftest import Shell

PAGE = Path(__file__).parents[2] / "docs" / "bounceback.1"


def test_the_page_that_is_installed_is_what_the_help_says(shell: Shell) -> None:
    assert PAGE.read_text("utf-8") == shell.do("man").out, "bounceback man > docs/bounceback.1 makes it anew"
    assert shell.untouched


def test_json_holds_the_same_page(shell: Shell) -> None:
    assert shell.do("man", "--json").json["page"] == shell.do("man").out


def test_it_says_what_every_command_needs(shell: Shell) -> None:
    page = shell.do("man").out
    for words in (".SH JSON", "v_entries", "BOUNCEBACK_DB", ".SH EXIT STATUS", r"\fB\-\-no\-pager\fR"):
        assert words in page
    for variable in (COMMAND, NEW_COMMAND, SYNC_COMMAND):
        assert f"\n{variable} " in page
    # a line of ours that begins with a point or an apostrophe would be a request
    requests = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests <= {".TH", ".SH", ".SS", ".B", ".PP", ".TP", ".nf", ".fi"}


@pytest.mark.long
@pytest.mark.needs("groff")
def test_groff_has_nothing_to_complain_of() -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", str(PAGE)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""


@pytest.mark.long
@pytest.mark.needs("man")
def test_man_shows_it_without_a_warning() -> None:
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "MANWIDTH": "80", "HOME": "/nonexistent"}
    ran = subprocess.run(
        ["man", "--warnings", "-l", str(PAGE)], capture_output=True, text=True, check=True, env=env
    )
    assert ran.stderr == ""
    assert "bounceback show -1               (the latest)" in ran.stdout
    assert "“yesterday" in ran.stdout
