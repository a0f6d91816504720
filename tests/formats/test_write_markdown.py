"""A folder of Markdown has names that mean nothing on any system, and properties that are YAML."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import held, pages, pieces

from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.files import write_folder_privately
from bounceback_tui.formats.write_markdown import MARKDOWN, file_of


def titled(page: OutgoingEntry, title: str) -> OutgoingEntry:
    return page._replace(item=replace(page.item, entry=replace(page.item.entry, title=title)))


NAME = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*\.md")


@given(st.lists(pages(), max_size=6))
def test_names_are_plain_short_and_each_of_its_own(some: list[OutgoingEntry]) -> None:
    names = [piece.file for piece in pieces(MARKDOWN, held(some))]
    assert len({name.casefold() for name in names}) == len(some)
    for name in names:
        assert NAME.fullmatch(name), name
        assert len(name) < 100


@given(
    pages(),
    st.sampled_from(["../../x", "/etc/passwd", "C:\\x", "CON", "a/b", "x.md:y", "..", "\0", "é" * 200]),
)
def test_no_title_leads_out_of_the_folder(page: OutgoingEntry, title: str) -> None:
    names = [piece.file for piece in pieces(MARKDOWN, held([titled(page, title)] * 3))]
    assert all(NAME.fullmatch(name) for name in names)
    assert len(set(names)) == 3


@given(pages())
def test_names_that_end_in_figures_stay_apart(page: OutgoingEntry) -> None:
    some = [titled(page, title) for title in ("a", "a 2", "a", "a 2", "a")]
    names = [piece.file for piece in pieces(MARKDOWN, held(some))]
    assert len(set(names)) == len(some)


@given(pages())
def test_its_properties_are_yaml(page: OutgoingEntry) -> None:
    yaml = pytest.importorskip("yaml", reason="another reader of the same")
    head = file_of(page).removeprefix("---\n").partition("\n---\n")[0]
    found = yaml.safe_load(head)
    entry = page.item.entry
    assert found["id"] == entry.id
    assert found.get("title", entry.title) == entry.title
    assert found.get("tags", []) == list(entry.tags)
    assert found["zone"] == entry.written_at.zone
    assert found.get("mood") == page.reading.mood
    assert found["date"] == entry.written_at.local.replace(tzinfo=None, microsecond=0)


def test_a_folder_is_private_and_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write_folder_privately(target, [("a.md", "A"), ("b.md", "Ä\r\n")])
    assert {one.name: one.read_bytes() for one in target.iterdir()} == {"a.md": b"A", "b.md": b"\xc3\x84\r\n"}
    assert stat.S_IMODE(target.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in target.iterdir()} == {0o600}

    def breaks() -> object:
        yield "a.md", "A"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_folder_privately(tmp_path / "second", breaks())
    with pytest.raises(OSError, match=r"[Nn]ot empty"):
        write_folder_privately(target, [("c.md", "C")])
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.md", "b.md", "out"]


@pytest.mark.parametrize("name", ["../a.md", "a/b.md", "/a.md", "..", "", ".", "a\\b.md", "C:a.md", "a\0.md"])
def test_a_name_that_is_a_path_is_never_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        write_folder_privately(tmp_path / "out", [(name, "A")])
    assert list(tmp_path.iterdir()) == []
