"""A page does its work once: nothing is made, asked for or drawn again that is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers_recover import rejected, ten_rejections
from looking import open_workspace, press, press_keys, running, screen_text
from textual.app import App
from textual.content import Content
from textual.css.stylesheet import CssSource
from textual.geometry import Size
from textual.visual import Visual

from bounceback_tui.app import app
from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.episode import StepState
from bounceback_tui.resources import asset_path
from bounceback_tui.screens import answering, guide_text, registry
from bounceback_tui.screens import journal as journal_page
from bounceback_tui.screens.episode_card import EpisodeCard
from bounceback_tui.screens.episode_notes import EpisodeNotes
from bounceback_tui.screens.journal import JournalPage
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.today import TodayPage
from bounceback_tui.services import past_parts, patterns
from bounceback_tui.services.logs import Logs
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications, episodes
from bounceback_tui.widgets.application_list import ApplicationList
from bounceback_tui.widgets.history_list import HistoryList
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.step_list import StepList


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        ten_rejections(workspace)
        for number in range(4):
            workspace.recovery.set_closed(workspace.recovery.find(f"-{number + 3}").id, True)
        yield workspace


def counting(patch: pytest.MonkeyPatch, kind: object, name: str) -> list[Any]:
    """What something was called for from now on: the first thing that it was handed, or its own self."""
    called: list[Any] = []
    usual = getattr(kind, name)

    def counted(self: Any, *given: Any, **more: Any) -> Any:
        called.append(given[0] if given else self)
        return usual(self, *given, **more)

    patch.setattr(kind, name, counted)
    return called


def of_fields(app: App[Any]) -> list[CssSource]:
    """The rules of the toolkit's own fields, as they were read last."""
    return [source for source in app.stylesheet.source.values() if source.scope == "Input"]


async def test_today_keeps_its_cards_and_shows_in_them_what_changed(journal: Workspace) -> None:
    async with running(journal) as pilot:
        before = list(pilot.app.query(EpisodeCard))
        assert len(before) == 3, "the control"
        await press(pilot, "2", "1")
        assert list(pilot.app.query(EpisodeCard)) == before
        first = before[0].card
        assert first.next_step is not None
        journal.recovery.set_state(first.episode.id, first.next_step.id, StepState.DONE)
        text = await press(pilot, "2", "1")
        assert list(pilot.app.query(EpisodeCard)) == before
        assert before[0].has_focus
        following = before[0].card.next_step
        assert following is not None
        assert following != first.next_step
        assert following.text[:30] in text
        rejected(journal, "Brook")
        text = await press(pilot, "2", "1")
        assert "Brook" in text
        assert list(pilot.app.query(EpisodeCard)) != before, "the control: another one is open"


