"""A small table in aligned text."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.widgets.plain_table import PlainTable, TableLines, natural_widths


def draw(table: Table, width: int) -> list[str]:
    lines = TableLines(table, natural_widths(table), width)
    return [lines.line(at).plain for at in range(len(lines))]


@pytest.mark.parametrize("width", range(24, 60, 5))
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
    narrow = draw(table, 24)[1]
    assert len(narrow) == 24
    assert narrow.count("…") == 2
