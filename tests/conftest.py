"""What many tests begin with: a clock that is moved by hand, and an open journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database


@pytest.fixture
def clock() -> HandSetClock:
    """Monday 23 November 2026, 9:30, an hour ahead of UTC."""
    return HandSetClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    """An empty journal."""
    with open_journal(tmp_path / "journal.db", clock) as opened:
        yield opened


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The file of an empty journal, without the services."""
    opened = Database(tmp_path / "bare.db")
    yield opened
    opened.close()
