"""What is written as Markdown, as tables or for jrnl comes back equal in all that it holds."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from foreign import entries, put, read
from hypothesis import given
from hypothesis import strategies as st
from pages import CHECKINS, NOW, WORDS, applications, held, pages, pages_of_events, pieces, text

from bounceback_tui.domain.application import Application
from bounceback_tui.domain.checkin import NOTHING_READ, CheckIn, Feeling, Reading, Relation
from bounceback_tui.domain.entry import Entry, HistoryItem, title_of
from bounceback_tui.domain.incoming import IncomingApplication, IncomingEntry, Refused
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.files import write_folder_privately
from bounceback_tui.formats.cells import guarded, unguarded
from bounceback_tui.formats.read_jrnl import JRNL
from bounceback_tui.formats.read_markdown import MARKDOWN as MARKDOWN_READ
from bounceback_tui.formats.read_own_csv import OUR_CSV
from bounceback_tui.formats.write_csv import TABLES
from bounceback_tui.formats.write_jrnl import JRNL_JSON
from bounceback_tui.formats.write_markdown import MARKDOWN
from bounceback_tui.formats.writing import Held, How, WriteFormat

ENTRIES, CHECK_INS, APPLICATIONS = TABLES
SEVERAL = st.lists(pages(), min_size=1, max_size=4, unique_by=lambda page: page.item.entry.id)
HOWS = st.sampled_from([How(), How(guarded=False)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somewhere to write, over and over."""
    return tmp_path_factory.mktemp("round")


PAGE = OutgoingEntry(
    HistoryItem(Entry("E" * 26, NOW, "A title", "=1+1", ("tag",))), Reading(3, None, (Feeling("calm", 20),))
)
"""Something that a spreadsheet would work out."""


def as_incoming(page: OutgoingEntry, line: int) -> IncomingEntry:
    """An entry as it must come back."""
    entry = page.item.entry
    return IncomingEntry(
        entry.id, line, entry.written_at, entry.title, entry.text, entry.tags, page.reading, page.about
    )


def written(folder: Path, format: WriteFormat, journal: Held, how: How | None = None) -> Path:
    assert format.ending
    return put(folder, f"journal{format.ending}", text(format, journal, how))


def in_folder(folder: Path, journal: Held) -> Path:
    target = folder / "markdown"
    for old in target.glob("*"):
        old.unlink()
    write_folder_privately(target, pieces(MARKDOWN, journal))
    return target


@given(SEVERAL)
def test_a_folder_of_markdown(folder: Path, some: list[OutgoingEntry]) -> None:
    target = in_folder(folder, held(some))
    assert MARKDOWN_READ.fits(target)
    found = entries(read(MARKDOWN_READ, target))
    assert len(found) == len(some)
    lines = {one.key: one.line for one in found}
    wanted = {page.item.entry.id: as_incoming(page, lines[page.item.entry.id]) for page in some}
    assert {one.key: one for one in found} == wanted


@given(st.lists(pages_of_events(), min_size=1, max_size=2, unique_by=lambda page: page.item.entry.id), HOWS)
def test_what_an_entry_tells_of_comes_back_in_its_words(
    folder: Path, some: list[OutgoingEntry], how: How
) -> None:
    for found in (
        entries(read(MARKDOWN_READ, in_folder(folder, held(some)))),
        entries(read(OUR_CSV, written(folder, ENTRIES, held(some), how))),
    ):
        for page in some:
            (one,) = (one for one in found if one.key == page.item.entry.id)
            assert one == as_incoming(page, one.line)


@given(SEVERAL, HOWS)
def test_a_table_of_entries(folder: Path, some: list[OutgoingEntry], how: How) -> None:
    path = written(folder, ENTRIES, held(some), how)
    assert OUR_CSV.fits(path)
    found = entries(read(OUR_CSV, path))
    assert found == [as_incoming(page, one.line) for page, one in zip(some, found, strict=True)]


@given(st.lists(CHECKINS, min_size=1, max_size=4), HOWS)
def test_a_table_of_check_ins(folder: Path, some: list[CheckIn], how: How) -> None:
    found = entries(read(OUR_CSV, written(folder, CHECK_INS, held(checkins=some), how)))
    assert [(one.key, one.at, one.reading) for one in found] == [(c.id, c.felt_at, c.reading) for c in some]


