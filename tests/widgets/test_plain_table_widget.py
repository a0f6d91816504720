"""A small table in aligned text."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.widgets.plain_table import PlainTable, TableLines, natural_widths


def draw(table: Table, width: int) -> list[str]:
    lines = TableLines(table, natural_widths(table), width)
    return [lines.line(at).plain for at in range(len(lines))]


@pytest.mark.parametrize("width", range(34, 60, 5))
def test_a_table_cuts_names_before_figures(width: int) -> None:
    table = Table(
        (Heading("firm", gives_way=True), Heading("many", right=True), Heading("what")),
        (
            ("A rather long name", "1", "ended"),
            ("B", "22", "x"),
        ),
    )
    lines = draw(table, width)
    assert all(len(line) <= width for line in lines)
    assert [line.split()[-2:] for line in lines[1:]] == [["1", "ended"], ["22", "x"]]
    if width >= 40:
        assert "A rather long name" in lines[1]
    assert lines[1].index("1") == lines[2].index("22") + 1


def test_a_table_without_rows_is_nothing() -> None:
    assert draw(Table((Heading("a"),)), 40) == []
    assert PlainTable(Table()).table.rows == ()


def test_of_two_columns_that_give_way_the_widest_does_first() -> None:
    table = Table(
        (Heading("theme", gives_way=True), Heading("many", right=True), Heading("who", gives_way=True)),
        (("preparation", "5", "Acme, Brook, Calder, Dene, Elm, Fern, Gorse, Hazel, Ivy"),),
    )
    line = draw(table, 50)[1]
    assert line.startswith("preparation")
    assert line.endswith("…")
    assert len(line) == 50


def test_words_that_would_be_cut_to_a_stump_have_a_line_of_their_own() -> None:
    table = Table(
        (Heading("theme", gives_way=True), Heading("many", right=True), Heading("who", gives_way=True)),
        (("preparation and nerves", "5", "Acme, Brook, Calder"), ("sound SQL", "2", "Dene")),
        foot="Counted by hand.",
    )
    assert draw(table, 30) == [
        "theme",
        "    many   who                "[:30],
        "preparation and nerves",
        "       5   Acme, Brook, Calder",
        "sound SQL",
        "       2   Dene               ",
        "",
        "Counted by hand.",
    ]
    assert all(len(line) <= 24 for line in draw(table, 24))


def test_columns_never_touch_while_one_of_them_can_give_way() -> None:
    table = Table(
        (Heading("kind"), Heading("many", right=True), Heading("who", gives_way=True)),
        (("outside me", "5", "Acme, Brook, Calder, Dene, Elm, Fern, Gorse, Hazel, Ivy"),),
    )
    for width in range(30, 70):
        assert "  5  Acme" in draw(table, width)[1]


async def test_a_table_that_is_gone_holds_no_rows() -> None:
    table = Table((Heading("who"),), tuple((f"Company {number}",) for number in range(50)))

    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            yield PlainTable(table)

    async with Shown().run_test() as pilot:
        shown = pilot.app.query_one(PlainTable)
        assert shown.size.height == 51
        await shown.remove()
        assert not shown.table.rows
        assert not shown._drawn
        assert not shown._styles_cache._dirty_lines
