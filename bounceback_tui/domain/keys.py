"""Commands and their keys: the list of them, and what a person chose instead.

The list is `keys.md`, which help and documentation show. It is written by `app/key_list.py` of the keys
that the screens have, and a test holds the two together; so commands without a screen know it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.text import nearest, quoted

Keys = tuple[str, ...]
"""Keys as a person writes them: "t", "ctrl+g", "?"."""

_LINE = re.compile(r"^- `(?P<id>[^`]+)`: (?P<keys>.*?)(?:\. (?P<words>.*))?$")
_KEY = re.compile(r"`([^`]+)`")

_NAMED = frozenset(
    (
        *("enter", "escape", "tab", "space", "backspace", "delete", "insert"),
        *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
    )
) | {f"f{number}" for number in range(1, 25)}
_WITH = ("ctrl", "alt", "shift")

_PAGES = frozenset(
    (
        *("today", "drafts", "journal", "reader", "recover", "steps"),
        *("applications", "application", "patterns", "picture", "year"),
    )
)
"""Places of what stands on the five pages."""

_TOGETHER = (
    frozenset(("today", "drafts")),
    frozenset(("journal", "reader", "search-box")),
    frozenset(("recover", "steps")),
    frozenset(("applications", "application")),
    frozenset(("patterns", "picture", "year")),
    frozenset(("feedback", "letter", "answer")),
    *(frozenset(("tool", name)) for name in ("cv", "focus", "leads", "next-one")),
)
"""Places whose keys work at the same time."""

_FORMS = frozenset(
    ("form", "what-happened", "write", "reframe", "closing", "plan", "writing-session", "hot-thought")
)
_EVERYWHERE = frozenset(("all", "lock", "leave", "undo", "redo"))


class Command(Frozen):
    """Something that a key does."""

    id: str
    """Its name in the configuration, such as "journal.tags": where it works and what it does."""
    keys: Keys
    """The usual ones."""
    words: str = ""
    """What it does, in a sentence."""

    @property
    def place(self) -> str:
        """Where it works; empty for what leads anywhere."""
        return self.id.rpartition(".")[0]

    @property
    def line(self) -> str:
        """Its line in the list."""
        keys = " ".join(f"`{key}`" for key in self.keys)
        return f"- `{self.id}`: {keys}" + (f". {self.words}" if self.words else "")


def commands_in(text: str) -> dict[str, Command]:
    """Every command of the list, by its name."""
    found = (_LINE.match(line) for line in text.splitlines())
    listed = (Command(m["id"], tuple(_KEY.findall(m["keys"])), m["words"] or "") for m in found if m)
    return {one.id: one for one in listed}


def usable(key: object) -> str | None:
    """A key as it is called here; None for what is no key."""
    if not isinstance(key, str):
        return None
    if len(key) == 1:
        return key if key.isprintable() and not key.isspace() else None
    *held, last = key.strip().lower().split("+")
    if set(held) - set(_WITH) or len(set(held)) < len(held):
        return None
    letter = len(last) == 1 and last.isascii() and last.isalnum() and bool(set(held) & {"ctrl", "alt"})
    if not letter and last not in _NAMED:
        return None
    return "+".join([*(one for one in _WITH if one in held), last])


def chosen(value: object, known: Mapping[str, Command]) -> tuple[dict[str, Keys], list[str]]:
    """What a person chose, by the names of commands, and what could not be used, a sentence's end each.

    Where two commands would have one key in the same place, the one that was given it keeps its usual key.
    """
    if not isinstance(value, Mapping):
        return {}, ['keys takes a table of commands with their keys, such as “mood = "f5"”; it is left out.']
    wanted: dict[str, Keys] = {}
    told: list[str] = []
    for name, given in _flat(value):
        command = known.get(name)
        if command is None:
            near = nearest(name, known)
            meant = f" (did you mean “{near}”?)" if near else ""
            told.append(f"keys names {quoted(name)}, which is no command{meant}; it does nothing.")
            continue
        all_given = (given if isinstance(given, list) else [given]) or [""]
        keys = [usable(key) for key in all_given]
        if None in keys:
            bad = all_given[keys.index(None)]
            told.append(f"{quoted(str(bad))} is no key for “{name}”, which keeps {said(command.keys)}.")
            continue
        wanted[name] = tuple(dict.fromkeys(key for key in keys if key))
    return _without_clashes(wanted, known, told), told


def _flat(value: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    """`journal.tags = "x"` without quotation marks is a table in a table to TOML; both ways are meant."""
    for name, given in value.items():
        if isinstance(given, Mapping):
            yield from ((f"{name}.{inner}", key) for inner, key in given.items())
        else:
            yield name, given


def _without_clashes(
    wanted: Mapping[str, Keys], known: Mapping[str, Command], told: list[str]
) -> dict[str, Keys]:
    kept = dict(wanted)
    while clash := _first_clash(kept, known):
        name, other, key = clash
        del kept[name]
        told.append(
            f"the key “{key}” for “{name}” is that of “{other}” in the same place, "
            f"so “{name}” keeps {said(known[name].keys)}."
        )
    return kept


def _first_clash(kept: dict[str, Keys], known: Mapping[str, Command]) -> tuple[str, str, str] | None:
    """A command that was given a key, the one that has it already, and the key. The last one given goes."""
    for name in reversed(kept):
        for other in known.values():
            if other.id == name or not together(known[name], other):
                continue
            for key in kept[name]:
                if key in kept.get(other.id, other.keys) and not (
                    key in known[name].keys
                    and key in other.keys  # as ever: one works where the other does not
                ):
                    return name, other.id, key
    return None


def together(one: Command, other: Command) -> bool:
    """Whether both may work at the same time, so that one key cannot stand for both."""
    if set(one.keys) & set(other.keys):
        # they never do, or the one is meant to hide the other
        return one.place == other.place and not _turns(one, other)
    places = {one.place, other.place}
    if {one.id, other.id} & _EVERYWHERE or len(places) == 1:
        return True
    return any(places <= group for group in _TOGETHER) or _around(places)


def _around(places: set[str]) -> bool:
    """Whether one of two places lies around whatever the other is."""
    if "list" in places:
        return not places & _FORMS
    if "window" in places:
        return not places & (_PAGES | _FORMS)
    if "form" in places:
        return places <= _FORMS
    return "" in places and bool(places & _PAGES)


def _turns(one: Command, other: Command) -> bool:
    """Whether two commands share one key by turns, as saving a search and looking for one."""
    return one.keys == other.keys


def said(keys: Keys) -> str:
    """Keys in a sentence."""
    return " and ".join(f"“{key}”" for key in keys)
