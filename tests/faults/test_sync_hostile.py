"""A remote with what nobody of ours would make: it does no harm, and nothing of it runs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from machines import Machine, quick_passphrases, same, settle_down
from remotes import git, identity, rewritten

from bounceback_tui import git as git_of_ours
from bounceback_tui import sealed
from bounceback_tui.domain.sync import Origin, Parcel, Revision
from bounceback_tui.formats import parcel_file
from bounceback_tui.formats.parcel_file import NotAParcel, from_bytes, to_bytes
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.sync_begin import named
from bounceback_tui.storage.journal_file import ROWS_VERSION, SCHEMA_VERSION

pytestmark = pytest.mark.needs("git")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    """Two machines that know each other."""
    remote = tmp_path / "remote"
    with Machine(tmp_path / "desk", remote) as desk, Machine(tmp_path / "laptop", remote) as laptop:
        desk.note("as it was")
        desk.set_up()
        laptop.set_up()
        yield desk, laptop


def hostile() -> dict[str, bytes]:
    """Files that nobody of ours would make, by their names."""
    other = sealed.Seal(sealed.new_key())
    name = "ab" * 16
    return {
        f"parcels/ab/{name}.age": other.close(b"sealed for somebody else"),
        f"parcels/cd/{'cd' * 16}.age": b"no seal",
        f"parcels/ef/{'ef' * 16}.age": b"",
        "parcels/ab/../../outside": b"x",
        "parcels/ab/short.age": b"x",
        "hooks/post-receive": b"#!/bin/sh\ntouch /tmp/owned\n",
    }


def test_foreign_files_are_left_alone_and_counted_once(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    files = {name: content for name, content in hostile().items() if ".." not in name}
    rewritten(desk.remote, files)
    assert desk.sync().unread == 3
    key = laptop.note("still here")
    assert laptop.sync().unread == 3
    assert desk.sync()[3] == 3
    assert desk.says(key)
    same(desk, laptop)
    listed = git(desk.remote, "ls-tree", "-r", "--name-only", "main").decode().split()
    assert set(files) <= set(listed)


def parcel(name: str, *revisions: Revision, counter: int = 50, schema: int = ROWS_VERSION) -> Parcel:
    return Parcel(name, counter, "elsewhere", "2026-11-23T09:30:00", schema, revisions)


ENTRY = {"id": "E" * 26, "event_id": None, "written_at": "2026-11-23T08:30:00.000000Z", "utc_offset": 60}
ENTRY |= {"zone": "x", "local_date": "2026-11-23", "saved_at": "2026-11-23T08:30:00.000000Z"}
ENTRY |= {"deleted_at": None, "title": "t", "text": "x", "digest": "0"}

LEAD = {"id": "L" * 26, "kind": "friend", "name": "x", "note": "", "done": 0}

ROWS = (
    Revision("sqlite_master", ("x",), {"name": "x"}),
    Revision("draft", ("write", ""), {"form": "write", "target": "", "content": "{}", "saved_at": "x"}),
    Revision("lead", ("L" * 26,), {"id": "L" * 26, "kind": "nobody", "name": "x", "note": ""}),
    Revision(
        "lead", ("L" * 26, "more"), {"id": "L" * 26, "kind": "friend", "name": "x", "note": "", "done": 0}
    ),
    Revision("lead", ("L" * 26,), {"id": "M" * 26, "kind": "friend", "name": "x", "note": "", "done": 0}),
    Revision("lead", ("L" * 26,), {"id; DROP TABLE entry": 1}),
    Revision("entry", ("E" * 26,), ENTRY),
    Revision("entry", ("E" * 26,), {**ENTRY, "written_at": "9999-99-99T99:99:99.999999Z"}),
    Revision("tag", ("nobody", "x"), {"entry_id": "nobody", "name": "x"}),
    Revision("event", ("V" * 26,), None, (Origin("nothing", 3),)),
)
"""Rows that fit no table, or nothing that is there."""


@pytest.mark.many(12)
@pytest.mark.parametrize("row", ROWS)
def test_rows_that_do_not_fit_do_no_harm(two: tuple[Machine, Machine], row: Revision) -> None:
    desk, laptop = two
    key = sealed.Seal(identity(desk))
    before = desk.whole()
    name = "cd" * 16
    good = Revision("trap", ("T" * 26,), {"id": "T" * 26, "name": "all or nothing", "deleted_at": None})
    content = key.close(to_bytes(parcel(name, row, good)))
    rewritten(desk.remote, {f"parcels/cd/{name}.age": content})
    assert desk.sync().taken == 1
    assert desk.whole() | {"trap": []} == before | {"trap": []}
    assert desk.workspace.database.rows("SELECT name FROM trap") == [("all or nothing",)]
    settle_down(desk, laptop)
    same(desk, laptop)


def test_what_a_newer_version_tells_waits_for_the_update(two: tuple[Machine, Machine]) -> None:
    desk, _ = two
    key = sealed.Seal(identity(desk))
    before, name = desk.whole(), "cd" * 16
    content = key.close(to_bytes(parcel(name, schema=ROWS_VERSION + 1)))
    rewritten(desk.remote, {f"parcels/cd/{name}.age": content})
    for _ in range(2):
        with pytest.raises(CannotDo, match="newer bounceback"):
            desk.sync()
    assert desk.whole() == before


def test_what_is_told_bears_the_version_of_its_rows(two: tuple[Machine, Machine]) -> None:
    """So a machine whose program is older, but of the same rows, goes on reading it."""
    desk, laptop = two
    key = laptop.note("from the newer one")
    laptop.sync()
    for path in git(desk.remote, "ls-tree", "-r", "--name-only", "main", "parcels").decode().split():
        content = sealed.Seal(identity(desk)).open(git(desk.remote, "show", f"main:{path}"))
        assert from_bytes(content, Path(path).stem).schema == ROWS_VERSION < SCHEMA_VERSION
    desk.sync()
    assert desk.says(key) == "from the newer one"


def test_bombs_and_nonsense_are_no_parcels(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = to_bytes(parcel("a", *ROWS))
    assert from_bytes(whole, "a").counter == 50
    with pytest.raises(NotAParcel):
        from_bytes(whole, "b")
    monkeypatch.setattr(parcel_file, "LARGEST", 100_000)
    bomb = to_bytes(parcel("a", Revision("lead", ("x",), {"note": "x" * 10_000_000})))
    assert len(bomb) < 20_000
    for raw in (bomb, b"", whole[:40], whole[:20] + b"\xff" * 8 + whole[28:], whole[:60] + b"\0" * 200):
        with pytest.raises(NotAParcel):
            from_bytes(raw, "a")
    for value in ([1], {"a": 1}, True, 2**70, float("nan")):
        odd = to_bytes(parcel("a", Revision("lead", ("x",), {"note": value})))
        with pytest.raises(NotAParcel):
            from_bytes(odd, "a")


def test_hooks_and_settings_of_a_strange_folder_run_nothing(
    two: tuple[Machine, Machine], tmp_path: Path
) -> None:
    desk, laptop = two
    mark = tmp_path / "run"
    script = f"#!/bin/sh\ntouch {mark}\n"
    for name in ("pre-receive", "update", "post-receive", "post-update", "reference-transaction"):
        hook = desk.remote / "hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(script)
        hook.chmod(0o700)
    (tmp_path / "evil").write_text(script)
    (tmp_path / "evil").chmod(0o700)
    for setting in (
        "core.alternateRefsCommand",
        "uploadpack.packObjectsHook",
        "core.sshCommand",
        "core.fsmonitor",
    ):
        git(desk.remote, "config", setting, str(tmp_path / "evil"))
    git(desk.remote, "config", "core.hooksPath", str(desk.remote / "hooks"))
    desk.note("one more")
    settle_down(desk, laptop)
    assert not mark.exists()
    # control: git alone would run them
    subprocess.run(
        ["git", "clone", "-q", str(desk.remote), str(tmp_path / "clone")], check=True, capture_output=True
    )
    git(tmp_path / "clone", "commit", "--allow-empty", "-qm", "x")
    git(tmp_path / "clone", "push", "-q", "origin", "HEAD:refs/heads/x")
    assert mark.exists()


def checked_out(remote: Path, folder: Path, command: str) -> None:
    """Settings by which a push lays files out in a folder, through a filter that runs a command."""
    folder.mkdir()
    for setting, value in (
        ("core.bare", "false"),
        ("core.worktree", str(folder)),
        ("receive.denyCurrentBranch", "updateInstead"),
        ("core.fsmonitor", command),
        ("filter.evil.smudge", command),
        ("filter.evil.clean", command),
    ):
        git(remote, "config", setting, value)
    (remote / "info").mkdir(exist_ok=True)
    (remote / "info" / "attributes").write_text("* filter=evil\n")


def test_a_strange_folder_that_lays_files_out_runs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "run"
    for number, tamed in enumerate((git_of_ours._TAMED, "git")):
        remote = tmp_path / f"remote {number}"
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(remote)], check=True)
        checked_out(remote, tmp_path / f"laid out {number}", f"touch '{mark}'; cat")
        monkeypatch.setattr(git_of_ours, "_TAMED", tamed)
        with Machine(tmp_path / f"desk {number}", remote) as desk:
            desk.note("one")
            desk.set_up()
        assert mark.exists() is (tamed == "git")  # the second is the control


@pytest.mark.parametrize("name", ["file://file:///tmp/it", "FILE:///tmp/it", "file:///tmp/it"])
def test_a_folder_is_known_as_one_however_it_is_named(name: str) -> None:
    assert named(name) == "/tmp/it"


def test_a_parcel_that_was_broken_comes_in_once_it_is_whole_again(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    before = set(git(desk.remote, "ls-tree", "-r", "--name-only", "main").decode().split())
    desk.note("told while the remote was ill")
    desk.sync()
    sound = git(desk.remote, "rev-parse", "main").decode().strip()
    (name,) = set(git(desk.remote, "ls-tree", "-r", "--name-only", "main").decode().split()) - before
    rewritten(desk.remote, {name: b"broken"})
    assert laptop.sync().unread == 1
    git(desk.remote, "update-ref", "refs/heads/main", sound)
    report = laptop.sync()
    assert (report.taken, report.unread) == (1, 0)
    assert "told while the remote was ill" in laptop.texts()


def test_a_parcel_that_was_broken_there_is_put_back_by_who_read_it(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    before = set(git(desk.remote, "ls-tree", "-r", "--name-only", "main").decode().split())
    desk.note("told before the remote fell ill")
    desk.sync()
    (name,) = set(git(desk.remote, "ls-tree", "-r", "--name-only", "main").decode().split()) - before
    rewritten(desk.remote, {name: b"broken"})
    assert laptop.sync().unread == 1
    assert desk.sync().put_back == 1
    assert laptop.sync().taken == 1
    same(desk, laptop)
    assert desk.sync().put_back == laptop.sync().put_back == 0
