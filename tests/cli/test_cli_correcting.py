"""What is known of an application is corrected, and a line of its log: each is one step of `undo`."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Shell


@pytest.fixture
def acme(shell: Shell) -> Shell:
    shell.do("applications", "--add", "Acme, Clerk, agency, 12 nov 2026")
    return shell


def known(shell: Shell) -> dict[str, Any]:
    [one] = shell.do("applications", "acme", "--json").json
    return dict(one)


ALL = (
    *("--role", "Data engineer", "--source", "referral", "--specialised", "yes", "--link", "https://a.test"),
    *("--sent", "~/cv.pdf", "--read-closely", "yes", "--tailored", "no", "--liked", "yes"),
    *("--notes", "Two\nlines", "--next", "friday", "--what", "call Ms Ito"),
)


def test_all_that_an_application_says_can_be_corrected_and_taken_back_in_one_step(acme: Shell) -> None:
    before = known(acme)
    assert acme.do("applications", "--change", "acme", *ALL).out == "Saved: Acme, Data engineer\n"
    now = known(acme)
    assert now["quality"] == {"read_closely": True, "tailored": False, "liked": True}
    said = ("role", "source", "specialised", "link", "document", "notes", "next_on", "next_words")
    assert [now[name] for name in said] == [
        *("Data engineer", "referral", True, "https://a.test"),
        *("~/cv.pdf", "Two\nlines", "2026-11-27", "call Ms Ito"),
    ]
    assert now["events"] == before["events"]
    acme.do("undo")
    assert known(acme) == before


def test_what_is_empty_or_none_takes_out_what_is_there_and_the_rest_stays(acme: Shell) -> None:
    acme.do("applications", "--change", "acme", *ALL)
    none = ("--source", "none", "--liked", "none", "--next", "none", "--link", "")
    changed = acme.do("applications", "--change", "-1", *none, "--json").json
    assert changed.pop("changed") is True
    assert changed == known(acme)
    assert (changed["source"], changed["next_on"], changed["link"]) == (None, None, "")
    assert changed["quality"] == {"read_closely": True, "tailored": False, "liked": None}
    assert changed["notes"] == "Two\nlines"
    again = acme.do("applications", "--change", "acme", "--role", "Data engineer").out
    assert again == "Nothing was changed: Acme, Data engineer\n"
    assert acme.do("applications", "--change", "acme", "--notes", "-", stdin="From\na pipe").code == 0
    assert known(acme)["notes"] == "From\na pipe"


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--change", "acme"), 2, "Say what to correct, such as"),
        (("--role", "Clerk"), 2, "Say which one to correct: --change takes its key or the company's name."),
        (
            ("--change", "acme", "--add", "Beta"),
            2,
            "--add and --change are two things to do; say one of them.",
        ),
        (("clerk", "--change", "acme", "--role", "x"), 2, "--change takes one key or company, and no query"),
        (
            ("--change", "acme", "--liked", "maybe"),
            2,
            "There is no answer to --liked “maybe”; there are yes,",
        ),
        (
            ("--change", "acme", "--source", "refferal"),
            2,
            "There is no source “refferal”; did you mean “referral”?",
        ),
        (("--change", "acme", "--next", "soonish"), 2, ""),
        (("--change", "acme", "--company", " "), 2, "An application needs a company; one word is enough."),
        (("--change", "nobody", "--role", "x"), 1, "There is no application “nobody”. Nothing was changed."),
    ],
)
def test_a_correction_that_cannot_be_is_one_sentence(
    acme: Shell, args: tuple[str, ...], code: int, words: str
) -> None:
    before = known(acme)
    found, sentence = acme.refused("applications", *args)
    assert found == code
    assert sentence.startswith(words)
    assert known(acme) == before


def test_a_log_is_read_with_the_keys_of_its_lines_and_a_line_is_corrected(acme: Shell) -> None:
    acme.do("event", "acme", "interview", "--when", "friday 14:00", "--note", "Ms Ito")
    lines = acme.do("event", "acme").out.splitlines()
    assert [line.split(None, 1)[1] for line in lines] == [
        "Thu 12 Nov 2026         applied",
        "Fri 27 Nov 2026, 14:00  interview  Ms Ito",
    ]
    key = lines[1].split()[0]
    said = acme.do("event", "--change", key, "task", "--when", "26 nov 2026 10:00").out
    assert said == "Corrected: task, Thu 26 Nov 2026, 10:00 (Acme).\n"
    told = acme.do("event", "--change", "-1", "--note", "by phone", "--json").json
    assert (told["kind"], told["note"], told["changed"]) == ("task", "by phone", True)
    assert acme.do("event", "--change", "-1", "task").out.startswith("Nothing was changed: task")
    acme.do("undo")
    acme.do("undo")
    assert [one["kind"] for one in acme.do("event", "acme", "--json").json] == ["applied", "interview"]


def test_a_line_is_taken_out_of_a_log_and_brought_back(acme: Shell) -> None:
    acme.do("event", "acme", "screen")
    out = acme.do("event", "--delete", "-1").out
    assert out == "In the trash now: screen, Mon 23 Nov 2026 (Acme). `bounceback undo` brings it back.\n"
    assert [one["kind"] for one in known(acme)["events"]] == ["applied"]
    acme.do("undo")
    assert [one["kind"] for one in known(acme)["events"]] == ["applied", "screen"]
    for kind in ("screen", "applied"):  # what is in the trash counts no more
        assert acme.do("event", "--delete", "-1", "--json").json["kind"] == kind


def test_a_stage_whose_date_was_not_known_gets_one_only_where_one_is_said(shell: Shell) -> None:
    shell.logged()
    key, *told = shell.do("event", "acme").out.splitlines()[0].split()
    assert told == ["date", "not", "known", "final"]
    assert shell.do("event", "--change", key, "--note", "three people").out.startswith(
        "Corrected: final, date not"
    )
    said = shell.do("event", "--change", key, "--when", "12 nov 2026").out
    assert said == "Corrected: final, Thu 12 Nov 2026 (Acme).\n"


def test_what_an_entry_tells_of_goes_only_with_it_and_at_their_word(shell: Shell) -> None:
    key = shell.logged()["event"]
    refusal = "“They took somebody from inside.” tells of that."
    code, sentence = shell.refused("event", "--delete", key)
    assert (code, sentence) == (1, f"{refusal} Nothing was changed; --yes puts both into the trash.")
    code, sentence = shell.refused("event", "--change", key, "ghosted")
    entry = shell.do("list", "--json").json[0]["id"]
    assert (code, sentence) == (
        1,
        f"{refusal} Nothing was changed; `bounceback edit {entry[:14]}` takes --stage, --result and --when"
        " for both.",
    )
    shell.do("event", "--change", key, "--note", "by phone")  # which no entry tells of
    assert known(shell)["events"][-1]["note"] == "by phone"
    assert shell.do("event", "--delete", key, "--yes").out.startswith(
        "In the trash now: rejected, Mon 23 Nov"
    )
    assert shell.do("list").out == ""
    shell.do("undo")
    assert len(shell.do("list", "--json").json) == 1
    assert known(shell)["status"] == "rejected"


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--change", "-1"), 2, "Say what to correct: a KIND, --when or --note."),
        (("--change", "-1", "fnal"), 2, "There is no kind of event “fnal”; did you mean “final”?"),
        (("--change", "-1", "rejected"), 2, "That is still to come; --when says when it happened."),
        (("--change", "-1", "--delete", "-1"), 2, "--change and --delete are two things to do;"),
        (("acme", "screen", "--change", "-1"), 2, "--change takes the key of a line, and beside it at most"),
        (
            ("--delete", "-1", "--note", "x"),
            2,
            "--delete takes the key of a line, and nothing else but --yes.",
        ),
        (("--delete", "nosuch"), 1, "There is no event “nosuch”. Nothing was changed."),
        (("--delete", "-9"), 1, "There are only 2 events. Nothing was changed."),
    ],
)
def test_a_line_that_cannot_be_corrected_so_is_one_sentence(
    acme: Shell, args: tuple[str, ...], code: int, words: str
) -> None:
    acme.do("event", "acme", "interview", "--when", "friday 14:00")
    before = known(acme)
    found, sentence = acme.refused("event", *args)
    assert found == code
    assert sentence.startswith(words)
    assert known(acme) == before


def test_what_an_entry_tells_of_is_corrected_with_it(shell: Shell) -> None:
    entry = shell.logged()["id"]
    shell.do("edit", entry, "--stage", "interview", "--result", "ghosted")
    one = known(shell)
    assert (one["stage_reached"], one["status"]) == ("interview", "ghosted")
    assert shell.do("close", "--json").json[0]["kind"] == "ghosted"
    shell.do("undo")
    assert (known(shell)["stage_reached"], known(shell)["status"]) == ("final", "rejected")
    shell.do("note", "Walked an hour")
    code, sentence = shell.refused("edit", "-1", "--stage", "final")
    assert (code, sentence) == (
        2,
        "That entry tells of no application, so it has neither --stage nor --result.",
    )
