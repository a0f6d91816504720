"""What happened is saved with all that was said about it, whole or not at all, at the right application."""

from __future__ import annotations

from typing import Any

import pytest
from journals import HandSetClock, check_whole, held, moment

from bounceback_tui.domain.application import Application, Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading, Relation
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError

YESTERDAY = moment("2026-11-22T15:00+01:00")

EVERYTHING = Outcome(
    company="Acme",
    role="Data engineer",
    stage=Kind.FINAL,
    result=Result.REJECTED,
    when=YESTERDAY,
    source=Source.REFERRAL,
    before=Reading(3, 2, (Feeling("shame", 60), Feeling("anger", 20))),
    title="They said no",
    text="They went with **somebody** inside. 🙂",
    tags=("panel", "internal"),
    causes=(
        Cause(Side.OUTSIDE, "an internal candidate"),
        Cause(Side.CHANGEABLE, "more examples"),
        Cause(Side.WENT_RIGHT, "they invited me"),
    ),
    attribution=Attribution(70, None, 0),
    forecast=14,
    after=Reading(4, None, (Feeling("calm", 0),)),
)


def only_application(workspace: Workspace) -> Application:
    [one] = workspace.applications.every()
    return one


def test_every_part_is_kept(workspace: Workspace, clock: HandSetClock) -> None:
    logged = workspace.journal.log(EVERYTHING)
    shown = workspace.journal.show(logged.id)
    entry = shown.item.entry
    assert (entry.title, entry.text, entry.tags) == (
        EVERYTHING.title,
        EVERYTHING.text,
        ("internal", "panel"),
    )
    assert (shown.item.company, shown.item.role) == ("Acme", "Data engineer")
    assert (shown.item.stage, shown.item.result, shown.item.mood) == (Kind.FINAL, Result.REJECTED, 3)
    assert [(one.relation, one.reading) for one in shown.checkins] == [
        (Relation.BEFORE, EVERYTHING.before),
        (Relation.AFTER, EVERYTHING.after),
    ]
    assert shown.causes == EVERYTHING.causes
    assert (shown.attribution, shown.forecast) == (EVERYTHING.attribution, 14)
    application = only_application(workspace)
    assert (application.id, application.source) == (logged.application, Source.REFERRAL)
    assert [event.id for event in application.events if event.kind is Kind.REJECTED] == [logged.event]
    [episode] = workspace.recovery.episodes()
    assert (episode.id, episode.event_id, episode.forecast) == (logged.episode, logged.event, 14)
    assert (episode.stage, episode.began, episode.closed) == (Kind.FINAL, YESTERDAY.local_date, False)


def test_the_outcome_stands_at_its_own_time_and_the_readings_at_now(
    workspace: Workspace, clock: HandSetClock
) -> None:
    shown = workspace.journal.show(workspace.journal.log(EVERYTHING).id)
    assert shown.item.entry.written_at == YESTERDAY
    assert {event.at for event in only_application(workspace).events} == {YESTERDAY}
    assert {one.felt_at for one in shown.checkins} == {clock.now()}
    [row] = held(workspace)["entry"]
    assert row["saved_at"] == "2026-11-23T08:30:00.000000Z"


def test_without_a_time_it_is_now(workspace: Workspace, clock: HandSetClock) -> None:
    logged = workspace.journal.log(Outcome(company="Acme"))
    assert workspace.journal.find(logged.id).entry.written_at == clock.now()


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (Outcome(company="Acme"), "Acme: rejected"),
        (Outcome(company="Acme", stage=Kind.FINAL), "Acme: rejected after the final round"),
        (Outcome(company="Acme", result=Result.GHOSTED, stage=Kind.TASK), "Acme: ghosted"),
        (Outcome(company="Acme", result=Result.OFFER), "Acme: offer"),
        (Outcome(company="Acme", text="# They said no\nAgain."), "They said no"),
        (Outcome(company="Acme", text="They said no", title=" Monday "), "Monday"),
        (Outcome(text="---"), "rejected"),
    ],
)
def test_an_entry_without_a_title_gets_one(workspace: Workspace, outcome: Outcome, title: str) -> None:
    assert workspace.journal.find(workspace.journal.log(outcome).id).entry.title == title


