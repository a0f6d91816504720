"""Whatever is asked, the storage finds what a slow and obvious filter finds, in the same order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import hostile_journal
import oracle
import pytest
from journal_rows import Journal
from journals import HandSetClock, check_whole, open_journal
from told_journal import TODAY

from bounceback_tui.domain.query import Has, Query, parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications, entries, query_sql, word_search

SEEDS = [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 6))]
QUERIES = 560
"""Questions for each seed that is `long`; together 3,000."""

FEW = 200
"""Questions for the first seed, which the ordinary run asks."""

Asked = tuple[str, bool, Query]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    clock = HandSetClock()
    with open_journal(tmp_path_factory.mktemp("oracle") / "journal.db", clock) as workspace:
        hostile_journal.fill(workspace, clock, random.Random(2026))
        check_whole(workspace.database)
        yield workspace


@pytest.fixture(scope="module")
def journal(workspace: Workspace) -> Journal:
    return Journal(workspace.exchange.as_json(), workspace.clock.now().local)


def questions(seed: int, many: int) -> Iterator[Asked]:
    drawn = random.Random(seed)
    for _ in range(many):
        text, typing = hostile_journal.question(drawn), drawn.random() < 0.4
        yield text, typing, parse(text, TODAY, typing=typing)


def difference(found: Sequence[str], told: Sequence[oracle.Told], query: Query) -> list[str]:
    """What is wrong with an answer: keys that are missing or too many, or their order."""
    answers = {one.id: oracle.fits(query, one) for one in told}
    wrong = [f"missing {key}" for key, answer in answers.items() if answer.must and key not in found]
    wrong += [f"too many {key}" for key in found if not answers[key].may]
    return wrong or ["out of order"] * (list(found) != [key for key in answers if key in found])


def found_entries(workspace: Workspace, query: Query) -> list[str]:
    places = entries.positions(workspace.database, query)
    items = entries.items(workspace.database, places)
    return [items[place].entry.id for place in places]


def found_applications(workspace: Workspace, query: Query) -> list[str]:
    return [one.id for one in applications.matching(workspace.database, query, workspace.clock.now())]


def ask(
    find: Callable[[Query], list[str]], told: Sequence[oracle.Told], seed: int, many: int
) -> tuple[dict[Asked, list[str]], float, float]:
    """Wrong answers, the share of questions that found some but not all, and of what was left open."""
    wrong: dict[Asked, list[str]] = {}
    some, left_open = 0, 0
    for text, typing, query in questions(seed, many):
        found = find(query)
        if problem := difference(found, told, query):
            wrong[text, typing, query] = problem
        some += 0 < len(found) < len(told)
        left_open += sum(must != may for must, may in (oracle.fits(query, one) for one in told))
    return wrong, some / many, left_open / many / len(told)


@pytest.mark.many(2)
@pytest.mark.parametrize("seed", SEEDS)
def test_entries_are_found_as_by_the_oracle(workspace: Workspace, journal: Journal, seed: int) -> None:
    wrong, some, left_open = ask(
        partial(found_entries, workspace), journal.entries, seed, QUERIES if seed else FEW
    )
    assert wrong == {}, f"seed {seed}"
    # the control: an answer that is always empty, or left open, would prove nothing
    assert some > 0.5
    assert left_open < 0.01


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_applications_are_found_as_by_the_oracle(workspace: Workspace, journal: Journal, seed: int) -> None:
    many = 250
    find = partial(found_applications, workspace)
    wrong, some, left_open = ask(find, journal.applications, 1000 + seed, many)
    assert wrong == {}, f"seed {1000 + seed}"
    assert some > 0.3
    assert left_open < 0.01


@pytest.mark.parametrize("seed", SEEDS)
def test_a_history_read_in_pages_is_the_same(workspace: Workspace, seed: int) -> None:
    for _, _, query in questions(2000 + seed, 30):
        whole = entries.positions(workspace.database, query)
        pages: list[int] = []
        while page := entries.positions(workspace.database, query, pages[-1] if pages else None, limit=7):
            pages += page
        assert pages == whole, f"seed {2000 + seed}: {query}"


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_search, "completions", lambda word: [])


def _any_feedback(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = query_sql._HAS[Has.FEEDBACK].replace("not asked", "no")
    monkeypatch.setitem(query_sql._HAS, Has.FEEDBACK, sql)


def _not_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        query_sql, "signed", lambda sql, values, negated: (f"{'NOT ' * negated}({sql})", values)
    )


@pytest.mark.long
@pytest.mark.many(3)
@pytest.mark.parametrize("spoil", [_forget, _any_feedback, _not_signed])
def test_control_a_filter_that_is_a_little_wrong_is_found_out(
    workspace: Workspace,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[pytest.MonkeyPatch], None],
) -> None:
    spoil(monkeypatch)
    wrong, _, _ = ask(partial(found_entries, workspace), journal.entries, 0, QUERIES)
    assert wrong


def test_control_words_are_cut_as_the_oracle_says() -> None:
    assert oracle.words_of("Größe, CAFÉ: running e-mails") == (
        *(("große", "groß"), ("cafe", "cafe"), ("running", "run"), ("e", "e"), ("mails", "mail")),
    )
