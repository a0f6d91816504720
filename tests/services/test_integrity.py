"""What happened to a journal behind the back of the program is noticed, and what the person did is not."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from journals import HandSetClock, digest, open_journal

from bounceback_tui.domain.query import Query
from bounceback_tui.resources import asset
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.integrity import check, look_through
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import last_seen

_WORDS = b"They said no today."


def opened(path: Path, clock: HandSetClock | None = None) -> Workspace:
    """The journal as a command or the app opens it."""
    return Workspace(path, clock or HandSetClock(), asset("guide.md"), watched=True)


def notice(path: Path) -> str:
    """What is told at a start."""
    with opened(path) as workspace:
        return workspace.integrity.notice


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with two entries, seen last with both; a copy of it with the first alone is `older.db`."""
    path = tmp_path / "journal.db"
    with opened(path) as workspace:
        workspace.journal.note("First")
    shutil.copy(path, tmp_path / "older.db")
    clock = HandSetClock()
    clock.forward(minutes=1)
    with opened(path, clock) as workspace:
        workspace.journal.note(_WORDS.decode())
    return path


def damage(path: Path) -> None:
    """Change a letter of the text of an entry, in a way that SQLite does not see."""
    content = path.read_bytes()
    assert _WORDS in content
    path.write_bytes(content.replace(_WORDS, _WORDS.replace(b"no", b"so")))


def test_nothing_is_told_where_nothing_happened(path: Path) -> None:
    assert notice(path) == ""
    before = digest(last_seen.file_of(path))
    assert notice(path) == ""
    assert digest(last_seen.file_of(path)) == before


def test_what_is_kept_holds_no_word_and_is_for_its_owner(path: Path) -> None:
    kept = last_seen.file_of(path)
    assert _WORDS[:5] not in kept.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.many(3)
@pytest.mark.parametrize("doing", ["undo", "trash", "for good", "change", "mood", "draft"])
def test_whatever_the_person_does_is_right(path: Path, doing: str) -> None:
    with opened(path) as workspace:
        match doing:
            case "undo":
                workspace.undo.take_back()
                workspace.undo.do_again()
                workspace.undo.take_back()
            case "trash":
                workspace.journal.delete(workspace.journal.find("-1").entry.id)
            case "for good":
                key = workspace.journal.find("-1").entry.id
                workspace.journal.delete(key)
                workspace.journal.destroy(key)
            case "change":
                workspace.versions.rewrite(workspace.journal.find("-1").entry.id, "", "Other words", ())
            case "draft":
                workspace.drafts.keep("write", {"text": "begun"})
    assert notice(path) == ""
    with opened(path) as workspace:
        assert check(workspace.database) == {}


def test_an_older_copy_is_told_until_somebody_says_that_it_is_right(path: Path) -> None:
    shutil.copy(path.with_name("older.db"), path)
    told = notice(path)
    assert (
        "not as it was left on Mon 23 Nov 2026 at 09:31: it held 2 entries then, and holds 1 entry now"
        in told
    )
    assert "Nothing was changed" in told
    with opened(path) as workspace:
        workspace.journal.note("Going on all the same")
    assert "what was saved last is missing" in notice(path)
    with opened(path) as workspace:
        workspace.integrity.that_is_right()
        assert workspace.integrity.notice == ""
        with pytest.raises(CannotDo, match="as it was left"):
            workspace.integrity.that_is_right()
    assert notice(path) == ""


def test_it_is_right_again_once_the_right_file_is_back(path: Path) -> None:
    shutil.copy(path, path.with_name("right.db"))
    shutil.copy(path.with_name("older.db"), path)
    assert notice(path)
    shutil.copy(path.with_name("right.db"), path)
    assert notice(path) == ""


def test_another_journal_in_its_place_is_told(path: Path) -> None:
    path.unlink()
    with opened(path) as workspace:
        assert "another journal than the one that was here" in workspace.integrity.notice
        assert "that held 2 entries, this 0 entries" in workspace.integrity.notice


def test_a_copy_that_went_another_way_is_told(path: Path) -> None:
    """As after a folder was synchronised: more was done there, and what was saved here last is missing."""
    other = path.with_name("older.db")
    with open_journal(other, HandSetClock()) as workspace:
        for turn in range(9):
            workspace.journal.note(f"Elsewhere {turn}")
    shutil.copy(other, path)
    assert "what was saved last is missing" in notice(path)


