"""Groups of bars: what is counted, how many more there are, and the one under the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size
from widget_host import Host, line_with, screen_text

from bounceback_tui.widgets.count_bars import Bar, CountBars, Group, bar_at, draw_counts, needed

GROUPS = (
    Group("outside me", (Bar("an internal candidate", 3), Bar("the budget", 1))),
    Group("could change", (Bar("shorter answers", 2),)),
)
MARKS = ("3 · candidate", "1 · budget", "2 · answers")
HOSTILE = "[/] [@click=app.quit]x\x1b]52;c;aGk=\x07 \u202eexe " + "long " * 2000


def picture(
    groups: tuple[Group, ...] = GROUPS, width: int = 60, height: int = 0, cursor: int = 0
) -> list[str]:
    drawn = draw_counts(groups, width, height or needed(groups, width), cursor=cursor)
    return [line.rstrip() for line in drawn.plain.split("\n")]


def many(number: int) -> Group:
    return Group("many", tuple(Bar(f"cause {at}", number - at) for at in range(number)))


def test_each_bar_is_as_long_as_its_count_and_no_group_looks_like_another() -> None:
    assert picture() == [
        "█ outside me",
        "  an internal candidate  ████████████ 3",
        "  the budget             ████ 1",
        "",
        "▒ could change",
        "  shorter answers        ▒▒▒▒▒▒▒▒ 2",
    ]


def test_where_there_is_room_groups_stand_side_by_side() -> None:
    lines = picture(width=110)
    assert len(lines) == 3
    assert lines[0].split() == ["█", "outside", "me", "▒", "could", "change"]
    assert "candidate" in lines[1]
    assert "shorter answers" in lines[1]


def test_an_empty_group_says_so() -> None:
    lines = picture((*GROUPS[:1], Group("could change")))
    assert lines[-2:] == ["▒ could change", "  none named yet"]
    assert picture((Group("a"), Group("b"))) == ["█ a", "  none named yet", "", "▒ b", "  none named yet"]


def test_what_does_not_fit_is_told_and_room_is_shared_evenly() -> None:
    lines = picture((many(12), many(2)), height=8)
    assert len(lines) == 8
    assert lines[0] == "█ many  and 8 more"
    assert lines[5] == "▒ many"
    assert "cause 1 " in lines[7]


def test_the_bar_at_the_cursor_is_shown_whatever_the_room() -> None:
    for at in range(14):
        lines = picture((many(12), many(2)), height=8, cursor=at)
        label = f"cause {at if at < 12 else at - 12} "
        assert any(label in line for line in (lines[6:] if at >= 12 else lines[1:5]))


def test_large_counts_keep_within_the_width() -> None:
    lines = picture((Group("a", (Bar("x", 5000), Bar("y", 2500), Bar("z", 1))),), 60)
    assert [line.count("█") for line in lines[1:]] == pytest.approx([50, 25, 1], abs=3)
    assert lines[3].endswith("█ 1")


def test_the_marked_bar_has_a_sign_of_its_own() -> None:
    lines = draw_counts(GROUPS, 60, 6, marked=2).plain.split("\n")
    assert [line[0] for line in lines if line.strip()] == ["█", " ", " ", "▒", "▸"]


def test_without_figures_no_digit_is_shown() -> None:
    assert not any(sign.isdigit() for sign in draw_counts(GROUPS, 60, 6, figures=False).plain)


some_groups = st.lists(
    st.builds(
        Group,
        st.text(max_size=20),
        st.lists(st.builds(Bar, st.text(max_size=60), st.integers(1, 3000)), max_size=12).map(tuple),
    ),
    min_size=1,
    max_size=3,
).map(tuple)


@given(some_groups, st.integers(40, 170), st.integers(7, 30), st.integers(0, 40))
def test_it_keeps_within_its_room_and_every_line_can_be_pointed_at(
    groups: tuple[Group, ...], width: int, height: int, cursor: int
) -> None:
    lines = draw_counts(groups, width, height, cursor=cursor).split("\n", allow_blank=True)
    assert len(lines) <= height
    assert all(line.cell_length <= width for line in lines)
    bars = sum(len(group.bars) for group in groups)
    found = [
        bar_at(groups, x, y, Size(width, height), cursor) for y in range(height) for x in range(0, width, 20)
    ]
    shown = {at for at in found if at is not None}
    assert shown <= set(range(bars))
    assert cursor >= bars or cursor in shown


async def test_keys_walk_from_bar_to_bar_and_name_it() -> None:
    bars = CountBars(GROUPS, MARKS)
    app = Host(bars)
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert "▸" not in screen_text(app)
        await pilot.press("shift+tab")
        await pilot.pause()
        assert line_with(app, "▸").startswith("▸ an internal candidate")
        assert "3 · candidate" in screen_text(app)
        await pilot.press("down", "right")
        await pilot.pause()
        assert line_with(app, "▸").startswith("▸ shorter answers")
        assert "2 · answers" in screen_text(app)
        await pilot.press("up")
        await pilot.pause()
        assert line_with(app, "▸").startswith("▸ the budget")


async def test_the_pointer_names_a_bar_too() -> None:
    bars = CountBars(GROUPS, MARKS)
    app = Host(bars)
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.hover(bars, offset=(5, 5))
        await pilot.pause()
        assert "2 · answers" in screen_text(app)
        await pilot.hover(bars, offset=(5, 4))
        await pilot.pause()
        assert "2 · answers" not in screen_text(app)


async def test_it_is_never_higher_than_half_of_the_window() -> None:
    bars = CountBars((many(40), many(40)), [str(at) for at in range(80)])
    app = Host(bars)
    async with app.run_test(size=(80, 24)) as pilot:
        assert bars.size.height == 13
        await pilot.resize_terminal(60, 10)
        await pilot.pause()
        assert bars.size.height == 8


@pytest.mark.parametrize("width", [60, 110])
async def test_hostile_words_are_only_words(width: int) -> None:
    app = Host(CountBars((Group(HOSTILE, (Bar(HOSTILE, 2),)), Group("b")), [HOSTILE]))
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("shift+tab")
        await pilot.pause()
        text = screen_text(app)
        assert text.count("[/] [@click") >= 2
        assert not set(text) & set("\x1b\x07\u202e")
