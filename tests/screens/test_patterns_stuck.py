"""Where do I get stuck: the stages and the silences, walked along by key, and what is behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_COMPANY, ago, all_sizes, flat, line_with, place_of, press, rejected, sizes
from looking import open_workspace, press_keys, running, screen_text, type_text
from test_patterns_page import everything

from bounceback_tui.domain.application import Application, Kind, Result, Source
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.applications import ApplicationsPage
from bounceback_tui.screens.examples import example_silence
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.day_bars import DayBars

STAGES = ("5", "right", "right")
SILENCE = (*STAGES, "v")


def applied(
    journal: Workspace, company: str, *events: tuple[int, Kind], source: Source | None = None
) -> Application:
    """An application with events so many days ago, that no entry tells of."""
    application = journal.applications.add(company, "Data engineer", source=source, when=ago(events[0][0]))
    for days_ago, kind in events[1:]:
        journal.applications.add_event(application.id, kind, ago(days_ago))
    return application


def six_replies(journal: Workspace) -> None:
    """Rejections 2, 4, 6, 8, 12 and 20 days after applying; two applications open for 23 and 9 days."""
    with journal.database.write():
        for number, days in enumerate((2, 4, 6, 8, 12, 20)):
            applied(journal, f"Firm {number}", (60 + days, Kind.APPLIED), source=Source.REFERRAL)
            journal.journal.log(
                Outcome(
                    f"Firm {number}", "Data engineer", Kind.APPLIED, Result.REJECTED, when=ago(60), text="No."
                )
            )
        applied(journal, "Acme", (40, Kind.APPLIED), (23, Kind.SCREEN))
        journal.journal.log(
            Outcome("Beta", "Analyst", Kind.SCREEN, Result.MOVED_ON, when=ago(9), text="A good talk.")
        )


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal that no test here changes."""
    with open_workspace(tmp_path_factory.mktemp("six") / "journal.db") as workspace:
        six_replies(workspace)
        yield workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


@all_sizes
async def test_silence_has_its_sentence_its_picture_and_its_table(
    six: Workspace, size: tuple[int, int]
) -> None:
    async with running(six, size) as pilot:
        text = await everything(pilot, *SILENCE)
        assert "stages silence" in text
        assert (
            "Of all your waits, half had an answer within about 12 days, likely between 2 and 20 "
            "(7 answered, 2 not or not yet). Longest silent now: Acme, 23 days; none of your 7 replies took "
            "longer."
        ) in text
        assert "Rests on 7 replies, 2 applications open now." in text
        assert "Days of silence so far, against your own replies" in text
        assert "┊ half answered by day 12" in text
        assert "company role silent took longer" in text
        assert "Acme Data engineer 23 days 0 of 7" in text
        assert "Beta Analyst 9 days 3 of 7" in text
        assert "Took longer: so many of your own replies did." in text


@pytest.mark.long
@all_sizes
async def test_walking_along_the_silences_and_reading_what_was_written(
    six: Workspace, size: tuple[int, int]
) -> None:
    async with running(six, size) as pilot:
        await press_keys(pilot, *SILENCE, "enter")
        assert line_with(pilot, "▸").lstrip().startswith("Acme")
        assert "Acme · Data engineer: silent for 23 days; none of your 7 replies took longer" in flat(
            screen_text(pilot.app)
        )
        await press_keys(pilot, "right")
        assert line_with(pilot, "▸").lstrip().startswith("Beta")
        assert "Beta · Analyst: silent for 9 days; 3 of your 7 replies took longer" in flat(
            screen_text(pilot.app)
        )
        text = flat(await press(pilot, "enter"))
        assert "Beta · Analyst: silent for 9 days" in text
        assert "14 Nov" in text
        await press_keys(pilot, "enter")
        assert "A good talk." in screen_text(pilot.app)


@pytest.mark.long
@sizes
async def test_an_application_without_an_entry_is_turned_to(six: Workspace, size: tuple[int, int]) -> None:
    async with running(six, size) as pilot:
        await press_keys(pilot, *SILENCE, "enter", "enter")
        assert pilot.app.query_one(ApplicationsPage).display  # its log is all there is
        await press_keys(pilot, "5")
        assert isinstance(pilot.app.focused, DayBars)
        assert "▸" not in await press(pilot, "escape")


@all_sizes
async def test_walking_along_the_stages_and_reading_what_ended_there(
    six: Workspace, size: tuple[int, int]
) -> None:
    async with running(six, size) as pilot:
        await press_keys(pilot, *STAGES, "enter")
        assert "applied → screen" in line_with(pilot, "▸")
        assert "applied → screen: 2 of 8 moved on, likely between 1 in 14 and 3 in 5" in flat(
            screen_text(pilot.app)
        )
        text = flat(await press(pilot, "right"))
        assert "screen → interview" in line_with(pilot, "▸")
        assert "screen → interview: no answer yet; 2 still open" in text
        text = flat(await press(pilot, "enter"))
        assert "Open or withdrawn at the screen" in text
        assert "Beta" in text
        await press_keys(pilot, "escape")
        text = flat(await press(pilot, "left", "enter"))
        assert "Ended right after applying" in text
        assert text.count("Firm ") >= 3
        assert "Beta" not in text


