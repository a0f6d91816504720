"""Shares with their intervals as a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from widget_host import Host, line_with, screen_text

from bounceback_tui.widgets.interval_bars import IntervalBars, IntervalRow, draw_intervals

STAGES = (
    IntervalRow("applied → screen", 3, 12, 0.089, 0.532),
    IntervalRow("screen → interview", 8, 9, 0.565, 0.98),
    IntervalRow("interview → final", 1, 3, missing=2),
    IntervalRow("final → offer", 0, 6, 0.0, 0.390),
)


def picture(rows: tuple[IntervalRow, ...], width: int = 80) -> list[str]:
    return draw_intervals(rows, width).plain.splitlines()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_one_row_says_it_in_counts_percent_and_interval(width: int) -> None:
    lines = picture(STAGES, width)
    assert len(lines) == len(STAGES) + 1
    assert lines[0].startswith("applied → screen")
    assert lines[0].endswith("3 of 12   25 % (9–53 %)")
    assert lines[3].endswith("0 of 6    0 % (0–39 %)")
    assert lines[4].split() == ["0", "50", "100", "%"]


def test_point_and_interval_lie_where_the_scale_says() -> None:
    lines = picture((IntervalRow("half", 1, 2, 0.25, 0.75), IntervalRow("all", 4, 4, 0.5, 1.0)))
    zero, hundred = lines[2].index("0"), lines[2].index("%")
    middle = (zero + hundred) / 2
    assert abs(lines[0].index("●") - middle) <= 0.5
    assert abs(lines[0].index("┣") - (zero + middle) / 2) <= 1
    assert abs(lines[0].index("┫") - (middle + hundred) / 2) <= 1
    assert lines[1].index("●") == hundred
    assert lines[2].index("50") in range(int(middle) - 1, int(middle) + 2)


def test_the_ends_of_the_scale() -> None:
    lines = picture((IntervalRow("none", 0, 4, 0.0, 0.5),))
    assert lines[0].index("●") == lines[1].index("0")


@pytest.mark.parametrize("row", [STAGES[2], IntervalRow("known", 1, 3, 0.1, 0.9, missing=2)])
def test_too_few_shows_no_percentage_and_no_point(row: IntervalRow) -> None:
    line = picture((row, *STAGES[:1]))[0]
    assert "1 of 3  too few to say (2 more)" in line
    assert "%" not in line
    assert "●" not in line
    assert "━" not in line


def test_where_nothing_is_enough_there_is_no_scale() -> None:
    lines = picture((IntervalRow("a", 0, 0, missing=5), IntervalRow("b", 0, 0)))
    assert lines == [
        "a            0 of 0  too few to say (5 more)",
        "b            0 of 0  too few to say",
    ] or (len(lines) == 2 and all("too few to say" in line for line in lines))


def test_words_alone_make_it_fold_too() -> None:
    lines = picture((IntervalRow("a label of some length", 1, 3, missing=2),), 50)
    assert lines[0] == "a label of some length"
    assert lines[1].strip() == "1 of 3  too few to say (2 more)"


def test_nothing_at_all_says_so() -> None:
    assert picture(()) == ["Nothing to compare yet."]


def test_a_narrow_place_puts_labels_above_their_pictures() -> None:
    lines = picture(STAGES, 42)
    assert lines[0] == "applied → screen"
    assert "●" in lines[1]
    assert max(map(cell_len, lines)) <= 42


@given(
    st.lists(
        st.builds(
            IntervalRow,
            label=st.text(max_size=40),
            done=st.integers(0, 50),
            counted=st.integers(50, 999),
            low=st.floats(0, 0.5),
            high=st.floats(0.5, 1),
            missing=st.integers(0, 3),
        ),
        min_size=1,
        max_size=6,
    ).map(tuple),
    st.integers(44, 160),
)
def test_it_keeps_within_its_width(rows: tuple[IntervalRow, ...], width: int) -> None:
    lines = draw_intervals(rows, width).split("\n", allow_blank=True)
    assert all(line.cell_length <= width for line in lines)
    assert len({line.plain.index("●") for line in lines if "●" in line.plain} | {0}) <= len(rows) + 1


async def test_the_widget_is_as_high_as_its_rows_and_two_lines_of_words() -> None:
    bars = IntervalBars(STAGES)
    app = Host(bars)
    async with app.run_test(size=(80, 24)) as pilot:
        assert bars.size.height == len(STAGES) + 1 + 2
        await pilot.resize_terminal(42, 24)
        await pilot.pause()
        assert bars.size.height == 2 * len(STAGES) + 1 + 2


@pytest.mark.parametrize("width", [60, 42])
async def test_the_cursor_walks_from_row_to_row_and_is_seen_without_colour(width: int) -> None:
    bars = IntervalBars(STAGES)
    app = Host(bars)
    async with app.run_test(size=(width, 24)) as pilot:
        without = screen_text(app)
        assert "▸" in without  # the first widget has the focus
        bars.blur()
        await pilot.pause()
        assert "▸" not in screen_text(app)
        assert "likely" not in screen_text(app)
        bars.focus()
        for row in STAGES:
            await pilot.pause()
            marked = line_with(app, "▸")
            assert f"{row.done} of {row.counted}" in marked
            assert marked.replace("▸", " ") in screen_text(app).replace("▸", " ")
            assert " ".join(screen_text(app).split()).count(row.words) == 1
            await pilot.press("right")
        await pilot.press("enter")
        await pilot.pause()
        assert app.opened == [3]


@pytest.mark.parametrize("width", [80, 42])
async def test_the_pointer_marks_a_row_and_a_second_click_opens_it(width: int) -> None:
    bars = IntervalBars(STAGES)
    app = Host(bars)
    async with app.run_test(size=(width, 24)) as pilot:
        line = next(y for y, text in enumerate(screen_text(app).splitlines()) if "0 of 6" in text)
        await pilot.hover(offset=(30, line))
        assert "▸" in screen_text(app).splitlines()[line]
        await pilot.click(offset=(30, line))
        assert app.opened == []
        await pilot.click(offset=(30, line))
        assert app.opened == [3]
        await pilot.click(offset=(30, line + 1))  # the scale is no row
        assert bars.cursor == 3


def test_the_words_of_a_row_have_its_counts_and_its_interval() -> None:
    assert [row.words for row in STAGES[1:]] == [
        "screen → interview: 8 of 9, likely between 3 in 5 and nearly all",
        "interview → final: 1 of 3, too few to say (2 more)",
        "final → offer: 0 of 6, likely between none and 2 in 5",
    ]


async def test_a_label_in_markup_is_only_a_label() -> None:
    app = Host(IntervalBars((IntervalRow("[/] [@click=app.quit]\x1b x", 1, 2, 0.1, 0.9),)))
    async with app.run_test(size=(100, 24)):
        assert "[/] [@click=app.quit]␛ x" in screen_text(app)
