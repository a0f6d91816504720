"""Whoever opens a file sees at once what it is of, and can read a function without turning the page."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "bounceback_tui"

LINES = 320
"""How long a file may be."""

FUNCTION = 45
"""How long a function may be, its docstring counted."""

LONGER_FILES = {
    "services/workspace.py": "a few lines for each service, and no rule among them",
}
"""What may be longer, and why."""

LONGER_FUNCTIONS = {
    "app/running.py run": "one thing after the other, each with its own way out",
}
"""The same of functions."""


def wrong(place: str, text: str) -> list[str]:
    """What is against the house in a file of the package, each in a line; `place` is its path there."""
    tree = ast.parse(text)
    found = [] if ast.get_docstring(tree) else [f"{place} says nothing of itself"]
    count = len(text.splitlines())
    if count > LINES and place not in LONGER_FILES:
        found.append(f"{place} has {count} lines")
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > FUNCTION and f"{place} {node.name}" not in LONGER_FUNCTIONS:
                found.append(f"{place} {node.name} has {length} lines")
    return found


def test_files_and_functions_are_short_and_each_file_says_what_it_is() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        found += wrong(path.relative_to(PACKAGE).as_posix(), path.read_text("utf-8"))
    assert found == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x = 1\n", "domain/bad.py says nothing of itself"),
        ('"""Long."""\n' + "x = 1\n" * LINES, "domain/bad.py has 321 lines"),
        ('"""Long."""\ndef f():\n' + "    x = 1\n" * FUNCTION, "domain/bad.py f has 46 lines"),
    ],
    ids=["silent", "long file", "long function"],
)
def test_a_planted_one_is_found(text: str, what: str) -> None:
    assert wrong("domain/bad.py", text) == [what]


def test_what_may_be_longer_still_is() -> None:
    """An exception that is none any more goes."""
    for place in LONGER_FILES:
        assert len((PACKAGE / place).read_text("utf-8").splitlines()) > LINES
    for place, name in map(str.split, LONGER_FUNCTIONS):
        tree = ast.parse((PACKAGE / place).read_text("utf-8"))
        lengths = [
            (node.end_lineno or 0) - node.lineno + 1
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
        ]
        assert max(lengths, default=0) > FUNCTION, f"{place} {name}"
