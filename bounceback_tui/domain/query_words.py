"""The text of a query cut into words, phrases and filters. Nothing is refused here, only cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.query_values import Field

_TOKEN = (
    r"(?P<sign>[+-]*)(?:"
    r"(?P<key>[^\W\d_]+):(?!//)(?P<value>(?:\"[^\"]*(?:\"|$)|[^\s\"])*)"  # not the start of a web address
    r"|\"(?P<phrase>[^\"]*)(?P<closed>\"\*?|$)"
    r"|(?P<word>[^\s\"]+))"
)
_PART = r"(?:\"[^\"]*(?:\"|$)|[^\",])+"
_QUOTES = dict.fromkeys(map(ord, "“”„‟"), '"')


class Part(Frozen):
    """One of the values of a filter, or a word, or a phrase."""

    text: str
    """With single spaces, without quotes; never empty."""
    quoted: bool
    prefix: bool
    """Whether a star follows."""
    typing: bool = False
    """Whether it may not be finished: it is the last, and neither a space nor a closing quote follows."""


class Token(Frozen):
    """A word, a phrase or a filter."""

    key: str
    """What stands before the colon, in lower case; empty for words and phrases."""
    parts: tuple[Part, ...]
    """One for a word or phrase; those of a filter stand between commas, and there may be none."""
    negated: bool = False
    also: bool = False
    """Whether a "+" stands before it."""


class Tail(Frozen):
    """What stands at the end of a text that is being typed, to be completed."""

    field: Field | None
    """The filter whose value is being typed, None for a word that may become one."""
    value: str
    """What is there of the value, or of the word; may be empty."""
    start: int
    """Where that begins: a completion replaces `text[start:]`."""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text` in order. An open quote reaches to the end."""
    for match in re.finditer(_TOKEN, _plain(text)):
        last = match.end() == len(text)
        negated, also = "-" in match["sign"], "+" in match["sign"]
        if match["key"]:
            yield Token(match["key"].casefold(), tuple(_parts(match["value"], last)), negated, also)
            continue
        if match["word"]:
            word = match["word"]
            part = Part(word.rstrip("*"), False, word.endswith("*"), last)
        else:
            phrase = " ".join(match["phrase"].split())
            part = Part(phrase, True, match["closed"] == '"*', not match["closed"])
        if part.text:
            yield Token("", (part,), negated)


def tail(text: str) -> Tail:
    """What is being typed at the end of `text`."""
    last = None
    for match in re.finditer(_TOKEN, _plain(text)):
        last = match
    if last is None or last.end() < len(text) or last["phrase"] is not None:
        return Tail(None, "", len(text))
    if last["key"] is None:
        return Tail(None, last["word"], last.start("word"))
    name = last["key"].casefold()
    if name not in list(Field):
        return Tail(None, "", len(text))
    comma = 0
    for part in re.finditer(_PART, last["value"]):
        comma = part.start()
    comma = len(last["value"]) if last["value"].endswith(",") and _is_closed(last["value"]) else comma
    return Tail(Field(name), last["value"][comma:].replace('"', ""), last.start("value") + comma)


def _plain(text: str) -> str:
    """`text`, as long as before, with straight quotes, and spaces for what cannot be shown or written."""
    text = text.translate(_QUOTES)
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text)


def _parts(value: str, last: bool) -> Iterator[Part]:
    for match in re.finditer(_PART, value):
        piece = match[0]
        prefix = piece.endswith("*") and _is_closed(piece)
        typing = last and match.end() == len(value) and not (piece.endswith('"') and _is_closed(piece))
        text = " ".join((piece.rstrip("*") if prefix else piece).replace('"', "").split())
        if text:
            yield Part(text, '"' in piece, prefix, typing)


def _is_closed(text: str) -> bool:
    return text.count('"') % 2 == 0
