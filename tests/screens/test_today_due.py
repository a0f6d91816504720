"""What is coming up on Today: seen at any size, opened with enter, and never raised to a reproach."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from helpers_recover import HOSTILE_NOTE, SMALL, flat
from journals import HandSetClock
from looking import NOW, press_keys, running, screen_text
from textual.pilot import Pilot

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.rest_days import RestWanted
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.mood import MoodForm
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import ApplicationList
from bounceback_tui.widgets.due_list import DueList

sizes = pytest.mark.parametrize("size", [SMALL, (80, 24)], ids=["60x20", "80x24"])

TODAY = NOW.date()


def applied(workspace: Workspace, company: str, next_in: int | None = None, words: str = "") -> str:
    made = workspace.applications.add(company, "Cook", when=Moment.of(NOW - timedelta(days=30)))
    if next_in is not None:
        day = TODAY + timedelta(days=next_in)
        workspace.applications.describe(replace(made, next_on=day, next_words=words))
    return made.id


def lines(pilot: Pilot[Any]) -> list[str]:
    """The lines under "Coming up" that the screen shows."""
    shown = pilot.app.screen.query_one(DueList)
    rows = screen_text(pilot.app).splitlines()
    region = shown.region
    return [flat(row[region.x : region.right].strip("▸ ")) for row in rows[region.y + 1 : region.bottom]]


async def open_line(pilot: Pilot[Any], place: int) -> None:
    """Enter on a line."""
    pilot.app.screen.query_one(DueList).focus()
    await press_keys(pilot, *["down"] * place, "enter")


@sizes
async def test_meetings_and_next_dates_are_shown_and_open_their_application(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    workspace.journal.check_in(Reading(6))
    acme = applied(workspace, "Acme")
    workspace.applications.add_event(
        acme, Kind.FINAL, Moment.of(datetime.fromisoformat("2026-11-25T14:30+01:00"))
    )
    applied(workspace, "Nord", 1, "send the portfolio")
    applied(workspace, "Past", -3, "ring them")
    async with running(workspace, size) as pilot:
        assert lines(pilot) == [
            "since Fri 20 Nov Past: ring them",
            "Tue 24 Nov Nord: send the portfolio",
            "Wed 25 Nov 14:30 final round with Acme, Cook",
        ]
        rows = screen_text(pilot.app).splitlines()
        places = [
            row.find(words) for row in rows for words in ("Past:", "Nord:", "final round w") if words in row
        ]
        assert len(set(places)) == 1  # below each other
        for place, company in ((2, "Acme"), (0, "Past"), (1, "Nord")):
            await press_keys(pilot, "1")
            pilot.app.screen.query_one(DueList).cursor = 0
            await open_line(pilot, place)
            main = pilot.app.screen
            assert isinstance(main, MainScreen)
            assert main.page.NAME == "Applications"
            shown = main.query_one(ApplicationList)
            assert shown.application
            assert shown.application.company == company
            assert shown.has_focus


@sizes
async def test_what_has_passed_is_not_red_and_goes_after_a_week(
    workspace: Workspace, clock: HandSetClock, size: tuple[int, int]
) -> None:
    applied(workspace, "Past", 0, "ring them")
    styles = []
    for days in (0, 7):
        clock.when = NOW + timedelta(days=days)
        async with running(workspace, size) as pilot:
            strips = pilot.app.screen._compositor.render_strips()
            words = [part for strip in strips for part in strip if "ring them" in part.text]
            styles.append(str(words[0].style))
            assert ("since Mon 23 Nov" in screen_text(pilot.app)) is (days > 0)
    assert styles[0] == styles[1]
    clock.forward(days=1)
    async with running(workspace, size) as pilot:
        assert "ring them" not in screen_text(pilot.app)
        assert "Coming up" not in screen_text(pilot.app)


@sizes
async def test_the_day_after_an_entry_enter_asks_how_it_is(
    workspace: Workspace, clock: HandSetClock, size: tuple[int, int]
) -> None:
    workspace.journal.note("It hurts.", before=Reading(3))
    clock.forward(days=1)
    async with running(workspace, size) as pilot:
        assert lines(pilot) == ["today how is it, the day after “It hurts.”?"]
        await open_line(pilot, 0)
        assert isinstance(pilot.app.screen, MoodForm)
        assert "This is also kept as the day after “It hurts.”." in flat(screen_text(pilot.app))
        await press_keys(pilot, "6", "ctrl+s")
        assert "how is it" not in screen_text(pilot.app)


@sizes
async def test_a_rest_silences_it_all(workspace: Workspace, size: tuple[int, int]) -> None:
    key = applied(workspace, "Acme", 1)
    workspace.applications.add_event(key, Kind.INTERVIEW, Moment.of(NOW + timedelta(days=1)))
    workspace.tools.rests.plan(RestWanted(Span(TODAY, TODAY + timedelta(days=2)), move=False))
    async with running(workspace, size) as pilot:
        assert lines(pilot) == ["Wed 25 Nov your rest ends"]


@sizes
async def test_hostile_words_stay_words(workspace: Workspace, size: tuple[int, int]) -> None:
    applied(workspace, HOSTILE_NOTE, 1, HOSTILE_NOTE)
    async with running(workspace, size) as pilot:
        (line,) = lines(pilot)
        assert line.startswith("Tue 24 Nov [@click=app.quit]x ␛]52")
        assert not {"\x1b", "\u202e", "\x9b"} & set(line)
        await open_line(pilot, 0)
        assert "[@click=app.quit]" in screen_text(pilot.app)
