"""Tags are completed while somebody writes, and nothing else is in the way."""

from __future__ import annotations

import pytest
from looking import screen_text, type_text
from test_fields_to_type_in import Host
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Button
from wcag import contrast

from bounceback_tui.domain.tags import COLOURS
from bounceback_tui.widgets.fields import LastTag, TagLine, Writing
from bounceback_tui.widgets.key_bar import KeyBar
from bounceback_tui.widgets.tag_colours import tag_mark, tag_variables

TAGS = ("panel", "walk", "path", "c#", "[/]", "a\x1b[31m", "strasse")


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("pa", "panel"),
        ("walk pa", "walk panel"),
        ("walk, pa", "walk, panel"),
        ("walk,#PA", "walk,#PAnel"),
        ("panel pa", "panel path"),
        ("panel", None),
        ("walk ", None),
        ("", None),
        ("#", None),
        ("x", None),
        ("[", "[/]"),
        ("a", "a␛[31m"),
        ("straß", None),
    ],
)
async def test_the_last_of_several_tags_is_completed(typed: str, completed: str | None) -> None:
    assert await LastTag(TAGS).get_suggestion(typed) == completed


async def test_the_field_for_tags_takes_the_completion_with_the_right_arrow() -> None:
    app = Host(TagLine(tags=TAGS))
    async with app.run_test() as pilot:
        await type_text(pilot, "walk pa")
        await pilot.pause()
        assert "walk panel" in screen_text(app)
        await pilot.press("right")
        assert app.query_one(TagLine).value == "walk panel"


@pytest.mark.parametrize("sign", "#@")
async def test_the_editor_suggests_a_tag_shows_the_key_and_takes_it(sign: str) -> None:
    app = Host(Writing("first\n", tags=TAGS), Button("after"), KeyBar())
    async with app.run_test() as pilot:
        editor = app.query_one(Writing)
        editor.move_cursor((1, 0))
        await type_text(pilot, f"a {sign}p")
        await pilot.pause()
        assert f"a {sign}panel" in screen_text(app)
        assert "→ complete the tag" in screen_text(app)
        assert editor.text == f"first\na {sign}p"
        await pilot.press("right", "space", "x")
        await pilot.pause()
        assert editor.text == f"first\na {sign}panel x"
        assert "complete the tag" not in screen_text(app)


async def test_a_suggestion_is_never_typed_by_anything_else() -> None:
    app = Host(Writing("second", tags=TAGS), Button("after", id="after"))
    async with app.run_test() as pilot:
        editor = app.query_one(Writing)
        await type_text(pilot, "#pa\n")
        assert editor.text == "#pa\nsecond"
        await pilot.press("up", "end", "left", "right", "right", "right")
        assert editor.text == "#panel\nsecond"  # at the end of the word it is offered again
        await pilot.press("right", "home", "right", "x")
        assert editor.text == "#panel\nsxecond"
        await pilot.press("end", "space", "#", "w", "tab")
        assert editor.text == "#panel\nsxecond #w"
        assert app.focused is app.query_one("#after")
        assert "#walk" not in screen_text(app)


@pytest.mark.parametrize("text", ["#", "# pa", "me@pa", "#panel", "#x", "#c", "#[", "#a", "#pa "])
async def test_nothing_is_suggested_where_no_tag_is_begun(text: str) -> None:
    app = Host(Writing(tags=TAGS))
    async with app.run_test() as pilot:
        await type_text(pilot, text)
        assert app.query_one(Writing).suggestion == ""


async def test_the_right_arrow_still_moves_through_the_text() -> None:
    app = Host(Writing("#pa b", tags=TAGS))
    async with app.run_test() as pilot:
        await pilot.press("right", "right", "right", "x")
        assert app.query_one(Writing).text == "#pax b"


@pytest.mark.parametrize(
    "theme", [one for one in BUILTIN_THEMES.values() if not one.ansi], ids=lambda one: one.name
)
def test_every_colour_can_be_read_on_every_theme(theme: Theme) -> None:
    named = theme.to_color_system().generate()
    shades = tag_variables(theme.dark)
    assert list(shades) == [f"tag-{colour}" for colour in COLOURS]
    assert len(set(shades.values())) == len(COLOURS)
    for shade in shades.values():
        for ground in ("background", "surface"):
            assert contrast(Color.parse(shade), Color.parse(named[ground])) >= 4.5


def test_a_tag_is_told_by_its_name_whatever_its_colour() -> None:
    assert tag_mark("[/]", "red").plain == "#[/]"
    assert tag_mark("a\x1b[31m", None).plain == "#a␛[31m"
    assert tag_mark("panel-talk", "blue", 8).plain == "#panel-…"
