"""The path for speech and braille: whole lines in order, nothing drawn, no sign that steers a terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from conftest import Shell
from looking import open_workspace
from terminal import Terminal
from test_cli_every_command import WALK

from bounceback_tui.paths import config_folder
from bounceback_tui.services.demo import fill
from bounceback_tui.statistics.registry import STATISTICS
from bounceback_tui.widgets.plain_marks import BLOCKS

COMMAND = [sys.executable, "-m", "bounceback_tui", "--plain"]
READ = ("list", "search no", "show -1", "steps", "due", "applications", "check-ins", "feedback", "thoughts")
READ += (
    "strengths",
    "writing",
    "leads",
    "cv",
    "prepare",
    "tags",
    "focus",
    "rest",
    "guide",
    "stats",
    "report",
    "report --proof",
)
READ += ("prepare", "tags", "people", "close", "withdraw", "look-back", "event -1", "withdraw -1 --letter")
READ += tuple(f"stats {one.name}" for one in STATISTICS)
DONE = ("log No --company Beta --mood 3", "note Walked --mood 6", "mood 5", "tick agency", "untick agency")
DONE += (
    "plan agency soon",
    "skip agency",
    "event acme screen",
    "delete -1",
    "undo",
    "backup {folder}/copy.db",
    "restore-backup",
)


def drawn(text: str) -> str:
    """What of a text is no readable line: what steers a terminal, and signs of lines, blocks and dots."""
    kept = [sign for sign in text.replace("\r\n", "\n") if sign != "\n"]
    return "".join(sign for sign in kept if ord(sign) < 0x20 or any(ord(sign) in codes for codes in BLOCKS))


@pytest.mark.long
@pytest.mark.usefixtures("backed_up")
def test_every_command_speaks_in_plain_lines(shell: Shell) -> None:
    with open_workspace(shell.journal) as journal:
        fill(journal, journal.clock.now())
    asked = [*READ, *DONE, "doctor", "--help", "log --help", "stats --help"]
    told = {one.split()[0] for one in asked} | {
        # these write files, ask for passphrases, or wait
        *("completion", "decrypt", "edit", "encrypt", "export", "import", "man", "passphrase", "restore"),
        *("serve", "sync", "that-is-right"),
    }
    assert set(WALK) <= told
    for one in asked:
        args = one.replace("{folder}", str(shell.journal.parent)).split()
        ran = shell.run(*args)
        assert ran.code == 0 or args[0] == "doctor", (one, ran.err)
        assert ran.out
        assert drawn(ran.out + ran.err) == "", one
    assert drawn("─█●⠿\x1b[2J") != "", "the control"


@pytest.mark.long
def test_a_rejection_by_ear_from_the_first_line_to_looking_back(tmp_path: Path) -> None:
    env = {
        "BOUNCEBACK_DB": str(tmp_path / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30",
        "HOME": str(tmp_path),
    }
    with Terminal([*COMMAND, "log"], env, size=(60, 20)) as terminal:
        for question, answer in (
            ("Company?", "Acme"),
            ("Role?", "Data engineer for everything that flows"),
            ("How far had it got?", "final"),
            ("Result?", ""),
            ("When?", ""),
            ("Mood, 1–9?", "3"),
            ("Energy, 1–9?", "2"),
            ("Feelings?", ""),
            ("What happened?", "They took somebody from inside."),
            ("In how many days", "two weeks"),
        ):
            terminal.wait_for(question)
            terminal.press(answer + "\n")
        assert terminal.wait_for_end() == 0
        said = terminal.raw.decode()
        assert drawn(said) == ""
        assert "Saved what happened with Acme" in said
        assert "schema_version" not in said
    for args, told in (
        (("steps",), "E-mail the interviewer: ask what we"),
        (("tick", "happens-to-all"), "Think of one able person you know who was turned down too"),
        (("list",), "They took somebody from inside. (Acme)"),
        (("show", "-1"), "mood 3, energy 2"),
        (("cv", "--add", "Name both projects, with the figures that came of them, in the first line"), ""),
        (("cv",), "Name both projects, with the figures that came of them, in the first line"),
        (("stats", "mood"), "Too few to say yet"),
        (("strengths", "I listen to the end"), "Noted: I listen to the end"),
        (("thoughts", "I am always second"), "Kept: I am always second"),
        (("due",), ""),
    ):
        with Terminal([*COMMAND, *args], env, size=(60, 20)) as terminal:
            assert terminal.wait_for_end() == 0
            said = terminal.raw.decode()
            assert told in said, args  # in one piece, at 60 columns
            assert "…" not in said
            assert "schema_version" not in said
            assert drawn(said) == ""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("", "", ""), ("false", "default")),
        (("", "", "plain = true"), ("true", "config.toml")),
        (("", "0", "plain = true"), ("false", "BOUNCEBACK_PLAIN")),
        (("", "1", "plain = false"), ("true", "BOUNCEBACK_PLAIN")),
        (("--plain", "0", "plain = false"), ("true", "--plain")),
    ],
)
def test_the_flag_goes_before_the_environment_and_that_before_the_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, said: tuple[str, str, str], told: tuple[str, str]
) -> None:
    flag, variable, written = said
    folder = config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(f"{written}\n")
    monkeypatch.setenv("BOUNCEBACK_PLAIN", variable)
    ran = shell.run(*filter(None, [flag]), "doctor", "--json")
    rows = {one["name"]: one for one in json.loads(ran.out)["settings"]}
    assert rows["plain"]["value"] == told[0]
    assert rows["plain"]["source"].endswith(told[1])
