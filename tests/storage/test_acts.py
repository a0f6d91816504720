"""What counts as having gone on, as the log and the tools tell it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.past import Act
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.acts import acts

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 20)


def at(hour: int, zone: str = "Europe/Berlin", day: int = 20) -> Moment:
    return Moment.of(datetime(2026, 11, day, hour, tzinfo=BERLIN).astimezone(ZoneInfo(zone)))


def test_an_application_counts_after_the_news_of_its_day_and_a_guessed_one_not_at_all(
    workspace: Workspace,
) -> None:
    # that they had applied is not told by the outcome, but its stage is, with a date that is not known
    workspace.journal.log(Outcome(company="Acme", stage=Kind.APPLIED, when=at(12)))
    assert acts(workspace.database) == ()
    workspace.applications.add("Early", when=at(9))
    assert set(acts(workspace.database)) == {Act(DAY, after_the_news=False)}
    workspace.applications.add("Late", when=at(15))
    assert set(acts(workspace.database)) == {Act(DAY, after_the_news=False), Act(DAY)}
    for _ in range(3):
        workspace.undo.take_back()
    workspace.applications.add("Early", when=at(9))
    assert set(acts(workspace.database)) == {Act(DAY)}  # the news was taken back


def test_the_calendar_is_that_of_where_the_person_was(workspace: Workspace) -> None:
    workspace.applications.add("Here", when=at(1, day=21))
    workspace.applications.add("Far", when=at(2, "Pacific/Honolulu", day=21))
    assert {act.day for act in acts(workspace.database)} == {date(2026, 11, 21), DAY}


def test_a_lead_counts_on_the_day_it_was_contacted(workspace: Workspace) -> None:
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Ann"))
    assert acts(workspace.database) == ()
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Ann", contacted_on=DAY))
    assert acts(workspace.database) == (Act(DAY),)
