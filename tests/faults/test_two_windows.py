"""Two copies of the app on one journal: the second is told at once, may read, and neither loses a word."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from looking import NOW, open_workspace
from terminal import Terminal

from bounceback_tui.domain.query import Query
from bounceback_tui.services.integrity import Integrity
from bounceback_tui.storage import last_seen

COMMAND = shutil.which("bounceback", path=str(Path(sys.executable).parent)) or "bounceback"
TOLD = "open in another window, too"


def env_of(path: Path) -> dict[str, str]:
    return {"BOUNCEBACK_DB": str(path), "BOUNCEBACK_NOW": NOW.isoformat(), "HOME": str(path.parent)}


def flat(text: str) -> str:
    """What the screen says in the corner, in one line."""
    return " ".join(text.replace("▌", " ").split())


@pytest.mark.long
def test_the_second_is_told_at_once_and_both_read_and_write(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Terminal([COMMAND], env_of(path)) as first:
        first.wait_for("A quiet place")
        assert TOLD not in flat(first.text)
        first.press("w")
        first.wait_for("Nobody else reads this")
        first.press("begun in the first")
        first.wait_for("begun in the first")
        with Terminal([COMMAND], env_of(path), (160, 24)) as second:
            second.wait_for(lambda text: TOLD in flat(text))
            second.press("w")
            second.wait_for("^s save")
            second.press("\x0e", "written in the second")
            second.wait_for("written in the second")
            second.press("\x13")
            second.wait_for("Saved.")
            second.press("\x11")
            assert second.wait_for_end() == 0
        first.press("\x13")
        first.wait_for("Saved.")
        first.press("\x11")
        assert first.wait_for_end() == 0
    with open_workspace(path) as journal:
        words = [item.entry.text for item in journal.journal.history(Query()).items(0, 9)]
        words += [str(one.content["text"]) for one in journal.drafts.waiting()]
        assert {"begun in the first", "written in the second"} <= set(words)


@pytest.mark.long
def test_one_who_was_killed_is_not_there_any_more(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with Terminal([COMMAND], env_of(path)) as first:
        first.wait_for("A quiet place")
        first.child.kill(9)
        first.wait_for_end()
    with open_workspace(path) as journal:
        journal.integrity.claim()
        assert journal.integrity.company == ""


@pytest.mark.long
def test_a_command_beside_the_app_is_told_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path):
        """No first start of it, then."""
    with Terminal([COMMAND], env_of(path)) as app:
        app.wait_for("A quiet place")
        with Terminal([COMMAND, "note", "from a command"], env_of(path)) as command:
            assert command.wait_for_end() == 0
            assert TOLD not in flat(command.text)
        app.press("2")
        app.wait_for("from a command")
        app.press("\x11")
        assert app.wait_for_end() == 0


def test_control_without_the_lock_nobody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workspace(tmp_path / "journal.db") as first, open_workspace(tmp_path / "journal.db") as second:
        first.integrity.claim()
        second.integrity.claim()
        assert (first.integrity.company, TOLD in second.integrity.company) == ("", True)
        second.integrity.let_go()
        monkeypatch.setattr(last_seen, "_locked", lambda _: True)
        third = Integrity(second.database, second.clock)
        third.claim()
        assert third.company == ""
        third.let_go()


def test_where_nothing_can_be_kept_beside_the_journal_nobody_is_told_and_nothing_fails(
    tmp_path: Path,
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        os.mkdir(last_seen.file_of(tmp_path / "journal.db"))
        journal.integrity.claim()
        journal.integrity.begin()
        journal.journal.note("words")
        assert (journal.integrity.company, journal.integrity.notice) == ("", "")
