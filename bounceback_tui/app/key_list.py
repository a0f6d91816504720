"""Every command with its key, gathered of all screens and widgets; what `keys.md` is written of.

`python -m bounceback_tui.app.key_list > assets/keys.md` after any change of a key or of what it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from inspect import isclass
from pkgutil import iter_modules

from textual.dom import DOMNode

import bounceback_tui
from bounceback_tui.domain.keys import Command
from bounceback_tui.widgets.keymap import command_id, name_of_key, own_bindings

_HEAD = """# Every command and its usual key

Write the name of a command and the key that you want under `[keys]` in `config.toml`, where your \
system keeps settings: `mood = "f5"`, or `"journal.tags" = ["T", "f6"]` for two keys. \
Keys are called `a`, `A`, `?`, `f5`, \
`ctrl+g`, `enter`, `escape`, `space`, `up`, `pagedown` and so on.
"""

_APART = ("key_list", "locked")
"""Modules without commands: this one, and the screen of a locked journal, which reads no settings."""

_FIRST = ("app.app", "screens.main")


def kinds() -> Iterator[type[DOMNode]]:
    """Every class with keys, what works everywhere first."""
    package = bounceback_tui.__name__
    modules = [
        f"{package}.{layer}.{module.name}"
        for layer in ("app", "screens", "widgets")
        for module in iter_modules(import_module(f"{package}.{layer}").__path__)
        if module.name not in _APART
    ]
    for name in sorted(modules, key=lambda name: (not name.endswith(_FIRST), name)):
        for kind in vars(import_module(name)).values():
            if isclass(kind) and issubclass(kind, DOMNode) and kind.__module__ == name:
                yield kind


def commands() -> list[Command]:
    """Every command once, with all its usual keys, by the places where they work."""
    found: dict[str, Command] = {}
    for kind in kinds():
        for binding in own_bindings(kind):
            name = command_id(kind, binding)
            if name is None:
                continue
            before = found.get(name, Command(name, ()))
            keys = tuple(dict.fromkeys([*before.keys, name_of_key(binding.key)]))
            found[name] = Command(name, keys, before.words or binding.tooltip)
    return sorted(found.values(), key=lambda one: one.place)


def as_text() -> str:
    """The list as Markdown, under a heading for each place."""
    lines, place = [_HEAD.rstrip()], None
    for one in commands():
        if one.place != place:
            place = one.place
            lines += ["", f"## {place.replace('-', ' ').capitalize() or 'Everywhere'}", ""]
        lines.append(one.line)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(as_text(), end="")
