"""`backup` and `restore-backup` as somebody types them, and as a script does."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from conftest import Shell
from journals import digest, look_into

from bounceback_tui.cli import output
from bounceback_tui.services.workspace import Workspace

pytestmark = pytest.mark.usefixtures("backed_up")

TUESDAY = "2026-11-24T09:30:00+00:00"


def names(shell: Shell) -> list[str]:
    return [one["name"] for one in shell.do("restore-backup", "--json").json]


def test_the_first_command_that_writes_makes_the_backup_of_the_day(shell: Shell) -> None:
    shell.do("list")
    assert names(shell) == []  # nothing was written
    assert shell.do("note", "walked").err == ""
    shell.do("note", "walked again")
    shell.do("list", now=TUESDAY)
    assert names(shell) == ["journal-daily-20261123T093000Z.db"]
    shell.do("mood", "5", now=TUESDAY)
    assert [(one["kind"], one["entries"]) for one in shell.do("restore-backup", "--json").json] == [
        ("daily", 2),
        ("daily", 1),
    ]


def test_that_of_a_long_journal_is_left_to_the_app_and_nothing_is_loaded_for_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bounceback_tui.services.todays_backup.QUICK", 1)
    monkeypatch.setattr(Workspace, "backups", property(lambda _: pytest.fail("it was loaded")))
    shell.do("note", "walked")
    assert names(shell) == []


def test_where_none_can_be_made_the_command_is_done_all_the_same(shell: Shell) -> None:
    folder = shell.journal.parent / "backups"
    folder.write_text("mine")
    ran = shell.do("note", "walked")
    assert ran.json["id"]
    assert folder.read_text() == "mine"
    assert len(shell.do("list", "--json").json) == 1


def test_the_made_up_journal_makes_none(shell: Shell) -> None:
    shell.do("--demo", "note", "walked")
    assert not shell.journal.parent.joinpath("backups").exists()
    assert shell.refused("--demo", "backup") == (
        2,
        "The made-up journal is gone afterwards; name a FILE for its backup.",
    )


def test_a_backup_says_where_it_is_and_how_much_it_holds(shell: Shell, tmp_path: Path) -> None:
    shell.do("note", "walked")
    out = shell.do("backup").out
    place = tmp_path / "backups" / "journal-by-hand-20261123T093000Z.db"
    assert out == f"1 entry, checked, in {place}\n"
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    told = shell.do("backup", str(tmp_path / "copy.db"), "--json").json
    assert (told["file"], told["entries"], told["problem"]) == (str(tmp_path / "copy.db"), 1, None)
    before = digest(tmp_path / "copy.db")
    code, words = shell.refused("backup", str(tmp_path / "copy.db"))
    assert (code, "is there already" in words, digest(tmp_path / "copy.db")) == (1, True, before)


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("backup", "-"), 2, "a file of its own"),
        (("backup", ""), 2, "a file of its own"),
        (("backup", "/no/such/folder/copy.db"), 1, "There is no folder"),
        (("restore-backup", "nope"), 1, "There is no backup “nope”"),
        (("restore-backup", "latest"), 1, "that can be used"),
        (("restore-backup", "--yes"), 2, "name one"),
        (("--demo", "restore-backup", "latest"), 2, "leave --demo out"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    shell: Shell, args: tuple[str, ...], code: int, words: str
) -> None:
    shell.do("list")
    found, said = shell.refused(*args)
    assert found == code
    assert words in said


def test_the_list_tells_day_kind_entries_and_size(shell: Shell) -> None:
    shell.do("note", "walked")
    shell.do("backup", now=TUESDAY)
    [first, second] = shell.do("restore-backup").out.splitlines()
    assert first.startswith("Tue 24 Nov 2026 09:30  made by you  1 entry, 0.")
    assert first.endswith(" MB  journal-by-hand-20261124T093000Z.db")
    assert second.startswith("Mon 23 Nov 2026 09:30  daily        1 entry, 0.")


def test_latest_is_the_one_made_last_also_within_one_second(shell: Shell) -> None:
    shell.do("note", "in the daily one")
    shell.do("note", "in the one by hand")
    shell.do("backup")
    assert shell.do("restore-backup", "latest", "--yes", "--json").json["entries"] == 2


def test_a_backup_comes_back_and_the_journal_is_set_aside(shell: Shell) -> None:
    shell.do("note", "walked")
    shell.do("note", "only in the journal")
    before = digest(shell.journal)
    code, words = shell.refused("restore-backup", "latest")
    assert (code, words) == (1, "Nothing was changed; --yes brings it back without asking.")
    assert digest(shell.journal) == before
    told = shell.do("restore-backup", "latest", "--yes", "--json", now=TUESDAY).json
    assert told["entries"] == 1
    assert digest(Path(told["set_aside"])) == before
    assert [one["text"] for one in shell.do("list", "--json").json] == ["walked"]
    aside = Path(told["set_aside"]).name
    assert names(shell)[0] == aside
    out = shell.do("restore-backup", aside, "--yes").out
    assert out.startswith(
        "Brought back: 2 entries, of Tue 24 Nov 2026 09:30.\nThe journal from before is now "
    )
    assert len(shell.do("list", "--json").json) == 2


@pytest.mark.plain
def test_a_damaged_journal_makes_room_whole_as_it_is(shell: Shell) -> None:
    shell.do("note", "walked")
    shell.journal.write_text("not a database " * 1000)
    assert shell.run("list").code == 1
    assert shell.refused("backup")[0] == 1
    broken = digest(shell.journal)
    told = shell.do("restore-backup", "latest", "--yes", "--json").json
    assert digest(Path(told["set_aside"])) == broken
    assert [one["text"] for one in shell.do("list", "--json").json] == ["walked"]


def test_hostile_names_are_only_names(shell: Shell, tmp_path: Path) -> None:
    shell.do("note", "walked")
    told = shell.run("restore-backup", "\x1b]52;c;aGk=\x07\u202e")
    assert told.code == 1
    assert not set(told.err) & set("\x1b\x07\u202e")
    hostile = tmp_path / "a\x1b[31mb.db"
    assert "\x1b" not in shell.do("backup", str(hostile)).out
    assert look_into(hostile, "SELECT count(*) FROM entry") == [(1,)]


@pytest.mark.parametrize("args", [("restore-backup", "latest", "--yes"), ("doctor", "--fix")])
def test_with_read_only_the_journal_stays_what_it_is(shell: Shell, args: tuple[str, ...]) -> None:
    shell.do("note", "In both")
    shell.do("note", "In the journal alone")
    before = shell.journal.stat().st_ino, shell.journal.read_bytes()
    code, said = shell.refused("--read-only", *args)
    assert (code, "Nothing is changed with --read-only" in said) == (2, True)
    assert (shell.journal.stat().st_ino, shell.journal.read_bytes()) == before
    assert len(shell.do("--read-only", "restore-backup", "--json").json) == 1


@pytest.mark.plain
@pytest.mark.parametrize("command", ["list", "backup", "doctor"])
def test_where_the_journal_was_damaged_each_command_tells_of_its_good_backup(
    shell: Shell, command: str
) -> None:
    shell.do("note", "walked")
    (made,) = names(shell)
    for path in shell.journal.parent.glob(f"{shell.journal.name}-*"):
        path.unlink()
    shell.journal.write_bytes(b"not a journal any more" * 100)
    ran = shell.run(command)
    assert ran.code == 1
    assert f"`bounceback restore-backup {made}` brings it back" in " ".join((ran.out + ran.err).split())
    assert "name another file" not in ran.out + ran.err


def test_on_a_narrow_terminal_each_name_stands_whole(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.do("note", "walked")
    shell.do("restore-backup", "latest", "--yes")
    every = names(shell)
    assert len(every) == 2
    for width in (40, 60, 80):
        monkeypatch.setattr(output, "terminal_width", lambda width=width: width)
        lines = shell.do("restore-backup").out.splitlines()
        assert [line.strip() for line in lines[1::2]] == every, width
        assert all(" 1 entry, 0." in line for line in lines[::2])
    monkeypatch.setattr(output, "terminal_width", lambda: 120)
    assert [line.split()[-1] for line in shell.do("restore-backup").out.splitlines()] == every


@pytest.mark.parametrize("ending", ["", "…", "..."])
def test_the_beginning_of_a_name_is_enough_to_bring_it_back_and_to_remove_it(
    shell: Shell, ending: str
) -> None:
    shell.do("note", "walked")
    shell.do("restore-backup", "latest", "--yes", now=TUESDAY)
    said = f"journal-set-aside-20261124{ending}"
    assert shell.refused("restore-backup", said) == (
        1,
        "Nothing was changed; --yes brings it back without asking.",
    )
    assert "Brought back: 1 entry, of Tue 24 Nov" in shell.do("restore-backup", f"{said}", "--yes").out
    assert "Removed: journal-set-aside-20261124T" in shell.do("restore-backup", "--remove", said, "--yes").out
    assert [one.split("-2026")[0] for one in names(shell)] == ["journal-set-aside", "journal-daily"]


@pytest.mark.parametrize("how", [(), ("--remove",)])
def test_where_several_backups_begin_so_they_are_told_and_nothing_is_done(
    shell: Shell, how: tuple[str, ...]
) -> None:
    shell.do("note", "walked")
    shell.do("backup")
    shell.do("backup", now=TUESDAY)
    every = names(shell)
    before = digest(shell.journal)
    code, words = shell.refused("restore-backup", *how, "journal-by…", "--yes")
    assert (code, digest(shell.journal), names(shell)) == (1, before, every)
    assert words == (
        "More than one backup begins with “journal-by…”: journal-by-hand-20261124T093000Z.db,"
        " journal-by-hand-20261123T093000Z.db. Nothing was changed; give more of it."
    )
    for nothing in ("…", "", ".db", "by-hand", "journal.db"):
        assert shell.refused("restore-backup", *how, nothing, "--yes")[1].startswith("There is no backup “")


@pytest.mark.parametrize("name", ["journal-by-hand-20261123T093000Z", "journal-by-hand-20261123T093000Z.db"])
def test_a_whole_name_is_no_beginning_of_another(shell: Shell, name: str) -> None:
    for _ in range(2):
        shell.do("note", "walked")
        shell.do("backup")
    assert "journal-by-hand-20261123T093000Z-2.db" in names(shell)
    shell.do("restore-backup", "--remove", name, "--yes")
    left = names(shell)
    for how in ((), ("--remove",)):
        assert shell.refused("restore-backup", *how, name, "--yes")[1].startswith("There is no backup “")
    assert shell.refused("restore-backup", "--remove", "journal-by.db", "--yes")[0] == 1
    assert names(shell) == left


def test_a_backup_that_holds_moods_alone_says_so(shell: Shell) -> None:
    for _ in range(3):
        shell.do("mood", "4")
    shell.do("delete", shell.do("check-ins", "--json").json[0]["id"])
    assert shell.do("backup").out.startswith("0 entries, 2 check-ins, checked, in ")
    assert "  0 entries, 2 check-ins, 0." in shell.do("restore-backup").out
    assert "holds 0 entries, 2 check-ins: " in shell.run("doctor").out
    out = shell.do("restore-backup", "latest", "--yes").out
    assert out.startswith("Brought back: 0 entries, 2 check-ins, of Mon 23 Nov 2026 09:30.")
    shell.do("note", "walked")
    assert shell.do("backup", now=TUESDAY).out.startswith("1 entry, checked, in ")


def test_the_name_of_a_file_that_is_not_there_brings_no_other_back(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.do("note", "walked")
    assert len(names(shell)) == 1
    monkeypatch.chdir(tmp_path / "backups")
    before = digest(shell.journal)
    for name in ("journal.db", "journal"):
        assert shell.refused("restore-backup", name, "--yes")[0] == 1
    assert digest(shell.journal) == before
