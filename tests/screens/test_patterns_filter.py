"""Looking at a part of the journal: a period, a filter, and the entries behind what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from helpers_recover import ago, all_sizes, flat, press, sizes
from looking import open_workspace, running, screen_text, type_text
from textual.widgets import Input

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.patterns import PatternsPage
from bounceback_tui.services.workspace import Workspace


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
        assert "Looking at all the time" in text
        assert "Rests on 10 applications." in text
        await press(pilot, "f")
        await type_text(pilot, "source:referral")
        text = await press(pilot, "enter")
        assert "Looking at everything through a referral" in text
        assert "Rests on 5 applications." in text
        assert "Rests on 5 ways back" in await press(pilot, "left")  # it holds for every question
        text = await press(pilot, "escape")
        assert "Looking at all the time" in text
        assert "Rests on 10 ways back" in text
        assert not pilot.app.query_one("#patterns-search", Input).value


@sizes
async def test_the_period_is_turned_by_key_and_joins_the_filter(
    year: Workspace, size: tuple[int, int]
) -> None:
    async with running(year, size) as pilot:
        await press(pilot, "5", "right", "right")
        assert "Looking at the last 12 months" in await press(pilot, "p")
        assert "Rests on 10 applications." in rests(pilot)
        assert "Looking at the last 6 months" in await press(pilot, "p")
        assert "Rests on 6 applications." in rests(pilot)
        assert "Looking at the last 3 months" in await press(pilot, "p")
        assert "Rests on 3 applications." in rests(pilot)
        await press(pilot, "f")
        await type_text(pilot, "source:referral")
        assert "Looking at everything through a referral, the last 3 months" in await press(pilot, "enter")
        assert "Rests on 1 application." in rests(pilot)
        await press(pilot, "p")
        assert "Rests on 5 applications." in rests(pilot)


@sizes
async def test_a_filter_says_what_it_does_to_the_days(year: Workspace, size: tuple[int, int]) -> None:
    async with running(year, size) as pilot:
        assert "the days are all days" not in flat(await press(pilot, "5"))
        await press(pilot, "f")
        await type_text(pilot, "company:nobody")
        text = flat(await press(pilot, "enter"))
        assert "the days are all days" in text
        assert "▾ rejection" not in text


async def test_what_is_not_understood_is_told_and_the_rest_holds(year: Workspace) -> None:
    async with running(year, (80, 24)) as pilot:
        await press(pilot, "5", "right", "right", "f")
        await type_text(pilot, "sorce:x source:referral is:deleted")
        text = await press(pilot, "enter")
        assert "source" in text
        assert "is in the trash does not count" in text
        assert "Rests on 5 applications." in text


async def test_single_letters_in_the_box_are_letters(year: Workspace) -> None:
    async with running(year, (80, 24)) as pilot:
        await press(pilot, "5", "f")
        await type_text(pilot, "piv")
        box = pilot.app.query_one("#patterns-search", Input)
        assert box.value == "piv"
        assert not pilot.app.query_one(PatternsPage).how
        await press(pilot, "escape")
        assert not box.value
        await press(pilot, "escape")
        assert not box.display or not pilot.app.query_one("#patterns-box").display
        await press(pilot, "i")
        assert pilot.app.query_one(PatternsPage).how