async def test_a_card_is_laid_out_anew_only_for_something_new(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        card = pilot.app.query(EpisodeCard).first()
        assert card.usual is not None, "the control"
        drawn = counting(monkeypatch, EpisodeCard, "refresh")
        card.know(card.usual, card.offer, card.quiet)
        card.show(card.card, resting=False)
        assert not drawn
        card.know(card.usual + 100, card.offer, card.quiet)
        assert drawn
        await pilot.pause()
        assert f"usually about {card.usual:g}" in screen_text(pilot.app)


async def test_lines_are_laid_out_once_for_a_width(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = counting(monkeypatch, EpisodeCard, "lines_at")
    async with running(journal) as pilot:
        laid_out.clear()
        await press(pilot, "2", "1")
        assert len(laid_out) <= 2, "the one card that lost the focus, and has it again"
        laid_out.clear()
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert len(laid_out) == 3 * len({*laid_out}), "each of the three once for a width"


async def test_what_is_said_of_an_empty_list_is_broken_into_lines_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path / "empty.db") as empty:
        async with running(empty) as pilot:
            broken = counting(monkeypatch, Visual, "to_strips")
            assert "No applications yet" in await press(pilot, "4")
            said = [one for one in broken if isinstance(one, Content) and "No applications" in one.plain]
            assert len(said) == 1


async def test_keys_at_the_foot_are_looked_for_once_a_turn(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        await press(pilot, "3", "1")
        followed = counting(monkeypatch, KeyBar, "_follow")
        text = await press(pilot, "3")
        assert "tick" in text
        assert 1 <= len(followed) <= 3


async def test_the_focus_moves_without_the_whole_screen_being_drawn(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        drawn = counting(monkeypatch, MainScreen, "refresh")
        await press(pilot, "down")
        assert [card.has_focus for card in pilot.app.query(EpisodeCard)] == [False, True, False]
        assert not drawn
        pilot.app.screen.refresh()
        assert drawn, "the control"


async def test_an_application_is_read_once_for_a_visit_and_again_once_something_was_written(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = counting(monkeypatch, Logs, "of")
    async with running(journal) as pilot:
        await press(pilot, "4")
        assert 1 <= len(read) <= 2, "once, and once more with what is usual"
        read.clear()
        await press(pilot, "1", "4")
        assert not read
        await press(pilot, "down")
        assert len(read) == 1
        journal.applications.add_event(read[0].id, Kind.INTERVIEW, note="They rang again.")
        read.clear()
        assert "They rang again." in await press(pilot, "1", "4")
        assert read


@pytest.mark.parametrize(("key", "kind"), [("2", HistoryList), ("4", ApplicationList)])
async def test_a_list_draws_its_rows_anew_only_where_there_is_another_number_of_lines_for_each(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, key: str, kind: type
) -> None:
    """A page gets another height from most pages that somebody comes from: the keys take more lines there."""
    async with running(journal, (80, 30)) as pilot:
        asked = counting(monkeypatch, kind, "draw_thing")
        await press(pilot, key)
        assert asked, "the control"
        asked.clear()
        await pilot.resize_terminal(80, 28)
        await pilot.pause()
        screen_text(pilot.app)
        assert not asked
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        screen_text(pilot.app)
        assert asked, "there are two lines for each now"


@pytest.mark.parametrize(("key", "kind"), [("2", HistoryList), ("4", ApplicationList)])
async def test_whoever_comes_back_to_a_list_finds_it_drawn_until_something_was_written(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, key: str, kind: type
) -> None:
    async with running(journal) as pilot:
        await press(pilot, key)
        drawn = counting(monkeypatch, kind, "draw_thing")
        before = await press(pilot, "1", key)
        assert not drawn
        assert await press(pilot, "down", "1", key) != before
        assert len(drawn) <= 3, "where the cursor was, and where it is"
        drawn.clear()
        rejected(journal, "Brook")
        await press(pilot, "1", key)
        assert len(drawn) > 5


async def test_rows_have_the_colours_of_another_theme_at_once(journal: Workspace) -> None:
    for company in ("Acme", "Brook"):
        journal.applications.add(company)
    async with running(journal) as pilot:
        await press(pilot, "4")
        rows = pilot.app.query_one(ApplicationList)
        before = rows.render_line(1)
        rows.screen.set_focus(None)
        await pilot.pause()
        assert rows.render_line(1) is before, "the control: it was drawn, whatever has the focus"
        pilot.app.register_theme(replace(pilot.app.current_theme, name="other", accent="#d02090"))
        pilot.app.theme = "other"  # the same grounds, and other words
        await pilot.pause()
        assert rows.render_line(1).text == before.text
        assert rows.render_line(1) != before


async def test_a_step_is_laid_out_once_however_many_ask_how_high_it_is(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = counting(monkeypatch, StepList, "_block")
    async with running(journal) as pilot:
        await press(pilot, "3")
        steps = pilot.app.query_one(StepList)
        made.clear()
        for _ in range(3):
            steps.get_content_height(Size(80, 24), Size(80, 24), 70)
        assert len(made) <= len(steps.rows)
        await press(pilot, "down")
        made.clear()
        steps.cursor = 0
        steps.get_content_height(Size(80, 24), Size(80, 24), 70)
        assert made, "the control: the cursor stands elsewhere"


async def test_the_style_of_the_other_pages_is_read_before_a_key_waits_for_it(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_SOON", 60)
    sheet = str(asset_path("pages.tcss"))
    async with running(journal) as pilot:
        assert not pilot.app.stylesheet.has_source(sheet), "the control: a first paint does without"
        assert isinstance(pilot.app, app.BouncebackApp)
        pilot.app.settle_in()
        assert pilot.app.stylesheet.has_source(sheet)
        before = of_fields(pilot.app)
        await press(pilot, "2", "4", "5")
        assert before
        assert of_fields(pilot.app) == before, "for a class further below they would be read anew"


@pytest.mark.parametrize("ready", [False, True])
async def test_steps_do_not_wait_for_what_draws_the_guides_own_words(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, ready: bool
) -> None:
    told: list[bool] = []  # whether the steps stood there
    rendered = guide_text.rendered

    def slowly(text: str) -> Any:
        told.append(bool(pilot.app.query_one(StepList).region))
        return rendered(text)

    monkeypatch.setattr(guide_text, "is_ready", lambda: ready)
    monkeypatch.setattr(guide_text, "rendered", slowly)
    async with running(journal, (120, 60)) as pilot:
        text = await press(pilot, "3")
        assert told == [True]
        first = journal.recovery.guide.sections[0].text.split(".")[0]
        assert first[:20] in text
        ready = True
        await press(pilot, "right")
        assert len(told) == 2


async def test_the_code_of_the_other_pages_is_loaded_one_by_one_before_a_key_waits_for_it(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        assert isinstance(pilot.app, app.BouncebackApp)
        loaded = counting(monkeypatch, registry.Listed, "load")
        pilot.app.load_ahead(registry.PAGES)
        assert [one.name for one in loaded] == ["Today"]
        while len(loaded) < len(registry.PAGES):
            await pilot.pause(0.01)
        assert loaded == [*registry.PAGES]


async def test_what_pages_list_is_put_in_order_before_a_key_waits_for_it(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        assert isinstance(pilot.app, app.BouncebackApp)
        ordered = [counting(monkeypatch, module, "keys") for module in (applications, episodes)]
        pilot.app.load_ahead(registry.PAGES[:1])
        await pilot.pause(0.1)
        assert [len(times) for times in ordered] == [1, 1]
        assert "Firm 9" in await press(pilot, "4")
        assert "Firm" in await press(pilot, "3")
        assert [len(times) for times in ordered] == [1, 1]


def test_what_statistics_rest_on_is_loaded_once_today_stands(journal: Workspace) -> None:
    TodayPage(journal)
    assert "patterns" not in vars(journal), "the first picture has none of it"
    assert journal.patterns is vars(journal)["patterns"], "the control"


@pytest.mark.parametrize(("page", "told"), [("1", TodayPage), ("3", EpisodeNotes)])
async def test_in_a_long_journal_what_is_usual_waits_until_a_page_has_stood_a_while(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, page: str, told: type[TodayPage | EpisodeNotes]
) -> None:
    monkeypatch.setattr(patterns, "LARGE", 0)
    monkeypatch.setattr(answering, "ONCE_PAINTED", 60)
    monkeypatch.setattr(answering, "ONCE_STILL", 60)
    async with running(journal) as pilot:
        await press(pilot, page)
        usual = pilot.app.query_one(told)._usual
        assert journal.patterns.known("mood") is None
        await press(pilot, "2")
        usual._if_seen()  # as if the while were over
        await pilot.pause()
        assert journal.patterns.known("mood") is None, "nobody looks at it any more"
        before = usual._waiting
        await press(pilot, page)
        assert usual._waiting is not before, "whoever comes back is waited for anew"
        usual._if_seen()
        await pilot.pause()
        assert journal.patterns.known("mood") is not None
        assert "usually about" in await press(pilot, "1")


async def test_recover_reads_no_past_where_it_is_known_what_is_usual(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        assert journal.patterns.known("bounce-back") is not None, "the control"
        journal.patterns.rest()  # as where keys rest in a terminal
        asked: list[str] = []
        parts = {
            name: lambda *given, name=name, read=read: (asked.append(name), read(*given))[1]
            for name, read in past_parts.PARTS.items()
        }
        monkeypatch.setattr(past_parts, "PARTS", parts)
        await press(pilot, "3", "1")
        assert asked == []
        journal.journal.note("Something was written.")
        await press(pilot, "2", "1")
        assert "readings" in asked, "the control"


@pytest.mark.parametrize(("keys", "loaded"), [(["2"], 1), (["2", "3"], 0), (["2", "4", "2"], 1)])
async def test_nothing_is_loaded_for_entries_beside_the_page_that_somebody_turned_to(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, keys: list[str], loaded: int
) -> None:
    done: list[int] = []
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(journal_page, "is_ready", lambda: bool(done))
    monkeypatch.setattr(journal_page, "make_ready", lambda: done.append(1))
    monkeypatch.setattr(JournalPage, "set_timer", lambda _page, _seconds, then: later.append(then))
    async with running(journal) as pilot:
        await press_keys(pilot, *keys)
        assert len(later) == keys.count("2")
        for then in later:
            then()
            await pilot.app.workers.wait_for_complete()
        assert len(done) == loaded
