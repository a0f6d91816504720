"""Reads the views of a made-up journal with Datasette, as somebody would who publishes it to themselves.

Run by itself, where it is installed: ``python tests/reference/check_datasette.py``. It serves nothing and
reaches no network: the program answers one question at a time (``--get``). pytest does not collect it. Exits
with 1 at the first difference.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.query_values import Query
from bounceback_tui.resources import asset
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def asked(path: Path, view: str, sql: str) -> list[dict[str, Any]]:
    """What Datasette answers of a view: the rows of a question in SQL."""
    where = f"/{path.stem}.json?_shape=array&sql={sql.replace(' ', '+')}"
    command = [sys.executable, "-m", "datasette", "serve", str(path), "--get", where]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        print(f"{view} could not be read:\n{ran.stdout}{ran.stderr}")
        raise SystemExit(1)
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


def expected(workspace: Workspace) -> dict[str, int]:
    """How many rows each view must have, by what the program itself lists."""
    history = workspace.journal.history(Query())
    history.read_on(everything=True)
    checkins = workspace.exchange.as_json()["checkin"]
    assert isinstance(checkins, list)
    days = {one["local_date"] for one in checkins if one["mood"] is not None and one["deleted_at"] is None}
    return {
        "v_entries": history.known,
        "v_applications": len(workspace.applications.every()),
        "v_daily_mood": len(days),
    }


def main() -> int:
    """Runs every comparison; prints what was compared."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        with Workspace(path, FixedClock(NOW), asset("guide.md")) as workspace:
            fill(workspace, workspace.clock.now())
            wanted = expected(workspace)
        for view, count in wanted.items():
            there = asked(path, view, f"select count(*) as n from {view}")[0]["n"]
            first = asked(path, view, f"select * from {view} limit 1")[0]
            if there != count or not count or not first:
                print(f"{view} has {there} rows in Datasette, and {count} things here")
                return 1
        print("Datasette reads " + ", ".join(f"{view} ({count})" for view, count in wanted.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
