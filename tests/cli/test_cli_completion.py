"""What the tab key offers: quick, silent, and never a write; names that a terminal acts on are left out."""

from __future__ import annotations

import hashlib
import shlex
from pathlib import Path

import pytest
from brisk import often
from click.testing import CliRunner
from conftest import NOW, Shell
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounceback_tui.cli.completing import items
from bounceback_tui.cli.main import bounceback


def offered(shell: Shell, line: str, how: str = "fish") -> list[str]:
    """What is offered at the end of a line: the value and what is said of it."""
    words = shlex.split(line) + ([""] if line.endswith(" ") else [])
    env = {
        **shell.env,
        "_BOUNCEBACK_COMPLETE": f"{how}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": words[-1],
    }
    if how != "fish":
        env |= {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    ran = CliRunner(env=env).invoke(bounceback, [])
    assert ran.exit_code == 0
    assert ran.stderr == ""
    return [line.removeprefix("plain,") for line in ran.stdout.splitlines() if line]


def everything(folder: Path) -> dict[str, str]:
    return {
        str(one): hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.rglob("*") if one.is_file()
    }


@pytest.fixture
def lived(shell: Shell) -> Shell:
    shell.do("log", "They said no", "--company", "Acme & Sons", "--role", "Cook", "--tag", "panel")
    shell.do("note", "Two\tlines\x1b[2J\nof it", "--feel", "shame=60")
    shell.do("leads", "--add", "Dev")
    shell.do("people", "acme", "--add", "Ms Ito")
    shell.do("applications", "--add", "Beta")
    return shell


@pytest.mark.many(9)
@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("bounceback sh", ["show\tyour entries; one in full; how you felt"]),
        ("bounceback decr", ["decrypt"]),
        ("bounceback --d", ["--db\tThe journal to use (or set BOUNCEBACK_DB).", "--demo"]),
        ("bounceback log --company ac", ["Acme & Sons"]),
        ("bounceback log --role c", ["Cook"]),
        ("bounceback log --result g", ["ghosted"]),
        ("bounceback applications --delete ", ["Acme & Sons"]),
        ("bounceback list tag:p", ["tag:panel"]),
        ("bounceback list company:", ['company:"Acme & Sons"']),
        ("bounceback list 'feel:s", ["feel:shame"]),
        ("bounceback leads --done 01", ["01M83VVAE0"]),
        ("bounceback completion z", ["zsh"]),
        ("bounceback event --change ", ["01M83VVAE0"]),
        ("bounceback people --delete ", ["01M83VVAE0"]),
        ("bounceback close ac", ["Acme & Sons"]),
        ("bounceback withdraw ", ["Beta"]),
        ("bounceback close --reopen ", []),
        ("bounceback note anything at all ", []),
        ("bounceback --demo show ", []),
    ],
)
def test_each_place_has_its_own(lived: Shell, line: str, values: list[str]) -> None:
    found = offered(lived, line) if "'" not in line else offered(lived, line + "'")
    for value in values:
        assert any(one.startswith(value) for one in found), found
    if not values:
        assert found == []


def test_ids_are_told_with_day_and_title_on_one_line(lived: Shell) -> None:
    told = offered(lived, "bounceback show ")
    assert len(told) == 2
    assert told[0].endswith("\tMon 23 Nov 2026 Two lines␛[2J")
    lived.do("delete", "-1")
    assert len(offered(lived, "bounceback restore ")) == 1
    assert len(offered(lived, "bounceback show ")) == 1


def test_bash_is_told_what_comes_behind_the_colon(lived: Shell) -> None:
    env = {**lived.env, "_BOUNCEBACK_COMPLETE": "bash_complete"}
    for words, place in (("bounceback\nlist\ntag\n:\np", "4"), ("bounceback\nlist\ntag\n:", "3")):
        ran = CliRunner(env={**env, "COMP_WORDS": words, "COMP_CWORD": place}).invoke(bounceback, [])
        assert ran.stdout == "plain,panel\n"


