"""The views for other programs say what the program says itself, read as another program would."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from statistics import mean
from typing import Any

import hostile_journal
import pytest
import sqlite_utils
from journals import HandSetClock, open_journal

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.query_values import Query
from bounceback_tui.services.workspace import Workspace

SEEDS = [2026, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4))]


@pytest.fixture(scope="module", params=SEEDS)
def workspace(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Workspace]:
    """A journal of hostile words in which much was changed, corrected and deleted."""
    clock, seed = HandSetClock(), random.Random(request.param)
    with open_journal(tmp_path_factory.mktemp("views") / "journal.db", clock) as workspace:
        hostile_journal.fill(workspace, clock, seed)
        _more(workspace, clock, seed)
        yield workspace


def _more(workspace: Workspace, clock: HandSetClock, seed: random.Random) -> None:
    """Events that come by themselves, applications that go, and readings that stand alone."""
    every = workspace.applications.every()
    for one in every:
        for _ in range(seed.choice([0, 0, 1, 2])):
            workspace.applications.add_event(one.id, seed.choice(list(Kind)))
        if seed.random() < 0.1:
            workspace.logs.delete(one.id)
    for _ in range(30):
        clock.forward(hours=seed.randint(1, 40))
        workspace.journal.check_in(Reading(seed.choice([None, 1, 5, 9]), seed.choice([2, 5])))


@pytest.fixture(scope="module")
def other(workspace: Workspace) -> Iterator[sqlite_utils.Database]:
    """The same file, open in another program."""
    workspace.database.settle()
    with closing(sqlite3.connect(workspace.path)) as connection:
        yield sqlite_utils.Database(connection)


def rows(other: sqlite_utils.Database, view: str) -> Mapping[str, dict[str, Any]]:
    found = {row["id"]: row for row in other[view].rows}
    assert len(found) == other[view].count
    return found


def test_the_views_are_there_with_these_columns(other: sqlite_utils.Database) -> None:
    assert {
        view: list(other[view].columns_dict) for view in sorted(other.view_names()) if view.startswith("v_")
    } == {
        "v_applications": [
            *("id", "company", "role", "source", "link", "applied_on", "stage_reached", "status"),
            *("last_event_on", "next_on"),
        ],
        "v_daily_mood": ["local_date", "check_ins", "mean_mood", "lowest", "highest"],
        "v_entries": [
            *("id", "written_at", "local_date", "title", "text", "tags", "application_id", "company", "role"),
            *("stage", "result", "mood", "energy"),
        ],
    }


def test_entries_are_those_of_the_history(workspace: Workspace, other: sqlite_utils.Database) -> None:
    history = workspace.journal.history(Query())
    history.read_on(everything=True)
    told = {}
    for item in history.items(0, history.known, keep=False):
        entry, shown = item.entry, workspace.journal.show(item.entry.id)
        order = {"before": 0, "after": 1}
        felt = sorted(shown.checkins, key=lambda one: order.get(one.relation, 2))
        told[entry.id] = {
            "id": entry.id,
            "local_date": entry.written_at.local_date.isoformat(),
            "title": entry.title,
            "text": entry.text,
            "tags": sorted(entry.tags),
            "application_id": item.application_id,
            "company": item.company,
            "role": item.role,
            "stage": item.stage,
            "result": item.result,
            "mood": item.mood,
            "energy": next((one.reading.energy for one in felt if one.reading.energy), None),
        }
    found = rows(other, "v_entries")
    assert len(found) > 100
    for row in found.values():
        row["tags"] = sorted(filter(None, row["tags"].split(", ")))
        assert row.pop("written_at").endswith("Z")
    assert found == told


def test_applications_are_those_of_the_list(workspace: Workspace, other: sqlite_utils.Database) -> None:
    told = {}
    for one in workspace.applications.every():
        days = [
            event.at.local_date for event in one.events if event.kind is Kind.APPLIED and event.date_known
        ]
        told[one.id] = {
            "id": one.id,
            "company": one.company,
            "role": one.role,
            "source": one.source,
            "link": one.link,
            "applied_on": min(days).isoformat() if days else None,
            "stage_reached": one.stage_reached,
            "status": one.status,
            "last_event_on": one.events[-1].at.local_date.isoformat() if one.events else None,
            "next_on": one.next_on.isoformat() if one.next_on else None,
        }
    assert len(told) > 10
    assert rows(other, "v_applications") == told


def test_an_application_without_a_log_is_open_and_has_applied(tmp_path: Path) -> None:
    with open_journal(tmp_path / "journal.db", HandSetClock()) as workspace:
        key = workspace.applications.add("Acme").id
        with workspace.database.write():
            workspace.database.run("UPDATE event SET deleted_at = '2026-11-23T08:30:00.000000Z'")
        workspace.database.settle()
        with closing(sqlite3.connect(workspace.path)) as connection:
            row = next(sqlite_utils.Database(connection)["v_applications"].rows)
        one = workspace.applications.find(key)
    assert (row["stage_reached"], row["status"]) == (one.stage_reached, one.status) == ("applied", "open")
    assert row["last_event_on"] is None


def test_each_day_with_a_mood_is_a_row(workspace: Workspace, other: sqlite_utils.Database) -> None:
    moods: dict[str, list[int]] = defaultdict(list)
    for row in workspace.exchange.as_json()["checkin"]:  # type: ignore[attr-defined]  # a list of rows
        if row["mood"] is not None and row["deleted_at"] is None:
            moods[row["local_date"]].append(row["mood"])
    found = list(other["v_daily_mood"].rows)
    assert len(found) == len(moods) > 10
    for row in found:
        day = moods[row["local_date"]]
        assert (row["check_ins"], row["lowest"], row["highest"]) == (len(day), min(day), max(day))
        assert row["mean_mood"] == pytest.approx(mean(day))
