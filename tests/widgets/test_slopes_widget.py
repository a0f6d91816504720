"""Moods from one time to the next, as thick and thin lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, screen_text

from bounceback_tui.widgets.slopes import CASE, MARKED, POINT, Panel, Slopes, case_at, draw_slopes

AROUND = Panel(
    "with writing, 3 entries",
    ("before", "after", "next day"),
    ("4", "3, −1", "5, +1"),
    (4, 3, 5),
    ((4, 2, 6), (8, None, 7), (4, 3, None)),
)
WITHOUT = Panel("without, 9 days", ("such a day", "next day"), ("4", "4.5, +0.5"), (4, 4.5))
BOTH = (AROUND, WITHOUT)


def picture(width: int = 80, marked: int | None = None, panels: tuple[Panel, ...] = BOTH) -> list[str]:
    return draw_slopes(panels, width, marked).plain.split("\n")


def row_of(lines: list[str], mood: int) -> str:
    return next(line for line in lines if line.startswith(f"{mood} ┤"))


@pytest.mark.parametrize("width", [55, 60, 80, 120, 160])
def test_titles_times_and_figures_are_told_whole(width: int) -> None:
    lines = picture(width)
    assert len(lines) == 12
    for panel in BOTH:
        assert panel.title in lines[0]
        for words in panel.times:
            assert words in lines[10]
        for words in panel.figures:
            assert words in lines[11]
    assert [line[:3] for line in lines[1:10]] == [f"{mood} ┤" for mood in range(9, 0, -1)]
    assert max(map(len, lines)) <= width


def test_points_stand_at_their_moods_above_their_times() -> None:
    lines = picture()
    before = row_of(lines, 4).index(POINT)
    after = row_of(lines, 3).index(POINT)
    next_day = row_of(lines, 5).index(POINT)
    assert before < after < next_day
    for column, words in ((before, "before"), (after, "after"), (next_day, "next day")):
        start = lines[10].index(words)
        assert start <= column <= start + len(words)
    assert row_of(lines, 8)[before] == CASE
    assert row_of(lines, 7)[next_day] == CASE
    assert row_of(lines, 4).count(POINT) == 3  # before, and the low days; 4.5 lies there, too


def test_thick_and_thin_are_told_apart_by_their_shape_alone() -> None:
    lines = picture(80, None, (Panel("", ("a", "b"), (), (2, 2), ((7, 7),)),))
    first, last = row_of(lines, 2).index(POINT), row_of(lines, 2).rindex(POINT)
    assert set(row_of(lines, 2)[first + 1 : last]) <= set("▀▄")
    assert all("⠀" < sign < "⣿" for sign in row_of(lines, 7)[18:30])


def test_a_time_without_a_mood_is_passed_by() -> None:
    lines = picture(80, 1)
    before = row_of(lines, 8).index(MARKED)
    next_day = row_of(lines, 7).index(MARKED)
    after = row_of(lines, 3).index(POINT)
    assert before < after < next_day
    assert "⠀" < lines[2][after] < "⣿" or "⠀" < lines[3][after] < "⣿"


@pytest.mark.parametrize(("marked", "moods"), [(0, (4, 2, 6)), (1, (8, 7)), (2, (4, 3))])
def test_the_marked_case_is_seen_without_colour(marked: int, moods: tuple[int, ...]) -> None:
    lines = picture(80, marked)
    assert "".join(lines).count(MARKED) == len(moods)
    for mood in moods:
        assert MARKED in row_of(lines, mood)
    assert MARKED not in "".join(picture())


def test_the_pointer_finds_the_line_under_it() -> None:
    lines = picture()
    column = row_of(lines, 8).index(CASE)
    assert case_at(BOTH, column, 2, 80) == 1
    assert case_at(BOTH, column, 6, 80) == 2  # the latest of those that begin there
    assert case_at(BOTH, column, 8, 80) is None
    assert case_at(BOTH, column, 0, 80) is None
    assert case_at(BOTH, 70, 6, 80) is None
    assert case_at((), 4, 4, 80) is None


moods = st.none() | st.integers(1, 9)
a_panel = st.builds(
    lambda title, median, cases: Panel(title, ("a", "b", "c"), ("1", "", "2"), median, tuple(cases)),
    st.text(max_size=30),
    st.tuples(*[st.none() | st.floats(-8, 18)] * 3),
    st.lists(st.tuples(moods, moods, moods), max_size=8),
)


@given(st.lists(a_panel, min_size=1, max_size=2).map(tuple), st.integers(30, 160), st.integers(0, 8))
def test_it_keeps_within_its_width_and_height(panels: tuple[Panel, ...], width: int, marked: int) -> None:
    lines = draw_slopes(panels, width, marked).split("\n", allow_blank=True)
    assert len(lines) == 12
    assert all(line.cell_length <= width for line in lines)


async def test_the_widget_says_what_each_case_was_and_asks_for_it() -> None:
    slopes = Slopes(BOTH, ["first", "second", "third"])
    app = Host(slopes)
    async with app.run_test(size=(80, 24)) as pilot:
        assert slopes.size.height == 13
        slopes.focus()
        await pilot.pause()
        assert "third" in screen_text(app)
        await pilot.press("left", "left", "left")
        assert "first" in screen_text(app)
        await pilot.press("enter")
        assert app.opened == [0]
