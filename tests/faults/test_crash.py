"""The program itself fails: no word is lost, none is leaked, and the terminal is given back."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from looking import open_workspace
from terminal import Terminal

from bounceback_tui.crashes import KEPT, Crashes
from bounceback_tui.domain.faults import everything_of

BREAK = "\x0e"
MARKER = "zanzibarine"
RESTORED = b"\x1b[?1049l"
SAID = "Something went wrong in the program itself"

FAIL = """
def fail(*_, **__):
    held = 'zanzibarine in a variable'
    try:
        {}['zanzibarine as a key']
    except KeyError as error:
        raise ValueError('zanzibarine in a message ' + held) from error
"""
"""A fault whose message, whose cause and whose variables hold what nobody may read."""

IN_A_FORM = {
    "a key": "fail()",
    "a callback": "form.call_later(fail)",
    "a timer": "form.set_timer(0.01, fail)",
    "a worker": "form.run_worker(coroutine())",
    "a thread worker": "form.run_worker(fail, thread=True)",
    "drawing": "form.query_one('#text').render_line = fail; form.query_one('#text').refresh()",
    "opening": "form.app.push_screen(Broken())",
    "a worker in a group": "form.run_worker(group())",
    "without an end": "form.call_later(endless)",
    "the form itself": "form.content = fail; form.call_later(fail)",
}
"""What is done in an open form, once ctrl+n is pressed; each ends the app."""

RUNNER = """#!{python}
import asyncio, sys, threading
from textual.screen import Screen
{fail}
async def coroutine():
    fail()
async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(coroutine())
def endless(depth=0):
    endless(depth + 1)
class Broken(Screen):
    compose = fail
def broken(form):
    {what}
import bounceback_tui.screens.form as form_module
form_module.Form.action_start_afresh = broken
{start}
from bounceback_tui.__main__ import main
main()
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    home = tmp_path / "home"
    home.mkdir()
    with open_workspace(tmp_path / "journal.db"):
        """No first start of it, then."""
    return {
        "BOUNCEBACK_DB": str(tmp_path / "journal.db"),
        "BOUNCEBACK_NOW": "2026-11-23T09:30:00+01:00",
        "HOME": str(home),
        "XDG_STATE_HOME": str(home / "state"),
    }


def runner(tmp_path: Path, what: str = "pass", start: str = "") -> str:
    """The program with a fault in it: `what` happens at ctrl+n in a form, `start` before it starts."""
    path = tmp_path / "runner"
    path.write_text(RUNNER.format(python=sys.executable, fail=FAIL, what=what, start=start))
    path.chmod(0o700)
    return str(path)


def reports(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "home" / "state" / "bounceback").glob("*"))


def crash(command: list[str], env: dict[str, str]) -> bytes:
    """Write a page in a journal that holds the marker, have it break, and what the terminal got then."""
    with open_workspace(Path(env["BOUNCEBACK_DB"])) as journal:
        journal.journal.note(f"{MARKER} in an entry", title=f"{MARKER} in a title")
    with Terminal(command, env) as terminal:
        terminal.wait_for("1 Today")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press(f"{MARKER} in a draft")
        terminal.wait_for(f"{MARKER} in a draft")
        terminal.rest(1.0)
        seen = len(terminal.raw)
        terminal.press(BREAK)
        assert terminal.wait_for_end() == 1
        after = terminal.raw[seen:]
    assert RESTORED in after
    return after


