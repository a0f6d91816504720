"""Walking along the mood line: by key, by month, by mouse; and how the marked day is seen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from widget_host import Host, screen_text, strips

from bounceback_tui.widgets.picture import Picture
from bounceback_tui.widgets.trend_line import Day, TrendLine, draw_trend

START = date(2026, 9, 1)
LEFT = 3


class Unlooked(Host):
    """Nothing has the focus before somebody gives it."""

    AUTO_FOCUS = ""


class Listening(Unlooked):
    """Remembers which mark was opened."""

    def on_picture_opened(self, message: Picture.Opened) -> None:
        self.said.append(message)


def made(days: list[int], rejections: list[int]) -> TrendLine:
    dated: list[Day] = [(START + timedelta(days=number), 5.0, 5.0) for number in days]
    turned = [START + timedelta(days=number) for number in rejections]
    words = {START + timedelta(days=number): f"day {number}" for number in {*days, *rejections}}
    return TrendLine(dated, turned, None, words)


def spoken(app: Host) -> str:
    """What the line below the picture says."""
    return screen_text(app).splitlines()[11].strip()


async def test_the_keys_walk_over_logged_days_and_days_of_rejections() -> None:
    line = made([0, 1, 5, 90], [3, 70, 95])
    app = Listening(line)
    async with app.run_test(size=(60, 20)) as pilot:
        assert spoken(app) == ""  # nothing is marked before somebody looks closer
        line.focus()
        await pilot.pause()
        assert spoken(app) == "day 95"
        for key, words in (
            ("left", "day 90"),
            ("left", "day 70"),
            ("home", "day 0"),
            ("left", "day 0"),
            ("right", "day 1"),
            ("right", "day 3"),
            ("end", "day 95"),
            ("right", "day 95"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert spoken(app) == words, key
        await pilot.press("home", "right", "right", "enter")
        assert [message.index for message in app.said if isinstance(message, Picture.Opened)] == [2]


async def test_a_month_at_a_time() -> None:
    line = made([*range(40), 100, 101], [])
    app = Unlooked(line)
    async with app.run_test(size=(60, 20)) as pilot:
        line.focus()
        for key, words in (
            ("ctrl+left", "day 39"),
            ("ctrl+left", "day 9"),
            ("ctrl+left", "day 0"),
            ("ctrl+right", "day 30"),
            ("ctrl+right", "day 100"),
            ("ctrl+right", "day 101"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert spoken(app) == words, key


async def test_the_pointer_names_the_day_and_a_rejection_before_any_other() -> None:
    line = made([*range(57)], [30])
    app = Unlooked(line)
    async with app.run_test(size=(60, 20)) as pilot:
        for column, words in ((0, "day 0"), (30, "day 30"), (56, "day 56")):
            await pilot.hover(TrendLine, offset=(LEFT + column, 2))
            await pilot.pause()
            assert spoken(app) == words
        await pilot.hover("#after")
        await pilot.pause()
        assert spoken(app) == ""
    crowded = made([*range(57 * 3)], [30, 61])
    app = Unlooked(crowded)
    async with app.run_test(size=(60, 20)) as pilot:
        for column, words in ((10, "day 30"), (20, "day 61"), (30, "day 90")):
            await pilot.hover(TrendLine, offset=(LEFT + column, 2))
            await pilot.pause()
            assert spoken(app) == words


async def test_where_nothing_was_logged_the_pointer_names_nothing() -> None:
    line = made([0, 1, 56], [])
    app = Unlooked(line)
    async with app.run_test(size=(60, 20)) as pilot:
        for x in (0, LEFT + 30):
            await pilot.hover(TrendLine, offset=(x, 2))
            await pilot.pause()
            assert spoken(app) == ""
        await pilot.click(TrendLine, offset=(LEFT + 1, 2))
        await pilot.pause()
        assert spoken(app) == "day 1"
        assert line.cursor == 1


@pytest.mark.parametrize("number", [0, 13, 29])
def test_the_marked_day_is_a_column_that_needs_no_colour(number: int) -> None:
    days: list[Day] = [(START + timedelta(days=at), 5.0, 5.0) for at in range(30)]
    marked = START + timedelta(days=number)
    plain = draw_trend(days, [marked], 5.0, 60, 12).plain.splitlines()
    drawn = draw_trend(days, [marked], 5.0, 60, 12, marked=marked).plain.splitlines()
    place = next(line for line in drawn if "└" in line).index("▲")
    assert all(line[place] == "│" or "\u2801" <= line[place] <= "\u28ff" for line in drawn[:9])
    assert [line[place] for line in drawn[:9]].count("│") == 8
    for before, after in zip(plain, drawn, strict=True):
        assert [sign for at, sign in enumerate(before) if at != place] == [
            sign for at, sign in enumerate(after) if at != place
        ]


async def test_words_that_are_too_long_are_cut_and_hostile_ones_are_only_words() -> None:
    line = TrendLine([(START, 5.0, 5.0)], (), None, {START: "[@click=app.quit]x[/] \x1b]52;c;aGk=\x07" * 9})
    app = Unlooked(line)
    async with app.run_test(size=(60, 20)) as pilot:
        line.focus()
        await pilot.pause()
        assert spoken(app).startswith("[@click=app.quit]x[/]")
        assert spoken(app).endswith("…")
        assert all(strip.cell_length <= 60 for strip in strips(app))
        assert app.is_running


async def test_nothing_logged_takes_every_key() -> None:
    line = TrendLine()
    app = Listening(line)
    async with app.run_test(size=(60, 20)) as pilot:
        line.focus()
        await pilot.press("left", "right", "home", "end", "ctrl+left", "ctrl+right", "enter")
        await pilot.hover(TrendLine, offset=(9, 2))
        assert "Nothing to draw yet" in screen_text(app)
        assert app.said == []
