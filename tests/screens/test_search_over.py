"""An offer is accepted: what is open is withdrawn and closed in one go, and the search is looked back on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers_tools import (
    HOSTILE,
    NOW,
    every_size,
    keys,
    only_keys,
    open_tool,
    open_workspace,
    path,
    settle,
    typed,
)
from looking import flat, running
from textual.pilot import Pilot

from bounceback_tui import desktop
from bounceback_tui.domain.application import Kind, Status
from bounceback_tui.domain.look_back_words import span_words
from bounceback_tui.domain.moment import Moment
from bounceback_tui.screens.search_over import SearchOverWindow
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


def searched(journal: Workspace, *names: str) -> None:
    """A search of 60 days: Acme made an offer, some are open, and Eden said no."""
    for company, days in zip(names or ("Brook", "Calder", "Dale"), range(50, 0, -5), strict=False):
        journal.applications.add(company, "Analyst", when=ago(days))
    eden = journal.applications.add("Eden", "Tester", when=ago(60))
    journal.applications.add_event(eden.id, Kind.REJECTED, ago(40))
    acme = journal.applications.add("Acme", "Engineer", when=ago(20))
    journal.applications.add_event(acme.id, Kind.OFFER, ago(1))


def statuses(journal: Workspace) -> dict[str, Status]:
    return {one.company: one.status for one in journal.applications.every()}


def open_ones(journal: Workspace) -> list[str]:
    return sorted(one.company for one in journal.search_over.open_applications())


async def told(pilot: Pilot[Any], result: str) -> str:
    """Tell with `n` what happened with Acme; the result by its first letter."""
    await pilot.press("n")
    await pilot.pause()
    return await typed(pilot, "Acme", "tab", "tab", "tab", result, "ctrl+s")


@every_size
async def test_accept_withdraw_two_of_three_close_look_back_and_undo_twice(
    path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(path) as journal:
        searched(journal)
        async with running(journal, size) as pilot:
            text = await told(pilot, "a")
            assert "Congratulations: you said yes to Acme. Nothing has to be done now." in text
            assert "3 applications are still open." in text
            assert "3 of 3 chosen. enter withdraws them, n leaves all." in text
            assert open_ones(journal) == ["Brook", "Calder", "Dale"]  # nothing is done unasked
            assert "2 of 3 chosen" in await keys(pilot, "down", "space")
            text = await keys(pilot, "enter")
            assert "2 applications withdrawn." in text
            assert "1 rejection is still open on Recover." in text
            assert statuses(journal) == {
                "Acme": Status.ACCEPTED,
                "Brook": Status.WITHDREW,
                "Calder": Status.OPEN,
                "Dale": Status.WITHDREW,
                "Eden": Status.REJECTED,
            }
            text = await keys(pilot, "c")
            assert journal.recovery.still_open() == []
            assert "Look back over the search" in text
            assert "to Mon 23 Nov 2026, when you said yes to Acme: about nine weeks." in text
            assert "Five applications. This is how far they got:" in text
            assert "1 ended with a no, you withdrew 2, 1 is still open." in text
            await only_keys(pilot, "u", "u")
            assert [one.company for one in journal.recovery.still_open()] == ["Eden"]
            assert open_ones(journal) == ["Brook", "Calder", "Dale"]
            await only_keys(pilot, "escape")
            assert len(pilot.app.screen_stack) == 1
            assert statuses(journal)["Acme"] is Status.ACCEPTED


@pytest.mark.long
async def test_esc_leaves_everything_as_it_is_and_it_is_not_offered_again(path: Path) -> None:
    with open_workspace(path) as journal:
        searched(journal)
        async with running(journal) as pilot:
            await told(pilot, "a")
            await only_keys(pilot, "escape")
            assert open_ones(journal) == ["Brook", "Calder", "Dale"]
            assert len(journal.recovery.still_open()) == 1
            assert "Congratulations" not in await told(pilot, "a")  # told twice
            assert "Congratulations" in await open_tool(pilot, "Close the search")


@pytest.mark.long
@pytest.mark.parametrize("result", ["r", "o", "m", "w"])
async def test_nothing_but_an_acceptance_opens_it(path: Path, result: str) -> None:
    with open_workspace(path) as journal:
        searched(journal)
        async with running(journal) as pilot:
            await told(pilot, result)
            assert len(pilot.app.screen_stack) == 1
            assert "No offer is accepted yet." in await open_tool(pilot, "Close the search")
            assert len(pilot.app.screen_stack) == 1


@pytest.mark.long
async def test_a_rejection_does_not_bring_up_an_acceptance_noted_elsewhere(path: Path) -> None:
    with open_workspace(path) as journal:
        searched(journal)
        firth = journal.applications.add("Firth", when=ago(9))
        journal.applications.add_event(firth.id, Kind.ACCEPTED, ago(2))
        async with running(journal) as pilot:
            await told(pilot, "r")
            assert len(pilot.app.screen_stack) == 1
            assert journal.search_over.offered()


@pytest.mark.long
async def test_an_acceptance_added_to_the_log_opens_it_and_u_takes_that_back_too(path: Path) -> None:
    with open_workspace(path) as journal:
        searched(journal)
        async with running(journal) as pilot:
            acme = next(one for one in journal.applications.every() if one.company == "Acme")
            await pilot.app.main.turn_to("Applications", acme.id)  # type: ignore[attr-defined] # ours
            text = await keys(pilot, "v", "a", "a", "ctrl+s")
            assert "you said yes to Acme" in text
            await only_keys(pilot, "enter")
            assert open_ones(journal) == []
            assert "1 rejection is still open" in await settle(pilot)
            assert "3 applications are still open." in await keys(pilot, "u")
            text = await keys(pilot, "u")
            assert "The acceptance is taken back, too" in flat(text.replace("▌", " "))
            assert len(pilot.app.screen_stack) == 1
            assert statuses(journal)["Acme"] is Status.OFFER


@pytest.mark.long
async def test_each_part_is_passed_over_with_one_key(path: Path) -> None:
    with open_workspace(path) as journal:
        searched(journal)
        async with running(journal) as pilot:
            await told(pilot, "a")
            assert "1 rejection is still open" in await keys(pilot, "n")
            assert "Look back over the search" in await keys(pilot, "n")
            assert open_ones(journal) == ["Brook", "Calder", "Dale"]
            assert len(journal.recovery.still_open()) == 1


@pytest.mark.long
async def test_without_anything_open_the_look_back_comes_at_once(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            text = await told(pilot, "a")
            assert "Congratulations: you said yes to Acme." in text
            assert "One application. This is how far they got:" in text
            await only_keys(pilot, "escape")
            assert len(pilot.app.screen_stack) == 1


@pytest.mark.long
async def test_nothing_chosen_withdraws_nothing_and_says_so(path: Path) -> None:
    with open_workspace(path) as journal:
        searched(journal, "Brook")
        async with running(journal) as pilot:
            await told(pilot, "a")
            assert "enter withdraw " in await settle(pilot)
            text = await keys(pilot, "space")
            assert "0 of 1 chosen" in text
            assert "enter withdraw" not in text
            text = await keys(pilot, "enter")
            assert "Nothing is chosen" in text
            assert open_ones(journal) == ["Brook"]


@pytest.mark.long
async def test_the_note_is_worded_for_all_and_copied_for_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(desktop, "copy", lambda text: not copied.append(text))
    with open_workspace(path) as journal:
        searched(journal)
        async with running(journal, (120, 40)) as pilot:
            text = await told(pilot, "a")
            assert "the Analyst position at Brook" in text
            assert "Copied" in await keys(pilot, "down", "c")
            assert "the Analyst position at Calder." in copied[0]
            await only_keys(pilot, "e")
            text = await typed(pilot, "Bye {company}", "enter", "ctrl+s")
            assert "Bye Calder" in text
            await only_keys(pilot, "up", "c")
            assert copied[1].startswith("Bye Brook\n")
            await only_keys(pilot, "enter")
            assert open_ones(journal) == []


@pytest.mark.long
@every_size
async def test_hostile_names_are_only_words(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        searched(journal, HOSTILE, "[bold red]no")
        acme = next(one for one in journal.applications.every() if one.company == "Acme")
        journal.applications.add_event(acme.id, Kind.REJECTED, ago(1))
        last = journal.applications.add(HOSTILE, HOSTILE, when=ago(3))
        journal.applications.add_event(last.id, Kind.ACCEPTED)
        async with running(journal, size) as pilot:
            text = await open_tool(pilot, "Close the search")
            assert isinstance(pilot.app.screen, SearchOverWindow)
            assert "you said yes to [/] [@click=app.quit]x" in text
            await only_keys(pilot, "enter", "enter")
            text = await settle(pilot)
            assert "when you said yes to [/] [@click" in text
            assert "\x1b" not in text
            assert "\u202e" not in text


@pytest.mark.long
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "one day"),
        (12, "13 days"),
        (14, "about two weeks"),
        (60, "about nine weeks"),
        (61, "about two months"),
        (274, "about nine months"),
        (800, "about two years"),
    ],
)
def test_a_span_is_told_roughly(days: int, words: str) -> None:
    assert span_words(date(2024, 1, 1), date(2024, 1, 1) + timedelta(days=days)) == words
