"""Before the next one by keys alone: an interview, plans for what may go wrong, and two days on Today."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from helpers_messages import messages
from helpers_tools import HOSTILE, every_size, found, keys, only_keys, open_tool, path, settle, typed
from looking import NOW, open_workspace, running, screen_text

from bounceback_tui.domain.application import Application, Kind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.formats.cards import read_list
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

__all__ = ["path"]
TODAY = NOW.date()
WEEK = TODAY + timedelta(days=7)
PLAN = Setback("I lose the thread", "I ask for the question again")


def ahead(journal: Workspace, days: int = 7) -> Application:
    """An application with an interview in so many days, and one without."""
    acme = journal.applications.add("Acme", "Cook")
    journal.applications.add("Brook", "Baker")
    journal.applications.add_event(acme.id, Kind.FINAL, Moment.of(NOW + timedelta(days=days)))
    return acme


def prepared(journal: Workspace, days: int = 7, *setbacks: Setback) -> str:
    day = TODAY + timedelta(days=days)
    return journal.tools.preparations.put(
        Preparation("", ahead(journal, days).id, Moment.of(NOW), day, setbacks or (PLAN,))
    )


def plans(journal: Workspace) -> list[Setback]:
    return [setback for one in journal.tools.preparations.every() for setback in one.setbacks]


@every_size
async def test_an_interview_is_prepared_for(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        acme = ahead(journal)
        async with running(journal, size) as pilot:
            assert "1,801 people" in await open_tool(pilot, "before the next")
            text = await keys(pilot, "n")
            assert "‹ Acme · Cook ›" in text
            assert "(in 7 days)" in text
            text = await keys(pilot, "ctrl+s")
            assert "Acme · Cook, Mon 30 Nov 2026" in text
            (preparation,) = journal.tools.preparations.every()
            assert (preparation.application_id, preparation.interview_on) == (acme.id, WEEK)
            text = await keys(pilot, "enter")
            assert "For example: I ask for the question again" in text
            await typed(pilot, "I ask f", "right")
            await only_keys(pilot, "enter")
            assert plans(journal) == [PLAN]
            assert "▸ If I lose the thread then I ask for the question again" in await settle(pilot)
            await only_keys(pilot, "a")
            await typed(pilot, "if they laugh", "enter")
            await typed(pilot, "then I smile.", "enter")
            assert plans(journal)[1] == Setback("they laugh", "I smile.")
            assert "If they laugh, then I smile." in await settle(pilot)
            assert found(journal, "laugh") == ["preparation"]


@pytest.mark.long
async def test_another_application_and_day_may_be_chosen(path: Path) -> None:
    with open_workspace(path) as journal:
        ahead(journal)
        async with running(journal) as pilot:
            await open_tool(pilot, "before the next")
            assert "= no day in particular" in await keys(pilot, "n", "b")
            await only_keys(pilot, "tab")
            assert "Brook · Baker, Tue 1 Dec 2026 (in 8 days)" in await typed(pilot, "in 8 days", "enter")
            await only_keys(pilot, "n", "ctrl+s")
            assert "Acme · Cook" in await settle(pilot)
            assert "Brook · Baker" in await keys(pilot, "]")
            await only_keys(pilot, "d", "tab", "ctrl+a", "ctrl+k")
            assert "Brook · Baker, no date yet" in await keys(pilot, "ctrl+s")


@pytest.mark.long
async def test_plans_are_changed_taken_out_and_brought_back(path: Path) -> None:
    with open_workspace(path) as journal:
        prepared(journal, 7, PLAN, Setback("it rains", "I run"))
        async with running(journal) as pilot:
            await open_tool(pilot, "before the next")
            await only_keys(pilot, "enter", "end")
            await typed(pilot, " please", "ctrl+s")
            assert plans(journal)[0].answer == "I ask for the question again please"
            await only_keys(pilot, "u")
            assert plans(journal) == [PLAN, Setback("it rains", "I run")]
            assert "x delete" in await keys(pilot, "x")
            assert len(plans(journal)) == 2
            await only_keys(pilot, "x")
            assert plans(journal) == [Setback("it rains", "I run")]
            await only_keys(pilot, "u")
            assert plans(journal) == [PLAN, Setback("it rains", "I run")]
            await only_keys(pilot, "U")
            assert plans(journal) == [Setback("it rains", "I run")]
            assert "X once more deletes all" in await keys(pilot, "X")
            assert "once more" not in await keys(pilot, "down")
            assert "X once more deletes all" in await keys(pilot, "X")
            assert len(journal.tools.preparations.every()) == 1
            assert "n prepares for an interview" in await keys(pilot, "X")
            assert found(journal, "rains") == []
            await only_keys(pilot, "u")
            assert plans(journal) == [Setback("it rains", "I run")]
        assert "it rains" in str(journal.exchange.as_json()["setback"])


@pytest.mark.many(2)
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, None),
        (1, "before tomorrow's interview with Acme: if I lose the thread"),
        (0, "before today's interview with Acme: if I lose the thread"),
        (-1, None),
    ],
)
async def test_today_shows_it_the_day_before_and_on_the_day(path: Path, days: int, words: str | None) -> None:
    with open_workspace(path, NOW - timedelta(days=7 - days)) as journal:
        acme = journal.applications.add("Acme", "Cook")
        other = Preparation(
            "", acme.id, Moment.of(NOW), TODAY + timedelta(days=20), (Setback("it snows", "I go"),)
        )
        journal.tools.preparations.put(other)
        interview = TODAY + timedelta(days=days)
        journal.tools.preparations.put(Preparation("", acme.id, Moment.of(NOW), interview, (PLAN,)))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            text = screen_text(pilot.app)
            if words is None:
                assert "'s interview with Acme" not in text
                return
            assert words in text
            await only_keys(pilot, "tab")
            text = await keys(pilot, "enter")
            assert "If I lose the thread then I ask for the question again" in text
            assert "it snows" not in text


def test_nothing_is_due_once_the_application_is_over(path: Path) -> None:
    with open_workspace(path) as journal:
        prepared(journal, 1)
        assert len(journal.today.overview().due) == 2  # the interview, and what was planned for it
        acme = journal.applications.find(journal.tools.preparations.every()[0].application_id)
        journal.applications.add_event(acme.id, Kind.WITHDREW, Moment.of(NOW + timedelta(days=2)))
        assert journal.today.overview().due == ()


@pytest.mark.long
async def test_what_is_only_offered_cannot_be_taken_out(path: Path) -> None:
    with open_workspace(path) as journal:
        prepared(journal)
        async with running(journal) as pilot:
            await open_tool(pilot, "before the next")
            assert "x delete" not in await keys(pilot, "down", "x", "x")
            assert "x delete" in await keys(pilot, "up")
            assert plans(journal) == [PLAN]


@pytest.mark.long
async def test_without_an_open_application_the_way_to_one_is_told(path: Path) -> None:
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await open_tool(pilot, "before the next")
            await only_keys(pilot, "n")
            assert "add it with a on Applications" in messages(pilot)[-1]


def test_setbacks_to_start_from_read_as_a_sentence() -> None:
    groups = read_list(asset("setbacks.md"))
    assert 7 <= len(groups) <= 12
    assert all(2 <= len(group.items) <= 3 for group in groups)
    assert len({group.id for group in groups}) == len(groups)
    for group in groups:
        assert group.title[0].islower() or group.title.startswith("I ")
        assert all(item.startswith("I ") and not item.endswith(".") for item in group.items)


@pytest.mark.long
@every_size
async def test_hostile_words_stay_words(path: Path, size: tuple[int, int]) -> None:
    with open_workspace(path) as journal:
        odd = journal.applications.add(HOSTILE, HOSTILE)
        setbacks = (Setback(HOSTILE, HOSTILE), Setback("x" * 1_000_000, "y " * 500_000))
        journal.tools.preparations.put(
            Preparation("", odd.id, Moment.of(NOW), TODAY + timedelta(days=1), setbacks)
        )
        async with running(journal, size) as pilot:
            assert "[/]" in await open_tool(pilot, "before the next")
            await only_keys(pilot, "down", "enter", "escape", "up", "enter", "tab", "escape", "d")
            text = screen_text(pilot.app)
            assert "[/]" in text
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            await only_keys(pilot, "escape", "x", "x", "X", "X", "escape")
            assert pilot.app.is_running
