"""tui-journal and Day One."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from foreign import entries, put, read, told

from bounceback_tui.domain.incoming import Refused
from bounceback_tui.formats.read_dayone import DAY_ONE
from bounceback_tui.formats.read_tui_journal import TUI_JOURNAL
from bounceback_tui.formats.reading import Unreadable

ONE = {
    "id": 3,
    "date": "2026-11-22T14:00:00Z",
    "title": "The call",
    "content": "They were\r\nkind.",
    "tags": ["Panel day", "acme"],
    "priority": 2,
}
BARE = {"id": 4, "date": "2026-07-01T22:30:00.123456789Z", "title": "Late", "content": ""}


@pytest.mark.parametrize("whole", [[ONE, BARE], {"version": 100, "entries": [ONE, BARE]}])
def test_both_shapes_of_tui_journal_come_in(tmp_path: Path, whole: object) -> None:
    path = put(tmp_path, "j.json", json.dumps(whole))
    assert TUI_JOURNAL.fits(path)
    first, second = entries(read(TUI_JOURNAL, path))
    assert told(first) == (
        "2026-11-22 15:00+01:00",
        "The call",
        "They were\nkind.",
        ("panel-day", "acme", "priority-2"),
    )
    assert told(second) == ("2026-07-02 00:30+02:00", "Late", "Late", ())
    assert (first.key, first.line) == ("3 2026-11-22T14:00:00Z", 1)


def day_one(folder: Path, **journals: object) -> Path:
    path = folder / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("photos/a.jpeg", b"\xff\xd8")
        packed.writestr("__MACOSX/._Journal.json", b"\0\1")
        for name, found in journals.items():
            text = json.dumps({"metadata": {"version": "1.0"}, "entries": found})
            packed.writestr(f"{name}.json", text)
    return path


PAGE = {
    "uuid": "A1B2",
    "creationDate": "2020-01-10T12:22:12Z",
    "modifiedDate": "2020-01-11T12:22:12Z",
    "timeZone": "America/New_York",
    "starred": True,
    "tags": ["work"],
    "text": "It went well\\. Really\\!\n\n![](dayone-moment://55AA) and *so* on \\* here\n1\\. one",
}
LATER = {
    "uuid": "C3",
    "creationDate": "2020-06-10T12:00:00Z",
    "timeZone": "../../etc/passwd",
    "text": "Later",
}


def test_a_journal_of_day_one_comes_in(tmp_path: Path) -> None:
    path = day_one(tmp_path, Journal=[PAGE, LATER, {"uuid": "D", "creationDate": "x", "text": "a"}])
    assert DAY_ONE.fits(path)
    first, second, refused = read(DAY_ONE, path)
    one, two = entries([first, second])
    assert told(one) == (
        "2020-01-10 07:22-05:00",
        "It went well. Really!",
        "It went well. Really!\n\n(picture) and *so* on \\* here\n1. one",
        ("work", "starred"),
    )
    assert (one.key, one.at.zone) == ("A1B2", "America/New_York")
    assert told(two) == ("2020-06-10 14:00+02:00", "Later", "Later", ())
    assert refused == Refused(3, "its date cannot be read")
    assert [one.name for one in tmp_path.iterdir()] == ["export.zip"], "nothing is unpacked"


def test_several_journals_of_day_one_keep_their_names_as_tags(tmp_path: Path) -> None:
    path = day_one(tmp_path, Journal=[LATER], **{"Job search": [PAGE]})
    found = entries(read(DAY_ONE, path))
    assert [one.tags for one in found] == [("journal",), ("work", "job-search", "starred")]
    assert [one.line for one in found] == [1, 2]


def test_a_zip_without_a_journal_is_told(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("photos/a.jpeg", b"")
    assert not DAY_ONE.fits(path)
    with pytest.raises(Unreadable, match="holds no journal of Day One, so nothing was brought in"):
        read(DAY_ONE, path)
