"""User text made harmless: nothing that acts on a terminal comes through, nothing readable is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.text import one_line, plural, visible, with_line_feeds

ANY_TEXT = st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs"]))
"""With many of those that act, and lone surrogates."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, naïve — 漢字 👩‍💻", "plain words, naïve — 漢字 👩‍💻"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("from Windows\r\nto here", "from Windows\nto here"),
        ("over\rwritten", "over␍written"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("nul\x00 bell\x07 del\x7f", "nul␀ bell␇ del␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("next\x85line", "next<U+0085>line"),
        ("abc\u202edcba", "abc<U+202E>dcba"),
        ("\u2066isolate\u2069", "<U+2066>isolate<U+2069>"),
        ("a\u061cb\u200ec\u200fd", "a<U+061C>b<U+200E>c<U+200F>d"),
        ("line\u2028separator", "line<U+2028>separator"),
        ("half a \ud83d pair", "half a <U+D83D> pair"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("", ""),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_nothing_active_is_left(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"]
    turning = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert not [sign for sign in shown if unicodedata.bidirectional(sign) in turning]
    assert visible(shown) == shown


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert shown == shown.strip()
    assert "  " not in shown
    assert one_line(shown) == shown


def test_one_line_folds_white_space() -> None:
    assert one_line("  Acme\n\n  Ltd\t\u00a0(UK) \r\n") == "Acme Ltd (UK)"


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (11, "11 days")])
def test_plural(count: int, said: str) -> None:
    assert plural(count, "day") == said


def test_plural_of_its_own() -> None:
    assert (plural(1, "entry", "entries"), plural(3, "entry", "entries")) == ("1 entry", "3 entries")


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert with_line_feeds("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h\n\ni") == "a\nb\nc\nd\ne\nf\ng\nh\n\ni"
