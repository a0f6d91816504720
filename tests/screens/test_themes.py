"""Themes: chosen in the palette, tried on there, remembered; a person's own; the terminal's; none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_messages import said
from looking import NOW, flat, press, press_keys, running, screen_text, type_text
from test_contrast import seen
from textual.design import ColorSystem
from textual.theme import BUILTIN_THEMES, Theme
from wcag import contrast

from bounceback_tui.app import BouncebackApp
from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.themes import DARK, LIGHT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder for settings."""
    made = tmp_path / "settings"
    (made / "themes").mkdir(parents=True)
    return made


@pytest.fixture
def journal(tmp_path: Path, folder: Path) -> Iterator[Workspace]:
    """An empty journal with settings of its own."""
    with Workspace(tmp_path / "journal.db", FixedClock(NOW), asset("guide.md"), config=folder) as made:
        yield made


def test_a_start_works_out_the_colours_of_the_theme_that_is_worn_and_of_no_other(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: set[str] = set()
    usual = Theme.to_color_system

    def noted(theme: Theme) -> ColorSystem:
        worked_out.add(theme.name)
        return usual(theme)

    monkeypatch.setattr(Theme, "to_color_system", noted)
    BouncebackApp(journal)
    assert worked_out == {DARK}


async def test_a_theme_is_tried_on_and_only_the_chosen_one_is_remembered(
    journal: Workspace, folder: Path
) -> None:
    (folder / "config.toml").write_text('# mine\nname = "Ada"\n')
    async with running(journal) as pilot:
        assert pilot.app.theme == DARK
        pilot.app.search_themes()
        await pilot.pause()
        assert pilot.app.theme == DARK  # nothing was pointed at yet
        await type_text(pilot, "nord")
        await pilot.pause(0.3)
        assert pilot.app.theme == "nord"
        await press_keys(pilot, "escape", "escape")
        assert pilot.app.theme == DARK
        assert "theme" not in (folder / "config.toml").read_text()
        pilot.app.search_themes()
        await pilot.pause()
        await type_text(pilot, "bounceback-light")
        await pilot.pause(0.3)
        await press_keys(pilot, "enter", "enter")
        assert pilot.app.theme == LIGHT
    assert (folder / "config.toml").read_text() == f'# mine\nname = "Ada"\ntheme = "{LIGHT}"\n'


async def test_the_theme_of_the_settings_is_there_from_the_start(journal: Workspace, folder: Path) -> None:
    (folder / "config.toml").write_text('theme = "dusk"\n')
    (folder / "themes" / "dusk.toml").write_text('background = "#102030"\n')
    async with running(journal) as pilot:
        assert pilot.app.theme == "dusk"
        assert pilot.app.screen.styles.background.hex == "#102030"
    assert (folder / "config.toml").read_text() == 'theme = "dusk"\n'


async def test_a_name_that_is_not_known_is_told_with_the_nearest(journal: Workspace, folder: Path) -> None:
    (folder / "config.toml").write_text('theme = "bounceback-lite"\n')
    async with running(journal, (120, 40)) as pilot:
        assert pilot.app.theme == DARK
        await pilot.pause(0.6)
        assert "“bounceback-lite”" in said(pilot)
        assert f"“{LIGHT}”" in said(pilot)
        assert "config.toml, line 1, theme is" in said(pilot)


async def test_a_bad_theme_of_ones_own_is_told_and_the_app_starts(journal: Workspace, folder: Path) -> None:
    (folder / "themes" / "dusk.toml").write_text('acent = "#102030"\n')
    async with running(journal) as pilot:
        await pilot.pause(0.6)
        assert "“acent” is not known (the nearest is “accent”)" in said(pilot)


@pytest.mark.long
async def test_every_theme_of_textual_can_be_worn(journal: Workspace) -> None:
    async with running(journal) as pilot:
        for name in BUILTIN_THEMES:
            pilot.app.theme = name
            assert "Today" in await press(pilot)
        assert {DARK, LIGHT, "ansi-dark"} <= set(pilot.app.available_themes)


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("theme", "least"),
    [
        ("tokyo-night", 4.4),
        ("monokai", 4.4),
        ("catppuccin-latte", 4.4),
        ("gruvbox", 4.4),
        ("solarized-light", 3.6),
    ],
)
async def test_quiet_words_and_those_under_the_cursor_can_be_read_in_the_themes_of_others(
    journal: Workspace, theme: str, least: float
) -> None:
    for name in ("First", "Second"):
        journal.journal.note(f"{name} entry")
    async with running(journal) as pilot:
        pilot.app.theme = theme
        text = await press(pilot, "2", "down")
        for words in ("2 entries, newest first", "what happened", "First entry"):
            y = next(at for at, line in enumerate(text.splitlines()) if words in line)
            x = text.splitlines()[y].index(words)
            pair = seen(pilot.app.screen.get_style_at(x, y))
            assert pair
            assert contrast(*pair) >= least, words


async def test_the_colours_of_the_terminal_stay_its_own(journal: Workspace) -> None:
    async with running(journal) as pilot:
        pilot.app.theme = "ansi-dark"
        await pilot.pause()
        assert pilot.app.get_css_variables()["foreground-muted"].startswith("ansi_default")


async def test_without_colours_the_app_is_grey_and_whole(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(journal) as pilot:
        assert "Company" in await press(pilot, "n")
        pictured = pilot.app.export_screenshot()
        shades = set(re.findall(r"fill: (#[0-9a-f]{6})", pictured)) - {"#c5c8c6"}  # the picture's own frame
        assert len(shades) > 2  # the cursor, fields and ground differ
        assert all(shade[1:3] == shade[3:5] == shade[5:] for shade in shades)


async def test_a_theme_on_which_words_cannot_be_read_is_told_where_it_is_worn(
    journal: Workspace, folder: Path
) -> None:
    (folder / "themes" / "fog.toml").write_text('foreground = "#777777"\nbackground = "#808080"\n')
    async with running(journal) as pilot:
        pilot.app._read_own()  # type: ignore[attr-defined]  # else after a while
        await pilot.pause()
        assert "stands out" not in screen_text(pilot.app)
        pilot.app.theme = "fog"
        await pilot.pause()
        assert "(#777777) stands out from background" in flat(screen_text(pilot.app))
