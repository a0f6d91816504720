"""Adding an application and an event on Applications with the keyboard alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_journal import line_with, live, turn_to, under_cursor
from looking import NOW, SIZES, open_workspace, running, screen_text, type_text

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.errors import StorageError

both_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@both_sizes
async def test_one_is_added_with_the_keyboard_alone(path: Path, size: tuple[int, int]) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("a", "tab")
            await type_text(pilot, "Calder\n")
            await type_text(pilot, "Tester")
            await pilot.press("tab", "j", "tab")
            await type_text(pilot, "last friday")
            assert "= Fri 20 Nov 2026, 12:00 (3 days ago)" in screen_text(pilot.app)
            await pilot.press("enter")
            await pilot.pause()
            assert "Calder · Tester" in under_cursor(pilot)
            assert "Added." in screen_text(pilot.app)
            added = journal.applications.every()[0]
            assert (added.company, added.role, added.source) == ("Calder", "Tester", Source.JOB_BOARD)
            assert [(one.kind, one.at.local_date.day) for one in added.events] == [(Kind.APPLIED, 20)]
            await pilot.press("u")
            await pilot.pause()
            assert "Calder · Tester" not in screen_text(pilot.app)
            assert [one.company for one in journal.applications.every()] == ["Brook", "Acme"]


@pytest.mark.long
@both_sizes
async def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            assert "No applications yet." in screen_text(pilot.app)
            await pilot.press("v")  # means nothing here
            await pilot.press("a", "tab", "tab")
            await type_text(pilot, "Tester")
            await pilot.press("tab", "tab")
            await type_text(pilot, "3/4")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "The company is missing" in screen_text(pilot.app)
            await type_text(pilot, "Calder")
            await pilot.press("ctrl+s")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "The date is not clear yet." in text
            assert "3 Apr 2026 (day first) or 4 Mar 2026 (month first)" in " ".join(text.split())
            assert "Tester" in text
            await pilot.press("backspace", "backspace", "backspace")
            await pilot.pause()
            assert "The date is not clear yet." not in screen_text(pilot.app), "it is being mended"
            await type_text(pilot, "yesterday")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "Calder · Tester" in under_cursor(pilot)
        (added,) = journal.applications.every()
        assert added.events[0].at.local_date == NOW.date() - timedelta(days=1)


@pytest.mark.long
async def test_esc_keeps_what_was_typed_and_the_next_time_it_is_there(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("a", "escape")
            await pilot.pause()
            assert "A job you applied for" not in screen_text(pilot.app)
            await pilot.press("a", "x", "escape")
            await pilot.pause()
            assert "A job you applied for" not in screen_text(pilot.app)
            assert journal.applications.every() == []
            await pilot.press("a")
            await pilot.pause()
            assert "what you had written" in screen_text(pilot.app)
            await pilot.press("y", "ctrl+s")
            await pilot.pause()
        assert [one.company for one in journal.applications.every()] == ["xy"]
        assert journal.drafts.waiting() == []


@pytest.mark.long
async def test_where_saving_fails_the_dialog_is_asked_again_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(path)
    with open_workspace(path) as journal:

        def full(*_: object, **__: object) -> object:
            raise StorageError("The disk is full.")

        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("v", "t", "tab", "tab")
            await type_text(pilot, "due on monday")
            monkeypatch.setattr(journal.applications, "add_event", full)
            await pilot.press("ctrl+s")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "The disk is full." in text
            assert "[task]" in text
            assert "due on monday" in text
            monkeypatch.undo()
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert line_with(pilot, "task  due on mon")
        assert [one.kind for one in journal.applications.every()[0].events] == [Kind.SCREEN, Kind.TASK]


@pytest.mark.many(2)
@both_sizes
@pytest.mark.parametrize(("letter", "kind"), [("r", Kind.REJECTED), ("g", Kind.GHOSTED)])
async def test_a_setback_opens_its_guide_and_says_so(
    path: Path, size: tuple[int, int], letter: str, kind: Kind
) -> None:
    live(path)
    with open_workspace(path) as journal:
        journal.applications.add("Calder", when=Moment.of(NOW - timedelta(days=5)))
        before = len(journal.recovery.episodes())
        async with running(journal, size) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("down", "v", letter, "tab")
            await type_text(pilot, "today")
            await pilot.press("tab")
            await type_text(pilot, "no reason given")
            await pilot.press("enter")
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).replace("▌", " ").split())
            assert "Recover" in text
            assert "Its guide waits" in text
            assert "Brook · Analyst" in under_cursor(pilot)  # followed to its place among the ended ones
            assert str(kind) in under_cursor(pilot)
            assert len(journal.recovery.episodes()) == before + 1
            event = next(one for one in journal.applications.every() if one.company == "Brook").events[-1]
            assert (event.kind, event.note) == (kind, "no reason given")
            await pilot.press("u")
            await pilot.pause()
            assert "Brook · Analyst" in under_cursor(pilot)
            assert "open" in under_cursor(pilot)
        assert len(journal.recovery.episodes()) == before


@pytest.mark.long
async def test_an_event_needs_its_kind(path: Path) -> None:
    live(path)
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await turn_to(pilot, "Applications")
            await pilot.press("v", "tab", "ctrl+s")
            await pilot.pause()
            assert "Choose what happened" in screen_text(pilot.app)
            await pilot.press("o", "ctrl+s")  # the focus is where the answer belongs
            await pilot.pause()
        assert journal.applications.every()[0].events[-1].kind is Kind.OFFER
