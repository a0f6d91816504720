"""The end of a search by command: what is open is withdrawn or closed in one step, and looked back on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import Shell


@pytest.fixture
def searched(shell: Shell) -> Shell:
    """A rejection, a silence, and three applications that are open."""
    shell.logged()
    shell.do("log", "--company", "Brook", "--result", "ghosted")
    for company in ("Zed", "Yak", "Xen"):
        shell.do("applications", "--add", f"{company}, Clerk, referral, 2 nov 2026")
    return shell


def status(shell: Shell) -> dict[str, str]:
    return {one["company"]: one["status"] for one in shell.do("applications", "--json").json}


def closed(shell: Shell) -> dict[str, bool]:
    return {one["company"]: one["closed"] for one in shell.do("close", "--json").json}


def test_what_is_open_is_listed_withdrawn_at_once_and_taken_back(searched: Shell) -> None:
    searched.do("event", "yak", "accepted")
    assert [one.split()[-2] for one in searched.do("withdraw").out.splitlines()] == ["Clerk"] * 2
    assert searched.do("withdraw", "--all").out == "Withdrawn: Xen, Clerk\nWithdrawn: Zed, Clerk\n"
    assert {name for name, word in status(searched).items() if word == "withdrew"} == {"Xen", "Zed"}
    assert searched.do("event", "zed").out.endswith("withdrew  took the offer from Yak\n")
    assert searched.refused("withdraw", "--all") == (
        1,
        "No application is open, so there is nothing to withdraw.",
    )
    searched.do("undo")
    assert [one["company"] for one in searched.do("withdraw", "--json").json] == ["Xen", "Zed"]


def test_one_is_withdrawn_with_a_reason(searched: Shell) -> None:
    [one] = searched.do("withdraw", "zed", "--note", "too far", "--json").json
    assert (one["status"], one["events"][-1]["note"]) == ("withdrew", "too far")
    code, sentence = searched.refused("withdraw", "zed")
    assert (code, sentence) == (1, "None of these is open any more, so there is nothing to withdraw.")


def test_the_note_that_withdraws_is_printed_or_saved_and_changes_nothing(
    searched: Shell, tmp_path: Path
) -> None:
    searched.do("people", "zed", "--add", "Ms Ito <ito@zed.test>")
    before = status(searched)
    ran = searched.do("withdraw", "zed", "--letter")
    assert ran.out.startswith("Withdrawing my application for the Clerk position\n\nDear Ms Ito,\n")
    assert ran.err.startswith("No offer is noted as accepted;")
    words = ("--subject", "No, {company}", "--text", "-")
    own = searched.do("withdraw", "zed", "--letter", *words, stdin="Dear {interviewer}, no.\n")
    assert (own.out, own.err) == ("No, Zed\n\nDear Ms Ito, no.\n", "")
    assert searched.do("withdraw", "zed", "--letter", "--json").json["to"] == "ito@zed.test"
    file = tmp_path / "zed.eml"
    searched.do("withdraw", "zed", "--eml", str(file))
    assert b"ito@zed.test" in file.read_bytes()
    assert searched.refused("withdraw", "zed", "--eml", str(file))[0] == 1
    assert status(searched) == before


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("zed", "--all"), 2, "Name those to withdraw, or say --all: one of the two."),
        (("--letter",), 2, "--letter and --eml are for one:"),
        (("zed", "yak", "--letter"), 2, "--letter and --eml are for one:"),
        (("zed", "--text", "no"), 2, "--subject and --text are words of the e-mail:"),
        (("--note", "far"), 2, "Say which one, as in"),
        (("zed", "--letter", "--text", "{nobody}"), 2, "Your note has a blank “{nobody}” that is not known;"),
        (("nobody",), 1, "There is no application “nobody”."),
    ],
)
def test_a_withdrawal_that_cannot_be_is_one_sentence(
    searched: Shell, args: tuple[str, ...], code: int, words: str
) -> None:
    before = status(searched)
    found, sentence = searched.refused("withdraw", *args)
    assert found == code
    assert sentence.startswith(words)
    assert status(searched) == before


def _closing(shell: Shell, company: str) -> dict[str, Any]:
    whole = shell.do("export", "json").json
    event = next(one["event"] for one in shell.do("close", "--json").json if one["company"] == company)
    [said] = [one for one in whole["attribution"] if one["event_id"] == event and one["at_close"]]
    return dict(said)


def test_a_rejection_is_closed_with_what_helped_and_opened_again(searched: Shell) -> None:
    out = searched.do("close", "acme", "--what-helped", "Ringing Dev", "--me-them", "80").out
    assert out == "Closed: Acme\n"
    assert closed(searched) == {"Brook": False, "Acme": True}
    said = _closing(searched, "Acme")
    assert (said["locus"], said["stability"]) == (80, None)
    code, sentence = searched.refused("close", "acme")
    assert code == 1
    assert sentence.startswith("That is closed already. Nothing was changed; --reopen ")
    assert searched.do("close", "--reopen", "acme").out == "Open again: Acme\n"
    searched.do("close", "acme", "--job-everything", "10")  # what was said before stays
    said = _closing(searched, "Acme")
    assert (said["locus"], said["globality"]) == (80, 10)
    assert "Ringing Dev" in searched.do("export", "json").out
    searched.do("undo")
    assert closed(searched) == {"Brook": False, "Acme": False}


def test_of_two_at_one_company_the_open_one_is_closed_and_the_closed_one_opened(shell: Shell) -> None:
    for role in ("Cook", "Clerk"):
        shell.do("log", "--company", "Acme", "--role", role)
    code, sentence = shell.refused("close", "acme")
    assert code == 1
    assert sentence.startswith("There is more than one rejection by acme; name one of ")
    shell.do("close", "-1")
    assert shell.do("close", "acme").out == "Closed: Acme, Cook\n"
    shell.do("close", "--reopen", "-1")
    assert shell.do("close", "--reopen", "acme").out == "Open again: Acme, Cook\n"


def test_all_are_closed_in_one_step(searched: Shell) -> None:
    assert searched.do("close", "--all").out == "Closed: Brook\nClosed: Acme\n"
    assert searched.refused("close", "--all") == (1, "No rejection is open, so there is nothing to close.")
    searched.do("undo")
    assert closed(searched) == {"Brook": False, "Acme": False}
    lines = [line.split(None, 1)[1] for line in searched.do("close").out.splitlines()]
    assert lines == ["open  ghosted Mon 23 Nov 2026   Brook", "open  rejected Mon 23 Nov 2026  Acme"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("acme", "--all"), 2, "Name those to close, or say --all, or --reopen ID:"),
        (("--what-helped", "Dev"), 2, "What helped and the cause are said of one:"),
        (("acme", "--me-them", "101"), 2, "--me-them runs from 0 to 100, not 101;"),
        (("nobody",), 1, "There is no rejection “nobody”. Nothing was changed."),
        (("--reopen", "acme"), 1, "That is open already. Nothing was changed."),
    ],
)
def test_a_closing_that_cannot_be_is_one_sentence(
    searched: Shell, args: tuple[str, ...], code: int, words: str
) -> None:
    found, sentence = searched.refused("close", *args)
    assert found == code
    assert sentence.startswith(words)
    assert closed(searched) == {"Brook": False, "Acme": False}


def test_the_search_is_looked_back_on_in_plain_lines(searched: Shell, shell: Shell) -> None:
    searched.do("event", "yak", "accepted")
    assert searched.do("look-back").out.splitlines() == [
        "From Mon 2 Nov 2026 to Mon 23 Nov 2026, when you said yes to Yak: about three weeks.",
        "",
        "Five applications. This is how far they got:",
        "application  3",
        "final round  1",
        "offer        1",
        "",
        "1 ended with a no, 1 went silent, 2 are still open.",
        "You wrote 2 entries along the way.",
        "",
        "All of this led here. Take your time before the new thing begins.",
    ]
    back = searched.do("look-back", "--json").json
    assert (back["accepted"], back["is_over"], back["open"]) == ("Yak", True, 2)
    assert {"stage": "applied", "count": 3} in back["reached"]


def test_without_any_application_there_is_nothing_to_look_back_on(shell: Shell) -> None:
    sentence = "There is nothing to look back on yet: no application is noted."
    assert shell.refused("look-back") == (1, sentence)
