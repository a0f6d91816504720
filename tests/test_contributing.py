"""CONTRIBUTING.md and what it leads to name files, functions and lists: each is where it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = "\n".join(
    (ROOT / name).read_text("utf-8") for name in ("CONTRIBUTING.md", "docs/decisions.md", "docs/speed.md")
)
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", TEXT)))
SOURCES = {
    one.relative_to(ROOT).as_posix(): one.read_text("utf-8")
    for folder in ("bounceback_tui", "tests")
    for one in (ROOT / folder).rglob("*.py")
}
ALL = "\n".join([*SOURCES.values(), (ROOT / "pyproject.toml").read_text("utf-8")])
WORDS = set(re.findall(r"\w+", ALL))
DEFINED = r"(?m)^\s*(?:async )?(?:def |class )?{}\b"
"""A function, a class, a list or a field at the beginning of its line."""


def test_every_file_that_is_named_is_there_and_holds_what_is_named_with_it() -> None:
    wrong = [
        f"{path}: {name}".rstrip(": ")
        for path, name in files(NAMED)
        if not any(name == "" or all(holds(one, part) for part in name.split(".")) for one in at(path))
    ]
    assert not wrong, f"what is named is not there: {wrong}"


def test_every_name_in_code_is_one_that_the_program_has() -> None:
    plain = [name for name in NAMED if re.fullmatch(r"[A-Za-z_]\w*(\.\w+)*", name) and "." not in name[-3:]]
    assert len(plain) > 60
    wrong = [name for name in plain if not known(name)]
    assert not wrong, f"what is named is not there: {wrong}"


def test_every_folder_that_is_named_is_there() -> None:
    named = {name for name in NAMED if re.fullmatch(r"[\w/]+/", name)}
    of_a_journal = {"backups/"}
    roots = (ROOT, ROOT / "bounceback_tui")
    there = {name for name in named if any((root / name).is_dir() for root in roots)}
    assert named - there == of_a_journal


def files(named: list[str]) -> Iterator[tuple[str, str]]:
    """Files of Python, each with the name that stands behind it."""
    for one in named:
        if found := re.fullmatch(r"([\w/]+\.py)(?:: ([\w.]+))?", one):
            yield found[1], found[2] or ""


def at(path: str) -> list[str]:
    """The sources that a path may mean: the text leaves out the name of the package."""
    return [text for where, text in SOURCES.items() if f"/{where}".endswith(f"/{path}")]


def holds(text: str, name: str) -> bool:
    return bool(re.search(DEFINED.format(re.escape(name)), text))


def known(name: str) -> bool:
    """Whether it is defined in the module that it begins with, or else is made of words of the program."""
    module, _, rest = name.partition(".")
    if rest and (found := at(f"{module}.py")) and not re.search(rf"CREATE TABLE {module}\b", ALL):
        return any(holds(text, rest) for text in found)
    return set(name.split(".")) <= WORDS
