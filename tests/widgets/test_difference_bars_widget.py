"""Differences with their intervals as a picture: fewer to the left of 0, more to the right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, line_with, screen_text

from bounceback_tui.widgets.difference_bars import DifferenceBars, DifferenceRow, draw_differences
from bounceback_tui.widgets.picture import Picture

ROWS = (
    DifferenceRow("Ask for feedback", "4 with, 8 without", -3, -9, 2),
    DifferenceRow("Rest a few days", "5 with, 7 without", 4, 1, 6),
    DifferenceRow("Walk", "6 with, 6 without", -2),
    DifferenceRow("Call a friend", "1 with, 11 without", instead="too few to say"),
)
MARKS = [f"{row.label}, in full" for row in ROWS]
MANY = tuple(DifferenceRow(f"Step {number}", "5 with, 5 without", 0, -1, 1) for number in range(19))


def picture(rows: tuple[DifferenceRow, ...] = ROWS, width: int = 80, height: int = 9) -> list[str]:
    return draw_differences(rows, width, height).plain.splitlines()


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_a_row_says_it_in_words_picture_and_counts(width: int) -> None:
    lines = picture(width=width)
    assert len(lines) == len(ROWS) + 1
    assert all(len(line) <= width for line in lines)
    assert lines[0].startswith("  Ask for feedback  ")
    assert lines[0].endswith("4 with, 8 without")
    assert "too few to say" in lines[3]
    assert "●" not in lines[3]


def test_fewer_lies_left_of_zero_and_more_right_of_it() -> None:
    first, second, third, _, scale = picture()
    zero = scale.index("0")
    assert scale.split() == ["9", "fewer", "0", "9", "more"]
    assert first.index("┣") == scale.index("9 fewer")
    assert first.index("┣") < first.index("●") < zero < first.index("┫")
    assert first[zero] == "┿"
    assert zero < second.index("┣") < second.index("●") < second.index("┫")
    assert second[zero] == third[zero] == "│"
    assert "┣" not in third
    assert third.index("●") < zero
    # to scale: 9 fewer is as far left as there is room, 3 fewer a third of the way
    assert zero - first.index("●") == pytest.approx((zero - first.index("┣")) / 3, abs=0.5)


def test_an_interval_of_one_day_is_a_point() -> None:
    line, scale = picture((DifferenceRow("Walk", "5 with, 5 without", -3, -3, -3),))
    assert line.index("●") == scale.index("3 fewer")
    assert "━" not in line


def test_in_a_narrow_place_words_are_cut_and_counts_left_out() -> None:
    rows = (
        DifferenceRow("A step with so many words that no place holds them", "4 with, 8 without", -3, -9, 2),
    )
    assert "…" in picture(rows, 60)[0]
    assert "4 with" in picture(rows, 60)[0]
    assert "with," not in picture(rows, 44)[0]
    assert "●" in picture(rows, 30)[0]


def test_as_many_rows_as_fit_are_shown_and_the_others_are_told_of() -> None:
    lines = picture(MANY, 80, 8)
    assert len(lines) == 8
    assert "Step 6" in lines[6]
    assert lines[7].startswith("↓ 12 more")
    middle = draw_differences(MANY, 80, 8, 9, 9).plain.splitlines()
    assert "▸ Step 9" in "\n".join(middle)
    assert middle[7].startswith("↑ 6 ↓ 6 more")
    last = draw_differences(MANY, 80, 8, 18, 18).plain.splitlines()
    assert last[6].startswith("▸ Step 18")
    assert last[7].startswith("↑ 12 more")


def test_nothing_at_all_says_so() -> None:
    assert picture(()) == ["Nothing to compare yet."]


limits = st.none() | st.floats(-400, 400)


@given(
    st.lists(
        st.builds(
            lambda label, difference, low, high: DifferenceRow(
                label, "5 with, 5 without", difference, *sorted((low, high)), "too few to say"
            ),
            label=st.text(max_size=90),
            difference=limits,
            low=st.floats(-400, 0),
            high=st.floats(0, 400),
        ),
        min_size=1,
        max_size=12,
    ).map(tuple),
    st.integers(30, 170),
    st.integers(2, 20),
)
def test_it_keeps_within_its_room(rows: tuple[DifferenceRow, ...], width: int, height: int) -> None:
    drawn = draw_differences(rows, width, height, len(rows) - 1, len(rows) - 1)
    lines = drawn.split("\n", allow_blank=True)
    assert len(lines) <= height
    assert all(line.cell_length <= width for line in lines)
    assert "▸" in drawn.plain


async def test_keys_walk_from_row_to_row_and_enter_opens_one() -> None:
    opened: list[int] = []

    class App(Host):
        def on_picture_opened(self, message: Picture.Opened) -> None:
            opened.append(message.index)

    bars = DifferenceBars(ROWS, MARKS)
    bars.styles.height = 10
    app = App(bars)
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one("#after").focus()
        await pilot.pause()
        assert "▸" not in screen_text(app)
        bars.focus()
        await pilot.pause()
        assert "Ask for feedback, in full" in screen_text(app)
        await pilot.press("right", "right")
        assert "Walk, in full" in screen_text(app)
        assert line_with(app, "▸").strip().startswith("▸ Walk")
        await pilot.press("enter", "end", "enter", "left", "enter")
        assert opened == [2, 3, 2]


async def test_the_pointer_names_a_row_and_moves_nothing() -> None:
    bars = DifferenceBars(MANY, [row.label + ", in full" for row in MANY])
    bars.styles.height = 10
    app = Host(bars)
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one("#after").focus()
        await pilot.hover(bars, offset=(10, 5))
        await pilot.pause()
        assert "Step 5, in full" in screen_text(app)
        assert "  Step 0 " in screen_text(app)
        await pilot.hover(bars, offset=(10, 6))
        await pilot.pause()
        assert ", in full" not in screen_text(app)  # the scale


async def test_words_in_markup_are_only_words() -> None:
    hostile = "[/] [@click=app.quit]\x1b x"
    bars = DifferenceBars((DifferenceRow(hostile, "5 with, 5 without", -3, -9, 2),), [hostile])
    bars.styles.height = 8
    app = Host(bars)
    async with app.run_test(size=(100, 24)) as pilot:
        bars.focus()
        await pilot.pause()
        assert screen_text(app).count("[/] [@click=app.quit]␛ x") == 2
