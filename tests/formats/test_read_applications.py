"""Tables of applications: JobSync's, and whatever somebody kept by hand. No word of them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign import ZONE, applications, put, read
from hypothesis import example, given
from hypothesis import strategies as st

from bounceback_tui.domain.application import Kind, Source
from bounceback_tui.domain.incoming import IncomingApplication, Refused
from bounceback_tui.domain.text import visible
from bounceback_tui.formats.application_rows import SAYS_NOTHING
from bounceback_tui.formats.read_applications import APPLICATIONS
from bounceback_tui.formats.read_jobsync import JOBSYNC
from bounceback_tui.formats.reading import Answers, Question

SYNCED = (
    "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,Location,JobSource,Status\n"
    "1,2026-10-01,Yes,2026-10-03,Acme,Data engineer,Full-time,Remote,Berlin,LinkedIn,Rejected\n"
    "2,2026-10-02,No,N/A,Birch,Cook,N/A,N/A,N/A,N/A,Draft\n"
    "3,2026-10-02,Yes,2026-10-05,Cedar,Nurse,,,,Referral,Archived\n"
    "4,2026-10-02,Yes,2026-10-06,Dune,Clerk,,,,,Interview\n"
    "5,2026-10-02,Yes,2026-10-06,,,,,,,Offer\n"
)
KEPT = (
    "Employer;Position;Applied On;Stage;Channel;Job URL;Salary;Notes\n"
    "Acme;Cook;03/11/2026;Phone screen;Indeed;https://example.org/1;40k;kind people\n"
    "Birch;Baker;13/11/2026;On hold;Aunt May;see mail;;\n"
    "Cedar;;soonish;Rejected;referral;;;\n"
    ";;01/11/2026;Applied;;;;\n"
)


def events(one: IncomingApplication) -> list[tuple[str, str, bool]]:
    """What happened, on which day, and whether that is known."""
    return [(str(event.kind), event.at.local_date.isoformat(), event.date_known) for event in one.events]


def asked(path: Path, **said: str) -> dict[str, Question]:
    found = APPLICATIONS.questions(path, Answers(ZONE, {k.replace("__", ":"): v for k, v in said.items()}))
    return {one.name: one for one in found}


def test_a_table_of_jobsync_comes_in(tmp_path: Path) -> None:
    path = put(tmp_path, "jobs.csv", SYNCED)
    assert JOBSYNC.fits(path)
    *found, refused = read(JOBSYNC, path)
    acme, birch, cedar, dune = applications(found)
    assert (acme.company, acme.role, acme.source, acme.line) == ("Acme", "Data engineer", Source.JOB_BOARD, 2)
    assert events(acme) == [("applied", "2026-10-03", True), ("rejected", "2026-10-03", False)]
    for word in ("Full-time", "Remote", "Berlin", "LinkedIn"):
        assert word in acme.notes
    assert events(birch) == []
    assert (cedar.source, events(cedar)) == (Source.REFERRAL, [("applied", "2026-10-05", True)])
    assert "Status: Archived" in cedar.notes
    assert events(dune)[-1] == ("interview", "2026-10-06", False)
    assert "N/A" not in birch.notes
    assert refused == Refused(6, "it names neither a company nor a role")


def test_columns_that_newer_versions_of_jobsync_have_are_kept(tmp_path: Path) -> None:
    head = "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Locations,JobSource,Status,Salary"
    row = '1,2026-10-01,Yes,2026-10-03,Acme,Cook,Part-time,"Bern, Rome",,Applied,40k'
    path = put(tmp_path, "jobs.csv", f"{head}\n{row}\n")
    assert JOBSYNC.fits(path)
    (one,) = applications(read(JOBSYNC, path))
    assert one.notes == "jobType: Part-time\nLocations: Bern, Rome\nSalary: 40k\ncreatedAt: 2026-10-01"


def test_any_table_comes_in_by_what_its_columns_are_called(tmp_path: Path) -> None:
    path = put(tmp_path, "kept.csv", KEPT)
    assert APPLICATIONS.fits(path)
    *found, refused = read(APPLICATIONS, path)
    acme, birch, cedar = applications(found)
    assert (acme.company, acme.role, acme.link) == ("Acme", "Cook", "https://example.org/1")
    assert events(acme) == [("applied", "2026-11-03", True), ("screen", "2026-11-03", False)]
    assert acme.notes == "kind people\n\nSalary: 40k\nChannel: Indeed"
    assert (birch.source, birch.link) == (Source.OTHER, "")
    assert birch.notes == "Channel: Aunt May\nJob URL: see mail\nStage: On hold"
    assert events(cedar) == []
    assert cedar.notes == "Applied On: soonish\nStage: Rejected"
    assert isinstance(refused, Refused)


def test_a_word_that_is_no_status_is_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path, "kept.csv", KEPT)
    (question,) = asked(path).values()
    assert (question.name, question.guess) == ("status:on hold", "keep it in the notes")
    assert "“on hold”" in question.words
    assert asked(path, **{"status:on hold": "interview"}) == {}
    birch = applications(read(APPLICATIONS, path, **{"status:on hold": "interview"})[:3])[1]
    assert events(birch)[-1] == ("interview", "2026-11-13", False)
    assert "On hold" not in birch.notes


@pytest.mark.parametrize(
    ("dates", "order", "first"),
    [
        (("03/04/2026", "13/04/2026"), None, "2026-04-03"),
        (("03/04/2026", "04/13/2026"), None, "2026-03-04"),
        (("3.4.26", "5.4.26"), "day first", "2026-04-03"),
        (("3-4-2026", "5-4-2026"), "month first", "2026-03-04"),
        (("5/5/2026", "2026-04-05"), None, "2026-05-05"),
        (("3 Apr 2026 10:00", "04/05/2026"), "day first", "2026-04-03"),
    ],
)
def test_one_value_over_twelve_decides_for_the_whole_file_else_it_is_asked(
    tmp_path: Path, dates: tuple[str, ...], order: str | None, first: str
) -> None:
    path = put(tmp_path, "a.csv", "Company,Role,Date\n" + "".join(f"Acme,Cook,{one}\n" for one in dates))
    assert list(asked(path)) == ["date_order"] * (order is not None)
    said = {"date_order": order} if order else {}
    found = applications(read(APPLICATIONS, path, **said))
    assert events(found[0]) == [("applied", first, True)]
    assert "date_order" not in asked(path, **said)


def test_two_values_that_contradict_each_other_decide_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Company,Date\nA,13/04/2026\nB,04/13/2026\nC,03/04/2026\n")
    assert "date_order" in asked(path)
    first, second, third = applications(read(APPLICATIONS, path))
    assert [events(one)[0][1] for one in (first, second)] == ["2026-04-13"] * 2
    assert (third.events, third.notes) == ((), "Date: 03/04/2026")


def test_a_column_that_nothing_tells_is_asked_for(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Who,What,When\nAcme,Cook,2026-11-03\n")
    assert not APPLICATIONS.fits(path)
    questions = asked(path)
    assert list(questions) == ["column:company", "column:role", "column:applied"]
    assert questions["column:company"].choices == ("Who", "What", "When", "none")
    said = {"column__company": "Who", "column__role": "What", "column__applied": "When"}
    (one,) = applications(read(APPLICATIONS, path, **said))
    assert (one.company, one.role, events(one)) == ("Acme", "Cook", [("applied", "2026-11-03", True)])
    assert list(asked(path, **said, column__status="none", column__source="none")) == []


def test_what_no_column_could_be_is_not_asked_for(tmp_path: Path) -> None:
    """Answers in another language stand there more than once; dates are known by their looks."""
    head = "Company,Role,Antwort,Gehalt,Tag,Fund\n"
    path = put(tmp_path, "a.csv", head + "A,Cook,Absage,50,03.04.26,agency\nB,Cook,Absage,60,,\n")
    assert list(asked(path)) == ["column:applied", "column:status", "column:source"]
    path = put(tmp_path, "b.csv", "Company,Notes,Pay\nA,They rang,50\nB,Nothing yet,60\n")
    assert list(asked(path)) == ["column:role"]
    assert list(asked(path, column__role="none")) == []


def test_a_raised_figure_is_no_part_of_a_date(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Company,Role,Space\nA,Cook,May ² 2026\n")
    assert asked(path) == {}
    (one,) = applications(read(APPLICATIONS, path))
    assert one.notes == "Space: May ² 2026"


def test_an_answer_comes_before_what_a_column_is_called(tmp_path: Path) -> None:
    path = put(tmp_path, "a.csv", "Company,Employer,Role\nAgency Ltd,Acme,Cook\n")
    (one,) = applications(read(APPLICATIONS, path))
    assert (one.company, one.notes) == ("Agency Ltd", "Employer: Acme")
    (one,) = applications(read(APPLICATIONS, path, column__company="Employer"))
    assert (one.company, one.notes) == ("Acme", "Company: Agency Ltd")


def test_a_date_of_the_status_is_the_date_of_the_event(tmp_path: Path) -> None:
    path = put(
        tmp_path, "a.csv", "Company,Date Applied,Status,Response Date\nA,2026-11-01,Rejected,2026-11-09\n"
    )
    (one,) = applications(read(APPLICATIONS, path))
    assert events(one) == [("applied", "2026-11-01", True), ("rejected", "2026-11-09", True)]
    assert one.notes == ""


CELL = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12)


@example(["Company", "Source"], [["Acme", "\u2066"]])
@given(
    st.lists(
        st.sampled_from(
            ["Company", "Role", "Date Applied", "Date Saved", "Status", "Source", "Link", "Notes", "Pay"]
        ),
        min_size=2,
        unique=True,
    ),
    st.lists(st.lists(CELL, min_size=9, max_size=9), max_size=5),
)
def test_no_word_of_a_table_is_lost(
    tmp_path_factory: pytest.TempPathFactory, heads: list[str], rows: list[list[str]]
) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row[: len(heads)]) for row in rows]
    path = put(tmp_path_factory.mktemp("t"), "a.csv", "\n".join([",".join(heads), *quoted]))
    found = {one.line: one for one in read(APPLICATIONS, path)}
    for line, row in enumerate(rows, 2):
        one = found.get(line)
        if not isinstance(one, IncomingApplication):
            continue  # refused, or nothing in it
        kept = " ".join([one.company, one.role, one.link, one.notes, str(one.source or "")])
        for cell in row[: len(heads)]:
            for word in cell.split():
                kept_so = word in kept or visible(word) in kept  # where what cannot be seen is told by name
                told = kept_so or word.casefold() in (*map(str, Kind), *SAYS_NOTHING)
                assert told, (word, kept)
