"""The log of one application: correcting, back-dating and taking out what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from journals import check_whole, held
from looking import NOW, open_workspace

from bounceback_tui.domain.application import Event, Kind, Result, Status
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace
        check_whole(workspace.database)


def days_ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


def log(journal: Workspace) -> list[Kind]:
    (application,) = journal.applications.every()
    return [event.kind for event in application.events]


def logged(journal: Workspace, kind: Kind, days: int = 5) -> Event:
    """An event that no entry tells of, in an application of three weeks ago."""
    application = next(iter(journal.applications.every()), None)
    application = application or journal.applications.add("Acme", when=days_ago(21))
    return journal.applications.add_event(application.id, kind, days_ago(days))


def open_episodes(journal: Workspace) -> int:
    return len(journal.recovery.episodes())


def test_kind_date_and_note_are_corrected_in_one_step(journal: Workspace) -> None:
    event = logged(journal, Kind.SCREEN)
    journal.logs.change_event(replace(event, kind=Kind.INTERVIEW, at=days_ago(9), note=" with two "))
    found = journal.applications.with_event(event.id)
    assert found
    assert (found[1].kind, found[1].at, found[1].note) == (Kind.INTERVIEW, days_ago(9), "with two")
    assert journal.undo.take_back() == "change “screen” of Acme"
    assert journal.applications.with_event(event.id)[1] == event


def test_a_date_that_is_given_is_known_from_then_on(journal: Workspace) -> None:
    journal.journal.log(Outcome("Acme", stage=Kind.FINAL, result=Result.REJECTED, when=days_ago(3)))
    (application,) = journal.applications.every()
    implied = application.events[0]
    assert (implied.kind, implied.date_known) == (Kind.FINAL, False)
    journal.logs.change_event(replace(implied, at=days_ago(8), date_known=True))
    (application,) = journal.applications.every()
    assert (application.events[0].at, application.events[0].date_known) == (days_ago(8), True)
    assert application.status is Status.REJECTED


def test_what_becomes_a_setback_opens_an_episode_and_what_is_none_any_more_hides_it_with_its_ticks(
    journal: Workspace,
) -> None:
    event = logged(journal, Kind.SCREEN)
    assert open_episodes(journal) == 0
    journal.logs.change_event(replace(event, kind=Kind.REJECTED))
    (episode,) = journal.recovery.episodes()
    step = journal.recovery.guide_of(episode).steps[0].id
    journal.recovery.set_state(episode.id, step, StepState.DONE)
    journal.logs.change_event(replace(event, kind=Kind.INTERVIEW))
    assert open_episodes(journal) == 0
    assert log(journal) == [Kind.APPLIED, Kind.INTERVIEW]
    journal.logs.change_event(replace(event, kind=Kind.GHOSTED))
    (again,) = journal.recovery.episodes()
    assert again.id == episode.id
    assert journal.recovery.ticks(again.id)[step].state is StepState.DONE


def test_a_back_dated_outcome_takes_the_stage_before_it_along(journal: Workspace) -> None:
    told = journal.journal.log(Outcome("Acme", stage=Kind.FINAL, result=Result.REJECTED, when=days_ago(3)))
    journal.journal.delete(told.id)
    found = journal.applications.with_event(told.event)
    assert found
    journal.logs.change_event(replace(found[1], at=days_ago(12)))
    (application,) = journal.applications.every()
    assert [one.kind for one in application.events] == [Kind.FINAL, Kind.REJECTED]
    assert application.status is Status.REJECTED
    assert application.stage_reached is Kind.FINAL


def test_one_goes_to_the_trash_and_comes_back_with_its_episode(journal: Workspace) -> None:
    event = logged(journal, Kind.REJECTED)
    before = held(journal)
    journal.logs.delete_event(event.id)
    assert log(journal) == [Kind.APPLIED]
    assert open_episodes(journal) == 0
    (there,) = journal.trash.everything()
    assert there.words == "Acme: rejected"
    assert journal.undo.take_back() == "take “rejected” out of the log of Acme"
    assert held(journal) == before
    journal.undo.do_again()
    journal.trash.restore(there)
    assert held(journal) == before


def test_what_an_entry_tells_of_is_changed_and_taken_out_with_it_alone(journal: Workspace) -> None:
    told = journal.journal.log(Outcome("Acme", stage=Kind.FINAL, result=Result.REJECTED, text="They said no"))
    found = journal.applications.with_event(told.event)
    assert found
    before = held(journal)
    with pytest.raises(CannotDo, match="“They said no” tells of that; change it there"):
        journal.logs.change_event(replace(found[1], kind=Kind.GHOSTED))
    with pytest.raises(CannotDo, match="“They said no” tells of that, so it stays"):
        journal.logs.delete_event(told.event)
    assert held(journal) == before
    journal.logs.delete_event(told.event, with_entries=True)
    assert log(journal) == []  # the stage that only followed from it goes along
    assert journal.journal.history(Query()).known == 0
    assert open_episodes(journal) == 0
    (there,) = journal.trash.everything()
    assert there.words == "They said no"
    journal.trash.restore(there)
    assert held(journal) == before


def test_a_rejection_logged_by_mistake_can_be_taken_out_after_its_entry(journal: Workspace) -> None:
    told = journal.journal.log(Outcome("Acme", stage=Kind.FINAL, result=Result.REJECTED, text="A mistake"))
    before = held(journal)
    item = journal.journal.delete(told.id)
    assert journal.logs.left_by(item) == "“rejected” stays in the log of Acme"
    journal.logs.delete_event(told.event)
    assert log(journal) == []
    assert open_episodes(journal) == 0
    journal.journal.restore(told.id)
    assert held(journal) == before


def test_nothing_is_left_of_a_page_or_where_another_entry_tells_of_it(journal: Workspace) -> None:
    note = journal.journal.note("A walk")
    assert journal.logs.left_by(journal.journal.delete(note)) == ""
    first = journal.journal.log(Outcome("Acme", text="no"))
    second = journal.journal.log(Outcome("Acme", text="still no"))
    assert first.event == second.event
    assert journal.logs.left_by(journal.journal.delete(second.id)) == ""
    assert journal.logs.left_by(journal.journal.delete(first.id))


def test_what_is_gone_is_told_in_a_sentence(journal: Workspace) -> None:
    event = logged(journal, Kind.SCREEN)
    journal.logs.delete_event(event.id)
    for act in (journal.logs.change_event, lambda one: journal.logs.delete_event(one.id)):
        with pytest.raises(CannotDo, match="not in the log any more"):
            act(event)
    for missing in ("", "zzz", "'; --"):
        assert journal.applications.with_event(missing) is None


def test_nothing_changed_is_no_step(journal: Workspace) -> None:
    event = logged(journal, Kind.SCREEN)
    before = journal.undo.next_back
    journal.logs.change_event(event)
    assert journal.undo.next_back == before


def test_all_that_belongs_to_one_is_read_and_nothing_of_another(journal: Workspace) -> None:
    first = journal.journal.log(
        Outcome("Acme", "Tester", Kind.SCREEN, Result.MOVED_ON, days_ago(9), text="one")
    )
    journal.journal.log(Outcome("Acme", "Tester", text="two"))
    journal.journal.log(Outcome("Brook", "Tester", text="other"))
    gone = journal.journal.log(Outcome("Acme", "Tester", text="three"))
    journal.journal.delete(gone.id)
    acme = journal.applications.find(first.application)
    detail = journal.logs.of(acme)
    assert [one.entry.title for one in detail.entries] == ["two", "one"]
    assert detail.telling(first.event).entry.id == first.id
    assert detail.people == ()
