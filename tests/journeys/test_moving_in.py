"""Somebody moves in from other programs, thinks better of it, and moves on to another computer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import stand_in_files as files
from journals import HandSetClock, check_whole, held, open_journal
from looking import flat, press, press_keys, running, type_text, worked_out
from textual.widgets import Input

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.incoming import IncomingApplication, IncomingEntry, IncomingEvent
from bounceback_tui.formats import registry
from bounceback_tui.formats.reading import Question
from bounceback_tui.services.exchange import json_text
from bounceback_tui.services.importing import Wanted
from bounceback_tui.services.integrity import check
from bounceback_tui.services.workspace import Workspace

MOOD = Question("mood:so-so", "Where is “so-so” between 1 and 9?", tuple("123456789"), "5")
DIARY = [
    IncomingEntry(
        f"d{n}", n, files.DAYS_AGO[n], f"Day {n}", "The panel was kind. #panel", (), Reading(1 + n % 9)
    )
    for n in range(1, 30)
]
TABLE = [
    IncomingApplication(
        f"t{n}",
        n + 1,
        f"Firm {n}",
        "Cook",
        events=(
            IncomingEvent(Kind.APPLIED, files.DAYS_AGO[20 * n + 20]),
            IncomingEvent(Kind.REJECTED, files.DAYS_AGO[20 * n + 5]),
        ),
    )
    for n in range(10)
]


def text(journal: Workspace) -> str:
    return "".join(json_text(journal.exchange.as_json()))


@pytest.mark.long
async def test_moving_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary, table = tmp_path / "diary.standin", tmp_path / "table.standin"
    diary.touch()
    table.touch()
    kept = replace(files.stand_in(DIARY, [MOOD]), name="diary", fits=lambda path: path == diary)
    listed = replace(files.stand_in(TABLE), name="table", fits=lambda path: path == table)
    monkeypatch.setattr(registry, "READ", (kept, listed))
    clock = HandSetClock()
    with open_journal(tmp_path / "journal.db", clock) as journal:
        assert journal.recovery.guide.steps, "what the first look at it keeps is there already"
        before = text(journal)
        async with running(journal) as pilot:

            async def settle() -> str:
                await worked_out(pilot.app)
                return flat(await press(pilot))

            async def bring(path: Path, *keys: str) -> str:
                await press_keys(pilot, "ctrl+p")
                await type_text(pilot, "Import")
                await settle()
                await press_keys(pilot, "enter")
                pilot.app.screen.query_one(Input).value = str(path)
                await press_keys(pilot, "enter")
                for key in keys:
                    await settle()
                    await press_keys(pilot, key)
                return await settle()

            # the diary of years, with a mood of her own that is asked for once
            await bring(diary, "4", "enter", "enter")
            assert len(held(journal)["entry"]) == 29
            assert "Day 1" in flat(await press(pilot, "2"))

            # and the table of applications: only the latest no is open on Today
            await press_keys(pilot, "1")
            today = await bring(table, "enter")
            assert "Firm 0" in today
            assert "Firm 5" not in today
            assert "Firm 5" in flat(await press(pilot, "4"))

            # the same table once more adds nothing
            assert "nothing new" in await bring(table)
            await press_keys(pilot, "escape")

            # thinking better of the table: it is gone, the diary stays
            assert "import of 10 applications" in flat(await press(pilot, "u"))
            assert held(journal)["application"] == []
            assert len(held(journal)["entry"]) == 29
            await press_keys(pilot, "u")
            assert text(journal) == before
            await press_keys(pilot, "U", "U")
            assert len(held(journal)["application"]) == 10
        check_whole(journal.database)
        assert check(journal.database) == {}
        whole = text(journal)

    # on to another computer, with everything
    file = tmp_path / "journal.json"
    file.write_text(whole, encoding="utf-8")
    with open_journal(tmp_path / "other.db", clock) as there:
        ours = there.importing.guess(file)
        assert ours is not None
        there.importing.bring_in(Wanted(file, ours, {}))
        assert json.loads(text(there)) == json.loads(whole)
