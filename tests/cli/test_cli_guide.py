"""`guide` and `export` from a script."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bounceback_tui.domain.guide import MAX_BYTES
from bounceback_tui.resources import asset

if TYPE_CHECKING:
    from conftest import Shell

BAD = "## Rest {#rest}\n\n- [ ] Sleep {#sleep}\n- [x] Eat\n"


def test_the_outline_names_every_step(shell: Shell) -> None:
    lines = shell.do("guide").out.splitlines()
    assert any(line.startswith("  ask-feedback ") for line in lines)
    outline = shell.do("guide", "--json").json
    assert len(outline["sections"]) == 4
    assert outline["problems"] == []


def test_a_guide_of_ones_own_is_checked_and_outlined(shell: Shell, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# Mine\n\n## Rest\n\n- [ ] Sleep {#sleep}\n")
    assert shell.do("guide", str(mine)).out.splitlines() == [
        "Mine",
        "1 section, 1 step",
        "",
        "Rest",
        "  sleep  Sleep",
    ]


def test_what_is_wrong_in_a_guide_is_told_with_file_and_line(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.md"
    bad.write_text(BAD)
    ran = shell.run("guide", str(bad))
    assert (ran.code, ran.out) == (1, "")
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [f"{bad}:4", f"{bad}:4"]
    ran = shell.run("guide", str(bad), "--json")
    assert ran.code == 1
    assert [problem["line"] for problem in ran.json["problems"]] == [4, 4]


@pytest.mark.parametrize(
    ("content", "words"), [(b"## \xff\n", "UTF-8"), (b"a" * (MAX_BYTES + 10), "200 kB"), (b"a\0b", "nul")]
)
def test_a_file_that_is_no_guide_is_told(shell: Shell, tmp_path: Path, content: bytes, words: str) -> None:
    bad = tmp_path / "bad.md"
    bad.write_bytes(content)
    code, sentence = shell.refused("guide", str(bad))
    assert code == 1
    assert words in sentence


def test_a_guide_that_cannot_be_read_is_told(shell: Shell, tmp_path: Path) -> None:
    assert shell.refused("guide", str(tmp_path / "no.md")) == (
        1,
        f"{tmp_path / 'no.md'} cannot be read (no such file or directory).",
    )
    assert shell.refused("guide", str(tmp_path))[0] == 1


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
def test_what_cannot_be_understood_is_refused(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused(*args) == (2, sentence)


def test_the_shipped_guide_has_nothing_wrong(shell: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    copy.write_text(asset("guide.md"), "utf-8")
    assert shell.do("guide", str(copy)).err == ""
