"""Everything as JSON: one object with the tables as they are kept, which is read back exactly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from bounceback_tui.domain.going import Going, each, onwards
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat


def json_text(content: Mapping[str, object], going: Going = onwards) -> Iterator[str]:
    """Such an object as the text of a file, in pieces: of very many rows it would take much room.

    Raises Stopped.
    """
    before = "{\n  "
    for name in each(list(content), going):
        yield f"{before}{json.dumps(name)}: "
        before = ",\n  "
        rows = content[name]
        if isinstance(rows, list) and rows:
            first = "[\n    "
            for row in rows:
                whole = json.dumps(row, indent=2).replace("\n", "\n    ")
                yield f"{first}{whole}"
                first = ",\n    "
            yield "\n  ]"
        else:
            yield json.dumps(rows, indent=2).replace("\n", "\n  ")
    yield "\n}\n"


def _write(held: Held, _how: How) -> Iterator[Piece]:
    return (Piece("", text) for text in json_text(held.everything(), held.going))


JSON = WriteFormat("json", "Everything (JSON)", ".json", "Everything", write=_write)
"""What `import` reads back to the last word."""
