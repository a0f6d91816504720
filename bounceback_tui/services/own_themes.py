"""A person's own themes: small TOML files in the folder `themes` beside `config.toml`, read kindly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bounceback_tui.domain.text import cut, nearest, quoted, reason
from bounceback_tui.toml_lines import line_of

FOLDER = "themes"
"""The folder, beside `config.toml`."""

LARGEST = 20_000
"""Bytes that are read of a file."""

MOST = 50
"""Files that are read, the first by name."""

COLOURS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
    "boost",
)
"""What may be given a colour."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[\w][\w -]{0,39}")


@dataclass(frozen=True)
class OwnTheme:
    """A theme as it was read."""

    name: str
    """What the palette calls it; the name of the file where none is given."""
    dark: bool
    """Whether light words stand on a dark ground."""
    colours: tuple[tuple[str, str], ...]
    """Colours such as "#1c1917" by what they are for, one of `COLOURS`."""


class _Wrong(ValueError):
    """Something of a file cannot be used; `key` stands in the line that is to be told."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(why)
        self.key = key


def read_all(folder: Path | None) -> tuple[list[OwnTheme], list[str]]:
    """The themes beside the settings in `folder`, and a sentence for each file that cannot be used."""
    themes: list[OwnTheme] = []
    problems: list[str] = []
    try:
        paths = sorted((folder / FOLDER).glob("*.toml")) if folder else []
    except OSError:
        paths = []
    for path in paths[:MOST]:
        try:
            themes.append(_read(path))
        except (OSError, ValueError, RecursionError) as error:
            problems.append(_problem(path, error))
    if len(paths) > MOST:
        problems.append(f"{paths[0].parent} holds more than {MOST} themes; the others are left out.")
    return themes, problems


def _read(path: Path) -> OwnTheme:
    """Raises OSError and ValueError."""
    import tomllib  # noqa: PLC0415 - most people have no such file

    if not path.is_file():
        raise ValueError("is not a file")
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError("is too large for a theme")
    found = tomllib.loads(raw.decode("utf-8-sig"))
    name, dark = found.pop("name", path.stem), found.pop("dark", True)
    if not (isinstance(name, str) and _NAME.fullmatch(name)):
        raise _Wrong("name", "takes up to 40 letters, digits, spaces and hyphens")
    if not isinstance(dark, bool):
        raise _Wrong("dark", "takes true or false")
    return OwnTheme(name, dark, tuple((key, _colour(key, value)) for key, value in found.items()))


def _colour(key: str, value: object) -> str:
    """Raises ValueError with what is wrong."""
    if key not in COLOURS:
        raise _Wrong(key, f"is not known{nearest_of(key, ('name', 'dark', *COLOURS))}")
    if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
        raise _Wrong(key, "takes a colour such as “#e3a76f”")
    return value


def nearest_of(said: str, known: Iterable[str]) -> str:
    """ " (the nearest is …)" as the end of a sentence, or nothing where no name is near."""
    near = nearest(said, known)
    return f" (the nearest is “{near}”)" if near else ""


def _problem(path: Path, error: Exception) -> str:
    said = f"{path} cannot be used"
    match error:
        case _Wrong():
            line = line_of(path.read_text("utf-8-sig"), error.key) or 1
            said = f"In {path}, line {line}, {quoted(error.key)} {error}"
        case UnicodeDecodeError():
            said = f"{path} is not written in UTF-8"
        case OSError():
            said += f" ({reason(error)})"
        case ValueError():
            why = cut(str(error), 80)
            said = f"{path} {why}" if why.startswith("is ") else f"{said} ({why})"
    return f"{said}; that theme is left out, and the others are there."
