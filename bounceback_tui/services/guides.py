"""The guide that comes with the program, and a person's own: found, read, and kept for when a file is gone.

Their own are the files `guides/*.md` in the folder for configuration, known by name. They are not trusted:
a file is read up to the largest size of a guide, and nothing but a plain file is read. A link is followed,
since many keep their settings elsewhere and link to them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from bounceback_tui.domain.fingerprint import fingerprint
from bounceback_tui.domain.guide import MAX_BYTES, Guide, GuideError
from bounceback_tui.domain.text import one_line, plural, quoted, reason
from bounceback_tui.formats.guide_json import guide_from_json, guide_to_json
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage import episodes
from bounceback_tui.storage.database import Database

FOLDER = "guides"
"""In the folder for configuration."""

LONGEST_NAME = 100
"""Characters of a name."""

OURS = "the guide that comes with bounceback"
"""What it is called in a sentence; its name is empty."""

_END = ".md"


class Guides:
    """Reads guides, each wording once in the life of a journal."""

    def __init__(self, database: Database, ours: str, folder: Path | None = None, usual: str = "") -> None:
        """`ours` is the Markdown that comes with the program; `folder` is that of the configuration.

        `usual` is the name of the guide for new episodes.
        """
        self._database = database
        self._ours = ours
        self._folder = folder / FOLDER if folder else None
        self.usual = usual
        """Name of the guide for new episodes; empty for ours."""
        self._read: dict[str, tuple[object, Guide]] = {}
        self._news: list[str] = []
        self._told: set[str] = set()

    def names(self) -> list[str]:
        """The person's own guides, in alphabetical order; whether they can be used shows when one is read."""
        return sorted(self._names(), key=lambda name: (name.casefold(), name))

    def has_own(self) -> bool:
        """Whether there is any."""
        return any(True for _ in self._names())

    def named(self, name: str) -> Guide:
        """The guide of that name; ours is "". Raises StorageError only.

        In the place of a file that cannot be used stands the guide as it was last, else ours; `news` tells.
        """
        if not name:
            return self._known("", "", lambda: self._parse(self._ours))
        path = self._path(name)
        return self._known(name, _signature(path), lambda: self._read_kindly(name, path))

    def checked(self, name: str) -> Guide:
        """The same for one that somebody chooses. Raises CannotDo where it cannot be used as it is now."""
        if not name:
            return self.named("")
        path = self._path(name)
        try:
            return self._read_file(name, path)
        except (OSError, GuideError) as error:
            raise CannotDo(f"{_reason(name, path, error)}; nothing was changed.") from error

    def news(self) -> list[str]:
        """What is to be said of guides that cannot be used, a sentence each, and each once."""
        news, self._news = self._news, []
        return news

    def _names(self) -> Iterator[str]:
        if self._folder is None:
            return
        with suppress(OSError), os.scandir(self._folder) as found:
            for one in found:
                name = one.name.removesuffix(_END)
                if name != one.name and _is_plain(name) and _is_file(one):
                    yield name

    def _path(self, name: str) -> Path | None:
        """Where a guide lies; None for what cannot be a name."""
        return self._folder / f"{name}{_END}" if self._folder and _is_plain(name) else None

    def _known(self, name: str, signature: object, read: Callable[[], Guide]) -> Guide:
        known = self._read.get(name)
        if known is None or known[0] != signature:
            known = self._read[name] = (signature, read())
        return known[1]

    def _read_kindly(self, name: str, path: Path | None) -> Guide:
        try:
            return self._read_file(name, path)
        except (OSError, GuideError) as error:
            kept = self._kept(_key(name))
            if kept is None or not isinstance(error, FileNotFoundError):
                instead = "as it was last, it is used meanwhile" if kept else f"{OURS} is used meanwhile"
                self._tell(f"{_reason(name, path, error)}; {instead}.")
            return kept or self.named("")

    def _read_file(self, name: str, path: Path | None) -> Guide:
        """Raises OSError and GuideError."""
        if path is None:
            raise FileNotFoundError
        guide = self._parse(_text_of(path))
        if (last := self._kept(_key(name))) is None or last.digest != guide.digest:
            self._keep(_key(name), guide)
        return guide

    def _parse(self, text: str) -> Guide:
        # reading Markdown costs a start 50 ms, so the outline of each wording is kept in the journal
        digest = fingerprint(text.encode("utf-8", "surrogatepass"))
        if (kept := self._kept(digest)) is not None:
            return kept
        from bounceback_tui.formats import guide_markdown  # noqa: PLC0415 - as above

        guide = guide_markdown.parse_guide(text)
        self._keep(digest, guide)
        return guide

    def _kept(self, key: str) -> Guide | None:
        outline = episodes.guide_outline(self._database, key)
        if outline is None:
            return None
        with suppress(ValueError):  # kept by another version, in another shape
            return guide_from_json(outline)
        return None

    def _keep(self, key: str, guide: Guide) -> None:
        if not self._database.read_only:  # then it is read anew each time
            episodes.keep_guide(self._database, key, guide_to_json(guide))

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._news.append(sentence)


def _key(name: str) -> str:
    """Under which the latest wording of a person's own guide is kept; no digest begins so."""
    return f"name:{name}"


def _is_plain(name: str) -> bool:
    """Whether a name names a file in the folder and nothing else, and can be kept in a journal."""
    return (
        0 < len(name) <= LONGEST_NAME
        and not name.startswith(".")
        and not any(sign in name for sign in "/\\:\0")
        and not any("\ud800" <= sign <= "\udfff" for sign in name)
    )


def _is_file(one: os.DirEntry[str]) -> bool:
    try:
        return one.is_file()
    except OSError:  # links that lead round and round
        return False


def _signature(path: Path | None) -> object:
    """What changes when a file does."""
    if path is None:
        return None
    try:
        about = path.stat()
    except OSError as error:
        return error.errno
    return about.st_mtime_ns, about.st_size, about.st_ino


def _text_of(path: Path) -> str:
    """The text of a plain file; not a byte more than shows that it is too large. Raises OSError."""
    # without waiting: a pipe in the place of the file would hold up the start
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(0, "it is not a file")
        data = file.read(MAX_BYTES + 1)
    # what is not UTF-8 becomes lone surrogates, which the reader of guides tells with their line
    return data.decode("utf-8", "surrogateescape")


def _reason(name: str, path: Path | None, error: OSError | GuideError) -> str:
    """What is wrong, as the beginning of a sentence: which file, and in which line."""
    if path is None or isinstance(error, FileNotFoundError):
        where = f" at {one_line(str(path))}" if path else ""
        return f"There is no guide {quoted(name)}{where}"
    said = one_line(str(path))
    if isinstance(error, GuideError):
        first, *more = error.problems
        others = f" (and {plural(len(more), 'more problem')})" if more else ""
        return f"{said}, line {first.line}: {first.sentence}{others}"
    return f"{said} cannot be read ({reason(error)})"
