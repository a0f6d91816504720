"""`export` in every format, to standard output, a file or a folder."""

from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bounceback_tui.formats.registry import WRITE

if TYPE_CHECKING:
    from conftest import Shell

FILES = [one.name for one in WRITE if not one.is_folder]


@pytest.fixture
def lived(shell: Shell) -> Shell:
    """A rejection, a note and a mood."""
    shell.logged(text="=1+1 they said “no”", role="Cook", mood="3")
    shell.do("note", "Walked", "--tag", "walk", "--mood", "6")
    shell.do("mood", "5")
    return shell


@pytest.mark.many(3)
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_goes_to_standard_output(lived: Shell, tmp_path: Path, name: str) -> None:
    out = lived.do("export", name).out
    assert lived.do("export", name, "-o", str(tmp_path / "out")).out == ""
    written = tmp_path / "out"
    # what runs commands here turns line ends into line feeds
    assert written.read_bytes().decode("utf-8").replace("\r\n", "\n") == out
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert out.endswith("\n")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_tables_hold_a_row_for_each(lived: Shell) -> None:
    head, first, second = rows(lived.do("export", "csv-entries").out)
    told = dict(zip(head, first, strict=True))
    assert (told["text"], told["company"], told["result"]) == ("'=1+1 they said “no”", "Acme", "rejected")
    assert (told["mood"], dict(zip(head, second, strict=True))["mood"]) == ("3", "6")
    assert [row[3] for row in rows(lived.do("export", "csv-check-ins").out)] == [
        *("relation", "before", "before", "alone")
    ]
    assert [row[6] for row in rows(lived.do("export", "csv-applications").out)] == [
        *("event", "final", "rejected")
    ]
    bare = rows(lived.do("export", "csv-entries", "--unguarded").out)
    assert bare[1][head.index("text")] == "=1+1 they said “no”"


def test_proof_leaves_its_cells_alone_where_that_is_asked_for(lived: Shell) -> None:
    lived.do("applications", "--add", "=Acme, Data engineer, today")
    assert "'=Acme" in lived.do("export", "proof-csv").out
    assert ",=Acme," in lived.do("export", "proof-csv", "--unguarded").out


def test_what_is_in_the_trash_stays_there(lived: Shell) -> None:
    lived.do("delete", "-1")
    for name in ("csv-entries", "csv-check-ins", "jrnl", "jrnl-text"):
        out = lived.do("export", name).out
        assert "Walked" not in out
        assert ",6," not in out
    assert "Walked" in lived.do("export", "json").out


def test_a_folder_of_markdown_is_new_private_and_whole(lived: Shell, tmp_path: Path) -> None:
    target = tmp_path / "md"
    assert lived.do("export", "markdown", "-o", str(target), "--json").json == {"file": str(target)}
    assert sorted(one.name for one in target.iterdir()) == [
        "2026-11-23-1-1-they-said-no.md",
        "2026-11-23-walked.md",
    ]
    assert stat.S_IMODE(target.stat().st_mode) == 0o700
    assert "Walked" in (target / "2026-11-23-walked.md").read_text("utf-8")


