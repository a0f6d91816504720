"""The forms: every part is saved, and what does not fit is told kindly."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace, running, screen_text, type_text
from textual import events
from textual.pilot import Pilot

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading, Relation
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace


async def go_to(pilot: Pilot[None], name: str) -> None:
    pilot.app.screen.query_one(f"#{name}").focus()
    await pilot.pause()


def entries(journal: Workspace) -> int:
    return journal.journal.history(Query()).known


async def test_every_part_is_saved_and_can_be_read_back(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("tab")
            await type_text(pilot, "Data engineer")
            await pilot.press("tab", "i", "tab", "tab")
            await type_text(pilot, "yesterday 3pm")
            assert "Sun 22 Nov 2026, 15:00" in screen_text(pilot.app)
            await pilot.press("tab", "a", "tab", "3", "2")
            await type_text(pilot, "shame 60\n")
            await go_to(pilot, "text")
            await type_text(pilot, "It was **close**.")
            await pilot.press("tab")
            await type_text(pilot, "panel remote")
            await pilot.press("tab")
            await type_text(pilot, "an internal candidate\n")
            await pilot.press("tab")
            await type_text(pilot, "shorter answers")
            await pilot.press("tab")
            await type_text(pilot, "they inv")
            await pilot.pause()
            await pilot.press("right")
            await go_to(pilot, "locus")
            await pilot.press("right", "right")
            await go_to(pilot, "forecast")
            await type_text(pilot, "14")
            await go_to(pilot, "after-mood")
            await pilot.press("2")
            assert "common right after writing" in screen_text(pilot.app)
            await pilot.press("ctrl+s")
            await pilot.pause()
        shown = journal.journal.show("-1")
        assert shown.item.entry.text == "It was **close**."
        assert shown.item.entry.tags == ("panel", "remote")
        assert shown.item.entry.written_at.isoformat() == "2026-11-22T15:00:00+01:00"
        assert (shown.item.stage, shown.item.result) == (Kind.INTERVIEW, Result.REJECTED)
        assert {one.relation: one.reading for one in shown.checkins} == {
            Relation.BEFORE: Reading(3, 2, (Feeling("shame", 60),)),
            Relation.AFTER: Reading(2),
        }
        assert {one.felt_at.local_date for one in shown.checkins} == {NOW.date()}
        assert shown.causes == (
            Cause(Side.OUTSIDE, "an internal candidate"),
            Cause(Side.CHANGEABLE, "shorter answers"),
            Cause(Side.WENT_RIGHT, "they invited me"),
        )
        assert shown.attribution == Attribution(locus=60)
        (application,) = journal.applications.every()
        assert application.source is Source.AGENCY
        assert journal.recovery.episodes()[0].forecast == 14


async def test_a_feeling_typed_but_not_entered_is_saved_too(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "4", "3")
            await type_text(pilot, "calm 40")
            await pilot.press("ctrl+s")
            await pilot.pause()
        item = journal.database.row("SELECT name, strength FROM feeling")
        assert item == ("calm", 40)


async def test_nothing_is_compulsory_but_a_word(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n", "ctrl+s")
            await pilot.pause()
            assert "Name the company, or write a line" in screen_text(pilot.app)
            assert entries(journal) == 0
            await go_to(pilot, "text")
            await type_text(pilot, "They said no.")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert entries(journal) == 1


@pytest.mark.long
@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("when", "the day after never", "yesterday 3pm"),
        ("when", "tomorrow", "still to come"),
        ("when", "3/4", ""),
    ],
)
async def test_a_date_that_is_not_understood_is_told_and_keeps_the_form_open(
    tmp_path: Path, field: str, typed: str, told: str
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (120, 40)) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await go_to(pilot, field)
            pilot.app.screen.query_one(f"#{field}").value = typed
            await pilot.pause()
            assert told in " ".join(screen_text(pilot.app).split())
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert entries(journal) == 0
            assert "Acme" in screen_text(pilot.app)


@pytest.mark.parametrize("result", ["o", "m", "w"])
@pytest.mark.many(3)
async def test_good_news_is_met_with_no_word_for_a_no(tmp_path: Path, result: str) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            await pilot.press("n")
            for_a_no = ("I am sorry", "disappointment 60", "A lower mood right after")
            assert [one for one in for_a_no if one not in screen_text(pilot.app)] == []
            await go_to(pilot, "result")
            await pilot.press(result, "tab")
            await pilot.pause()
            await pilot.pause()
            assert [one for one in for_a_no if one in screen_text(pilot.app)] == []
            await pilot.press("shift+tab", "r", "tab")
            await pilot.pause()
            await pilot.pause()
            assert [one for one in for_a_no if one not in screen_text(pilot.app)] == []


async def test_an_offer_is_celebrated_and_asks_for_no_forecast(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            await pilot.press("n")
            assert "In how many days" in screen_text(pilot.app)
            await type_text(pilot, "Acme")
            await go_to(pilot, "result")
            await pilot.press("o")
            await pilot.pause()
            assert "Congratulations" not in screen_text(pilot.app)  # it may be passed by on the way
            await pilot.press("tab")
            await pilot.pause()
            text = screen_text(pilot.app)
            assert "Congratulations" in text
            assert "In how many days" not in text
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert journal.recovery.episodes() == []
        assert journal.applications.every()[0].stage_reached is Kind.OFFER


async def test_a_check_in_on_the_next_day_says_what_it_also_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with open_workspace(path, NOW - timedelta(days=1)) as journal:
        journal.journal.log(Outcome("Acme", text="No.", before=Reading(3)))
    with open_workspace(path) as journal:
        async with running(journal) as pilot:
            await pilot.press("m")
            await pilot.pause()
            assert "the day after “No.”" in screen_text(pilot.app)
            await pilot.press("5", "4", "enter")
            await pilot.pause()
        assert [one.relation for one in journal.journal.show("-1").checkins] == [
            Relation.BEFORE,
            Relation.NEXT_DAY,
        ]


@pytest.mark.long
async def test_letters_typed_into_a_form_start_nothing_else(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "mnw/u?12345")
            assert pilot.app.screen.query_one("#company").value == "mnw/u?12345"


@pytest.mark.long
async def test_what_was_written_on_the_other_side_is_saved_whatever_the_result(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await go_to(pilot, "could-change Line")
            await type_text(pilot, "shorter answers\n")
            await go_to(pilot, "forecast")
            await type_text(pilot, "9")
            await go_to(pilot, "result")
            await pilot.press("w", "tab")
            await pilot.pause()
            assert "Only a no has a forecast" in " ".join(screen_text(pilot.app).split())
            assert pilot.app.screen.query_one("#other-side").display
            await pilot.press("ctrl+s")
            await pilot.pause()
        said = [cause.text for cause in journal.journal.show("-1").causes]
        assert said == ["shorter answers"]


@pytest.mark.long
async def test_what_went_right_is_suggested_and_never_kept_unsaid(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await pilot.press("tab", "tab", "a")
            assert "they invited me" not in screen_text(pilot.app)  # who only applied was not invited
            await go_to(pilot, "company")
            await pilot.press("tab", "tab")
            await type_text(pilot, "final")
            await pilot.pause()
            assert "they invited me …" in screen_text(pilot.app)
            await pilot.press("tab")
            await type_text(pilot, "ghosted")
            await pilot.press("ctrl+s")
            await pilot.pause()
        shown = journal.journal.show("-1")
        assert shown.causes == ()
        assert (shown.item.stage, shown.item.result) == (Kind.FINAL, Result.GHOSTED)


async def test_a_forecast_in_words_is_understood_and_what_is_none_is_said(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            await type_text(pilot, "Acme")
            await go_to(pilot, "forecast")
            for words in ("soon", "11 years"):
                await type_text(pilot, words)
                await pilot.press("ctrl+s")
                await pilot.pause()
                assert "ten years at most: “14”, or “two weeks”" in " ".join(screen_text(pilot.app).split())
                assert pilot.app.screen.query_one("#forecast").value == words
                await pilot.press(*["backspace"] * len(words))
            await type_text(pilot, "two weeks")
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert journal.recovery.episodes()[0].forecast == 14


async def test_an_entry_whose_title_is_its_first_line_gets_a_new_one_with_it(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        journal.journal.note("An old beginning")
        async with running(journal) as pilot:
            await pilot.press("2", "e")
            await pilot.pause()
            assert pilot.app.screen.query_one("#title").value == ""
            pilot.app.screen.query_one("#text").text = "A new beginning"
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert journal.journal.show("-1").item.entry.title == "A new beginning"


async def test_several_feelings_on_a_line_are_several(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("m", "4", "3")
            await type_text(pilot, "shame 60, anger 20")
            await pilot.press("ctrl+s")
            await pilot.pause()
        rows = journal.database.rows("SELECT name, strength FROM feeling ORDER BY name")
        assert rows == [("anger", 20), ("shame", 60)]


async def test_all_pasted_lines_are_kept_in_a_field_of_one_line(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("n")
            pilot.app.post_message(events.Paste("Acme\nInternational Ltd"))
            await pilot.pause()
            assert pilot.app.screen.query_one("#company").value == "Acme International Ltd"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_above_the_empty_page_stands_one_short_line_and_no_figure(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await pilot.press("w")
            await pilot.pause()
            text = " ".join(screen_text(pilot.app).split())
            assert "A lower mood right after writing is common." in text
            assert "r = .075" not in text
