"""What SQL takes for the last thing that happened is what the log tells last, whatever is noted when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import NOW, HandSetClock, open_journal

from bounceback_tui.domain.application import MEETINGS, Application, Event, Kind, Result, furthest, status_of
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.query import parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications, short_logs
from bounceback_tui.storage.log_order import LAST

ZONE = NOW.tzinfo
HOURS = st.none() | st.integers(0, 23)
NOTED = st.tuples(
    st.sampled_from([*Kind, Kind.GHOSTED, *MEETINGS]),
    st.integers(-3, 3),  # days from today
    HOURS,
    st.booleans(),  # its date is known
    st.integers(0, 3 * 24),  # hours until it is noted
)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_journal(tmp_path_factory.mktemp("order") / "journal.db", HandSetClock()) as workspace:
        yield workspace


def made(journal: Workspace, log: list[tuple[Kind, int, int | None, bool, int]]) -> Application:
    """An application with that log, noted in this order."""
    key, events, noted = new_id(NOW), [], NOW
    for kind, days, hour, known, later in log:
        noted += timedelta(hours=later)
        day = datetime.combine(NOW.date() + timedelta(days=days), time(12 if hour is None else hour), ZONE)
        at = Moment.of(day) if hour is None else Moment.of(day).timed()
        events.append(Event(new_id(noted), key, kind, at, known))
    with journal.database.write():
        applications.add(journal.database, Application(key, "Acme", events=tuple(events)), Moment.of(NOW))
    return applications.with_keys(journal.database, [key])[key]


@settings(max_examples=often(150), deadline=None)
@given(st.lists(NOTED, max_size=6))
def test_sql_and_the_log_agree_on_what_came_last(
    journal: Workspace, log: list[tuple[Kind, int, int | None, bool, int]]
) -> None:
    one = made(journal, log)
    row = journal.database.row(f"SELECT {LAST.format('seq')} FROM application WHERE id = ?", (one.id,))
    assert row
    assert row[0] == (one.events[-1].noted if one.events else None)
    short = next(each for each in short_logs.logs(journal.database) if each.id == one.id)
    assert short.kinds == tuple(each.kind for each in one.events)
    assert status_of(short.kinds) is one.status
    assert list(short.days) == sorted(short.days)
    with journal.database.write():
        journal.database.run("DELETE FROM application WHERE id = ?", (one.id,))


def test_silence_stays_last_where_the_meeting_after_it_was_planned_before_an_offer(
    journal: Workspace,
) -> None:
    """The meeting stands before the offer, and so does not come after the silence of its day."""
    log = [
        (Kind.GHOSTED, 0, None, True, 0),
        (Kind.SCREEN, 0, None, True, 0),
        (Kind.OFFER, -1, None, False, 0),
    ]
    one = made(journal, log)
    assert [event.kind for event in one.events] == [Kind.SCREEN, Kind.OFFER, Kind.GHOSTED]
    said = journal.database.rows(
        "SELECT status, last_event_on FROM v_applications WHERE id = ? UNION ALL"
        f" SELECT {LAST.format('kind')}, {LAST.format('local_date')} FROM application WHERE id = ?",
        (one.id, one.id),
    )
    assert said == [("ghosted", NOW.date().isoformat())] * 2
    found = journal.applications.matching(parse("result:ghosted", date.min))
    assert one.id in [each.id for each in found]
    assert one.id not in [each.id for each in journal.applications.matching(parse("result:offer", date.min))]


def at(days: int, hour: int = 10) -> Moment:
    return Moment.of(datetime.combine(NOW.date() + timedelta(days=days), time(hour), ZONE))


@pytest.mark.parametrize("end", [Kind.REJECTED, Kind.WITHDREW, Kind.ACCEPTED, Kind.GHOSTED])
def test_list_filter_and_figure_tell_the_same_of_a_meeting_that_was_called_off(
    workspace: Workspace, end: Kind
) -> None:
    key = workspace.applications.add("Acme", when=at(-9)).id
    workspace.applications.add_event(key, Kind.FINAL, at(3))
    workspace.applications.add_event(key, end)
    workspace.applications.add("Brook", when=at(-1))
    assert [one.company for one in workspace.applications.every()] == ["Brook", "Acme"]
    (found,) = workspace.applications.matching(parse(f"result:{Result(end.value)}", date.min))
    assert found.events[-1].kind is end
    reached = "offer" if end is Kind.ACCEPTED else "final"
    assert [one.id for one in workspace.applications.matching(parse(f"stage:{reached}", date.min))] == [key]
    (log,) = (one for one in short_logs.logs(workspace.database) if one.id == key)
    assert furthest(log.kinds) is found.stage_reached is Kind(reached)
    assert workspace.coming_up.ahead() == ()


def test_a_rejection_was_at_the_stage_that_it_called_off(workspace: Workspace) -> None:
    key = workspace.applications.add("Acme", when=at(-9)).id
    workspace.applications.add_event(key, Kind.FINAL, at(3))
    workspace.applications.add_event(key, Kind.REJECTED)
    (episode,) = workspace.recovery.episodes()
    assert episode.stage is Kind.FINAL