def test_a_folder_that_is_empty_will_do_and_another_is_left_as_it_is(lived: Shell, tmp_path: Path) -> None:
    target = tmp_path / "md"
    target.mkdir()
    lived.do("export", "markdown", "-o", str(target))
    before = {one.name: one.read_bytes() for one in target.iterdir()}
    code, sentence = lived.refused("export", "markdown", "-o", str(target), "--yes")
    assert (code, sentence) == (
        1,
        f"{target} is there already and was left as it is; name a new or an empty folder.",
    )
    assert {one.name: one.read_bytes() for one in target.iterdir()} == before
    (tmp_path / "file").write_text("mine")
    assert lived.refused("export", "markdown", "-o", str(tmp_path / "file"))[0] == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_a_disk_that_is_full_leaves_nothing_behind(
    lived: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.sync", full)
    before = sorted(one.name for one in tmp_path.iterdir())
    code, sentence = lived.refused("export", "markdown", "-o", str(tmp_path / "md"))
    assert (code, "No space left on device" in sentence) == (1, True)
    assert sorted(one.name for one in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("markdown",), "Markdown is a folder with a file for each entry; name one with -o."),
        (("csv-entries", "--json"), "A table is no JSON; leave --json out, or name a file with -o."),
        (("ics", "--json"), "A calendar is no JSON; leave --json out, or name a file with -o."),
        (("proof", "--json"), "A text is no JSON; leave --json out, or name a file with -o."),
    ],
)
def test_what_does_not_go_together_is_told(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused("export", *args) == (2, sentence)


def test_an_empty_journal_leaves_in_every_format(shell: Shell, tmp_path: Path) -> None:
    shell.do("list")
    for name in FILES:
        shell.do("export", name)
    shell.do("export", "markdown", "-o", str(tmp_path / "md"))
    assert list((tmp_path / "md").iterdir()) == []
    assert json.loads(shell.do("export", "jrnl").out) == {"tags": {}, "entries": []}


def test_proof_is_that_of_the_report(lived: Shell) -> None:
    assert lived.do("export", "proof").out == lived.do("report", "--proof").out
    assert lived.do("export", "proof-csv").out == lived.do("report", "--proof", "--format", "csv").out


def test_help_names_every_format(shell: Shell) -> None:
    told = shell.do("export", "--help").out
    for one in WRITE:
        assert one.name in told


def test_the_export_holds_everything(shell: Shell) -> None:
    shell.logged(text="They said “no” … 🙂")
    everything = shell.do("export", "json").json
    assert everything["format"] == "bounceback"
    assert everything["entry"][0]["text"] == "They said “no” … 🙂"
    assert len(everything["application"]) == 1


@pytest.mark.usefixtures("backed_up")
def test_an_exported_file_is_whole_and_private(shell: Shell, tmp_path: Path) -> None:
    shell.logged(text="They said “no” … 🙂")
    file = tmp_path / "out.json"
    assert shell.do("export", "json", "-o", str(file)).out == ""
    assert json.loads(file.read_text("utf-8")) == shell.do("export", "json").json
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["backups", "journal.db", "journal.db-seen", "out.json"]


def test_a_file_that_is_there_is_replaced_only_on_request(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("mine")
    file.chmod(0o644)
    code, sentence = shell.refused("export", "json", "-o", str(file), stdin="y\n")
    assert code == 1
    assert "--yes" in sentence
    assert file.read_text() == "mine"
    assert shell.do("export", "json", "-o", str(file), "--yes", "--json").json == {"file": str(file)}
    assert json.loads(file.read_text("utf-8"))["format"] == "bounceback"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "name", ["journal.db", "journal.db-wal", "journal.db-shm", "journal.db-seen", "link", "hard"]
)
def test_the_journal_itself_is_never_replaced(shell: Shell, tmp_path: Path, name: str) -> None:
    shell.logged()
    (tmp_path / "link").symlink_to(shell.journal)
    (tmp_path / "hard").hardlink_to(shell.journal)
    code, sentence = shell.refused("export", "json", "-o", str(tmp_path / name), "--yes")
    assert code == 1
    assert "is the journal itself" in sentence
    assert len(shell.do("list", "--json").json) == 1


def test_a_link_is_followed_and_stays(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    shell.do("export", "json", "-o", str(tmp_path / "link.json"), "--yes")
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text())["format"] == "bounceback"


def test_a_place_that_cannot_be_written_to_is_told_and_left_clean(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.refused("export", "json", "-o", str(tmp_path)) == (1, f"{tmp_path} is not a file; name one.")
    code, sentence = shell.refused("export", "json", "-o", str(tmp_path / "no" / "out.json"))
    assert (code, f"There is no folder {tmp_path / 'no'}, so " in sentence) == (1, True)

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, sentence = shell.refused("export", "json", "-o", str(tmp_path / "out.json"))
    assert (code, "No space left on device" in sentence) == (1, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal.db", "journal.db-seen"]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("export", "jsn"), "There is no format “jsn”; did you mean “json”?"),
        (
            ("export", "xml"),
            "There is no format “xml”; there are json, markdown, csv-entries, csv-check-ins, "
            "csv-applications, jrnl, jrnl-text, ics, proof, proof-csv.",
        ),
        (
            ("export", "csv"),
            "There is no format “csv”; did you mean “csv-entries” or “csv-check-ins” or “csv-applications”?",
        ),
        (("export",), "FORMAT is missing; `bounceback export --help` shows an example."),
    ],
)
def test_an_unknown_format_is_answered_with_the_nearest(
    shell: Shell, args: tuple[str, ...], sentence: str
) -> None:
    assert shell.refused(*args) == (2, sentence)