@given(st.lists(applications(), min_size=1, max_size=4, unique_by=lambda one: one.id), HOWS)
def test_a_table_of_applications(folder: Path, some: list[Application], how: How) -> None:
    found = read(OUR_CSV, written(folder, APPLICATIONS, held(applications=some), how))
    for one, back in zip(some, found, strict=True):
        assert isinstance(back, IncomingApplication)
        said = (back.key, back.company, back.role, back.source, back.link, back.notes)
        assert said == (one.id, one.company, one.role, one.source, one.link, one.notes)
        assert [(e.kind, e.at, e.date_known, e.note) for e in back.events] == [
            (e.kind, e.at, e.date_known, e.note) for e in one.events
        ]


def told(one: IncomingEntry) -> tuple[object, ...]:
    return one.at.local.replace(tzinfo=None), one.title, one.text, set(one.tags)


@given(SEVERAL)
def test_json_for_jrnl(folder: Path, some: list[OutgoingEntry]) -> None:
    found = entries(read(JRNL, written(folder, JRNL_JSON, held(some))))
    for page, back in zip(some, found, strict=True):
        entry = page.item.entry
        whole = entry.text or " ".join(entry.title.split())
        title = " ".join(entry.title.split()) if entry.text else title_of(whole)
        at = entry.written_at.local.replace(tzinfo=None, second=0, microsecond=0)
        back_at = back.at.local.replace(tzinfo=None, microsecond=0)
        assert abs(back_at - at) <= timedelta(hours=1), "an hour that the clocks skip"
        assert told(back)[1:] == (title or title_of(whole), whole, set(entry.tags))
        assert back.reading == NOTHING_READ


@given(WORDS, st.booleans())
def test_a_guarded_cell_is_no_formula_and_the_same_again(cell: str, every: bool) -> None:
    there = guarded(cell, every)
    assert unguarded(there) == cell
    if every:
        assert not there.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    elif not cell.startswith("'"):
        assert there == cell


def test_tables_are_guarded_unless_somebody_says_otherwise() -> None:
    for how, cell in ((How(), "'=1+1"), (How(guarded=False), "=1+1")):
        (_, row) = csv.reader(io.StringIO(text(ENTRIES, held([PAGE]), how)))
        assert row[4] == cell


def test_a_check_in_before_an_entry_comes_in_with_that(tmp_path: Path) -> None:
    page = PAGE.item.entry
    beside = CheckIn("C" * 26, page.written_at, PAGE.reading, Relation.BEFORE, page.id)
    path = written(tmp_path, CHECK_INS, held(checkins=[beside]))
    assert read(OUR_CSV, path) == [
        Refused(2, "it comes in with the entry that it belongs to", elsewhere=True)
    ]


def test_rows_of_an_application_may_be_sorted_otherwise(tmp_path: Path) -> None:
    head = "application,company,role,source,link,notes,event,happened_at,zone,date_known,note"
    rows = [
        "A,Acme,Cook,,,,applied,2026-11-01T12:00:00+01:00,Europe/Berlin,yes,",
        "B,Birch,Cook,,,,,,,,",
        "A,Acme,Cook,,,,rejected,2026-11-09T12:00:00+01:00,Europe/Berlin,yes,",
        "A,Acme,Cook,,,,eaten,2026-11-09T12:00:00+01:00,Europe/Berlin,yes,",
        "A,Acme,Cook,,,,final,11/09/2026,Europe/Berlin,yes,",
        "C,Cedar,Cook,aunt,,,,,,,",
    ]
    found = read(OUR_CSV, put(tmp_path, "a.csv", "\n".join([head, *rows])))
    assert found[:3] == [
        Refused(5, "there is no event “eaten”"),
        Refused(6, "its date cannot be read"),
        Refused(7, "there is no source “aunt”"),
    ]
    names = [(one.company, len(one.events)) for one in found[3:] if isinstance(one, IncomingApplication)]
    assert names == [("Acme", 2), ("Birch", 0)]
