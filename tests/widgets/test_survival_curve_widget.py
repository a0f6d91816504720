"""How long it takes, as a picture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, screen_text

from bounceback_tui.widgets.survival_curve import Step, SurvivalCurve, draw_survival

CURVE: tuple[Step, ...] = (
    (2, 0.9, 0.7, 0.97),
    (4, 0.8, 0.5, 0.92),
    (8, 0.5, 0.25, 0.7),
    (20, 0.2, 0.05, 0.4),
    (30, 0.1, None, None),
)
LEFT = 7


def picture(curve: tuple[Step, ...] = CURVE, median: float | None = 8) -> list[str]:
    return draw_survival(curve, median, 80, 15).plain.splitlines()


def plot(lines: list[str]) -> list[str]:
    return [line[LEFT:] for line in lines if line[6] in "│┤┼"]


def line_rows(lines: list[str], column: int) -> list[int]:
    return [y for y, row in enumerate(plot(lines)) if "\u2801" <= row[column] <= "\u28ff"]


def at(day: float) -> int:
    return round(day / 30 * (80 - LEFT - 1))


def test_it_starts_with_everybody_and_only_falls() -> None:
    lines = picture()
    assert line_rows(lines, 0) == [0]
    lowest = [max(line_rows(lines, column)) for column in range(80 - LEFT)]
    assert lowest == sorted(lowest)


def test_it_is_flat_between_days_and_at_the_height_of_its_share() -> None:
    lines = picture()
    rows = len(plot(lines))
    for start, end, share in ((8, 20, 0.5), (20, 30, 0.2)):
        seen = {tuple(line_rows(lines, x)) for x in range(at(start) + 2, at(end) - 1)}
        assert len(seen) == 1
        ((row,),) = seen
        assert abs(row - (1 - share) * (rows - 1)) <= 1


def test_the_band_is_shaded_only_where_it_is_known() -> None:
    lines = plot(picture())
    column = [row[at(12)] for row in lines]
    rows = len(column)
    shaded = [y for y, character in enumerate(column) if character == "░"]
    assert abs(min(shaded) - (1 - 0.7) * (rows - 1)) <= 1
    assert abs(max(shaded) - (1 - 0.25) * (rows - 1)) <= 1
    assert all("░" not in row[0] for row in lines)
    unknown = plot(picture(((5, 0.5, None, None), (10, 0.2, None, None)), None))
    assert "░" not in "".join(unknown)
    assert "░" not in "".join(plot(picture(((5, 0.5, 0.2, None), (10, 0.2, None, 0.9)), None)))
    assert "band" not in picture(((5, 0.5, None, None),), None)[-1]


def test_the_median_is_marked_on_its_day_and_told() -> None:
    lines = picture()
    axis = next(line for line in lines if "└" in line)
    assert axis.index("▾") == LEFT + at(8)
    assert plot(lines)[-1][at(8)] == "┊"
    assert "half by day 8" in lines[-1]


def test_without_a_median_nothing_is_marked() -> None:
    text = "\n".join(picture(median=None))
    assert "▾" not in text
    assert "half" not in text


def test_the_axes_are_named() -> None:
    lines = picture()
    assert lines[0].startswith("100 %")
    assert any(line.startswith(" 50 %") for line in lines)
    assert lines[-4].startswith("  0 %")
    assert lines[-2].split() == ["days", "0", "5", "10", "15", "20", "25", "30"]


def test_no_curve_says_so() -> None:
    assert draw_survival((), None, 80, 12).plain == "Nothing to draw yet."


@given(
    st.lists(st.tuples(st.integers(0, 2000), st.floats(0, 1)), min_size=1, max_size=30),
    st.none() | st.integers(0, 2000),
    st.integers(30, 160),
    st.integers(6, 40),
)
def test_it_fills_its_room_exactly(
    points: list[tuple[int, float]], median: int | None, width: int, height: int
) -> None:
    marked = max(points)[0]
    curve: tuple[Step, ...] = tuple((day, share, share / 2, min(1, share * 1.2)) for day, share in points)
    lines = draw_survival(curve, median, width, height, marked).split("\n", allow_blank=True)
    assert len(lines) == height
    assert lines[0].cell_length == width
    assert all(line.cell_length <= width for line in lines)


def test_the_day_that_is_marked_can_be_seen_without_colour() -> None:
    lines = draw_survival(CURVE, 8, 80, 15, 20).plain.splitlines()
    axis = next(line for line in lines if "└" in line)
    assert axis.index("▲") == LEFT + at(20)
    assert axis.index("▾") == LEFT + at(8)
    column = [row[at(20)] for row in plot(lines)]
    assert all(sign == "│" or "\u2801" <= sign <= "\u28ff" for sign in column)  # the curve stays
    assert "▲" not in "".join(picture())
    assert "│" not in "".join(plot(picture()))


MARKS = ("day 2", "day 4", "day 8", "day 20", "day 30")


async def test_the_cursor_walks_over_the_days_and_opens_one() -> None:
    curve = SurvivalCurve(CURVE, 8, MARKS)
    app = Host(curve)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("right", "right")
        assert screen_text(app).splitlines()[11].strip() == "day 8"
        await pilot.press("end", "right")
        assert screen_text(app).splitlines()[11].strip() == "day 30"
        await pilot.press("home")
        assert screen_text(app).splitlines()[11].strip() == "day 2"
        x = LEFT + round(20 / 30 * (60 - LEFT - 1))
        assert curve.mark_at(x, 3, 60, 11) == 3
        assert curve.mark_at(x + 3, 3, 60, 11) == 3
        assert curve.mark_at(x - 3, 3, 60, 11) == 2
        assert curve.mark_at(LEFT, 3, 60, 11) == 0
        assert curve.mark_at(2, 3, 60, 11) is None
        await pilot.hover(curve, offset=(x, 3))
        assert "day 20" in screen_text(app)


async def test_it_uses_the_room_it_gets() -> None:
    curve = SurvivalCurve(CURVE, 8, MARKS)
    app = Host(curve)
    async with app.run_test(size=(60, 20)) as pilot:
        assert "half by day 8" in screen_text(app)
        await pilot.resize_terminal(110, 20)
        await pilot.pause()
        assert max(map(len, screen_text(app).splitlines())) == 110
