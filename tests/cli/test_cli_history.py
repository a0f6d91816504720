"""`list`, `search`, `show`, `delete` and `restore` from a script."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bounceback_tui.clock import clock_from_environment
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from conftest import Shell

PROMISED = {
    *("id", "written_at", "local_date", "title", "text", "tags"),
    *("company", "role", "stage", "result", "mood"),
}


def titles(shell: Shell, *args: str) -> list[str]:
    return [entry["title"] for entry in shell.do(*args, "--json").json]


def test_the_list_keeps_what_it_promises_to_scripts(shell: Shell) -> None:
    shell.logged()
    shell.do("note", "Walked")
    for entry in shell.do("list", "--json").json:
        assert set(entry) >= PROMISED
    note, outcome = shell.do("list", "--json").json
    assert (note["company"], note["stage"], note["result"], note["mood"]) == (None, None, None, None)
    assert (outcome["company"], outcome["stage"], outcome["result"]) == ("Acme", "final", "rejected")


def test_the_newest_come_first_and_json_is_complete(shell: Shell) -> None:
    for day in range(25, 0, -1):
        shell.do("note", f"day {day}", "--when", f"{day} days ago")
    assert titles(shell, "list") == [f"day {day}" for day in range(1, 26)]
    assert titles(shell, "list", "--limit", "3") == ["day 1", "day 2", "day 3"]
    assert len(shell.do("list").out.splitlines()) == 20
    assert len(shell.do("list", "--limit", "0").out.splitlines()) == 25
    assert len(shell.do("search", "day", "--limit", "22").out.splitlines()) == 22


def test_a_history_of_several_pages_is_printed_whole(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bounceback_tui.services.history.PAGE", 4)
    for day in range(10, 0, -1):
        shell.do("note", f"day {day}", "--when", f"{day} days ago")
    assert titles(shell, "list") == [f"day {day}" for day in range(1, 11)]
    assert titles(shell, "list", "--limit", "6") == [f"day {day}" for day in range(1, 7)]
    assert titles(shell, "list", "--limit", "8") == [f"day {day}" for day in range(1, 9)]


def test_a_line_of_the_list_has_the_day_the_mood_a_key_and_the_title(shell: Shell) -> None:
    key = shell.do("log", "They said no", "--company", "Acme", "--mood", "3").json["id"]
    line = shell.do("list").out.rstrip("\n")
    assert line == f"Mon 23 Nov 2026  mood 3  {key[:14]}  They said no (Acme)"
    assert shell.do("show", key[:14], "--json").json["id"] == key


def test_a_company_that_the_title_names_is_not_said_twice(shell: Shell) -> None:
    shell.do("log", "--company", "Acme", "--stage", "final")
    assert shell.do("list").out.endswith("  Acme: rejected after the final round\n")


def test_words_and_filters_find_entries(shell: Shell) -> None:
    shell.do("log", "The panel liked me", "--company", "Acme", "--mood", "3", "--tag", "panel")
    shell.do("log", "Salary was the panel's problem", "--company", "Beta", "--mood", "6")
    assert titles(shell, "search", "panel") == ["Salary was the panel's problem", "The panel liked me"]
    assert titles(shell, "search", "panel", "-salary") == ["The panel liked me"]
    assert titles(shell, "list", "company:beta") == ["Salary was the panel's problem"]
    assert titles(shell, "list", "mood:<4", "tag:panel") == ["The panel liked me"]
    assert titles(shell, "search", '"liked me"') == ["The panel liked me"]
    assert titles(shell, "list", "until:yesterday") == []


def test_a_search_that_finds_nothing_is_no_error(shell: Shell) -> None:
    ran = shell.do("search", "nothing")
    assert (ran.out, ran.err) == ("", "Nothing found: entries with “nothing”.\n")
    assert shell.do("search", "nothing", "--json").json == []


def test_all_that_is_not_clear_of_a_query_is_told_at_once(shell: Shell) -> None:
    shell.do("note", "one")
    code, said = shell.refused("list", "stage:fnal", "mood:77", "since:today", "--json")
    assert (code, "“final”" in said, "Mood runs from 1 to 9" in said) == (2, True, True)


def test_show_tells_an_entry_in_plain_lines(shell: Shell) -> None:
    key = shell.do(
        *(
            "log",
            "First line\n\nSecond thoughts",
            "--company",
            "Acme",
            "--role",
            "Analyst",
            "--stage",
            "task",
        ),
        *("--mood", "3", "--feel", "shame=60", "--outside", "An internal candidate", "--tag", "panel"),
    ).json["id"]
    lines = shell.do("show", key).out.splitlines()
    assert lines == [
        "First line",
        "Mon 23 Nov 2026, 09:30 (today)",
        "Acme, Analyst: rejected, had reached the task",
        "Tags: panel",
        "",
        "First line",
        "",
        "Second thoughts",
        "",
        "When starting to write: mood 3, shame 60",
        "",
        "Outside me:",
        "- An internal candidate",
        "",
        f"Id: {key}",
    ]


def test_show_has_the_check_ins_and_earlier_versions(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    key = shell.do("note", "Angry", "--mood", "2", "--after-mood", "3", "--tag", "raw").json["id"]
    monkeypatch.setenv("BOUNCEBACK_NOW", "2026-11-24T10:00:00+00:00")
    with Workspace(shell.journal, clock_from_environment(), asset("guide.md")) as workspace:
        workspace.versions.rewrite(key, "Calmer", "Calmer now", ())
    shell.do("mood", "5", now="2026-11-24T11:00:00+00:00")
    entry = shell.do("show", key, "--json").json
    assert entry["text"] == "Calmer now"
    assert [(one["relation"], one["mood"]) for one in entry["checkins"]] == [
        ("before", 2),
        ("after", 3),
        ("next day", 5),
    ]
    (revision,) = entry["revisions"]
    assert (revision["text"], revision["tags"]) == ("Angry", ["raw"])
    assert revision["replaced_at"] == "2026-11-24T10:00:00+00:00"
    assert "1 earlier version, the last change on Tue 24 Nov 2026" in shell.do("show", key).out


def test_minus_one_is_the_latest(shell: Shell) -> None:
    shell.do("note", "one", "--when", "yesterday")
    shell.do("note", "two")
    assert shell.do("show", "-1", "--json").json["text"] == "two"


def test_an_entry_goes_into_the_trash_and_out_again(shell: Shell) -> None:
    key = shell.do("note", "Private", "--mood", "2").json["id"]
    assert "restore" in shell.do("delete", key).out
    assert titles(shell, "list") == []
    assert titles(shell, "list", "is:deleted") == ["Private"]
    assert shell.do("show", key, "--json").json["deleted"] is True
    restored = shell.do("restore", key, "--json").json
    assert (restored["id"], restored["deleted"], restored["mood"]) == (key, False, 2)
    assert titles(shell, "list") == ["Private"]
    assert shell.do("delete", "-1", "--json").json["deleted"] is True


@pytest.mark.plain
def test_an_entry_is_changed_in_an_editor(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text("import sys; open(sys.argv[1], 'a').write(' Twice.')")
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{editor}'")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    key = shell.do("note", "Walked.").json["id"]
    changed = shell.do("edit", key, "--json").json
    assert (changed["id"], changed["text"], changed["changed"]) == (key, "Walked. Twice.", True)
    assert [one["text"] for one in shell.do("show", key, "--json").json["revisions"]] == ["Walked."]
    monkeypatch.setenv("VISUAL", "true")
    assert shell.do("edit", "-1").out == "Nothing was changed: Walked. Twice.\n"
    monkeypatch.setenv("VISUAL", "/nowhere/ed")
    code, sentence = shell.refused("edit", key)
    assert code == 1
    assert "cannot be started" in sentence


def test_an_entry_is_deleted_for_good_only_after_a_yes(shell: Shell) -> None:
    key = shell.do("note", "Private").json["id"]
    assert shell.refused("delete", key, "--for-good") == (
        1,
        "Nothing was deleted; --yes deletes without asking.",
    )
    assert titles(shell, "list") == ["Private"]
    assert shell.do("delete", key, "--for-good", "--yes", "--json").json == {"id": key, "deleted": True}
    assert titles(shell, "list", "is:deleted") == []
    assert shell.refused("show", key)[0] == 1


@pytest.mark.parametrize("command", ["show", "delete", "restore"])
def test_an_entry_that_is_not_there_is_told(shell: Shell, command: str) -> None:
    assert shell.refused(command, "zzz") == (1, "There is no entry “zzz”. Nothing was changed.")
    code, sentence = shell.refused(command, "-1")
    assert code == 1
    assert "empty" in sentence


def test_a_key_that_is_too_short_to_tell_is_told(shell: Shell) -> None:
    shell.do("note", "one")
    shell.do("note", "two")
    code, sentence = shell.refused("show", "01")
    assert code == 1
    assert "give more of it" in sentence


@pytest.mark.parametrize("args", [("search", "panel"), ("list", "mood:<4"), ("applications", "stage:final")])
def test_that_nothing_is_found_is_said_beside_the_data_also_without_a_terminal(
    shell: Shell, args: tuple[str, ...]
) -> None:
    ran = shell.do(*args)
    assert (ran.out, ran.err.startswith("Nothing found: "), ran.err.count("\n")) == ("", True, 1)
    ran = shell.do(*args, "--json")
    assert (ran.json, ran.err) == ([], "")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("list", "--limt", "3"), "There is no option “--limt”; did you mean “--limit”?"),
        (("list", "--limit", "many"), "The limit is a number from 0 to 1000000, and “many” is none."),
        (("search",), "QUERY is missing; `bounceback search --help` shows an example."),
        (("show",), "ID is missing; `bounceback show --help` shows an example."),
        (
            ("show", "a", "b"),
            "“b” is too much here: `bounceback show [OPTIONS] ID`. What belongs together goes in quotes.",
        ),
        (
            ("rest", "tomorrow", "3", "days", "please"),
            "“days please” is too much here: `bounceback rest [OPTIONS] [FROM] [TO]`. What belongs together"
            " goes in quotes.",
        ),
        (
            ("list", "--since", "yesterday"),
            "There is no option “--since”; it is a filter: `bounceback list since:yesterday`.",
        ),
        (
            ("search", "panel", "--since=last week"),
            "There is no option “--since”; it is a filter: `bounceback search 'since:\"last week\"'`.",
        ),
        (
            ("applications", "--stage"),
            "There is no option “--stage”; it is a filter: `bounceback applications stage:…`.",
        ),
        (
            ("list", "--company", "Big Corp"),
            "There is no option “--company”; it is a filter: `bounceback list 'company:\"Big Corp\"'`.",
        ),
        (
            ("list", "--company", 'The "Big" Corp'),
            "There is no option “--company”; it is a filter: `bounceback list 'company:\"The Big Corp\"'`.",
        ),
    ],
)
def test_what_cannot_be_understood_is_refused(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused(*args) == (2, sentence)


def test_a_journal_in_the_way_is_told(shell: Shell, tmp_path: Path) -> None:
    code, sentence = shell.refused("--db", str(tmp_path), "list")
    assert code == 1
    assert "is a folder" in sentence
