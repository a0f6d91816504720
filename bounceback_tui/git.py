"""The command git, as far as several machines need it: fetch, look, add files, push.

No file is ever laid out in a folder: files go in and come out by their digests, so no name in a repository
can lead anywhere, and there is no index that could be left locked. Nobody's own settings of git are read, no
hook is run, nothing is asked, and who wrote something and when is not told.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from bounceback_tui.domain.going import Going, Stopped, onwards
from bounceback_tui.git_locks import Busy, locked, unlock, unlock_when_left

NEEDED = (
    "Several machines need the program git; install it with the packages of your system (`apt install git`)."
)
"""What is said where it is missing."""

BRANCH = "refs/heads/main"
"""Where all that is exchanged lies, here and with the others."""

THEIRS = "refs/remotes/origin/main"
"""What the others have, as far as it was fetched."""

_LOOK = 0.1
"""Seconds between two questions whether to go on."""

_SETTINGS = """[safe]
\tdirectory = *
[core]
\thooksPath = /dev/null
\tfsync = committed,reference
[gc]
\tautoDetach = false
[http]
\tlowSpeedLimit = 1000
\tlowSpeedTime = 30
[init]
\tdefaultBranch = main
"""

# a repository in a folder may be somebody else's, with settings that would run programs: these go before them
_TAMED = (
    "git -c core.hooksPath=/dev/null -c core.alternateRefsCommand= -c core.fsmonitor=false"
    " -c receive.denyCurrentBranch=ignore -c receive.autogc=false -c gc.auto=0"
)

_QUICKER = (
    *("fetch first", "non-fast-forward", "[rejected]", "stale info"),
    *("cannot lock ref", "failed to update ref", "incorrect old value"),
)
"""What git says where somebody else was quicker."""


class GitError(Exception):
    """A command of git did not end well; its text is what git said."""


class NoGit(GitError):
    """There is no git; its text says how to get it."""


class Moved(GitError):
    """Another machine was quicker: what it added must be fetched first."""


class Blob(NamedTuple):
    """A file in a commit."""

    mode: str
    kind: str
    digest: str
    size: int
    """Bytes; -1 where it is none of git's own."""
    path: bytes


