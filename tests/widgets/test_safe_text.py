"""User text is shown and does nothing, whatever it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content
from textual.markup import MarkupError
from textual.widgets import Static
from widget_host import Host, screen_text, strips

from bounceback_tui.widgets.safe import cells_of, safe, safe_line

EVIL = [
    "[/]",
    "[/b] and on",
    "[@click=app.quit]out[/]",
    "[link=https://example.org]here[/link]",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b[2J\x1b[31mred",
    "\x9b31m\x9d52;c;x\x9c",
    "abc\u202edef\u202c\u2066x\u2069",
    "\ud800 half a pair \udfff",
    "$text-muted ${x} {0}",
    "tab\tand\rreturn\x00",
    "e\u0301\u200d\U0001f469\u200d\U0001f4bb 漢字",
]
DANGEROUS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(EVIL),
        st.text(alphabet="[]/@=\\\"'bi$ \n\x1b\x9b", max_size=12),
        st.text(alphabet=st.characters(codec=None), max_size=20),
    ),
    min_size=1,
    max_size=4,
).map("".join)


def live(app: Host) -> list[object]:
    """Actions and links on the screen that would act when clicked on."""
    found: list[object] = []
    for strip in strips(app):
        for segment in strip:
            if segment.style is not None:
                found += [value for key, value in segment.style.meta.items() if key.startswith("@")]
                found += [segment.style.link] if segment.style.link else []
    return found


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(HOSTILE, min_size=100, max_size=100))
async def test_hostile_text_is_only_text(texts: list[str]) -> None:
    statics = [Static(safe(text)) for text in texts]
    for static in statics:
        static.styles.max_height = 8
    app = Host(*statics)
    async with app.run_test(size=(60, 8 * len(texts) + 3)):
        shown = screen_text(app)
        assert not DANGEROUS.search(shown.replace("\n", ""))
        shown.encode()
        assert not live(app)
        assert app.is_running


@pytest.mark.parametrize("text", ["[/]", "[/b] and on"])
async def test_control_the_same_text_as_str_breaks_the_screen(text: str) -> None:
    static = Static()
    async with Host(static).run_test():
        with pytest.raises(MarkupError):
            static.update(text)


async def test_control_the_same_text_as_str_comes_alive() -> None:
    app = Host(Static("[@click=app.quit]out[/]"))
    async with app.run_test():
        assert live(app)


async def test_control_content_alone_lets_an_escape_through() -> None:
    app = Host(Static(Content("\x1b]52;c;aGVsbG8=")))
    async with app.run_test():
        assert DANGEROUS.search(screen_text(app).replace("\n", ""))


async def test_it_reads_as_it_was_written() -> None:
    app = Host(Static(safe("[b]not[/b] bold: 100 % of [x]\nsecond line")))
    async with app.run_test():
        assert "[b]not[/b] bold: 100 % of [x]\nsecond line" in screen_text(app)


def test_a_style_is_ours_and_covers_the_whole_text() -> None:
    (span,) = safe("[red]x", "bold").spans
    assert (span.start, span.end, span.style) == (0, 6, "bold")


@given(HOSTILE, st.integers(min_value=0, max_value=30))
def test_a_line_is_one_line_and_fits(text: str, width: int) -> None:
    line = safe_line(text, width).plain
    assert "\n" not in line
    assert cell_len(line) <= width
    assert not DANGEROUS.search(line)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("two\nlines  and\tgaps", None, "two lines and gaps"),
        ("exactly", 7, "exactly"),
        ("exactly", 6, "exact…"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字漢字", 4, "漢 …"),
        ("", 5, ""),
        ("anything", 0, ""),
    ],
)
def test_a_long_line_is_cut_by_the_cells_it_takes(text: str, width: int | None, shown: str) -> None:
    assert safe_line(text, width).plain == shown


@given(HOSTILE | st.text(st.characters(max_codepoint=0x320), max_size=12))
def test_how_wide_a_line_is_can_be_told_without_making_it(text: str) -> None:
    assert cells_of(text) == safe_line(text).cell_length


def test_every_sign_of_europe_is_told_as_it_is_drawn() -> None:
    assert [sign for sign in map(chr, range(0x400)) if cells_of(sign) != safe_line(sign).cell_length] == []