@pytest.mark.parametrize("outcome", [Outcome(), Outcome(company="  ", text="\n"), Outcome(before=Reading(3))])
def test_nothing_said_is_nothing_saved(workspace: Workspace, outcome: Outcome) -> None:
    before = held(workspace)
    with pytest.raises(CannotDo, match="Name the company, or write a line"):
        workspace.journal.log(outcome)
    assert held(workspace) == before


def test_lines_left_empty_on_the_other_side_are_left_out(workspace: Workspace) -> None:
    causes = (Cause(Side.OUTSIDE, "  "), Cause(Side.OUTSIDE, " luck "), Cause(Side.OUTSIDE, ""))
    logged = workspace.journal.log(Outcome(company="Acme", causes=causes))
    assert workspace.journal.show(logged.id).causes == (Cause(Side.OUTSIDE, "luck"),)


def test_hostile_text_comes_back_as_it_went_in(workspace: Workspace) -> None:
    hostile = "[/] [@click=app.quit]x[/] \x1b]52;c;aGk=\x07 \u202eevil \0 '; DROP TABLE entry; -- 🙂"
    logged = workspace.journal.log(
        Outcome(
            company=hostile, role=hostile, text=hostile, title=hostile, causes=(Cause(Side.OUTSIDE, hostile),)
        )
    )
    shown = workspace.journal.show(logged.id)
    assert {shown.item.entry.text, shown.item.entry.title, shown.item.company, shown.item.role} == {hostile}
    assert shown.causes[0].text == hostile
    check_whole(workspace.database)


def test_half_a_character_of_a_broken_paste_does_not_cost_the_rest(workspace: Workspace) -> None:
    logged = workspace.journal.log(
        Outcome(
            company="Ac\ud800me",
            text="before \udfff after",
            tags=("x\ud800", "x\ud801"),
            before=Reading(3, None, (Feeling("y\ud800", 1), Feeling("y\ud801", 2))),
        )
    )
    shown = workspace.journal.show(logged.id)
    assert shown.item.entry.text == "before \ufffd after"
    assert shown.item.entry.tags == ("x\ufffd",)
    assert shown.checkins[0].reading.feelings == (Feeling("y\ufffd", 2),)


def test_a_failure_at_any_point_leaves_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.journal.log(Outcome(company="Other", text="here before"))
    before = held(workspace)
    real = Database.run
    calls = 0
    failing: int | None = None

    def run(self: Database, sql: str, values: Any = ()) -> int:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise StorageError("The disk is full.")
        return real(self, sql, values)

    with monkeypatch.context() as patched:
        patched.setattr(Database, "run", run)
        steps = 0
        while True:
            calls, failing = 0, steps + 1
            try:
                logged = workspace.journal.log(EVERYTHING)
            except StorageError:
                steps += 1
                assert held(workspace) == before
            else:
                break
    assert steps >= 18, "each of the rows that an outcome with everything needs"
    assert held(workspace) != before, "the control: it does change where nothing fails"
    assert len(workspace.journal.show(logged.id).checkins) == 2
    check_whole(workspace.database)


def test_a_stage_that_only_follows_is_noted_without_a_date(workspace: Workspace) -> None:
    workspace.journal.log(EVERYTHING)
    assert [(one.kind, one.date_known) for one in only_application(workspace).events] == [
        (Kind.FINAL, False),
        (Kind.REJECTED, True),
    ]


def test_a_stage_that_is_known_is_not_noted_twice(workspace: Workspace, clock: HandSetClock) -> None:
    application = workspace.applications.add("Acme", when=moment("2026-10-01T09:00+01:00"))
    workspace.applications.add_event(application.id, Kind.FINAL, moment("2026-11-20T09:00+01:00"))
    workspace.journal.log(EVERYTHING)
    kinds = [one.kind for one in only_application(workspace).events]
    assert kinds == [Kind.APPLIED, Kind.FINAL, Kind.REJECTED]


def test_without_a_company_there_is_an_application_without_a_name(workspace: Workspace) -> None:
    first = workspace.journal.log(Outcome(text="They said no."))
    other = workspace.journal.log(Outcome(text="So did the others."))
    assert first.application != other.application
    assert first.episode != other.episode
