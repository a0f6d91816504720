"""Journals filled with the demo, and short ways to look into them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.entry import HistoryItem
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.query import Query
from bounceback_tui.resources import asset
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 23, 20, 30, tzinfo=LONDON)
WEEK = [MONDAY + timedelta(days=number) for number in range(7)]


def demo_journal(folder: Path, when: datetime, fill: Callable[[Workspace, Moment], None] = fill) -> Workspace:
    workspace = Workspace(folder / f"{when:%Y%m%dT%H%M}.db", FixedClock(when), asset("guide.md"))
    fill(workspace, workspace.clock.now())
    return workspace


def every_entry(workspace: Workspace) -> list[HistoryItem]:
    """Latest first."""
    history = workspace.journal.history(Query())
    return history.items(0, history.known)


def rows(workspace: Workspace) -> dict[str, list[dict[str, object]]]:
    """Every table with its rows by column."""
    return {name: table for name, table in workspace.exchange.as_json().items() if isinstance(table, list)}
