"""Keys of one's own in place of the usual ones, and by which name each command is known there.

Textual's own keymap drops every other command that shares the usual key of a changed one (`s` and `s` on the
Journal, of which one works at a time), and changes keys only after those that a field takes as letters were
left out, so that a letter for `ctrl+q` would leave in the middle of a word. So keys are changed here, once
for each widget, before anything looks at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import punctuation
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.keys import _character_to_key, key_to_character

if TYPE_CHECKING:
    from bounceback_tui.domain.keys import Keys

PLACES = {
    "BouncebackApp": "",
    "MainScreen": "",
    "Rows": "list",
    "Choosing": "list",
    "ListWindow": "window",
    "Column": "list",
    "Pieces": "list",
    "HistoryList": "journal",
    "EntryActions": "journal",
    "EntryReader": "reader",
    "ApplicationList": "applications",
    "ApplicationView": "application",
    "StepList": "steps",
    "DueList": "today",
    "EpisodeCard": "today",
    "DraftOffers": "drafts",
    "LetterPane": "letter",
    "AnswerPane": "answer",
    "RowPicture": "picture",
    "TrendLine": "picture",
    "YearInPixels": "year",
    "Form": "form",
    "AnswerList": "posting",
    "FeelingLine": "feelings",
}
"""Where the keys of a widget or screen work, where its name does not say it."""

_SHARED = {
    "up": "list.up",
    "down": "list.down",
    "first": "list.first",
    "last": "list.last",
    "oldest": "list.last",
    "page up": "list.page-up",
    "page down": "list.page-down",
    "undo": "undo",
    "redo": "redo",
}
"""What is one command wherever it is, by its words."""

_SIGNS = {_character_to_key(sign): sign for sign in punctuation}
_SUFFIX = re.compile(r"(Page|Window|Form)$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def place_of(kind: type) -> str:
    """Where the keys of a class work: "journal", "what-happened"; empty for everywhere."""
    name = kind.__name__
    if name in PLACES:
        return PLACES[name]
    return _HUMP.sub("-", _SUFFIX.sub("", name) or name).lower()


def command_id(kind: type, binding: Binding) -> str | None:
    """The name of a command in the configuration; None for keys that are answers, or have no words."""
    place = place_of(kind)
    if place and binding.key.isdigit():
        return None
    words = binding.description or binding.tooltip
    slug = _NOT_WORD.sub("-", words.lower()).strip("-")
    if not slug:
        return None
    if slug.replace("-", " ") in _SHARED and place not in ("mood-picker", "many-choice"):
        return _SHARED[slug.replace("-", " ")]
    return f"{place}.{slug}" if place else slug


def own_bindings(kind: type) -> Iterator[Binding]:
    """What a class adds to the keys of those that it comes from, each key for itself."""
    found = kind.__dict__.get("BINDINGS", ())
    return iter(tuple(Binding.make_bindings(found)))


def name_of_key(key: str) -> str:
    """A key as a person writes it: "slash" is "/"."""
    *held, last = key.split("+")
    if held or len(last) == 1:
        return key
    sign = _SIGNS.get(last) or key_to_character(last)
    return sign if sign and sign.isprintable() and not sign.isspace() else key


def _with_key(binding: Binding, key: str) -> Binding:
    """The same command on another key.

    Textual does not know each sign by the name of its key ("plus", "slash"), and would not leave it to a
    field if it came before that.
    """
    typed = len(name_of_key(key)) == 1 and key_to_character(key) is None
    return replace(binding.with_key(key), priority=binding.priority and not typed)


class Keymap:
    """Keys of one's own."""

    def __init__(self, chosen: Mapping[str, Keys]) -> None:
        """`chosen` are keys by the names of commands."""
        self._chosen = {
            name: tuple(_character_to_key(key) if len(key) == 1 else key for key in keys)
            for name, keys in chosen.items()
        }
        self._known: dict[type, dict[tuple[str, str], str]] = {}

    def put_on(self, node: DOMNode) -> None:
        """Give a widget, a screen or the app these keys, before it is asked for them."""
        if not self._chosen:
            return  # most people keep the usual ones
        names = self._names(type(node))
        if not set(names.values()) & set(self._chosen):
            return
        keys: dict[str, list[Binding]] = {}
        done: set[str] = set()
        for key, bindings in node._bindings.key_to_bindings.items():
            for binding in bindings:
                name = names.get((key, binding.action))
                if name not in self._chosen:
                    keys.setdefault(key, []).append(binding)
                elif binding.action not in done:
                    done.add(binding.action)
                    for new in self._chosen[name]:
                        keys.setdefault(new, []).append(_with_key(binding, new))
        node._bindings = BindingsMap.from_keys(keys)

    def _names(self, kind: type[DOMNode]) -> dict[tuple[str, str], str]:
        if kind not in self._known:
            self._known[kind] = {
                (binding.key, binding.action): name
                for base in reversed(kind.__mro__)
                for binding in own_bindings(base)
                if (name := command_id(base, binding))
            }
        return self._known[kind]
