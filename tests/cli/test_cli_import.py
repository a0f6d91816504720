"""`import`: counts first, then all of it, from a file or standard input."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import stand_in_files as files
from conftest import Shell

from bounceback_tui.formats import registry
from bounceback_tui.formats.read_applications import APPLICATIONS
from bounceback_tui.formats.reading import Question

QUESTION = Question("mood:so-so", "Where is “so-so” between 1 and 9?", ("4", "5"))


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "days.standin"
    path.touch()
    return str(path)


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, files.stand_in())


def only(monkeypatch: pytest.MonkeyPatch, form: Any) -> None:
    monkeypatch.setattr(registry, "READ", (form,))


def entries(shell: Shell) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = shell.do("export", "json").json["entry"]
    return found


def test_a_dry_run_counts_and_changes_nothing(shell: Shell, file: str) -> None:
    ran = shell.do("import", "standin", file, "--dry-run")
    assert "New: 1 entry, 1 check-in, 2 applications and 1 thought record." in ran.out
    assert "line 6: its date cannot be read" in ran.out
    assert "Nothing was changed." in ran.out
    assert entries(shell) == []


def test_it_comes_in_and_a_second_time_nothing_does(shell: Shell, file: str) -> None:
    ran = shell.do("import", "standin", file)
    assert "1 entry, 1 check-in, 2 applications and 1 thought record came in from Stand-in." in ran.out
    assert "takes it back" in ran.out
    assert [one["title"] for one in entries(shell)] == ["A long day"]
    again = shell.do("import", "standin", file)
    assert "Nothing came in. 5 things are in the journal already." in " ".join(again.out.split("\n"))
    assert "takes it back" not in again.out


def test_scripts_get_numbers(shell: Shell, file: str) -> None:
    told = shell.do("import", "auto", file, "--json").json
    assert (told["format"], told["new"]["application"]) == ("standin", 2)
    assert (told["known"], told["refused"]) == (0, 1)
    assert told["refused_parts"] == [{"line": 6, "why": "its date cannot be read"}]


def test_the_format_may_be_guessed_and_that_is_said(shell: Shell, file: str) -> None:
    assert "It seems to be Stand-in." in shell.do("import", "auto", file).err
    Path(file).rename(Path(file).with_suffix(".odd"))
    code, said = shell.refused("import", "auto", str(Path(file).with_suffix(".odd")))
    assert code == 1
    assert "name its format" in said
    assert "It cannot be told what . is." in shell.refused("import", "auto", ".")[1]


def test_what_is_taken_for_an_answer_is_said(
    shell: Shell, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, files.stand_in(questions=[replace(QUESTION, guess="4")]))
    ran = shell.do("import", "standin", file)
    assert "Taken as “4”; `--answer 'mood:so-so=…'` says otherwise." in ran.err


def test_a_journal_of_ours_goes_through_standard_input(shell: Shell, file: str, tmp_path: Path) -> None:
    shell.logged()
    whole = shell.do("export", "json").out
    other = Shell(tmp_path / "other.db")
    assert "came in from bounceback (JSON)" in other.do("import", "json", "-", stdin=whole).out
    assert json.loads(other.do("export", "json").out) == json.loads(whole)


def test_a_question_is_answered_with_the_command(
    shell: Shell, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, replace(files.stand_in(questions=[QUESTION])))
    code, said = shell.refused("import", "standin", file)
    assert code == 1
    assert "--answer mood:so-so=4" in said
    shell.do("import", "standin", file, "--answer", "mood:so-so=5")
    assert len(entries(shell)) == 1
    assert "Nothing came in" in shell.do("import", "standin", file).out, "it is remembered"


def test_an_answer_that_is_none_is_not_taken_for_one(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Company,Role,Applied\nAcme,Cook,3/4/2026\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        only(patch, APPLICATIONS)
        code, said = shell.refused("import", "applications", str(path), "--answer", "date_order=dmy")
        assert code == 1
        assert "“dmy” is no answer to date_order; there is day first, month first." in said
        assert "--answer 'date_order=day first'" in shell.refused("import", "applications", str(path))[1]
        shell.do("import", "applications", str(path), "--answer", "date_order=Day First")
    [event] = shell.do("export", "json").json["event"]
    assert event["local_date"] == "2026-04-03"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["import", "jsn", "FILE"], "did you mean “json”?"),
        (["import", "standin", "FILE", "--answer", "so-so"], "NAME=VALUE"),
        (["import", "standin"], "FILE"),
    ],
)
def test_what_cannot_be_understood_says_what_to_do(
    shell: Shell, file: str, words: list[str], hint: str
) -> None:
    code, said = shell.refused(*(file if word == "FILE" else word for word in words))
    assert code == 2
    assert hint in said


def test_a_file_that_is_not_there_is_said(shell: Shell, tmp_path: Path) -> None:
    code, said = shell.refused("import", "standin", str(tmp_path / "none"))
    assert code == 1
    assert "cannot be read" in said


ODD = "Firm;Position;Where found;Sent on;How it stands\nHooli;SRE;agency;2026-09-03;rejected\n"


def test_with_yes_it_is_said_as_well_what_was_taken_for_an_answer(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, APPLICATIONS)
    path = tmp_path / "odd.csv"
    path.write_text("Firm;Position;Answer came\nHooli;SRE;2026-09-03\n")
    ran = shell.run("import", "applications", str(path), "--yes")
    assert ran.code == 0
    assert "Which column has the date of applying? Taken as “none”" in ran.err


def test_headings_of_a_table_kept_by_hand_are_understood(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, APPLICATIONS)
    path = tmp_path / "odd.csv"
    path.write_text(ODD)
    ran = shell.run("import", "applications", str(path), "--yes")
    assert "Taken as" not in ran.err
    [one] = shell.do("applications", "--json").json
    assert (one["source"], one["status"], one["notes"]) == ("agency", "rejected", "")


def test_an_answer_to_nothing_that_is_asked_is_refused(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, APPLICATIONS)
    path = tmp_path / "odd.csv"
    path.write_text(ODD)
    code, sentence = shell.refused("import", "applications", str(path), "--answer", "columns:applied=Sent on")
    assert code == 1
    assert "leaves nothing open that is called “columns:applied”" in sentence
    assert shell.do("applications", "--json").json == []


@pytest.mark.plain
def test_what_is_no_such_file_is_told_whole_and_calmly(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the formats there are
    copy = tmp_path / "copy.db"
    shell.do("mood", "5")
    shell.do("note", "a walk", "--mood", "4")
    shell.do("backup", str(copy))
    code, sentence = shell.refused("import", "auto", str(copy))
    assert code == 1
    assert "“copy.db” is a database" in sentence
    assert "restore-backup" in sentence

    table = tmp_path / "table.csv"
    table.write_text("Company,Status\nAcme,Applied\n")
    _, sentence = shell.refused("import", "jobsync", str(table))
    assert "has no columns “applied”, “appliedDate”" in sentence
    noise = tmp_path / "noise.csv"
    noise.write_bytes(bytes(range(256)) * 4)
    assert "is no text and no table" in shell.refused("import", "daylio", str(noise))[1]

    checkins = tmp_path / "check-ins.csv"
    shell.do("export", "csv-check-ins", "-o", str(checkins))
    said = shell.do("import", "csv", str(checkins), "--dry-run").out
    assert "1 reading belongs to an entry, and comes in with the table of entries." in said
    assert "cannot" not in said
