"""Everything that was deleted or taken back lies in one trash, comes back whole, and goes for good."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from journals import HandSetClock, check_whole, held, open_journal
from tool_rows import tool_rows

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.trash import Trashed
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.trash import Table, Thing, put_away
from bounceback_tui.storage.trash_list import TOLD

SECRET = "Xylophonist"


def listed(workspace: Workspace) -> list[tuple[str, str]]:
    """What each in the trash is, and its words."""
    return [(one.place, one.words) for one in workspace.trash.everything()]


def add(workspace: Workspace, table: str, **values: Any) -> None:
    """A row, as one step."""
    with workspace.undo.step(f"save {table}"), workspace.database.write():
        workspace.database.insert(table, **values)


def of_every_kind(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """A row for every table with a trash but those of the log, with its owners."""
    logged = workspace.journal.log(Outcome("Acme", text="a no"))
    rows = tool_rows(logged.application, logged.episode or "", logged.id)
    with workspace.database.write():
        for table, row in rows.items():
            if table not in ("said", "passed_over"):
                workspace.database.insert(table, **row)
        workspace.database.insert("lead", id="L" * 26, kind="friend", name="Ann", note="ring her", done=0)
        workspace.database.insert(
            "rest", id="E" * 26, starts="2026-12-03", ends="2026-12-05", enjoy="the sea"
        )
        workspace.database.insert(
            "thought",
            id="T" * 26,
            thought="I always freeze",
            evidence_for="",
            evidence_against="",
            traps="[]",
            fairer="",
            **{key: value for key, value in rows["writing"].items() if key in ("utc_offset", "zone")},
            local_date="2026-11-23",
            written_at="2026-11-23T08:30:00.000000Z",
        )
    return rows


WORDS = {
    "lead": "Ann, ring her",
    "rest": "the sea",
    "thought": "I always freeze",
    "person": "Ms Ito (Acme)",
    "trap": "the worst of all worlds",
    "strength": "calm",
    "focus": "near home",
    "posting": "Cook at Zed",
    "cv_change": "a shorter one",
    "writing": "1 session",
    "preparation": "Acme: a hard question",
}


def test_every_table_with_a_trash_is_told() -> None:
    assert set(TOLD) == set(Table)


@pytest.mark.many(3)
@pytest.mark.parametrize("table", WORDS)
def test_each_thing_of_a_tool_is_told_and_comes_back_in_one_step(workspace: Workspace, table: str) -> None:
    of_every_kind(workspace)
    before = held(workspace)
    [key] = [row[0] for row in workspace.database.rows(f"SELECT id FROM {table}")]
    with workspace.undo.step("delete it"):
        put_away(workspace.database, [Thing(Table(table), key)], workspace.clock.now())
    assert listed(workspace) == [(table, WORDS[table])]
    workspace.trash.restore(workspace.trash.everything()[0])
    assert held(workspace) == before
    assert listed(workspace) == []
    workspace.undo.take_back()
    assert listed(workspace) == [(table, WORDS[table])]


@pytest.mark.many(3)
@pytest.mark.parametrize("table", WORDS)
def test_each_goes_for_good_and_leaves_all_the_rest(workspace: Workspace, table: str) -> None:
    of_every_kind(workspace)
    put_away(
        workspace.database,
        [Thing(Table(table), workspace.database.rows(f"SELECT id FROM {table}")[0][0])],
        workspace.clock.now(),
    )
    before = held(workspace)
    [one] = workspace.trash.everything()
    workspace.trash.destroy(one)
    assert listed(workspace) == []
    left = held(workspace)
    for name in ("entry", "application", "event", "episode", "checkin", *(set(WORDS) - {table})):
        assert left[name] == before[name]
    check_whole(workspace.database)
    with pytest.raises(CannotDo, match="no longer in the trash"):
        workspace.trash.destroy(one)
    with pytest.raises(CannotDo, match="no longer in the trash"):
        workspace.trash.restore(one)


def test_the_latest_comes_first_with_the_day_it_went(workspace: Workspace, clock: HandSetClock) -> None:
    for text in ("First", "Second"):
        workspace.journal.delete(workspace.journal.note(text))
        clock.forward(days=1)
    assert listed(workspace) == [("entry", "Second"), ("entry", "First")]
    assert [one.at.local_date for one in workspace.trash.everything()] == [
        date(2026, 11, 24),
        date(2026, 11, 23),
    ]


def test_a_checkin_alone_is_told_and_one_that_went_with_its_entry_is_not(
    workspace: Workspace, clock: HandSetClock
) -> None:
    alone = workspace.journal.check_in(Reading(3, 2, (Feeling("shame", 60),)))
    workspace.versions.delete_checkin(alone)
    clock.forward(minutes=1)
    workspace.journal.delete(workspace.journal.note("With one", before=Reading(5)))
    assert listed(workspace) == [("entry", "With one"), ("checkin", "mood 3, energy 2, shame 60")]
    workspace.trash.restore(workspace.trash.everything()[1])
    assert [one.id for one in workspace.versions.checkins(10)] == [alone]


def test_a_checkin_deleted_before_its_entry_brings_that_back_too(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = workspace.journal.note("With one", before=Reading(5))
    workspace.versions.delete_checkin(workspace.journal.show(key).checkins[0].id)
    clock.forward(minutes=1)
    workspace.journal.delete(key)
    assert listed(workspace) == [("entry", "With one"), ("checkin", "mood 5")]
    workspace.trash.restore(workspace.trash.everything()[1])
    assert listed(workspace) == []
    assert not workspace.journal.find(key).entry.deleted


def test_an_outcome_that_was_taken_back_is_told_once_and_comes_back_with_everything(
    workspace: Workspace,
) -> None:
    workspace.journal.log(Outcome("Acme", "Cook", Kind.FINAL, text="A no", before=Reading(3)))
    before = held(workspace)
    workspace.undo.take_back()
    assert listed(workspace) == [("entry", "A no")]
    workspace.trash.restore(workspace.trash.everything()[0])
    assert held(workspace) == before


def test_an_event_that_was_taken_back_comes_back_with_its_episode(workspace: Workspace) -> None:
    application = workspace.applications.add("Acme", "Cook")
    workspace.applications.add_event(application.id, Kind.REJECTED)
    before = held(workspace)
    assert len(workspace.recovery.episodes()) == 1
    workspace.undo.take_back()
    assert listed(workspace) == [("event", "Acme: rejected")]
    assert workspace.recovery.episodes() == []
    workspace.trash.restore(workspace.trash.everything()[0])
    assert held(workspace) == before
    assert len(workspace.recovery.episodes()) == 1


def test_an_application_that_was_taken_back_comes_back_with_its_events(workspace: Workspace) -> None:
    workspace.applications.add("Acme", "Cook")
    before = held(workspace)
    workspace.undo.take_back()
    assert listed(workspace) == [("application", "Acme · Cook")]
    workspace.trash.restore(workspace.trash.everything()[0])
    assert held(workspace) == before
    workspace.undo.take_back()
    workspace.trash.destroy(workspace.trash.everything()[0])
    assert not any(held(workspace)[table] for table in ("application", "event"))


def test_events_that_went_together_are_told_once_by_the_last(workspace: Workspace) -> None:
    application = workspace.applications.add("Acme", "Cook").id
    events = [workspace.applications.add_event(application, kind) for kind in (Kind.FINAL, Kind.REJECTED)]
    before = held(workspace)
    put_away(workspace.database, [Thing(Table.EVENT, one.id) for one in events], workspace.clock.now())
    [one] = workspace.trash.everything()
    assert one.words == "Acme: rejected"
    workspace.trash.restore(one)
    assert held(workspace) == before
    put_away(workspace.database, [Thing(Table.EVENT, one.id) for one in events], workspace.clock.now())
    workspace.trash.destroy(one)
    assert workspace.trash.everything() == []
    assert len(workspace.applications.find(application).events) == 1


def test_an_event_of_which_an_entry_tells_stays(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome("Acme", text="A no"))
    put_away(workspace.database, [Thing(Table.EVENT, logged.event)], workspace.clock.now())
    [one] = workspace.trash.everything()
    with pytest.raises(CannotDo, match="An entry still tells of it"):
        workspace.trash.destroy(one)
    assert [found.key for found in workspace.trash.everything()] == [one.key]


def files(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*")).lower()


@pytest.mark.plain
@pytest.mark.parametrize("table", ["lead", "thought", "preparation", "event", "checkin"])
def test_no_word_is_left_in_any_file(tmp_path: Path, clock: HandSetClock, table: str) -> None:
    path = tmp_path / "journal.db"
    with open_journal(path, clock) as workspace:
        rows = of_every_kind(workspace)
        application = rows["person"]["application_id"]
        if table == "event":
            event = workspace.applications.add_event(workspace.applications.add("Zed").id, Kind.REJECTED)
            [episode] = [one for one in workspace.recovery.episodes() if one.company == "Zed"]
            add(workspace, "feedback", episode_id=episode.id, state="answered", answer=f"{SECRET} one")
            workspace.recovery.set_note(episode.id, workspace.recovery.guide.steps[0].id, f"{SECRET} two")
            key = event.id
        elif table == "checkin":
            key = workspace.journal.check_in(Reading(3, None, (Feeling(SECRET, 1),)))
        elif table == "preparation":
            key = "P" * 26
            with workspace.undo.step("change"):
                workspace.database.run("UPDATE setback SET text = ?", (SECRET,))
        else:
            key = workspace.database.rows(f"SELECT id FROM {table}")[0][0]
            column = {"lead": "note", "thought": "fairer"}[table]
            for words in (f"{SECRET} first", f"{SECRET} then"):
                with workspace.undo.step(f"save {SECRET}"):
                    workspace.database.run(f"UPDATE {table} SET {column} = ?", (words,))
            workspace.undo.take_back()
        workspace.drafts.keep("write", {"text": SECRET}, key)
        with workspace.undo.step(f"delete {SECRET}"):
            put_away(workspace.database, [Thing(Table(table), key)], clock.now())
        workspace.database.settle()
        assert SECRET.lower().encode() in files(path), "the control"
        # the wording that was passed over goes along with the thing itself
        [one] = [found for found in workspace.trash.everything() if found.key == key]
        workspace.trash.destroy(one)
        check_whole(workspace.database)
        assert b"xylophon" not in files(path)
        assert application
        assert workspace.applications.every()


def test_a_thing_of_no_kind_is_nothing(workspace: Workspace) -> None:
    nothing = Trashed("lead", "nowhere", "", workspace.clock.now())
    with pytest.raises(CannotDo):
        workspace.trash.restore(nothing)
