"""Day One: a zip with a JSON file for each journal. Nothing is unpacked to the disk."""

from __future__ import annotations

import codecs
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import tidy
from bounceback_tui.formats.read_dates import iso_moment
from bounceback_tui.formats.read_json import tags_of, things_of, words
from bounceback_tui.formats.read_text import is_too_long, too_long, unreadable
from bounceback_tui.formats.reading import NO_DATE, NO_ENTRY, NOTHING, STARRED, Answers, ReadFormat

_LONGEST_LIST = 30_000_000
"""Bytes of the list of files at the end of a zip, which is read whole."""

_END = struct.Struct("<4s4H2LH")
_SIGN = b"PK\x05\x06"
_ESCAPE = re.compile(r"\\([.!()+\-])")
# bounded: what opens without end would else be looked through from each opening
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,200}\]\(dayone-moment:[^()\s]{0,200}\)")
_UNSAFE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, struct.error)


def _fits(path: Path) -> bool:
    try:
        if not stat.S_ISREG(path.stat().st_mode) or not _may_be_listed(path):
            return False
        with zipfile.ZipFile(path) as packed:
            return bool(_journals(packed))
    except (*_UNSAFE, ValueError):
        return False


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    before = 0
    for name, text in _texts(path):
        number = 0
        for number, thing in things_of(path, text, "entries"):
            yield _entry(before + number, thing, answers, name)
        before += number


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The journals, each with its name where there are several. Raises Unreadable."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise unreadable(path, "is not a file", "name one")
        if not _may_be_listed(path):
            raise unreadable(path, "is not the zip of a Day One journal")
        with zipfile.ZipFile(path) as packed:
            journals = _journals(packed)
            if not journals:
                raise unreadable(path, "holds no journal of Day One")
            room = sum(one.file_size for one in journals)
            if is_too_long(room):
                raise too_long(path)
            for one in journals:
                with packed.open(one) as file:
                    # a zip may say less than it holds: no more is unpacked than it said
                    content = file.read(one.file_size + 1)
                if len(content) > one.file_size:
                    raise too_long(path)
                name = one.filename.rpartition("/")[2].removesuffix(".json")
                yield name if len(journals) > 1 else "", content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeError as error:
        raise unreadable(path, "is not text in UTF-8") from error
    except (*_UNSAFE, ValueError) as error:
        raise unreadable(path, "is damaged or locked", "take it out of Day One again, as JSON") from error


def _journals(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The JSON files that are no hidden ones of a Mac; their names are never used as paths."""
    return [
        one
        for one in packed.infolist()
        if one.filename.casefold().endswith(".json")
        and not one.filename.startswith("__MACOSX")
        and not one.filename.rpartition("/")[2].startswith(".")
    ]


def _may_be_listed(path: Path) -> bool:
    """Whether a zip's own list of its files is short enough to be read. Raises OSError and struct.error."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 65_536 - _END.size))
        end = file.read()
    place = end.rfind(_SIGN)
    return place >= 0 and _END.unpack_from(end, place)[5] <= _LONGEST_LIST


def _entry(number: int, thing: Any, answers: Answers, journal: str) -> Incoming | Refused:
    if not isinstance(thing, dict):
        return Refused(number, NO_ENTRY)
    at = iso_moment(words(thing, "creationDate"), _zone(words(thing, "timeZone"), answers.zone))
    if at is None:
        return Refused(number, NO_DATE)
    text = tidy(_PICTURE.sub("(picture)", _ESCAPE.sub(r"\1", words(thing, "text"))))
    if not text:
        return Refused(number, NOTHING)
    tags = [
        *tags_of(thing),
        *[journal] * bool(journal),
        *[STARRED] * (thing.get("starred") is True),
    ]
    return IncomingEntry(words(thing, "uuid"), number, at.timed(), title_of(text), text, clean_tags(tags))


def _zone(name: str, usual: tzinfo) -> tzinfo:
    try:
        return ZoneInfo(name) if name else usual
    except (ValueError, OSError, KeyError):  # what is no zone, or a path out of the list of zones
        return usual


DAY_ONE = ReadFormat(
    "dayone",
    "Day One (JSON in a zip)",
    (".zip",),
    "entries with tags, without pictures",
    fits=_fits,
    read=_read,
)
"""The export of Day One."""
