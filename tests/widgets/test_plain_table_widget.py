"""A small table in aligned text."""

from __future__ import annotations

import pytest

from bounceback_tui.domain.table import Heading, Table
from bounceback_tui.widgets.plain_table import PlainTable, draw_table


@pytest.mark.parametrize("width", range(24, 60, 5))
def test_a_table_cuts_names_before_figures(width: int) -> None:
    table = Table(
        (Heading("firm", gives_way=True), Heading("many", right=True), Heading("what")),
        (
            ("A rather long name", "1", "ended"),
            ("B", "22", "x"),
        ),
    )
    lines = draw_table(table, width).plain.split("\n")
    assert all(len(line) <= width for line in lines)
    assert [line.split()[-2:] for line in lines[1:]] == [["1", "ended"], ["22", "x"]]
    if width >= 40:
        assert "A rather long name" in lines[1]
    assert lines[1].index("1") == lines[2].index("22") + 1


def test_a_table_without_rows_is_nothing() -> None:
    assert draw_table(Table((Heading("a"),)), 40).plain == ""
    assert PlainTable(Table()).table.rows == ()
