"""A long list drawn by line."""

from __future__ import annotations

import pytest
from textual.content import Content
from textual.strip import Strip
from widget_host import Host, line_with, screen_text, strips

from bounceback_tui.widgets.palette import mood_variables
from bounceback_tui.widgets.rows import Rows
from bounceback_tui.widgets.safe import safe

pytestmark = pytest.mark.usefixtures("all_is_drawn")

MANY = 100_000


class Book:
    """Lines to show, and a note of which ones were asked for."""

    def __init__(self) -> None:
        self.word = "entry"
        self.asked: list[int] = []

    def line(self, index: int, width: int, selected: bool) -> Content:
        self.asked.append(index)
        return Content(f"{self.word} {index}.")

    def two_lines(self, index: int, width: int, selected: bool) -> Content:
        self.asked.append(index)
        return Content(f"{self.word} {index}.\nmore of {index}.\nnever seen")


def indexes(app: Host, kind: type[Rows.Highlighted | Rows.Selected]) -> list[int]:
    return [message.index for message in app.said if isinstance(message, kind)]


def cursor_line(app: Host) -> str:
    return line_with(app, "▸")


def host(count: int = MANY, row_height: int = 1) -> tuple[Host, Rows, Book]:
    book = Book()
    line = book.line if row_height == 1 else book.two_lines
    rows = Rows(count, line, row_height=row_height)
    rows.styles.height = 20
    return Host(rows), rows, book


