"""Taking everything out of a journal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from bounceback_tui.clock import Clock
from bounceback_tui.domain.due import Due
from bounceback_tui.domain.going import Going, each, onwards
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.dump import dump


class Exchange:
    """Exports of a whole journal, and of its dates."""

    def __init__(self, database: Database, clock: Clock, ahead: Callable[[], Sequence[Due]]) -> None:
        """`ahead` is everything that has a date from today on."""
        self._database = database
        self._clock = clock
        self._ahead = ahead

    def as_json(self, going: Going = onwards) -> dict[str, object]:
        """Everything in the journal as one object that tells its format. Raises StorageError and Stopped."""
        tables = dump(self._database, going)
        return {"format": "bounceback", "exported_at": self._clock.now().isoformat(), **tables}

    def as_calendar(self) -> str:
        """Every date from today on as an iCalendar file. Raises StorageError."""
        from bounceback_tui.formats.ics import calendar  # noqa: PLC0415 - few exports are calendars

        return calendar(self._ahead(), self._clock.now())


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
