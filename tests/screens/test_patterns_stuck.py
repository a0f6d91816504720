"""Where do I get stuck: the stages and the silences, walked along by key, and what is behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers_recover import HOSTILE_COMPANY, ago, all_sizes, flat, line_with, place_of, press, rejected, sizes
from looking import open_workspace, running, screen_text, type_text
from test_patterns_page import everything

from bounceback_tui.domain.application import Application, Event, Kind, Result, Source
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.screens.examples import example_silence
from bounceback_tui.services.workspace import Workspace

STAGES = ("5", "right", "right")
SILENCE = (*STAGES, "v")


def applied(
    journal: Workspace, company: str, *events: tuple[int, Kind], source: Source | None = None
) -> Application:
    """An application with events so many days ago, that no entry tells of."""
    application = journal.applications.add(company, "Data engineer", source=source, when=ago(events[0][0]))
    for days_ago, kind in events[1:]:
        journal.applications.add_event(application.id, kind, ago(days_ago))
    return application


def six_replies(journal: Workspace) -> None:
    """Rejections 2, 4, 6, 8, 12 and 20 days after applying; two applications open for 23 and 9 days."""
    with journal.database.write():
        for number, days in enumerate((2, 4, 6, 8, 12, 20)):
            applied(journal, f"Firm {number}", (60 + days, Kind.APPLIED), source=Source.REFERRAL)
            journal.journal.log(
                Outcome(f"Firm {number}", "Data engineer", Kind.APPLIED, Result.REJECTED, when=ago(60), text="No.")
            )
        applied(journal, "Acme", (40, Kind.APPLIED), (23, Kind.SCREEN))
        journal.journal.log(
            Outcome("Beta", "Analyst", Kind.SCREEN, Result.MOVED_ON, when=ago(9), text="A good talk.")
        )


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal that no test here changes."""
    with open_workspace(tmp_path_factory.mktemp("six") / "journal.db") as workspace:
        six_replies(workspace)
        yield workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace
