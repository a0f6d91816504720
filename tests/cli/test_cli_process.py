"""The command line as a process of its own: streams, signals, and what it loads."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal

NOW = "2026-11-23T09:30:00+00:00"
COMMAND = [sys.executable, "-m", "bounceback_tui"]

LOADS = """
import sys
from bounceback_tui.__main__ import main
try:
    main()
except SystemExit as end:
    print(end.code, *sorted(sys.modules), file=sys.stderr)
"""

HEARS_CTRL_C = """
import signal
from bounceback_tui.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background
main()
"""

TOO_MUCH = {"textual", "rich", "sqlite_utils", "markdown_it", "dateutil.parser", "asyncio", "tomlkit"}


def surroundings(journal: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "SYSTEMROOT")}
    ours = {"BOUNCEBACK_DB": str(journal), "BOUNCEBACK_NOW": NOW}
    return kept | ours | {"HOME": str(journal.parent), "LANG": "C.UTF-8"}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return surroundings(tmp_path / "journal.db")


def run(
    env: dict[str, str], *args: str, stdin: bytes = b"", start: list[str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*(start or COMMAND), *args], env=env, input=stdin, capture_output=True, check=False, timeout=60
    )


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a rejection in it."""
    journal = tmp_path_factory.mktemp("lived") / "journal.db"
    env = surroundings(journal)
    assert run(env, "log", "They said no", "--company", "Acme").returncode == 0
    assert run(env, "steps").returncode == 0
    return journal


@pytest.fixture
def made(env: dict[str, str], lived: Path) -> None:
    """A copy of it, of one's own, with what stands beside it."""
    shutil.copytree(lived.parent, Path(env["BOUNCEBACK_DB"]).parent, dirs_exist_ok=True)


@pytest.mark.many(24)
@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "args",
    [
        ("note", "Walked an hour", "--mood", "6", "--tag", "walk"),
        ("mood", "5", "--energy", "4", "--feel", "calm=40"),
        ("list",),
        ("list", "--json"),
        ("search", "said", "since:last-friday"),
        ("log", "No", "--company", "Beta", "--stage", "final", "--when", "yesterday 3pm", "--mood", "3"),
        ("applications",),
        ("applications", "--json"),
        ("steps", "--json"),
        ("due",),
        ("due", "--quiet"),
        ("due", "--json"),
        ("export", "ics"),
        ("tick", "ask-feedback"),
        ("feedback",),
        ("feedback", "--eml", "-"),
        ("show", "-1"),
        ("stats",),
        ("report", "--format", "html"),
        ("report", "--proof", "--since", "january"),
        ("backup",),
        ("restore-backup",),
        ("doctor",),
    ],
    ids=" ".join,
)
def test_a_command_loads_nothing_that_it_does_not_need(env: dict[str, str], args: tuple[str, ...]) -> None:
    ran = run(env, *args, start=[sys.executable, "-c", LOADS])
    code, *modules = ran.stderr.decode().split()
    assert code == "0", ran.stderr
    assert "sqlite3" in modules
    assert not TOO_MUCH & set(modules)


def test_the_version_loads_no_journal(env: dict[str, str]) -> None:
    ran = run(env, "--version", start=[sys.executable, "-c", LOADS])
    assert not {"sqlite3", "bounceback_tui.services.workspace"} & set(ran.stderr.decode().split())


