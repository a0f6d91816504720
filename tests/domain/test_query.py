"""The filter language: what is asked, what is told back, and that nothing typed is ever an error."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.dates import DateOrder
from bounceback_tui.domain.query import (
    LONGEST,
    Choice,
    Field,
    Has,
    Name,
    Names,
    Query,
    Range,
    Tail,
    Term,
    parse,
    tail,
)
from bounceback_tui.domain.text import one_line

TODAY = date(2026, 11, 23)
"""A Monday."""


def asked(text: str, *, typing: bool = False) -> Query:
    """The query of a text in which nothing is wrong."""
    query = parse(text, TODAY, typing=typing)
    assert query.problems == ()
    return query


def problems(text: str, *, typing: bool = False) -> tuple[str, ...]:
    return parse(text, TODAY, typing=typing).problems


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("panel salary", (Term("panel"), Term("salary"))),
        ('"exact phrase"', (Term("exact phrase", phrase=True),)),
        ("panel*", (Term("panel", prefix=True),)),
        ("-salary", (Term("salary", negated=True),)),
        ('-"not  this"', (Term("not this", phrase=True, negated=True),)),
        ('"how it beg"*', (Term("how it beg", phrase=True, prefix=True),)),
        ('acme"open to the end', (Term("acme"), Term("open to the end", phrase=True))),
        ("“curly quotes”", (Term("curly quotes", phrase=True),)),
        ("twice twice", (Term("twice"),)),
        ("10:30 https://example.org/a?b=c", (Term("10:30"), Term("https://example.org/a?b=c"))),
        ("Thoughts: none", (Term("thoughts"), Term("none"))),
        ('"company:acme"', (Term("company:acme", phrase=True),)),
        ('- + * "" … ?! -* 🙂', ()),
        ("", ()),
        ("nul\x00and\ttab\ud800x", (Term("nul"), Term("and"), Term("tab"), Term("x"))),
    ],
)
def test_words(text: str, terms: tuple[Term, ...]) -> None:
    assert asked(text) == Query(words=terms)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("company:acme", [Names(Field.COMPANY, (Name("acme"),))]),
        ('Company:"Acme, Inc"', [Names(Field.COMPANY, (Name("Acme, Inc"),))]),
        ("company:acme company:beta", [Names(Field.COMPANY, (Name("acme"), Name("beta")))]),
        ("company:acme,beta,ACME", [Names(Field.COMPANY, (Name("acme"), Name("beta")))]),
        ("-company:acme -company:beta", [Names(Field.COMPANY, (Name("acme"), Name("beta")), True)]),
        ('role:"data engineer"', [Names(Field.ROLE, (Name("data engineer"),))]),
        ("tag:#Panel", [Names(Field.TAG, (Name("panel"),))]),
        ('tag:"two words" tag:pan*', [Names(Field.TAG, (Name("two-words"), Name("pan", True)))]),
        ("tag:a +tag:b,c", [Names(Field.TAG, (Name("a"),)), Names(Field.TAG, (Name("b"), Name("c")))]),
        ("+tag:a tag:b", [Names(Field.TAG, (Name("b"),)), Names(Field.TAG, (Name("a"),))]),
        (
            "feel:shame company:acm*",
            [Names(Field.COMPANY, (Name("acm"),)), Names(Field.FEEL, (Name("shame"),))],
        ),
        ('company: role:"" tag:# feel:,', []),
        ('feel:"x*', [Names(Field.FEEL, (Name("x*"),))]),
        ('company:"acme and all', [Names(Field.COMPANY, (Name("acme and all"),))]),
    ],
)
def test_names(text: str, names: list[Names]) -> None:
    assert asked(text) == Query(names=tuple(names))


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("stage:final", [Choice(Field.STAGE, (Kind.FINAL,))]),
        ("stage:Task,screen", [Choice(Field.STAGE, (Kind.TASK, Kind.SCREEN))]),
        ("stage:final-round", [Choice(Field.STAGE, (Kind.FINAL,))]),
        ("result:moved-on", [Choice(Field.RESULT, (Result.MOVED_ON,))]),
        ('result:"moved on"', [Choice(Field.RESULT, (Result.MOVED_ON,))]),
        ("result:rejected result:ghosted", [Choice(Field.RESULT, (Result.REJECTED, Result.GHOSTED))]),
        ("-result:rejected,offer", [Choice(Field.RESULT, (Result.REJECTED, Result.OFFER), True)]),
        ("source:job-board", [Choice(Field.SOURCE, (Source.JOB_BOARD,))]),
        ("has:feedback +has:tags", [Choice(Field.HAS, (Has.FEEDBACK,)), Choice(Field.HAS, (Has.TAGS,))]),
        ("has:checkin -has:text", [Choice(Field.HAS, (Has.CHECKIN,)), Choice(Field.HAS, (Has.TEXT,), True)]),
    ],
)
def test_choices(text: str, choices: list[Choice]) -> None:
    found = asked(text)
    assert found == Query(choices=tuple(choices))
    assert [type(value) for group in found.choices for value in group.values] == [
        type(value) for group in choices for value in group.values
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("mood:<4", 1, 3),
        ("mood:<=4", 1, 4),
        ("mood:≤4", 1, 4),
        ("mood:>4", 5, 9),
        ("mood:>=4", 4, 9),
        ("mood:4", 4, 4),
        ("mood:=4", 4, 4),
        ("mood:3..5", 3, 5),
        ("mood:5-3", 3, 5),
        ("mood:3..", 3, 9),
        ("mood:..5", 1, 5),
        ("mood:>2 mood:<6", 3, 5),
        ("mood:>7 mood:<3", 8, 2),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    assert asked(text) == Query(ranges=(Range(Field.MOOD, low, high),))
    energy = asked(text.replace("mood", "energy"))
    assert energy == Query(ranges=(Range(Field.ENERGY, low, high),))


def test_a_negated_range_stays_apart() -> None:
    assert asked("-mood:3..5 mood:>2").ranges == (
        Range(Field.MOOD, 3, 9),
        Range(Field.MOOD, 3, 5, negated=True),
    )


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since:2026-01", "2026-01-01", None),
        ("until:2026-01", None, "2026-01-31"),
        ("since:2025 until:yesterday", "2025-01-01", "2026-11-22"),
        ("since:january", "2026-01-01", None),
        ("since:last-friday", "2026-11-20", None),
        ('since:"3 days ago"', "2026-11-20", None),
        ("since:3-days-ago", "2026-11-20", None),
        ("until:last-week", None, "2026-11-22"),
        ("since:20-nov-2026", "2026-11-20", None),
        ('since:"20 Nov, 2026"', "2026-11-20", None),
        ("since:2026-01 since:2026-03 until:2026-09 until:august", "2026-03-01", "2026-08-31"),
    ],
)
def test_dates(text: str, since: str | None, until: str | None) -> None:
    expected = Query(
        since=date.fromisoformat(since) if since else None, until=date.fromisoformat(until) if until else None
    )
    assert asked(text) == expected


def test_the_order_of_day_and_month_is_handed_on() -> None:
    assert parse("since:3/4", TODAY, DateOrder.DAY_MONTH).since == date(2026, 4, 3)
    assert parse("since:3/4", TODAY, DateOrder.MONTH_DAY).since == date(2026, 3, 4)
    assert "3 Apr 2026 or 4 Mar 2026" in parse("since:3/4", TODAY).problems[0]


def test_the_trash() -> None:
    assert asked("is:deleted").deleted
    assert not asked("-is:deleted").deleted


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("compny:acme", "did you mean “company:”?"),
        ("tags:panel", "did you mean “tag:”?"),
        ("zzzz:1", "company:, role:, tag:"),
        ("stage:finl", "did you mean “final”?"),
        ("stage:rejectd", "applied, screen, interview"),
        ("result:movedon", "did you mean “moved-on”?"),
        ("source:board", "job-board"),
        ("has:feeling", "did you mean “feelings”?"),
        ("is:gone", "deleted"),
        ("mood:12", "1 to 9"),
        ("mood:low", "mood:<4"),
        ("mood:<1", "1 to 9"),
        ("mood:>9", "1 to 9"),
        ("mood:0..5", "1 to 9"),
        ("mood:3,4", "mood:3..5"),
        ("energy:10", "energy:3..5"),
        ("since:soon", "since: “soon” is not a date"),
        ("until:2026-13", "There is no month 13"),
        ("-since:2026", "“until:”"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_applies(text: str, says: str) -> None:
    query = parse(f"panel {text} mood:<4", TODAY)
    assert query == asked("panel mood:<4")
    (problem,) = query.problems
    assert says in problem
    assert problem[-1] in ".?"


def test_a_problem_is_short_and_harmless() -> None:
    (problem,) = problems("stage:" + "\u202e" * 500)
    assert len(problem) < 500
    assert problem == one_line(problem)


def test_one_bad_value_leaves_the_others() -> None:
    query = parse("stage:final,finl -result:rejected,foo", TODAY)
    assert query == asked("stage:final -result:rejected")
    assert len(query.problems) == 2


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("pan", "pan*"),
        ("panel sal", "panel sal*"),
        ("panel ", "panel"),
        ("-sal", "-sal"),
        ('"how it beg', '"how it beg"*'),
        ('"how it began"', '"how it began"'),
        ("tag:pan", "tag:pan*"),
        ("tag:walk,pan", "tag:walk,pan*"),
        ('tag:"pan"', "tag:pan"),
        ("-tag:pan", "-tag:pan"),
        ("tag:pan ", "tag:pan"),
        ("company:ac", "company:ac"),
        ("stage:fi", "stage:final"),
        ("result:", ""),
        ("stage:zz", ""),
        ("stage:-", ""),
        ("source:re", "source:referral,recruiter"),
        ("is:del", "is:deleted"),
        ("panel mood:<", "panel"),
        ("panel mood:3.", "panel"),
        ("panel since:yest", "panel"),
        ("panel since:", "panel"),
    ],
)
def test_while_typing_the_end_may_go_on(text: str, same_as: str) -> None:
    assert asked(text, typing=True) == asked(same_as)


def test_what_is_finished_is_told_while_typing() -> None:
    assert problems("stage:finl ", typing=True) == problems("stage:finl")
    assert problems("stage:finl", typing=True) == ()


@pytest.mark.parametrize(
    "text", ["company:", "mood:", "mood:<", "mood:>=", "mood:..", "since:", "is:", '"', "-", 'tag:"']
)
def test_half_typed_asks_for_nothing(text: str) -> None:
    assert not asked(text)


def test_a_long_paste_is_cut_and_told() -> None:
    query = parse("word " * (LONGEST // 5) + "beyond", TODAY, typing=True)
    assert query.words == (Term("word"),)
    assert query.problems == (f"Only the first {LONGEST} characters were looked at.",)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("panel company:ac", Field.COMPANY, "ac"),
        ("company:", Field.COMPANY, ""),
        ('company:"Acme L', Field.COMPANY, "Acme L"),
        ("-tag:walk,pa", Field.TAG, "pa"),
        ("tag:walk,", Field.TAG, ""),
        ("sta", None, "sta"),
        ("panel ", None, ""),
        ('"a phr', None, ""),
        ("nope:x", None, ""),
        ("", None, ""),
    ],
)
def test_tail_is_what_a_completion_replaces(text: str, field: Field | None, value: str) -> None:
    found = tail(text)
    assert (found.field, found.value) == (field, value)
    if field:
        done = text[: found.start] + '"whole value"'
        assert parse(done, TODAY).names[-1].values[-1].text.replace("-", " ") == "whole value"
    else:
        assert found == Tail(None, value, len(text) - len(value))


def test_typing_loads_nothing_slow() -> None:
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from bounceback_tui.domain.query import parse\n"
        "parse('company:acme since:yesterday mood:<4', date(2026, 11, 23))\n"
        "assert not {'dateutil', 'difflib', 'sqlite3', 'textual'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
