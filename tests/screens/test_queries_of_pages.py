"""What a page asks of the journal does not grow with the journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from looking import open_workspace, running

from bounceback_tui.storage.database import Database
from tests.bench.made_journal import make


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every query, in order."""
    queries: list[str] = []
    rows, each = Database.rows, Database.each

    def all_at_once(self: Database, sql: str, *values: Any, **more: Any) -> Any:
        queries.append(sql)
        return rows(self, sql, *values, **more)

    def one_by_one(self: Database, sql: str, *values: Any, **more: Any) -> Iterator[Any]:
        queries.append(sql)
        return each(self, sql, *values, **more)

    monkeypatch.setattr(Database, "rows", all_at_once)
    monkeypatch.setattr(Database, "each", one_by_one)
    return queries


async def counted(path: Path, entries: int, asked: list[str]) -> dict[str, int]:
    """How many queries each key takes, the first time it is pressed."""
    make(path, entries)
    found = {}
    with open_workspace(path) as journal:
        async with running(journal, (80, 24)) as pilot:
            for key in "2345":
                asked.clear()
                await pilot.press(key)
                await pilot.pause()
                found[key] = len(asked)
    return found


async def test_a_page_asks_as_little_of_a_long_journal_as_of_a_short_one(
    tmp_path: Path, asked: list[str]
) -> None:
    short = await counted(tmp_path / "short.db", 40, asked)
    long = await counted(tmp_path / "long.db", 160, asked)
    assert all(short.values()), "the control"
    assert all(long[key] <= short[key] + 3 for key in short), (short, long)
