"""A journal that cannot be read for a moment, as while another program holds it: the page stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from helpers_recover import ten_rejections
from looking import open_workspace, press, press_keys, running, worked_out
from textual.pilot import Pilot

from bounceback_tui.services import past_parts
from bounceback_tui.services.past_parts import Guides
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        ten_rejections(workspace)
        yield workspace


def busy(_database: Database) -> tuple[int, int]:
    raise StorageError("The journal is busy just now.")


def said(pilot: Pilot[None]) -> str:
    return " ".join(str(one.message) for one in pilot.app._notifications)


async def test_a_letter_of_a_filter_is_typed_and_looked_for_later(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(journal) as pilot:
        await press_keys(pilot, "4", "f")
        with monkeypatch.context() as patch:
            patch.setattr(Database, "version", property(busy))
            await press_keys(pilot, *"zz")
            assert "busy just now" in said(pilot)
        assert "Nothing found" in await press(pilot, "z")


@pytest.mark.parametrize(("page", "statistic"), [("1", "mood"), ("4", "silence")])
async def test_what_is_usual_is_worked_out_again_where_it_could_not_be_kept(
    journal: Workspace, monkeypatch: pytest.MonkeyPatch, page: str, statistic: str
) -> None:
    """The journal is busy once, right after something was read for it; the page is there as before."""
    usual, version = past_parts.PARTS, Database.version.fget
    assert version
    refusals: list[int] = []

    def reading(name: str) -> Callable[[Database, Guides, Mapping[str, str]], object]:
        def read(database: Database, guides: Guides, known: past_parts.Known) -> object:
            found = usual[name](database, guides, known)
            refusals.extend([1] * (not refusals))
            return found

        return read

    def once(database: Database) -> tuple[int, int]:
        if refusals == [1] and current_thread() is main_thread():
            refusals.append(0)
            return busy(database)
        return version(database)

    monkeypatch.setattr(past_parts, "PARTS", {name: reading(name) for name in usual})
    monkeypatch.setattr(Database, "version", property(once))
    async with running(journal, (120, 40)) as pilot:
        await press_keys(pilot, page)
        await worked_out(pilot.app)
        assert refusals == [1, 0]
        assert "busy just now" in said(pilot)
        assert "n what happened" in await press(pilot)
        assert journal.patterns.known(statistic) is not None
