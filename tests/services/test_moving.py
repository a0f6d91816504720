"""One entry that was logged under the wrong application leaves it; all the others stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from journals import HandSetClock, check_whole, held

from bounceback_tui.domain.application import Application, Beside, Kind, Result, Source
from bounceback_tui.domain.episode import Cause, Side, StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.domain.query import parse
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

NO = Outcome(
    "Acme", "Cook", Kind.FINAL, source=Source.AGENCY, text="No.", causes=(Cause(Side.OUTSIDE, "luck"),)
)


@pytest.fixture
def first(workspace: Workspace, clock: HandSetClock) -> str:
    """An invitation by Acme two days ago, the day after the application."""
    workspace.applications.add("Acme", "Cook")
    clock.forward(days=1)
    key = workspace.journal.log(Outcome("Acme", "Cook", Kind.SCREEN, Result.MOVED_ON, text="On.")).id
    clock.forward(days=2)
    return key


@pytest.fixture
def second(workspace: Workspace, clock: HandSetClock, first: str) -> str:
    """A no that was logged under Acme, an hour ago."""
    key = workspace.journal.log(NO).id
    clock.forward(hours=1)
    return key


def told(workspace: Workspace, key: str) -> Outcome:
    found = workspace.versions.told(key)
    assert isinstance(found, Outcome)
    return found


def move(workspace: Workspace, key: str, **names: object) -> None:
    was = told(workspace, key)
    workspace.versions.revise(replace(was, application="", **names), seen=was)


def at(workspace: Workspace, company: str) -> Application:
    (found,) = [one for one in workspace.applications.every() if one.company == company]
    return found


def found_by(workspace: Workspace, clock: HandSetClock, words: str) -> int:
    return workspace.journal.history(parse(words, clock.now().local_date)).known


def test_what_else_is_concerned_is_counted(workspace: Workspace, first: str, second: str) -> None:
    assert workspace.applications.beside(second) == Beside(entries=1, dates=1)
    workspace.journal.delete(first)
    assert workspace.applications.beside(second) == Beside(entries=0, dates=2)
    page = workspace.journal.note("A walk")
    assert not workspace.applications.beside(page)
    assert not workspace.applications.beside(workspace.journal.log(Outcome("Brook", text="No.")).id)


def test_a_misspelt_name_is_changed_for_all(workspace: Workspace, first: str, second: str) -> None:
    workspace.versions.revise(replace(told(workspace, second), company="Acme Ltd"))
    assert told(workspace, first).company == told(workspace, second).company == "Acme Ltd"


def test_bringing_back_a_name_says_whether_others_go_along(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    workspace.versions.revise(replace(told(workspace, second), company="Acme Ltd"))
    clock.forward(minutes=1)
    workspace.versions.rewrite(second, "", "Other", [])
    worded, named = workspace.versions.of(second)
    assert not workspace.versions.return_to(second, worded.id)
    assert workspace.versions.return_to(second, named.id)
    assert told(workspace, first).company == "Acme"


def test_one_entry_leaves_with_its_event_and_the_rest_stays(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    before, there = held(workspace), told(workspace, second)
    episode = workspace.recovery.find().id
    workspace.recovery.set_state(episode, workspace.recovery.guide.steps[0].id, StepState.DONE)
    with_tick = held(workspace)
    move(workspace, second, company="Brook")
    after = held(workspace)
    brook = at(workspace, "Brook")
    assert told(workspace, second) == replace(there, application=brook.id, company="Brook")
    assert [(one.kind, one.date_known) for one in brook.events] == [
        (Kind.FINAL, False),
        (Kind.REJECTED, True),
    ]
    acme = at(workspace, "Acme")
    assert (acme.role, acme.stage_reached) == ("Cook", Kind.SCREEN)
    assert told(workspace, first).company == "Acme"
    assert len(workspace.recovery.ticks(episode)) == 1
    assert workspace.recovery.find().company == "Brook"
    assert [found_by(workspace, clock, word) for word in ("acme", "brook")] == [1, 1]
    check_whole(workspace.database)
    clock.forward(minutes=1)
    assert workspace.undo.take_back() == "change “No.”"
    assert held(workspace) == with_tick
    check_whole(workspace.database)
    workspace.undo.do_again()
    assert held(workspace) == after
    check_whole(workspace.database)
    for _ in range(2):
        workspace.undo.take_back()
    assert held(workspace) == before


def test_an_earlier_version_brings_it_back_to_where_it_was(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    was = told(workspace, second)
    move(workspace, second, company="Brook", role="Waiter")
    clock.forward(minutes=1)
    workspace.versions.return_to(second, workspace.versions.of(second)[0].id)
    assert told(workspace, second) == was
    assert [one.company for one in workspace.applications.every()] == ["Acme"]
    clock.forward(minutes=1)
    workspace.versions.return_to(second, workspace.versions.of(second)[0].id)
    assert (told(workspace, second).company, told(workspace, second).role) == ("Brook", "Waiter")
    assert sorted(one.company for one in workspace.applications.every()) == ["Acme", "Brook"]
    assert told(workspace, first).company == "Acme"
    check_whole(workspace.database)


def test_it_goes_to_the_open_application_of_that_name_whose_own_names_stay(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    brook = workspace.applications.add("Brook", "Chef de partie", Source.REFERRAL)
    workspace.applications.add_event(brook.id, Kind.OFFER)
    clock.forward(minutes=1)
    move(workspace, second, company="BROOK", role="")
    there = told(workspace, second)
    assert (there.application, there.company, there.role) == (brook.id, "Brook", "Chef de partie")
    assert (there.source, there.stage) == (Source.REFERRAL, Kind.OFFER)
    assert there.causes == NO.causes
    check_whole(workspace.database)


def test_an_event_that_two_entries_tell_of_stays_with_the_other(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    again = workspace.journal.log(replace(NO, text="Told again.", forecast=9))
    assert again.event == workspace.journal.find(second).entry.event_id
    other = told(workspace, second)
    before = held(workspace)
    clock.forward(minutes=1)
    move(workspace, again.id, company="Brook")
    assert told(workspace, second) == other
    there = told(workspace, again.id)
    assert (there.company, there.stage, there.forecast, there.causes) == ("Brook", Kind.FINAL, 9, NO.causes)
    assert {one.company for one in workspace.recovery.episodes()} == {"Acme", "Brook"}
    check_whole(workspace.database)
    workspace.undo.take_back()
    assert held(workspace) == before


def test_an_application_of_which_nothing_is_left_goes_to_the_trash_with_it(workspace: Workspace) -> None:
    workspace.applications.add("Brook")
    key = workspace.journal.log(NO).id
    before = held(workspace)
    move(workspace, key, company="Brook")
    assert [one.company for one in workspace.applications.every()] == ["Brook"]
    workspace.undo.take_back()
    assert held(workspace) == before


def test_another_job_at_the_same_company_is_one_of_its_own(
    workspace: Workspace, first: str, second: str
) -> None:
    move(workspace, second, role="Waiter")
    assert sorted(one.role for one in workspace.applications.every()) == ["Cook", "Waiter"]
    assert told(workspace, first).role == "Cook"


def test_a_stage_that_the_other_log_has_passed_is_told_and_nothing_moves(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    brook = workspace.applications.add("Brook")
    workspace.applications.add_event(brook.id, Kind.OFFER)
    clock.forward(minutes=1)
    before = held(workspace)
    with pytest.raises(CannotDo, match="The log of Brook goes further, to the offer; nothing was changed"):
        move(workspace, second, company="Brook", stage=Kind.SCREEN)
    assert held(workspace) == before


def test_words_of_a_move_that_is_passed_over_are_kept_with_where_it_went(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    move(workspace, second, company="Brook", text="Precious")
    workspace.undo.take_back()
    clock.forward(minutes=1)
    workspace.journal.note("Something else")
    (version,) = workspace.versions.of(second)
    workspace.versions.return_to(second, version.id)
    assert (told(workspace, second).company, told(workspace, second).text) == ("Brook", "Precious")
    assert told(workspace, first).company == "Acme"
    check_whole(workspace.database)


def test_it_goes_back_to_the_very_application_whatever_that_is_called_by_now(
    workspace: Workspace, clock: HandSetClock, first: str, second: str
) -> None:
    was = told(workspace, second)
    move(workspace, second, company="Brook")
    workspace.versions.revise(replace(told(workspace, first), company="Acme Ltd"))
    clock.forward(minutes=1)
    workspace.versions.return_to(second, workspace.versions.of(second)[0].id)
    assert told(workspace, second) == replace(was, company="Acme Ltd")
    assert [one.company for one in workspace.applications.every()] == ["Acme Ltd"]


def test_it_never_goes_to_where_it_comes_from(workspace: Workspace, clock: HandSetClock, first: str) -> None:
    again = workspace.journal.log(Outcome("Acme", "Cook", Kind.TASK, Result.MOVED_ON, text="Again.")).id
    move(workspace, again, source=Source.REFERRAL)
    assert told(workspace, again).source is Source.REFERRAL
    assert told(workspace, again).application != told(workspace, first).application
    assert told(workspace, first).source is None


def test_a_stage_that_the_other_log_knows_is_not_written_there_twice(
    workspace: Workspace, clock: HandSetClock, second: str
) -> None:
    brook = workspace.applications.add("Brook")
    workspace.applications.add_event(brook.id, Kind.FINAL)
    clock.forward(minutes=1)
    move(workspace, second, company="Brook")
    assert [one.kind for one in at(workspace, "Brook").events].count(Kind.FINAL) == 1
    assert told(workspace, second).stage is Kind.FINAL


def test_of_an_application_that_nothing_is_left_of_no_name_stays_after_deleting_for_good(
    workspace: Workspace,
) -> None:
    kept = workspace.journal.log(Outcome("Kept", text="K")).id
    move(workspace, kept, company="Elsewhere")
    key = workspace.journal.log(Outcome("Xylophonist", text="A")).id
    move(workspace, key, company="Brook")
    workspace.journal.delete(key)
    workspace.journal.destroy(key)
    assert b"Xylophonist" not in workspace.path.read_bytes()
    assert workspace.undo.take_back() == "change “K”"
    assert told(workspace, kept).company == "Kept"
    check_whole(workspace.database)


def test_an_entry_goes_back_to_an_application_also_where_the_last_to_leave_it_is_gone_for_good(
    workspace: Workspace, clock: HandSetClock
) -> None:
    keys = []
    for words in ("One", "Two"):
        result = Result.MOVED_ON if words == "One" else Result.REJECTED
        keys.append(workspace.journal.log(Outcome("Acme", stage=Kind.SCREEN, result=result, text=words)).id)
        clock.forward(days=1)
    for key in keys:
        move(workspace, key, company="Brook")
    after = held(workspace)
    workspace.journal.delete(keys[1])
    workspace.journal.destroy(keys[1])
    assert workspace.undo.take_back() == "change “One”"
    assert told(workspace, keys[0]).company == "Acme"
    assert "Acme" in [one.company for one in workspace.applications.every()]
    workspace.undo.do_again()
    assert held(workspace)["application"] == after["application"]
    check_whole(workspace.database)


@pytest.mark.parametrize("beside", ["person", "preparation"])
def test_an_application_stays_while_a_person_or_a_preparation_is_with_it(
    workspace: Workspace, clock: HandSetClock, beside: str
) -> None:
    key = workspace.journal.log(Outcome("Acme", "Cook", Kind.SCREEN, Result.MOVED_ON, text="On.")).id
    acme = at(workspace, "Acme").id
    tools = workspace.tools
    if beside == "person":
        tools.feedback.name_interviewer(acme, "Ms Ito")
    else:
        tools.preparations.put(Preparation("", acme, clock.now(), setbacks=(Setback("I freeze"),)))
    move(workspace, key, company="Brook")
    assert {one.company for one in workspace.applications.every()} == {"Acme", "Brook"}
    assert at(workspace, "Acme").events == ()
    assert [len(tools.feedback.people()), len(tools.preparations.every())].count(1) == 1
    assert workspace.trash.everything() == []
    check_whole(workspace.database)