def flat(raw: bytes) -> str:
    return " ".join(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", raw.decode()).split())


@pytest.mark.many(12)
@pytest.mark.parametrize("what", IN_A_FORM.values(), ids=IN_A_FORM)
def test_no_word_is_lost_and_none_is_leaked(tmp_path: Path, env: dict[str, str], what: str) -> None:
    after = crash([runner(tmp_path, what)], env)
    told = after[after.rindex(RESTORED) :]
    (report,) = reports(tmp_path)
    # while a screen is still drawn the draft may be drawn once more: it is in sight; below it is not
    assert MARKER.encode() not in told
    assert MARKER not in report.read_text("utf-8")
    said = flat(told)
    assert said.count(SAID) == 1
    assert "nothing" in said
    assert "lost" in said
    assert str(report) in said, "in one piece, to be copied"
    assert said.endswith("`bounceback --debug` shows everything.")
    assert b"Traceback" not in told
    with Terminal([runner(tmp_path)], env) as terminal:
        terminal.wait_for(f"You had begun to write an entry: “{MARKER} in a draft”")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0


@pytest.mark.long
def test_control_with_debug_all_of_it_is_told(tmp_path: Path, env: dict[str, str]) -> None:
    after = crash([runner(tmp_path, IN_A_FORM["a worker"]), "--debug"], env)
    told = flat(after[after.rindex(RESTORED) :])
    (report,) = reports(tmp_path)
    for shown in (told, report.read_text("utf-8")):
        for words in ("in a message", "in a variable", "as a key"):
            assert f"{MARKER} {words}" in shown
        assert "This may hold words of your journal" in shown
    assert told.endswith(f"everything there is to tell is in {report}.")


@pytest.mark.long
def test_control_the_way_of_textual_prints_it(tmp_path: Path, env: dict[str, str]) -> None:
    start = "from textual.app import App; from bounceback_tui.app import BouncebackApp as Ours\n"
    start += "for name in ('_handle_exception', '_fatal_error', '_print_error_renderables'):\n"
    start += "    setattr(Ours, name, getattr(App, name))"
    after = crash([runner(tmp_path, IN_A_FORM["a callback"], start)], env)
    assert MARKER.encode() in after[after.rindex(RESTORED) :]


@pytest.mark.long
def test_a_report_tells_where_it_broke_and_nothing_else(tmp_path: Path, env: dict[str, str]) -> None:
    crash([runner(tmp_path, IN_A_FORM["a worker"])], env)
    (report,) = reports(tmp_path)
    assert report.name == "crash-2026-11-23-093000.txt"
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    text = report.read_text("utf-8")
    for words in ("MainScreen > TodayPage > WriteForm", "version ", "Python 3.", "system ", "textual "):
        assert words in text
    assert re.search(r"builtins\.ValueError\n(  \S+:\d+:\S+\n)+which came with builtins\.KeyError\n", text)
    assert re.search(r"^  textual/worker\.py:\d+:_run$", text, re.MULTILINE)
    assert re.search(r"^  runner:\d+:fail$", text, re.MULTILINE)
    assert str(tmp_path) not in text, "a folder may be named after somebody"


@pytest.mark.many(4)
@pytest.mark.parametrize(
    "start",
    [
        "import bounceback_tui.app; bounceback_tui.app.BouncebackApp.on_mount = fail",
        "import bounceback_tui.app; bounceback_tui.app.BouncebackApp.__init__ = fail",
        "import bounceback_tui.screens.main as main; main.MainScreen.compose = fail",
        "import bounceback_tui.app.app as app; app.asset_path = lambda _: __file__  # no style sheet",
    ],
)
def test_a_fault_in_the_start_is_told_in_the_same_way(
    tmp_path: Path, env: dict[str, str], start: str
) -> None:
    with Terminal([runner(tmp_path, start=start)], env) as terminal:
        assert terminal.wait_for_end() == 1
        told = flat(terminal.raw[max(terminal.raw.rfind(RESTORED), 0) :])
    assert MARKER not in told
    assert SAID in told
    assert len(reports(tmp_path)) == 1


@pytest.mark.many(2)
@pytest.mark.parametrize(
    "stray",
    [
        "threading.Thread(target=fail).start()",
        "form.app.kept = asyncio.get_running_loop().create_future(); "
        "form.app.kept.set_exception(ValueError('zanzibarine')); del form.app.kept",
    ],
    ids=["a thread", "a future"],
)
def test_a_fault_beside_the_app_ends_nothing(tmp_path: Path, env: dict[str, str], stray: str) -> None:
    with Terminal([runner(tmp_path, stray)], env) as terminal:
        terminal.wait_for("1 Today")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press(BREAK)
        terminal.wait_for("Something went wrong")
        terminal.press("still here")
        terminal.wait_for("still here")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        assert MARKER.encode() not in terminal.raw
    (report,) = reports(tmp_path)
    assert MARKER not in report.read_text("utf-8")


@pytest.mark.long
def test_a_fault_in_the_made_up_journal_promises_no_draft(tmp_path: Path, env: dict[str, str]) -> None:
    with Terminal([runner(tmp_path, "fail()"), "--demo"], env) as terminal:
        terminal.wait_for("1 Today")
        terminal.press("w")
        terminal.wait_for("Nobody else reads this")
        terminal.press("x", BREAK)
        assert terminal.wait_for_end() == 1
        told = flat(terminal.raw[terminal.raw.rindex(RESTORED) :])
    assert "nothing of yours was touched" in told
    assert "next start" not in told


@pytest.mark.long
def test_a_fault_while_leaving_is_told_too(tmp_path: Path, env: dict[str, str]) -> None:
    start = "import bounceback_tui.app as app; app.BouncebackApp.on_unmount = fail"
    with Terminal([runner(tmp_path, start=start)], env) as terminal:
        terminal.wait_for("1 Today")
        terminal.press("\x11")
        terminal.wait_for_end()
        assert RESTORED in terminal.raw
        assert MARKER.encode() not in terminal.raw
    assert len(reports(tmp_path)) == 1


@pytest.mark.parametrize("full", [False, True])
def test_a_fault_of_a_command_is_one_sentence_and_a_report(
    tmp_path: Path, env: dict[str, str], full: bool
) -> None:
    start = "import bounceback_tui.services.journal as journal; journal.Journal.note = fail"
    command = [
        sys.executable,
        runner(tmp_path, start=start),
        *(["--debug"] if full else []),
        "note",
        f"{MARKER} said",
    ]
    ran = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    (report,) = reports(tmp_path)
    text = report.read_text("utf-8")
    assert "where     bounceback note\n" in text
    assert (MARKER in ran.stderr, MARKER in text) == (full, full)
    assert (ran.stderr.count("\n") == 1) is not full
    assert str(report) in ran.stderr


def test_the_latest_reports_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    folder = tmp_path / "bounceback"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with open_workspace(tmp_path / "journal.db") as journal:
        for number in range(KEPT + 3):
            assert Crashes(journal.clock).report(ValueError(), f"place {number}")
    left = [path.read_text("utf-8") for path in folder.glob("crash-*")]
    assert len(left) == KEPT
    for number in range(3, KEPT + 3):
        assert any(f"place {number}\n" in text for text in left)
    assert (folder / "notes.txt").exists()


def test_a_variable_that_cannot_say_what_it_is_hides_nothing() -> None:
    class Broken:
        def __repr__(self) -> str:
            raise ValueError

    def fail(_held: object) -> None:
        raise KeyError("seen")

    try:
        fail(Broken())
    except KeyError as error:
        told = everything_of(error)
    assert "KeyError: 'seen'" in told


def test_where_no_report_can_be_written_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with open_workspace(tmp_path / "journal.db") as journal:
        told = Crashes(journal.clock).tell(ValueError(MARKER), "here")
    assert told == (
        "Something went wrong in the program itself (ValueError); nothing that was saved is lost; "
        "no report could be written, and `bounceback --debug` shows everything."
    )
