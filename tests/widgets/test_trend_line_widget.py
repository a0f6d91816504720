"""Mood over days as a picture."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, screen_text

from bounceback_tui.widgets.trend_line import Day, TrendLine, draw_trend

START = date(2026, 9, 1)  # a Tuesday
LEFT = 3


def flat(*numbers: int, mood: float | None = 5.0, rolling: float | None = 5.0) -> list[Day]:
    return [(START + timedelta(days=number), mood, rolling) for number in numbers]


def picture(days: list[Day], rejections: list[date] | None = None, usual: float | None = None) -> list[str]:
    return draw_trend(days, rejections or [], usual, 60, 12).plain.splitlines()


def plot(lines: list[str]) -> list[str]:
    return [line[LEFT:] for line in lines if line[2] in "│┤┼"]


def dots(character: str) -> bool:
    return "\u2801" <= character <= "\u28ff"


def filled(lines: list[str]) -> set[int]:
    """Columns of cells with a dot in them."""
    return {x for row in plot(lines) for x, character in enumerate(row) if dots(character)}


def heights(lines: list[str]) -> set[int]:
    """Rows of cells with a dot in them, counted from the top."""
    return {y for y, row in enumerate(plot(lines)) if any(map(dots, row))}


def test_a_better_mood_is_higher() -> None:
    tops = [min(heights(picture(flat(*range(30), mood=None, rolling=mood)))) for mood in (9, 5, 1)]
    assert tops[0] == 0
    assert tops[0] < tops[1] < tops[2]
    assert tops[2] == len(plot(picture(flat(0)))) - 1


def test_the_middle_of_the_scale_is_marked_where_it_lies() -> None:
    lines = picture(flat(*range(30)))
    (row,) = heights(lines)
    assert lines[row].startswith("5 ┼")
    assert [line[0] for line in lines if line[2] in "┤┼"] == list("97531")


def test_days_without_a_check_in_stay_open() -> None:
    whole = filled(picture(flat(*range(20))))
    assert whole == set(range(57))
    broken = filled(picture(flat(*range(8), *range(12, 20))))
    gap = set(range(57)) - broken
    assert len(gap) in (11, 12)  # 4 of 20 days on 57 cells
    assert gap == set(range(min(gap), max(gap) + 1))
    assert abs((min(gap) + max(gap)) / 2 - 28) <= 1


def test_even_one_missing_day_breaks_the_line() -> None:
    assert filled(picture(flat(*range(10), *range(11, 20)))) < set(range(57))


def test_a_jump_is_joined_only_between_days_that_follow_each_other() -> None:
    def jump(number: int) -> int:
        days = flat(*range(10), mood=None, rolling=9.0) + flat(*range(number, 20), mood=None, rolling=1.0)
        return len(heights(picture(days)))

    assert jump(10) == 9
    assert jump(11) == 2


def test_values_are_dots_and_only_the_median_is_a_line() -> None:
    lines = picture(flat(*range(0, 30, 3), rolling=None))
    single = [
        bin(ord(character) - 0x2800).count("1") for row in plot(lines) for character in row if dots(character)
    ]
    assert single == [1] * 10
    assert "median" not in "\n".join(lines)


def test_rejections_are_marked_on_their_day() -> None:
    lines = picture(flat(0, 29), [START, START + timedelta(days=15)])
    axis = next(line for line in lines if "└" in line)
    assert axis.count("▾") == 2
    assert axis[LEFT] == "▾"
    assert abs(axis.rindex("▾") - (LEFT + 57 * 15.5 / 30)) <= 1
    assert "▾ rejection" in lines[-1]
    assert "┊" in plot(lines)[0][axis.rindex("▾") - LEFT]


def test_a_rejection_after_the_last_check_in_is_seen_and_an_earlier_one_is_not() -> None:
    lines = picture(flat(*range(20)), [START - timedelta(days=9), START + timedelta(days=25)])
    axis = next(line for line in lines if "└" in line)
    assert axis.count("▾") == 1
    assert axis.index("▾") >= 57
    assert max(filled(lines)) < 50
    assert "rejection" not in "\n".join(picture(flat(*range(20)), [START - timedelta(days=1)]))


def test_the_usual_mood_is_a_dashed_line_with_its_figure() -> None:
    lines = picture(flat(*range(30), mood=2.0, rolling=2.0), usual=6.5)
    (row,) = [line for line in plot(lines) if "╌" in line]
    assert set(row) == {"╌"}
    assert "usual 6.5" in lines[-1]
    assert "╌" not in "\n".join(picture(flat(*range(30))))


def test_nothing_logged_says_so() -> None:
    assert "Nothing to draw yet" in draw_trend([], [START], 5, 60, 12).plain
    assert "Nothing to draw yet" in draw_trend([(START, None, None)], [], None, 60, 12).plain


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (5, ["1 Sep", "2 Sep", "3 Sep", "4 Sep", "5 Sep"]),
        (40, ["7 Sep", "14 Sep", "21 Sep", "28 Sep", "5 Oct"]),
        (200, ["Sep", "Oct", "Nov", "Dec", "2027", "Feb", "Mar"]),
        (900, ["Oct", "2027", "Apr", "Jul", "Oct", "2028", "Apr", "Jul", "Oct"]),
        (3000, ["2027", "2028", "2029", "2030", "2031", "2032", "2033", "2034"]),
    ],
)
def test_dates_stand_under_the_axis_as_close_as_they_can(days: int, dates: list[str]) -> None:
    line = picture(flat(0, days - 1))[-2]
    assert line.split() == " ".join(dates).split()


def test_a_date_stands_under_its_tick() -> None:
    lines = picture(flat(*range(40)))
    axis, labels = lines[-3], lines[-2]
    for x, character in enumerate(axis):
        if character == "┬" and x < 55:
            assert labels[x] != " "
            assert labels[x - 1] == " "


@given(
    st.dictionaries(st.integers(0, 3000), st.floats(1, 9), max_size=80),
    st.lists(st.integers(-50, 3050), max_size=10),
    st.none() | st.floats(1, 9),
    st.integers(30, 200),
    st.integers(6, 50),
)
def test_it_fills_its_room_exactly(
    moods: dict[int, float], rejections: list[int], usual: float | None, width: int, height: int
) -> None:
    days: list[Day] = [(START + timedelta(days=n), mood, mood) for n, mood in moods.items()]
    marks = [START + timedelta(days=n) for n in rejections]
    lines = draw_trend(days, marks, usual, width, height).split("\n", allow_blank=True)
    if moods:
        assert len(lines) == height
        assert lines[0].cell_length == width
        assert all(line.cell_length <= width for line in lines)


@given(st.permutations(list(range(12))))
def test_the_order_of_days_does_not_matter(order: list[int]) -> None:
    days: list[Day] = [(START + timedelta(days=n), float(1 + n % 9), 5.0) for n in range(12)]
    assert picture([days[i] for i in order]) == picture(days)


async def test_it_uses_the_room_it_gets() -> None:
    line = TrendLine(tuple(flat(*range(30))), (START,), 5.0)
    app = Host(line)
    async with app.run_test(size=(60, 20)) as pilot:
        narrow = screen_text(app)
        await pilot.resize_terminal(100, 20)
        await pilot.pause()
        wide = screen_text(app)
    widths = [max(len(row) for row in text.splitlines() if "└" in row) for text in (narrow, wide)]
    assert widths == [60, 100]


async def test_in_too_small_a_place_it_is_cut_and_not_wrapped() -> None:
    app = Host(TrendLine(tuple(flat(*range(30)))))
    async with app.run_test(size=(20, 20)):
        rows = screen_text(app).splitlines()
    assert [row[2] for row in rows[:8]] == list("┤│┤│┼┤│┤")


def test_pairs_of_days_far_apart_are_cheap_to_place() -> None:
    lines = picture(flat(0, 36500))
    assert filled(lines) == {0, 56}
    years = [int(label) for label in lines[-2].split()]
    assert all(later - earlier == 10 for earlier, later in pairwise(years))