@pytest.mark.long
@sizes
async def test_without_colour_it_can_be_seen_where_the_cursor_is(
    six: Workspace, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(six, size) as pilot:
        for keys, before, after in ((STAGES, "applied", "screen → i"), (("v",), "Acme", "Beta")):
            assert "▸" not in await press(pilot, *keys)
            await press_keys(pilot, "enter")
            assert line_with(pilot, "▸").lstrip().startswith(before)
            await press_keys(pilot, "right")
            assert line_with(pilot, "▸").lstrip().startswith(after)
            x, y = place_of(pilot, line_with(pilot, "▸"))
            assert pilot.app.screen.get_style_at(x + 2, y).bold
            assert not pilot.app.screen.get_style_at(x + 2, y - 1).bold
            await press_keys(pilot, "escape")


@pytest.mark.long
@sizes
async def test_a_filter_holds_for_silence_too(six: Workspace, size: tuple[int, int]) -> None:
    async with running(six, size) as pilot:
        await press_keys(pilot, *SILENCE, "f")
        await type_text(pilot, "source:referral")
        text = await everything(pilot, "enter")
        assert "Of all your waits, half had an answer within about 6 days" in text
        assert "(6 answered). No application waits for one now." in text
        assert "Within how many days a quarter, half and three quarters of your waits had an answer" in text
        assert "three quarters 12 days" in text
        await press_keys(pilot, "enter", "end")
        assert line_with(pilot, "▸").strip().startswith("three quarters")
        assert "three quarters of all your waits had an answer within 12 days" in flat(screen_text(pilot.app))
        text = flat(await press(pilot, "enter"))
        assert "Firm 4" in text
        assert "Firm 5" not in text


@pytest.mark.long
@all_sizes
async def test_too_few_replies_are_told_with_an_example_and_what_is_known(
    journal: Workspace, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        text = await everything(pilot, *SILENCE)
        assert "still missing: 5 more replies" in text
        assert "An example of what will stand here, not yours:" in text
        assert "one application" in text
        assert "┊" in text
        assert "●" in text
        assert "Rests on" not in text
    applied(journal, "Acme", (40, Kind.APPLIED), (23, Kind.SCREEN))
    async with running(journal, size) as pilot:
        text = await everything(pilot, *SILENCE)
        assert "still missing: 4 more replies" in text
        assert "Rests on 1 reply, 1 application open now." in text
        assert "An example of what will stand here, not yours:" in text
        assert "Acme Data engineer 23 days –" in text
        assert "half answered" not in text


@pytest.mark.long
@all_sizes
async def test_a_hostile_name_is_only_a_name(journal: Workspace, size: tuple[int, int]) -> None:
    six_replies(journal)
    applied(journal, HOSTILE_COMPANY, (50, Kind.APPLIED))
    applied(journal, "[@click=app.quit]x\x1b]52;c;aGk=\x07\u202e", (49, Kind.APPLIED))
    async with running(journal, size) as pilot:
        text = await everything(pilot, *SILENCE)
        assert "[/]" in text
        await press_keys(pilot, "enter", "right")
        text += screen_text(pilot.app)
        assert "[@click" in text
        assert not set(text) & set("\x1b\x07\u202e")
        await press_keys(pilot, "enter")
        assert pilot.app.is_running


async def test_an_interview_ahead_is_no_silence(journal: Workspace) -> None:
    six_replies(journal)
    applied(journal, "Calder", (50, Kind.APPLIED), (-3, Kind.INTERVIEW))
    async with running(journal) as pilot:
        text = await everything(pilot, *SILENCE)
        assert "Longest silent now: Acme, 23 days" in text
        assert "Calder" not in text


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_example_has_shapes_and_no_figures(width: int) -> None:
    drawn = example_silence(width, 9).plain
    assert len(drawn.split("\n")) == 3
    assert not any(sign.isdigit() for sign in drawn)
    assert "days" not in drawn


async def test_what_ended_long_ago_is_read_by_the_latest_first(journal: Workspace) -> None:
    for number in range(3):
        rejected(journal, f"Firm {number}", 30 * number, Kind.SCREEN)
    async with running(journal) as pilot:
        text = await press(pilot, *STAGES, "enter", "right", "enter")
        assert text.index("Firm 0") < text.index("Firm 1") < text.index("Firm 2")