@pytest.mark.parametrize("row_height", [1, 2])
async def test_only_what_is_seen_is_asked_for(row_height: int) -> None:
    app, rows, book = host(row_height=row_height)
    async with app.run_test(size=(60, 24)) as pilot:
        rows.focus()
        await pilot.press("end")
        await pilot.pause()
        assert f"entry {MANY - 1}." in cursor_line(app)
        assert set(book.asked) <= {*range(20 // row_height), *range(MANY - 20 // row_height, MANY)}
        assert len(rows.children) == 0


@pytest.mark.parametrize(
    ("keys", "index"),
    [
        (["down"], 1),
        (["j", "j"], 2),
        (["down", "down", "up"], 1),
        (["j", "j", "k"], 1),
        (["up"], 0),
        (["end"], MANY - 1),
        (["end", "down"], MANY - 1),
        (["end", "home"], 0),
        (["pagedown"], 20),
        (["pagedown", "pagedown", "pageup"], 20),
        (["end", "pagedown"], MANY - 1),
        (["pageup"], 0),
    ],
)
async def test_keys_move_the_cursor_and_the_list_follows(keys: list[str], index: int) -> None:
    app, rows, _ = host()
    async with app.run_test(size=(60, 24)) as pilot:
        rows.focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert rows.cursor == index
        assert f"entry {index}." in cursor_line(app)
        assert screen_text(app).count("▸") == 1
        assert indexes(app, Rows.Highlighted)[-1] == index
        assert indexes(app, Rows.Selected) == []


async def test_a_page_of_two_line_rows_is_half_as_many() -> None:
    app, rows, _ = host(row_height=2)
    async with app.run_test(size=(60, 24)) as pilot:
        rows.focus()
        await pilot.press("pagedown")
        await pilot.pause()
        assert rows.cursor == 10
        text = screen_text(app).splitlines()
        at = text.index(cursor_line(app))
        assert text[at + 1].strip() == "more of 10."
        assert "never seen" not in screen_text(app)


async def test_the_first_row_is_told_and_each_move_once() -> None:
    app, rows, _ = host()
    async with app.run_test() as pilot:
        rows.focus()
        await pilot.press("down", "down", "up", "home", "home", "up")
        assert indexes(app, Rows.Highlighted) == [0, 1, 2, 1, 0]


async def test_enter_opens_the_row() -> None:
    app, rows, _ = host()
    async with app.run_test() as pilot:
        rows.focus()
        await pilot.press("down", "enter")
        assert indexes(app, Rows.Selected) == [1]


@pytest.mark.parametrize("row_height", [1, 2])
async def test_a_click_moves_and_a_second_one_opens(row_height: int) -> None:
    app, rows, _ = host(row_height=row_height)
    async with app.run_test(size=(60, 24)) as pilot:
        rows.focus()
        await pilot.press("end")
        await pilot.click(rows, offset=(10, 4))
        first = MANY - (20 - 4) // row_height
        assert rows.cursor == first
        assert indexes(app, Rows.Selected) == []
        await pilot.click(rows, offset=(10, 4))
        assert indexes(app, Rows.Selected) == [first]


async def test_a_click_below_the_last_row_does_nothing() -> None:
    app, rows, _ = host(count=3)
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.click(rows, offset=(10, 10))
        assert rows.cursor == 0
        assert indexes(app, Rows.Selected) == []


async def test_the_cursor_shows_without_the_focus_but_dimmer() -> None:
    app, rows, _ = host()

    def ground() -> str:
        strip = next(strip for strip in strips(app) if "▸" in strip.text)
        style = next(segment.style for segment in strip if "entry" in segment.text)
        assert style is not None
        assert style.bgcolor is not None
        return style.bgcolor.name

    async with app.run_test() as pilot:
        rows.focus()
        await pilot.pause()
        focused = ground()
        app.set_focus(None)
        await pilot.pause()
        plain = app.screen.styles.background.rich_color.name
        assert len({focused, ground(), plain}) == 3


async def test_an_empty_list_says_something_friendly() -> None:
    rows = Rows(empty="Nothing here yet. Press n to tell what happened, whenever you feel like it.")
    app = Host(rows)
    async with app.run_test(size=(40, 24)) as pilot:
        rows.focus()
        await pilot.press("down", "up", "end", "home", "pagedown", "enter")
        await pilot.click(rows, offset=(5, 0))
        shown = " ".join(screen_text(app).split())
        assert "Press n to tell what happened, whenever you feel like it." in shown
        assert "▸" not in shown
        assert app.said == []


async def test_other_rows_take_their_place() -> None:
    app, rows, book = host()
    async with app.run_test() as pilot:
        rows.focus()
        await pilot.press("end")
        book.word = "found"
        rows.set_rows(50)
        await pilot.pause()
        assert "found 0." in cursor_line(app)
        assert "entry" not in screen_text(app)
        assert indexes(app, Rows.Highlighted)[-1] == 0
        rows.set_rows(50, cursor=49)
        await pilot.pause()
        assert "found 49." in cursor_line(app)
        rows.set_rows(0, empty="No entry says that.")
        await pilot.pause()
        assert "No entry says that." in screen_text(app)
        assert "found" not in screen_text(app)
        assert indexes(app, Rows.Highlighted) == [0, MANY - 1, 0, 49]


async def test_rows_may_be_set_before_they_are_shown() -> None:
    app, rows, _ = host(count=0)
    rows.set_rows(30, cursor=29)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "entry 29." in cursor_line(app)
        assert indexes(app, Rows.Highlighted) == [29]


async def test_the_cursor_stays_in_sight_when_the_window_shrinks() -> None:
    app, rows, _ = host()
    rows.styles.height = "1fr"
    async with app.run_test(size=(60, 40)) as pilot:
        rows.focus()
        await pilot.press(*["down"] * 30)
        await pilot.resize_terminal(50, 15)
        await pilot.pause()
        assert "entry 30." in cursor_line(app)


async def test_a_moving_cursor_draws_two_rows_and_no_more() -> None:
    app, rows, book = host()
    async with app.run_test() as pilot:
        rows.focus()
        await pilot.pause()
        book.asked.clear()
        await pilot.press("down")
        await pilot.pause()
        assert sorted(book.asked) == [0, 1]


async def test_colours_follow_the_theme() -> None:
    rows = Rows(3, lambda index, width, selected: Content.styled(f"mood {index}", "$mood-1"))
    app = Host(rows)

    def colour() -> str:
        strip: Strip = next(strip for strip in strips(app) if "mood 2" in strip.text)
        style = next(segment.style for segment in strip if "mood" in segment.text)
        assert style is not None
        assert style.color is not None
        return style.color.name

    async with app.run_test() as pilot:
        for name in ("ansi-dark", "ansi-light", "textual-dark", "textual-light", "nord"):
            app.theme = name
            await pilot.pause()
            assert colour() == mood_variables(app.current_theme.dark)["mood-1"]


async def test_hostile_and_wide_rows_are_cut_at_the_edge() -> None:
    evil = "[/] [@click=app.quit]x\x1b]52;c;eA==\x07 " + "漢字" * 50
    rows = Rows(3, lambda index, width, selected: safe(evil))
    app = Host(rows)
    async with app.run_test(size=(40, 10)):
        shown = screen_text(app)
        assert "[/] [@click=app.quit]x␛]52" in shown
        assert shown.count("…") == 3
        assert "\x1b" not in shown
        assert all(strip.cell_length == 40 for strip in strips(app))


@pytest.mark.parametrize("width", [1, 2, 3])
async def test_hardly_any_room_is_no_trouble(width: int) -> None:
    app, rows, _ = host()
    rows.styles.width = width
    async with app.run_test() as pilot:
        rows.focus()
        await pilot.press("down", "end")
        assert app.is_running
