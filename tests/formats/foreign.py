"""Files of other programs for tests: put somewhere, and read with a format in a zone."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from bounceback_tui.domain.incoming import Incoming, IncomingApplication, IncomingEntry, Refused
from bounceback_tui.formats.reading import Answers, ReadFormat

ZONE = ZoneInfo("Europe/Berlin")
"""Where whoever reads them is."""

FILES = Path(__file__).parent / "files"
"""What other programs wrote."""


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(format: ReadFormat, path: Path, **said: str) -> list[Incoming | Refused]:
    """All that comes of a file; `said` are answers, "__" standing for ":"."""
    answers = Answers(ZONE, {name.replace("__", ":"): answer for name, answer in said.items()})
    return list(format.read(path, answers))


def entries(found: list[Incoming | Refused]) -> list[IncomingEntry]:
    """All of which are entries."""
    assert all(isinstance(one, IncomingEntry) for one in found), found
    return [one for one in found if isinstance(one, IncomingEntry)]


def applications(found: list[Incoming | Refused]) -> list[IncomingApplication]:
    """All of which are applications."""
    assert all(isinstance(one, IncomingApplication) for one in found), found
    return [one for one in found if isinstance(one, IncomingApplication)]


def told(one: IncomingEntry) -> tuple[str, str, str, tuple[str, ...]]:
    """What a person would know an entry by: when, title, text and tags."""
    return one.at.local.isoformat(" ", "minutes"), one.title, one.text, one.tags
