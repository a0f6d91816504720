"""Writing, checking in, changing, deleting, and finding it all again."""

from __future__ import annotations

from pathlib import Path

import pytest
from journals import HandSetClock, held, moment, open_journal

from bounceback_tui.domain.checkin import Feeling, Reading, Relation
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import checkins

LOW = Reading(2, 3, (Feeling("shame", 80),))
BETTER = Reading(6)


def titles(workspace: Workspace, query: Query | None = None) -> list[str]:
    history = workspace.journal.history(query or Query())
    return [item.entry.title for item in history.items(0, history.known)]


def moods(workspace: Workspace) -> list[int]:
    found = (one.reading.mood for one in checkins.latest(workspace.database, 100))
    return sorted(mood for mood in found if mood is not None)


def test_a_note_is_kept_with_all_that_belongs_to_it(workspace: Workspace, clock: HandSetClock) -> None:
    text = "  # A walk\n\nAn *hour* by the river.\n"
    key = workspace.journal.note(text, tags=["#Walk", "walk", " Fresh air "], before=LOW, after=BETTER)
    shown = workspace.journal.show(key)
    assert shown.item.entry.text == text.strip()
    assert shown.item.entry.title == "A walk"
    assert shown.item.entry.tags == ("fresh-air", "walk")
    assert shown.item.entry.written_at == clock.now()
    assert [(one.relation, one.reading) for one in shown.checkins] == [
        (Relation.BEFORE, LOW),
        (Relation.AFTER, BETTER),
    ]
    assert (shown.causes, shown.attribution, shown.revisions) == ((), None, ())


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_note_is_refused(workspace: Workspace, text: str) -> None:
    with pytest.raises(CannotDo, match="nothing to save yet"):
        workspace.journal.note(text, before=LOW)
    assert held(workspace)["checkin"] == []


def test_a_title_is_enough_for_a_note(workspace: Workspace) -> None:
    assert workspace.journal.find(workspace.journal.note("", title="Rest")).entry.title == "Rest"


def test_feelings_are_one_each_whatever_their_spelling(workspace: Workspace) -> None:
    feelings = (Feeling("Shame", 10), Feeling(" shame ", 70), Feeling("calm", 0))
    key = workspace.journal.note("x", before=Reading(None, None, feelings))
    assert workspace.journal.show(key).checkins[0].reading.feelings == (
        Feeling("shame", 70),
        Feeling("calm", 0),
    )
    assert workspace.journal.feelings() == ["calm", "shame"]


def test_a_check_in_stands_alone(workspace: Workspace) -> None:
    workspace.journal.check_in(LOW)
    [row] = held(workspace)["checkin"]
    assert (row["relation"], row["entry_id"], row["mood"], row["energy"]) == ("alone", None, 2, 3)


def test_a_check_in_without_a_reading_is_refused(workspace: Workspace) -> None:
    with pytest.raises(CannotDo, match="one digit for mood is enough"):
        workspace.journal.check_in(Reading())


def relation_of_the_last(workspace: Workspace) -> tuple[str, str | None]:
    row = held(workspace)["checkin"][-1]
    return row["relation"], row["entry_id"]


