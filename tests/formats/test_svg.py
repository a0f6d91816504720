"""Pictures for reports: whole as XML, told in words, readable by anybody, safe from whatever was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import product
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from wcag import contrast

from bounceback_tui.formats import svg
from bounceback_tui.formats.svg import (
    DARK,
    DARK_PAPER,
    LIGHT,
    PAPER,
    WIDTH,
    Caption,
    escaped,
    fitting,
    signed,
    steps_of,
)
from bounceback_tui.formats.svg_lines import Change, mood_line, slopes, survival
from bounceback_tui.formats.svg_rows import (
    Count,
    Difference,
    Pair,
    Share,
    count_bars,
    difference_bars,
    interval_bars,
    paired_dots,
)

HOSTILE = (
    "</svg><script>alert(1)</script> ]]> <!-- & \"quoted\" 'too' \x00\x08\x1b[2J\ud800\ufffe\uffff \u202e"
)
"""What somebody may have pasted as a company or a theme."""

SVG = "{http://www.w3.org/2000/svg}"

DAYS = [(date(2026, 3, day), 3.0 + day % 4, 4.0 if day > 3 else None) for day in (1, 2, 3, 4, 5, 20, 21)]

DRAWINGS: dict[str, Callable[[str, Caption], str]] = {
    "mood": lambda _, caption: mood_line(caption, DAYS, [date(2026, 3, 4)], 5.5),
    "curve": lambda _, caption: survival(caption, [(3, 0.8, 0.4, 0.95), (9, 0.4, None, None)], 9),
    "slopes": lambda words, caption: slopes(
        caption, [([Change(words, -1, -2, 0), Change(words, 1)], False), ([Change(words, 0.5)], True)]
    ),
    "shares": lambda words, caption: interval_bars(
        caption, [Share(words, words, 0.5, 0.2, 0.8), Share(words, "", None)]
    ),
    "counts": lambda words, caption: count_bars(caption, [Count(words, 3), Count(words, 0, words)], 2, words),
    "pairs": lambda words, caption: paired_dots(caption, [Pair(words, 14, 8), Pair(words, 5, 9, over=False)]),
    "differences": lambda words, caption: difference_bars(
        caption, [Difference(words, -3, -7, 1), Difference(words, None)], words
    ),
}

every_drawing = pytest.mark.parametrize("name", DRAWINGS)


def drawn(name: str, words: str = "words") -> tuple[str, ElementTree.Element]:
    """The picture as text, and as what an XML reader makes of it."""
    text = DRAWINGS[name](words, Caption(name, words, f"It says {words}"))
    return text, ElementTree.fromstring(text)


@every_drawing
def test_whatever_was_written_stays_words(name: str) -> None:
    text, root = drawn(name, HOSTILE)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "desc", "path", "text", "circle"}
    assert text.count("</svg>") == 1
    assert text.endswith("</svg>")
    title = root.findtext(f"{SVG}title") or ""
    assert title.startswith('</svg><script>alert(1)</script> ]]> <!-- & "quoted"')
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff\u202e]", text)


@every_drawing
def test_a_picture_tells_what_it_shows_and_reaches_for_nothing(name: str) -> None:
    text, root = drawn(name)
    title, told = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert (title, told) == ("words", "It says words")
    assert root.get("role") == "img"
    ids = {one.get("id") for one in root.iter()}
    assert set((root.get("aria-labelledby") or "").split()) <= ids
    addresses = text.replace('xmlns="http://www.w3.org/2000/svg"', "")
    for word in ("http", "href", "url(", "script", "style=", "onload", "<image"):
        assert word not in addresses


@every_drawing
def test_all_of_it_lies_within_the_picture(name: str) -> None:
    _, root = drawn(name)
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    assert width == WIDTH
    for one in root.iter():
        for key, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            if value := one.get(key):
                assert 0 <= float(value) <= most, one.attrib
        for x, y in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", one.get("d") or ""):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height


@given(st.text())
def test_any_text_is_only_text(text: str) -> None:
    root = ElementTree.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>')
    assert len(root) == 0
    assert (root.text or "") == root.get("b")


@pytest.mark.parametrize(
    ("colours", "paper", "role"),
    [(*pair, role) for pair, role in product([(LIGHT, PAPER), (DARK, DARK_PAPER)], LIGHT)],
)
def test_every_colour_stands_out_from_the_paper(colours: dict[str, str], paper: str, role: str) -> None:
    assert contrast(Color.parse(colours[role]), Color.parse(paper)) >= (3 if role == "rule" else 4.5)


def test_meaning_is_not_in_the_colour_alone() -> None:
    pairs, _ = drawn("pairs")
    assert 'fill="none" stroke="' + LIGHT["other"] in pairs  # a ring for what was expected
    assert "longer than 9" in pairs
    sloping, _ = drawn("slopes")
    assert "stroke-dasharray" in sloping


def test_words_that_do_not_fit_beside_the_figure_have_a_line_of_their_own() -> None:
    def places(label: str) -> tuple[list[float], float]:
        text = count_bars(Caption("x", "x", "x"), [Count(label, 3, "named by 3 employers"), Count("b", 2)])
        root = ElementTree.fromstring(text)
        found = {one.text: float(one.get("y") or 0) for one in root.iter(f"{SVG}text")}
        assert label in found  # whole
        height = float((root.get("viewBox") or "").split()[3])
        return [found[label], found["named by 3 employers"], found["b"]], height

    (beside, figure, _), low = places("a short one")
    assert beside == figure
    (above, below, second), high = places("a label of so many words that it needs the room")
    assert above < below < second
    assert high > low


def test_the_rolling_median_stops_where_days_are_missing() -> None:
    text, _ = drawn("mood")
    line = next(path for path in re.findall(r'd="([^"]*)"', text) if "L" in path)
    assert line.count("M") == 2  # the 4th and 5th, then the 20th and 21st


def test_the_curve_falls_in_steps() -> None:
    text, _ = drawn("curve")
    path = next(path for path in re.findall(r'd="([^"]*)"', text) if path.count("V") >= 3)
    assert not re.search("[Ll]", path)


@pytest.mark.parametrize(
    ("highest", "most", "found"),
    [(0, 6, [0, 1]), (5, 6, [0, 1, 2, 3, 4, 5]), (25, 6, [0, 5, 10, 15, 20, 25]), (7, 3, [0, 5, 10])],
)
def test_a_scale_has_round_steps(highest: float, most: int, found: list[int]) -> None:
    assert steps_of(highest, most) == found


def test_a_long_label_is_cut_with_a_sign_of_it() -> None:
    assert fitting("short", 200) == "short"
    cut = fitting("a very long label that goes on and on", 100)
    assert cut.endswith("…")
    assert len(fitting("会社" * 40, 100)) < len(cut)


def test_a_name_of_any_length_is_cut_without_a_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody pasted a whole e-mail where a name belongs: its letters are not taken off one by one."""
    looked_at, measure = 0, svg._units

    def measured(text: str) -> float:
        nonlocal looked_at
        looked_at += len(text)
        return measure(text)

    monkeypatch.setattr(svg, "_units", measured)
    pasted = "Dear applicant " * 500
    assert fitting(pasted, 400) == fitting(pasted[:500], 400)
    assert looked_at < 100 * len(pasted)


def test_signs() -> None:
    assert [signed(-3), signed(0), signed(2.5), signed(-1, 1)] == ["−3", "0", "+2.5", "−1.0"]
