"""What counts as having gone on, as the log and the tools tell it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from journals import HandSetClock

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


def test_every_contact_with_a_lead_counts_and_not_the_latest_alone(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = workspace.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann"))
    days = []
    for _ in range(3):
        clock.forward(days=10)
        workspace.tools.leads.contacted(key)
        workspace.tools.leads.contacted(key)  # twice on one day is one act
        days.append(clock.now().local_date)
    workspace.tools.leads.set_done(key, True)
    workspace.tools.leads.set_next(key, days[0])
    assert sorted(act.day for act in acts(workspace.database)) == days
    workspace.tools.leads.remove(key)
    assert acts(workspace.database) == ()
    workspace.undo.take_back()
    assert sorted(act.day for act in acts(workspace.database)) == days


def test_a_contact_that_is_taken_back_is_none_and_the_one_before_stays(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = workspace.tools.leads.put(Lead("", LeadKind.FRIEND, "Ann"))
    workspace.tools.leads.contacted(key)
    first = clock.now().local_date
    clock.forward(days=10)
    workspace.tools.leads.contacted(key)
    second = clock.now().local_date
    workspace.undo.take_back()
    assert acts(workspace.database) == (Act(first),)
    assert workspace.tools.leads.find(key).contacted_on == first
    workspace.undo.do_again()
    assert {act.day for act in acts(workspace.database)} == {first, second}
    workspace.undo.take_back()
    workspace.undo.take_back()
    assert acts(workspace.database) == ()


def test_a_lead_that_was_added_with_its_contact_takes_it_along_and_brings_it_back(
    workspace: Workspace,
) -> None:
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Ann", contacted_on=DAY))
    workspace.undo.take_back()
    assert acts(workspace.database) == ()
    workspace.undo.do_again()
    assert acts(workspace.database) == (Act(DAY),)
    workspace.undo.take_back()
    workspace.trash.restore(workspace.trash.everything()[0])
    assert acts(workspace.database) == (Act(DAY),)


def test_a_lead_that_is_deleted_for_good_leaves_no_contact(workspace: Workspace) -> None:
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "Ann", contacted_on=DAY))
    workspace.tools.leads.remove("L" * 26)
    workspace.trash.destroy(workspace.trash.everything()[0])
    assert workspace.database.rows("SELECT * FROM contact") == []
    assert workspace.undo.take_back() is None