def test_a_script_can_rely_on_the_streams(env: dict[str, str], tmp_path: Path) -> None:
    assert run(env, "mood", "5").stderr.startswith(b"A new journal was made at")
    ran = run(env, "log", "-", "--company", "Acme", stdin="They said “no” …".encode())
    assert (ran.returncode, ran.stderr) == (0, b"")
    key = json.loads(ran.stdout)["id"]
    shown = run(env, "show", key, "--json")
    assert json.loads(shown.stdout)["text"] == "They said “no” …"
    assert (tmp_path / "journal.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.many(2)
@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_a_calendar_has_its_own_line_ends_and_encoding(
    env: dict[str, str], tmp_path: Path, encoding: str
) -> None:
    assert run(env, "leads", "--add", "Zoë 日本", "--next", "tomorrow").returncode == 0
    ran = run(env | {"PYTHONIOENCODING": encoding}, "export", "ics")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert run(env, "export", "ics", "-o", str(tmp_path / "dates.ics")).returncode == 0
    assert ran.stdout == (tmp_path / "dates.ics").read_bytes()
    assert "SUMMARY:other: Zoë 日本\r\n".encode() in ran.stdout


@pytest.mark.many(3)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_text_prints_in_any_encoding(env: dict[str, str], encoding: str) -> None:
    text = "They said “no” 🙂 日本"
    assert run(env, "note", text).returncode == 0
    narrow = env | {"PYTHONIOENCODING": encoding}
    listed = run(narrow, "list", "--json")
    assert json.loads(listed.stdout.decode(encoding))["items"][0]["text"] == text
    plain = run(narrow, "list")
    assert plain.returncode == 0
    assert "They said" in plain.stdout.decode(encoding)
    refused = run(narrow, "show", "“🙂”")
    assert (refused.returncode, refused.stderr.count(b"\n")) == (1, 1)


@pytest.mark.long
def test_an_argument_that_is_not_text_is_kept_as_far_as_it_can_be(env: dict[str, str]) -> None:
    ran = subprocess.run(
        [*map(os.fsencode, COMMAND), b"note", b"caf\xe9"], env=env, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(run(env, "list", "--json").stdout)["items"][0]["text"].startswith("caf")


@pytest.mark.usefixtures("made")
def test_a_reader_that_goes_away_is_no_error(env: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for args in (["list", "--json"], ["--help"], ["guide"], ["note", "x"]):
        ran = subprocess.run(
            [*COMMAND, *args],
            env=env,
            stdout=writing,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert ran.returncode == 141, args
        assert ran.stderr == b""
    os.close(writing)


@pytest.mark.long
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_under_the_output_is_told(env: dict[str, str]) -> None:
    assert run(env, "mood", "5").returncode == 0
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*COMMAND, "note", "x"], env=env, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert b"No space left" in ran.stderr
    assert len(json.loads(run(env, "list", "--json").stdout)["items"]) == 1  # the note itself was saved


@pytest.mark.long
@pytest.mark.many(2)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_demo_journal_is_gone_also_after_a_signal(
    env: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    code = (
        "import signal, sys; from bounceback_tui.clock import clock_from_environment as clock\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests may run under nohup\n"
        "from bounceback_tui.cli.demo import demo_journal\n"
        "with demo_journal(clock()) as path:\n"
        "    print(path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code],
        env=env | {"TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout
    assert child.stdout.readline().split() == [b"384", b"448"]  # 0600 and 0700
    assert len(list(tmp_path.iterdir())) == 1
    child.send_signal(number)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 128 + number
    assert err == b""
    assert list(tmp_path.iterdir()) == []


def test_a_bare_log_asks_line_by_line_and_data_stays_apart(env: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    shell = ["/bin/sh", "-c", '"$@" > out.json', "sh", *COMMAND, "log"]
    with Terminal(["/usr/bin/env", "-C", str(tmp_path), *shell], env) as terminal:
        for question, answer in (
            ("Company?", ""),
            ("Role?", ""),
            ("How far had it got?", "fnal"),
            ("did you mean “final”?", "Final round"),
            ("Stage: final.", ""),
            ("When?", "yesterday 3pm"),
            ("Sun 22 Nov 2026, 15:00 (yesterday)", "12"),
            ("the nearest is 9.", "3"),
            ("Energy", ""),
            ("Feelings?", "anger"),
            ("such as shame=60", "shame=60, anger 40"),
            ("What happened?", ""),
            ("either is enough to save.", "Acme"),
            ("What happened?", "They said no"),
            ("feel like yourself?", "anger"),
            ("such as 14 or", "14"),
        ):
            terminal.wait_for(question)
            terminal.press(answer + "\r")
        terminal.wait_for("Saved what happened with Acme")
        terminal.wait_for("`bounceback undo` takes it back.")
        assert terminal.wait_for_end() == 0
    key = json.loads(out.read_text())["id"]
    entry = json.loads(run(env, "show", key, "--json").stdout)
    assert (entry["text"], entry["company"], entry["stage"]) == ("They said no", "Acme", "final")
    assert (entry["written_at"], entry["mood"]) == ("2026-11-22T15:00:00+00:00", 3)
    assert b"anger" in run(env, "show", key).stdout


@pytest.mark.long
def test_ctrl_d_leaves_the_rest_empty_and_ctrl_c_saves_nothing(env: dict[str, str]) -> None:
    with Terminal([*COMMAND, "log"], env) as terminal:
        terminal.wait_for("Company?")
        terminal.press("First\r")
        terminal.wait_for("Role?")
        terminal.press("\x04")
        assert terminal.wait_for_end() == 0
    with Terminal([sys.executable, "-c", HEARS_CTRL_C, "log"], env) as terminal:
        terminal.wait_for("Company?")
        terminal.press("Second\r")
        terminal.wait_for("Role?")
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert "Traceback" not in terminal.text
    found = json.loads(run(env, "list", "--json").stdout)["items"]
    assert [one["company"] for one in found] == ["First"]


def test_at_80_columns_no_word_of_a_question_or_a_warning_is_broken(env: dict[str, str]) -> None:
    with Terminal([*COMMAND, "log"], env) as terminal:
        terminal.wait_for("Company?")
        terminal.press("Acme\r")
        terminal.wait_for("Role?")
        terminal.press("\r")
        terminal.wait_for("offer)")
        terminal.press("zzz\r")
        terminal.wait_for("there are applied")
        terminal.wait_for(lambda text: text.count("How far") == 2)
        assert terminal.text.split().count("offer.") == 1, terminal.text
        terminal.press("\x04")
        terminal.wait_for("brings it back")
        assert terminal.wait_for_end() == 0
        assert {"next", "steps", "when", "want", "one."} <= set(terminal.text.split())
        assert "`bounceback steps`" in terminal.text
    with Terminal([*COMMAND, "encrypt"], env) as terminal:
        terminal.wait_for("y or n:")
        assert {"overwritten", "removed;", "snapshot", "elsewhere", "them,"} <= set(terminal.text.split())
        terminal.press("n\r")
        assert terminal.wait_for_end() == 1


def test_a_terminal_gets_a_friendly_word_and_lines_that_fit(env: dict[str, str]) -> None:
    with Terminal([*COMMAND, "note", "x" * 100], env, size=(60, 20)) as terminal:
        assert "A new journal was made at" in terminal.wait_for("brings it back.")
        assert terminal.wait_for_end() == 0
    with Terminal([*COMMAND, "list"], env, size=(60, 20)) as terminal:
        assert terminal.wait_for_end() == 0
        lines = [line for line in terminal.text.splitlines() if line]
        assert len(lines) == 1
        assert lines[0].endswith("xx…")


@pytest.mark.usefixtures("made")
def test_a_file_is_replaced_when_somebody_says_so(env: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_text("mine")
    for answer, code in (("n", 1), ("", 1), ("y", 0)):
        with Terminal([*COMMAND, "export", "json", "-o", str(file)], env) as terminal:
            terminal.wait_for("y or n:")
            assert file.read_text() == "mine"
            terminal.press(answer + "\r")
            assert terminal.wait_for_end() == code
    assert json.loads(file.read_text())["format"] == "bounceback"


@pytest.mark.parametrize("elsewhere", ["2> err.txt", "< /dev/null 2>&1 | tee err.txt", "< /dev/null"])
def test_the_app_says_why_it_does_not_start_without_a_terminal(env: dict[str, str], elsewhere: str) -> None:
    shell = ["/bin/sh", "-c", f'"$@" {elsewhere}', "sh", *COMMAND]
    with Terminal(["/usr/bin/env", "-C", env["HOME"], *shell], env) as terminal:
        assert terminal.wait_for_end() == (0 if "|" in elsewhere else 2)
    written = Path(env["HOME"], "err.txt")
    assert "The app needs a terminal" in (written.read_text() if written.exists() else terminal.text)
    assert not Path(env["BOUNCEBACK_DB"]).exists()
