"""What goes to jrnl reads there as jrnl's own; `jrnl --import` 4.6 took 166 made-up entries of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from foreign import entries, put, read
from hypothesis import given
from hypothesis import strategies as st
from pages import NOW, held, pages, text

from bounceback_tui.domain.entry import Entry, HistoryItem, title_of
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.domain.text import visible
from bounceback_tui.formats.read_jrnl import JRNL
from bounceback_tui.formats.write_jrnl import JRNL_JSON, JRNL_TEXT


def page(text: str, title: str = "", *tags: str) -> OutgoingEntry:
    return OutgoingEntry(HistoryItem(Entry("E" * 26, NOW, title or title_of(text), text, tags)))


SOME = [
    page("Walked an hour #walk\n\nBetter.", "", "walk", "sea"),
    page("They called.", "The call", "starred"),
    page("[2026-11-22] not an entry\n[x] done", "A list"),
]


def test_text_is_as_jrnl_keeps_it() -> None:
    assert text(JRNL_TEXT, held(SOME)) == (
        "[2026-11-23 09:30:00 AM] Walked an hour #walk\nBetter.\n\n@sea\n\n"
        "[2026-11-23 09:30:00 AM] The call *\nThey called.\n\n"
        "[2026-11-23 09:30:00 AM] A list\n\\[2026-11-22] not an entry\n\\[x] done\n"
    )


def test_text_is_read_back_as_so_many_entries(tmp_path: Path) -> None:
    found = entries(read(JRNL, put(tmp_path, "j.txt", text(JRNL_TEXT, held(SOME)))))
    assert [one.tags for one in found] == [("walk", "sea"), ("starred",), ()]
    assert [one.title for one in found] == ["Walked an hour #walk", "The call", "A list"]


@given(st.lists(pages(), min_size=1, max_size=4))
def test_no_text_makes_an_entry_more_or_less(tmp_path_factory: object, some: list[OutgoingEntry]) -> None:
    written = text(JRNL_TEXT, held(some))
    assert visible(written) == written, "nothing in it steers the terminal of whoever looks at it"
    folder = tmp_path_factory.getbasetemp()
    assert len(entries(read(JRNL, put(folder, "jrnl.txt", written)))) == len(some)


def test_json_has_the_layout_of_jrnl() -> None:
    found = json.loads(text(JRNL_JSON, held(SOME)))
    real = json.loads((Path(__file__).parent / "files" / "jrnl.json").read_text("utf-8"))
    assert set(found) == set(real)
    assert [set(one) for one in found["entries"]] == [set(real["entries"][0])] * 3
    assert found["tags"] == {"@walk": 1, "@sea": 1}
    assert found["entries"][1]["starred"] is True
    assert (found["entries"][0]["date"], found["entries"][0]["time"]) == ("2026-11-23", "09:30")


def test_an_empty_journal_is_an_empty_one() -> None:
    assert json.loads(text(JRNL_JSON, held())) == {"tags": {}, "entries": []}
    assert text(JRNL_TEXT, held()) == ""


def test_a_title_that_ends_in_a_star_is_no_mark(tmp_path: Path) -> None:
    starred = replace(SOME[1].item.entry, title="A star *", tags=())
    path = put(tmp_path, "j.txt", text(JRNL_TEXT, held([OutgoingEntry(HistoryItem(starred))])))
    (one,) = entries(read(JRNL, path))
    assert (one.title, one.tags) == ("A star", ())
