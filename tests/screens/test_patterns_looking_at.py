"""Looking at a part of the journal: a period, a filter, and the entries behind what is drawn."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from helpers_recover import ago, all_sizes, flat, press, sizes
from journals import HandSetClock
from looking import open_workspace, press_keys, running, screen_text, type_text
from textual.widgets import Input

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.resources import asset
from bounceback_tui.screens.applications import ApplicationsPage
from bounceback_tui.screens.journal import JournalPage
from bounceback_tui.screens.pattern_answer import PatternAnswer
from bounceback_tui.screens.patterns import PatternsPage
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.interval_bars import IntervalBars
from bounceback_tui.widgets.year_in_pixels import YearInPixels


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Ten rejections within a year: even ones through a referral, odd ones through a job board."""
    with open_workspace(tmp_path_factory.mktemp("year") / "journal.db") as workspace:
        with workspace.database.write():
            for number in range(10):
                day = 300 - 30 * number
                for offset in range(-14, 12):
                    workspace.journal.check_in(Reading(3 if 0 < offset < 6 else 6), ago(day - offset))
                source = Source.JOB_BOARD if number % 2 else Source.REFERRAL
                outcome = Outcome(
                    f"Firm {number}", "", Kind.SCREEN, Result.REJECTED, when=ago(day), text="No."
                )
                workspace.journal.log(replace(outcome, source=source))
        yield workspace


def rests(pilot) -> str:  # type: ignore[no-untyped-def]  # a pilot
    return next(line for line in screen_text(pilot.app).splitlines() if "Rests on" in line)


@all_sizes
async def test_a_filter_is_typed_told_in_words_and_ended(year: Workspace, size: tuple[int, int]) -> None:
    async with running(year, size) as pilot:
        text = await press(pilot, "5", "right", "right")
        assert "Looking at your whole journal" in text
        assert "Rests on 10 applications." in text
        await press_keys(pilot, "f")
        await type_text(pilot, "source:referral")
        text = await press(pilot, "enter")
        assert "Looking at everything through a referral" in text
        assert "Rests on 5 applications." in text
        assert "Rests on 5 ways back" in await press(pilot, "left")  # it holds for every question
        text = await press(pilot, "escape")
        assert "Looking at your whole journal" in text
        assert "Rests on 10 ways back" in text
        assert not pilot.app.query_one("#patterns-search", Input).value


@sizes
async def test_the_period_is_turned_by_key_and_joins_the_filter(
    year: Workspace, size: tuple[int, int]
) -> None:
    async with running(year, size) as pilot:
        await press_keys(pilot, "5", "right", "right")
        assert "Looking at the last 12 months" in await press(pilot, "p")
        assert "Rests on 10 applications." in rests(pilot)
        assert "Looking at the last 6 months" in await press(pilot, "p")
        assert "Rests on 6 applications." in rests(pilot)
        assert "Looking at the last 3 months" in await press(pilot, "p")
        assert "Rests on 3 applications." in rests(pilot)
        await press_keys(pilot, "f")
        await type_text(pilot, "source:referral")
        assert "Looking at everything through a referral, the last 3 months" in await press(pilot, "enter")
        assert "Rests on 1 application." in rests(pilot)
        await press_keys(pilot, "p")
        assert "Rests on 5 applications." in rests(pilot)


@pytest.mark.long
@sizes
async def test_a_filter_says_what_it_does_to_the_days(year: Workspace, size: tuple[int, int]) -> None:
    async with running(year, size) as pilot:
        assert "the days are all days" not in flat(await press(pilot, "5"))
        await press_keys(pilot, "f")
        await type_text(pilot, "company:nobody")
        text = flat(await press(pilot, "enter"))
        assert "the days are all days" in text
        assert "▾ rejection" not in text


@pytest.mark.long
async def test_what_is_not_understood_is_told_and_the_rest_holds(year: Workspace) -> None:
    async with running(year, (80, 24)) as pilot:
        await press_keys(pilot, "5", "right", "right", "f")
        await type_text(pilot, "sorce:x source:referral is:deleted")
        text = await press(pilot, "enter")
        assert "source" in text
        assert "is in the trash does not count" in text
        assert "Rests on 5 applications." in text


@pytest.mark.long
async def test_single_letters_in_the_box_are_letters(year: Workspace) -> None:
    async with running(year, (80, 24)) as pilot:
        await press_keys(pilot, "5", "f")
        await type_text(pilot, "piv")
        box = pilot.app.query_one("#patterns-search", Input)
        assert box.value == "piv"
        assert not pilot.app.query_one(PatternAnswer).how
        await press_keys(pilot, "escape")
        assert not box.value
        await press_keys(pilot, "escape")
        assert not box.display or not pilot.app.query_one("#patterns-box").display
        await press_keys(pilot, "i")
        assert pilot.app.query_one(PatternAnswer).how


