"""Which cases a filter leaves to the statistics, and the entries behind them, as a slow filter says."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import hostile_journal
import oracle
import pytest
from journal_rows import Journal
from journals import NOW, HandSetClock, open_journal
from oracle import Answer, Told, every, some, sure
from told_journal import TODAY

from bounceback_tui.domain.application import Kind, Source, result_of
from bounceback_tui.domain.behind import Behind
from bounceback_tui.domain.query import Choice, Field, Names, Query, parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import cases, entries, query_sql

SEEDS = [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 5))]
QUERIES = 463
"""Questions for each seed that is `long`; together 2,000 of each kind."""

FEW = 150
"""Questions for the first seed, which the ordinary run asks."""

OF_EVENT = (Field.COMPANY, Field.ROLE, Field.SOURCE, Field.STAGE, Field.RESULT)
"""What is asked of a rejection itself, and not of the entries that tell of it."""

Rejection = tuple[str, Told, list[Told]]
"""Key of the episode, what can be asked of the rejection, and the entries that tell of it."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    clock = HandSetClock()
    with open_journal(tmp_path_factory.mktemp("cases") / "journal.db", clock) as workspace:
        hostile_journal.fill(workspace, clock, random.Random(7))
        tell_twice(workspace, random.Random(8))
        yield workspace


def tell_twice(workspace: Workspace, drawn: random.Random) -> None:
    """More entries than one tell of some rejections."""
    with workspace.database.write():
        events = [row[0] for row in workspace.database.rows("SELECT event_id FROM episode")]
        for (key,) in workspace.database.rows("SELECT id FROM entry WHERE event_id IS NULL"):
            if drawn.random() < 0.4:
                chosen = (drawn.choice(events), key)
                workspace.database.run("UPDATE entry SET event_id = ? WHERE id = ?", chosen)
        # and none of one of them, however the rest was drawn
        workspace.database.run(
            """UPDATE entry SET event_id = NULL WHERE event_id = (SELECT event.id
            FROM episode JOIN event ON event.id = event_id JOIN application ON application.id = application_id
            WHERE event.deleted_at IS NULL AND application.deleted_at IS NULL
            AND event.kind IN ('rejected', 'ghosted') ORDER BY event.seq LIMIT 1)"""
        )


@pytest.fixture(scope="module")
def tables(workspace: Workspace) -> Mapping[str, Any]:
    return workspace.exchange.as_json()


@pytest.fixture(scope="module")
def journal(tables: Mapping[str, Any]) -> Journal:
    return Journal(tables, NOW)


@pytest.fixture(scope="module")
def rejections(tables: Mapping[str, Any], journal: Journal) -> list[Rejection]:
    events = {row["id"]: row for row in tables["event"] if row["deleted_at"] is None}
    applications = {row["id"]: row for row in tables["application"] if row["deleted_at"] is None}
    told_of = {row["id"]: row["event_id"] for row in tables["entry"]}
    found: list[Rejection] = []
    for episode in tables["episode"]:
        event = events.get(episode["event_id"])
        application = event and applications.get(event["application_id"])
        if not event or not application or event["kind"] not in ("rejected", "ghosted"):
            continue
        itself = replace(
            journal.entries[0],
            id=episode["id"],
            deleted=False,
            day=date.fromisoformat(event["local_date"]),
            company=application["company"],
            role=application["role"],
            source=application["source"] and Source(application["source"]),
            stage=journal._stage(application["id"], event["local_date"]),
            result=result_of(Kind(event["kind"])),
        )
        telling = [one for one in journal.entries if told_of[one.id] == event["id"] and not one.deleted]
        found.append((episode["id"], itself, telling))
    assert len(found) > 20
    assert any(len(telling) > 1 for _, _, telling in found)
    assert any(not telling for _, _, telling in found)
    return found


def rejection_fits(query: Query, itself: Told, telling: Sequence[Told]) -> Answer:
    """Each condition for itself: of the rejection, or of any entry that tells of it; negated, of none."""
    answers = [oracle.fits(Query(since=query.since, until=query.until), itself)]
    parts: list[Names | Choice | Any] = [*query.names, *query.choices, *query.ranges, *query.words]
    for part in parts:
        plain = replace(part, negated=False)
        asked = _query_of(plain)
        if getattr(part, "field", None) in OF_EVENT:
            answer = oracle.fits(asked, itself)
        else:
            answer = some(oracle.fits(asked, one) for one in telling)
        answers.append(answer.unless(part.negated))
    return every([sure(True), *answers])


def _query_of(part: Any) -> Query:
    if isinstance(part, Names):
        return Query(names=(part,))
    if isinstance(part, Choice):
        return Query(choices=(part,))
    return Query(words=(part,)) if hasattr(part, "phrase") else Query(ranges=(part,))


def questions(seed: int, many: int) -> Iterator[Query]:
    drawn = random.Random(seed)
    for _ in range(many):
        yield parse(hostile_journal.question(drawn), TODAY, typing=drawn.random() < 0.3)


