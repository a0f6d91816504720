"""A rest by keys alone: planned, lived, left early, and welcomed back from once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_NOTE, all_sizes, flat, press, rejected, sizes
from journals import NOW, HandSetClock, open_journal
from looking import press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.domain.feedback import Feedback, FeedbackState
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.services.workspace import Workspace

TODAY = NOW.date()
THREE = (TODAY, TODAY + timedelta(days=2))


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        yield workspace


async def open_rest(pilot: Pilot[None], subject: str = "") -> str:
    await pilot.app.open_tool("rest", subject)  # type: ignore[attr-defined]  # it is this app
    return await press(pilot)


def only(journal: Workspace) -> Rest:
    (rest,) = journal.tools.rests.every()
    return rest


@pytest.mark.long
@all_sizes
async def test_three_days_from_today_take_one_line(journal: Workspace, size: tuple[int, int]) -> None:
    episode = rejected(journal, "Acme", 2)
    async with running(journal, size) as pilot:
        await pilot.app.main.turn_to("Recover", f"{episode} short-rest")  # type: ignore[attr-defined]  # as above
        shown = await press(pilot, "enter")
        assert "Plan a rest" in shown
        assert "= Mon 23 Nov to Wed 25 Nov 2026, 3 days" in shown
        assert "They" not in shown  # nothing is due
        await press_keys(pilot, "tab", "tab")
        await type_text(pilot, "the sea")
        await press_keys(pilot, "enter")
        rest = only(journal)
        assert (rest.starts, rest.ends, rest.enjoy) == (*THREE, "the sea")
        shown = flat(await press(pilot, "1"))
        assert "You are resting until Wed 25 Nov: the sea. Nothing is due." in shown
        assert "Acme · Data engineer" in shown
        assert "Next" not in shown
        assert "0/" not in shown
        assert "Wed 25 Nov your rest ends" in shown


@sizes
async def test_a_rest_day_by_day(journal: Workspace, clock: HandSetClock, size: tuple[int, int]) -> None:
    async def next_morning(pilot: Pilot[None]) -> str:
        clock.forward(days=1)
        pilot.app.main.read_again()  # type: ignore[attr-defined]  # as midnight does
        return flat(await press(pilot))

    episode = rejected(journal, "Acme", 2)
    journal.tools.feedback.put(
        Feedback(episode, FeedbackState.ASKED, TODAY, TODAY + timedelta(days=2)),
    )
    async with running(journal, size) as pilot:
        await open_rest(pilot)
        await type_text(pilot, "tomorrow")
        shown = flat(await press(pilot))
        assert "Due in these days: 1 follow-up. The day after is Fri 27 Nov." in shown
        assert "[move to the day after]" in shown
        await press_keys(pilot, "ctrl+s")
        assert "Tue 24 Nov your rest begins" in flat(screen_text(pilot.app))
        assert "You are resting until Thu 26 Nov. Nothing is due." in await next_morning(pilot)
        shown = await next_morning(pilot)
        assert "follow up" not in shown
        assert "This is the last day of your rest. Nothing is due." in await next_morning(pilot)
        shown = await next_morning(pilot)
        assert "Welcome back. Six days since Acme said no." in shown
        assert "today follow up with Acme on feedback" in shown
        assert "since Tue" not in shown
        assert "Next" in shown
        assert "Welcome back" not in await next_morning(pilot)


@pytest.mark.long
@sizes
async def test_what_is_due_stays_and_undo_takes_all_of_it_back(
    journal: Workspace, size: tuple[int, int]
) -> None:
    lead = Lead("L" * 26, LeadKind.FRIEND, "Jo", next_on=TODAY)
    journal.tools.leads.put(lead)
    async with running(journal, size) as pilot:
        await open_rest(pilot)
        await press_keys(pilot, "ctrl+s")
        assert journal.tools.leads.every()[0].next_on == TODAY + timedelta(days=3)
        await press_keys(pilot, "u")
        assert journal.tools.leads.every() == [lead]
        assert journal.tools.rests.every() == []
        await press_keys(pilot, "U")
        assert journal.tools.leads.every()[0].next_on == TODAY + timedelta(days=3)
        await press_keys(pilot, "u")
        await open_rest(pilot)
        assert "[stay where they are]" in await press(pilot, "shift+tab", "s")
        await press_keys(pilot, "ctrl+s")
        assert journal.tools.leads.every() == [lead]
        assert only(journal)


@sizes
async def test_i_am_back_takes_one_key(
    journal: Workspace, clock: HandSetClock, size: tuple[int, int]
) -> None:
    rejected(journal, "Acme")
    async with running(journal, size) as pilot:
        assert "I am back" not in screen_text(pilot.app)
        await open_rest(pilot)
        await press_keys(pilot, "ctrl+s")
        assert "b I am back" in flat(screen_text(pilot.app))
        clock.forward(days=1)
        pilot.app.main.read_again()  # type: ignore[attr-defined]  # as midnight does
        shown = await press(pilot, "b")
        assert "Welcome back. Acme said no yesterday." in shown
        assert only(journal).ends == TODAY
        assert "b I am back" not in flat(shown)
        await press_keys(pilot, "u")
        assert "You are resting until" in screen_text(pilot.app)
        await open_rest(pilot)
        assert "· now" in screen_text(pilot.app)
        await press_keys(pilot, "b")
        assert only(journal).ends == TODAY
        assert "· now" not in screen_text(pilot.app)


@sizes
async def test_rests_are_listed_changed_and_taken_away(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        await open_rest(pilot)
        await press_keys(pilot, "ctrl+s")
        shown = await open_rest(pilot, only(journal).id)
        assert "Rests" in shown
        assert "▸ Mon 23 Nov to Wed 25 Nov · now" in shown
        await press_keys(pilot, "enter", "tab", "ctrl+u")
        await type_text(pilot, "a week")
        assert "= Mon 23 Nov to Sun 29 Nov 2026, 7 days" in await press(pilot)
        assert "Mon 23 Nov to Sun 29 Nov" in await press(pilot, "ctrl+s")
        assert only(journal).ends == TODAY + timedelta(days=6)
        await press_keys(pilot, "n")
        await type_text(pilot, "2026-12-24")
        await press_keys(pilot, "ctrl+s")
        assert len(journal.tools.rests.every()) == 2
        assert "x once more takes it away" in await press(pilot, "home", "x")
        await press_keys(pilot, "x")
        assert only(journal).starts == TODAY
        assert len(journal.tools.rests.every()) == 1
        await press_keys(pilot, "u")
        assert len(journal.tools.rests.every()) == 2


@pytest.mark.long
async def test_days_that_are_not_clear_are_asked_for_and_nothing_is_lost(journal: Workspace) -> None:
    async with running(journal) as pilot:
        await open_rest(pilot)
        await type_text(pilot, "whenever")
        assert "is not a date that is known here" in flat(await press(pilot, "tab", "tab"))
        await type_text(pilot, "the sea")
        assert "The days are not clear yet." in await press(pilot, "ctrl+s")
        assert journal.tools.rests.every() == []
        await press_keys(pilot, "ctrl+u")
        await type_text(pilot, "3/12")
        assert "Choose below, once for good." in flat(await press(pilot))
        await press_keys(pilot, "tab", "tab", "d")
        assert "= Thu 3 Dec to Sat 5 Dec 2026, 3 days" in screen_text(pilot.app)
        await press_keys(pilot, "ctrl+s")
        assert only(journal).enjoy == "the sea"


@pytest.mark.long
async def test_a_rest_that_was_cut_short_is_offered_with_the_same_days(
    tmp_path: Path, journal: Workspace, clock: HandSetClock
) -> None:
    async with running(journal) as pilot:
        await open_rest(pilot)
        await type_text(pilot, "tomorrow")
        await press_keys(pilot, "tab", "tab")
        await type_text(pilot, "the sea")
        await pilot.pause(0.6)
        with open_journal(tmp_path / "journal.db", clock) as other:  # as after a power cut
            (draft,) = other.drafts.waiting()
            assert (draft.content["starts"], draft.content["enjoy"]) == ("2026-11-24", "the sea")
    clock.forward(days=1)
    async with running(journal) as pilot:
        assert "You had begun to write a rest" in screen_text(pilot.app)
        await press_keys(pilot, "enter", "ctrl+s")
        assert only(journal).starts == TODAY + timedelta(days=1)
        await open_rest(pilot)
        await press_keys(pilot, "enter", "tab", "tab")
        await type_text(pilot, " and a book")
        await press_keys(pilot, "escape")
        assert [one.target for one in journal.drafts.waiting()] == [only(journal).id]


@pytest.mark.long
@all_sizes
async def test_hostile_words_are_only_words(journal: Workspace, size: tuple[int, int]) -> None:
    rejected(journal, "Acme")
    async with running(journal, size) as pilot:
        await open_rest(pilot)
        for field in pilot.app.screen.query(Input):
            if field.id != "ends":
                field.value = f"[/] {HOSTILE_NOTE}" + "x" * 1_000_000
        shown = await press(pilot)
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        pilot.app.screen.query_one("#starts", Input).value = ""
        await press_keys(pilot, "ctrl+s")
        shown = await press(pilot)
        assert "[/] [@click=app.quit]x" in flat(shown)
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        shown = await open_rest(pilot)
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        assert pilot.app.is_running