def test_on_the_day_after_a_check_in_belongs_to_what_was_written(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = workspace.journal.note("a hard day", after=LOW)
    assert workspace.journal.awaiting_next_day() is None
    clock.forward(hours=2)
    workspace.journal.check_in(BETTER)
    assert relation_of_the_last(workspace) == ("alone", None), "still the same day"
    clock.forward(days=1)
    waiting = workspace.journal.awaiting_next_day()
    assert waiting
    assert waiting.entry.id == key
    workspace.journal.check_in(BETTER)
    assert relation_of_the_last(workspace) == ("next day", key)
    assert workspace.journal.awaiting_next_day() is None
    clock.forward(minutes=1)
    workspace.journal.check_in(BETTER)
    assert relation_of_the_last(workspace) == ("alone", None), "once is enough"


def test_two_days_later_it_stands_alone(workspace: Workspace, clock: HandSetClock) -> None:
    workspace.journal.note("a hard day", before=LOW)
    clock.forward(days=2)
    assert workspace.journal.awaiting_next_day() is None
    workspace.journal.check_in(BETTER)
    assert relation_of_the_last(workspace) == ("alone", None)


def test_a_check_in_for_another_time_stands_alone(workspace: Workspace, clock: HandSetClock) -> None:
    workspace.journal.note("a hard day", before=LOW)
    clock.forward(days=1)
    workspace.journal.check_in(BETTER, when=moment("2026-11-20T09:00+01:00"))
    assert relation_of_the_last(workspace) == ("alone", None)


def test_the_day_of_the_reading_counts_not_that_of_the_story(
    workspace: Workspace, clock: HandSetClock
) -> None:
    told = workspace.journal.log(
        Outcome(company="Acme", when=moment("2026-11-22T15:00+01:00"), before=LOW, text="They said no.")
    )
    assert workspace.journal.awaiting_next_day() is None, "the reading is of today"
    clock.forward(days=1)
    waiting = workspace.journal.awaiting_next_day()
    assert waiting
    assert waiting.entry.id == told.id


def test_the_last_written_with_a_reading_is_meant(workspace: Workspace, clock: HandSetClock) -> None:
    workspace.journal.note("in the morning", before=LOW)
    clock.forward(hours=1)
    meant = workspace.journal.note("at noon", before=LOW)
    clock.forward(hours=1)
    deleted = workspace.journal.note("deleted", before=LOW)
    workspace.journal.note("without a reading")
    workspace.journal.delete(deleted)
    clock.forward(days=1)
    waiting = workspace.journal.awaiting_next_day()
    assert waiting
    assert waiting.entry.id == meant


def test_a_changed_entry_keeps_what_it_said(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("first", tags=["b", "a"])
    clock.forward(hours=1)
    workspace.versions.rewrite(key, "Title", "second", ["c"])
    clock.forward(hours=1)
    workspace.versions.rewrite(key, "", "third", [])
    shown = workspace.journal.show(key)
    entry = shown.item.entry
    assert (entry.title, entry.text, entry.tags) == ("third", "third", ())
    assert entry.written_at == moment("2026-11-23T09:30+01:00")
    assert [(one.title, one.text, one.tags, one.replaced_at.local.hour) for one in shown.revisions] == [
        ("Title", "second", ("c",), 11),
        ("first", "first", ("a", "b"), 10),
    ]


def test_a_change_to_the_same_is_no_change(workspace: Workspace) -> None:
    key = workspace.journal.note("first", tags=["b", "a"])
    workspace.versions.rewrite(key, "", " first ", ["#A", "b"])
    assert workspace.journal.show(key).revisions == ()
    assert workspace.undo.take_back() == "save “first”"


def test_what_another_window_wrote_meanwhile_is_kept_too(
    workspace: Workspace, clock: HandSetClock, tmp_path: Path
) -> None:
    key = workspace.journal.note("first")
    with open_journal(tmp_path / "journal.db", clock) as other:
        other.versions.rewrite(key, "", "from the other window", [])
    workspace.versions.rewrite(key, "", "from this one", [])
    assert [one.text for one in workspace.journal.show(key).revisions] == ["from the other window", "first"]
    with open_journal(tmp_path / "journal.db", clock) as other:
        other.versions.rewrite(key, "", "once more from the other", [])
    workspace.undo.take_back()
    shown = workspace.journal.show(key)
    assert shown.item.entry.text == "from this one"
    workspace.journal.note("something else")  # passes over what was taken back, and keeps its words
    assert {one.text for one in workspace.journal.show(key).revisions} == {
        "first",
        "from the other window",
        "once more from the other",
    }


def test_a_deleted_entry_takes_its_check_ins_along_and_brings_them_back(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.journal.check_in(Reading(9))
    key = workspace.journal.note("a hard day", tags=["rare"], before=LOW, after=BETTER)
    before = held(workspace)
    assert moods(workspace) == [2, 6, 9]
    clock.forward(hours=1)
    assert workspace.journal.delete(key[:10]).entry.id == key
    assert titles(workspace) == []
    assert moods(workspace) == [9]
    assert (workspace.tags.names(), workspace.journal.feelings()) == ([], [])
    assert titles(workspace, parse("is:deleted", clock.now().local_date)) == ["a hard day"]
    assert workspace.journal.find(key).entry.deleted
    assert workspace.journal.restore(key).entry.id == key
    assert held(workspace) == before


def test_a_check_in_that_was_taken_back_stays_away(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("a hard day", before=LOW)
    clock.forward(days=1)
    workspace.journal.check_in(BETTER)
    workspace.undo.take_back()
    clock.forward(hours=1)
    workspace.journal.delete(key)
    workspace.journal.restore(key)
    assert moods(workspace) == [2]


def test_deleting_and_restoring_twice_is_the_same_as_once(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("a hard day", before=LOW)
    before = held(workspace)
    for _ in range(2):
        clock.forward(hours=1)
        workspace.journal.delete(key)
    for _ in range(2):
        workspace.journal.restore(key)
    assert held(workspace) == before
    words = [workspace.undo.take_back() for _ in range(4)]
    assert words == ["restore “a hard day”", "delete “a hard day”", "save “a hard day”", None]


def test_an_outcome_that_was_taken_back_comes_back_with_all_of_it(
    workspace: Workspace, clock: HandSetClock
) -> None:
    logged = workspace.journal.log(Outcome(company="Acme", text="They said no.", before=LOW))
    before = held(workspace)
    clock.forward(hours=1)
    workspace.undo.take_back()
    assert (workspace.applications.every(), workspace.recovery.episodes()) == ([], [])
    workspace.journal.restore(logged.id)
    assert held(workspace) == before
    workspace.undo.take_back()
    assert held(workspace)["application"] == held(workspace)["event"] == []


def test_a_key_may_be_short(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("one")
    clock.forward(days=300)
    other = workspace.journal.note("other")
    assert workspace.journal.find(f" {key[:4].lower()} ").entry.title == "one"
    assert workspace.journal.find(other).entry.title == "other"
    assert workspace.journal.find("-1").entry.title == "other"
    with pytest.raises(CannotDo, match="More than one entry begins with “01”; give more of it"):
        workspace.journal.find("01")


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "said", ["%", "_", "*", "0_", "01%", "Z", "~", "-0", "-x", "--1", "0" * 500, "\0", "\ud800", "[/]"]
)
def test_what_is_no_key_finds_nothing(workspace: Workspace, said: str) -> None:
    workspace.journal.note("one")
    with pytest.raises(CannotDo, match="There is no entry “") as refused:
        workspace.journal.find(said)
    assert len(str(refused.value)) < 100


@pytest.mark.parametrize("said", ["", "  "])
def test_an_empty_key_is_not_everything(workspace: Workspace, said: str) -> None:
    workspace.journal.note("one")
    with pytest.raises(CannotDo, match="Say which entry"):
        workspace.journal.delete(said)
    assert titles(workspace) == ["one"]


def test_the_latest_is_by_time_and_not_deleted(workspace: Workspace) -> None:
    with pytest.raises(CannotDo, match="still empty"):
        workspace.journal.find("-1")
    workspace.journal.note("now")
    workspace.journal.note("told later, of yesterday", when=moment("2026-11-22T09:00+01:00"))
    assert workspace.journal.find("-1").entry.title == "now"
    workspace.journal.delete("-1")
    assert workspace.journal.find("-1").entry.title == "told later, of yesterday"


def test_tags_come_by_how_often_they_were_used(workspace: Workspace) -> None:
    for tags in (["a", "b"], ["b"], ["c"]):
        workspace.journal.note("x", tags=tags)
    assert workspace.tags.names() == ["b", "a", "c"]
