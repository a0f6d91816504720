"""Locking in the app: where somebody was is kept, and comes again with the cursor where it was."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from journals import HandSetClock
from looking import press_keys, screen_text, type_text
from textual import events
from textual.widgets import Input, TextArea

from bounceback_tui.app import BouncebackApp, locking
from bounceback_tui.app.locking import LeftOff
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

FORMS = {"n": "#company", "w": "#text", "m": None}
"""Keys that open a form, and a field of it to write in."""


HANDS_OVER = {
    "can_suspend": property(lambda _: True),
    "suspend_application_mode": lambda _: None,
    "resume_application_mode": lambda _: None,
}
"""What a driver does that can hand over the terminal."""


def opened(folder: Path, clock: HandSetClock) -> Workspace:
    return Workspace(folder / "journal.db", clock, asset("guide.md"), folder / "config")


async def left_at(folder: Path, clock: HandSetClock, *keys: str, text: str = "") -> LeftOff:
    with opened(folder, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test(size=(80, 24)) as pilot:
            await press_keys(pilot, *keys)
            await type_text(pilot, text)
            await press_keys(pilot, "left", "left", "ctrl+l")
        assert app.left_off
        return app.left_off


@pytest.mark.many(2)
@pytest.mark.parametrize("key", ["n", "w"])
async def test_words_page_and_cursor_are_there_again(tmp_path: Path, clock: HandSetClock, key: str) -> None:
    place = await left_at(tmp_path, clock, "2", key, text="half done")
    assert place.page == "Journal"
    assert "half" not in repr(place)  # words are in the journal alone
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace, back_to=place)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "half done" in screen_text(app)
            await type_text(pilot, "XY")
            field: Any = app.screen.query_one(str(FORMS[key]))
            said = field.text if isinstance(field, TextArea) else field.value
            assert said == "half doXYne"
            await press_keys(pilot, "escape")
            assert app.main.name_shown == "Journal"


@pytest.mark.long
async def test_a_tool_and_the_form_over_it_are_there_again(tmp_path: Path, clock: HandSetClock) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test(size=(80, 24)) as pilot:
            await app.open_tool("leads")
            await press_keys(pilot, "a")
            await type_text(pilot, "Ann at the library")
            await press_keys(pilot, "ctrl+l")
        place = app.left_off
    assert place
    assert [one.name for one in place.windows] == ["leads", "lead"]
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace, back_to=place)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Ann at the library" in " ".join(
                field.value for field in app.screen.query(Input) if field.value
            )
            await press_keys(pilot, "escape")
            assert type(app.screen).__name__ == "LeadsWindow"


async def test_it_locks_by_itself_after_a_while_and_a_key_puts_it_off(
    tmp_path: Path, clock: HandSetClock
) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test() as pilot:
            app.watch_rest(0.3 / 60)
            for _ in range(4):
                await pilot.pause(0.12)
                await pilot.press("down")
            assert app.left_off is None
            await pilot.pause(0.6)
        assert app.left_off
        assert app.left_off.page == "Today"


async def test_the_first_key_after_a_machine_slept_locks_and_does_nothing_else(
    tmp_path: Path, clock: HandSetClock
) -> None:
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "config.toml").write_text("lock_after = 5\n")
    with opened(tmp_path, clock) as workspace:
        assert workspace.lock_after == 5
        app = BouncebackApp(workspace)
        async with app.run_test() as pilot:
            await pilot.pause()
            clock.forward(minutes=4)
            await pilot.press("2")
            assert app.left_off is None
            clock.forward(minutes=6)
            await pilot.press("3")
            await pilot.pause()
        assert app.left_off
        assert app.left_off.page == "Journal"


async def test_a_program_that_was_stopped_is_locked_when_it_goes_on(
    tmp_path: Path, clock: HandSetClock
) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test() as pilot:
            app.watch_rest(5)
            app.app_resume_signal.publish(app)
            await pilot.pause()
            await pilot.pause()
        assert app.left_off


@pytest.mark.plain
async def test_a_plain_journal_never_locks_by_itself_unless_somebody_wants_it(
    tmp_path: Path, clock: HandSetClock
) -> None:
    with opened(tmp_path, clock) as workspace:
        assert workspace.lock_after == 0


async def test_words_that_cannot_be_kept_are_not_locked_away(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await press_keys(pilot, "w")
            await type_text(pilot, "half")
            monkeypatch.setattr(app, "keep_drafts", lambda: False)
            await press_keys(pilot, "ctrl+l")
            assert app.left_off is None
            assert "half" in screen_text(app)
            assert not app._sure_to_quit  # nobody who did not ask to leave is taken at their first word
            monkeypatch.undo()


async def test_what_cannot_be_kept_freezes_no_key_after_a_long_rest(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            app.watch_rest(5)
            await press_keys(pilot, "w")
            await type_text(pilot, "half")
            monkeypatch.setattr(app, "keep_drafts", lambda: False)
            clock.forward(minutes=6)
            await press_keys(pilot, "x")
            assert app.left_off is None
            assert "It stays open" in screen_text(app)
            await type_text(pilot, "way")
            assert "halfway" in screen_text(app)
            monkeypatch.undo()


async def test_a_lock_that_came_to_nothing_is_tried_again_by_itself(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "_ONCE_MORE", 0.1)
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test(size=(80, 24)) as pilot:
            app.watch_rest(0.1 / 60)
            with monkeypatch.context() as broken:
                broken.setattr(app, "keep_drafts", lambda: False)
                await pilot.pause(0.3)
                assert app.left_off is None
            await pilot.pause(0.3)
        assert app.left_off


async def test_the_rest_counts_from_the_last_key(tmp_path: Path, clock: HandSetClock) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test() as pilot:
            app.watch_rest(1.0 / 60)
            await pilot.pause(0.1)
            await pilot.press("down")
            pressed = monotonic()
            while app.left_off is None and monotonic() - pressed < 5:
                await asyncio.sleep(0.02)
        assert monotonic() - pressed < 1.6  # it was 1.9: the rest began once more when the timer ran out


async def test_keys_that_come_in_one_go_with_the_lock_do_nothing(tmp_path: Path, clock: HandSetClock) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test(size=(80, 24)) as pilot:
            await press_keys(pilot, "w")
            await type_text(pilot, "half")
            text = app.screen.query_one("#text", TextArea)
            for key, letter in (("ctrl+l", None), ("x", "x")):
                app.post_message(events.Key(key, letter))
            await pilot.pause()
        assert app.left_off
        assert text.text == "half"


async def test_coming_back_from_an_editor_of_ones_own_locks_nothing(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path, clock) as workspace:
        app = BouncebackApp(workspace)
        async with app.run_test() as pilot:
            app.watch_rest(5)
            for name, what in HANDS_OVER.items():
                monkeypatch.setattr(type(app._driver), name, what)
            with app.suspend():
                clock.forward(minutes=20)
            await pilot.press("2")
            await pilot.pause()
            assert app.left_off is None
            assert app.main.name_shown == "Journal"
