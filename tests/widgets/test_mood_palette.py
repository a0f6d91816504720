"""The look of a mood: glyph, digit and colour agree, and can each be told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Static
from wcag import contrast, luminance
from widget_host import Host, screen_text, strips

from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.widgets.palette import NO_ENTRY, glyph, level, mood_mark, mood_variables
from bounceback_tui.widgets.trend_line import spark

COLOURED = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]


def lightness(colour: Color) -> float:
    """CIE L*, 0–100."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16


@pytest.mark.parametrize("dark", [True, False])
def test_a_better_mood_is_lighter_by_even_steps(dark: bool) -> None:
    ramp = [lightness(Color.parse(colour)) for colour in mood_variables(dark).values()]
    steps = [after - before for before, after in pairwise(ramp)]
    assert len(ramp) == len(SCALE)
    assert min(steps) > 2.5
    assert max(steps) < 1.5 * min(steps)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_mood_stands_out_on_every_theme(theme: Theme) -> None:
    named = theme.to_color_system().generate()
    for colour in mood_variables(theme.dark).values():
        for ground in ("background", "surface"):
            assert contrast(Color.parse(colour), Color.parse(named[ground])) >= 3


@pytest.mark.parametrize("dark", [True, False])
def test_a_low_mood_is_not_red(dark: bool) -> None:
    for colour in list(mood_variables(dark).values())[:4]:
        red, _, blue = Color.parse(colour).rgb
        assert blue > red


def test_the_bar_rises_with_the_mood_and_no_two_are_alike() -> None:
    glyphs = [glyph(mood) for mood in SCALE]
    assert "".join(glyphs) == "_▁▂▃▄▅▆▇█"
    assert NO_ENTRY not in glyphs


@pytest.mark.parametrize(("mood", "whole"), [(0, 1), (1.4, 1), (4.5, 5), (5.5, 6), (9, 9), (12, 9)])
def test_a_median_shows_as_the_nearest_mood(mood: float, whole: int) -> None:
    assert level(mood) == whole


def test_the_mark_says_it_in_a_digit_too() -> None:
    assert mood_mark(3).plain == "▂3"
    assert mood_mark(None).plain == "· "
    assert mood_mark(None, digit=False).plain == "·"


def test_thirty_days_on_one_line() -> None:
    values = [None, *(float(mood) for mood in SCALE), None, 4.5]
    assert spark(values).plain == "·_▁▂▃▄▅▆▇█·▄"


async def test_colours_follow_the_theme() -> None:
    app = Host(Static(mood_mark(9)))
    async with app.run_test() as pilot:
        seen = []
        for theme in ("textual-dark", "textual-light"):
            app.theme = theme
            await pilot.pause()
            style = next(segment.style for strip in strips(app) for segment in strip if "█" in segment.text)
            assert style is not None
            assert style.color is not None
            seen.append(style.color.name)
        assert seen == [mood_variables(True)["mood-9"], mood_variables(False)["mood-9"]]


async def test_without_colour_height_and_digit_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Host(Static(mood_mark(7)), Static(spark([1, 5, None, 9])))
    async with app.run_test():
        assert "▆7\n_▄·█" in screen_text(app)
        for strip in strips(app):
            for segment in strip:
                colour = segment.style and segment.style.color
                if colour and colour.triplet:
                    assert len(set(colour.triplet)) == 1
