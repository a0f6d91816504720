"""The repository that machines exchange through: what lies in it, and what is said where git fails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bounceback_tui import git, sealed
from bounceback_tui.domain.sync import Parcel
from bounceback_tui.domain.text import one_line
from bounceback_tui.formats import parcel_file
from bounceback_tui.git import Blob, Git, GitError
from bounceback_tui.git_locks import Busy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage.sync_state import State

KEY_FILE = b"identity.age"
"""The key in the repository, sealed with the passphrase."""

_PARCEL = re.compile(rb"parcels/([0-9a-f]{2})/([0-9a-f]{32})\.age")
_KEY_SIZE = 10_000  # bytes; a key takes 300
_BROKEN = ("corrupt", "loose object", "bad object", "is empty", "unable to read", "missing blob", "bad tree")
"""What git says of a repository that lost something, as by a power cut."""


@contextmanager
def opened_git(folder: Path, remote: str, environ: Mapping[str, str]) -> Iterator[Git]:
    """The repository of our own, in a folder beside the journal. Raises CannotDo."""
    try:
        opened = Git(folder, remote, environ)
    except git.NoGit as error:
        raise CannotDo(f"{error} Nothing was changed.") from error
    except Busy as error:
        raise CannotDo(f"{error} Nothing was changed; try again in a moment.") from error
    try:
        opened.prepare()
        yield opened
    except GitError as error:
        raise CannotDo(
            f"git did not do what it should ({reason(error)}). Nothing was lost; try again."
        ) from error
    finally:
        opened.close()


def is_broken(error: GitError) -> bool:
    """Whether git says that the repository of our own lost something."""
    return any(mark in str(error) for mark in _BROKEN)


def reason(error: GitError) -> str:
    """What git said, in one line without its own marks."""
    lines = [line for line in str(error).splitlines() if line.startswith(("fatal:", "error:", "ssh:"))]
    said = one_line((lines or str(error).splitlines() or ["it did not work"])[0])
    return said.removeprefix("fatal:").removeprefix("error:").strip()[:120]


def make_where_empty(opened: Git) -> None:
    """Make the remote where it is a folder that holds nothing yet."""
    if opened.is_folder and not (Path(opened.remote) / "HEAD").is_file():
        opened.make_remote()


def key_in(opened: Git, files: Sequence[Blob]) -> bytes | None:
    """The key in a repository, sealed with the passphrase; None where there is none."""
    found = next((one for one in files if one.path == KEY_FILE and 0 <= one.size <= _KEY_SIZE), None)
    return opened.content(found) if found else None


def check_key(opened: Git, state: State, files: Sequence[Blob]) -> None:
    """Raises CannotDo where a remote belongs to another journal."""
    found = next((one for one in files if one.path == KEY_FILE), None)
    if found and (found.size > _KEY_SIZE or opened.content(found) != state.wrapped):
        raise CannotDo(
            f"{one_line(opened.remote)} belongs to another journal: its key is not yours. Nothing was"
            " changed there; name another place with `bounceback sync init`, or leave yours first with"
            " `bounceback sync stop` and join that one."
        )


def parcels_in(files: Sequence[Blob]) -> Iterator[tuple[str, Blob]]:
    """The names of the parcels in a repository, and where each lies."""
    for one in files:
        if found := _PARCEL.fullmatch(one.path):
            yield found[2].decode(), one


def parcel_of(opened: Git, seal: sealed.Seal, name: str, blob: Blob) -> Parcel | str:
    """A parcel, or why it is none."""
    if blob.kind != "blob" or not 0 <= blob.size <= parcel_file.LARGEST:
        return "too large"
    try:
        return parcel_file.from_bytes(seal.open(opened.content(blob)), name)
    except sealed.NotOpened:
        return "sealed for another key"
    except parcel_file.NotAParcel:
        return "not what bounceback makes"


def missing_there(
    opened: Git, seal: sealed.Seal, wrapped: bytes, files: Sequence[Blob], ours: Mapping[str, bytes]
) -> tuple[list[Blob], int]:
    """Files that the others do not have as we read them, and how many of them they had once.

    `wrapped` is the sealed key, `files` what they have, `ours` the parcels on the way there by their names.
    """
    there = {one.path: one for one in files}
    lost = [
        one
        for one in opened.files(opened.commit())
        if _is_ours(one.path) and (one.path not in there or _is_better(opened, seal, one, there[one.path]))
    ]
    have = there.keys() | {one.path for one in lost}
    wanted = {_path(name): content for name, content in ours.items()} | {KEY_FILE: wrapped}
    fresh = [
        Blob("100644", "blob", opened.store(content), len(content), path)
        for path, content in wanted.items()
        if path not in have
    ]
    return [*lost, *fresh], len(lost)


def _is_better(opened: Git, seal: sealed.Seal, ours: Blob, theirs: Blob) -> bool:
    """Whether a parcel can be read as we have it, and not as it lies with the others by now."""
    found = _PARCEL.fullmatch(ours.path)
    if not found or ours.digest == theirs.digest:
        return False
    name = found[2].decode()
    here, there = (parcel_of(opened, seal, name, one) for one in (ours, theirs))
    return isinstance(here, Parcel) and isinstance(there, str)


def _path(name: str) -> bytes:
    return f"parcels/{name[:2]}/{name}.age".encode()


def _is_ours(path: bytes) -> bool:
    return path == KEY_FILE or _PARCEL.fullmatch(path) is not None
