"""A search for words also finds what the tools keep, as far as it is seen anywhere, whatever is typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import HandSetClock, open_journal
from test_trash_of_everything import of_every_kind

from bounceback_tui.domain.feedback import Feedback, FeedbackState
from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, Term, parse
from bounceback_tui.domain.things import NOUNS, TOOLS
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.tool_words import SOURCES


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_journal(tmp_path_factory.mktemp("elsewhere") / "journal.db", HandSetClock()) as workspace:
        of_every_kind(workspace)
        yield workspace


def asked(workspace: Workspace, text: str) -> Query:
    return parse(text, workspace.clock.now().local_date, typing=True)


def told(workspace: Workspace, text: str) -> str:
    return workspace.elsewhere.told(asked(workspace, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("knows", ""),
        ("fri", ""),
        ("rin", "Also in: 1 lead"),
        ("ring her -ann", ""),
        ("freez", "Also in: 1 thought record"),
        ("sea", "Also in: 1 rest"),
        ("calm", "Also in: 1 strength"),
        ("zed", "Also in: 1 posting"),
        ("a -zed -calm -near -sea", "Also in: 1 CV change, 1 preparation"),
        ("ring since:2026-01", ""),
        ("ring is:deleted", ""),
        ("-ring", ""),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_what_is_found_is_counted_by_kind(full: Workspace, text: str, words: str) -> None:
    assert told(full, text) == words
    listed = [one.place for one in full.elsewhere.hits(asked(full, text))]
    assert len(listed) == sum(
        int(part.split()[0]) for part in words.removeprefix("Also in: ").split(", ") if part
    )


def test_every_kind_of_the_index_has_a_name_and_a_place_to_open_it() -> None:
    assert set(SOURCES) <= set(NOUNS)
    assert set(SOURCES) - {"tick"} == set(TOOLS)


def test_of_a_rejection_that_was_taken_back_nothing_is_found(workspace: Workspace) -> None:
    episode = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    workspace.tools.feedback.put(Feedback(episode, FeedbackState.ASKED, message="panel"))
    workspace.recovery.set_note(episode, workspace.recovery.guide.steps[0].id, "panel")
    now = workspace.clock.now()
    for key, owner in (("A" * 26, episode), ("B" * 26, None)):
        workspace.tools.thoughts.put(ThoughtRecord(key, now, "panel", episode_id=owner))
    workspace.tools.leads.put(Lead("L" * 26, LeadKind.FRIEND, "panel"))
    assert told(workspace, "panel") == "Also in: 1 feedback request, 1 lead, 2 thought records, 1 step"
    with workspace.database.write():
        workspace.database.run("UPDATE event SET deleted_at = '2026-11-23T08:30:00.000000Z'")
    assert told(workspace, "panel") == "Also in: 1 lead, 1 thought record"
    assert [one.place for one in workspace.elsewhere.hits(asked(workspace, "panel"))] == ["lead", "thought"]


@settings(max_examples=often(400), deadline=None)
@given(st.one_of(st.text(max_size=30), st.text(alphabet="\"*-():^{}+ anorAND\0'NEAR", max_size=20)))
def test_no_text_whatever_raises(full: Workspace, text: str) -> None:
    told(full, text)
    full.elsewhere.hits(asked(full, text))
    query = Query(words=(Term(text, prefix=True),)) if text else Query()
    full.elsewhere.told(query)
    full.elsewhere.hits(query)


def test_signs_that_are_no_words_are_not_passed_over_among_words(full: Workspace) -> None:
    assert full.elsewhere.told(Query(words=(Term("ring"),))) == "Also in: 1 lead"
    assert full.elsewhere.told(Query(words=(Term("ring"), Term("!!!", phrase=True)))) == ""


def test_a_megabyte_does_not_either(full: Workspace) -> None:
    assert told(full, "x" * 1_000_000) == ""


def test_where_the_index_fails_the_search_goes_on(full: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from bounceback_tui.storage import elsewhere  # noqa: PLC0415 - only to be broken here
    from bounceback_tui.storage.errors import StorageError  # noqa: PLC0415 - see above

    def broken(*_: object) -> None:
        raise StorageError("no") from sqlite3.OperationalError("no")

    monkeypatch.setattr(elsewhere, "counts", broken)
    assert told(full, "ring") == ""
