"""Markdown files of other programs come in with what their properties and their names say."""

from __future__ import annotations

from pathlib import Path

import pytest
from foreign import entries, put, read, told

from bounceback_tui.domain.incoming import Refused
from bounceback_tui.formats.front_matter import taken_off
from bounceback_tui.formats.read_markdown import MARKDOWN
from bounceback_tui.formats.reading import Unreadable

OBSIDIAN = """---
created: 2026-11-22T15:00
tags:
- work
  - "panel day"
aliases: [The call, 'it''s over']
mood: 4
feelings:
  - shame=60
weather: rain # all day
nested:
  a: 1
---
# The call

They were kind.
"""


def test_a_file_of_obsidian_comes_in_and_no_property_is_lost(tmp_path: Path) -> None:
    (one,) = entries(read(MARKDOWN, put(tmp_path, "call.md", OBSIDIAN)))
    when, title, text, tags = told(one)
    assert (when, title, tags) == ("2026-11-22 15:00+01:00", "The call", ("work", "panel-day"))
    assert one.reading.mood == 4
    assert [(f.name, f.strength) for f in one.reading.feelings] == [("shame", 60)]
    assert text.startswith("# The call\n\nThey were kind.\n")
    assert "Aliases: The call, it's over" in text
    assert "Weather: rain" in text
    assert "nested:\n  a: 1" in text


@pytest.mark.parametrize(
    ("feelings", "named"), [("", []), (" []", []), (" calm=40", ["calm"])], ids=["empty", "none", "one"]
)
def test_a_property_that_was_emptied_takes_no_mood_along(
    tmp_path: Path, feelings: str, named: list[str]
) -> None:
    """Obsidian keeps the name of an emptied property, and writes one text without a dash."""
    page = f"---\ndate: 2026-11-22\nmood: 6\nfeelings:{feelings}\n---\nWalked.\n"
    (one,) = entries(read(MARKDOWN, put(tmp_path, "walk.md", page)))
    assert one.reading.mood == 6
    assert [feeling.name for feeling in one.reading.feelings] == named
    assert one.text == "Walked."


def test_a_folder_is_read_with_those_below_it_and_dates_from_names(tmp_path: Path) -> None:
    put(tmp_path, "2026-11-20.md", "First\n")
    put(tmp_path, "2026/2026-11-21 1530 Walk.md", "Second\n")
    put(tmp_path, "undated.md", "Third\n")
    put(tmp_path, "list.txt", "no Markdown")
    put(tmp_path, ".trash/2026-11-01.md", "Thrown away")
    first, refused, second = read(MARKDOWN, tmp_path)
    one, two = entries([first, second])
    assert told(one) == ("2026-11-20 12:00+01:00", "First", "First", ())
    assert told(two) == ("2026-11-21 15:30+01:00", "Second", "Second", ())
    assert (one.at.has_time, two.at.has_time) == (False, True)
    assert refused == Refused(2, "“undated.md”: neither it nor its name has a date")


def test_ones_own_file_may_be_dated_and_worded_otherwise_in_another_program(tmp_path: Path) -> None:
    ours = (
        '---\ndate: 2026-11-25T08:00:00\nmood: good\nwritten_at: "2026-11-22T15:00:00+01:00"\n'
        'zone: "Europe/Berlin"\nid: "A"\n---\n\nChanged.\n'
    )
    (one,) = entries(read(MARKDOWN, put(tmp_path, "a.md", ours)))
    assert told(one) == ("2026-11-25 08:00+01:00", "Changed.", "Changed.\n\nMood: good", ())
    assert (one.key, one.reading.mood) == ("A", None)


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    (one,) = entries(read(MARKDOWN, put(tmp_path, "a.md", OBSIDIAN.replace("\n", "\r\n"))))
    (other,) = entries(read(MARKDOWN, put(tmp_path, "b.md", OBSIDIAN)))
    assert told(one) == told(other)


@pytest.mark.parametrize("date", ["soon", "04/05/2026", "2026-02-30", "1066-10-14"])
def test_a_date_that_is_none_or_two_is_refused(tmp_path: Path, date: str) -> None:
    path = put(tmp_path, "2026-11-22.md", f"---\ndate: {date}\n---\nText\n")
    assert read(MARKDOWN, path) == [Refused(1, "“2026-11-22.md”: its date cannot be read")]


def test_a_folder_without_markdown_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "a")
    assert not MARKDOWN.fits(tmp_path)
    with pytest.raises(Unreadable, match="holds no Markdown, so nothing was brought in; name a folder"):
        read(MARKDOWN, tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "---",
        "---\n",
        "--- \n---\n",
        "a\n---\n---\n",
        "---\na: b\n",
        "----\n---\n",
        "---\n" + "a: b\n" * 20_000 + "---\n",
    ],
)
def test_what_only_looks_like_properties_is_text(content: str) -> None:
    assert taken_off(content) == ({}, "", content)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("a: b", "b"),
        ('a: "b: \\"c\\" \\u00e4"', 'b: "c" ä'),
        ("a: 'it''s'", "it's"),
        ("a: b # c", "b"),
        ("a: b#c", "b#c"),
        ("a: [x, 'y, z', \"w\"]", ("x", "y, z", "w")),
        ("a: []", ()),
        ("a:", ""),
        ("a: null", ""),
        ("a: 5", "5"),
    ],
)
def test_properties_are_read_as_yaml_means_them(line: str, value: object) -> None:
    yaml = pytest.importorskip("yaml", reason="another reader of the same")
    found = taken_off(f"---\n{line}\n---\ntext").properties["a"]
    assert found == value
    other = yaml.safe_load(line)["a"]
    assert ("" if other is None else tuple(other) if isinstance(other, list) else str(other)) == value


@pytest.mark.parametrize(
    "line", ["a: {b: c}", "a: &x 1", "a: *x", "a: |\n  b", "a: !!python/x y", "a: [b", 'a: "b', "- a"]
)
def test_what_is_not_understood_is_kept_as_it_stands(line: str) -> None:
    matter = taken_off(f"---\n{line}\nb: c\n---\ntext")
    assert (matter.properties, matter.kept, matter.text) == ({"b": "c"}, line, "text")


def test_four_figures_in_a_name_that_are_no_time_leave_the_day(tmp_path: Path) -> None:
    (one,) = entries(read(MARKDOWN, put(tmp_path, "2026-11-22-1999 was better.md", "It was.\n")))
    assert told(one)[0] == "2026-11-22 12:00+01:00"


def test_properties_that_are_called_like_ours_are_not_lost(tmp_path: Path) -> None:
    page = "---\ndate: 2026-11-22\nzone: harbour\nwritten_at: a pier\nfeelings: [sad=1, sad=2]\n---\nA\n"
    (one,) = entries(read(MARKDOWN, put(tmp_path, "a.md", page)))
    assert told(one)[2] == "A\n\nFeelings: sad=1, sad=2\nZone: harbour\nWritten_at: a pier"


def test_a_folder_of_very_many_is_not_looked_through_while_its_name_is_typed(tmp_path: Path) -> None:
    for number in range(1100):
        (tmp_path / f"{number:04}").mkdir()
    put(tmp_path / "1099", "2026-11-22.md", "Words\n")
    assert not MARKDOWN.fits(tmp_path)
    assert len(read(MARKDOWN, tmp_path)) == 1