def test_a_lost_log_is_told(path: Path) -> None:
    with opened(path) as workspace:
        workspace.database.settle = lambda: None  # type: ignore[method-assign] - as where somebody reads
        workspace.journal.note("Only in the log")
        shutil.copy(path, path.with_name("alone.db"))
        shutil.copy(last_seen.file_of(path), last_seen.file_of(path.with_name("alone.db")))
    assert "it held 3 entries then, and holds 2 entries now" in notice(path.with_name("alone.db"))
    assert notice(path) == ""


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"journal": 3}', b"\xff" * 5000])
def test_what_is_no_longer_known_is_not_told(path: Path, content: bytes) -> None:
    last_seen.file_of(path).write_bytes(content)
    shutil.copy(path.with_name("older.db"), path)
    assert notice(path) == ""
    assert last_seen.read(path), "and from now on it is known again"


@pytest.mark.parametrize("ready", [True, False])
def test_killed_right_after_deleting_the_latest_for_good_nothing_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, ready: bool
) -> None:
    with opened(path) as workspace:
        workspace.journal.delete(workspace.journal.find("-1").entry.id)
        key = workspace.journal.find("-1", Query(deleted=True)).entry.id
        workspace.database.after_write = None  # no program is there any more to keep what is seen
        if not ready:  # the control
            monkeypatch.setattr(last_seen, "expect_without", lambda *_: None)
        workspace.journal.destroy(key)
    assert bool(notice(path)) is not ready
    if ready:
        seen = last_seen.read(path)
        assert seen
        assert seen.latest  # the next start kept what is there


def test_a_journal_that_was_copied_or_moved_is_its_own(path: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    shutil.copy(path.with_name("older.db"), tmp_path / "new" / "journal.db")
    assert notice(tmp_path / "new" / "journal.db") == ""
    for one in (path, last_seen.file_of(path)):
        one.rename(tmp_path / "new" / one.name)
    assert notice(tmp_path / "new" / "journal.db") == ""


def test_a_backup_that_was_brought_back_is_right(path: Path) -> None:
    shutil.copy(path.with_name("older.db"), path)
    last_seen.forget(path)
    assert notice(path) == ""
    last_seen.forget(path.with_name("not there.db"))
    assert not last_seen.file_of(path.with_name("not there.db")).exists()


def test_nothing_is_kept_of_one_that_is_not_watched(tmp_path: Path) -> None:
    open_journal(tmp_path / "journal.db", HandSetClock()).close()
    assert [one.name for one in tmp_path.iterdir()] == ["journal.db"]


def test_what_a_link_leads_to_is_left_alone(path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    last_seen.file_of(path).unlink()
    last_seen.file_of(path).symlink_to(tmp_path / "mine")
    assert notice(path) == ""
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.plain
def test_damaged_words_are_found_with_their_entry(path: Path) -> None:
    damage(path)
    with opened(path) as workspace:
        key = workspace.journal.find("-1").entry.id
        assert check(workspace.database) == {key: "This entry does not say what was saved."}
        shown = workspace.journal.show("-1")
        assert shown.damage.startswith("These are not the words that were saved")
        assert "Nothing was written over them" in shown.damage
        assert workspace.journal.show(workspace.journal.find("-1").entry.id).item.entry.damaged
        first = [
            item for item in workspace.journal.history(Query()).items(0, 9) if item.entry.title == "First"
        ]
        assert [one.entry.damaged for one in first] == [False]
    assert "damaged in 1 place" in look_through(path, lambda: True)
    assert look_through(path, lambda: False) == ""


@pytest.mark.plain
def test_undo_leaves_what_was_damaged_known_as_such(path: Path) -> None:
    damage(path)
    with opened(path) as workspace:
        key = workspace.journal.find("-1").entry.id
        workspace.journal.delete(key)
        workspace.undo.take_back()
        assert list(check(workspace.database)) == [key]


@pytest.mark.plain
def test_new_words_over_damaged_ones_are_whole_and_the_old_stay_as_a_version(path: Path) -> None:
    damage(path)
    with opened(path) as workspace:
        key = workspace.journal.find("-1").entry.id
        workspace.versions.rewrite(key, "", "New words", ())
        assert workspace.journal.show(key).damage == ""
        assert workspace.versions.of(key)[0].text == "They said so today."


@pytest.mark.plain
def test_a_damaged_version_is_found(path: Path) -> None:
    with opened(path) as workspace:
        key = workspace.journal.find("-1").entry.id
        workspace.versions.rewrite(key, "", "New words", ())
    damage(path)
    with opened(path) as workspace:
        assert check(workspace.database) == {
            key: "An earlier version of this entry does not say what was kept."
        }


def test_an_entry_that_is_gone_from_its_table_is_missed(path: Path) -> None:
    with opened(path) as workspace, workspace.database.write():
        workspace.database.run("UPDATE tally SET entries = entries + 1")
    with opened(path) as workspace:
        assert check(workspace.database)[""] == "The journal should hold 3 entries, and 2 can be read."
