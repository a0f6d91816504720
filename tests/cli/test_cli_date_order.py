"""What 3/4 means: asked once on a terminal, told to scripts, remembered, and never guessed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Shell
from terminal import Terminal

COMMAND = [sys.executable, "-m", "bounceback_tui"]


@pytest.fixture
def config() -> Path:
    """The file of the settings, in the home of this test."""
    return Path(os.environ["XDG_CONFIG_HOME"], "bounceback", "config.toml")


@pytest.fixture
def settle(config: Path) -> Callable[[str], None]:
    def write(text: str) -> None:
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(text)

    return write


def days(shell: Shell, *query: str) -> list[str]:
    return [one["written_at"][:10] for one in shell.do("list", *query, "--json").json]


def test_a_script_is_told_how_to_settle_it(shell: Shell, config: Path) -> None:
    assert shell.refused("note", "x", "--when", "3/4") == (
        2,
        "3/4 could be 3 Apr 2026 or 4 Mar 2026; write the month as a word, or set"
        f' date_order = "day first" or "month first" in {config}.',
    )
    assert shell.untouched
    assert not config.exists()


@pytest.mark.parametrize(("order", "day"), [("day first", "2026-04-03"), ("month first", "2026-03-04")])
def test_what_was_settled_counts_for_every_date(
    shell: Shell, settle: Callable[[str], None], order: str, day: str
) -> None:
    settle(f'date_order = "{order}"')
    shell.do("note", "x", "--when", "3/4")
    shell.do("event", shell.logged()["application"], "screen", "--when", "3/4")
    assert days(shell, "until:october") == [day]
    assert days(shell, "since:3/4", "until:3/4") == [day]
    assert shell.do("search", "x", "since:3/4").err == ""


def test_a_search_says_what_is_not_settled(shell: Shell) -> None:
    shell.do("note", "x")
    code, sentence = shell.refused("list", "since:3/4")
    assert (code, "since: 3/4 could be 3 Apr 2026 or 4 Mar 2026" in sentence) == (2, True)
    code, sentence = shell.refused("list", "x", "since:3/4", "--json")  # also beside what is understood
    assert (code, "3 Apr 2026" in sentence) == (2, True)


def test_a_broken_file_is_told_and_stops_nothing(
    shell: Shell, settle: Callable[[str], None], config: Path
) -> None:
    settle("broken = [")
    ran = shell.do("note", "x", "--when", "yesterday")
    assert (ran.err.count("\n"), str(config) in ran.err) == (1, True)
    assert shell.do("note", "y").err == ""  # no date, no settings
    assert config.read_text() == "broken = ["


def test_the_demo_neither_reads_nor_writes_the_settings(shell: Shell, settle: Callable[[str], None]) -> None:
    settle('date_order = "day first"')
    code, sentence = shell.refused("--demo", "note", "x", "--when", "3/4")
    assert (code, sentence) == (2, "3/4 could be 3 Apr 2026 or 4 Mar 2026; write the month as a word.")


@pytest.fixture
def env(shell: Shell, tmp_path: Path) -> dict[str, str]:
    return {**shell.env, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "settings")}


@pytest.mark.plain  # a terminal of its own has no passphrase
def test_on_a_terminal_it_is_asked_once_and_remembered(
    shell: Shell, env: dict[str, str], tmp_path: Path
) -> None:
    with Terminal([*COMMAND, "note", "x", "--when", "3/4"], env) as terminal:
        terminal.wait_for("Is 3/4 3 Apr 2026 (day first) or 4 Mar 2026 (month first)?")
        terminal.press("x\r")
        terminal.wait_for("Write d for the day first, or m for the month first.")
        terminal.press("m\r")
        terminal.wait_for("Saved; ")
        assert terminal.wait_for_end() == 0
    kept = tmp_path / "settings" / "bounceback" / "config.toml"
    assert kept.read_text() == 'date_order = "month first"\n'
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    with Terminal([*COMMAND, "note", "y", "--when", "5/4"], env) as terminal:
        terminal.wait_for("Saved; ")
        assert "could be" not in terminal.text
        assert terminal.wait_for_end() == 0
    assert days(shell) == ["2026-05-04", "2026-03-04"]


@pytest.mark.parametrize("answer", ["\r", "\x04"], ids=["an empty line", "ctrl+d"])
def test_who_does_not_want_to_settle_it_saves_nothing(shell: Shell, env: dict[str, str], answer: str) -> None:
    with Terminal([*COMMAND, "note", "x", "--when", "3/4"], env, size=(200, 24)) as terminal:
        terminal.wait_for("d or m:")
        terminal.press(answer)
        terminal.wait_for("write the month as a word, or set date_order")
        assert terminal.wait_for_end() == 2
    assert shell.untouched


@pytest.mark.plain  # a terminal of its own has no passphrase
def test_where_it_cannot_be_kept_it_holds_this_time(
    shell: Shell, env: dict[str, str], tmp_path: Path
) -> None:
    kept = tmp_path / "settings" / "bounceback" / "config.toml"
    kept.parent.mkdir(parents=True)
    kept.write_text("broken = [")
    with Terminal([*COMMAND, "note", "x", "--when", "3/4"], env, size=(250, 24)) as terminal:
        terminal.wait_for("d or m:")
        terminal.press("d\r")
        terminal.wait_for("could not be remembered there; the file is as it was.")
        terminal.wait_for("Saved; ")
        assert terminal.wait_for_end() == 0
    assert kept.read_text() == "broken = ["
    assert days(shell) == ["2026-04-03"]


@pytest.mark.plain  # a terminal of its own has no passphrase
def test_a_bare_log_asks_it_too(shell: Shell, env: dict[str, str]) -> None:
    with Terminal([*COMMAND, "log"], env) as terminal:
        for question, answer in (
            ("Company?", "Acme"),
            ("Role?", ""),
            ("How far had it got?", ""),
            ("Result?", ""),
            ("When?", "3/4"),
            ("d or m:", "d"),
            ("Fri 3 Apr 2026, 12:00", "\x04"),
        ):
            terminal.wait_for(question)
            terminal.press(answer + ("" if answer == "\x04" else "\r"))
        assert terminal.wait_for_end() == 0
    assert days(shell) == ["2026-04-03"]


@pytest.mark.plain
def test_no_command_loads_the_writer_of_settings_to_read_them(
    shell: Shell, settle: Callable[[str], None]
) -> None:
    shell.do("note", "x")
    settle('date_order = "day first"')
    code = (
        "import sys\nfrom bounceback_tui.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "note", "x", "--when", "3/4"],
        env={**os.environ, **shell.env},
        capture_output=True,
        check=True,
    )
    assert json.loads(ran.stdout)["id"]
    assert {"tomllib"} == {"tomllib", "tomlkit"} & set(ran.stderr.decode().split())
