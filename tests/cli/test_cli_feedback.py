"""`feedback` from a script: the e-mail on standard output, as a file, and what came of it."""

from __future__ import annotations

import stat
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_cli_recovery import step

from bounceback_tui.paths import config_folder

if TYPE_CHECKING:
    from conftest import Shell


def test_the_draft_is_printed_with_its_subject_first(shell: Shell) -> None:
    shell.logged(role="Data engineer")
    subject, blank, greeting, *rest = shell.do("feedback").out.splitlines()
    assert subject == "A short question about my application for the Data engineer position"
    assert (blank, greeting) == ("", "Dear hiring team,")
    assert "- What went well, seen from your side?" in rest
    assert "{" not in "".join(rest)


def test_a_file_for_mail_programs_is_private_and_replaces_nothing_unasked(
    shell: Shell, tmp_path: Path
) -> None:
    shell.logged(role="Data engineer")
    target = tmp_path / "ask.eml"
    shell.do("feedback", "--eml", str(target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    subject, _, *text = shell.do("feedback").out.splitlines()
    for raw in (target.read_bytes(), shell.do("feedback", "--eml", "-").out.encode("ascii")):
        read = message_from_bytes(raw, policy=default)
        assert read["Subject"] == subject
        assert read.get_content().splitlines() == text
    target.write_text("mine")
    code, sentence = shell.refused("feedback", "--eml", str(target))
    assert (code, "--yes replaces it" in sentence) == (1, True)
    assert target.read_text() == "mine"
    assert shell.do("feedback", "--eml", str(target), "--yes", "--json").json == {"file": str(target)}
    assert target.read_text() != "mine"
    assert "is the journal itself" in shell.refused("feedback", "--eml", str(shell.journal), "--yes")[1]


def test_asking_is_noted_with_a_day_in_words_and_ticks_its_step(shell: Shell) -> None:
    episode = shell.logged(when="4 days ago")["episode"]
    assert shell.do("feedback", "--asked", "yesterday").out == (
        "Noted; one reminder is due on Sun 29 Nov 2026. Its step in the guide is ticked, too.\n"
    )
    assert step(shell, "ask-feedback")["state"] == "done"
    told = shell.do("feedback", "--json").json
    assert (told["episode"], told["state"]) == (episode, "asked")
    assert (told["asked_on"], told["follow_up_on"]) == ("2026-11-22", "2026-11-29")
    reminder = shell.do("feedback", "--json", now="2026-11-29T09:00:00+00:00").json["draft"]
    assert "the last one" in reminder["text"]
    assert shell.do("feedback", "--asked", "--json").json["asked_on"] == "2026-11-23"


def test_an_answer_is_kept_as_it_came_and_turns_to_thanks(shell: Shell) -> None:
    shell.logged()
    answer = "You were calm.\r\n\r\n  More depth, please.\n"
    told = shell.do("feedback", "--answered", "-", "--json", stdin=answer).json
    assert (told["state"], told["answered_on"], told["remarks"]) == ("answered", "2026-11-23", [])
    assert told["answer"] == answer
    assert told["draft"]["subject"] == "Thank you"
    assert shell.do("search", "depth", "--json").json != []


@pytest.mark.parametrize("state", ["declined", "silent"])
def test_no_answer_is_noted_for_the_rejection_that_is_meant(shell: Shell, state: str) -> None:
    old = shell.logged(when="9 days ago", company="Oak")["episode"]
    shell.logged(company="Acme")
    assert shell.do("feedback", "--episode", old, f"--{state}").out.startswith("Noted: ")
    assert shell.do("feedback", "--episode", old, "--json").json["state"] == state
    assert shell.do("feedback", "--json").json["state"] == "not asked"


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("--asked", "--declined"), 2, "Say one thing at a time"),
        (("--eml", "-", "--silent"), 2, "Say one thing at a time"),
        (("--asked", "in 3 days"), 2, "still to come"),
        (("--answered", "  "), 1, "There is no answer yet to keep"),
        (("--episode", "zzz"), 1, "There is no rejection “zzz”"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    shell: Shell, args: tuple[str, ...], code: int, says: str
) -> None:
    shell.logged()
    refused = shell.refused("feedback", *args)
    assert refused[0] == code
    assert says in refused[1]
    assert shell.do("feedback", "--json").json["state"] == "not asked"


def test_without_a_rejection_there_is_nobody_to_ask(shell: Shell) -> None:
    assert "one opens when a rejection is logged" in shell.refused("feedback")[1]


def test_own_words_and_name_are_used_and_broken_ones_told(shell: Shell) -> None:
    shell.logged(role="Cook")
    folder = config_folder()
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('name = "Sam Doe"\n')
    assert shell.do("feedback").out.endswith("your team\nSam Doe\n")
    own = folder / "feedback-email.md"
    own.write_text("Subject: {role}?\n\nHi {interviewer}, what now? Yours, {name}")
    assert shell.do("feedback").out == "Cook?\n\nHi hiring team, what now? Yours, Sam Doe\n"
    own.write_text("Subject: x\n\nDear {boss},")
    ran = shell.do("feedback")
    assert ran.out.startswith("A short question")
    assert ran.err.count("\n") == 1
    assert "has a blank “{boss}” that is not known" in ran.err


def test_news_after_an_answer_makes_it_no_less(shell: Shell) -> None:
    shell.logged()
    question = shell.do("feedback").out
    shell.do("feedback", "--answered", "You were calm.")
    for no_answer in ("--declined", "--silent"):
        code, sentence = shell.refused("feedback", no_answer)
        assert (code, "They answered already" in sentence) == (1, True)
    assert shell.do("feedback", "--asked", "yesterday").out.startswith("Noted. ")
    told = shell.do("feedback", "--json").json
    assert (told["state"], told["answer"]) == ("answered", "You were calm.")
    assert (told["asked_on"], told["draft"]["subject"]) == ("2026-11-22", "Thank you")
    shell.logged(company="Oak")
    shell.do("feedback", "--declined")
    shell.do("feedback", "--asked")
    assert shell.do("feedback").out.splitlines()[0] == question.splitlines()[0]


def test_where_the_file_is_and_what_opens_it_is_told_beside_the_output(shell: Shell, tmp_path: Path) -> None:
    shell.logged()
    for name, opens in (("ask.eml", True), ("ask", True), ("ask.txt", False)):
        ran = shell.do("feedback", "--eml", str(tmp_path / name))
        assert ran.out == ""
        assert str(tmp_path / name) in ran.err
        assert ("your mail program opens it" in ran.err) is opens
    subject, *text = shell.do("feedback").out.splitlines()
    assert (tmp_path / "ask.txt").read_text("utf-8").splitlines() == [f"Subject: {subject}", *text]


def test_an_email_on_standard_output_is_not_said_to_be_json(shell: Shell) -> None:
    shell.logged()
    for command in (("feedback",), ("withdraw", "acme")):
        code, sentence = shell.refused(*command, "--eml", "-", "--json")
        assert (code, "leave --json out" in sentence) == (2, True)
        assert shell.do(*command, "--eml", "-").out.startswith("Subject: ")
