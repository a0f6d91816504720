"""Another program's file comes in once, whole or not at all, and is told before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import stand_in_files as files
from journals import check_whole, held, moment

from bounceback_tui.domain.application import Kind, Status
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.going import Stopped
from bounceback_tui.domain.import_report import Found, Sort
from bounceback_tui.domain.incoming import (
    Incoming,
    IncomingApplication,
    IncomingEntry,
    IncomingEvent,
    Refused,
)
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query_values import Query
from bounceback_tui.formats.reading import Answers, Question, ReadFormat, Unreadable
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.importing import Importing, Wanted
from bounceback_tui.services.integrity import check
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import episodes, imports
from bounceback_tui.storage.database import Database

ASKED = Question("mood:so-so", "Where is “so-so”?", ("4", "5"), "5")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file.standin"
    path.write_text("whatever", encoding="utf-8")
    return path


def importing(workspace: Workspace, format: ReadFormat) -> Importing:
    return Importing(workspace.database, workspace.clock, workspace.undo, formats=(format,))


def bring(workspace: Workspace, file: Path, things: Sequence[Incoming | Refused]) -> Found:
    form = files.stand_in(things)
    return importing(workspace, form).bring_in(Wanted(file, form, {}))


def export(workspace: Workspace) -> dict[str, Any]:
    return workspace.exchange.as_json()


def kinds(workspace: Workspace, company: str) -> list[Kind]:
    return [
        event.kind for one in workspace.applications.every() if one.company == company for event in one.events
    ]


def test_what_would_come_in_is_told_and_nothing_is_written(workspace: Workspace, file: Path) -> None:
    before, form = export(workspace), files.stand_in()
    found = importing(workspace, form).look(Wanted(file, form, {}))
    assert found.new == {Sort.ENTRY: 1, Sort.CHECKIN: 1, Sort.APPLICATION: 2, Sort.THOUGHT: 1}
    assert found.new_words() == "1 entry, 1 check-in, 2 applications and 1 thought record"
    assert [(one.line, one.why) for one in found.refused] == [(6, "its date cannot be read")]
    assert "A long day" in found.first[0]
    assert export(workspace) == before


def test_what_was_told_is_what_comes_in(workspace: Workspace, file: Path) -> None:
    form = files.stand_in()
    told = importing(workspace, form).look(Wanted(file, form, {}))
    assert bring(workspace, file, files.EVERYTHING) == told
    [item] = workspace.journal.history(Query()).items(0, 9)
    assert (item.entry.title, item.entry.tags, item.mood) == ("A long day", ("panel", "walk"), 3)
    assert item.entry.written_at == files.ENTRY.at
    assert len(held(workspace)["checkin"]) == 2
    assert [one.status for one in workspace.applications.every()] == [Status.REJECTED] * 2
    [thought] = held(workspace)["thought"]
    assert (thought["thought"], thought["belief_before"]) == ("I am too old", 80)
    check_whole(workspace.database)
    assert check(workspace.database) == {}


def test_a_second_time_nothing_comes_in(workspace: Workspace, file: Path) -> None:
    bring(workspace, file, files.EVERYTHING)
    before = export(workspace)
    again = bring(workspace, file, files.EVERYTHING)
    assert (again.anything, again.known) == (False, 5)
    assert export(workspace) == before
    assert (
        workspace.undo.next_back
        == "import of 1 entry, 1 check-in, 2 applications and 1 thought record from standin"
    )


def test_without_keys_what_it_says_tells_it_apart(workspace: Workspace, file: Path) -> None:
    bare = [replace(one, key="") for one in files.EVERYTHING if not isinstance(one, Refused)]
    bring(workspace, file, [*bare, bare[0]])
    assert bring(workspace, file, bare).known == 5
    more = IncomingEntry("", 9, files.DAYS_AGO[1], "", "One more")
    assert bring(workspace, file, [*bare, more]).new == {Sort.ENTRY: 1}
    assert len(held(workspace)["entry"]) == 2


def test_a_mood_that_is_answered_otherwise_makes_no_other_entry(workspace: Workspace, file: Path) -> None:
    bring(workspace, file, [replace(files.ENTRY, key="")])
    assert bring(workspace, file, [replace(files.ENTRY, key="", reading=Reading(7))]).new == {}


def test_what_was_deleted_since_does_not_come_back(workspace: Workspace, file: Path) -> None:
    bring(workspace, file, [files.ENTRY])
    workspace.journal.delete("-1")
    assert bring(workspace, file, [files.ENTRY]).new == {}
    workspace.journal.destroy(workspace.journal.find("-1", Query(deleted=True)).entry.id)
    assert bring(workspace, file, [files.ENTRY]).new == {}


def test_an_application_that_is_there_only_gets_what_its_log_lacks(workspace: Workspace, file: Path) -> None:
    workspace.applications.add("ACME", "cook", when=files.SENT.at)
    found = bring(workspace, file, [files.ACME])
    assert found.new == {Sort.EVENT: 1}
    [there] = workspace.applications.every()
    assert (there.company, kinds(workspace, "ACME")) == ("ACME", [Kind.APPLIED, Kind.REJECTED])
    assert bring(workspace, file, [files.ACME]).new == {}


def test_a_log_that_grew_in_the_file_grows_here(workspace: Workspace, file: Path) -> None:
    bring(workspace, file, [replace(files.ACME, events=(files.SENT,))])
    assert bring(workspace, file, [files.ACME]).new == {Sort.EVENT: 1}
    assert kinds(workspace, "Acme") == [Kind.APPLIED, Kind.REJECTED]


def test_a_date_corrected_here_is_not_brought_in_again(workspace: Workspace, file: Path) -> None:
    bring(workspace, file, [files.ACME])
    with workspace.database.write():
        workspace.database.run("UPDATE event SET local_date = '2026-11-17' WHERE kind = 'rejected'")
    assert bring(workspace, file, [files.ACME]).new == {}


def test_a_new_application_to_a_company_that_once_said_no_is_another_one(
    workspace: Workspace, file: Path
) -> None:
    workspace.journal.log(Outcome(company="Acme", role="Cook", when=files.DAYS_AGO[200]))
    sent = IncomingApplication("a9", 1, "Acme", "Cook", events=(files.SENT,))
    assert bring(workspace, file, [sent]).new == {Sort.APPLICATION: 1}


def test_two_rows_of_one_file_are_two_applications(workspace: Workspace, file: Path) -> None:
    first = replace(files.ACME, events=(files.SENT,))
    second = replace(files.ACME, key="a7", events=(IncomingEvent(Kind.APPLIED, files.DAYS_AGO[9]),))
    assert bring(workspace, file, [first, second]).new == {Sort.APPLICATION: 2}


def test_only_rejections_of_late_open_an_episode(workspace: Workspace, file: Path) -> None:
    undated = replace(
        files.ZED, key="a5", company="Yak", events=(replace(files.TURNED_DOWN, date_known=False),)
    )
    found = bring(workspace, file, [files.ACME, files.ZED, undated])
    assert found.closed == 2
    assert [one.company for one in episodes.still_open(workspace.database)] == ["Acme"]
    assert len(held(workspace)["episode"]) == 3


def test_what_makes_no_sense_is_refused_by_its_line(workspace: Workspace, file: Path) -> None:
    empty = IncomingEntry("x", 7, files.DAYS_AGO[1], " ", "")
    nameless = IncomingApplication("y", 8, " ", "Cook")
    found = bring(workspace, file, [empty, nameless, files.ENTRY])
    assert [(one.line, one.why) for one in found.refused] == [
        (7, "nothing is in it"),
        (8, "it names no company"),
    ]
    assert found.new == {Sort.ENTRY: 1}


def test_answers_are_remembered_for_the_next_file(workspace: Workspace, file: Path) -> None:
    form = files.stand_in([files.ENTRY], [ASKED])
    service = importing(workspace, form)
    assert service.questions(Wanted(file, form, {})) == (ASKED,)
    service.bring_in(Wanted(file, form, {"mood:so-so": "4"}))
    assert service.questions(Wanted(file, form, {})) == ()


def test_what_a_date_means_is_asked_for_each_file(workspace: Workspace, file: Path) -> None:
    asked = Question("date_order", "Which comes first?", ("day", "month"))
    form = files.stand_in([files.ENTRY], [asked])
    service = importing(workspace, form)
    with pytest.raises(CannotDo, match="date_order=day"):
        service.bring_in(Wanted(file, form, {}))
    service.bring_in(Wanted(file, form, {"date_order": "day"}))
    assert service.questions(Wanted(file, form, {})) == (asked,)


@pytest.mark.parametrize("error", [Unreadable("It is torn. Nothing was changed."), RuntimeError("hostile")])
def test_a_file_that_turns_out_to_be_torn_leaves_nothing(
    workspace: Workspace, file: Path, error: Exception
) -> None:
    def read(_path: Path, _answers: Answers) -> Iterator[Incoming | Refused]:
        yield from files.EVERYTHING
        raise error

    form = replace(files.stand_in(), read=read)
    before = export(workspace)
    with pytest.raises((CannotDo, RuntimeError), match=str(error)[:5]):
        importing(workspace, form).bring_in(Wanted(file, form, {}))
    assert export(workspace) == before
    assert workspace.undo.next_back is None


@pytest.mark.many(3)
@pytest.mark.parametrize("question", [0, 1, 200, -2, -1])
def test_stopped_at_any_question_it_leaves_nothing(workspace: Workspace, file: Path, question: int) -> None:
    things, asked = files.many(150), list[float]()
    form = files.stand_in(things)
    service = importing(workspace, form)

    def going(share: float) -> bool:
        asked.append(share)
        return True

    service.bring_in(Wanted(file, form, {}), going)
    assert asked == sorted(asked)
    assert len(asked) > 2 * len(things), "asked before each, looking and writing"
    assert asked[-1] == 1.0
    workspace.undo.take_back()
    before, turn = export(workspace), iter(range(len(asked)))
    wanted = question % len(asked)
    with pytest.raises(Stopped):
        service.bring_in(Wanted(file, form, {}), lambda _share: next(turn) != wanted)
    assert export(workspace) == before
    check_whole(workspace.database)


def test_a_pipe_and_what_is_not_there_are_no_files(workspace: Workspace, tmp_path: Path) -> None:
    form = files.stand_in()
    with pytest.raises(CannotDo, match="cannot be read"):
        importing(workspace, form).look(Wanted(tmp_path / "none", form, {}))
    with pytest.raises(CannotDo, match="neither"):
        importing(workspace, form).look(Wanted(Path("/dev/null"), form, {}))


def test_very_many_of_one_moment_stand_one_after_the_other(workspace: Workspace, file: Path) -> None:
    same = [replace(one, at=files.DAYS_AGO[1]) for one in files.many(300)]
    assert bring(workspace, file, same).new == {Sort.ENTRY: 300}
    check_whole(workspace.database)


def test_what_has_no_words_of_its_own_is_named_by_what_it_tells(workspace: Workspace, file: Path) -> None:
    now = workspace.clock.now()
    found = bring(
        workspace,
        file,
        [
            IncomingEntry("", 1, now, "", "", about=(("company", "Acme"), ("result", "rejected"))),
            IncomingEntry("", 2, now, "", "", reading=Reading(energy=4)),
        ],
    )
    assert [line.partition("  ")[2] for line in found.first] == ["Acme · rejected", "energy 4"]


def test_very_many_of_one_day_are_held_against_what_is_there_once(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look at that day for each would take hours for a file that holds nothing else."""
    now = workspace.clock.now()
    workspace.journal.note("word 7", title="word 7")
    asked, on = [], imports.entries_on

    def counted(db: Database, day: date) -> list[imports.EntryThere]:
        asked.append(day)
        return on(db, day)

    monkeypatch.setattr(imports, "entries_on", counted)
    things = [IncomingEntry("", line, now, f"word {line}", f"word {line}") for line in range(40)]
    found = bring(workspace, file, things)
    assert (found.new, found.known) == ({Sort.ENTRY: 39}, 1)
    assert asked == [now.local_date] * 2  # once for the look, once for bringing it in


def test_very_many_of_one_name_are_held_against_what_is_there_once(
    workspace: Workspace, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each to one agency for one role: to look at all of them for each would take hours."""
    asked, named = [], imports.applications_named

    def counted(db: Database, company: str, role: str) -> list[imports.There]:
        asked.append((company, role))
        return named(db, company, role)

    monkeypatch.setattr(imports, "applications_named", counted)
    sent = [moment(f"2026-09-{day:02}T12:00+02:00") for day in range(1, 31)]
    things = [
        IncomingApplication("", line, "HAYS", "clerk", events=(IncomingEvent(Kind.REJECTED, at),))
        for line, at in enumerate(sent)
    ]
    assert bring(workspace, file, things).new == {Sort.APPLICATION: 30}
    assert len(workspace.applications.every()) == 30
    assert asked == [("hays", "clerk")] * 2  # once for the look, once for bringing them in
