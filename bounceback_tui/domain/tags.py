"""Tags: how a name is tidied, where one stands in a text, and the colours that a person may give one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bounceback_tui.domain.frozen import Frozen

COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "grey")
"""Colours that a tag may have, by name; each theme draws them in its own shade."""

LONGEST = 60
"""Characters of a tag that is found in a text; a longer word is no name that anybody chose."""

# expressions are made ready when they are first wanted, which most notes never do
_BEFORE_NAME = r"\A[#@\s]+"
_JOINERS = "_-\u200c\u200d"  # the last two stand within words of Persian and Hindi
# what a tag may stand behind: nothing, white space, an opening mark, or the sign of emphasis
_SIGN = r"""(?:(?<=[\s(\[{"'“‘„‚«‹¿¡*_~|>—–])|\A)([#@])(?=[^\W_])"""
_BEGUN = _SIGN + r"([^\s#@]+)\Z"


class Tag(Frozen):
    """A tag in use."""

    name: str
    """Tidy: without "#", in lower case, hyphens for spaces."""
    entries: int
    """How many entries have it, without those in the trash."""
    colour: str | None = None
    """One of `COLOURS`."""


def clean_tags(names: Iterable[str]) -> tuple[str, ...]:
    """Tags without "#" or "@", spaces at the ends, or doubles, in lower case and in the order given.

    U+0000 is left out: what is noted of a tag to take it back could not be read beyond it.
    """
    tidy = ("-".join(re.sub(_BEFORE_NAME, "", _folded(name.replace("\0", ""))).split()) for name in names)
    return tuple(dict.fromkeys(name for name in tidy if name))


def tags_in(text: str) -> tuple[str, ...]:
    """The tags that a text names, tidied: words that begin with "#" or "@" and hold a letter.

    A heading is none ("# Heading"), nor is what stands in code, in an address of the web or of a mailbox.
    A time is none either ("@3pm"): behind "@" comes a letter.
    """
    if "#" not in text and "@" not in text:
        return ()
    from bounceback_tui.domain.markdown_parts import (  # noqa: PLC0415 - most texts name none
        without_code_and_links,
    )

    plain = without_code_and_links(text)
    return clean_tags(word for match in re.finditer(_SIGN, plain) for word in _word(plain, match))


def all_tags(given: Iterable[str], text: str) -> tuple[str, ...]:
    """The tags of something new: those given, and those that its text names."""
    return clean_tags((*given, *tags_in(text)))


def changed_tags(given: Iterable[str], text: str, old_tags: Iterable[str], old_text: str) -> tuple[str, ...]:
    """The tags of an entry whose text was `old_text`; `given` are those that stand in the field for them.

    What the text no longer names goes, what it names comes. A word that stood there before and was no tag,
    since that was renamed or taken off, does not come back by itself.
    """
    old, named, named_before = set(old_tags), tags_in(text), set(tags_in(old_text))
    kept = [name for name in clean_tags(given) if name not in named_before or name not in old]
    return clean_tags((*kept, *(name for name in named if name in old or name not in named_before)))


def begun_tag(line: str) -> str | None:
    """The beginning of a tag at the end of a line that somebody types, without its "#" or "@"; else None."""
    match = re.search(_BEGUN, line)
    if not match or _length(match[2]) < len(match[2]):
        return None
    return match[2]


def may_be_written(name: str) -> bool:
    """Whether a tag is read as itself where it is written in a text."""
    return tags_in(f"#{name}") == (name,)


def _word(text: str, sign: re.Match[str]) -> Iterator[str]:
    """The name behind a sign, if it is one."""
    start = sign.end()
    name = text[start : start + LONGEST + 1]
    length = _length(name)
    name = name[:length].rstrip(_JOINERS)
    after = text[start + length : start + length + 2]
    if length > LONGEST or not any(letter.isalpha() for letter in name):
        return
    if sign[1] == "@" and not name[0].isalpha():
        return
    if after[:1] in ("@", ".", "/") and after[1:].isalnum():
        return  # "@acme.com", "@scope/package", "@somebody@example.org"
    yield name


def _length(text: str) -> int:
    """How many characters at the beginning of a text belong to a name."""
    for place, sign in enumerate(text):
        if not (sign.isalnum() or sign in _JOINERS or unicodedata.category(sign).startswith("M")):
            return place
    return len(text)


def _folded(name: str) -> str:
    """In lower case, and in one way where there are two to write "é"."""
    # folding the case may take a letter apart that normalising puts together again
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
