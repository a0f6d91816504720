"""One journal brought in from several exports, and what an application that is there gets of a file."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import stand_in_files as files
from journals import HandSetClock, held, open_journal
from test_importing_again import bring, brought_back, taken_out

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.import_report import Sort
from bounceback_tui.domain.incoming import IncomingApplication, IncomingEvent
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query_values import Query
from bounceback_tui.files import write_privately
from bounceback_tui.services.exchange import json_text
from bounceback_tui.services.importing import Wanted
from bounceback_tui.services.workspace import Workspace

AT = files.ENTRY.at
APPLICATION = IncomingApplication(
    "A-1",
    1,
    "Acme",
    "Cook",
    Source.AGENCY,
    "https://acme.example",
    "Ask for Ann.",
    (IncomingEvent(Kind.APPLIED, AT),),
)


def titles(workspace: Workspace) -> list[str]:
    history = workspace.journal.history(Query())
    return [one.entry.title for one in history.items(0, history.known)]


@pytest.mark.parametrize("name", ["jrnl", "jrnl-text"])
def test_what_jrnl_gets_of_a_journal_is_known_when_it_comes_back(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    workspace.journal.note("a walk\n\nby the sea #sun", tags=("wind",))
    workspace.journal.note("all of it", title="A title of its own")
    workspace.journal.note("", title="A title alone")
    workspace.journal.log(Outcome(company="Acme", text="They said no."))
    found = brought_back(workspace, taken_out(workspace, name, tmp_path / "out.json"))
    assert (found.new, found.known) == ({}, 4)


def test_another_minute_or_other_words_are_another_entry(workspace: Workspace) -> None:
    workspace.journal.note("a walk", when=AT)
    entry = replace(files.ENTRY, key="", at=AT, title="a walk", text="a walk", tags=())
    later = replace(entry, at=type(AT).of(AT.local + timedelta(minutes=1)))
    more = replace(entry, text="a walk home")
    assert bring(workspace, [entry, later, more]).new == {Sort.ENTRY: 2}


def test_table_and_folder_of_one_journal_make_one_entry_elsewhere(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.journal.note("a walk", before=Reading(4))
    workspace.journal.log(Outcome(company="Acme", text="They said no."))
    table = taken_out(workspace, "csv-entries", tmp_path / "out.csv")
    folder = taken_out(workspace, "markdown", tmp_path / "folder")
    lines = taken_out(workspace, "jrnl", tmp_path / "jrnl.json")
    with open_journal(tmp_path / "other.db", workspace.clock) as other:
        assert brought_back(other, table).new == {Sort.ENTRY: 2}
        assert brought_back(other, folder).new == {}
        assert brought_back(other, folder).known == 2
        assert len(titles(other)) == 2
        assert brought_back(other, lines).new.get(Sort.ENTRY, 0) <= 1  # what it told of stands in its words


def test_what_is_empty_is_filled_in_once_and_taken_back_with_the_import(workspace: Workspace) -> None:
    made = workspace.applications.add("Acme", "Cook", None, AT, notes="Mine.")
    found = bring(workspace, [APPLICATION])
    assert found.new == {Sort.DETAIL: 2}
    assert (
        "1 application has another source, link or other notes here; yours were kept." in found.beside_words()
    )
    now = workspace.applications.find(made.id)
    assert (now.source, now.link, now.notes) == (Source.AGENCY, "https://acme.example", "Mine.")

    workspace.undo.take_back()
    assert workspace.applications.find(made.id) == made
    workspace.undo.do_again()
    assert workspace.applications.find(made.id) == now

    workspace.applications.describe(replace(now, link=""))
    assert bring(workspace, [APPLICATION]).new == {}
    assert workspace.applications.find(made.id).link == ""


def test_what_was_said_since_outlives_an_import_that_is_taken_back(workspace: Workspace) -> None:
    made = workspace.applications.add("Acme", "Cook", None, AT)
    more = replace(APPLICATION, events=(*APPLICATION.events, IncomingEvent(Kind.SCREEN, AT)))
    assert bring(workspace, [more]).new == {Sort.EVENT: 1, Sort.DETAIL: 3}
    workspace.applications.describe(replace(workspace.applications.find(made.id), notes="Better."))
    workspace.undo.take_back()
    workspace.undo.take_back()
    there = workspace.applications.find(made.id)
    assert [one.kind for one in there.events] == [Kind.APPLIED]


def test_a_look_at_a_journal_of_ours_leaves_others_free_to_write(
    workspace: Workspace, tmp_path: Path, clock: HandSetClock
) -> None:
    workspace.journal.note("a walk")
    path = tmp_path / "out.json"
    write_privately(path, "".join(json_text(workspace.exchange.as_json())))
    wrote = []

    def write() -> None:
        with open_journal(workspace.path, clock) as beside:
            beside.journal.note("meanwhile")
            wrote.append(True)

    def going(_share: float) -> bool:
        if not wrote:
            thread = threading.Thread(target=write)
            thread.start()
            thread.join(timeout=3)
        return True

    wanted = Wanted(path, workspace.importing.formats[0], {})
    before = held(workspace)
    assert workspace.importing.look(wanted, going).known
    assert wrote
    assert held(workspace) != before
