"""Which parts of a Markdown text are prose: found without the parser, which would cost a command its time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_PREFIX = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?"
_FENCE = re.compile(_PREFIX + r"(`{3,}(?=[^`]*$)|~{3,})")
_LIST_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_INDENTED = re.compile(r"[ ]{0,3}\t|[ ]{4}")
_TICKS = re.compile("`+")
_ADDRESS = re.compile(
    r"\]\([^)\n]*\)?"  # where a link leads to
    r"|^[ ]{0,3}\[[^\]\n]+\]:.*"
    r"|\b[a-z][a-z0-9+.-]{1,20}:(?=//|[^\s:]+@)\S+"  # https://…, mailto:…
    r"|\bwww\.\S+",
    re.IGNORECASE | re.MULTILINE,
)


def without_code_and_links(text: str) -> str:
    """A text without what stands in blocks and spans of code, and without addresses."""
    lines = list(_prose_lines(text.splitlines()))
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(_ADDRESS.sub(" ", _without_spans(one)) for one in paragraphs)


def _prose_lines(lines: list[str]) -> Iterator[str]:
    """The lines with an empty one in the place of each that belongs to a block of code."""
    fence = ""
    blank, in_list, in_code = True, False, False
    for line in lines:
        if fence:
            blank = _closes(line, fence)  # the next line goes on with no paragraph
            fence = "" if blank else fence
            yield ""
            continue
        if not line.strip():
            blank = True
            yield ""
            continue
        in_code = bool(_INDENTED.match(line)) and not in_list and (blank or in_code)
        opening = None if in_code else _FENCE.match(line)
        if opening:
            fence = opening[1]
        elif not in_code:
            in_list = bool(_LIST_ITEM.match(line)) or (in_list and (line[0].isspace() or not blank))
        blank = False
        yield "" if in_code or opening else line


def _closes(line: str, fence: str) -> bool:
    marks = line.strip(" \t>")
    return len(marks) >= len(fence) and not marks.strip(fence[0])


def _without_spans(paragraph: str) -> str:
    """A paragraph without its spans of code: from some backticks to the next as many."""
    runs = [match.span() for match in _TICKS.finditer(paragraph)]
    by_length: dict[int, list[int]] = {}
    for start, end in runs:
        by_length.setdefault(end - start, []).append(start)
    pieces, done = [], 0
    for start, end in runs:
        if start < done or paragraph[start - 1 : start] == "\\":
            continue
        closing = by_length[end - start]
        place = bisect_right(closing, start)
        if place < len(closing):
            # a letter stays in its place: what follows right after code does not begin a word
            pieces += [paragraph[done:start], "x"]
            done = closing[place] + end - start
    return "".join([*pieces, paragraph[done:]])
