"""jrnl: JSON as its own export has it, and the text that `jrnl --import` takes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from bounceback_tui.domain.entry import own_title
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.domain.tags import may_be_written, tags_in
from bounceback_tui.domain.text import one_line, visible
from bounceback_tui.formats.reading import STARRED
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat

_DATED = re.compile(r"^(?=\[[^\]\n]+\] )", re.MULTILINE)
"""Where a line begins that jrnl would take for another entry; a backslash there means nothing in Markdown."""


def _write_json(held: Held, _how: How) -> Iterator[Piece]:
    """Entries one by one, then how often each tag is there."""
    tags: Counter[str] = Counter()
    before = '{\n  "entries": ['
    for outgoing in held.entries():
        record = _record(outgoing)
        tags.update(_tags(outgoing))
        yield Piece("", f"{before}\n    {json.dumps(record, ensure_ascii=False)}")
        before = ","
    end = "\n  ]" if before == "," else f"{before}]"
    yield Piece("", f'{end},\n  "tags": {json.dumps(dict(tags), ensure_ascii=False)}\n}}\n')


def _record(outgoing: OutgoingEntry) -> dict[str, object]:
    entry = outgoing.item.entry
    local = entry.written_at.local
    return {
        "title": entry.title,
        "body": entry.text,
        "date": f"{local:%Y-%m-%d}",
        "time": f"{local:%H:%M}",
        "tags": _tags(outgoing),
        "starred": STARRED in entry.tags,
    }


def _tags(outgoing: OutgoingEntry) -> list[str]:
    return [f"@{name}" for name in outgoing.item.entry.tags if name != STARRED]


def _write_text(held: Held, _how: How) -> Iterator[Piece]:
    before = ""
    for outgoing in held.entries():
        yield Piece("", f"{before}{_text(outgoing)}")
        before = "\n"


def _text(outgoing: OutgoingEntry) -> str:
    """An entry; its tags stand in its words, where jrnl looks for them."""
    entry = outgoing.item.entry
    title, text = one_line(entry.title), visible(entry.text)
    if not own_title(entry.title, entry.text):
        first, _, rest = text.lstrip("\n").partition("\n")
        title, text = first.strip(), rest.strip("\n")
    star = " *" if STARRED in entry.tags else ""
    title = title.rstrip(" *") if title.endswith("*") and not title.endswith("**") else title
    written = {*tags_in(entry.title), *tags_in(entry.text), STARRED}
    tags = " ".join(f"@{name}" for name in entry.tags if name not in written and may_be_written(name))
    body = "\n\n".join(part for part in (_DATED.sub(r"\\", text).rstrip(), tags) if part)
    head = f"[{entry.written_at.local:%Y-%m-%d %I:%M:%S %p}] {title}{star}\n"
    return f"{head}{body}\n" if body else head


JRNL_JSON = WriteFormat("jrnl", "jrnl (JSON)", ".json", "Every entry with its tags", write=_write_json)
"""As `jrnl --export json` has it."""

JRNL_TEXT = WriteFormat("jrnl-text", "jrnl (text)", ".txt", "Every entry with its tags", write=_write_text)
"""As `jrnl --import` takes it."""
