"""The index of words says what the entries say, after every kind of writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from brisk import often
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import HandSetClock, check_whole, moment

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, Term, parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications, entries
from bounceback_tui.storage.errors import StorageError

TODAY = date(2026, 11, 23)


def finds(workspace: Workspace, text: str) -> int:
    return len(entries.positions(workspace.database, parse(text, TODAY)))


def renamed(workspace: Workspace) -> None:
    [one] = workspace.applications.every()
    applications.describe(workspace.database, replace(one, company="Umbrella", role="Tester"))


WRITES: dict[str, Callable[[Workspace], object]] = {
    "note": lambda one: one.journal.note("walked an hour", tags=["walk", "hour"], before=Reading(6)),
    "log": lambda one: one.journal.log(Outcome(company="Zed", role="Cook", text="no", tags=("panel",))),
    "log once more": lambda one: one.journal.log(Outcome(company="ACME", text="told again")),
    "log a role": lambda one: one.journal.log(
        Outcome(company="Acme", role="Head of data", stage=Kind.FINAL, result=Result.MOVED_ON)
    ),
    "log long ago": lambda one: one.journal.log(
        Outcome(company="Past", text="long ago", when=moment("1971-01-01T00:00+00:00"))
    ),
    "change": lambda one: one.versions.rewrite(
        one.journal.find("-1").entry.id, "new", "entirely other words", ["other", "tags"]
    ),
    "change tags": lambda one: one.versions.rewrite(
        one.journal.find("-1").entry.id, "first", "first words", ["kept"]
    ),
    "change nothing": lambda one: one.versions.rewrite(
        one.journal.find("-1").entry.id, "first", "first words", ["kept", "old"]
    ),
    "delete": lambda one: one.journal.delete("-1"),
    "undo": lambda one: one.undo.take_back(),
    "event": lambda one: one.applications.add_event(one.applications.every()[0].id, Kind.OFFER),
    "check in": lambda one: one.journal.check_in(Reading(4)),
    "rename": renamed,
}


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A journal of one entry at Acme."""
    workspace.journal.log(Outcome(company="Acme", title="first", text="first words", tags=("kept", "old")))
    return workspace


@pytest.mark.many(3)
@pytest.mark.parametrize("name", WRITES)
def test_it_is_in_order_after(begun: Workspace, name: str) -> None:
    WRITES[name](begun)
    check_whole(begun.database)
    begun.undo.take_back()
    check_whole(begun.database)


@settings(max_examples=often(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([name for name in WRITES if name != "rename"]), min_size=2, max_size=12))
def test_it_is_in_order_after_any_sequence(begun: Workspace, names: list[str]) -> None:
    for name in names:
        if begun.journal.history(Query()).known and begun.applications.every():
            WRITES[name](begun)
    check_whole(begun.database)


@settings(max_examples=often(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(), st.text())
def test_it_is_in_order_whatever_is_written(begun: Workspace, title: str, text: str, tag: str) -> None:
    key = begun.journal.note(f"x{text}", title=title, tags=[tag, "kept"])
    check_whole(begun.database)
    begun.versions.rewrite(key, text, f"y{title}", [tag, title])
    check_whole(begun.database)


def test_control_an_entry_changed_behind_its_back_is_noticed(begun: Workspace) -> None:
    with begun.database.write():
        begun.database.run("DROP TRIGGER words_entry_changed")
        begun.database.run("UPDATE entry SET text = 'changed'")
    with pytest.raises(StorageError):
        check_whole(begun.database)


def test_an_entry_is_found_by_what_it_says_now(begun: Workspace) -> None:
    begun.versions.rewrite(begun.journal.find("-1").entry.id, "new", "entirely other", ["kept", "young"])
    assert [finds(begun, word) for word in ("entirely", "young", "kept", "acme")] == [1, 1, 1, 1]
    assert [finds(begun, word) for word in ("words", "first", "old")] == [0, 0, 0]
    begun.undo.take_back()
    assert [finds(begun, word) for word in ("words", "first", "old", "kept")] == [1, 1, 1, 1]
    assert [finds(begun, word) for word in ("entirely", "young")] == [0, 0]


def test_a_company_that_is_renamed_is_found_by_its_new_name_alone(begun: Workspace) -> None:
    begun.journal.log(Outcome(company="Acme", text="told again"))
    assert (finds(begun, "acme"), finds(begun, "umbrella"), finds(begun, "company:acme")) == (2, 0, 2)
    renamed(begun)
    assert (finds(begun, "acme"), finds(begun, "umbrella"), finds(begun, "company:umb")) == (0, 2, 2)
    assert (finds(begun, "tester"), finds(begun, "company:acme"), finds(begun, "role:tester")) == (2, 0, 2)


@pytest.mark.parametrize("column", ["company", "role"])
def test_whoever_renames_only_one_of_them_is_noticed(begun: Workspace, column: str) -> None:
    with begun.database.write():
        begun.database.run(f"UPDATE application SET {column} = 'Umbrella'")
    check_whole(begun.database)
    assert finds(begun, "umbrella") == 1


def test_a_role_that_is_told_later_is_found_with_the_first_entry_too(begun: Workspace) -> None:
    begun.journal.log(Outcome(company="acme", role="Data engineer", text="told again"))
    assert finds(begun, "engineer") == 2


def test_deleted_entries_are_found_in_the_trash_alone(begun: Workspace) -> None:
    begun.journal.delete("-1")
    assert (finds(begun, "words"), finds(begun, "is:deleted words")) == (0, 1)
    begun.undo.take_back()
    assert (finds(begun, "words"), finds(begun, "is:deleted words")) == (1, 0)


def test_what_is_gone_from_an_entry_is_gone_from_the_index(begun: Workspace, clock: HandSetClock) -> None:
    key = begun.journal.note("a secretword")
    with begun.database.write():
        begun.database.run("DELETE FROM entry WHERE id = ?", (key,))
    assert entries.positions(begun.database, Query(words=(Term("secretword"),))) == []
    check_whole(begun.database)
