"""An application in one line: what each piece is taken for, and what is left for the person to see."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import moment

from bounceback_tui.domain.application import Source
from bounceback_tui.domain.application_line import ReadLine, meant_source, read_line
from bounceback_tui.domain.dates import DateOrder

NOW = moment("2026-11-23T09:30+01:00")
ZONE = timezone(timedelta(hours=1))


def read(text: str, order: DateOrder = DateOrder.ASK) -> ReadLine:
    return read_line(text, NOW, ZONE, order)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ReadLine()),
        (" , ,", ReadLine()),
        ("Acme", ReadLine("Acme")),
        ("Acme, Data engineer", ReadLine("Acme", "Data engineer")),
        (
            "Acme, Data engineer, referral, today",
            ReadLine("Acme", "Data engineer", Source.REFERRAL, "today"),
        ),
        # the first is the company, whatever else it could be
        ("Other, Tester", ReadLine("Other", "Tester")),
        ("Agency", ReadLine("Agency")),
        ("Today, Tester, referral", ReadLine("Today", "Tester", Source.REFERRAL)),
        ("May", ReadLine("May")),
        # the second is the role, where that is a job, too
        ("Acme, recruiter, today", ReadLine("Acme", "recruiter", None, "today")),
        ("Acme, Headhunter", ReadLine("Acme", "Headhunter")),
        ("Acme, Recruiter, recruiter", ReadLine("Acme", "Recruiter", Source.RECRUITER)),
        ("Acme, today, recruiter", ReadLine("Acme", "", Source.RECRUITER, "today")),
        ("Acme, Tester, recruiter, today", ReadLine("Acme", "Tester", Source.RECRUITER, "today")),
        ("Acme, other, today", ReadLine("Acme", "", Source.OTHER, "today")),
        ("Acme, referral, Tester, today", ReadLine("Acme", "Tester", Source.REFERRAL, "today")),
        ("Acme, Job-Board, last friday", ReadLine("Acme", "", Source.JOB_BOARD, "last friday")),
        ("Acme, company  website, 3 days ago", ReadLine("Acme", "", Source.COMPANY_SITE, "3 days ago")),
        (
            "Acme, Tester, 2026-11-20 15:00, remote, near the sea",
            ReadLine("Acme", "Tester", None, "2026-11-20 15:00", "remote, near the sea"),
        ),
        ("Acme, Inc., Tester", ReadLine("Acme, Inc.", "Tester")),
        ("Börse & Söhne, GmbH, Größe", ReadLine("Börse & Söhne, GmbH", "Größe")),
        # of several that could be one, the last is
        ("Monday, Tester, today", ReadLine("Monday", "Tester", None, "today")),
        ("Agency, Tester, referral", ReadLine("Agency", "Tester", Source.REFERRAL)),
        # unclear, or still to come: the field for the date tells
        ("Acme, 3/4", ReadLine("Acme", "", None, "3/4")),
        ("Acme, tomorrow", ReadLine("Acme", "", None, "tomorrow")),
        # no date at all
        ("Acme, at 3", ReadLine("Acme", "at 3")),
    ],
)
def test_each_piece_goes_where_it_belongs(text: str, said: ReadLine) -> None:
    assert read(text) == said


@given(st.text(max_size=120))
def test_no_text_breaks_it_and_no_word_is_lost(text: str) -> None:
    said = read(text)
    kept = " ".join((said.company, said.role, said.when, said.notes))
    for word in text.replace(",", " ").split():
        if word.isascii() and word.isalnum() and not said.source:
            assert word in kept


@given(
    st.lists(st.sampled_from(["Acme", "referral", "today", "[/]", "x" * 300, "\x1b[31m", "Inc."]), max_size=9)
)
def test_pieces_in_any_order_are_harmless(pieces: list[str]) -> None:
    said = read(", ".join(pieces))
    assert "\x1b" not in said.company + said.role + said.notes


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Acme, Cook, refferal", ("refferal", Source.REFERRAL)),
        ("Acme, Cook, first, Job  bord, last", ("Job  bord", Source.JOB_BOARD)),
        ("Acme, Cook, company-websit", ("company-websit", Source.COMPANY_SITE)),
        ("Acme, recruter", ("recruter", Source.RECRUITER)),
        # notes before the role, and none where one was understood, or nothing looks like one
        ("Acme, agenzy, refferal", ("refferal", Source.REFERRAL)),
        ("Acme, refferal, agency", None),
        *((f"Acme, Cook, {word}", None) for word in ("reference", "agent", "by a friend")),
        ("Acme, Cook", None),
        ("Acme", None),
    ],
)
def test_a_source_that_is_misspelt_is_asked_about(said: str, meant: tuple[str, Source] | None) -> None:
    line = read(said)
    # white space in a row is one space by then
    assert meant_source(line) == (meant and (" ".join(meant[0].split()), meant[1]))
