"""Applications: a log that only grows, and the one that an outcome belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from looking import NOW, open_workspace

from bounceback_tui.domain.application import STAGES, Application, Kind, Result, Source, Status
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "journal.db") as workspace:
        yield workspace


def days_ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


def only(journal: Workspace) -> Application:
    (found,) = journal.applications.every()
    return found


def log(application: Application) -> list[tuple[Kind, bool]]:
    return [(event.kind, event.date_known) for event in application.events]


def test_an_added_one_has_applied_and_says_what_was_told(journal: Workspace) -> None:
    added = journal.applications.add(" Acme ", " Engineer", Source.AGENCY, days_ago(3))
    assert only(journal) == added
    assert (added.company, added.role, added.source) == ("Acme", "Engineer", Source.AGENCY)
    assert log(added) == [(Kind.APPLIED, True)]
    assert added.events[0].at == days_ago(3)
    assert journal.undo.take_back() == "add Acme"
    assert journal.applications.every() == []


def test_a_company_that_is_too_long_for_a_sentence_ends_in_a_sign_there(journal: Workspace) -> None:
    company = "The Friendly Society of Makers and Menders"
    added = journal.applications.add(company)
    shown = "The Friendly Society of Makers and Mend…"
    assert journal.undo.take_back() == f"add {shown}"
    journal.undo.do_again()
    journal.applications.add_event(added.id, Kind.SCREEN)
    assert journal.undo.take_back() == f"note “{Kind.SCREEN}” for {shown}"
    with pytest.raises(CannotDo, match=f"“{shown}”"):
        journal.applications.find(company)


@pytest.mark.many(3)
@pytest.mark.parametrize("company", ["", "   ", "\n"])
def test_one_without_a_company_is_refused_in_a_sentence(journal: Workspace, company: str) -> None:
    with pytest.raises(CannotDo, match="needs a company"):
        journal.applications.add(company)
    assert journal.applications.every() == []


def test_open_ones_come_first_by_what_is_due_and_then_the_longest_silent(journal: Workspace) -> None:
    for company, kind, days in (
        ("Old", Kind.SCREEN, 20),
        ("Over", Kind.REJECTED, 1),
        ("Offered", Kind.OFFER, 9),
        ("New", Kind.TASK, 2),
        ("Long over", Kind.WITHDREW, 30),
    ):
        added = journal.applications.add(company, when=days_ago(50))
        journal.applications.add_event(added.id, kind, days_ago(days))
    names = [one.company for one in journal.applications.every()]
    assert names == ["Old", "Offered", "New", "Over", "Long over"]
    offered, new = journal.applications.every()[1:3]
    journal.applications.describe(replace(new, next_on=days_ago(-3).local_date))
    journal.applications.add_event(offered.id, Kind.INTERVIEW, days_ago(-2))
    names = [one.company for one in journal.applications.every()]
    assert names == ["Offered", "New", "Old", "Over", "Long over"]
    assert journal.undo.take_back()
    assert journal.undo.take_back() == "change New"
    assert [one.next_on for one in journal.applications.every()] == [None] * 5


@pytest.mark.many(3)
@pytest.mark.parametrize("kind", list(Kind))
def test_a_setback_opens_an_episode_and_undo_closes_it(journal: Workspace, kind: Kind) -> None:
    added = journal.applications.add("Acme", "Engineer", when=days_ago(9))
    event = journal.applications.add_event(added.id, kind, days_ago(1), " why ")
    assert event.note == "why"
    opened = [one.event_id for one in journal.recovery.episodes()]
    assert opened == ([event.id] if kind in (Kind.REJECTED, Kind.GHOSTED) else [])
    assert journal.undo.take_back() == f"note “{kind}” for Acme"
    assert journal.recovery.episodes() == []
    assert log(only(journal)) == [(Kind.APPLIED, True)]


def test_a_rejection_never_erases_the_stage_reached(journal: Workspace) -> None:
    added = journal.applications.add("Acme", when=days_ago(30))
    for place, kind in enumerate((Kind.SCREEN, Kind.FINAL, Kind.REJECTED)):
        journal.applications.add_event(added.id, kind, days_ago(20 - place))
    found = only(journal)
    assert (found.stage_reached, found.status) == (Kind.FINAL, Status.REJECTED)


def test_the_log_is_in_the_order_of_what_happened_not_of_writing(journal: Workspace) -> None:
    added = journal.applications.add("Acme", when=days_ago(5))
    journal.applications.add_event(added.id, Kind.REJECTED, days_ago(2))
    journal.applications.add_event(added.id, Kind.SCREEN, days_ago(4))
    journal.applications.add_event(added.id, Kind.FINAL, days_ago(2))
    found = only(journal)
    assert [kind for kind, _ in log(found)] == [Kind.APPLIED, Kind.SCREEN, Kind.FINAL, Kind.REJECTED]
    assert found.status is Status.REJECTED


def test_a_key_may_be_shortened_while_it_is_clear(journal: Workspace) -> None:
    added = journal.applications.add("Acme")
    assert journal.applications.find(added.id[:20].lower()) == added
    assert journal.applications.find(f" {added.id} ") == added
    other = journal.applications.add("Brook")
    shared = next(size for size in range(26) if added.id[size] != other.id[size])
    with pytest.raises(CannotDo, match="More than one application"):
        journal.applications.find(added.id[:shared])
    for missing in ("", "zzz", "'; --"):
        with pytest.raises(CannotDo, match="application"):
            journal.applications.find(missing)
        with pytest.raises(CannotDo):
            journal.applications.add_event(missing, Kind.OFFER)
    assert [len(one.events) for one in journal.applications.every()] == [1, 1]


def test_names_are_remembered_once_as_last_written_the_latest_first(tmp_path: Path) -> None:
    path = tmp_path / "names.db"
    written = [("Acme", "Engineer"), ("Brook", "engineer"), ("ACME", "Tester"), ("Calder", "")]
    for days, (company, role) in zip((9, 6, 3, 1), written, strict=True):
        with open_workspace(path, NOW - timedelta(days=days)) as journal:
            journal.applications.add(company, role)
    with open_workspace(path) as journal:
        assert journal.applications.companies() == ["Calder", "ACME", "Brook"]
        assert journal.applications.roles() == ["Tester", "engineer"]


@pytest.mark.parametrize(
    ("company", "role"), [("Acme", "Engineer"), ("ACME ", "engineer"), ("Acme", ""), ("acme", "  Engineer")]
)
def test_an_outcome_goes_to_the_open_application_it_tells_of(
    journal: Workspace, company: str, role: str
) -> None:
    added = journal.applications.add("Acme", "Engineer", when=days_ago(9))
    logged = journal.journal.log(Outcome(company, role, Kind.INTERVIEW, source=Source.REFERRAL))
    assert logged.application == added.id
    found = only(journal)
    assert log(found) == [(Kind.APPLIED, True), (Kind.INTERVIEW, False), (Kind.REJECTED, True)]
    assert found.source is Source.REFERRAL  # what was not known before is filled in
    assert found.role == "Engineer"


@pytest.mark.parametrize(
    ("company", "role"), [("Acme", "Tester"), ("Acme Two", "Engineer"), ("", "Engineer")]
)
def test_an_outcome_of_another_job_gets_an_application_of_its_own(
    journal: Workspace, company: str, role: str
) -> None:
    added = journal.applications.add("Acme", "Engineer", when=days_ago(9))
    logged = journal.journal.log(Outcome(company, role, text="They said no"))
    assert logged.application != added.id
    assert log(journal.applications.find(added.id)) == [(Kind.APPLIED, True)]
    journal.undo.take_back()
    assert [one.id for one in journal.applications.every()] == [added.id]


def test_applying_again_after_a_no_is_another_application(journal: Workspace) -> None:
    first = journal.journal.log(Outcome("Acme", "Engineer", when=days_ago(99)))
    second = journal.journal.log(Outcome("Acme", "Engineer"))
    assert first.application != second.application


def test_silence_can_be_broken(journal: Workspace) -> None:
    silent = journal.journal.log(Outcome("Acme", "Engineer", result=Result.GHOSTED, when=days_ago(40)))
    heard = journal.journal.log(Outcome("Acme", "Engineer", Kind.INTERVIEW, Result.MOVED_ON))
    assert heard.application == silent.application
    assert only(journal).status is Status.OPEN


def test_an_outcome_told_twice_on_one_day_is_one_event(journal: Workspace) -> None:
    first = journal.journal.log(Outcome("Acme", "Engineer", text="no"))
    second = journal.journal.log(Outcome("Acme", "Engineer", text="still no"))
    assert (first.application, first.event, first.episode) == (
        second.application,
        second.event,
        second.episode,
    )
    assert len(only(journal).events) == 1


def test_moving_on_without_a_stage_is_the_next_one(journal: Workspace) -> None:
    for place in range(1, len(STAGES)):
        journal.journal.log(Outcome("Acme", result=Result.MOVED_ON, when=days_ago(30 - place)))
        assert only(journal).stage_reached is STAGES[place]


def test_an_event_leads_back_to_its_application(journal: Workspace) -> None:
    logged = journal.journal.log(Outcome("Acme"))
    found = journal.applications.with_event(logged.event)
    assert found is not None
    assert (found[0].id, found[1].id) == (logged.application, logged.event)
    assert journal.applications.with_event("no such event") is None
