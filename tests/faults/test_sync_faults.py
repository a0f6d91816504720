"""What can go wrong between machines: each is one sentence, nothing is lost, and the next time it works."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from machines import PASSPHRASE, Machine, quick_passphrases, same, settle_down
from remotes import git, identity, rewritten

from bounceback_tui import git_locks, sealed
from bounceback_tui.formats.parcel_file import MARK
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.sync import Sync

pytestmark = pytest.mark.needs("git")

SECRET = "the recruiter laughed"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    """Two machines that know each other."""
    remote = tmp_path / "remote"
    with Machine(tmp_path / "desk", remote) as desk, Machine(tmp_path / "laptop", remote) as laptop:
        desk.note(SECRET)
        desk.set_up()
        laptop.set_up()
        yield desk, laptop


def everything_in(folder: Path) -> bytes:
    """All that lies in a folder, with what git keeps folded up."""
    raw = b"".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())
    listed = git(folder, "cat-file", "--batch-all-objects", "--batch") if (folder / "HEAD").exists() else b""
    return raw + listed


def test_the_remote_and_what_lies_beside_the_journal_hold_no_plain_text(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    laptop.note(f"{SECRET} again")
    settle_down(laptop, desk)
    places = [desk.remote, *(one.path.with_name("journal.db-sync") / "git" for one in two)]
    for place in places:
        found = everything_in(place)
        assert len(found) > 1000
        for word in (SECRET, "recruiter", "entry", identity(desk)):
            assert word.encode() not in found, place
        assert MARK not in found, "folded up is not sealed"
    # control: what is not sealed would be found
    git(desk.remote, "config", "bounceback.test", SECRET)
    assert SECRET.encode() in everything_in(desk.remote)


def test_offline_is_said_with_when_it_last_worked(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    away = desk.remote.with_name("away")
    desk.remote.rename(away)
    key = desk.note("on the train")
    with pytest.raises(CannotDo, match=r"could not be reached .* it last worked on 2026-11-23 at 09:30"):
        desk.sync()
    assert desk.workspace.sync.status().to_tell  # type: ignore[union-attr]  # it was set up
    away.rename(desk.remote)
    settle_down(desk, laptop)
    assert laptop.says(key) == "on the train"


def test_a_remote_that_was_rewritten_gets_back_what_it_lost(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    laptop.note("later")
    settle_down(laptop, desk)
    rewritten(desk.remote, {"README": b"a new beginning"}, keep=False)
    assert desk.sync().put_back >= 3
    with Machine(desk.path.parent.with_name("third"), desk.remote) as third:
        third.set_up()
        same(desk, third)
    assert b"README" in git(desk.remote, "ls-tree", "main")  # what is not ours stays


def test_a_remote_made_anew_is_filled_again(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    shutil.rmtree(desk.remote)
    git(desk.path.parent, "init", "--quiet", "--bare", str(desk.remote))
    assert laptop.sync().put_back >= 2
    with Machine(desk.path.parent.with_name("third"), desk.remote) as third:
        assert third.set_up().joined
        same(desk, third)


def test_a_remote_of_another_journal_is_left_alone(two: tuple[Machine, Machine], tmp_path: Path) -> None:
    desk, _ = two
    with Machine(tmp_path / "other", tmp_path / "elsewhere") as other:
        other.note("somebody else")
        other.set_up()
        before = git(other.remote, "rev-parse", "main")
        shutil.rmtree(desk.remote)
        shutil.copytree(other.remote, desk.remote)
        whole = desk.whole()
        with pytest.raises(CannotDo, match="belongs to another journal"):
            desk.sync()
        assert desk.whole() == whole
        assert git(desk.remote, "rev-parse", "main") == before


@pytest.mark.many(2)
@pytest.mark.parametrize("lock", ["index.lock", "packed-refs.lock", "refs/heads/main.lock", "HEAD.lock"])
def test_a_lock_that_was_left_is_taken_out(two: tuple[Machine, Machine], lock: str) -> None:
    desk, laptop = two
    place = desk.path.with_name("journal.db-sync") / "git" / lock
    place.touch()
    key = desk.note("after the power cut")
    settle_down(desk, laptop)
    assert not place.exists()
    assert laptop.says(key)


def test_a_lock_that_was_left_in_a_folder_of_all_is_taken_out(
    two: tuple[Machine, Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git_locks, "_LONG", 0.05)
    desk, laptop = two
    left = desk.remote / "refs" / "heads" / "main.lock"
    left.touch()
    key = desk.note("after the stick was pulled out")
    settle_down(desk, laptop)
    assert laptop.says(key)
    assert not left.exists()


@pytest.mark.long
def test_a_lock_in_a_folder_of_all_that_is_held_stays(two: tuple[Machine, Machine]) -> None:
    """Another bounceback of this machine, or its git, is at it: that is said, and nothing is lost."""
    desk, laptop = two
    left = desk.remote / "refs" / "heads" / "main.lock"
    left.touch()
    fcntl = pytest.importorskip("fcntl")
    handle = os.open(desk.remote / "bounceback.lock", os.O_RDWR)
    fcntl.flock(handle, fcntl.LOCK_EX)
    key = desk.note("while the other was at it")
    with pytest.raises(CannotDo, match="at the same time"):
        desk.sync()
    assert left.exists()
    os.close(handle)
    left.unlink()
    settle_down(desk, laptop)
    assert laptop.says(key)


def test_while_a_git_runs_no_lock_is_touched(two: tuple[Machine, Machine]) -> None:
    """A git that outlived its program holds what keeps others out."""
    desk, _ = two
    folder = desk.path.with_name("journal.db-sync")
    left = folder / "git" / "index.lock"
    left.touch()
    handle = os.open(folder / "lock", os.O_RDWR)
    fcntl = pytest.importorskip("fcntl")
    fcntl.flock(handle, fcntl.LOCK_EX)
    child = subprocess.Popen(["sleep", "60"], pass_fds=(handle,))
    os.close(handle)
    try:
        with pytest.raises(CannotDo, match="at it just now"):
            desk.sync()
        assert left.exists()
    finally:
        child.kill()
        child.wait()
    desk.sync()
    assert not left.exists()


def test_a_repository_that_is_damaged_or_gone_is_fetched_anew(two: tuple[Machine, Machine]) -> None:
    desk, laptop = two
    objects = [
        one for one in (desk.path.with_name("journal.db-sync") / "git/objects").rglob("*") if one.is_file()
    ]
    for one in objects:
        one.chmod(0o600)
        one.write_bytes(b"")
    key = desk.note("after the power cut")
    settle_down(desk, laptop)
    assert laptop.says(key)
    shutil.rmtree(desk.path.with_name("journal.db-sync"))
    laptop.note("and on")
    settle_down(laptop, desk)
    same(desk, laptop)


def test_without_git_or_the_library_one_is_told_what_brings_it(
    two: tuple[Machine, Machine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = two
    workspace = desk.workspace
    bare = Sync(workspace.database, desk.clock, workspace.undo, desk.path, {"PATH": str(tmp_path)})
    with pytest.raises(CannotDo, match="apt install git"):
        bare.run()

    def missing() -> None:
        raise sealed.NoLibrary

    monkeypatch.setattr(sealed, "_library", missing)
    with pytest.raises(CannotDo, match=r"-m pip install 'pyrage>=1\.2'`\."):
        workspace.sync.run()


@pytest.mark.many(3)
@pytest.mark.parametrize(
    "remote", ["", "-oProxyCommand=x", "ext::sh -c touch", "a\nb", "/no/such/place/at/all"]
)
def test_what_is_no_place_is_refused(tmp_path: Path, remote: str) -> None:
    with Machine(tmp_path / "desk", tmp_path / "remote") as desk:
        with pytest.raises(CannotDo):
            desk.workspace.sync.set_up(remote, lambda _: PASSPHRASE)
        assert not desk.workspace.sync.is_set_up


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "remote").mkdir()
    (tmp_path / "remote" / "photo.jpg").write_text("x")
    with (
        Machine(tmp_path / "desk", tmp_path / "remote") as desk,
        pytest.raises(CannotDo, match="holds something else"),
    ):
        desk.set_up()
    assert [one.name for one in (tmp_path / "remote").iterdir()] == ["photo.jpg"]
