"""Five days of writing by keys alone: begun, stopped, left, paused, ended, and never pressed for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_messages import said
from helpers_recover import HOSTILE_NOTE, all_sizes, flat, press, rejected, sizes
from journals import HandSetClock, open_journal
from looking import press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets import TextArea

from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.query import parse
from bounceback_tui.domain.writing import WritingState
from bounceback_tui.screens.writing_session import WritingSessionForm
from bounceback_tui.services.workspace import Workspace

DAY_OF_WRITING = "set-limit"
"""The step of the guide that opens the tool."""


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        yield workspace


async def open_writing(pilot: Pilot[None]) -> str:
    await pilot.app.open_tool("writing")  # type: ignore[attr-defined]  # it is this app
    return await press(pilot)


def in_window(pilot: Pilot[None]) -> str:
    """What the window shows, as it reads, without the page that is seen beside it."""
    place = pilot.app.screen.query_one(".list-window").region
    lines = screen_text(pilot.app).splitlines()[place.y : place.bottom]
    return flat(" ".join(line[place.x : place.right] for line in lines))


def time_told(pilot: Pilot[None]) -> str:
    """The quiet line, as it stands after its next look at the clock."""
    form = pilot.app.screen
    assert isinstance(form, WritingSessionForm)
    form._tell_time()
    line = form.query_one("#writing-time")
    return str(line.render()) if line.display else "hidden"


@all_sizes
async def test_the_first_screen_says_what_research_found(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        await open_writing(pilot)
        told = flat(str(pilot.app.screen.query_one("#writing-about").render()))
        for words in ("63 professionals", "41 of them", "53 %", "24 %", "14 %", "lost a job"):
            assert words in told
        for words in ("small sample, and no promise", "effect is small, r = .075", "lower right after"):
            assert words in told
        assert in_window(pilot).endswith("You may feel lower right after. ▸ Begin with the first page")


@pytest.mark.long
@sizes
async def test_five_days_from_the_step_to_the_end(
    journal: Workspace, clock: HandSetClock, size: tuple[int, int]
) -> None:
    episode = rejected(journal, "Acme")
    async with running(journal, size) as pilot:
        await pilot.app.main.turn_to("Recover", f"{episode} {DAY_OF_WRITING}")  # type: ignore[attr-defined]  # as above
        assert "Your writing, day 1 of 5" in await press(pilot, "enter", "enter")
        await press_keys(pilot, "4")
        await type_text(pilot, "I had hoped")
        clock.forward(minutes=12)
        assert time_told(pilot) == "12 min"
        await press_keys(pilot, "tab", "3", "ctrl+s")
        assert "63 professionals" in flat(await press(pilot, "i"))
        assert "63 professionals" not in flat(await press(pilot, "i"))
        assert (
            said(pilot)
            == "Kept as day 1 of 5. Lower right after is common, and tends to pass. u takes it back."
        )
        assert "1 Mon 23 Nov 12 min ▃4 → ▂3 → –" in in_window(pilot)
        assert "your writing" not in await press(pilot, "escape", "1")
        for number in range(2, 6):
            clock.forward(days=1)
            pilot.app.main.read_again()  # type: ignore[attr-defined]  # as midnight does
            shown = await press(pilot, "m", "6", "ctrl+s")
            line = next(one for one in shown.splitlines() if "your writing" in one)
            assert line.endswith(f"  today      your writing, day {number} of 5")
            await press_keys(pilot, "down", "enter")  # on Today, from the card to what is due
            await press_keys(pilot, "enter", "5")
            await type_text(pilot, f"page {number}")
            await press_keys(pilot, "tab", "5", "ctrl+s")
            told = said(pilot)
            await press_keys(pilot, "escape")
        assert told == "That was the fifth: all five are written, and they stay yours. u takes it back."
        clock.forward(days=1)
        pilot.app.main.read_again()  # type: ignore[attr-defined]  # as above
        assert "your writing" not in await press(pilot)
    programme = journal.tools.writing.present()
    assert programme
    assert (programme.state, programme.episode_id) == (WritingState.ENDED, episode)
    assert [(one.before, one.after, one.next_day) for one in programme.sessions] == [
        (4, 3, 6),
        *[(5, 5, 6)] * 3,
        (5, 5, None),
    ]
    found = journal.journal.history(parse("tag:writing", clock.now().local_date))
    assert len(found.items(0, 9)) == 5


async def test_whoever_begins_to_write_at_once_loses_no_letter(journal: Workspace) -> None:
    async with running(journal) as pilot:
        await open_writing(pilot)
        await press_keys(pilot, "enter")
        await type_text(pilot, "no 5 today")
        assert pilot.app.screen.query_one(TextArea).text == "no 5 today"
        await press_keys(pilot, "ctrl+s")
    (held,) = journal.tools.writing.present().sessions
    assert (held.title, held.before, held.after) == ("no 5 today", None, None)
    assert journal.journal.show(held.entry_id).checkins == ()


@pytest.mark.long
async def test_the_time_is_hidden_with_one_key_and_stays_hidden(
    journal: Workspace, clock: HandSetClock
) -> None:
    async with running(journal) as pilot:
        await open_writing(pilot)
        await press_keys(pilot, "enter")
        assert time_told(pilot) == "0 min"
        await press_keys(pilot, "ctrl+g")
        clock.forward(minutes=30)
        assert time_told(pilot) == "hidden"
        await type_text(pilot, "x")
        await press_keys(pilot, "ctrl+s", "enter")
        assert time_told(pilot) == "hidden"
        await press_keys(pilot, "ctrl+g")
        clock.forward(minutes=20)
        assert time_told(pilot) == "20 min: about as long as it takes; stop whenever you like."
        clock.forward(minutes=-90)
        assert time_told(pilot) == "0 min"


async def test_a_page_that_was_left_or_cut_short_goes_on_with_its_time(
    tmp_path: Path, journal: Workspace, clock: HandSetClock
) -> None:
    async with running(journal) as pilot:
        await open_writing(pilot)
        await press_keys(pilot, "enter", "4")
        await type_text(pilot, "half")
        clock.forward(minutes=8)
        await type_text(pilot, " a page")
        await pilot.pause(0.6)
        with open_journal(tmp_path / "journal.db", clock) as other:  # as after a power cut
            (draft,) = other.drafts.waiting()
        assert (draft.content["text"], draft.content["before-mood"]) == ("half a page", 4)
        assert draft.content["seconds"] == 8 * 60
        shown = await press(pilot, "escape", "escape")
        assert "You had begun to write a page of the writing programme: “half a page”" in flat(shown)
        clock.forward(hours=3)
        await press_keys(pilot, "up", "enter")  # from the due list or the empty page to what was begun
        if not isinstance(pilot.app.screen, WritingSessionForm):
            await open_writing(pilot)
            await press_keys(pilot, "enter")
        assert time_told(pilot) == "8 min"
        clock.forward(minutes=5)
        await press_keys(pilot, "ctrl+s")
    (held,) = journal.tools.writing.present().sessions
    assert (held.title, held.seconds, held.before) == ("half a page", 13 * 60, 4)
    assert journal.drafts.waiting() == []


@pytest.mark.long
async def test_a_draft_from_elsewhere_with_odd_times_is_only_a_draft(journal: Workspace) -> None:
    for seconds in (-5, "x", 10**12, True, None):
        journal.drafts.keep("writing", {"text": "words", "seconds": seconds})
        async with running(journal) as pilot:
            await pilot.app._open("writing")  # type: ignore[attr-defined]  # as from the offer of a draft
            await press_keys(pilot)
            assert time_told(pilot) == "0 min"
            await press_keys(pilot, "escape")


@pytest.mark.long
@sizes
async def test_it_waits_goes_on_and_ends_without_a_comment(
    journal: Workspace, clock: HandSetClock, size: tuple[int, int]
) -> None:
    def state() -> WritingState:
        return journal.tools.writing.present().state

    journal.tools.writing.begin()
    clock.forward(days=4)
    async with running(journal, size) as pilot:
        assert "your writing, day 1 of 5" in screen_text(pilot.app)
        await open_writing(pilot)
        assert "p pause" in screen_text(pilot.app)
        shown = await press(pilot, "p")
        assert state() is WritingState.PAUSED
        assert "It waits for you." in shown
        assert "p go on" in shown
        assert "your writing" not in await press(pilot, "escape")
        await open_writing(pilot)
        await press_keys(pilot, "p")
        assert state() is WritingState.GOING
        shown = await press(pilot, "e")
        assert state() is WritingState.ENDED
        assert "It is over. What you wrote stays in your journal." in flat(shown)
        await press_keys(pilot, "u")
        assert state() is WritingState.GOING
        await press_keys(pilot, "e")
        assert "b five others" in screen_text(pilot.app)
        assert "day 1 of 5" in await press(pilot, "b")
        assert len(journal.tools.writing.every()) == 2


@pytest.mark.long
@sizes
async def test_a_page_is_taken_back_and_done_again(journal: Workspace, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        await open_writing(pilot)
        await press_keys(pilot, "enter", "4")
        await type_text(pilot, "words")
        await press_keys(pilot, "ctrl+s")
        assert "words" in screen_text(pilot.app)
        assert "▸ 1  a page for you" in await press(pilot, "u")
        assert journal.tools.writing.present().sessions == ()
        assert "words" in await press(pilot, "U")
        (held,) = journal.tools.writing.present().sessions
        (before,) = journal.journal.show(held.entry_id).checkins
        assert (before.reading.mood, before.relation) == (4, Relation.BEFORE)
        await press_keys(pilot, "up", "enter")
        assert "words" in screen_text(pilot.app)  # the Journal, with what was written
        assert "tag:writing since:2026-11-23" in screen_text(pilot.app)


@pytest.mark.long
@all_sizes
async def test_hostile_words_are_only_words(journal: Workspace, size: tuple[int, int]) -> None:
    text = f"[/] {HOSTILE_NOTE}\n" + "long " * 200_000
    async with running(journal, size) as pilot:
        await open_writing(pilot)
        await press_keys(pilot, "enter")
        pilot.app.screen.query_one(TextArea).load_text(text)
        shown = await press(pilot, "tab", "tab", "5", "ctrl+s")
        assert "[/]" in shown
        assert not set(shown) & set("\x1b\x07\u202e\x9b")
        assert pilot.app.is_running
    (held,) = journal.tools.writing.present().sessions
    assert journal.journal.find(held.entry_id).entry.text.startswith(f"[/] {HOSTILE_NOTE[:20]}")


async def test_what_was_deleted_was_held_all_the_same(journal: Workspace, clock: HandSetClock) -> None:
    async with running(journal) as pilot:
        await open_writing(pilot)
        await press_keys(pilot, "enter")
        await type_text(pilot, "secret")
        await press_keys(pilot, "ctrl+s")
        (held,) = journal.tools.writing.present().sessions
        journal.journal.delete(held.entry_id)
        await press_keys(pilot, "escape")
        shown = await open_writing(pilot)
        assert "its words are deleted" in shown
        assert "secret" not in shown
        assert "▸ 2  a page for you" in shown
