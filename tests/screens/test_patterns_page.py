"""The Patterns page as somebody uses it: sentence, picture, table, and what is said where little is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers_recover import (
    HOSTILE_COMPANY,
    ago,
    all_sizes,
    body,
    line_with,
    place_of,
    press,
    rejected,
    sizes,
    ten_rejections,
)
from looking import open_workspace, press_keys, running, screen_text
from textual.content import Content
from textual.widget import Widget

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.screens.examples import example_curve, example_dots, example_line, example_strip
from bounceback_tui.screens.pattern_tabs import TABS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics import registry
from bounceback_tui.statistics.statistic import Statistic
from bounceback_tui.widgets.faint_picture import Draw
from bounceback_tui.widgets.interval_bars import IntervalBars
from bounceback_tui.widgets.survival_curve import SurvivalCurve
from bounceback_tui.widgets.trend_line import TrendLine

FOOTER = "← → question"


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal with ten rejections, which no test here changes."""
    with open_workspace(tmp_path_factory.mktemp("ten") / "journal.db") as workspace:
        ten_rejections(workspace)
        yield workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


async def everything(pilot, *keys: str) -> str:  # type: ignore[no-untyped-def]  # a pilot
    """All that the page has, from top to bottom."""
    await press_keys(pilot, *keys)
    text = body(pilot, FOOTER)
    for _ in range(5):
        await press_keys(pilot, "pagedown")
        text += " " + body(pilot, FOOTER)
    await press_keys(pilot, "home")
    return text


@all_sizes
async def test_how_have_i_felt(ten: Workspace, size: tuple[int, int]) -> None:
    result = ten.patterns.result("mood")
    async with running(ten, size) as pilot:
        text = await everything(pilot, "5")
        assert "How have I felt" in text
        assert result.sentence in text
        assert f"Rests on {result.n} logged days." in text
        assert "Your mood from 28 Apr 2026 to 27 Oct 2026" in text  # not the nine months there are
        assert "▾ rejection" in text
        assert "month days median from–to rejections" in text
        assert "Oct 2026 21 6 3–6 1" in text
        assert "Mar 2026" in text


@all_sizes
async def test_how_long_does_it_take_me(ten: Workspace, size: tuple[int, int]) -> None:
    result = ten.patterns.result("bounce-back")
    assert result.enough
    async with running(ten, size) as pilot:
        text = await everything(pilot, "5", "right")
        assert "How long does it take me" in text
        assert result.sentence in text
        assert "Rests on 10 ways back: 10 seen to the end." in text
        assert "▾ half by day" in text
        assert "50 %" in text
        assert "date company baseline back to it" in text
        assert text.index("Firm 9") < text.index("Firm 0")
        assert "19 Oct 2026 Firm 9 6 after about 6 days" in text


@all_sizes
async def test_where_do_i_get_stuck(ten: Workspace, size: tuple[int, int]) -> None:
    result = ten.patterns.result("stages")
    async with running(ten, size) as pilot:
        text = await everything(pilot, "5", "right", "right")
        assert "Where do I get stuck" in text
        assert result.sentence in text
        assert "Rests on 10 applications." in text
        assert "10 of 10 100 % (72–100 %)" in text
        assert "too few to say" in text
        assert "step moved on ended open withdrew" in text
        assert "screen → interview 4 6 0 0" in text


@pytest.mark.long
@sizes
async def test_questions_are_turned_to_by_key_and_by_mouse(ten: Workspace, size: tuple[int, int]) -> None:
    questions = [tab.question for tab in TABS]
    sentences = [ten.patterns.result(tab.answers[0].statistic).sentence[:40] for tab in TABS]
    async with running(ten, size) as pilot:
        await press_keys(pilot, "5", "left")
        assert sentences[0] in screen_text(pilot.app)
        for sentence in [*sentences[1:], sentences[-1]]:
            assert sentence in await press(pilot, "right")
        assert sentences[-2] in await press(pilot, "left")
        if size[0] > 80:  # there all questions have room
            for question, sentence in zip(questions, sentences, strict=True):
                await pilot.click(offset=place_of(pilot, question))
                assert sentence in await press(pilot)
        await pilot.app.main.turn_to("Patterns", "bounce-back")
        assert sentences[1] in await press(pilot)


