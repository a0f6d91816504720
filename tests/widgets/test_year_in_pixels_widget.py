"""A year in pixels: which cell is which day, what each says, and turning from year to year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from widget_host import Host, screen_text

from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.year_in_pixels import LINES, Year, YearInPixels, draw_year

LEFT, ABOVE = 3, 2
GLYPHS = "_▁▂▃▄▅▆▇█"


def days_of(*years: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(days=at)
        for year in years
        for at in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


def cells(drawn: list[str], size: int = 1) -> dict[tuple[int, int], str]:
    """The signs of the days by week and weekday; blank ones left out."""
    found = {}
    for weekday, line in enumerate(drawn[ABOVE : ABOVE + 7]):
        for week in range((len(line) - LEFT + size - 1) // size):
            sign = line[LEFT + week * size : LEFT + (week + 1) * size]
            if sign.strip():
                found[week, weekday] = sign
    return found


def place(day: date) -> tuple[int, int]:
    first = date(day.year, 1, 1)
    return (day.timetuple().tm_yday - 1 + first.weekday()) // 7, day.weekday()


def made(
    *years: int, moods: dict[date, float] | None = None, shown: list[date] | None = None
) -> YearInPixels:
    known = moods if moods is not None else dict.fromkeys(days_of(*years), 5.0)
    words = {day: f"says {day}" for day in (shown or days_of(*years))}
    return YearInPixels(known, (), words)


@given(
    st.integers(1970, 2100),
    st.dictionaries(st.integers(0, 364), st.floats(1, 9), max_size=60),
    st.sets(st.integers(0, 364), max_size=9),
    st.integers(57, 200),
    st.none() | st.integers(0, 364),
)
def test_each_day_has_its_own_cell_with_its_own_sign(
    year: int, moods: dict[int, float], turned: set[int], width: int, marked: int | None
) -> None:
    first = date(year, 1, 1)
    known = {first + timedelta(days=at): mood for at, mood in moods.items()}
    rejections = {first + timedelta(days=at) for at in turned}
    day = None if marked is None else first + timedelta(days=marked)
    drawn = draw_year(Year(year, days_of(year), known, rejections), width, day).plain.split("\n")
    size = 2 if width >= 111 else 1
    assert len(drawn) == LINES
    assert all(len(line) <= width for line in drawn)
    found = cells(drawn, size)
    assert len(found) == len(days_of(year))
    for each in days_of(year):
        sign = found[place(each)]
        mood = known.get(each)
        expected = "·" if mood is None else GLYPHS[min(int(mood + 0.5), 9) - 1]
        assert sign[0] == ("▾" if each in rejections else expected)
        if size == 2:
            assert sign[1:].strip() == ("" if mood is None else str(min(int(mood + 0.5), 9)))


def test_the_longest_year_fits_into_57_cells() -> None:
    drawn = draw_year(Year(2040, days_of(2040), {}), 57, date(2040, 12, 31)).plain.split("\n")
    assert max(map(len, drawn[:10])) == 57
    assert drawn[9].index("▲") == 56


def test_days_that_are_not_shown_are_blank_and_no_others() -> None:
    shown = [day for day in days_of(2026) if date(2026, 3, 4) <= day <= date(2026, 11, 23)]
    found = cells(draw_year(Year(2026, shown, {}), 57).plain.split("\n"))
    assert set(found) == set(map(place, shown))
    assert set(found.values()) == {"·"}


def test_a_month_stands_above_the_week_of_its_first_day() -> None:
    for width, size in ((57, 1), (111, 2)):
        line = draw_year(Year(2026, days_of(2026), {}), width).plain.split("\n")[1]
        assert line.split() == [
            "Jan",
            "Feb",
            "Mar",
            "Apr",
            "May",
            "Jun",
            "Jul",
            "Aug",
            "Sep",
            "Oct",
            "Nov",
            "Dec",
        ]
        assert line.index("Jun") == LEFT + place(date(2026, 6, 1))[0] * size
        assert line.index("Dec") == LEFT + place(date(2026, 12, 1))[0] * size


def test_the_legend_tells_every_sign_that_is_there() -> None:
    plain = draw_year(Year(2026, days_of(2026), {}), 57).plain
    assert f"{GLYPHS} mood 1 to 9" in plain
    assert "· nothing logged" in plain
    assert "rejection" not in plain
    turned = draw_year(Year(2026, days_of(2026), {}, {date(2026, 5, 5)}), 57).plain
    assert "▾ rejection" in turned
    assert "· nothing logged" in turned
    assert "rejection" not in draw_year(Year(2026, days_of(2026), {}, {date(2025, 5, 5)}), 57).plain


def test_the_marked_day_is_seen_without_colour() -> None:
    day = date(2026, 6, 10)  # a Wednesday
    drawn = draw_year(Year(2026, days_of(2026), {}), 57, day)
    lines = drawn.plain.split("\n")
    assert [line[:3] for line in lines[ABOVE : ABOVE + 7]] == [
        "Mo ",
        "Tu ",
        "We▸",
        "Th ",
        "Fr ",
        "Sa ",
        "Su ",
    ]
    assert lines[9].index("▲") == LEFT + place(day)[0]
    assert any("reverse" in str(span.style) for span in drawn.spans)
    assert "▸" not in draw_year(Year(2026, days_of(2026), {}), 57).plain


@pytest.mark.parametrize("width", [60, 120])
async def test_the_keys_go_where_they_point(width: int) -> None:
    year = made(2025, 2026)
    app = Host(year)
    async with app.run_test(size=(width, 20)) as pilot:
        year.focus()
        await pilot.pause()
        assert "says 2026-12-31" in screen_text(app)
        for key, day in (
            ("left", "2026-12-24"),
            ("up", "2026-12-23"),
            ("down", "2026-12-24"),
            ("right", "2026-12-31"),
            ("right", "2026-12-31"),
            ("home", "2026-01-01"),
            ("up", "2025-12-31"),
            ("left", "2025-12-24"),
            ("end", "2025-12-31"),
            ("right", "2026-01-07"),
            ("left", "2025-12-31"),
            ("home", "2025-01-01"),
            ("left", "2025-01-01"),
            ("up", "2025-01-01"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert f"says {day}" in screen_text(app), key
            assert screen_text(app).splitlines()[0].startswith(day[:4])


async def test_turning_goes_to_the_same_day_of_the_next_year_that_has_days() -> None:
    shown = [*days_of(2020), *days_of(2024), *(day for day in days_of(2026) if day <= date(2026, 11, 23))]
    year = made(shown=shown)
    app = Host(year)
    async with app.run_test(size=(60, 20)) as pilot:
        year.focus()
        await pilot.pause()
        assert year.turns
        assert "2026   < 2024" in screen_text(app)
        year.turn(1)
        assert year.marks[year.cursor] == "says 2026-11-23"
        year.turn(-1)
        await pilot.pause()
        assert "2024   < 2020   > 2026" in screen_text(app)
        assert "says 2024-11-23" in screen_text(app)
        await pilot.press("end")
        year.turn(1)
        assert year.marks[year.cursor] == "says 2026-11-23"  # the last there is
        year.turn(-1)
        await pilot.press("home")
        year.turn(-1)
        year.turn(-1)
        assert year.marks[year.cursor] == "says 2020-01-01"
        year.cursor = year.marks.index("says 2020-02-29")
        year.turn(1)
        year.turn(1)
        assert year.marks[year.cursor] == "says 2026-02-28"


async def test_the_mouse_names_a_day_opens_it_and_turns_the_year() -> None:
    class Listening(Host):
        AUTO_FOCUS = ""

        def on_picture_opened(self, message: Picture.Opened) -> None:
            self.said.append(message)

    year = made(2025, 2026)
    app = Listening(year)
    async with app.run_test(size=(60, 20)) as pilot:
        week, weekday = place(date(2026, 6, 10))
        at = (LEFT + week, ABOVE + weekday)
        await pilot.hover(YearInPixels, offset=at)
        await pilot.pause()
        assert "says 2026-06-10" in screen_text(app)
        for blank in ((LEFT, ABOVE), (0, ABOVE + 3), (LEFT + 9, 1), (58, ABOVE + 3)):
            await pilot.hover(YearInPixels, offset=blank)
            await pilot.pause()
            assert "says" not in screen_text(app)
        await pilot.click(YearInPixels, offset=at)
        await pilot.pause()
        assert year.marks[year.cursor] == "says 2026-06-10"
        await pilot.click(YearInPixels, offset=at)
        assert [message.index for message in app.said if isinstance(message, Picture.Opened)] == [year.cursor]
        x = screen_text(app).splitlines()[0].index("2025")
        await pilot.click(YearInPixels, offset=(x, 0))
        await pilot.pause()
        assert screen_text(app).startswith("2025   > 2026")
        await pilot.click(YearInPixels, offset=(0, 0))
        await pilot.click(YearInPixels, offset=(40, 0))
        await pilot.pause()
        assert screen_text(app).startswith("2025   > 2026")


async def test_one_year_alone_cannot_be_turned() -> None:
    year = made(2026)
    app = Host(year)
    async with app.run_test(size=(60, 20)):
        assert not year.turns
        year.turn(1)
        year.turn(-1)
        assert year.marks[year.cursor] == "says 2026-12-31"
        assert "<" not in screen_text(app)


async def test_without_any_day_it_says_so_and_takes_every_key() -> None:
    year = YearInPixels({}, (), {})
    app = Host(year)
    async with app.run_test(size=(60, 20)) as pilot:
        year.focus()
        await pilot.press("left", "right", "up", "down", "home", "end", "enter")
        await pilot.click(YearInPixels, offset=(9, 4))
        year.turn(1)
        assert "Nothing to draw yet" in screen_text(app)
        assert not year.turns
