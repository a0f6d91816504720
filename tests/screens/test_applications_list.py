"""The list of applications: silence against one's own replies, what is next, a filter, what went silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event as Signal

import pytest
from helpers_journal import HOSTILE, line_with, turn_to, under_cursor
from looking import NOW, flat, open_workspace, press, press_keys, running, screen_text, type_text
from textual.widgets import Input

from bounceback_tui.domain.application import Kind, Source, Status
from bounceback_tui.domain.moment import Moment
from bounceback_tui.screens import answering
from bounceback_tui.screens.applications import ApplicationsPage
from bounceback_tui.services import gone_silent, patterns
from bounceback_tui.services.demo import fill
from bounceback_tui.services.gone_silent import usual_of
from bounceback_tui.services.patterns import Asked
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.statistic import Result
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.widgets.application_list import ApplicationList

SIZES = [(60, 20), (80, 24), (120, 40), (160, 50)]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    """Nine replies, the middle one by day 7; Brook silent for 60, Calder for 20, Dale for 3; Elm is due."""
    with open_workspace(tmp_path / "journal.db") as workspace:
        with workspace.database.write():
            for number, took in enumerate((2, 3, 4, 4, 5, 6, 7, 8, 40)):
                added = workspace.applications.add(f"Acme {number}", "Tester", Source.REFERRAL, ago(100))
                workspace.applications.add_event(added.id, Kind.REJECTED, ago(100 - took))
            for company, days in (("Brook", 60), ("Calder", 20), ("Dale", 3), ("Elm", 30)):
                workspace.applications.add(company, "Analyst", Source.AGENCY, ago(days))
            elm = next(one for one in workspace.applications.every() if one.company == "Elm")
            workspace.applications.describe(
                replace(elm, next_on=ago(-3).local_date, next_words="call HR", source=Source.REFERRAL)
            )
        yield workspace


@pytest.mark.long
@sizes
async def test_silence_stands_against_ones_own_usual_and_what_is_due_comes_first(
    journal: Workspace, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        text = await press(pilot, "4")
        places = [text.index(f"{name} · Analyst") for name in ("Elm", "Brook", "Calder", "Dale")]
        assert places == sorted(places)
        if size[0] >= 100:
            for words in ("60 days › usually 7", "20 days › usually 7", "3 days, usually 7"):
                assert words in text
        else:
            assert "60 days › " in line_with(pilot, "Brook · Analyst")
            assert "20 days › " in line_with(pilot, "Calder · Analyst")
            assert "3 days   " in line_with(pilot, "Dale · Analyst")
        coming = "Thu: call…" if size[0] == 60 else "Thu: call HR"
        assert coming in text
        for line in text.splitlines():
            assert len(line) <= size[0]


@pytest.mark.long
@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
async def test_where_the_list_has_no_room_for_it_the_log_names_what_is_usual(
    journal: Workspace, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        text = await press(pilot, "4", "down", "right")
        assert "quiet for 60 days › usually 7" in text
        text = await press(pilot, "left", "down", "down", "right")
        assert "quiet for 3 days, usually 7" in text


async def test_the_usual_comes_quietly_once_the_page_stands(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out, go_on = [], Signal()
    answer = Asked.answer

    def slowly(asked: Asked) -> Result:
        if asked.statistic.name == "silence":
            worked_out.append(asked)
            assert go_on.wait(30)
        return answer(asked)

    monkeypatch.setattr(Asked, "answer", slowly)
    told: list[Result] = []
    monkeypatch.setattr(gone_silent, "usual_of", lambda found: told.append(found) or usual_of(found))
    async with running(journal, (120, 40)) as pilot:
        await turn_to(pilot, "Applications")
        await pilot.press("down", "down")
        await pilot.pause()
        assert "20 days" in screen_text(pilot.app)
        assert "usually" not in screen_text(pilot.app)
        await pilot.press("1", "4")  # asked once, however often somebody looks
        await pilot.pause()
        go_on.set()
        assert "20 days › usually 7" in await press(pilot)
        assert "Calder" in under_cursor(pilot), "nothing has moved"
        await press_keys(pilot, "1", "4")
        assert len(worked_out) == 1
        assert len(told) == 1, "many replies are gone through once, and not at each visit"


async def test_where_the_usual_cannot_be_read_the_next_visit_asks_anew(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Asked:
        raise StorageError("The journal could not be read. Nothing was lost.")

    async with running(journal, (120, 40)) as pilot:
        with monkeypatch.context() as patch:
            patch.setattr(journal.gone_silent, "ask", fail)
            await press(pilot, "4")
            await pilot.pause(0.2)
            assert "usually" not in await press(pilot, "1")
        await press(pilot, "4")
        await pilot.pause(0.2)
        assert "20 days › usually 7" in await press(pilot)


async def test_in_a_long_journal_the_usual_waits_until_the_page_has_stood_a_while(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "LARGE", 0)
    monkeypatch.setattr(answering, "ONCE_STILL", 60)
    async with running(journal, (120, 40)) as pilot:
        assert "20 days" in await press(pilot, "4")
        page = pilot.app.query_one(ApplicationsPage)
        await press(pilot, "1")
        page._ask()  # as if the while were over
        await pilot.pause()
        assert journal.patterns.known("silence") is None, "nobody looks at it any more"
        assert "usually" not in await press(pilot, "4")
        page._ask()
        await pilot.pause()
        assert "20 days › usually 7" in await press(pilot)


@pytest.mark.long
@sizes
async def test_a_line_says_of_the_one_under_the_cursor_that_it_may_have_gone_silent(
    journal: Workspace, size: tuple[int, int]
) -> None:
    said = "Silent for 60 days, longer than any of your 9 replies. z notes that it went silent, if you like."
    async with running(journal, size) as pilot:
        assert "went silent" not in await press(pilot, "4")
        text = await press(pilot, "down")
        assert said in flat(pilot.app.screen.query_one("#application-said").render().plain)  # type: ignore[union-attr] # Content
        assert "longer than any of" in text
        assert "z went silent" in flat(text)
        text = await press(pilot, "down")
        assert "longer than 8 of your 9 replies" in flat(text.replace("│", " "))
        assert "z went silent" not in flat(text)
        await press_keys(pilot, "z")  # means nothing here
        text = await press(pilot, "down")
        assert "Silent for" not in text
    assert not any(one.status is Status.GHOSTED for one in journal.applications.every())


@sizes
async def test_z_notes_it_today_and_u_takes_it_back(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "4", "down")
        text = await press(pilot, "z")
        assert "I am sorry." in flat(text.replace("▌", " "))
        assert "Brook" in under_cursor(pilot)
        assert "ghosted" in under_cursor(pilot)
        found = next(one for one in journal.applications.every() if one.company == "Brook")
        assert [event.kind for event in found.events] == [Kind.APPLIED, Kind.GHOSTED]
        assert found.events[-1].at.local_date == NOW.date()
        assert len(journal.recovery.episodes()) == 10
        await press_keys(pilot, "u")
        assert "open" in under_cursor(pilot)
        assert "Brook" in under_cursor(pilot)
        assert len(journal.recovery.episodes()) == 9


@sizes
async def test_a_filter_is_typed_told_in_words_and_ended(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        await press_keys(pilot, "4", "f")
        await type_text(pilot, "source:referral -acme")
        text = await press(pilot, "enter")
        assert "1 application through a referral without “acme”" in flat(text.replace("│", " "))
        assert "Elm" in under_cursor(pilot)
        assert "Brook" not in text
        text = await press(pilot, "1", "4")  # it stays as long as the program runs
        assert "Brook" not in text
        text = await press(pilot, "escape")
        assert "Brook" in text
        assert "through a referral" not in text
        assert not pilot.app.screen.query_one("#applications-search", Input).value


async def test_what_is_not_understood_is_told_and_an_empty_list_says_how_to_go_on(journal: Workspace) -> None:
    async with running(journal) as pilot:
        await press_keys(pilot, "4", "f")
        await type_text(pilot, "sorce:x is:deleted company:nobody")
        text = flat(await press(pilot, "enter"))
        assert "did you mean “source:”?" in text
        assert "is:deleted was left out" in text
        assert "No applications at nobody" in text
        assert "Nothing found. esc shows all again." in text
        await press_keys(pilot, "v", "z", "enter", "right")  # nothing is there to do it to
        assert "Elm" in await press(pilot, "escape")


@pytest.mark.long
async def test_letters_in_the_box_are_letters_and_the_list_follows_each(journal: Workspace) -> None:
    async with running(journal) as pilot:
        await press_keys(pilot, "4", "down", "f")
        await type_text(pilot, "dal")
        await press_keys(pilot)
        assert pilot.app.screen.query_one(ApplicationList).count == 1
        assert "Dale" in screen_text(pilot.app)
        await press_keys(pilot, "escape", "escape")
        assert pilot.app.screen.query_one(ApplicationList).has_focus
        assert "f filter" in flat(screen_text(pilot.app))


@pytest.mark.long
async def test_one_that_the_filter_leaves_out_ends_it_when_it_is_turned_to(journal: Workspace) -> None:
    async with running(journal) as pilot:
        await press_keys(pilot, "4", "f")
        await type_text(pilot, "acme")
        await press_keys(pilot, "enter", "a")
        await type_text(pilot, "Fern")
        text = await press(pilot, "ctrl+s")
        assert "Fern" in under_cursor(pilot)
        assert "Elm" in text


@pytest.mark.long
@sizes
async def test_hostile_words_of_a_next_date_and_in_the_filter_are_text(
    journal: Workspace, size: tuple[int, int]
) -> None:
    journal.applications.add("Fern")
    with journal.database.write():
        for one, text in zip(journal.applications.every()[:5], HOSTILE, strict=True):
            journal.applications.describe(replace(one, next_on=ago(-2).local_date, next_words=text))
    async with running(journal, size) as pilot:
        text = await press(pilot, "4")
        for shown in HOSTILE.values():
            assert f"Wed: {shown[:4]}" in text
        await press_keys(pilot, "f")
        for hostile in HOSTILE:
            pilot.app.screen.query_one("#applications-search", Input).value = f"company:{hostile} {hostile}"
            text = await press(pilot)
            assert not {"\x1b", "\x07", "\u202e"} & set(text)
        await press_keys(pilot, "enter")
        assert pilot.app.is_running


@pytest.mark.long
async def test_a_long_list_follows_once_no_more_letters_come(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bounceback_tui.screens.applications._FEW", 3)
    monkeypatch.setattr("bounceback_tui.screens.applications._SHORTLY", 60)
    async with running(journal) as pilot:
        await press_keys(pilot, "4", "f")
        count = pilot.app.screen.query_one(ApplicationList).count
        await type_text(pilot, "dale")
        await press_keys(pilot)
        assert pilot.app.screen.query_one(ApplicationList).count == count
        await press_keys(pilot, "enter")
        assert pilot.app.screen.query_one(ApplicationList).count == 1


async def test_a_name_has_room_before_columns_stand_empty(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (80, 24)) as pilot:
            text = await press(pilot, "4")
            assert "Quillhaven Press · Data analyst " in text
            assert "Tue: interview" in text
            assert "388 days ›" in text
