"""Drafts of e-mails with blanks: read from a file of sections, and filled in.

A section begins with `## ask`, `## follow up`, `## thanks` or `## withdraw`; a file without headings is the
first of them. Its first line is `Subject: …`. A blank is `{role}`, or `{role|the post}` with words for where
it is not known. Without such words a sentence whose blank is not known is left out, and so is a line of
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bounceback_tui.domain.letter import BLANKS, STAND_INS, Email, Letter
from bounceback_tui.domain.text import loosely, one_line, quoted, with_line_feeds

_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_BLANK = re.compile(r"\{([^{}|\n]*)(?:\|([^{}\n]*))?\}")
_SENTENCE = re.compile(r"(?<=[.!?…])[ \t]+")
_SUBJECT = re.compile(r"subject[ \t]*:[ \t]*(.*)", re.IGNORECASE)


class TemplateError(ValueError):
    """A file of drafts that cannot be used; its text goes on a sentence that begins with the file's name."""


def read_templates(text: str) -> dict[Letter, str]:
    """The drafts of a file by what they are for. Raises TemplateError."""
    _, *parts = _HEADING.split(text := with_line_feeds(text.lstrip("\ufeff")))
    sections = dict(zip(map(_letter, parts[::2]), parts[1::2], strict=True))
    found = sections or {Letter.ASK: text}
    for draft in found.values():
        check_template(draft.strip())
    return {letter: draft.strip() for letter, draft in found.items()}


def fill_in(template: str, known: Mapping[str, str]) -> Email:
    """The e-mail that a draft makes with what is known, by blank; what is not is empty or left out there."""
    head, _, body = template.partition("\n")
    match = _SUBJECT.match(head)
    subject = _line(match[1] if match else head, known) or ""
    lines = (_line(line, known) for line in body.strip("\n").split("\n"))
    text = "\n".join(line for line in lines if line is not None)
    return Email(subject, re.sub(r"\n{3,}", "\n\n", text).strip())


def _letter(heading: str) -> Letter:
    try:
        return Letter(loosely(heading))
    except ValueError:
        names = ", ".join(f"“## {one}”" for one in Letter)
        raise TemplateError(f"has a heading {quoted(heading)}; there are {names}") from None


def check_template(draft: str) -> None:
    """Whether a draft can be filled in. Raises TemplateError."""
    subject, _, body = draft.partition("\n")
    if not _SUBJECT.match(subject) or not body.strip():
        raise TemplateError("needs a line “Subject: …” and the text of the e-mail under it")
    for blank in _BLANK.finditer(draft):
        if blank[1].strip() not in BLANKS:
            known = ", ".join(f"{{{one}}}" for one in BLANKS)
            raise TemplateError(f"has a blank {quoted(blank[0])} that is not known; there are {known}")
    if set("{}") & set(_BLANK.sub("", draft)):
        raise TemplateError("has a brace that belongs to no blank")


def _line(line: str, known: Mapping[str, str]) -> str | None:
    """A line with its blanks filled in; None where nothing is left of it."""
    if not line.strip():
        return ""
    kept = [made for one in _SENTENCE.split(line) if (made := _sentence(one, known)) is not None]
    return " ".join(kept) if kept else None


def _sentence(sentence: str, known: Mapping[str, str]) -> str | None:
    missing = False

    def word(blank: re.Match[str]) -> str:
        nonlocal missing
        name, instead = blank[1].strip(), blank[2]
        if said := one_line(known.get(name, "")):
            return said
        if instead is None:
            instead = STAND_INS.get(name)
        missing = missing or instead is None
        return instead or ""

    made = _BLANK.sub(word, sentence)
    if missing:
        return None
    if made == sentence:
        return made
    indent = sentence[: len(sentence) - len(sentence.lstrip())]
    return indent + re.sub(r" +(?=[,.;:!?])", "", " ".join(made.split()))
