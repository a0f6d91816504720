"""Reads the small lists among the assets: prompts, feelings and causes. Also braces, for the guide.

The shape, as in `assets/prompts.md`: "## Title {#id}" starts a group, "- text {#id}" is a card, and other
paragraphs under the title are the group's note. An id may be left out. A line that is indented goes on
with the card above it. What stands before the first group is for readers of the file only.
"""

from __future__ import annotations

import re

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.guide import TOOLS, is_id, suggested_id
from bounceback_tui.domain.text import one_line, quoted

_BRACES = re.compile(r"\{([^{}]*)\}$")


class Card(Frozen):
    """One line of a list; `id` is empty where the file gives none."""

    text: str
    id: str = ""


class Group(Frozen):
    """Cards that belong together under a title."""

    id: str
    """As the file gives it, else made of the title."""
    title: str
    cards: tuple[Card, ...]
    note: str = ""
    """What the file says about the group, one line; may be empty."""

    @property
    def items(self) -> tuple[str, ...]:
        """The texts of the cards alone."""
        return tuple(card.text for card in self.cards)


def read_list(text: str) -> tuple[Group, ...]:
    """The groups of a list in the order of the file. Never fails: a line it cannot place joins the note."""
    parts = re.split(r"^##[ \t]+", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    return tuple(_group(part) for part in parts[1:])


def find_group(groups: tuple[Group, ...], group_id: str) -> Group:
    """The group with this id. Raises KeyError where there is none."""
    for group in groups:
        if group.id == group_id:
            return group
    raise KeyError(group_id)


def _group(part: str) -> Group:
    heading, _, body = part.partition("\n")
    title, group_id = _split(heading)
    notes: list[str] = []
    cards: list[str] = []
    for line in body.split("\n"):
        if line.startswith("- "):
            cards.append(line[2:])
        elif cards and line.startswith((" ", "\t")):
            cards[-1] += " " + line
        else:
            notes.append(line)
    made = (_split(card) for card in cards)
    return Group(
        id=group_id or suggested_id(title, otherwise="group"),
        title=title,
        cards=tuple(Card(words, card_id) for words, card_id in made if words),
        note=one_line("\n".join(notes)),
    )


def split_braces(line: str) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """The words of a line, what "{#id tool=name}" at its end says, and sentences on what is wrong there.

    The two keys are "id" and "tool"; the value is empty where it is wrong.
    """
    match = _BRACES.search(line)
    if match is None:
        return line, {}, ()
    said: dict[str, str] = {}
    wrong: list[str] = []
    for word in match[1].split():
        name, _, value = ("id", "", word[1:]) if word.startswith("#") else word.partition("=")
        value = value.strip("\"'")
        if name == "id" and not is_id(value):
            wrong.append(f"the id {quoted(value)} is not made of a–z, 0–9 and single hyphens, 40 at most")
            value = ""
        elif name == "tool" and value not in TOOLS:
            wrong.append(f"there is no tool {quoted(value)}; there are {', '.join(TOOLS)}")
            value = ""
        elif name not in ("id", "tool"):
            wrong.append(f"{quoted(word)} in braces is not known; write {{#id}} or {{#id tool=name}}")
            continue
        said[name] = value
    return line[: match.start()].rstrip(), said, tuple(wrong)


def _split(line: str) -> tuple[str, str]:
    """The words of a line on one line, and the id at its end or nothing."""
    words, said, _ = split_braces(one_line(line))
    return words, said.get("id", "")
