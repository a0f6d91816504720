"""Days as bars on one axis, held against a middle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, line_with, screen_text

from bounceback_tui.widgets.day_bars import DayBars, DayRow, UsualDays, draw_days

ROWS = (
    DayRow("Acme · Data engineer", 23, "23 days"),
    DayRow("Beta", 9, "9 days"),
    DayRow("New", 0, "0 days"),
)
USUAL = UsualDays(9, (4, 16))


def picture(rows: tuple[DayRow, ...] = ROWS, usual: UsualDays = USUAL, width: int = 80) -> list[str]:
    return draw_days(rows, usual, width).plain.splitlines()


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_bars_end_where_the_axis_says(width: int) -> None:
    lines = picture(width=width)
    start = lines[3].index("┬")
    assert lines[2].index("●") == start  # no day yet
    cells = len(lines[3]) - start
    for line, days in ((lines[0], 23), (lines[1], 9)):
        assert abs((line.index("●") - start) - days / 28 * cells) <= 2 + cells * 5 / 28
    assert [line[-7:].strip() for line in lines[:3]] == ["23 days", "9 days", "0 days"]
    middle = lines[2].index("┊")
    assert lines[0][middle] == "┿"
    assert lines[1].index("●") == middle
    assert "┊ half answered by day 9" in lines[5]
    assert "░" in lines[2][start:middle]
    assert lines[4].split()[0] == "days"


def test_the_range_begins_and_ends_on_its_days() -> None:
    line = picture((DayRow("New", 0, ""), DayRow("Long", 60, "")), UsualDays(15, (10, 30)), 80)[0]
    start, cells = line.index("●"), 80 - len("Long") - 2
    for place, days in ((line.index("░"), 10), (line.rindex("░"), 30)):
        assert place - start == round(days / 60 * (cells - 1))


def test_a_range_whose_end_is_not_known_runs_to_the_end_of_the_picture() -> None:
    assert picture(usual=UsualDays(9, (4, None)))[2].rstrip(" 0days").endswith("░")
    assert "░" not in "".join(picture(usual=UsualDays(9)))
    assert "┊" not in "".join(picture(usual=UsualDays()))


def test_a_very_long_bar_leaves_room_for_the_others() -> None:
    lines = picture((DayRow("Long", 414, "414 days"), DayRow("Short", 9, "9 days")))
    assert "▶" in lines[0]
    assert "▶ goes on" in lines[4]
    assert lines[1].index("●") - lines[2].index("┬") > 10
    assert "▶" not in "".join(picture())


def test_without_a_middle_the_longest_fills_the_axis() -> None:
    lines = picture((DayRow("Long", 414, "414 days"), DayRow("Short", 9, "9 days")), UsualDays())
    assert "▶" not in "".join(lines)
    assert lines[2].rstrip().endswith("─")


def test_nothing_at_all_says_so() -> None:
    assert picture(()) == ["Nothing to draw yet."]


@given(
    st.lists(
        st.builds(DayRow, st.text(max_size=60), st.integers(0, 900), st.just("9 days")),
        min_size=1,
        max_size=6,
    ),
    st.none() | st.integers(0, 400),
    st.none() | st.integers(0, 400),
    st.none() | st.integers(0, 400),
    st.integers(40, 160),
)
def test_it_keeps_within_its_width(
    rows: list[DayRow], half: int | None, first: int | None, last: int | None, width: int
) -> None:
    for marked in (None, 0):
        drawn = draw_days(rows, UsualDays(half, (first, last)), width, marked).split("\n", allow_blank=True)
        assert len(drawn) == len(rows) + 3
        assert all(line.cell_length <= width for line in drawn)


MANY = tuple(DayRow(f"Firm {number}", 40 - number, f"{40 - number} days") for number in range(30))


@pytest.mark.parametrize(("size", "rows"), [((60, 20), 5), ((80, 24), 7), ((120, 40), 15), ((160, 50), 20)])
async def test_of_many_rows_as_many_as_fit_are_shown_and_the_cursor_reaches_all(
    size: tuple[int, int], rows: int
) -> None:
    bars = DayBars(MANY, USUAL, [f"{row.label}: silent for {row.fact}" for row in MANY])
    app = Host(bars)
    async with app.run_test(size=size) as pilot:
        assert bars.size.height == rows + 3 + 2
        assert sum("Firm" in line for line in screen_text(app).splitlines()) == rows + 1
        assert f"{30 - rows} more ↓" in screen_text(app)
        await pilot.press("end")
        assert "Firm 29" in line_with(app, "▸")
        assert "more ↓" not in screen_text(app)
        assert "Firm 29: silent for 11 days" in screen_text(app)
        await pilot.press("home", "right")
        assert "Firm 1 " in line_with(app, "▸")
        await pilot.press("enter")
        assert app.opened == [1]


async def test_the_pointer_marks_the_row_that_is_under_it() -> None:
    bars = DayBars(MANY, USUAL, [row.label for row in MANY])
    app = Host(bars)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        await pilot.hover(offset=(40, 2))
        shown = screen_text(app).splitlines()
        assert "▸" in shown[2]
        assert "Firm 25" in shown[2]
        await pilot.hover(offset=(40, 8))
        assert line_with(app, "▸").startswith("Firm 29")


async def test_a_label_in_markup_is_only_a_label() -> None:
    app = Host(DayBars((DayRow("[/] [@click=app.quit]\x1b x", 3, "3 days"),), USUAL, ["[/] \x1b"]))
    async with app.run_test(size=(120, 24)):
        assert "[/] [@click=app.quit]␛ x" in screen_text(app)
