"""User text made harmless to show, names and words compared, and the small pieces of our own sentences.

What would act on a terminal becomes visible instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ACTIVE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the reading direction around
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators and marks that some terminals act on
    "\ud800-\udfff]"  # lone surrogates cannot be written as UTF-8
)

NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""Counts in words, from 0 to 12."""


def visible(text: str) -> str:
    """`text` with every character that could steer a terminal replaced by a sign for it.

    Tabs and line feeds stay. C0 becomes its picture ("␛"), all else "<U+202E>".
    """
    if text.isprintable():  # as are most lines: to compile the expression takes longer than a start may
        return text
    return re.sub(_ACTIVE, _sign, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """`visible(text)` on a single line, runs of white space folded."""
    return " ".join(visible(text).split())


def with_line_feeds(text: str) -> str:
    """`text` with every kind of line end as a line feed, as any editor would make of it at the first change.

    They are those of `str.splitlines`: besides CR and LF also VT, FF, NEL and the separators of Unicode.
    """
    return "\n".join(text.splitlines())


def tidy(text: str) -> str:
    """A text as it is kept: no white space around it, and one kind of line end."""
    return with_line_feeds(text.strip())


def quoted(text: str, length: int = 40) -> str:
    """ "“The panel at Acme”": a title within a sentence, cut where it is longer than `length`."""
    return f"“{cut(text, length)}”"


def cut(text: str, length: int) -> str:
    """`one_line(text)` of at most `length` characters, with "…" for the rest."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 day", "3 days": a count with its noun; `many` where an "s" is not enough."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def capital(words: str) -> str:
    """Words as they begin a sentence; unlike `str.capitalize` it leaves the names among them as they are."""
    return words[:1].upper() + words[1:]


def number(count: int) -> str:
    """ "four", "13": a count as it stands in a sentence."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def listing(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"; "" for none."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def folded(name: str) -> str:
    """A name as it is compared: whatever its case, and with single spaces."""
    return " ".join(name.casefold().split())


def loosely(words: str) -> str:
    """The same of what is one of a few: "Job-board", "job_board" and "job board" are alike."""
    return folded(re.sub("[-_]", " ", words))


def reason(error: Exception) -> str:
    """Why something did not work, as the system or a library says it, to stand within a sentence of ours."""
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or "it did not work").lower()


def nearest(said: str, known: Iterable[str]) -> str:
    """The known word most like what was said, however it is spaced or written large; empty for none."""
    import difflib  # noqa: PLC0415 - only a slip needs it

    by_words = {loosely(one): one for one in known}
    return by_words.get(next(iter(difflib.get_close_matches(loosely(said[:100]), by_words, 1)), ""), "")


def did_you_mean(said: str, known: Sequence[str], otherwise: str = "") -> str:
    """ "did you mean “acme”?", the nearest of what is known; else `otherwise`, or all that there is."""
    near = nearest(said, known)
    return f"did you mean “{near}”?" if near else otherwise or f"there are {', '.join(known)}."


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
