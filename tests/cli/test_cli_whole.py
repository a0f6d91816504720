"""The command line as a whole: help, options before the command, the demo, and what goes wrong."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from bounceback_tui import __version__
from bounceback_tui.cli.main import bounceback

if TYPE_CHECKING:
    from conftest import Shell

NAMES = list(bounceback.list_commands(click.Context(bounceback)))


def test_the_help_fits_the_smallest_usual_terminal(shell: Shell) -> None:
    lines = shell.do("--help").out.splitlines()
    assert len(lines) <= 24
    assert max(len(line) for line in lines) <= 80
    for heading in ("When it has just happened", "Day by day", "Looking back"):
        assert heading in lines
    words = re.findall(r"[a-z-]+", "\n".join(lines))
    for name in (*NAMES, "--db", "--demo", "--version"):
        assert name in words


def test_all_promised_commands_are_there() -> None:
    assert set(NAMES) == {
        *("log", "note", "mood", "list", "search", "show", "edit", "check-ins", "undo", "serve"),
        *("delete", "restore", "applications", "event", "leads", "cv", "focus", "thoughts", "strengths"),
        *("steps", "tick", "untick", "skip", "feedback", "stats", "guide", "export", "rest", "writing"),
        *("report", "close", "withdraw", "look-back", "people", "plan", "prepare", "tags"),
        *("due", "import"),
        *("backup", "restore-backup", "doctor", "encrypt", "sync"),
        *("completion", "man"),
    }


def test_the_version_opens_nothing(shell: Shell) -> None:
    assert shell.do("--version").out == f"bounceback {__version__}\n"
    assert shell.untouched


def test_db_names_the_journal_before_the_environment(shell: Shell, tmp_path: Path) -> None:
    shell.do("--db", str(tmp_path / "other.db"), "note", "elsewhere")
    assert shell.untouched
    assert shell.do("--db", str(tmp_path / "other.db"), "list", "--json").json[0]["text"] == "elsewhere"


def test_the_demo_touches_nothing_and_is_gone_afterwards(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert len(shell.do("--demo", "applications", "--json").json) > 30
    assert shell.do("--demo", "log", "no", "--company", "Acme").json["id"]
    assert shell.refused("--demo", "show", "zzz")[0] == 1
    assert shell.untouched
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("lst",), "There is no command “lst”; did you mean “list”?"),
        (("decript",), "There is no command “decript”; did you mean “decrypt”?"),
        (("zzz",), "There is no command “zzz”; `bounceback --help` shows them all."),
        (("--dem", "list"), "There is no option “--dem”; did you mean “--demo”?"),
        (("--db", " ", "list"), "--db takes the name of a file."),
        (("--db",), "Something is missing behind “--db”: `bounceback --db FILE`."),
        (("--db", "x.db", "--demo", "list"), "--demo opens a journal of its own; leave --db out."),
        (
            (),
            "The app needs a terminal, and standard input or standard error is none; "
            "`bounceback --help` lists the commands that do without.",
        ),
        (
            ("--demo",),
            "The app needs a terminal, and standard input or standard error is none; "
            "`bounceback --help` lists the commands that do without.",
        ),
    ],
)
def test_what_cannot_be_understood_is_refused(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused(*args) == (2, sentence)
    assert shell.untouched


def test_a_mistyped_command_cannot_steer_the_terminal(shell: Shell) -> None:
    code, sentence = shell.refused("\x1b[2J\x9b1m\n\u202e")
    assert code == 2
    assert not {"\x1b", "\x9b", "\u202e"} & set(sentence)


def test_the_name_of_a_file_cannot_steer_the_terminal(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[2J\n\u202e"
    folder.mkdir()
    code, sentence = shell.refused("--db", str(folder), "list")
    assert code == 1
    assert not {"\x1b", "\u202e"} & set(sentence)


def test_a_clock_that_cannot_be_read_is_told(shell: Shell) -> None:
    ran = shell.run("note", "x", now="at noon")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "BOUNCEBACK_NOW is set to “at noon”; it takes a date and time such as 2026-11-23T09:30.\n"
    )
    assert shell.untouched


def test_without_a_home_folder_the_way_out_is_told(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: object) -> None:
        raise KeyError("no such user")

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    shell.env["BOUNCEBACK_DB"] = ""
    code, sentence = shell.refused("list")
    assert code == 1
    assert "--db" in sentence


def test_a_fault_of_the_program_is_one_sentence_without_the_journal(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise ValueError("my private words")

    monkeypatch.setattr("bounceback_tui.services.journal.Journal.note", fail)
    code, sentence = shell.refused("note", "my private words")
    assert code == 1
    assert "private" not in sentence
    assert "ValueError in test_cli_whole.py" in sentence


@pytest.mark.parametrize("error", [MemoryError(), RecursionError(), OSError(5, "Input/output error")])
def test_no_error_is_a_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr("bounceback_tui.services.journal.Journal.history", fail)
    assert shell.refused("list")[0] == 1


def test_ctrl_c_leaves_quietly(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bounceback_tui.services.journal.Journal.note", interrupt)
    ran = shell.run("note", "x")
    assert (ran.code, ran.out, ran.err) == (130, "", "")
