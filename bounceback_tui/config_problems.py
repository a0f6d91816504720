"""What is wrong with the settings, in sentences: file, line, key, and what is nearest to what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bounceback_tui.config_values import CONFIG_FILE, Value
from bounceback_tui.domain.text import cut, nearest, quoted, reason
from bounceback_tui.setting_list import GUIDE, SETTINGS, Setting, setting_named
from bounceback_tui.toml_lines import line_of, place_of

MOST = 10
"""Problems that are told of one file; of the others only how many they are."""

_FAR = 1_000_000

_YES = ("true", "yes", "on", "always", "1")
_NO = ("false", "no", "off", "never", "0")


def of_keys(path: Path, text: str, found: Mapping[str, object], keys: Iterable[str]) -> tuple[str, ...]:
    """A sentence for each of the keys that are not known, or hold what cannot be used; in their order."""
    keys = list(keys)
    told = [_of_key(path, text, key, found[key]) for key in keys[:MOST]]
    more = len(keys) - len(told)
    if more:
        told.append(f"{path} has {more} more settings that cannot be used; they do nothing.")
    return tuple(told)


def of_table(path: Path, text: str, table: str, key: str) -> str:
    """A sentence on a setting that stands below the head of a table, and so belongs to that."""
    line = line_of(text, table)
    return (
        f"{_where(path, line)}{_then(line)}begins a table {_quoted(table)}, and {key} below it does nothing;"
        " move it to the top of the file."
    )


def of_file(path: Path, error: Exception, text: str) -> str:
    """What is wrong with the whole file, without an end: "config.toml, line 3, cannot be understood (…)"."""
    line, said = place_of(error, text)
    match error:
        case UnicodeDecodeError():
            said = "is not written in UTF-8"
        case OSError():
            said = f"cannot be used ({reason(error)})"
        case RuntimeError():
            said = "goes too deep"
        case _:
            said = cut(said, 80)
            said = said if said.startswith(("is ", "holds ")) else f"cannot be understood ({said})"
    return f"{path}, line {line}, {said}" if line else f"{path} {said}"


def _of_key(path: Path, text: str, key: str, value: object) -> str:
    line = line_of(text, key)
    where = _where(path, line)
    names = [one.name for one in SETTINGS]
    if key not in names:
        near = _nearest(_written(nearest(key, names)))
        return (
            f"{where}{_then(line)}has a setting {_quoted(key)} that is not known here{near}; it does nothing."
        )
    setting = setting_named(key)
    near = _nearest(_meant(setting, value))
    return f"In {where}, {key} is {_quoted(value)}, and it takes {setting.takes}{near}; it is left out."


def _meant(setting: Setting, value: object) -> str:
    """What is nearest of what may stand there, as it is written in the file; empty where nothing is near."""
    said = _text(value).strip().casefold()
    if setting.name == GUIDE:
        return (
            _written(re.split(r"[/\\:]", value)[-1].strip(". \0").removesuffix(".md"))
            if isinstance(value, str)
            else ""
        )
    if not setting.choices:
        return _written(_text(value)) if setting.name == "name" and isinstance(value, int | float) else ""
    if all(type(one) is int for one in setting.choices):
        return _number(setting, value)
    if len(setting.choices) == len((False, True)) and said in (*_NO, *_YES):
        return _written(setting.choices[said in _YES])
    near = nearest(said, map(str, setting.choices))
    return _written(near) if near else ""


def _number(setting: Setting, value: object) -> str:
    """The nearest number; of two as near, the smaller."""
    try:
        wanted = float(str(value).strip()) if isinstance(value, str) else value
    except ValueError:
        return "0" if value in _NO else ""
    if isinstance(value, bool) or not isinstance(wanted, int | float):
        return ""
    bounded = max(min(wanted, _FAR), -_FAR)  # beyond that a float tells no difference
    return str(min((int(one) for one in setting.choices), key=lambda one: abs(one - bounded)))


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool | int) else f"“{value}”" if value else ""


def _nearest(near: str) -> str:
    return f" (the nearest is {near})" if near else ""


def _where(path: Path, line: int | None) -> str:
    return f"{path}, line {line}" if line else str(path)


def _then(line: int | None) -> str:
    return ", " if line else " "


def _quoted(value: object) -> str:
    return quoted(_text(value))


def _text(value: object) -> str:
    try:
        return str(value).lower() if isinstance(value, bool) else str(value)
    except ValueError:  # a whole number of thousands of digits
        return "a very long number"


def of_guide(folder: Path, name: str) -> str:
    """A sentence where the settings in `folder` name a guide that is not there; empty where all is well."""
    guides, path = folder / "guides", folder / CONFIG_FILE
    try:
        known = sorted(one.stem for one in guides.glob("*.md"))
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError):
        known, text = [], ""
    if not name or name in known:
        return ""
    where = _where(path, line_of(text, GUIDE))
    near = _nearest(_written(nearest(name, known)))
    return (
        f"In {where}, guide is {_quoted(name)}, and {guides} has no such file{near}; ours is used meanwhile."
    )
