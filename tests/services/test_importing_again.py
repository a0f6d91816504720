"""What is in the journal already comes in no second time, and nothing is taken for what it is not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import stand_in_files as files
from journals import HandSetClock, held, open_journal

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.going import onwards
from bounceback_tui.domain.import_report import Found
from bounceback_tui.domain.incoming import Incoming, IncomingApplication, IncomingEvent, Refused
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query_values import Query
from bounceback_tui.files import write_folder_privately
from bounceback_tui.formats.registry import WRITE
from bounceback_tui.services.exchange import json_text
from bounceback_tui.services.importing import Importing, Wanted
from bounceback_tui.services.workspace import Workspace

AT = files.ENTRY.at


def bring(workspace: Workspace, things: Sequence[Incoming | Refused]) -> Found:
    path = workspace.path.with_name("file.standin")
    path.touch()
    form = files.stand_in(things)
    return Importing(workspace.database, workspace.clock, workspace.undo, formats=(form,)).bring_in(
        Wanted(path, form, {})
    )


def taken_out(workspace: Workspace, name: str, path: Path) -> Path:
    """What `export` writes of a journal."""
    [form] = [one for one in WRITE if one.name == name]
    if form.is_folder:
        write_folder_privately(path, workspace.exchange.write(form))
    else:
        text = "".join(piece.text for piece in workspace.exchange.write(form))
        path.write_bytes(text.encode())
    return path


def brought_back(workspace: Workspace, path: Path) -> Found:
    form = workspace.importing.guess(path)
    assert form
    return workspace.importing.bring_in(Wanted(path, form, {}), onwards)


def test_two_interviews_on_one_day_are_no_reason_to_refuse_what_came_later(workspace: Workspace) -> None:
    workspace.journal.log(Outcome(company="Acme", role="Cook", when=AT))
    rounds = [IncomingEvent(Kind.INTERVIEW, replace(AT, utc=AT.utc + timedelta(minutes=m))) for m in (0, 30)]
    first = IncomingApplication("", 1, "Other", "Cook", events=tuple(rounds))
    assert not bring(workspace, [first]).refusals
    later = IncomingEvent(Kind.OFFER, replace(AT, utc=AT.utc + timedelta(days=3)))
    found = bring(workspace, [replace(first, notes="more", events=(*rounds, later))])
    assert not found.refusals
    assert [e.kind for a in workspace.applications.every() if a.company == "Other" for e in a.events] == [
        *[Kind.INTERVIEW] * 2,
        Kind.OFFER,
    ]


@pytest.mark.parametrize("name", ["markdown", "csv-entries", "csv-check-ins", "csv-applications"])
def test_what_a_journal_wrote_does_not_come_into_it_again(
    name: str, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.journal.log(Outcome(company="Acme", role="Cook", text="They said no", before=Reading(3)))
    workspace.journal.check_in(Reading(5))
    before = held(workspace)
    found = brought_back(workspace, taken_out(workspace, name, tmp_path / "out"))
    assert not found.anything
    assert held(workspace) == before


def test_in_another_zone_the_same_file_adds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    path.write_text("[2026-11-20 10:00] A walk. By the river.\n", encoding="utf-8")
    for zone, new in (("Europe/Berlin", 1), ("America/New_York", 0)):
        clock = HandSetClock(AT.local.astimezone(ZoneInfo(zone)))
        workspace = open_journal(tmp_path / "j.db", clock)
        assert sum(brought_back(workspace, path).new.values()) == new
        workspace.close()


def test_two_pages_of_one_key_are_not_taken_for_one(workspace: Workspace) -> None:
    things = [replace(files.ENTRY, key="note", text=words) for words in ("One", "Two", "One")]
    assert sum(bring(workspace, things).new.values()) == 2
    assert not bring(workspace, things).anything
    assert {one.entry.text for one in workspace.journal.history(Query()).items(0, 9)} == {"One", "Two"}


def test_an_older_copy_of_the_journal_brings_no_tag_back_that_was_taken_off(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.journal.log(Outcome(text="They said no", tags=("panel",), before=Reading(3)))
    path = tmp_path / "old.json"
    path.write_text("".join(json_text(workspace.exchange.as_json())), encoding="utf-8")
    old = json.loads(path.read_text(encoding="utf-8"))
    old["tag"].append({**old["tag"][0], "name": "shame"})
    path.write_text(json.dumps(old), encoding="utf-8")
    before = held(workspace)
    brought_back(workspace, path)
    assert held(workspace) == before


@pytest.mark.parametrize("name", ["markdown", "csv-entries"])
def test_an_entry_tells_of_its_application_again_once_that_is_there(
    name: str, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.journal.log(Outcome(company="Acme", role="Cook", text="They said no", stage=Kind.FINAL))
    for kind in (name, "csv-applications"):
        taken_out(workspace, kind, tmp_path / kind)
    other = open_journal(tmp_path / "other.db", workspace.clock)
    without = open_journal(tmp_path / "without.db", workspace.clock)
    brought_back(other, tmp_path / "csv-applications")
    for one in (other, without):
        brought_back(one, tmp_path / name)
    [was], [item] = (one.journal.history(Query()).items(0, 9) for one in (workspace, other))
    assert (item.company, item.role, item.stage, item.result) == (
        was.company,
        was.role,
        was.stage,
        was.result,
    )
    assert (item.entry.title, item.entry.text) == (was.entry.title, "They said no")
    [item] = without.journal.history(Query()).items(0, 9)
    assert item.entry.text == "They said no\n\nCompany: Acme\nRole: Cook\nStage: final\nResult: rejected"
    other.close()
    without.close()


def test_a_mood_that_is_answered_otherwise_the_next_time_adds_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "daylio.csv"
    path.write_text(
        "full_date,date,weekday,time,mood,activities,note_title,scales,note\n"
        "2026-11-20,x,y,10:00,so-so,walk,T,,hello\n2026-11-21,x,y,10:00,so-so,,,,\n",
        encoding="utf-8",
    )
    form = workspace.importing.named("daylio")
    assert form
    found = [
        workspace.importing.bring_in(Wanted(path, form, {"mood:so-so": said})) for said in ("none", "5", "6")
    ]
    assert [one.anything for one in found] == [True, False, False]


def test_beside_other_events_those_of_a_journal_keep_their_order(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = open_journal(tmp_path / "other.db", workspace.clock)
    at = Moment.of(AT.local.replace(hour=12, minute=0, second=0, microsecond=0))
    for stage in (Kind.TASK, Kind.INTERVIEW):
        told = Outcome(company="Acme", role="Cook", text="a", when=at, result=Result.MOVED_ON, stage=stage)
        other.journal.log(told)
    path = tmp_path / "other.json"
    path.write_text("".join(json_text(other.exchange.as_json())), encoding="utf-8")
    wanted = [event.kind for one in other.applications.every() for event in one.events]
    other.close()
    assert len(wanted) > 1
    for company in ("Zed", "Yes"):
        workspace.journal.log(Outcome(company=company, role="Cook", text="b"))
    with workspace.database.write():  # what a journal looks like in which much was deleted for good
        workspace.database.run("UPDATE event SET seq = 10 WHERE seq = 2")
    brought_back(workspace, path)
    [acme] = [one for one in workspace.applications.every() if one.company == "Acme"]
    assert [event.kind for event in acme.events] == wanted
