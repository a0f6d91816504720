"""`encrypt`, `decrypt` and `passphrase`, and every command on a journal that is encrypted."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Shell
from journals import digest

pytestmark = [pytest.mark.plain, pytest.mark.usefixtures("backed_up")]

SECRET = "Quittenmarmelade"
WORDS = "vier lose Worte zusammen"
COMMAND, NEW = "BOUNCEBACK_PASSPHRASE_COMMAND", "BOUNCEBACK_NEW_PASSPHRASE_COMMAND"


def saying(words: str) -> str:
    """A command that prints these words and more lines."""
    return f"{sys.executable} -c 'print(\"{words}\\nanother line\")'"


def files(folder: Path) -> bytes:
    return b"\n".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())


@pytest.fixture
def plain(shell: Shell) -> Shell:
    """A plain journal with a backup."""
    shell.do("note", f"{SECRET} hilft.")
    shell.do("backup")
    return shell


@pytest.fixture
def locked(plain: Shell) -> Shell:
    """The same, encrypted; the passphrase comes from a command."""
    plain.env[COMMAND] = saying(WORDS)
    plain.do("encrypt", "--yes")
    return plain


def test_encrypted_no_file_holds_a_word_and_every_command_goes_on(plain: Shell) -> None:
    assert SECRET.encode() in files(plain.journal.parent), "the control"
    plain.env[COMMAND] = saying(WORDS)
    ran = plain.do("encrypt", "--yes")
    assert "A lost passphrase is a lost journal" in ran.err
    assert "Encrypted: the journal and 2 backups." in ran.out
    assert SECRET.encode() not in files(plain.journal.parent)
    assert SECRET in plain.do("list").out
    plain.do("note", f"{SECRET} noch einmal")
    assert "2 entries, checked" in plain.do("backup").out
    assert plain.do("search", SECRET, "--json").json
    assert SECRET in plain.do("--read-only", "list").out
    assert plain.do("doctor").code == 0
    assert "1 entry" in plain.do("restore-backup").out
    plain.do("restore-backup", "latest", "--yes")
    assert SECRET.encode() not in files(plain.journal.parent)


def test_the_recovery_key_is_printed_once_and_opens_it(plain: Shell) -> None:
    plain.env[COMMAND] = saying(WORDS)
    recovery = plain.do("encrypt", "--yes", "--json").json["recovery_key"]
    plain.env[COMMAND] = saying(recovery.lower())
    ran = plain.do("list")
    assert SECRET in ran.out
    assert "choose a new passphrase with `bounceback passphrase`" in ran.err
    plain.env[NEW] = saying("ganz neue Worte hier")
    plain.do("passphrase")
    plain.env[COMMAND] = saying("ganz neue Worte hier")
    assert SECRET in plain.do("list").out
    for ended in (WORDS, recovery):
        plain.env[COMMAND] = saying(ended)
        assert "does not open" in plain.refused("list")[1]


@pytest.mark.long
def test_decrypted_it_is_as_it_was_before(locked: Shell) -> None:
    ran = locked.do("decrypt", "--yes")
    assert "Plain again: the journal and 2 backups." in ran.out
    del locked.env[COMMAND]
    assert SECRET in locked.do("list").out
    assert not list(locked.journal.parent.rglob("*-recovery"))
    assert locked.do("doctor").code == 0


@pytest.mark.long
def test_without_terminal_and_command_it_says_so(locked: Shell) -> None:
    before = digest(locked.journal)
    del locked.env[COMMAND]
    for args in (
        ("list",),
        ("note", "x"),
        ("backup",),
        ("doctor",),
        ("restore-backup",),
        ("decrypt", "--yes"),
    ):
        code, told = locked.refused(*args)
        assert (code, COMMAND in told, "Nothing was changed" in told) == (1, True, True), args
    assert digest(locked.journal) == before


@pytest.mark.long
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("false", "did not end well (exit code 1)"),
        ("no-such-command-anywhere", "could not be started"),
        ("true", "printed no passphrase"),
        ("echo 'unfinished", "cannot be read"),
        (f"{sys.executable} -c 'import os; os.write(1, bytes([255]))'", "no text"),
        ("yes", "does not stop printing"),
        ("echo wrong; echo right", "does not open"),  # no shell: the words go to echo
    ],
)
def test_a_command_that_gives_none_is_told_in_a_sentence(locked: Shell, command: str, told: str) -> None:
    locked.env[COMMAND] = command
    code, words = locked.refused("list")
    assert (code, told in words, "Nothing was changed" in words) == (1, True, True), words


@pytest.mark.long
def test_fifty_wrong_ones_change_nothing_and_lock_nobody_out(
    locked: Shell, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bounceback_tui.services import privacy  # noqa: PLC0415 - as the rest of the program is loaded
    from bounceback_tui.storage import cipher  # noqa: PLC0415
    from bounceback_tui.storage.errors import WrongPassphrase  # noqa: PLC0415

    monkeypatch.setattr(cipher, "_ROUNDS", 1000)  # of a wrong one it does not matter how wrong it is
    before = {one: digest(one) for one in locked.journal.parent.rglob("*") if one.is_file()}
    for number in range(50):
        with pytest.raises(WrongPassphrase, match="Nothing was changed; try it again"):
            privacy.unlocked(locked.journal, f"wrong {number}")
    monkeypatch.undo()
    assert {one: digest(one) for one in locked.journal.parent.rglob("*") if one.is_file()} == before
    assert capfd.readouterr() == ("", "")
    privacy.unlocked(locked.journal, WORDS)


def test_a_lost_encrypted_journal_never_becomes_a_plain_one_by_itself(locked: Shell) -> None:
    locked.journal.unlink()
    code, told = locked.refused("note", "plain words")
    assert (code, "it is gone" in told, locked.journal.exists()) == (1, True, False)
    locked.do("restore-backup", "latest", "--yes")
    assert SECRET in locked.do("list").out
    assert SECRET.encode() not in files(locked.journal.parent)


@pytest.mark.long
def test_nor_where_no_recovery_key_was_made(locked: Shell) -> None:
    for path in locked.journal.parent.rglob("*-recovery"):
        path.unlink()
    locked.journal.unlink()
    code, told = locked.refused("note", "plain words")
    assert (code, "it is gone" in told, locked.journal.exists()) == (1, True, False)


@pytest.mark.long
@pytest.mark.parametrize("cut", [0, -100])
def test_one_that_was_cut_off_is_told_with_the_way_to_its_backups(locked: Shell, cut: int) -> None:
    os.truncate(locked.journal, locked.journal.stat().st_size + cut if cut else 0)
    _, told = locked.refused("list")
    assert "`bounceback restore-backup` lists what can be brought back" in told
    locked.do("restore-backup", "latest", "--yes")
    assert SECRET in locked.do("list").out


@pytest.mark.long
def test_a_command_that_reads_to_the_end_leaves_what_is_piped_in(locked: Shell) -> None:
    written = locked.do("export", "json").out
    greedy = f"import sys; sys.stdin.read(); print('{WORDS}')"
    locked.env[COMMAND] = shlex.join([sys.executable, "-c", greedy])
    run = [sys.executable, "-m", "bounceback_tui", "import", "json", "-"]
    done = subprocess.run(
        run, input=written, env=os.environ | locked.env, capture_output=True, check=False, text=True
    )
    assert (done.returncode, "Nothing came in" in done.stdout) == (0, True), done.stderr


@pytest.mark.long
def test_also_with_debug_neither_a_passphrase_nor_a_key_is_told(
    locked: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bounceback_tui.storage import journal_file  # noqa: PLC0415 - as the rest of the program is loaded

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def broken(*_: object, **__: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr(journal_file, "is_there", broken)
    done = locked.run("--debug", "passphrase")
    reports = [one.read_text() for one in (tmp_path / "state").rglob("crash-*.txt")]
    assert len(reports) == 1
    for told in (done.out + done.err, *reports):
        assert "a fault" in told
        assert not any(part in told for part in (*WORDS.split(), "_raw", "material"))


@pytest.mark.long
def test_a_plain_backup_is_encrypted_before_it_takes_the_place(plain: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.db"
    copy.parent.mkdir()
    plain.do("backup", str(copy))
    plain.env[COMMAND] = saying(WORDS)
    plain.do("encrypt", "--yes")
    plain.do("note", "Later words")
    plain.do("restore-backup", str(copy), "--yes")
    assert SECRET.encode() not in plain.journal.read_bytes()
    assert "Later words" not in plain.do("list").out
    assert SECRET in plain.do("list").out


@pytest.mark.long
def test_cut_short_after_the_journal_the_next_start_says_so_and_encrypt_goes_on(
    plain: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bounceback_tui.services import encrypting  # noqa: PLC0415 - as the rest of the program is loaded

    plain.env[COMMAND] = saying(WORDS)
    with monkeypatch.context() as patch:
        patch.setattr(encrypting, "backups_anew", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        ran = plain.run("encrypt", "--yes")
    assert ran.code == 130
    assert "the journal is done" in ran.err
    assert "lie 2 copies in plain" in plain.do("list").err
    assert "2 backups" in plain.do("encrypt", "--yes").out
    assert plain.do("list").err == ""
    assert SECRET.encode() not in files(plain.journal.parent)


@pytest.mark.many(3)
@pytest.mark.parametrize("words", ["", "two\\nlines", "kurz"])
def test_of_a_new_one_short_is_warned_of_and_empty_refused(plain: Shell, words: str) -> None:
    plain.env[NEW] = saying(words)
    ran = plain.run("encrypt", "--yes")
    assert (ran.code == 0) == bool(words)
    if words == "kurz":
        assert "That has 4 characters," in ran.err
    if not words:
        assert SECRET.encode() in plain.journal.read_bytes()


@pytest.mark.long
def test_where_the_library_is_missing_it_says_what_to_install(
    locked: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    before = digest(locked.journal)
    code, told = locked.refused("list")
    assert (code, told.endswith(" -m pip install 'sqlcipher3>=0.6.2'`.")) == (1, True)
    assert told.startswith("This journal is encrypted")
    assert digest(locked.journal) == before
    locked.journal = locked.journal.with_name("other.db")
    locked.env["BOUNCEBACK_DB"] = str(locked.journal)
    locked.do("note", "plain")
    assert locked.refused("encrypt", "--yes")[1].startswith("A journal can be encrypted")


def test_it_is_asked_before_and_nothing_happens_without_a_yes(plain: Shell) -> None:
    before = digest(plain.journal)
    plain.env[COMMAND] = saying(WORDS)
    assert "--yes" in plain.refused("encrypt")[1]
    assert digest(plain.journal) == before
    for args in (("--demo", "encrypt"), ("--read-only", "encrypt"), ("--demo", "passphrase")):
        assert plain.refused(*args)[0] == 2
    assert "is not encrypted" in plain.refused("decrypt", "--yes")[1]
    assert "is not encrypted" in plain.refused("passphrase")[1]


@pytest.mark.long
def test_a_backup_with_an_earlier_passphrase_comes_back_under_that_of_now(
    locked: Shell, tmp_path: Path
) -> None:
    locked.do("backup", str(tmp_path / "stick.db"))
    locked.env[NEW] = saying("ganz neue Worte hier")
    locked.do("passphrase")
    locked.env[COMMAND] = saying("ganz neue Worte hier")
    assert (
        "does not open stick.db" in locked.refused("restore-backup", str(tmp_path / "stick.db"), "--yes")[1]
    )
    other = Shell(tmp_path / "other.db")
    other.env[COMMAND] = saying(WORDS)  # where there is none, it comes back as encrypted as it was
    other.do("restore-backup", str(tmp_path / "stick.db"), "--yes")
    assert SECRET in other.do("list").out
    assert SECRET.encode() not in other.journal.read_bytes()