@pytest.mark.long
async def test_in_a_small_window_the_questions_turn_by_their_arrows(ten: Workspace) -> None:
    async with running(ten, (60, 20)) as pilot:
        await press_keys(pilot, "5")
        assert f"1/{len(TABS)} How have I felt" in screen_text(pilot.app)
        x, y = place_of(pilot, "← →")
        await pilot.click(offset=(x + 2, y))
        assert f"2/{len(TABS)} How long does it take me" in await press(pilot)
        await pilot.click(offset=(x, y))
        assert f"1/{len(TABS)} How have I felt" in await press(pilot)


@pytest.mark.long
@all_sizes
async def test_how_it_is_worked_out_is_told_with_its_source_and_hidden_again(
    ten: Workspace, size: tuple[int, int]
) -> None:
    async with running(ten, size) as pilot:
        assert "Smyth 1998" not in await everything(pilot, "5")
        assert "Smyth 1998" in await everything(pilot, "i")
        assert "Wilson's (1927)" in await everything(pilot, "right", "right")
        assert "Wilson" not in await everything(pilot, "i")
        assert "i method" in screen_text(pilot.app)


@sizes
async def test_an_answer_is_worked_out_when_its_question_is_asked(
    ten: Workspace, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[str] = []

    load = registry.Listed.load

    def watched(listed: registry.Listed) -> Statistic:
        one = load(listed)
        return replace(one, compute=lambda past: (worked_out.append(one.name), one.compute(past))[1])

    monkeypatch.setattr(registry.Listed, "load", watched)
    ten.patterns._known.clear()
    async with running(ten, size) as pilot:
        await press_keys(pilot, "2", "5")
        assert "stages" not in worked_out
        await press_keys(pilot, "right", "right")
        assert worked_out.count("stages") == 1
        await press_keys(pilot, "left", "right", "i", "1", "5")
        assert worked_out.count("stages") == 1
    ten.patterns._known.clear()


@pytest.mark.long
@all_sizes
async def test_an_empty_journal_is_told_what_is_missing_and_shown_an_example(
    journal: Workspace, size: tuple[int, int]
) -> None:
    async with running(journal, size) as pilot:
        text = await everything(pilot, "5")
        assert "still missing: 3 more logged days" in text
        assert "An example of what will stand here, not yours:" in text
        assert "Rests on" not in text
        assert any("⠀" < sign < "⣿" for sign in text)
        text = await everything(pilot, "right")
        assert "This can be said once 5 of your ways back" in text
        assert "An example of what will stand here, not yours:" in text
        text = await everything(pilot, "right")
        assert "still missing: 5 more applications" in text
        assert "An example of what will stand here, not yours:" in text
        assert "applied → screen" in text
        assert "●" in text
        assert "%" not in text


@pytest.mark.long
@sizes
async def test_a_little_is_shown_for_what_it_is(journal: Workspace, size: tuple[int, int]) -> None:
    journal.journal.check_in(Reading(2))
    for number in range(3):
        rejected(journal, f"Firm {number}", 10 * number, Kind.SCREEN)
    async with running(journal, size) as pilot:
        text = await everything(pilot, "5")
        assert "still missing: 2 more logged days" in text
        assert "Rests on 1 logged day." in text
        assert "median" not in text
        text = await everything(pilot, "right")
        assert "An example of what will stand here, not yours:" in text
        assert "23 Nov 2026 Firm 0 – no baseline" in text
        assert "No baseline: fewer than 5 logged days in the 14 days before." in text
        text = await everything(pilot, "right")
        assert "3 of 3 too few to say (2 more)" in text
        assert "0 of 3 too few to say (2 more)" in text
        assert "An example" not in text
        assert "%" not in text


@pytest.mark.long
@sizes
async def test_a_check_in_changes_the_answer_that_is_shown(journal: Workspace, size: tuple[int, int]) -> None:
    for days in range(1, 3):
        journal.journal.check_in(Reading(5), ago(days))
    async with running(journal, size) as pilot:
        assert "still missing: 1 more logged day" in await press(pilot, "5")
        await press_keys(pilot, "m", "5", "4", "enter")
        assert "your mood was about 5" in screen_text(pilot.app)
        assert "An example" not in screen_text(pilot.app)
        await press_keys(pilot, "u")
        assert "still missing: 1 more logged day" in screen_text(pilot.app)


@sizes
async def test_moods_of_long_ago_are_shown_as_far_as_they_go(
    journal: Workspace, size: tuple[int, int]
) -> None:
    for days in range(400, 420):
        journal.journal.check_in(Reading(5), ago(days))
    async with running(journal, size) as pilot:
        text = await everything(pilot, "5")
        assert "Your mood from 30 Sep 2025 to 19 Oct 2025" in text
        assert "Oct 2025 19 5 5–5 –" in text
        assert "Sep 2025 1 too few 5–5 –" in text


@sizes
async def test_a_rejection_after_the_last_check_in_is_marked_too(
    journal: Workspace, size: tuple[int, int]
) -> None:
    for days in range(40, 60):
        journal.journal.check_in(Reading(5), ago(days))
    rejected(journal, "Acme", 1)
    async with running(journal, size) as pilot:
        text = await everything(pilot, "5")
        assert "Your mood from 25 Sep 2026 to 22 Nov 2026" in text
        assert "▾" in line_with(pilot, "└")
        assert "Nov 2026 0 too few – 1" in text


@pytest.mark.long
@all_sizes
async def test_a_hostile_name_is_only_a_name(journal: Workspace, size: tuple[int, int]) -> None:
    rejected(journal, HOSTILE_COMPANY, 3)
    rejected(journal, "[@click=app.quit]x\x1b]52;c;aGk=\x07\u202e", 9)
    async with running(journal, size) as pilot:
        text = await everything(pilot, "5", "right")
        assert "[/]" in text
        assert "[@clic" in text
        assert not set(text) & set("\x1b\x07\u202e")
        assert pilot.app.is_running


@pytest.mark.long
@pytest.mark.parametrize("width", [60, 80, 100, 120, 140, 160])
async def test_pictures_use_the_width_and_nothing_is_wider(ten: Workspace, width: int) -> None:
    async with running(ten, (width, 40)) as pilot:
        for keys, kind in ((["5"], TrendLine), (["right"], SurvivalCurve), (["right"], IntervalBars)):
            await press_keys(pilot, *keys)
            picture = pilot.app.screen.query_one(kind)
            drawn = picture.render()
            assert isinstance(drawn, Content)
            widest = max(line.cell_length for line in drawn.split("\n"))
            assert widest <= picture.size.width <= width
            assert picture.size.width >= width - 5
            if kind is not IntervalBars:  # a track needs no more than 51 cells
                assert widest == picture.size.width
            for widget in pilot.app.screen.query("#patterns-column *").results(Widget):
                assert widget.region.right <= width


async def test_without_colour_the_question_and_the_picture_can_still_be_told(
    ten: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(ten, (120, 40)) as pilot:
        await press_keys(pilot, "5")
        x, y = place_of(pilot, "How have I felt")
        style = pilot.app.screen.get_style_at(x, y)
        assert style.underline
        assert not pilot.app.screen.get_style_at(*place_of(pilot, "Where do I get stuck")).underline
        assert "▾ rejection" in screen_text(pilot.app)
        assert "╌ usual" in screen_text(pilot.app)


@all_sizes
async def test_every_action_has_its_key_at_the_foot(ten: Workspace, size: tuple[int, int]) -> None:
    async with running(ten, size) as pilot:
        text = await press(pilot, "5")
        for key in ("← → question", "v view", "p period", "i method", "n what happened", "m mood", "u undo"):
            assert key in text


@pytest.mark.parametrize(
    ("draw", "lines"), [(example_line, 10), (example_curve, 10), (example_dots, 6), (example_strip, 6)]
)
def test_an_example_has_no_dates_and_no_legend(draw: Draw, lines: int) -> None:
    drawn = draw(60, 10).plain
    assert len(drawn.split("\n")) == lines
    assert not {"Jan", "days", "median", "usual"} & set(drawn.split())
