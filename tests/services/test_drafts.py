"""What stands in an open form outlives everything, whatever is in it."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from brisk import often
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import HandSetClock, held, open_journal, start_python, wait_until_ready

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.journal_file import BUSY_SECONDS

TYPING = """
import itertools, sys
from pathlib import Path
from journals import HandSetClock, open_journal
workspace = open_journal(Path(sys.argv[1]), HandSetClock())
print("ready", flush=True)
for turn in itertools.count():
    workspace.drafts.keep("what happened", {"text": f"{turn} " + "x" * (turn % 5000), "mood": 3})
    print(turn, flush=True)
"""

CONTENT = st.dictionaries(
    st.text(max_size=10),
    st.recursive(
        st.none() | st.booleans() | st.integers(-100, 100) | st.text(st.characters()),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    ),
    max_size=5,
)


def kept(workspace: Workspace, form: str, target: str = "") -> Mapping[str, Any] | None:
    found = workspace.drafts.find(form, target)
    return found.content if found else None


def waiting(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.form, one.target) for one in workspace.drafts.waiting()]


def test_a_draft_is_kept_in_place_of_the_one_before(workspace: Workspace) -> None:
    assert workspace.drafts.find("note") is None
    workspace.drafts.keep("note", {"text": "one"})
    workspace.drafts.keep("note", {"text": "one two", "tags": ["a"]})
    assert kept(workspace, "note") == {"text": "one two", "tags": ["a"]}
    assert waiting(workspace) == [("note", "")]


def test_each_form_and_each_entry_has_its_own(workspace: Workspace, clock: HandSetClock) -> None:
    entry = workspace.journal.note("An entry")
    for form, target in (("note", ""), ("note", entry), ("what happened", "")):
        workspace.drafts.keep(form, {"text": f"{form} {target}"}, target)
        clock.forward(seconds=1)
    assert waiting(workspace) == [("what happened", ""), ("note", entry), ("note", "")]
    workspace.drafts.discard("note")
    assert workspace.drafts.find("note") is None
    assert kept(workspace, "note", entry) == {"text": f"note {entry}"}
    workspace.drafts.discard("note", "N2")
    assert waiting(workspace) == [("what happened", ""), ("note", entry)]


def test_a_draft_is_no_entry(workspace: Workspace) -> None:
    workspace.drafts.keep("note", {"text": "hello"})
    assert workspace.journal.history(Query()).known == 0
    assert workspace.undo.take_back() is None


def test_a_form_that_is_open_on_an_entry_deleted_for_good_goes_on_keeping_drafts(
    workspace: Workspace, clock: HandSetClock
) -> None:
    entry = workspace.journal.note("An entry")
    workspace.journal.delete(entry)
    workspace.journal.destroy(entry)
    for words in ("one", "two", "three"):
        clock.forward(seconds=1)
        workspace.drafts.keep("write", {"text": words}, entry)
        assert len({one.target for one in workspace.drafts.waiting()}) == len(workspace.drafts.waiting())
    assert [one.content["text"] for one in workspace.drafts.waiting()] == ["three", "two", "one"]


def test_it_is_there_after_the_journal_was_closed(tmp_path: Path, clock: HandSetClock) -> None:
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        workspace.drafts.keep("note", {"text": "half a sent"})
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        assert kept(workspace, "note") == {"text": "half a sent"}


@pytest.mark.plain
def test_a_draft_that_was_given_up_is_gone_from_the_file(workspace: Workspace, tmp_path: Path) -> None:
    workspace.drafts.keep("note", {"text": "unspeakable"})
    workspace.journal.note("something else")
    path = tmp_path / "journal.db"
    assert b"unspeakable" in path.read_bytes(), "the control"
    workspace.drafts.discard("note")
    files = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert b"unspeakable" not in files


@settings(max_examples=often(200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=10), CONTENT)
def test_any_text_comes_back_as_it_was_typed(
    workspace: Workspace, target: str, content: dict[str, Any]
) -> None:
    """Half a character of a broken paste, too: it may be completed by the next key."""
    workspace.drafts.keep("note", content, target)
    assert kept(workspace, "note", target) == content
    for row in held(workspace)["draft"]:
        json.loads(row["content"])
        row["content"].encode("ascii")


@pytest.mark.long
def test_killed_while_typing_the_last_kept_draft_is_there(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=":")
    path = tmp_path / "journal.db"
    for pause in (1, 7, 40):
        child = start_python(TYPING, path)
        assert child.stdout
        wait_until_ready(child)
        for _ in range(pause):
            child.stdout.readline()
        child.kill()
        said = [line for line in child.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        child.communicate()
        last = int(said[-1]) if said else pause - 1
        with open_journal(path, clock) as workspace:
            draft = kept(workspace, "what happened")
        assert draft
        turn = int(draft["text"].split()[0])
        assert turn in (last, last + 1)
        assert draft == {"text": f"{turn} " + "x" * (turn % 5000), "mood": 3}


def test_what_belongs_to_something_taken_back_waits_unseen_until_that_is_there_again(
    workspace: Workspace,
) -> None:
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode
    workspace.drafts.keep("note", {"text": "half"}, f"{episode} some-step")
    assert waiting(workspace) == [("note", f"{episode} some-step")]
    workspace.undo.take_back()
    assert waiting(workspace) == []
    workspace.journal.restore("-1")
    assert waiting(workspace) == [("note", f"{episode} some-step")]


def test_one_set_aside_stays_beside_the_next_and_knows_its_age(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.drafts.set_aside("note", {"text": "first"})
    clock.forward(seconds=60)
    workspace.drafts.keep("note", {"text": "second"})
    assert [one.content["text"] for one in workspace.drafts.waiting()] == ["second", "first"]
    newer, older = workspace.drafts.waiting()
    assert newer.kept.utc - older.kept.utc == timedelta(seconds=60)
    assert workspace.drafts.find("note", older.target) == older


@pytest.mark.plain
def test_a_locked_journal_does_not_keep_the_keys_waiting(workspace: Workspace) -> None:
    """Somebody is typing: a draft waits a fraction of what a save waits, and is tried again soon."""
    other = sqlite3.connect(workspace.path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        with pytest.raises(StorageError, match="Another program is writing"):
            workspace.drafts.keep("note", {"text": "half"})
        assert time.monotonic() - begun < BUSY_SECONDS / 2
        other.execute("ROLLBACK")
        workspace.drafts.keep("note", {"text": "half"})
        assert workspace.database.rows("PRAGMA busy_timeout") == [(BUSY_SECONDS * 1000,)]
    finally:
        other.close()