@pytest.mark.many(3)
@pytest.mark.parametrize("how", ["bash", "zsh", "fish"])
def test_nothing_is_written_and_no_journal_is_made(lived: Shell, tmp_path: Path, how: str) -> None:
    before = everything(tmp_path)
    for line in ("show ", "tick ", "log --company ", "list tag:", "event ", "restore-backup "):
        offered(lived, f"bounceback {line}", how)
    assert everything(tmp_path) == before
    missing = Shell(tmp_path / "elsewhere" / "none.db")
    assert offered(missing, "bounceback show ", how) == []
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("content", [b"", b"no journal at all" * 100])
def test_what_is_no_journal_offers_nothing_and_says_nothing(tmp_path: Path, content: bytes) -> None:
    broken = Shell(tmp_path / "journal.db")
    broken.journal.write_bytes(content)
    assert offered(broken, "bounceback show ") == []
    broken.env["BOUNCEBACK_NOW"] = "never"
    assert offered(broken, "bounceback list since:") in ([], ["since:"])


@pytest.mark.parametrize(
    "env",
    [
        {"_BOUNCEBACK_COMPLETE": "tcsh_complete", "COMP_WORDS": "bounceback ", "COMP_CWORD": "1"},
        {"_BOUNCEBACK_COMPLETE": "bash_complete"},
        {"_BOUNCEBACK_COMPLETE": "bash_complete", "COMP_WORDS": "bounceback", "COMP_CWORD": "x"},
        {"_BOUNCEBACK_COMPLETE": "zsh_complete", "COMP_WORDS": "'", "COMP_CWORD": "9"},
    ],
)
def test_a_shell_that_asks_in_another_way_is_answered_in_silence(shell: Shell, env: dict[str, str]) -> None:
    ran = CliRunner(env={**shell.env, **env}).invoke(bounceback, [])
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "Traceback" not in ran.stdout


@given(st.lists(st.text(), max_size=4), st.text(max_size=2))
def test_whatever_a_name_holds_a_line_stays_a_line(names: list[str], typed: str) -> None:
    for one in items([(name, name) for name in names], typed):
        for text in (one.value, one.help or ""):
            assert text.isprintable()
        assert one.value.casefold().startswith(typed.casefold())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=often(30), deadline=None)
@given(st.text(max_size=20))
def test_whatever_was_typed_it_is_answered_in_silence(tmp_path: Path, typed: str) -> None:
    env = {"_BOUNCEBACK_COMPLETE": "fish_complete", "COMP_WORDS": "bounceback list ", "BOUNCEBACK_NOW": NOW}
    typed = typed.replace("\0", "").encode("utf-8", "replace").decode()
    env |= {"COMP_CWORD": typed, "BOUNCEBACK_DB": str(tmp_path / "none.db")}
    env["COMP_WORDS"] += typed
    ran = CliRunner(env=env).invoke(bounceback, [])
    assert (ran.exit_code, ran.stderr) == (0, "")


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_the_script_names_the_command_and_nothing_of_this_machine(shell: Shell, shell_name: str) -> None:
    text = shell.do("completion", shell_name).out
    assert "_BOUNCEBACK_COMPLETE=" in text
    assert str(shell.journal.parent) not in text
    assert shell.do("completion", shell_name.upper(), "--json").json == {"shell": shell_name, "script": text}
    assert shell.untouched


def test_what_is_kept_in_order_by_command_is_offered_by_its_key_or_its_words(shell: Shell) -> None:
    entry = shell.do("note", "A line", "--tag", "walk").json["id"]
    point = shell.do("focus", "--add", "near home", "--json").json["id"]
    shell.do("strengths", "I listen")
    shell.do("search", "--save", "good days", "calm")
    for line, value in (
        ("restore --version 1 ", entry[:14]),
        ("focus --change ", point[:14]),
        ("strengths --pin ", "I listen"),
        ("search --saved ", "good days"),
        ("tags ", "walk"),
        ("guide --use ", "ours"),
        ("prepare --if ", "I lose the thread"),
    ):
        assert value in [one.split("\t")[0] for one in offered(shell, f"bounceback {line}")], line


def test_commands_that_take_a_check_in_offer_its_key(shell: Shell) -> None:
    shell.do("note", "A line")
    key = shell.do("mood", "4", "--feel", "shame=60").json["id"]
    for line in ("edit ", f"edit {key[:12]}", "delete "):
        told = [one.split("\t") for one in offered(shell, f"bounceback {line}")]
        assert [key[:14], "Mon 23 Nov 2026 mood 4, shame 60"] in told
    assert len(offered(shell, "bounceback show ")) == 1, "which shows entries alone"
    shell.do("delete", key)
    assert [one.split("\t")[0] for one in offered(shell, "bounceback restore ")] == [key[:14]]
    assert len(offered(shell, "bounceback edit ")) == 1
