"""The tab key in real shells: what is offered, and that a name stays a name there."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from conftest import Shell
from terminal import Terminal

TAB = "\t"
HOSTILE = "Ätz & Co; touch pwned $(touch pwned) `touch pwned` 'x' \"y\" * ~ \\ #%F{red} <b>"
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "PS1='$ '; source <(bounceback completion bash)"),
    "zsh": (
        ["zsh", "-f", "-i"],
        "PS1='$ '; autoload -U compinit; compinit -u -D; source <(bounceback completion zsh)",
    ),
    "fish": (
        ["fish", "--no-config"],
        "function fish_prompt; echo -n '$ '; end; bounceback completion fish | source",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with names of all kinds, and the command on the path."""
    folder = tmp_path_factory.mktemp("completed")
    (folder / "bin").mkdir()
    command = folder / "bin" / "bounceback"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bounceback_tui "$@"\n')
    command.chmod(0o755)
    shell = Shell(folder / "journal.db")
    shell.do("log", "They said no", "--company", "Zenith", "--tag", "panel", "--feel", "shame=60")
    shell.do("log", "And they", "--company", HOSTILE)
    return folder


# bash is wherever tests are run; the others may be missing, which the end of a `long` run tells
@pytest.fixture(
    params=[
        "bash",
        *(pytest.param(name, marks=[pytest.mark.long, pytest.mark.needs(name)]) for name in ("zsh", "fish")),
    ]
)
def line(request: pytest.FixtureRequest, folder: Path) -> Iterator[Terminal]:
    """A prompt of each shell that is on this machine."""
    name: str = request.param
    command, setting_up = START[name]
    env: Mapping[str, str] = {
        "PATH": f"{folder / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(folder),
        "BOUNCEBACK_DB": str(folder / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30",
        "TERM": "xterm",
    }
    with Terminal(command, env, size=(150, 30)) as terminal:
        terminal.press(f"cd {folder}; {setting_up}; echo re''ady\r")
        terminal.wait_for("\nready")
        yield terminal


@pytest.mark.many(4)
@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("bounceback app", "bounceback applications "),
        ("bounceback log --res", "bounceback log --result "),
        ("bounceback log x --company zen", "bounceback log x --company Zenith "),
        ("bounceback event zen", "bounceback event Zenith "),
        ("bounceback note x --tag pa", "bounceback note x --tag panel "),
        ("bounceback tick ask-fe", "bounceback tick ask-feedback "),
        ("bounceback list comp", "bounceback list company:"),
        ("bounceback list company:zen", "bounceback list company:Zenith "),
        ("bounceback list panel stage:fi", "bounceback list panel stage:final "),
        ("bounceback mood 5 --feel sh", "bounceback mood 5 --feel shame="),
        ("bounceback stats bou", "bounceback stats bounce-back "),
    ],
)
def test_the_tab_key_completes(line: Terminal, typed: str, becomes: str) -> None:
    line.press(typed + TAB)
    line.wait_for(lambda text: f"$ {becomes.rstrip()}" in text)
    line.press("+")  # shows whether a space stands behind
    line.wait_for(f"$ {becomes}+")


def test_a_name_stays_a_name_whatever_is_in_it(line: Terminal, folder: Path) -> None:
    line.press("bounceback applications company: > /dev/null; bounceback event Ätz" + TAB)
    line.wait_for(lambda text: "Co" in text.rpartition("event")[2])
    line.press("screen --json > out.json; echo do''ne\r")
    line.wait_for("\ndone")
    assert not (folder / "pwned").exists()
    noted = Shell(folder / "journal.db").do("applications", "--json").json
    events = next(one["events"] for one in noted if one["company"] == HOSTILE)
    assert "screen" in [event["kind"] for event in events]


def test_ids_come_with_their_titles_where_the_shell_shows_them(line: Terminal) -> None:
    line.press("bounceback show 0" + TAB + TAB)
    line.wait_for("01M83VVA")
