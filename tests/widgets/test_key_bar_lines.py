"""The keys at the foot of the screen, and parts of a line, break where it reads well."""

from __future__ import annotations

import pytest
from textual.content import Content

from bounceback_tui.widgets.key_bar import Key, in_lines, with_room
from bounceback_tui.widgets.whole_parts import in_whole

EVERYWHERE = tuple(
    Key(display, words, (), everywhere=True)
    for display, words in (
        ("n", "what happened"), ("m", "mood"), ("w", "write"), ("/", "search"), ("u", "undo"), ("?", "keys"),
        ("^q", "leave"), ("^p", "all"),
    )
)  # fmt: skip


def drawn(keys: tuple[Key, ...], width: int) -> list[str]:
    """The lines as they read."""
    return ["  ".join(f"{key.display} {key.words}" for key in line) for line in in_lines(keys, width)]


def test_keys_of_every_page_have_the_last_line_where_it_takes_no_more() -> None:
    lines = drawn((Key("a", "add", ()), *EVERYWHERE), 80)
    assert lines == ["a add", "n what happened  m mood  w write  / search  u undo  ? keys  ^q leave  ^p all"]
    assert len(drawn((Key("a", "add", ()), *EVERYWHERE), 100)) == 1


@pytest.mark.parametrize("width", range(40, 100))
def test_no_key_is_left_alone_in_the_last_line(width: int) -> None:
    lines = in_lines(EVERYWHERE, width)
    assert len(lines) == 1 or len(lines[-1]) > 1
    assert [key for line in lines for key in line] == list(EVERYWHERE)


def test_a_line_ends_between_parts_and_never_in_a_date() -> None:
    parts = [Content(one) for one in ("✓ asked Sat 21 Nov", "waiting", "a reminder Wed 25 Nov", "answered")]
    lines = [line.plain for line in in_whole(parts, Content("  →  "), 50)]
    assert lines == ["✓ asked Sat 21 Nov  →  waiting  →", "a reminder Wed 25 Nov  →  answered"]
    assert len(in_whole(parts, Content("  →  "), 100)) == 1
    assert all(line.cell_length <= 12 for line in in_whole(parts, Content("  →  "), 12))


def test_a_narrow_window_leaves_out_what_is_seldom_wanted_and_no_more_than_saves_a_line() -> None:
    here = tuple(
        Key(display, words, (), left_out=rank)
        for display, words, rank in (
            ("enter", "read", 0), ("e", "edit", 0), ("E", "editor", 2), ("v", "versions", 1),
            ("d", "delete", 0), ("c", "check-ins", 1), ("^g", "go to", 0), ("t", "tags", 1),
            ("s", "searches", 2),
        )
    )  # fmt: skip
    keys = (*here, *EVERYWHERE)

    def kept(width: int) -> str:
        return "".join(key.display for key in with_room(keys, width) if not key.everywhere)

    assert kept(120) == "entereEvdc^gts"
    assert kept(80) == "enterevdc^gt"
    assert len(in_lines(with_room(keys, 80), 80)) == 2
    assert kept(60) == "entered^g"
    assert len(in_lines(with_room(keys, 60), 60)) == 2
    for width in range(30, 130):
        assert {key for key in keys if not key.left_out} <= set(with_room(keys, width))
