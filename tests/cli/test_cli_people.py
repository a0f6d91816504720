"""Somebody you met: noted, corrected, put away, and greeted in the e-mail that asks for feedback."""

from __future__ import annotations

import pytest
from conftest import Shell

LATER = "2026-11-23T09:31:00+00:00"


def test_somebody_is_noted_greeted_corrected_and_put_away(shell: Shell) -> None:
    shell.logged(when="today 9am")
    shell.do("log", "--company", "Beta")
    said = shell.do("people", "acme", "--add", "Ms Ito <ito@acme.test>, head of data").out
    assert said == "Added: Ms Ito, head of data, ito@acme.test.\n"
    shell.do("people", "beta", "--add", "Dev", now=LATER)
    rows = [line.split(None, 1)[1] for line in shell.do("people").out.splitlines()]
    assert rows == ["Beta  Dev", "Acme  Ms Ito  head of data  ito@acme.test"]
    [ito] = shell.do("people", "acme", "--json").json
    assert ito["email"] == "ito@acme.test"
    changed = shell.do("people", "--change", ito["id"], "--name", "Ms Itō", "--role", "").out
    assert changed == "Saved: Ms Itō, ito@acme.test.\n"
    assert "Ms Itō" in shell.do("feedback", "--episode", "-2").out
    shell.do("undo")
    assert "Ms Ito, head of data" in " ".join(shell.do("people", "acme").out.split()).replace(
        " head", ", head"
    )
    shell.do("people", "--delete", ito["id"])
    assert shell.do("people", "acme", "--json").json == []
    shell.do("undo")
    assert len(shell.do("people", "--json").json) == 2
    assert shell.do("people", "--delete", "-1", "--json").json["name"] == "Dev"


@pytest.mark.many(3)
@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--add", "Dev"), 2, "Say where you met them: `bounceback people acme --add"),
        (("acme", "--add", "Dev <dev@"), 2, "An address looks like name@firm.example; or leave it out."),
        (("acme", "--add", " "), 2, "A name is missing; one word is enough."),
        (("nobody", "--add", "Dev"), 1, "There is no application “nobody”."),
        (("--change", "-1"), 2, "--change ID takes --name, --role or --email,"),
        (("--email", "dev@acme.test"), 2, "--change ID takes --name, --role or --email,"),
        (("--change", "-1", "--email", "dev"), 2, "An address looks like name@firm.example;"),
        (("--change", "-1", "--name", ""), 2, "A name is missing; one word is enough."),
        (("acme", "--delete", "-1"), 2, "--change and --delete take the key of a person,"),
        (("--delete", "-2"), 1, "There is only 1 person. Nothing was changed."),
    ],
)
def test_what_cannot_be_is_one_sentence(shell: Shell, args: tuple[str, ...], code: int, words: str) -> None:
    shell.logged()
    shell.do("people", "acme", "--add", "Ms Ito")
    found, sentence = shell.refused("people", *args)
    assert found == code
    assert sentence.startswith(words)
    assert [one["name"] for one in shell.do("people", "--json").json] == ["Ms Ito"]
