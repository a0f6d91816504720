"""Applications are found by the same filters as entries; each asks what makes sense of an application."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import HandSetClock, moment, open_journal
from told_journal import TODAY, fill

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, Term, parse
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The journal of `told_journal`, with notes on one application and one event, and two without entries."""
    clock = HandSetClock()
    with open_journal(tmp_path_factory.mktemp("query") / "journal.db", clock) as workspace:
        fill(workspace, clock)
        service = workspace.applications
        zed = next(one for one in service.every() if one.company == "Zed")
        service.add_event(zed.id, Kind.FINAL, moment("2026-11-22T10:00+01:00"), "met “the board” on site")
        applications.describe(workspace.database, replace(zed, notes="remote; naïve pay? 100% !!!"))
        service.add("Quiet Ltd", "Data scientist", when=moment("2026-10-01T10:00+02:00"))
        service.add("Binned", when=moment("2026-10-01T10:00+02:00"))
        workspace.undo.take_back()
        workspace.journal.log(Outcome(company="Undone", text="by mistake", tags=("panel",)))
        workspace.undo.take_back()
        yield workspace


def found(workspace: Workspace, query: Query) -> set[str]:
    return {one.company.rpartition(" ")[2] for one in workspace.applications.matching(query)}


ALL = {"GmbH", "Söhne", "Labs", "Zed", "", "Ltd"}


FOUND = [
    ("", ALL),
    ("acme", {"GmbH", "Labs"}),
    ("ACME engineers", {"GmbH"}),
    ("eng", set()),
    ("eng*", {"GmbH"}),
    ("data -acme", {"Ltd"}),
    ('"data scientist"', {"Ltd"}),
    ('"scientist data"', set()),
    ("borse", {"Söhne"}),
    ("rejected", {"GmbH", ""}),
    ("rejections", {"GmbH", ""}),
    ("ghosted", {"Söhne"}),
    ("open", {"Zed", "Ltd"}),
    ("referral", {"GmbH"}),
    ("remote naive", {"Zed"}),
    ("boards", {"Zed"}),
    ("salary", set()),  # stands in an entry alone
    ("company:acme", {"GmbH", "Labs"}),
    ("-company:acme,zed", {"Söhne", "", "Ltd"}),
    ("role:data", {"GmbH", "Ltd"}),
    ("source:referral", {"GmbH"}),
    ("-source:referral,agency", ALL - {"GmbH", "Söhne"}),
    ("stage:final", {"GmbH", "Zed"}),
    ("stage:task", set()),  # reached, but not the furthest
    ("stage:applied", {"", "Ltd"}),
    ("-stage:final", ALL - {"GmbH", "Zed"}),
    ("result:rejected", {"GmbH", ""}),
    ("result:moved-on", {"Zed", "Ltd"}),
    ("-result:rejected,ghosted", {"Labs", "Zed", "Ltd"}),
    ("has:feedback", {"GmbH"}),
    ("-has:feedback", ALL - {"GmbH"}),
    ("has:event", ALL),
    ("has:text", {"GmbH", "Söhne", "Labs", "Zed", ""}),
    ("-has:text", {"Ltd"}),
    ("has:feelings,feedback", {"GmbH"}),
    ("has:revisions", set()),
    ("tag:panel", {"GmbH"}),
    ("tag:pan*", {"GmbH", ""}),
    ("-tag:pan*", ALL - {"GmbH", ""}),
    ("tag:walk", set()),
    ("feel:shame", {"GmbH"}),
    ("mood:<4", {"GmbH"}),
    ("mood:5", {"Söhne"}),
    ("-mood:<4", ALL - {"GmbH"}),
    ("energy:2", {"GmbH"}),
    ("tag:panel mood:<4 has:feedback referral stage:final", {"GmbH"}),
    ("until:2026-10-31", {"Ltd"}),
    ("since:2026-11-20 until:2026-11-22", {"Labs"}),
    ("since:2026-11-23", {"Zed", ""}),
    ("is:deleted", {"Binned", "Undone"}),
    ("is:deleted result:rejected has:text tag:panel", {"Undone"}),
    ("is:deleted result:moved-on stage:applied since:2026-10", {"Binned"}),
    ("is:deleted acme", set()),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text or "nothing" for text, _ in FOUND])
def test_a_query_finds_what_it_says(told: Workspace, text: str, expected: set[str]) -> None:
    query = parse(text, TODAY)
    assert query.problems == ()
    assert found(told, query) == expected


def test_while_somebody_types_the_last_word_may_go_on(told: Workspace) -> None:
    for typed in ("e", "en", "eng", "engi", "engine", "engineer"):
        assert "GmbH" in found(told, parse(typed, TODAY, typing=True))


def test_signs_are_found_as_they_stand(told: Workspace) -> None:
    assert found(told, Query(words=(Term("!!!"),))) == {"Zed"}
    assert found(told, Query(words=(Term("% !", negated=True),))) == ALL - {"Zed"}


def test_what_fits_comes_in_the_order_of_all(told: Workspace) -> None:
    every = told.applications.every()
    assert [one.status.ended for one in every] == sorted(one.status.ended for one in every)
    for text in ("", "acme", "-acme", "until:2026-11-21", "has:text", "a*"):
        some = told.applications.matching(parse(text, TODAY))
        assert some == [one for one in every if one in some]
        assert len(some) >= 2


def test_one_in_the_trash_is_told_with_the_log_that_went_with_it(told: Workspace) -> None:
    gone = told.applications.matching(parse("is:deleted", TODAY))
    assert {one.company: [event.kind for event in one.events] for one in gone} == {
        "Binned": [Kind.APPLIED],
        "Undone": [Kind.REJECTED],
    }
    assert [one for one in gone if one in told.applications.every()] == []


HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from("\"'*-:(){}^,.<>= \0\ud800aé")), max_size=30)


@settings(max_examples=often(300), deadline=None)
@given(
    st.text(st.one_of(st.characters(), st.sampled_from("\"'*-:(){}^,.<>= \0\ud800aé")), max_size=30),
    st.booleans(),
)
def test_no_text_is_an_error(told: Workspace, text: str, typing: bool) -> None:
    told.applications.matching(parse(text, TODAY, typing=typing))
    if text:
        one, other = (found(told, Query(words=(Term(text, negated=no),))) for no in (False, True))
        assert (one | other, one & other) == (ALL, set())
