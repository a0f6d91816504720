"""Whatever somebody wrote is shown as text: it breaks and steers nothing, and nothing of it comes alive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from faults.hostile_text import DANGEROUS, strings, wrong_with
from faults.hostile_widgets import IN_A_JOURNAL, OURS, WIDGETS, public_widgets
from looking import open_workspace, running, screen_text
from textual import events
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.markup import MarkupError
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static, TextArea

from bounceback_tui.domain.text import one_line
from bounceback_tui.widgets.fields import Line, TagLine, Writing
from bounceback_tui.widgets.palette import mood_variables
from bounceback_tui.widgets.tag_colours import tag_variables

TALL = 6
"""Lines of each widget that are shown."""


class Host(App[None]):
    """Many of a kind below each other, in our colours."""

    CSS = f"VerticalScroll > * {{ max-height: {TALL}; }}"

    def __init__(self, make: Callable[[], list[Widget]]) -> None:
        super().__init__()
        self.make = make

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return mood_variables(True) | tag_variables(True)

    def compose(self) -> ComposeResult:
        yield VerticalScroll(*self.make())


async def shown_with(make: Callable[[str], Widget], texts: list[str], width: int = 60) -> list[str]:
    """What is wrong with the picture of these widgets; each had the focus once."""
    app = Host(lambda: [make(text) for text in texts])
    async with app.run_test(size=(width, TALL * len(texts) + 2)) as pilot:
        await pilot.pause()
        found = wrong_with(app)
        for widget in list(app.query_one(VerticalScroll).children)[:3]:
            target = widget if widget.can_focus else next(iter(widget.query("*:can-focus")), None)
            if target:
                target.focus()
                await pilot.pause()
                found += wrong_with(app, widget.region)  # nothing else looks any different
        assert app.is_running
    return found


def test_every_widget_has_its_place_here() -> None:
    known = {*(name.split()[0] for name in WIDGETS), *IN_A_JOURNAL, *OURS}
    assert known == public_widgets(), "a new widget needs a line in hostile_widgets.py"


@pytest.mark.many(8)
@pytest.mark.parametrize("name", sorted(WIDGETS))
async def test_every_widget_shows_it_as_text(name: str) -> None:
    assert await shown_with(WIDGETS[name], strings(1, 50), 40) == []


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(WIDGETS))
async def test_every_widget_shows_a_thousand_as_text(name: str) -> None:
    texts = strings(3, 1000)
    for start in range(0, 1000, 100):
        assert await shown_with(WIDGETS[name], texts[start : start + 100], 24 + start // 10) == []


@pytest.mark.long
@pytest.mark.many(9)
@pytest.mark.parametrize("make", [Static, Label, OptionList])
async def test_control_bare_widgets_break_come_alive_or_steer(make: Callable[[str], Widget]) -> None:
    with pytest.raises(MarkupError):
        await shown_with(make, ["[/]"])
    assert any("@click" in one for one in await shown_with(make, ["[@click=app.quit]x[/]"]))
    assert any("'\\x9b'" in one for one in await shown_with(make, ["a\x9bb"]))


@pytest.mark.parametrize("make", [Input, TextArea])
async def test_control_bare_fields_steer(make: Callable[[str], Widget]) -> None:
    assert await shown_with(make, ["a\x9bb"])


@pytest.mark.many(3)
@pytest.mark.parametrize("kind", [Line, TagLine, Writing])
async def test_what_is_pasted_and_copied_stays_what_it_was(kind: Callable[[], Widget]) -> None:
    """In every kind of field; in a line all of it becomes one."""
    app = Host(lambda: [kind()])
    async with app.run_test(size=(60, 10)) as pilot:
        field = app.query_one(kind)
        for text in strings(4, 50, surrogates=False):
            field.focus()
            field.clear()
            app.post_message(events.Paste(text))
            await pilot.pause()
            assert wrong_with(app) == []
            written = field.text if isinstance(field, TextArea) else field.value
            if written:
                field.select_all()
                field.action_copy()
                assert app.clipboard == written
            if isinstance(field, TextArea):
                assert written.split() == text.split()
            else:
                assert written == one_line(text)
        await pilot.press("x", "backspace")
        assert app.is_running


async def test_half_a_pair_can_be_copied(tmp_path: Path) -> None:
    """As a terminal may paste it; what goes to the clipboard must be encoded."""
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal) as pilot:
            await pilot.press("w")
            pilot.app.post_message(events.Paste("half \ud83d a pair"))
            await pilot.pause()
            field = pilot.app.screen.query_one("#text", Writing)
            field.select_all()
            await pilot.press("ctrl+c")
            await pilot.pause()
            assert pilot.app.clipboard == "half ? a pair"


async def test_what_is_pasted_into_the_palette_steers_nothing(tmp_path: Path) -> None:
    """Its field is not one of ours; a random walk found it."""
    with open_workspace(tmp_path / "journal.db") as journal:
        async with running(journal, (120, 40)) as pilot:
            for text in ("a\x1b]52;c;aGk=\x07", "b\x9b31m [@click=app.quit]x[/]"):
                await pilot.press("ctrl+p")
                pilot.app.post_message(events.Paste(text))
                await pilot.pause()
                assert one_line(text) in screen_text(pilot.app)
                assert wrong_with(pilot.app) == []
                pilot.app.copy_to_clipboard(text)
                await pilot.press("ctrl+v")
                await pilot.pause()
                assert one_line(text) * 2 in screen_text(pilot.app)
                assert wrong_with(pilot.app) == []
                await pilot.press("escape")


async def test_what_is_said_in_passing_is_text() -> None:
    app = Host(list)
    async with app.run_test(size=(100, 30), notifications=True, tooltips=True) as pilot:
        for text in strings(5, 50):
            app.clear_notifications()
            app.notify(one_line(text), markup=False)
            await pilot.pause()
            assert wrong_with(app) == []


def test_the_strings_are_dangerous() -> None:
    """The control of the generator: enough of them would steer, break or come alive."""
    texts = strings(1, 1000)
    assert len(set(texts)) == 1000
    assert sum(bool(DANGEROUS.search(text)) for text in texts) > 400
    assert sum("[/]" in text for text in texts) > 50
    assert sum("@click" in text for text in texts) > 20
    assert max(map(len, texts)) > 3000
