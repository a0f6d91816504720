"""`report`: the patterns as a page, and proof of a search in which nothing else of a journal stands."""

from __future__ import annotations

import csv
import io
import sqlite3
import stat
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import NOW

from bounceback_tui.clock import FixedClock
from bounceback_tui.resources import asset
from bounceback_tui.services.demo import fill
from bounceback_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from conftest import Shell

WORDS = {
    "application": ("link", "notes"),
    "event": ("note",),
    "entry": ("title", "text"),
    "tag": ("name",),
    "revision": ("title", "text"),
    "feeling": ("name",),
    "cause": ("text",),
    "tick": ("note", "plan"),
    "feedback": ("answer", "subject", "message"),
    "remark": ("theme", "text"),
    "lead": ("name", "note"),
    "rest": ("enjoy",),
    "thought": ("thought", "evidence_for", "evidence_against", "fairer"),
    "person": ("name", "email"),
    "trap": ("name",),
    "strength": ("text", "said_by"),
    "focus": ("text",),
    "posting": ("title", "note", "link"),
    "cv_change": ("text", "came_from"),
    "setback": ("text", "answer"),
}
"""Every column that somebody fills with words of their own, but company and role."""


@pytest.fixture
def secrets(shell: Shell) -> list[str]:
    """A journal with a secret in every field that an office has no business with; the secrets."""
    clock = FixedClock(datetime.fromisoformat(NOW))
    with Workspace(shell.journal, clock, asset("guide.md")) as workspace:
        fill(workspace, workspace.clock.now())
    connection = sqlite3.connect(shell.journal)
    for table, columns in WORDS.items():
        for column in columns:
            connection.execute(
                f"UPDATE {table} SET {column} = 'secret-{table}-{column}-' || hex(randomblob(3))"
            )
    connection.commit()
    connection.close()
    return [f"secret-{table}-{column}-" for table, columns in WORDS.items() for column in columns]


@pytest.mark.long
@pytest.mark.many(4)
@pytest.mark.plain
@pytest.mark.parametrize(
    "how", [("--format", "markdown"), ("--format", "html"), ("--format", "csv"), ("--json",)]
)
def test_proof_holds_applications_and_dates_and_nothing_else(
    shell: Shell, secrets: list[str], how: tuple[str, ...]
) -> None:
    everything = shell.do("export", "json").out
    assert [one for one in secrets if one not in everything] == []
    text = shell.do("report", "--proof", *how).out
    assert "secret" not in text
    assert "Acme" in text
    assert "Data engineer" in text
    for word in ("mood", "feel", "rejected", "ghosted", "shame", "episode", "forecast"):
        assert word not in text.casefold().replace("<style>", "")
    for row in shell.do("export", "json").json["checkin"][:50]:
        assert row["id"] not in text


@pytest.mark.plain
def test_the_page_for_a_coach_holds_no_text_of_an_entry(shell: Shell, secrets: list[str]) -> None:
    for kind in ("markdown", "html"):
        text = shell.do("report", "--format", kind).out
        for name in ("entry-text", "entry-title", "event-note", "application-notes", "thought-", "tick-note"):
            assert f"secret-{name}" not in text.replace("\\", "")
        told = shell.do("report", "--format", kind, "--with-text").out.replace("\\", "")
        assert "secret-entry-text-" in told
        assert "secret-thought-" not in told


def test_proof_is_in_neutral_words(shell: Shell) -> None:
    shell.do("event", _applied(shell, "Acme", "3 nov 2026"), "interview", "--when", "12 nov 2026")
    shell.do("log", "They never wrote.", "--company", "Beta", "--result", "ghosted", "--when", "20 nov 2026")
    text = shell.do("report", "--proof").out
    assert "2 applications, up to 23 Nov 2026." in text
    assert "| 3 Nov 2026 | Acme | – | – | interview 12 Nov 2026 |" in text
    assert "| date not noted | Beta | – | – | no answer 20 Nov 2026 |" in text
    assert "wrote" not in text


def _applied(shell: Shell, company: str, when: str) -> str:
    """The key of an application sent that day."""
    shell.do("log", "x", "--company", company, "--stage", "applied", "--result", "moved on", "--when", when)
    return next(one["id"] for one in shell.do("applications", "--json").json if one["company"] == company)


def test_proof_of_a_period(shell: Shell) -> None:
    for company, when in (
        ("Old", "31 oct 2026"),
        ("In", "1 nov 2026"),
        ("Last", "15 nov 2026"),
        ("New", "16 nov 2026"),
    ):
        _applied(shell, company, when)
    whole = shell.do("report", "--proof", "--since", "november", "--until", "november", "--json").json
    assert [one["company"] for one in whole] == ["In", "Last", "New"]
    period = ("--since", "1 nov 2026", "--until", "15 nov 2026")
    assert [one["company"] for one in shell.do("report", "--proof", *period, "--json").json] == ["In", "Last"]
    rows = list(csv.reader(io.StringIO(shell.do("report", "--proof", *period, "--format", "csv").out)))
    assert [row[:2] for row in rows[1:]] == [["2026-11-01", "In"], ["2026-11-15", "Last"]]


