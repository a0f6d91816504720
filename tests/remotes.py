"""A remote that somebody else works on, beside the program."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from machines import Machine

from bounceback_tui.storage import sync_state


def git(remote: Path, *words: str) -> bytes:
    environ = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environ |= {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run(
        ["git", "-C", str(remote), *words], capture_output=True, check=True, env=environ
    ).stdout


def fed(remote: Path, given: bytes, *words: str) -> str:
    """What git says of something that it is given, with an index of its own."""
    done = subprocess.run(
        ["git", "-C", str(remote), *words],
        input=given,
        capture_output=True,
        check=True,
        env={**os.environ, "GIT_INDEX_FILE": str(remote / "other-index")},
    )
    return done.stdout.decode().strip()


def rewritten(remote: Path, files: dict[str, bytes], keep: bool = True) -> None:
    """Let the remote have other files, in place of what it had or beside it."""
    lines = git(remote, "ls-tree", "-r", "main").splitlines() if keep else []
    for name, content in files.items():
        kept = fed(remote, content, "hash-object", "-w", "--stdin")
        lines.append(f"100644 blob {kept}\t{name}".encode())
    fed(remote, b"\n".join(lines) + b"\n", "update-index", "--index-info")
    tree = fed(remote, b"", "write-tree")
    commit = git(remote, "commit-tree", tree, "-m", "x").decode().strip()
    git(remote, "update-ref", "refs/heads/main", commit)


def identity(machine: Machine) -> str:
    """The key that opens what machines tell each other."""
    state = sync_state.get(machine.workspace.database)
    assert state
    return state.identity
