"""Printing: what fits, what is safe, and what can be encoded."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.cli import output

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
def test_json_says_the_same_and_steers_no_terminal(text: str) -> None:
    printed = output.safe_json({text: [text]})
    assert json.loads(printed) == {text: [text]}
    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in printed)
    printed.encode("utf-8")


def test_json_stays_readable() -> None:
    assert output.safe_json("“no” … 🙂 日本") == '"“no” … 🙂 日本"'


def test_json_is_whole_where_little_can_be_encoded(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    monkeypatch.setattr(sys, "stdout", stream)
    output.print_json({"text": "“no” 🙂"})
    stream.seek(0)
    assert json.loads(stream.read())["text"] == "“no” 🙂"


@pytest.mark.parametrize("values", [[], [{"a": 1}], ["one", "two\n", {"schema_version": 7}]])
def test_a_list_stands_in_an_object_with_a_version(
    capsys: pytest.CaptureFixture[str], values: list[object]
) -> None:
    output.print_json_list(values)
    printed = capsys.readouterr().out
    assert json.loads(printed) == {"schema_version": 1, "items": values}
    assert len(printed.splitlines()) == len(values) + 2


def test_an_object_tells_its_version_first_and_a_file_keeps_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.print_json({"id": "x"})
    assert capsys.readouterr().out == '{"schema_version": 1, "id": "x"}\n'
    output.print_json({"format": "bounceback", "schema_version": 8})
    assert json.loads(capsys.readouterr().out)["schema_version"] == 8


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("🙂", 2), ("", 0)])
def test_the_columns_of_a_text_are_those_of_a_terminal(text: str, width: int) -> None:
    assert output.cells(text) == width


def test_a_table_fits_the_terminal_whatever_it_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "terminal_width", lambda: 40)
    output.print_table([("Mon", "x" * 80, "end"), ("Tuesday", "日本" * 20, "e"), ("W", "a\nb\x1b[2J", "")], 1)
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "Mon      " + "x" * 25 + "…  end",
        "Tuesday  " + "日本" * 6 + "…   e",
        "W        a b␛[2J",
    ]
    assert all(output.cells(line) <= 40 for line in lines)


def test_without_a_terminal_nothing_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table([("a", "x" * 300)], 1)
    output.print_line("y " * 200, "  ")
    assert capsys.readouterr().out.splitlines() == ["a  " + "x" * 300, "  " + " ".join("y" * 200)]


def test_a_paragraph_is_wrapped_to_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "terminal_width", lambda: 30)
    output.print_line("one two three four five six seven", "    ")
    output.print_line()
    assert capsys.readouterr().out.splitlines() == ["    one two three four five", "    six seven", ""]


class _Screen(io.StringIO):
    """A terminal of some width."""

    def isatty(self) -> bool:
        return True


def test_a_file_on_a_terminal_ends_without_a_sign_for_its_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", screen := _Screen())
    output.print_file("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert screen.getvalue() == "BEGIN:VCALENDAR\nEND:VCALENDAR\n"


@pytest.mark.parametrize("say", [output.complain, output.tell, output.ask, output.print_line])
@pytest.mark.parametrize("width", [40, 60, 80])
def test_sentences_and_questions_break_between_words_and_in_no_command(
    say: Callable[[str], None], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", str(width))
    sentence = (
        "Encrypt me.db and its backups? The plain files are overwritten and removed; 日本語 follow-ups"
        " stay, and (`bounceback backup NAME`) makes one more of"
        " /home/somebody/who/has/a/long/name/in/a/folder/of/folders/of/folders/journal.db"
    )
    say(sentence)
    lines = screen.getvalue().rstrip().splitlines()
    assert " ".join(lines) == sentence
    assert all(output.cells(line) <= width for line in lines if "/home" not in line)
    assert all(line.count("`") in (0, 2) for line in lines)
    assert any("follow-ups" in line for line in lines)


def test_a_path_with_spaces_and_commands_that_stand_together_are_not_parted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "terminal_width", lambda: 40)
    path = "/home/me/Library/Application Support/bounceback/backups/me.db"
    output.print_line(f"1 entry, checked, in {path} and nowhere else, call `a b`c`d e` often")
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["1 entry, checked, in", path, "and nowhere else, call `a b`c`d e` often"]


@pytest.mark.parametrize("length", range(28, 42))
def test_the_answers_that_a_question_takes_stay_together(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("COLUMNS", "40")
    output.ask(f"Is it {'so' * length}?"[:length], "y or n:")
    assert screen.getvalue().splitlines()[-1].endswith("y or n: ")
    assert max(map(len, screen.getvalue().splitlines())) < 40  # what is typed stands behind it


def test_in_plain_mode_and_where_nobody_reads_a_sentence_stays_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for screen, plain in ((_Screen(), "1"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setenv("COLUMNS", "40")
        monkeypatch.setenv("BOUNCEBACK_PLAIN", plain)
        output.complain("word " * 40)
        assert screen.getvalue() == " ".join(["word"] * 40) + "\n"
