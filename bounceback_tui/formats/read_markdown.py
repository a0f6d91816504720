"""A folder of Markdown files, ours or those of another program such as Obsidian; or one such file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.entry import title_of
from bounceback_tui.domain.incoming import Incoming, IncomingEntry, Refused
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outgoing import ABOUT
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import one_line, quoted
from bounceback_tui.formats.exact import moment_read, reading_of, with_rest
from bounceback_tui.formats.front_matter import Matter, taken_off
from bounceback_tui.formats.read_dates import date_of, iso_moment
from bounceback_tui.formats.read_text import is_too_long, text_of, too_long, unreadable
from bounceback_tui.formats.reading import (
    DEEPEST,
    MOST_THINGS,
    NO_DATE,
    NOTHING,
    Answers,
    ReadFormat,
    Unreadable,
)

_ENDINGS = (".md", ".markdown")
_DATES = ("date", "created", "created_at", "written", "day")
_TAKEN = ("title", "tags", "tag", "mood", "energy", "feelings", "id")
_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T_-](\d{2})[.:h-]?(\d{2})(?!\d))?")
_FEELING = re.compile(r"(.*)=(\d{1,3})", re.DOTALL)
_MOST_FOLDERS_SEEN = 50_000
_MOST_FOLDERS_TRIED = 1000
"""Folders that are looked through to see whether there is Markdown, while the name is typed."""


def _fits(path: Path) -> bool:
    try:
        if _is_folder(path):
            return next((True for _ in _files(path, _MOST_FOLDERS_TRIED)), False)
        return path.suffix.casefold() in _ENDINGS and path.is_file()
    except (OSError, ValueError, Unreadable):
        return False


def _read(path: Path, answers: Answers) -> Iterator[Incoming | Refused]:
    if not _is_folder(path):
        with text_of(path) as file:
            content = file.read()
        yield _entry(path.name, 1, content, answers)
        return
    room, number = 0, 0
    for number, file_path in enumerate(_files(path), 1):
        name = file_path.relative_to(path).as_posix()
        if number > MOST_THINGS:
            raise unreadable(path, f"holds more than {MOST_THINGS:,} files")
        if file_path.is_symlink():
            yield _refused(name, number, "it only points to another file")
            continue
        try:
            with text_of(file_path) as file:
                content = file.read()
        except Unreadable:
            yield _refused(name, number, "it is too long, cannot be read, or is not UTF-8")
            continue
        if is_too_long(room := room + len(content)):
            raise too_long(path)
        yield _entry(name, number, content, answers)
    if not number:
        raise unreadable(path, "holds no Markdown", "name a folder with files that end in .md")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # what is wrong with it is told where it is opened


def _files(path: Path, most: int = _MOST_FOLDERS_SEEN) -> Iterator[Path]:
    """The Markdown files in a folder and in those below it, in order; hidden folders are passed over.

    Raises Unreadable, also for more than `most` folders.
    """

    def failed(error: OSError) -> None:
        if error.filename == str(path):
            raise unreadable(path, "cannot be read") from error

    for seen, (folder, inner, names) in enumerate(os.walk(path, onerror=failed)):
        depth = len(Path(folder).relative_to(path).parts)
        if seen > most or depth > DEEPEST:
            raise unreadable(path, f"has too many folders, or more than {DEEPEST} in one another")
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if name.casefold().endswith(_ENDINGS) and not name.startswith("."):
                yield Path(folder, name)


def _entry(name: str, number: int, content: str, answers: Answers) -> Incoming | Refused:
    matter = taken_off(content.replace("\r\n", "\n"))
    said = {key: ", ".join(one) if isinstance(one, tuple) else one for key, one in matter.properties.items()}
    at, used = _moment(said, name, answers.zone)
    if at is None:
        return _refused(name, number, NO_DATE if used else "neither it nor its name has a date")
    text = matter.text.removeprefix("\n").removesuffix("\n")
    reading, rest = _reading(matter, said)
    ours = moment_read(said.get("written_at", ""), "") is not None
    taken = (*_TAKEN, used, *(("date", "written_at", "zone", *ABOUT) if ours else ()))
    about = tuple((key, one_line(said[key])) for key in ABOUT if said.get(key)) if ours else ()
    rest += [(key, one_line(value)) for key, value in said.items() if key not in taken]
    if matter.kept:
        rest.append(("also", f"\n{matter.kept}"))
    stem = Path(name).stem
    title = one_line(said.get("title", "")) or title_of(text) or ("" if ours else stem)
    text = with_rest(text, rest)
    if not (text.strip() or title or reading or about):
        return _refused(name, number, NOTHING)
    key = one_line(said.get("id", ""))
    return IncomingEntry(key, number, at, title, text, clean_tags(_tags(matter)), reading, about)


def _moment(said: dict[str, str], name: str, zone: tzinfo) -> tuple[Moment | None, str]:
    """When it was written, and the property that says so: that of ours, unless somebody changed the date."""
    exact = moment_read(said.get("written_at", ""), said.get("zone", ""))
    date = said.get("date", "")
    if exact and (not date or date == exact.local.replace(tzinfo=None).isoformat(timespec="seconds")):
        return exact, "date"
    for key in _DATES:
        if value := said.get(key, "").strip():
            if at := iso_moment(value, zone) if ":" in value else None:
                return at.timed(), key
            read = date_of(value)
            return (read.moment(zone) if read else None), key
    match = _IN_NAME.match(Path(name).name)
    timed = date_of(f"{match[1]} {match[2]}:{match[3]}") if match and match[2] else None
    read = timed or (date_of(match[1]) if match else None)  # in "2026-11-22-1999" is no time
    return (read.moment(zone) if read else None), ""


def _reading(matter: Matter, said: dict[str, str]) -> tuple[Reading, list[tuple[str, str]]]:
    """How it felt; what is no reading of ours is told in words."""
    listed = matter.properties.get("feelings", ())
    named = (listed,) if isinstance(listed, str) else listed
    matches = [_FEELING.fullmatch(one) for one in named if one]
    reading = reading_of(said.get("mood", ""), said.get("energy", ""), "")
    try:
        feelings = tuple(Feeling(match[1], int(match[2])) for match in matches if match)
    except ValueError:
        reading, feelings = None, ()
    if reading is None or len({one.name for one in feelings}) < len(matches):
        return Reading(), [(key, said[key]) for key in ("mood", "energy", "feelings") if said.get(key)]
    return Reading(reading.mood, reading.energy, feelings), []


def _tags(matter: Matter) -> tuple[str, ...]:
    """Tags of a list, or of one line with commas or spaces between them."""
    found: list[str] = []
    for key in ("tags", "tag"):
        value = matter.properties.get(key, ())
        found += value if isinstance(value, tuple) else value.replace(",", " ").split()
    return tuple(found)


def _refused(name: str, number: int, why: str) -> Refused:
    return Refused(number, f"{quoted(name)}: {why}")


MARKDOWN = ReadFormat(
    "markdown",
    "a folder of Markdown",
    ("", *_ENDINGS),
    "entries with tags and how they felt",
    fits=_fits,
    read=_read,
)
"""Ours, and those of other programs."""
