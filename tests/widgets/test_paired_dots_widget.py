"""Two dots a line on one axis of days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, line_with, screen_text

from bounceback_tui.widgets.paired_dots import DotRow, PairedDots, draw_dots
from bounceback_tui.widgets.picture import Picture

WORDS = ("expected", "took")
ROWS = (
    DotRow("Acme", "14 → 4", 4, 14),
    DotRow("Brook", "7 → 20+", 20, 7, longer=True),
    DotRow("Calder", "5 → 5", 5, 5),
    DotRow("Dover", "20 → 6+", 6, 20, longer=True),
)


def picture(
    rows: tuple[DotRow, ...] = ROWS,
    width: int = 80,
    height: int = 12,
    marked: int | None = None,
    first: int = 0,
) -> list[str]:
    return draw_dots(rows, WORDS, width, height, marked=marked, first=first).plain.splitlines()


def place(lines: list[str], day: int) -> int:
    """The column of a day, by the figures below the axis."""
    axis = next(line for line in lines if "┴" in line)
    ticks = [column for column, sign in enumerate(axis) if sign == "┴"]
    days = [int(word) for word in lines[lines.index(axis) + 1].split() if word.isdigit()]
    assert len(ticks) == len(days)
    first, last = ticks[0], ticks[-1]
    return first + round((last - first) * day / days[-1])


@pytest.mark.parametrize("width", [60, 80, 120])
def test_each_dot_stands_on_its_day_and_a_line_joins_the_two(width: int) -> None:
    lines = picture(width=width)
    assert lines[0].startswith("  Acme")
    assert lines[0].endswith("14 → 4")
    start, end = lines[0].index("●"), lines[0].index("○")
    assert abs(start - place(lines, 4)) <= 1
    assert abs(end - place(lines, 14)) <= 1
    assert set(lines[0][start + 1 : end]) == {"─"}
    assert max(map(len, lines)) == width


def test_one_that_goes_on_ends_in_an_arrow() -> None:
    lines = picture()
    assert lines[1].index("○") < lines[1].index("▷")
    assert "●" not in lines[1]
    assert lines[3].index("▷") < lines[3].index("○")
    assert "▷ longer than that" in lines[-1]
    assert "▷" not in picture(ROWS[:1])[-1]


def test_one_that_goes_on_for_very_long_does_not_push_the_others_together() -> None:
    lines = picture((*ROWS, DotRow("Ewell", "9 → 900+", 900, 9, longer=True)))
    assert lines[-2].split()[-1] == "20"
    assert lines[4].index("▷") == len(lines[5]) - 1
    assert abs(lines[0].index("○") - place(lines, 14)) <= 1


def test_both_on_one_day_are_one_sign() -> None:
    assert "◉" in picture()[2]
    assert not {"●", "○"} & set(picture()[2])


def test_without_a_forecast_the_line_begins_with_the_axis() -> None:
    rows = (DotRow("Acme", "4", 4), DotRow("Brook", "–"), DotRow("Calder", "0", 0))
    lines = draw_dots(rows, ("", "the next thing"), 60, 8).plain.splitlines()
    assert lines[0].index("─") == place(lines, 0)
    assert lines[1].split() == ["Brook", "–"]
    assert lines[2].index("●") == place(lines, 0)
    assert lines[-1].split() == ["●", "the", "next", "thing"]
    assert "○" not in "".join(lines)


def test_the_marked_row_is_told_by_a_sign() -> None:
    assert [line[0] for line in picture(marked=1)[:4]] == [" ", "▸", " ", " "]
    assert "▸" not in "".join(picture())


def test_of_more_than_fit_it_is_told_which_are_shown() -> None:
    lines = picture(height=5, first=1)
    assert [line.split()[0] for line in lines[:2]] == ["Brook", "Calder"]
    assert "2–3 of 4" in lines[-1]
    assert "of 4" not in picture()[-1]


def test_the_figures_of_very_many_days_do_not_run_into_each_other() -> None:
    lines = picture((DotRow("0" * 17, "–", None, 5000),), 44)
    assert lines[2].split() == ["days", "0", "2000", "4000"]


def test_nothing_at_all_says_so() -> None:
    assert picture(()) == ["Nothing to compare yet."]


def test_a_company_in_markup_or_far_too_long_is_only_a_label() -> None:
    lines = picture((DotRow("[/] [@click=app.quit]\x1b " + "x" * 90, "14 → 4", 4, 14),), 60)
    assert "[/]" in lines[0]
    assert "\x1b" not in lines[0]
    assert "…" in lines[0]


some_days = st.integers(0, 5000)


@given(
    st.lists(
        st.builds(
            DotRow,
            st.text(max_size=40),
            st.sampled_from(["–", "4", "14 → 4+", "1000 → 2000+"]),
            st.none() | some_days,
            st.none() | some_days,
            st.booleans(),
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(44, 160),
    st.integers(4, 30),
    st.integers(0, 11),
)
def test_it_keeps_within_its_room(rows: list[DotRow], width: int, height: int, at: int) -> None:
    first = min(at, len(rows) - 1)
    lines = draw_dots(rows, WORDS, width, height, marked=first, first=first).split("\n", allow_blank=True)
    assert len(lines) == min(len(rows) - first, height - 3) + 3
    assert all(line.cell_length <= width for line in lines)


def many(count: int) -> PairedDots:
    rows = [DotRow(f"Firm {number}", "9 → 4", 4, 9) for number in range(count)]
    return PairedDots(rows, WORDS, [f"said of {number}" for number in range(count)])


async def test_rows_come_with_the_cursor_and_what_each_says_stands_below() -> None:
    dots = many(30)
    app = Host(dots)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "1–9 of 30" in screen_text(app)
        dots.focus()
        await pilot.press("down", "right", "j")
        assert line_with(app, "▸").split()[:3] == ["▸", "Firm", "3"]
        assert "said of 3" in screen_text(app)
        await pilot.press("end")
        assert "22–30 of 30" in screen_text(app)
        assert line_with(app, "▸").split()[:3] == ["▸", "Firm", "29"]
        await pilot.press("up", "left", "k")
        assert "22–30 of 30" in screen_text(app)  # the rows stay while the cursor is among them
        await pilot.hover(dots, offset=(5, 1))
        assert "said of 22" in screen_text(app)
        assert "22–30 of 30" in screen_text(app)
        assert dots.mark_at(5, 9, 80, 12) is None


async def test_enter_and_a_second_click_open_a_row() -> None:
    opened: list[int] = []

    class Listening(Host):
        def on_picture_opened(self, event: Picture.Opened) -> None:
            opened.append(event.index)

    dots = many(4)
    app = Listening(dots)
    async with app.run_test(size=(80, 24)) as pilot:
        dots.focus()
        await pilot.press("down", "enter")
        assert opened == [1]
        await pilot.click(dots, offset=(5, 3))
        await pilot.click(dots, offset=(5, 3))
        assert opened == [1, 3]
        assert dots.size.height == 4 + 3 + 1


@pytest.mark.parametrize(("rows", "window", "height"), [(2, 24, 6), (30, 20, 11), (30, 24, 13), (30, 50, 26)])
async def test_it_is_as_high_as_its_rows_and_no_higher_than_half_the_window(
    rows: int, window: int, height: int
) -> None:
    dots = many(rows)
    app = Host(dots)
    async with app.run_test(size=(80, window)):
        assert dots.size.height == height
