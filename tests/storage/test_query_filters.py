"""Every filter finds what it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from journals import HandSetClock, open_journal
from told_journal import ALL, TODAY, fill, titles

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Field, Name, Names, Query, Term, parse
from bounceback_tui.services.workspace import Workspace


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    clock = HandSetClock()
    with open_journal(tmp_path_factory.mktemp("query") / "journal.db", clock) as workspace:
        fill(workspace, clock)
        yield workspace


FOUND = [
    ("", ALL),
    ("panel", {"acme", "nameless"}),
    ("panels", {"acme", "nameless"}),
    ("PANEL salary", {"acme"}),
    ("panel -salary", {"nameless"}),
    ("-panel", ALL - {"acme", "nameless"}),
    ('"phone call"', {"börse"}),
    ('"call phone"', set()),
    ("e-mail", {"börse"}),
    ("sal*", {"acme"}),
    ("bors", set()),
    ("borse", {"börse"}),
    ("naive", {"accents"}),
    ("cafe", {"accents"}),
    ("acme", {"acme", "labs"}),
    ("tester", {"labs"}),
    ("offers", {"labs"}),
    ("company:acme", {"acme", "labs"}),
    ('company:"acme gmbh"', {"acme"}),
    ("company:ACME,zed", {"acme", "labs", "zed"}),
    ("company:BÖRSE", {"börse"}),
    ('company:"%"', set()),
    ('company:"_"', set()),
    ('company:"&"', {"börse"}),
    ("-company:acme", ALL - {"acme", "labs"}),
    ("role:data", {"acme"}),
    ("-role:data,test", ALL - {"acme", "labs"}),
    ("tag:panel", {"acme"}),
    ("tag:pan*", {"acme", "nameless"}),
    ("tag:panel,walk", {"acme", "walk"}),
    ("tag:panel +tag:salary", {"acme"}),
    ("tag:panel +tag:walk", set()),
    ("-tag:panel", ALL - {"acme"}),
    ("feel:shame", {"acme"}),
    ("feel:sha", set()),
    ("feel:sha*", {"acme"}),
    ("-feel:hope", ALL - {"accents"}),
    ("stage:final", {"acme"}),
    ("stage:screen,task", {"börse", "zed"}),
    ("stage:offer", {"labs"}),
    ("stage:applied", {"nameless"}),
    ("-stage:final", ALL - {"acme"}),
    ("result:rejected", {"acme", "nameless"}),
    ("result:ghosted,offer", {"börse", "labs"}),
    ("result:moved-on", {"zed"}),
    ("-result:rejected", ALL - {"acme", "nameless"}),
    ("source:referral", {"acme"}),
    ("-source:referral,agency", ALL - {"acme", "börse"}),
    ("has:text", ALL - {"untold"}),
    ("has:tags", {"acme", "börse", "nameless", "walk"}),
    ("has:feelings", {"acme", "accents"}),
    ("has:check-in", {"acme", "börse", "walk", "operators", "accents"}),
    ("has:event", {"acme", "börse", "labs", "zed", "nameless"}),
    ("has:feedback", {"acme"}),
    ("has:revisions", {"walk"}),
    ("-has:text", {"untold"}),
    ("-has:event", {"walk", "operators", "untold", "accents"}),
    ("-has:feedback", ALL - {"acme"}),
    ("mood:3", {"acme"}),
    ("mood:<4", {"acme"}),
    ("mood:2", set()),
    ("mood:>4", {"börse", "walk", "accents"}),
    ("mood:3..5", {"acme", "börse"}),
    ("-mood:<4", ALL - {"acme"}),
    ("mood:>5 mood:<4", set()),
    ("energy:2", {"acme"}),
    ("energy:9", {"operators", "accents"}),
    ("-energy:9", ALL - {"operators", "accents"}),
    ("since:2026-11-24", ALL - {"acme", "börse", "labs", "untold"}),
    ("since:2026-11-20", ALL - {"acme", "börse", "untold"}),
    ("since:2026-11-21", ALL - {"acme", "börse", "untold", "labs"}),
    ("until:2026-11-20", {"acme", "börse", "labs", "untold"}),
    ("until:2026-11-01", {"untold"}),
    ("since:2026-11-02 until:2026-11-02", {"acme", "börse"}),
    ("until:1970", {"untold"}),
    ("is:deleted", {"gone"}),
    ("is:deleted walk", {"gone"}),
    ("is:deleted mood:1", set()),  # its check-in is in the trash as well
    ("AND", {"operators"}),
    ("NOT", {"operators", "acme"}),
    ("near", {"operators"}),
    ("OR", set()),
    ('"no" "and"', {"operators"}),
    ("{x}", {"operators"}),
    ("(not)", {"operators", "acme"}),
    ("^ * z", {"operators"}),
    ("🙂", ALL),  # asks for nothing: signs are not in the index of words
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text or "nothing" for text, _ in FOUND])
def test_a_query_finds_what_it_says(told: Workspace, text: str, expected: set[str]) -> None:
    query = parse(text, TODAY)
    assert query.problems == ()
    assert titles(told, query) == expected


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("🙂", {"börse"}),
        ("!!!", {"börse"}),
        ('"', {"operators"}),
        ("^ y", {"operators"}),
        ("\t", {"accents"}),
    ],
)
def test_signs_are_found_as_they_stand(told: Workspace, sign: str, expected: set[str]) -> None:
    assert titles(told, Query(words=(Term(sign),))) == expected
    assert titles(told, Query(words=(Term(sign, negated=True),))) == ALL - expected


@pytest.mark.parametrize("typed", ["w", "wa", "wal", "walk", "two", "hou", "ho"])
def test_while_somebody_types_the_last_word_may_go_on(told: Workspace, typed: str) -> None:
    assert "walk" in titles(told, parse(typed, TODAY, typing=True))


def test_a_word_that_is_finished_does_not_go_on(told: Workspace) -> None:
    assert "walk" not in titles(told, parse("wal ", TODAY, typing=True))


@pytest.mark.parametrize("name", ["café", "Ｆｕｌｌ", "①", "ﬁrst", "İstanbul", "ǰ", "tab\there"])
def test_a_name_is_found_however_its_letters_are_put_together(workspace: Workspace, name: str) -> None:
    """For example "é" as one character or as two; a keyboard and a file name may differ in it."""
    workspace.journal.note("one", tags=[name], before=Reading(3, None, (Feeling(name, 50),)))
    workspace.journal.log(Outcome(company=name, text="other"))
    [tag] = workspace.tags.names()
    [feeling] = workspace.journal.feelings()
    for said in (name, tag):
        assert titles(workspace, parse(f'tag:"{said}"', TODAY)) == {"one"}
    for said in (name, feeling):
        assert titles(workspace, Query(names=(Names(Field.FEEL, (Name(said),)),))) == {"one"}
    assert titles(workspace, Query(names=(Names(Field.COMPANY, (Name(name),)),))) == {"other"}
