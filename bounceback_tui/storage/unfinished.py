"""Copies that programs were writing when they were ended."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from bounceback_tui.files import runs
from bounceback_tui.storage.wiping import bare, name_with_process, wipe

UNFINISHED = ".unfinished"
"""How the name of a copy ends that is being written; it begins with a full stop."""


def unfinished_name(stem: str) -> str:
    """What a copy is called while it is being written."""
    return name_with_process(stem, UNFINISHED)


def forget_unfinished(folder: Path, stem: str) -> int:
    """Overwrite and remove what programs that run no more left half written; how many files. Raises OSError.

    A copy may be plain beside a journal that is encrypted, where a plain backup was being brought back.
    """
    gone = 0
    for path in unfinished(folder, stem):
        with suppress(FileNotFoundError):  # another program was faster
            wipe(path)
        gone += 1
    return gone


def unfinished(folder: Path, stem: str) -> list[Path]:
    """What programs that run no more left half written for a journal of that name. Raises OSError."""
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        head, mark, _ = path.name.partition(UNFINISHED)
        # a journal of a longer name, such as “me.old” beside “me”, has copies of its own
        match = re.fullmatch(rf"\.{re.escape(bare(stem))}\.([0-9]+)\.[0-9a-f]+", head)
        if mark and match and not runs(int(match[1])):
            found.append(path)
    return sorted(found)
