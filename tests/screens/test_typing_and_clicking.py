"""Letters are letters while somebody types, in every field; and what a key does can be clicked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helpers_journal import NARROW, live, turn_to
from looking import open_workspace, running
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.app import BouncebackApp
from bounceback_tui.screens.drafting import Drafting
from bounceback_tui.screens.registry import FORMS
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.keymap import name_of_key
from bounceback_tui.widgets.step_list import StepList

_SIGNS = "nu1g"
"""What is a key on some page each; all others are looked at without being pressed."""
_BY_THEMSELVES = ("what-happened", "write", "mood", "add-application", "rest", "lead", "focus", "cv")
_FILTERS = (("Journal", "slash"), ("Applications", "f"), ("Patterns", "f"))
_MORE = ("next-one", "thought", "strength", "writing")


async def takes_letters(pilot: Pilot[Any], field: Input | TextArea) -> str:
    """Type every letter and digit into a field; what it holds then, with all screens as they were."""
    screens = list(pilot.app.screen_stack)
    field.focus()
    await pilot.pause()
    if isinstance(field, Input):
        field.value = ""
    else:
        field.load_text("")
    for _, binding, _, _ in pilot.app.screen.active_bindings.values():
        assert not (binding.key.isalnum() and len(binding.key) == 1), (field, binding)
        assert not (binding.priority and len(name_of_key(binding.key)) == 1), (field, binding)
    await pilot.press(*_SIGNS)
    assert pilot.app.screen_stack == screens
    assert field.has_focus
    return field.value if isinstance(field, Input) else field.text


@pytest.mark.parametrize(
    "names", [("lead",), pytest.param((*_BY_THEMSELVES, *_MORE), marks=pytest.mark.long)]
)
async def test_letters_are_letters_in_every_field(tmp_path: Path, names: tuple[str, ...]) -> None:
    live(tmp_path / "journal.db")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (100, 60)) as pilot:
            app = pilot.app
            assert isinstance(app, BouncebackApp)
            fields = 0
            for name in [one.name for one in FORMS if one.name in names]:
                await app._open(name)
                await pilot.pause()
                assert isinstance(app.screen, Drafting), name
                for field in app.screen.query("Input, TextArea"):
                    if isinstance(field, Input | TextArea) and field.focusable:
                        kept = await takes_letters(pilot, field)
                        assert "1" in kept if field.id == "forecast" else _SIGNS in kept, (name, field)
                        fields += 1
                app.pop_screen()
                await pilot.pause()
            for page, key in _FILTERS[: len(names)]:
                await turn_to(pilot, page)
                await pilot.press(key)
                await pilot.pause()
                assert isinstance(app.focused, Input), page
                assert _SIGNS in await takes_letters(pilot, app.focused), page
                assert app.page_shown == page
                await pilot.press(*["backspace"] * len(_SIGNS), "escape")
            assert fields >= len(names)


async def click_key(pilot: Pilot[Any], words: str, nth: int = 0) -> None:
    """Click what stands in the line of keys, or what stands so many cells further on."""
    bar = pilot.app.screen.query_one(KeyBar)
    for y, line in enumerate(bar.render().plain.splitlines()):
        if words in line:
            assert await pilot.click(bar, offset=(line.index(words) + nth, y))
            await pilot.pause()
            return
    raise AssertionError(f"{words} is not there: {bar.render().plain}")


async def test_what_has_a_key_can_be_clicked(tmp_path: Path) -> None:
    live(tmp_path / "journal.db")
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, NARROW) as pilot:
            app = pilot.app
            await turn_to(pilot, "Recover")
            page = app.screen.query_one("RecoverPage")
            section = page._section  # type: ignore[attr-defined] # which of them, whatever it is called
            await click_key(pilot, "← → section", 2)
            assert page._section == section + 1  # type: ignore[attr-defined]
            await click_key(pilot, "← → section")
            assert page._section == section  # type: ignore[attr-defined]
            steps = app.screen.query_one(StepList)
            assert await pilot.click(steps, offset=(2, steps.region_of(1).y))
            await pilot.pause()
            assert steps.rows[1].state.value == "done"
            await click_key(pilot, "m mood")
            assert len(app.screen_stack) == 2
