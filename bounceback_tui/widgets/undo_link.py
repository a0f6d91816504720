"""What is said in passing, with the words that tell how to take it back to be clicked."""

from __future__ import annotations

import re

from textual.content import Content
from textual.style import Style

_OFFER = re.compile(r"\S+ (?:(?:takes|brings) (?:it|that) back|does it again)\b")


def linked(message: str, take_back: str, do_again: str) -> Content:
    """The message as plain words; where it ends with what takes it back, these words call that action.

    `take_back` and `do_again` are actions of our own. Of several offers the last one is ours: what stands
    before it may be words of the journal.
    """
    content = Content(message)
    found = list(_OFFER.finditer(message))
    if not found:
        return content
    last = found[-1]
    action = do_again if last[0].endswith("again") else take_back
    return content.stylize(Style.from_meta({"@click": action}), *last.span())


def offers(message: str) -> bool:
    """Whether it ends with what takes it back."""
    return bool(_OFFER.search(message))
