"""The soak itself: what it would notice, and a few seconds of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from looking import open_workspace

from bounceback_tui.domain.outcome import Written
from bounceback_tui.services import keeping
from bounceback_tui.widgets.key_bar import KeyBar
from tests.soak import Model, Soak, watching


@pytest.mark.long
def test_a_few_seconds_go_well(tmp_path: Path) -> None:
    soak = Soak(seed=3, seconds=3)
    with watching(soak.model):
        asyncio.run(soak.run(tmp_path / "journal.db"))
    assert soak.model.faults == []
    assert soak.keys > 0


def test_control_an_entry_that_is_lost_is_noticed(tmp_path: Path) -> None:
    model = Model()
    with open_workspace(tmp_path / "journal.db") as journal, watching(model):
        for words in (model.mark(), model.mark()):
            keeping.keep(journal, Written("", "", f"{words} is kept"))
        assert model.marks == {"soak000001", "soak000002"}
        assert model.missing(journal) == set()
        with journal.database.write():
            for table in ("entry", "undo_change"):
                journal.database.run(f"DELETE FROM {table}")
        assert model.missing(journal) == model.marks


@pytest.mark.long
def test_control_a_crash_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    soak = Soak(seed=3, seconds=20)
    monkeypatch.setattr(KeyBar, "render", fail)
    with watching(soak.model), pytest.raises(ZeroDivisionError):
        asyncio.run(soak.run(tmp_path / "journal.db"))
