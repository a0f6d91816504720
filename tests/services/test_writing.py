"""The writing programme: five sessions, each an entry; it waits, ends, and is due without blame."""

from __future__ import annotations

import pytest
from journals import HandSetClock, check_whole

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.due import DueKind
from bounceback_tui.domain.outcome import Outcome, Written
from bounceback_tui.domain.writing import WritingHeld, WritingProgramme, WritingState
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


def hold(workspace: Workspace, text: str = "words", before: int | None = 4, after: int | None = 3) -> str:
    """A session of twenty minutes; the key of its entry."""
    written = Written("", "", text, (), Reading(before), Reading(after))
    return workspace.tools.writing.save_session(WritingHeld(written, 1200), workspace.journal.write)


def present(workspace: Workspace) -> WritingProgramme:
    found = workspace.tools.writing.present()
    assert found
    return found


def due(workspace: Workspace) -> list[str]:
    found = workspace.today.overview().due
    return [one.text for one in found if one.kind is not DueKind.CHECK_IN]


def test_a_session_is_an_entry_with_its_moods_and_the_next_day_comes_by_itself(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.tools.writing.begin()
    key = hold(workspace, "I had hoped for it")
    entry = workspace.journal.find(key).entry
    assert (entry.title, entry.tags) == ("I had hoped for it", ("writing",))
    clock.forward(days=1)
    workspace.journal.check_in(Reading(6))
    (held,) = present(workspace).sessions
    assert (held.place, held.seconds, held.day) == (1, 1200, entry.written_at.local_date)
    assert (held.before, held.after, held.next_day) == (4, 3, 6)


def test_the_next_one_is_due_on_the_day_after_and_never_late(
    workspace: Workspace, clock: HandSetClock
) -> None:
    tool = workspace.tools.writing
    tool.begin()
    assert due(workspace) == []
    hold(workspace)
    assert due(workspace) == []
    clock.forward(days=1)
    assert due(workspace) == ["your writing, day 2 of 5"]
    hold(workspace)
    assert due(workspace) == []
    clock.forward(days=9)
    assert due(workspace) == ["your writing, day 3 of 5"]
    assert workspace.today.overview().due[0].day == clock.now().local_date
    tool.pause()
    assert due(workspace) == []
    tool.go_on()
    assert due(workspace) == ["your writing, day 3 of 5"]
    tool.end()
    assert due(workspace) == []


def test_a_programme_that_was_begun_waits_for_its_first_page_on_the_next_day(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.tools.writing.begin()
    clock.forward(days=1)
    assert due(workspace) == ["your writing, day 1 of 5"]


def test_the_fifth_ends_it_and_undo_takes_the_whole_session_back(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.tools.writing.begin()
    for number in range(5):
        hold(workspace, f"day {number + 1}")
        clock.forward(days=1)
    assert present(workspace).state is WritingState.ENDED
    assert due(workspace) == []
    assert workspace.undo.take_back() == "save your writing, day 5 of 5"
    assert present(workspace).state is WritingState.GOING
    assert len(present(workspace).sessions) == 4
    assert due(workspace) == ["your writing, day 5 of 5"]
    workspace.undo.do_again()
    assert present(workspace).state is WritingState.ENDED
    assert [one.title for one in present(workspace).sessions][-1] == "day 5"
    check_whole(workspace.database)


def test_another_one_begins_only_when_the_last_is_over(workspace: Workspace, clock: HandSetClock) -> None:
    tool = workspace.tools.writing
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    first = tool.begin(episode)
    assert first.episode_id == episode
    assert tool.begin().id == first.id
    tool.pause()
    assert tool.begin().id == first.id
    tool.end()
    clock.forward(days=30)
    second = tool.begin("no such episode")
    assert second.id != first.id
    assert second.episode_id is None
    assert [one.id for one in tool.every()] == [second.id, first.id]


def test_no_word_is_lost_where_no_programme_has_a_place(workspace: Workspace) -> None:
    key = hold(workspace, "written all the same")
    assert workspace.journal.find(key).entry.tags == ("writing",)
    assert workspace.tools.writing.present() is None
    workspace.tools.writing.begin()
    for _ in range(5):
        hold(workspace)
    key = hold(workspace, "a sixth")
    assert workspace.journal.find(key).entry.text == "a sixth"
    assert len(present(workspace).sessions) == 5
    with pytest.raises(CannotDo):
        hold(workspace, "  ")


def test_a_session_that_was_begun_before_the_end_still_counts(workspace: Workspace) -> None:
    workspace.tools.writing.begin()
    workspace.tools.writing.end()
    hold(workspace)
    assert len(present(workspace).sessions) == 1
    assert present(workspace).state is WritingState.ENDED


def test_a_deleted_entry_was_a_session_all_the_same(workspace: Workspace) -> None:
    workspace.tools.writing.begin()
    keys = [hold(workspace, f"page {number}") for number in range(3)]
    workspace.journal.delete(keys[1])
    assert [(one.place, one.title, one.deleted) for one in present(workspace).sessions] == [
        (1, "page 0", False),
        (2, "", True),
        (3, "page 2", False),
    ]
    assert present(workspace).next_place == 4
    workspace.journal.destroy(keys[1])
    assert [one.place for one in present(workspace).sessions] == [1, 3]
    assert present(workspace).next_place == 4
    check_whole(workspace.database)