def test_json_is_what_stats_says_with_the_period(shell: Shell) -> None:
    shell.logged()
    found = shell.do("report", "--json", "--since", "2026-01-01", "--filter", "source:referral").json
    assert (found["since"], found["until"], found["filter"]) == ("2026-01-01", None, "source:referral")
    assert shell.do("report", "--json").json["statistics"] == shell.do("stats", "--json").json


def test_the_end_of_the_name_says_what_it_becomes(shell: Shell, tmp_path: Path) -> None:
    shell.logged()
    page, words, table, other = (tmp_path / name for name in ("a.html", "a.md", "a.CSV", "a.txt"))
    assert shell.do("report", "-o", str(page)).out == ""
    assert page.read_text("utf-8").startswith("<!doctype html>")
    shell.do("report", "-o", str(words))
    assert words.read_text("utf-8").startswith("# My patterns\n")
    shell.do("report", "--proof", "-o", str(table))
    assert table.read_text("utf-8").startswith("applied,company,")
    shell.do("report", "-o", str(other), "--format", "html")
    assert other.read_text("utf-8") == shell.do("report", "--format", "html").out
    assert {stat.S_IMODE(path.stat().st_mode) for path in (page, words, table, other)} == {0o600}


def test_a_file_that_is_there_is_replaced_only_on_request(shell: Shell, tmp_path: Path) -> None:
    shell.logged()
    file = tmp_path / "mine.md"
    file.write_text("mine")
    code, sentence = shell.refused("report", "-o", str(file))
    assert code == 1
    assert "--yes" in sentence
    assert file.read_text() == "mine"
    assert shell.do("report", "-o", str(file), "--yes", "--json").json == {"file": str(file)}
    assert file.read_text().startswith("# My patterns")
    code, sentence = shell.refused("report", "--format", "html", "-o", str(shell.journal), "--yes")
    assert (code, "is the journal itself" in sentence) == (1, True)


def test_without_names_tells_none(shell: Shell) -> None:
    shell.logged(company="Lanternfold", mood="3")
    assert "Lanternfold" in shell.do("report").out
    for how in ((), ("--json",), ("--format", "html")):
        assert "Lanternfold" not in shell.do("report", "--without-names", *how).out


def test_what_is_written_cannot_steer_a_terminal(shell: Shell) -> None:
    shell.logged(company="\x1b[2J\x9b1m\u202e<b>|")
    for how in ((), ("--proof",), ("--proof", "--format", "csv"), ("--format", "html"), ("--with-text",)):
        assert not {"\x1b", "\x9b", "\u202e"} & set(shell.do("report", *how).out)


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--format", "htm"), "There is no format “htm”; did you mean “html”?"),
        (("--format", "pdf"), "There is no format “pdf”; there are markdown, html, csv."),
        (("--format", "csv"), "Only --proof is written as CSV; there are markdown and html."),
        (("-o", "x.csv"), "Only --proof is written as CSV; there are markdown and html."),
        (("--proof", "--filter", "acme"), "--proof holds applications and dates alone; leave --filter out."),
        (("--proof", "--with-text"), "--proof holds applications and dates alone; leave --with-text out."),
        (
            ("--with-text", "--without-names"),
            "--with-text takes your words as they are, names and all; leave one out.",
        ),
        (
            ("--json", "--format", "html"),
            "--json prints the figures alone; leave --format out, or name a file with -o.",
        ),
        (("--filter", "is:deleted"), "What is in the trash does not count; leave is:deleted out."),
        (
            ("--since", "2026-11-02", "--until", "2026-11-01"),
            "The last day that counts is before the first; turn the two around.",
        ),
        (("--proof", "--since", "2026-12"), "1 Dec 2026 has not begun yet; name an earlier first day."),
        (("--filter", "since:2026-12-24"), "24 Dec 2026 has not begun yet; name an earlier first day."),
        (
            ("-o", "x.pdf"),
            "“.pdf” is no format of a report; end the name in .html or .md, or say --format.",
        ),
        (
            ("--proof", "-o", "x.txt"),
            "“.txt” is no format of a report; end the name in .html, .md or .csv, or say --format.",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused("report", *args) == (2, sentence)
    assert shell.untouched


def test_a_folder_that_is_not_there_is_named(shell: Shell, tmp_path: Path) -> None:
    shell.logged()
    file = tmp_path / "none" / "x.md"
    sentence = f"There is no folder {file.parent}, so {file} was not written; name another place."
    for command in (("report",), ("export", "json")):
        assert shell.refused(*command, "-o", str(file)) == (1, sentence)
    assert not file.parent.exists()


def test_a_stage_is_told_as_that_of_applications(shell: Shell) -> None:
    shell.logged()
    told = shell.do("report", "--filter", "stage:applied mood:<4").out
    assert "It looks at application-stage applications, mood below 4." in told.replace("\\", "")


def test_a_date_or_a_filter_that_is_not_understood_is_told(shell: Shell) -> None:
    assert shell.refused("report", "--since", "sometime")[0] == 2
    assert shell.refused("report", "--filter", "mood:happy")[0] == 2
