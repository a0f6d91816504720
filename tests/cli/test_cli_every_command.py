"""A walk over every command: told of, with an example, in JSON, and one clean sentence where it is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from unittest.mock import AsyncMock

import click
import pytest
from conftest import Shell

from bounceback_tui.cli.main import bounceback

pytestmark = pytest.mark.plain

NAMES = sorted(bounceback._every)
HELD = Path(__file__).parents[2]

WALK: dict[str, tuple[str, ...]] = {
    "applications": (),
    "backup": ("{folder}/copy.db",),
    "check-ins": (),
    "close": ("acme",),
    "completion": ("bash",),
    "cv": ("--add", "Name both projects"),
    "decrypt": ("--yes",),
    "delete": ("-1",),
    "doctor": (),
    "due": (),
    "edit": ("-1",),
    "encrypt": ("--yes",),
    "event": ("acme", "screen"),
    "export": ("json", "-o", "{folder}/all.json"),
    "feedback": (),
    "focus": (),
    "guide": (),
    "import": ("json", "{folder}/before.json"),
    "leads": (),
    "list": (),
    "log": ("They said no", "--company", "Beta"),
    "look-back": (),
    "man": (),
    "mood": ("5",),
    "note": ("Walked an hour",),
    "passphrase": (),
    "people": ("acme", "--add", "Ms Ito"),
    "plan": ("agency", "If it is Tuesday, then I ring"),
    "prepare": ("acme", "--if", "I lose the thread"),
    "report": (),
    "rest": ("today", "2 days"),
    "restore": ("-1",),
    "restore-backup": (),
    "search": ("no",),
    "serve": (),
    "show": ("-1",),
    "skip": ("agency",),
    "stats": ("mood",),
    "sync": ("status",),
    "steps": (),
    "strengths": ("I listen",),
    "tags": (),
    "that-is-right": (),
    "thoughts": ("I am always second",),
    "tick": ("agency",),
    "undo": (),
    "untick": ("agency",),
    "withdraw": (),
    "writing": (),
}
"""Something that each command can do in a journal with a rejection and a deleted entry."""


@pytest.fixture
def lived(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell.logged()
    shell.do("note", "no longer")
    shell.do("export", "json", "-o", str(shell.journal.parent / "before.json"))
    shell.do("delete", "-1")
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.setenv("BOUNCEBACK_PASSPHRASE_COMMAND", "echo correct horse")
    monkeypatch.setenv("BOUNCEBACK_NEW_PASSPHRASE_COMMAND", "echo correct horse")
    return shell


def test_the_walk_goes_everywhere() -> None:
    assert set(NAMES) <= set(WALK)


@pytest.mark.parametrize("name", NAMES)
def test_the_manual_page_tells_of_it(name: str) -> None:
    page = (HELD / "docs" / "bounceback.1").read_text("utf-8").replace(r"\-", "-")
    assert f".SS {name}\n" in page


@pytest.mark.many(3)
@pytest.mark.parametrize("name", NAMES)
def test_its_help_has_an_example_and_fits_a_line(shell: Shell, name: str) -> None:
    text = shell.do(name, "--help").out
    assert re.search(rf"Example:\n\s+bounceback {name}\b", text)
    assert "--json" in text
    assert max(map(len, text.splitlines())) <= 110


@pytest.mark.many(12)
@pytest.mark.usefixtures("backed_up")
@pytest.mark.parametrize("name", NAMES)
def test_it_answers_in_json(lived: Shell, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "that-is-right":
        lived.journal.with_name("journal.db-seen").unlink(missing_ok=True)
        code, sentence = lived.refused(name, "--json")
        assert (code, sentence) == (1, "The journal is as it was left; there is nothing to say about it.")
        return
    monkeypatch.setattr("bounceback_tui.cli.serving.Serving.ended", AsyncMock())  # as if by ctrl+c at once
    if name in ("decrypt", "passphrase"):
        lived.do("encrypt", "--yes")
    args = [one.replace("{folder}", str(lived.journal.parent)) for one in WALK[name]]
    ran = lived.run(name, *args, "--json")
    assert ran.code == 0, ran.err
    assert isinstance(ran.json, dict | list)  # which looks at its version
    assert not any(ord(sign) < 0x20 for sign in ran.out.replace("\n", ""))


@pytest.mark.many(12)
@pytest.mark.parametrize("name", NAMES)
def test_an_option_that_there_is_not_is_one_sentence(lived: Shell, name: str) -> None:
    before = lived.journal.read_bytes()
    code, sentence = lived.refused(name, "--no-such-option")
    assert code == 2
    assert sentence.endswith((".", "?"))
    assert "--no-such-option" in sentence or "is missing" in sentence
    assert lived.journal.read_bytes() == before


MANY_WORDS = (
    "applications",
    "list",
    "search",
    "log",
    "note",
    "thoughts",
    "strengths",
    "close",
    "withdraw",
    "plan",
)
"""Commands to which any number of words can be said."""


@pytest.mark.many(12)
@pytest.mark.parametrize("name", [name for name in NAMES if name not in MANY_WORDS])
def test_too_many_words_are_one_sentence(lived: Shell, name: str) -> None:
    before = lived.journal.read_bytes()
    code, sentence = lived.refused(name, *(f"{name}-{number}" for number in range(9)))
    assert code == 2
    assert sentence.endswith((".", "?"))
    assert lived.journal.read_bytes() == before


def test_an_option_means_the_same_everywhere() -> None:
    context = click.Context(bounceback)
    metavars, flags = defaultdict(set), defaultdict(set)
    for name in NAMES:
        command = bounceback.get_command(context, name)
        assert command
        for option in command.params:
            if isinstance(option, click.Option):
                flags[option.opts[-1]].add(option.is_flag)
                metavars[option.opts[-1]].add("" if option.is_flag else option.make_metavar(context))
    assert {name for name, found in flags.items() if len(found) > 1} == set()
    # what is added is named after what it is
    assert {name for name, found in metavars.items() if len(found) > 1} == {"--add"}


def test_a_guide_may_come_through_standard_input(shell: Shell) -> None:
    text = (HELD / "assets" / "guide.md").read_text("utf-8")
    assert shell.do("guide", "-", stdin=text).out == shell.do("guide").out
    assert shell.run("guide", "-", "--json", stdin="# nothing").code == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("event acme screen --whn friday", "There is no option “--whn”; did you mean “--when”?"),
        ("show -1 --jsn", "There is no option “--jsn”; did you mean “--json”?"),
        (
            "show -1 -2",
            "“-2” is too much here: `bounceback show [OPTIONS] ID`. What belongs together goes in quotes.",
        ),
    ],
)
def test_a_slip_in_an_option_is_told_with_the_nearest(lived: Shell, line: str, words: str) -> None:
    assert lived.refused(*line.split()) == (2, words)
