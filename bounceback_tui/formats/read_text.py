"""Reading files of other programs within bounds: what they hold as text, and sentences where that fails."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bounceback_tui.domain.text import quoted
from bounceback_tui.formats.reading import MOST_BYTES, Unreadable

BEGINNING = 65_536
"""Bytes of a file that are looked at to see what it is."""

_HALVES = re.compile("[\ud800-\udfff]")


def unreadable(path: Path, what: str, do: str = "") -> Unreadable:
    """ "“a.csv” is empty, so nothing was brought in.": with what to do, where that is not plain."""
    return Unreadable(f"{quoted(path.name)} {what}, so nothing was brought in{f'; {do}' * bool(do)}.")


@contextmanager
def text_of(path: Path) -> Iterator[TextIO]:
    """A file of text with its line ends as they are. Raises Unreadable, also where reading on fails.

    It is UTF-8, or UTF-16 where its first bytes say so.
    """
    _check_file(path)
    try:
        with path.open("rb") as raw:
            head = raw.read(4)
        with path.open(encoding=_encoding(head), newline="") as file:
            yield file
    except OSError as error:
        raise _failed(path, error) from error
    except UnicodeError as error:
        if b"\0" in head_of(path):
            raise unreadable(
                path, "is no text and no table", "take it out of the other program anew"
            ) from error
        raise unreadable(path, "is not text in UTF-8", "save it as UTF-8 and try again") from error


def head_of(path: Path) -> bytes:
    """The first bytes of a file; none where they cannot be read."""
    try:
        with path.open("rb") as raw:
            return raw.read(BEGINNING)
    except OSError:
        return b""


def whole_text(path: Path) -> str:
    """All that a file of text holds. Raises Unreadable, for an empty one, too."""
    with text_of(path) as file:
        text = file.read()
    if not text.strip():
        raise unreadable(path, "is empty")
    return text


def beginning(path: Path) -> str:
    """The first characters of a file of text; nothing where it is none. Never raises."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        head = head_of(path)
        # bytes that are cut off at the end are no fault
        return codecs.getincrementaldecoder(_encoding(head[:4]))().decode(head)
    except (OSError, ValueError):
        return ""


def whole_characters(text: str) -> str:
    """A text whose lone halves of characters, which no file can hold, became signs for them."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def is_too_long(size: int) -> bool:
    """Whether so many bytes are more than are read."""
    return size > MOST_BYTES


def too_long(path: Path) -> Unreadable:
    """What is said of such a file."""
    return unreadable(path, f"holds more than {MOST_BYTES // 1_000_000} MB", "take it out in shorter parts")


def _check_file(path: Path) -> None:
    """Raises Unreadable for what is no file, which might never end, and for one that is too long."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _failed(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise unreadable(path, "is not a file", "name one")
    if is_too_long(found.st_size):
        raise too_long(path)


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def _failed(path: Path, error: Exception) -> Unreadable:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
    return unreadable(path, f"cannot be read ({reason[:1].lower()}{reason[1:]})")
