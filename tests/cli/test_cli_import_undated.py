"""A row of applications whose date cannot be read keeps how it stands, and is named."""

from __future__ import annotations

from pathlib import Path

from conftest import Shell

ROWS = """Date,Company,Role,Status
2026-11-02,Initech,Dev,rejected
2026-13-02,Hooli2,Dev,rejected
,Stark,Dev,ghosted
"""


def test_how_it_stands_comes_in_without_a_date_and_the_row_is_named(shell: Shell, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(ROWS)
    said = shell.do("import", "applications", str(table), "--yes").out
    assert "line 3: “2026-13-02” cannot be read as a date" in said
    assert "1 date cannot be read" in said
    stands = {one["company"]: one["status"] for one in shell.do("applications", "--json").json}
    assert stands == {"Initech": "rejected", "Hooli2": "rejected", "Stark": "ghosted"}
    assert "2026-13-02" in shell.do("applications", "company:hooli2", "--json").out
    again = shell.do("import", "applications", str(table), "--yes", "--json", now="2026-12-01T09:00:00+00:00")
    assert (again.json["new"], again.json["known"]) == ({}, 3)
