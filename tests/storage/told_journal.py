"""A journal in which every entry has something of its own, to ask for; the title names it."""

from __future__ import annotations

from datetime import date

from journals import HandSetClock, moment

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.feedback import Feedback, FeedbackState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import entries, feedback

TODAY = date(2026, 11, 23)


def fill(workspace: Workspace, clock: HandSetClock) -> None:
    """Write it into an empty journal."""
    tell_outcomes(workspace, clock)
    write_notes(workspace)
    for episode in workspace.recovery.episodes():
        asked = episode.company.startswith("Acme")
        state = FeedbackState.ASKED if asked else FeedbackState.NOT_ASKED
        feedback.put(workspace.database, Feedback(episode.id, state))


def tell_outcomes(workspace: Workspace, clock: HandSetClock) -> None:
    """Entries that belong to an event."""
    journal = workspace.journal
    at = moment("2026-11-02T10:00+01:00")
    journal.log(
        Outcome(
            company="Acme  GmbH",
            role="Data engineer",
            stage=Kind.FINAL,
            source=Source.REFERRAL,
            when=moment("2026-11-02T10:00+01:00"),
            title="acme",
            text="The panel went well, the salary talk did not.",
            tags=("panel", "salary"),
            before=Reading(3, 2, (Feeling("Shame", 60), Feeling("calm", 10))),
            after=Reading(2),
        )
    )
    clock.forward(days=1)
    journal.log(
        Outcome(
            company="Börse & Söhne",
            role="Analyst",
            stage=Kind.SCREEN,
            result=Result.GHOSTED,
            source=Source.AGENCY,
            when=at,
            title="börse",
            text="Silence 🙂 since the phone call!!! Nothing for the e-mail.",
            tags=("silence",),
            after=Reading(5, 5),
        )
    )
    journal.log(
        Outcome(
            company="Acme Labs",
            role="Tester",
            result=Result.OFFER,
            stage=Kind.OFFER,
            when=moment("2026-11-20T23:30-08:00"),
            title="labs",
            text="They offered it.",
        )
    )
    journal.log(Outcome(company="Zed", result=Result.MOVED_ON, stage=Kind.TASK, title="zed", text="On to it"))
    journal.log(Outcome(text="A firm without a name", title="nameless", tags=("panel-day",)))


def write_notes(workspace: Workspace) -> None:
    """Entries that stand alone, one of them deleted."""
    journal = workspace.journal
    walk = journal.note("Walked an hour", title="walk", tags=["walk"], before=Reading(6, 4))
    workspace.versions.rewrite(walk, "walk", "Walked two hours", ["walk"])
    journal.note('He said "no" AND (NOT) near: {x} ^ y * z', title="operators", after=Reading(None, 9))
    journal.note("", title="untold", when=moment("1969-07-20T21:17+01:00"))
    journal.note("Naïve café, tab\there", title="accents", after=Reading(9, 9, (Feeling("hope", 90),)))
    gone = journal.note("Panel salary walk", title="gone", tags=["panel"], before=Reading(1, 1))
    journal.delete(gone)


ALL = {"acme", "börse", "labs", "zed", "nameless", "walk", "operators", "untold", "accents"}


def titles(workspace: Workspace, query: Query) -> set[str]:
    """The titles of what a query finds."""
    database = workspace.database
    places = entries.positions(database, query)
    assert len(places) == len(set(places))
    assert places == sorted(places, reverse=True)
    return {item.entry.title for item in entries.items(database, places).values()}
