"""Proof of a search in words, as CSV and as records."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from bounceback_tui.domain.proof import Applied, Dated, Proof
from bounceback_tui.formats.proof_text import period_words, proof_csv, proof_records, proof_report
from bounceback_tui.formats.report_markdown import report_markdown

PROOF = Proof(
    date(2026, 11, 23),
    date(2026, 11, 1),
    date(2026, 11, 30),
    (
        Applied(
            "Acme",
            "Data engineer",
            "job board",
            date(2026, 11, 3),
            (
                Dated("interview", date(2026, 11, 12)),
                Dated("final round", None),
                Dated("final round", date(2026, 11, 26), ahead=True),
            ),
        ),
        Applied("", "", "", None, (Dated("no answer", date(2026, 11, 20)),)),
        Applied("=HYPERLINK(1)", "-1", "", date(2026, 11, 21), ()),
    ),
)


def test_an_application_reads_as_an_office_wants_it() -> None:
    text = report_markdown(proof_report(PROOF))
    assert "3 applications, from 1 Nov 2026 to 30 Nov 2026. Written on 23 Nov 2026." in text
    assert (
        "| 3 Nov 2026 | Acme | Data engineer | job board | interview 12 Nov 2026, "
        "final round (date not noted), final round planned for 26 Nov 2026 |"
    ) in text
    assert "| date not noted | company not noted | – | – | no answer 20 Nov 2026 |" in text
    assert "nothing yet" in text


def test_a_table_has_a_row_each_and_nothing_that_a_spreadsheet_works_out() -> None:
    rows = list(csv.reader(io.StringIO(proof_csv(PROOF))))
    assert rows[0] == ["applied", "company", "role", "found through", "what came of it"]
    assert rows[1][0] == "2026-11-03"
    assert rows[1][4] == (
        "interview 2026-11-12; final round (date not noted); final round planned for 2026-11-26"
    )
    assert rows[2][:2] == ["date not noted", "company not noted"]
    assert rows[3][1:3] == ["'=HYPERLINK(1)", "'-1"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\r@", "＝"])
def test_no_cell_is_a_formula(begins: str) -> None:
    one = Applied(f"{begins}1", 'a,b\n"c"', f"{begins}2", None, ())
    _, row = csv.reader(io.StringIO(proof_csv(Proof(date(2026, 11, 23), None, None, (one,)))))
    assert row[1].startswith(("'", "␍"))
    assert row[2] == 'a,b "c"'
    assert row[3].startswith(("'", "␍"))


def test_records_hold_null_where_nothing_is_noted() -> None:
    first, second, _ = proof_records(PROOF)
    assert first["applied"] == "2026-11-03"
    assert first["events"][:2] == [
        {"event": "interview", "date": "2026-11-12"},
        {"event": "final round", "date": None},
    ]
    assert (second["applied"], second["source"]) == (None, None)


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (None, None, "up to 23 Nov 2026"),
        (date(2026, 11, 1), None, "from 1 Nov 2026 to 23 Nov 2026"),
        (None, date(2026, 10, 31), "up to 31 Oct 2026"),
    ],
)
def test_the_period_in_words(since: date | None, until: date | None, words: str) -> None:
    assert period_words(Proof(date(2026, 11, 23), since, until, ())) == words


def test_a_period_without_an_application_says_so() -> None:
    text = report_markdown(proof_report(Proof(date(2026, 11, 23), None, None, ())))
    assert "There is no application in this period." in text
    assert "0 applications" in text
