"""Keys that come in one go are for the field they were meant for, as over a slow line."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from looking import open_workspace
from terminal import Terminal

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.query import Query

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"


@pytest.mark.long
def test_keys_that_come_in_one_go_are_for_the_field_they_were_meant_for(tmp_path: Path) -> None:
    """As over a slow line, where several keys arrive together."""
    path = tmp_path / "journal.db"
    env = {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00", "HOME": str(tmp_path)}
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press("n")
        terminal.wait_for("who was it?")
        felt, told = "32shame 60\ranger 20\t\t", "It was close.\tpanel\tan insider"
        terminal.press(f"Acme\tData engineer\tf\t\t\t\t{felt}{told}\x13")
        terminal.wait_for("Acme said no today.")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    with open_workspace(path) as journal:
        shown = journal.journal.show("-1")
        assert (shown.item.company, shown.item.role, shown.item.stage) == ("Acme", "Data engineer", "final")
        feelings = (Feeling("shame", 60), Feeling("anger", 20))
        assert shown.checkins[0].reading == Reading(3, 2, feelings)
        assert (shown.item.entry.text, shown.item.entry.tags) == ("It was close.", ("panel",))
        assert Cause(Side.OUTSIDE, "an insider") in shown.causes


@pytest.mark.long
@pytest.mark.many(2)
@pytest.mark.parametrize("leave", ["\x13\x11", "\x11"])
def test_the_last_letters_before_saving_or_leaving_are_kept(tmp_path: Path, leave: str) -> None:
    path = tmp_path / "journal.db"
    env = {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00", "HOME": str(tmp_path)}
    words = "all of these words came in one go " * 20 + "and the last"
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press(words + leave)
        assert terminal.wait_for_end() == 0
    with open_workspace(path) as journal:
        kept = [one.content["text"] for one in journal.drafts.waiting()]
        saved = [one.entry.text for one in journal.journal.history(Query()).items(0, 9)]
        assert [*kept, *saved] == [words]


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("nAcme\tData engineer\tf\t\t\t\t32\t\x13", "Acme said no today."),
        ("wTyped ahead\x13", "Saved."),
        ("m34\x13", "today ▂3"),
    ],
)
@pytest.mark.long
def test_keys_typed_ahead_wait_for_the_form(tmp_path: Path, keys: str, shown: str) -> None:
    env = {
        "BOUNCEBACK_DB": str(tmp_path / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00",
        "HOME": str(tmp_path),
    }
    with Terminal([COMMAND], env) as terminal:
        terminal.wait_for("A quiet place")
        terminal.press(keys)
        terminal.wait_for(shown)
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