class Git:
    """A repository of our own, and the one that it exchanges with. One program at a time."""

    def __init__(self, folder: Path, remote: str, environ: Mapping[str, str]) -> None:
        """Raises NoGit, Busy, and OSError where the folder cannot be made."""
        self._program = shutil.which("git", path=environ.get("PATH"))
        if self._program is None:
            raise NoGit(NEEDED)
        self.remote = remote
        """Where the others are reached."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._dir = folder / "git"
        self._lock: int | None = locked(folder / "lock")
        self._shared: int | None = None
        self._environ = {
            **{name: value for name, value in environ.items() if not name.startswith("GIT_")},
            "GIT_DIR": str(self._dir),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": str(folder / "settings"),
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "true",
            "SSH_ASKPASS_REQUIRE": "never",
            "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=15",
            "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
            "GIT_NO_REPLACE_OBJECTS": "1",
            **{
                f"GIT_{who}_{what}": value
                for who in ("AUTHOR", "COMMITTER")
                for what, value in _NOBODY.items()
            },
            "LC_ALL": "C",
        }

    def close(self) -> None:
        """Let others at it; what git still does keeps them out."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def prepare(self) -> None:
        """Make the repository, or take out what a killed git left locked. Raises GitError and OSError."""
        (self._folder / "settings").write_text(_SETTINGS, "utf-8")
        if not (self._dir / "HEAD").is_file():
            shutil.rmtree(self._dir, ignore_errors=True)
            self._run("init", "--quiet", "--bare", str(self._dir))
        # whoever runs git here holds the lock that is ours now, so nobody does
        unlock(self._dir)

    def forget(self) -> None:
        """Take the repository away, since it cannot be used: it is fetched anew."""
        shutil.rmtree(self._dir, ignore_errors=True)

    @property
    def is_folder(self) -> bool:
        """Whether the others are reached by a folder of this machine, such as one on a stick."""
        return "://" not in self.remote and os.path.isabs(self.remote)

    def make_remote(self) -> None:
        """Make the folder that the others are reached by, where it is not there. Raises GitError."""
        self._run("init", "--quiet", "--bare", self.remote, without="GIT_DIR")

    def fetch(self, going: Going = onwards) -> str:
        """What the others have by now: a commit, empty where they have none. Raises GitError and Stopped."""
        words = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--prune"]
        tamed = [f"--upload-pack={_TAMED} upload-pack"] if self.is_folder else []
        with self._to_itself():
            self._run(*words, *tamed, "--", self.remote, f"+{BRANCH}*:{THEIRS}*", going=going)
        return self.commit(THEIRS)

    def commit(self, name: str = BRANCH) -> str:
        """The commit that a name stands for, empty where there is none."""
        try:
            return self._run("rev-parse", "--quiet", "--verify", f"{name}^{{commit}}").decode().strip()
        except GitError:
            return ""

    def files(self, commit: str) -> list[Blob]:
        """Every file of a commit. Raises GitError."""
        found = self._run("ls-tree", "-r", "-l", "-z", "--full-tree", commit) if commit else b""
        return [_blob(line) for line in found.split(b"\0") if line]

    def content(self, blob: Blob) -> bytes:
        """What is in a file. Raises GitError."""
        return self._run("cat-file", "blob", blob.digest)

    def store(self, content: bytes) -> str:
        """Keep a file; its digest. Raises GitError."""
        return self._run("hash-object", "-w", "--stdin", given=content).decode().strip()

    def write(self, files: Iterable[Blob], upon: str) -> str:
        """A commit with these files, which comes after another one. Raises GitError."""
        tree = self._tree(list(files))
        after = ("-p", upon) if upon else ()
        return self._run("commit-tree", tree, *after, "-m", "sync").decode().strip()

    def point(self, commit: str) -> None:
        """Remember a commit as what we have. Raises GitError."""
        self._run("update-ref", BRANCH, commit)

    def push(self, commit: str, going: Going = onwards) -> None:
        """Let the others have a commit. Raises Moved, other GitErrors, and Stopped."""
        tamed = [f"--receive-pack={_TAMED} receive-pack"] if self.is_folder else []
        try:
            self._run(
                "push", "--quiet", "--porcelain", *tamed, "--", self.remote, f"{commit}:{BRANCH}", going=going
            )
        except GitError as error:
            words = str(error)
            if any(mark in words for mark in _QUICKER):
                raise Moved(words) from error
            raise

    @contextmanager
    def _to_itself(self) -> Iterator[None]:
        """Where the others are reached by a folder: as long as git is at it, no other of this machine is."""
        folder = Path(self.remote)
        if self.is_folder and (folder / "HEAD").is_file():
            with suppress(OSError, Busy):  # where that cannot be, git itself keeps order
                self._shared = locked(folder / "bounceback.lock")
                unlock_when_left(folder)
        try:
            yield
        finally:
            if self._shared is not None:
                os.close(self._shared)
                self._shared = None

    def _tree(self, files: Sequence[Blob]) -> str:
        """A folder of files as git keeps it."""
        lines, folders = list[bytes](), dict[bytes, list[Blob]]()
        for one in files:
            top, slash, rest = one.path.partition(b"/")
            if slash:
                folders.setdefault(top, []).append(one._replace(path=rest))
            else:
                lines.append(_line(one.mode, one.kind, one.digest, top))
        lines += [_line("040000", "tree", self._tree(inside), top) for top, inside in folders.items()]
        return self._run("mktree", "-z", given=b"\0".join(lines) + b"\0" if lines else b"").decode().strip()

    def _run(self, *words: str, given: bytes = b"", going: Going = onwards, without: str = "") -> bytes:
        """What a command of git says. Raises GitError and Stopped."""
        assert self._program
        environ = {name: value for name, value in self._environ.items() if name != without}
        keep = [one for one in (self._lock, self._shared) if one is not None]
        try:
            child = subprocess.Popen(
                [self._program, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environ,
                cwd=self._folder,
                pass_fds=keep if os.name == "posix" else (),
                start_new_session=True,
            )
        except OSError as error:
            raise GitError(error.strerror or "git could not be started") from error
        said, problem = _talk(child, given, going)
        if child.returncode:
            raise GitError((problem + said).decode("utf-8", "replace").strip() or f"git {words[0]}")
        return said


_NOBODY = {"NAME": "bounceback", "EMAIL": "bounceback@localhost", "DATE": "946684800 +0000"}
"""Who wrote a commit and when, of every commit: names and times are nobody's business."""


def _talk(child: subprocess.Popen[bytes], given: bytes, going: Going) -> tuple[bytes, bytes]:
    first: bytes | None = given
    try:
        while True:
            try:
                return child.communicate(first, timeout=_LOOK)
            except subprocess.TimeoutExpired:
                first = None
                if not going(0.0):
                    raise Stopped from None
    except BaseException:
        _end(child)
        raise


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a git that is not waited for, with all that it began."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(child.pid, 15)
        else:
            child.terminate()
    with suppress(subprocess.TimeoutExpired):
        child.communicate(timeout=5)
        return
    child.kill()
    child.communicate()


def _blob(line: bytes) -> Blob:
    said, _, path = line.partition(b"\t")
    mode, kind, digest, size = said.decode("ascii").split()
    return Blob(mode, kind, digest, -1 if size == "-" else int(size), path)


def _line(mode: str, kind: str, digest: str, name: bytes) -> bytes:
    return f"{mode} {kind} {digest}\t".encode() + name


def is_address(text: str) -> bool:
    """Whether somebody names a server and not a folder: "git@example.org:me/it.git"."""
    return "://" in text or re.match(r"[\w.-]+@[\w.-]+:|[\w.-]{2,}:(?![\\/])", text) is not None