@pytest.mark.long
async def test_what_was_not_understood_goes_with_esc(year: Workspace) -> None:
    async with running(year, (80, 24)) as pilot:
        await press_keys(pilot, "5", "f")
        await type_text(pilot, "sorce:foo")
        assert "esc show all" in await press(pilot, "enter")
        text = await press(pilot, "escape")
        assert "sorce" not in text
        assert "show all" not in text


@pytest.mark.long
@sizes
async def test_walking_goes_on_where_it_was_after_an_entry_was_read(
    year: Workspace, size: tuple[int, int]
) -> None:
    async with running(year, size) as pilot:
        await press_keys(pilot, "5", "right", "right", "enter", "down")  # the steps stand under each other
        stages = pilot.app.query_one(IntervalBars)
        assert (stages.cursor, stages.has_focus) == (1, True)
        assert "Firm 9" in await press(pilot, "enter")
        await press_keys(pilot, "enter")
        assert pilot.app.query_one(JournalPage).display
        await press_keys(pilot, "5")
        assert (stages.cursor, stages.has_focus) == (1, True)
        assert "esc back" in screen_text(pilot.app)


@pytest.mark.long
async def test_another_view_keeps_the_focus_on_its_picture_and_esc_hides_the_method(year: Workspace) -> None:
    async with running(year, (120, 40)) as pilot:
        await press_keys(pilot, "5", "enter", "v")
        assert isinstance(pilot.app.focused, YearInPixels)
        await press_keys(pilot, "escape", "i")
        assert "esc hide it" in screen_text(pilot.app)
        await press_keys(pilot, "escape")
        assert not pilot.app.query_one(PatternAnswer).how


@pytest.mark.long
async def test_a_mark_without_entries_leads_to_its_application(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        for number in range(6):
            added = journal.applications.add(f"Firm {number}", when=ago(60 - number))
            journal.applications.add_event(added.id, Kind.SCREEN, ago(50 - number))
        async with running(journal, (80, 24)) as pilot:
            await press_keys(pilot, "5", "right", "right", "v", "enter")
            assert "Firm 0" in screen_text(pilot.app)
            await press_keys(pilot, "enter")
            assert pilot.app.query_one(ApplicationsPage).display
            assert "What happened" in screen_text(pilot.app)


@pytest.mark.long
async def test_a_fault_in_one_answer_is_told_and_the_others_still_answer(
    year: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(past: object) -> object:
        raise RuntimeError("a fault of ours")

    handed_on: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda failed: handed_on.append(failed.exc_type))
    async with running(year, (80, 24)) as pilot:
        await press_keys(pilot, "5")
        broken = replace(year.patterns.statistic("plans"), compute=fail)
        statistic = year.patterns.statistic
        monkeypatch.setattr(
            year.patterns, "statistic", lambda name: broken if name == "plans" else statistic(name)
        )
        text = await press(pilot, *["right"] * 4, "v", "v")
        assert "This could not be worked out. Nothing was lost" in text
        assert handed_on == [RuntimeError]  # for a report
        assert "stage" in await press(pilot, "left", "left")


async def test_a_period_goes_on_with_the_days(tmp_path: Path) -> None:
    clock = HandSetClock()
    with Workspace(tmp_path / "journal.db", clock, asset("guide.md")) as journal:
        async with running(journal, (80, 24)) as pilot:
            await press_keys(pilot, "5", "p", "p", "p")
            page = pilot.app.query_one(PatternsPage)
            assert page.query_asked.since == clock.now().local_date - relativedelta(months=3)
            clock.forward(days=40)
            await press_keys(pilot, "1", "5")
            assert page.query_asked.since == clock.now().local_date - relativedelta(months=3)


async def test_lines_of_sentences_are_no_longer_than_can_be_read(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (200, 60)) as pilot:
            text = await press(pilot, "5", *["right"] * 4, "v")
            begun = next(at for at, line in enumerate(text.splitlines()) if "ticked by day 3" in line)
            lines = text.splitlines()[begun : begun + 4]
            assert all(len(line) <= 102 for line in lines)
            assert "“–” under likely" in text


async def test_what_a_mark_says_is_whole_in_a_small_window(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (60, 20)) as pilot:
            text = await press(pilot, "5", "right", "v", "enter")
            assert "Expected 14 days, not back after 4 days: Acme, 19 Nov 2026" in flat(text)
