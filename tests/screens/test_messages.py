"""What is said in passing covers nothing that one has to read or write, and goes when somebody goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers_messages import said
from looking import flat, open_workspace, press, press_keys, running, screen_text, type_text
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from bounceback_tui.app import BouncebackApp
from bounceback_tui.app.saying import Saying
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.step_list import StepList


async def test_what_opens_is_covered_by_nothing_and_an_undo_is_offered_again(workspace: Workspace) -> None:
    workspace.journal.note("x", title="A walk")
    async with running(workspace, (80, 24)) as pilot:
        assert "u brings it back" in await press(pilot, "2", "d")
        assert "u brings it back" not in await press(pilot, "n")
        assert not [one for screen in pilot.app.screen_stack for one in screen.query(Toast) if one.display]
        await press_keys(pilot, "escape")
        assert "u brings it back" in await press(pilot)
        pilot.app.notify("Something else.", markup=False)
        text = await press(pilot)
        assert "Something else." in text
        assert "u brings it back" not in text, "one at a time"


async def test_the_next_key_takes_it_away_once_it_could_be_read(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(workspace, (80, 24)) as pilot:
        pilot.app.notify("Kept.", markup=False)
        assert "Kept." in await press(pilot, "2")
        monkeypatch.setattr(Saying, "READ_WITHIN", 0.01)
        pilot.app.notify("Kept again.", markup=False)
        await pilot.pause(0.05)
        assert "Kept again." not in await press(pilot, "1")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_it_never_lies_over_the_field_that_is_written_in(tmp_path: Path, size: tuple[int, int]) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, size) as pilot:
            await press_keys(pilot, "w")
            await type_text(pilot, "A walk")
            await press_keys(pilot, "tab")
            pilot.app.notify("ctrl+q leaves; everything is kept.", markup=False)
            await press_keys(pilot)
            field = pilot.app.focused
            (one,) = pilot.app.screen.query(Toast)
            assert field
            assert one.region.height == 1
            assert not one.region.overlaps(field.region)
            assert "everything is kept." in screen_text(pilot.app)


async def test_enter_on_a_step_that_opens_nothing_says_what_can_be_done(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "journal.db") as journal:
        fill(journal, journal.clock.now())
        async with running(journal, (80, 24)) as pilot:
            await press_keys(pilot, "3", "left", "home")
            assert "Nothing opens here: space ticks it, o keeps a note." in await press(pilot, "enter")


WRONG = "In config.toml, line 1: “lock_after” cannot be used."
GONE = "Today's backup could not be made."


@pytest.fixture
def soon_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads fast."""
    monkeypatch.setattr(Saying, "READ_WITHIN", 0.01)


def warn(pilot: Pilot[None], words: str) -> None:
    """Say what is to be read with care, as at a start."""
    pilot.app.notify(words, severity="warning", markup=False, timeout=8)


@pytest.mark.usefixtures("soon_read")
async def test_what_is_said_at_one_start_is_read_one_after_the_other(workspace: Workspace) -> None:
    async with running(workspace, (80, 24)) as pilot:
        pilot.app.notify("A made-up journal.", markup=False)
        warn(pilot, WRONG)
        warn(pilot, GONE)
        await pilot.pause()
        seen = [said(pilot)]
        assert len(pilot.app.screen.query(Toast)) == 1, "one at a time"
        for _ in range(3):
            await pilot.pause(0.05)
            await press_keys(pilot, "j")
            seen.append(said(pilot))
        assert seen == [WRONG, GONE, "A made-up journal.", ""], "the weightier first, and each once"


async def test_a_warning_that_nobody_could_read_is_said_again_after_an_answer_or_a_form(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(workspace, (80, 24)) as pilot:
        warn(pilot, GONE)
        assert "There is nothing to take back." in await press(pilot, "u"), "a key is answered at once"
        assert GONE not in screen_text(pilot.app)
        monkeypatch.setattr(Saying, "READ_WITHIN", 0.01)
        pilot.app.clear_notifications()
        await press_keys(pilot)
        assert said(pilot) == GONE
        await press_keys(pilot, "n")
        assert GONE not in screen_text(pilot.app), "nothing lies on a form"
        monkeypatch.setattr(Saying, "READ_WITHIN", 5.0)
        await press_keys(pilot, "escape")
        assert said(pilot) == "", "it could be read before the form came"


async def test_a_warning_comes_again_once_the_form_before_it_is_closed(workspace: Workspace) -> None:
    async with running(workspace, (80, 24)) as pilot:
        warn(pilot, GONE)
        await press_keys(pilot, "w")
        assert GONE not in screen_text(pilot.app)
        await press_keys(pilot, "escape")
        assert GONE in screen_text(pilot.app)
        warn(pilot, GONE)
        pilot.app.clear_notifications()
        await press_keys(pilot)
        assert said(pilot) == "", "what stands there already does not wait to be said again"


async def test_a_message_that_has_run_out_ends_none_that_came_after_it(workspace: Workspace) -> None:
    async with running(workspace, (80, 24)) as pilot:
        pilot.app.notify("A made-up journal.", markup=False)
        await pilot.pause()
        run_out = pilot.app.screen.query_one(Toast)
        warn(pilot, WRONG)
        warn(pilot, GONE)
        await pilot.pause()
        run_out._expire()
        await pilot.pause()
        assert said(pilot) == WRONG


@pytest.mark.usefixtures("soon_read")
async def test_two_warnings_keep_their_order_when_a_form_comes_between(workspace: Workspace) -> None:
    async with running(workspace, (80, 24)) as pilot:
        warn(pilot, WRONG)
        warn(pilot, GONE)
        await press(pilot, "w")
        await press(pilot, "escape")
        seen = [said(pilot)]
        await pilot.pause(0.05)
        await press(pilot, "j")
        assert [*seen, said(pilot)] == [WRONG, GONE]


@pytest.mark.usefixtures("soon_read")
async def test_a_start_says_all_that_is_out_of_the_ordinary(workspace: Workspace) -> None:
    app = BouncebackApp(workspace, demo=True, said="The backup of Sun 22 Nov is back.")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert "The backup of Sun 22 Nov is back." in await press(pilot)
        await pilot.pause(0.05)
        assert "A made-up journal: look around" in await press(pilot, "j")


async def test_two_answers_to_one_key_stand_together_and_those_to_two_clicks_do_not(
    workspace: Workspace,
) -> None:
    workspace.journal.log(Outcome("Acme"))
    async with running(workspace, (80, 24)) as pilot:
        await press_keys(pilot, "3")
        steps = pilot.app.screen.query_one(StepList)
        for _ in range(3):
            await pilot.click(steps, offset=(4, 0))
        text = flat(await press(pilot))
        assert text.count("u takes it back") == 1, "each click has its own answer"
        await press_keys(pilot, "n")
        pilot.app.notify("The disk is full.", severity="error", timeout=8, markup=False)
        pilot.app.notify("esc once more leaves.", severity="warning", markup=False)
        assert "The disk is full. esc once more leaves." in flat(await press(pilot))
