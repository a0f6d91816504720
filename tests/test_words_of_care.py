"""What a person reads never blames, promises, nags or diagnoses: words that do are kept out of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bounceback_tui"
SPOKEN = ("domain", "statistics", "formats", "storage", "services", "widgets", "screens", "cli")
"""Layers whose texts a person may read."""

BANNED = {
    "blames": r"fail(?:s|ed|ing|ure|ures)?|loser|lazy|laziness|weakness(?:es)?|stupid|pathetic|your fault"
    r"|should(?:n't)? have|wasted|mess(?:ed)? up|not good enough|disappointing|excuses?|inadequate",
    "orders": r"you (?:really )?(?:must|should|ought to|have to|need to|had better)|don't forget|be sure to"
    r"|never give up|pull yourself",
    "counts against": r"streaks?|broken chain|in a row|missed|overdue|falling behind|behind schedule"
    r"|you haven't|you have not|still not|days? without|inactive",
    "makes light of it": r"don't worry|do not worry|no worries|cheer up|calm down|get over it|move on"
    r"|at least|it could be worse|stay positive|think positive|everything happens|silver lining|just relax"
    r"|look on the bright side",
    "promises": r"guaranteed?|will (?:feel|get|be) better|it passes|will pass|will help|will work"
    r"|you will (?:find|succeed|recover)|works? for everybody|never fails",
    "diagnoses": r"depress(?:ed|ion|ive)|diagnos(?:e|ed|is|es)|symptoms?|disorder|clinical|mentally|unhealthy"
    r"|abnormal|at risk|risk of|thresholds?|score[sd]?|your rating|alarming|burn-?out",
}
"""What each of them does, and how it may be put; whole words, in either case."""

ALLOWED = {
    ("assets/guide.md", "look on the bright side"): "the article's own name of its first section",
    ("assets/guide.md", "at risk"): "whom a trial protected, as it reports it",
    ("assets/evidence.md", "at risk"): "the same",
    ("assets/setbacks.md", "at risk"): "the same",
    ("screens/next_one.py", "at risk"): "the same",
    ("assets/evidence.md", "diagnosis"): "says that there is none",
    ("assets/evidence.md", "score"): "says that there is none",
    ("assets/evidence.md", "threshold"): "says that there is none",
    ("domain/feeling_words.py", "inadequate"): "a feeling that somebody nearly typed",
    ("domain/feeling_words.py", "depressed"): "the same",
    ("screens/result_heading.py", "should have"): "nobody should have to guess: said against a silence",
    ("statistics/bounce_back.py", "in a row"): "how a way back is worked out: days seen, none that broke",
    ("statistics/bounce_back.py", "at least"): "the lower end of an interval",
    ("statistics/words.py", "at least"): "the lower end of an interval",
    ("services/tags.py", "at least"): "a tag has at least one letter: a number of letters, no comfort",
}
"""File and words that may stand there, and why."""

Said = tuple[str, str]
"""A file and a text in it."""


def texts_in(source: str) -> Iterator[str]:
    """Every text in a module but what is only there for its readers; help of commands is read by people."""
    tree = ast.parse(source)
    notes: set[int] = set()
    for node in ast.walk(tree):
        is_command = isinstance(node, ast.FunctionDef) and any(
            "command" in ast.unparse(one) for one in node.decorator_list
        )
        if (
            isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and not is_command
        ):
            notes |= {id(one.value) for one in node.body if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


@cache
def said() -> tuple[Said, ...]:
    """Everything that a person may read."""
    return tuple(_said())


def _said() -> Iterator[Said]:
    for path in sorted((ROOT / "assets").iterdir()):
        if path.suffix == ".md":  # the demo is told by a made-up person, who may be hard on himself
            yield f"assets/{path.name}", path.read_text(encoding="utf-8")
    for layer in SPOKEN:
        for path in sorted((PACKAGE / layer).rglob("*.py")):
            for text in texts_in(path.read_text(encoding="utf-8")):
                yield path.relative_to(PACKAGE).as_posix(), text


def unkind(where: str, text: str) -> list[str]:
    """What in a text is banned and not allowed there."""
    found = []
    plain = " ".join(text.replace("’", "'").split())
    for what, words in BANNED.items():
        for match in re.finditer(rf"(?<![\w.])(?:{words})(?![\w(])", plain, re.IGNORECASE):
            if (where, match[0].lower()) not in ALLOWED:
                around = plain[max(match.start() - 30, 0) : match.end() + 30]
                found.append(f"{where} {what}: …{around}…")
    return found


def test_nothing_that_a_person_reads_is_unkind() -> None:
    assert [one for where, text in said() for one in unkind(where, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Login failed",
        "Your streak is over",
        "You should have asked",
        "you must\nwrite",
        "Don’t worry!",
        "Cheer up",
        "At least they wrote",
        "Don't be lazy",
        "Your depression score",
        "Lower than before? It passes.",
        "You missed two days",
    ],
)
def test_a_planted_one_is_found(text: str) -> None:
    source = f'"""Some failure."""\n\ndef told():\n    return f"{{1}} " + {text!r}\n'
    texts = list(texts_in(source))
    assert [one for one in texts if unkind("screens/new.py", one)]
    assert unkind("assets/new.md", text)


def test_notes_for_readers_of_the_code_are_left_out_and_help_of_commands_is_not() -> None:
    source = (
        '"""Failure."""\n\ndef one():\n    """Failure."""\n\n@click.command()\ndef two():\n    """Lazy."""\n'
    )
    assert list(texts_in(source)) == ["Lazy."]


def test_what_is_allowed_still_stands_there() -> None:
    texts: dict[str, str] = {}
    for where, text in said():
        texts[where] = texts.get(where, "") + " " + " ".join(text.split()).lower()
    assert [one for one in ALLOWED if one[1] not in texts[one[0]]] == []
    assert all(reason for reason in ALLOWED.values())
