"""A command that a sentence names can be copied: on one line whole, and in quotes that a shell takes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bounceback_tui
from bounceback_tui.cli.main import bounceback

SOURCES = Path(bounceback_tui.__file__).parent
SAYING = ("cli", "services", "storage", "domain")
"""Where sentences of commands are made. What the manual page says is set by `man`, which has no backticks."""

NAMED = re.compile(rf"\bbounceback (?:{'|'.join(sorted(bounceback._every, key=len, reverse=True))})\b")


def sentences(source: str) -> Iterator[str]:
    """All texts of a module but its docstrings; what is put into one of them is `…`."""
    tree = ast.parse(source)
    passed_over = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr):
            passed_over |= {id(part) for part in ast.walk(one) if part is not one}
            yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in one.values)
        elif isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in passed_over:
            yield one.value


def cannot_be_copied(source: str) -> list[str]:
    """Sentences that name a command outside backticks, where a line may end, or with quotes of a printer."""
    return [
        text
        for text in sentences(source)
        if NAMED.search(re.sub("`[^`]*`", "", text))
        or any(NAMED.search(one) and re.search("[“”]", one) for one in re.findall("`[^`]*`", text))
    ]


@pytest.mark.parametrize("layer", SAYING)
def test_every_command_that_is_named_can_be_copied(layer: str) -> None:
    files = [one for one in (SOURCES / layer).rglob("*.py") if one.name != "man.py"]
    assert files
    found = {one.name: cannot_be_copied(one.read_text("utf-8")) for one in files}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_a_planted_one_that_cannot_is_found() -> None:
    good = "'Nothing yet; `bounceback note \"Walked\"` makes one.'"
    assert cannot_be_copied(f"say({good})") == []
    for bad in (
        "“bounceback mood 5” makes one.",
        "`bounceback note “Walked”` makes one.",
        "(bounceback undo)",
    ):
        assert cannot_be_copied(f"say({bad!r})") == [bad]