def wrong_answers(
    find: Callable[[Query], frozenset[str]], answer: Callable[[Query], Mapping[str, Answer]], seed: int
) -> tuple[dict[str, list[str]], float]:
    """What is missing or too many for each question, and the share of them that found some but not all."""
    wrong: dict[str, list[str]] = {}
    found_some = 0
    many = QUERIES if seed % 100 else FEW
    for query in questions(seed, many):
        found, told = find(query), answer(query)
        problems = [f"missing {key}" for key, one in told.items() if one.must and key not in found]
        problems += [f"too many {key}" for key in found if key not in told or not told[key].may]
        if problems:
            wrong[str(query)] = problems
        found_some += 0 < len(found) < len(told)
    return wrong, found_some / many


@pytest.mark.many(2)
@pytest.mark.parametrize("seed", SEEDS)
def test_rejections_fit_as_by_the_oracle(
    workspace: Workspace, rejections: list[Rejection], seed: int
) -> None:
    wrong, some_found = wrong_answers(
        lambda query: cases.episodes_fitting(workspace.database, query),
        lambda query: {key: rejection_fits(query, itself, telling) for key, itself, telling in rejections},
        seed,
    )
    assert wrong == {}
    assert some_found > 0.3


@pytest.mark.many(2)
@pytest.mark.parametrize("seed", SEEDS)
def test_applications_fit_as_by_the_oracle_whenever_they_began(
    workspace: Workspace, journal: Journal, seed: int
) -> None:
    def answer(query: Query) -> dict[str, Answer]:
        asked = replace(query, since=None, until=None, deleted=False)
        return {one.id: oracle.fits(asked, one) for one in journal.applications}

    wrong, some_found = wrong_answers(
        lambda query: cases.applications_fitting(workspace.database, query), answer, 100 + seed
    )
    assert wrong == {}
    assert some_found > 0.3


@pytest.mark.many(2)
@pytest.mark.parametrize("seed", SEEDS)
def test_entries_fit_as_by_the_oracle(workspace: Workspace, journal: Journal, seed: int) -> None:
    def answer(query: Query) -> dict[str, Answer]:
        asked = replace(query, deleted=False)
        return {one.id: oracle.fits(asked, one) for one in journal.entries}

    wrong, some_found = wrong_answers(
        lambda query: cases.entries_fitting(workspace.database, query), answer, 200 + seed
    )
    assert wrong == {}
    assert some_found > 0.4


def _not_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "signed", lambda sql, values, negated: (f"{'NOT ' * negated}({sql})", values))


def _by_the_entries_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_sql, "STAGE_RANK", "event.stage_rank")


@pytest.mark.long
@pytest.mark.many(2)
@pytest.mark.parametrize("spoil", [_not_signed, _by_the_entries_day])
def test_control_a_filter_that_is_a_little_wrong_is_found_out(
    workspace: Workspace,
    rejections: list[Rejection],
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[pytest.MonkeyPatch], None],
) -> None:
    spoil(monkeypatch)
    wrong, _ = wrong_answers(
        lambda query: cases.episodes_fitting(workspace.database, query),
        lambda query: {key: rejection_fits(query, itself, telling) for key, itself, telling in rejections},
        0,
    )
    assert wrong


def test_the_entries_behind_anything_are_those_of_its_days_rejections_applications_and_keys(
    workspace: Workspace, tables: Mapping[str, Any], journal: Journal
) -> None:
    drawn = random.Random(4)
    rows = {row["id"]: row for row in tables["entry"]}
    event_of = {row["id"]: row["event_id"] for row in tables["episode"]}
    application_of = {row["id"]: row["application_id"] for row in tables["event"]}
    found_some = 0
    for _ in range(400):
        first = TODAY - timedelta(days=drawn.randint(0, 500))
        behind = Behind(
            "anything",
            days=drawn.choice([None, (first, first + timedelta(days=drawn.randint(0, 20)))]),
            episodes=tuple(drawn.sample(sorted(event_of), drawn.choice([0, 1, 5]))),
            applications=tuple(
                drawn.sample([row["id"] for row in tables["application"]], drawn.choice([0, 2]))
            ),
            entries=tuple(drawn.sample(sorted(rows), drawn.choice([0, 3]))),
        )
        events = {event_of[key] for key in behind.episodes}
        events |= {key for key, application in application_of.items() if application in behind.applications}
        expected = [
            one.id
            for one in journal.entries
            if not one.deleted
            and (
                one.id in behind.entries
                or rows[one.id]["event_id"] in events
                or (behind.days and one.day and behind.days[0] <= one.day <= behind.days[1])
            )
        ]
        places = cases.positions_behind(workspace.database, behind)
        items = entries.items(workspace.database, places)
        assert [items[place].entry.id for place in places] == expected
        found_some += bool(expected)
    assert found_some > 200
