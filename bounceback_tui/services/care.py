"""A kind word after several days at the lowest mood, said once.

The rule is our own and no more than that: no diagnosis, no scale of anybody's, and nobody is told of it. It
holds where the value of each of the latest three logged days, or more, is the lowest mood there is; a logged
day stands in a row with the one before it where no more than a week lies between them, and the last of them
is no more than a week ago. The value of a day is that of `statistics/days.py`. It is said on one day of such
a row, until it is put away, and then not again before there was another day or a longer pause.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from bounceback_tui.clock import Clock
from bounceback_tui.domain.checkin import SCALE
from bounceback_tui.resources import asset
from bounceback_tui.statistics.days import values_of
from bounceback_tui.storage import checkins, once
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError

NAME = "support.md"
"""The text, ours among the assets, or the person's own in the folder of the settings."""

ASKED_FOR, EMERGENCY = "somebody.md", "emergency.md"
"""Ours for whoever looks for it on a day of any mood, and what always stands below."""

LONGEST = 20_000
"""Bytes that are read of their own; whatever is larger is another file."""

IN_A_ROW = 3
"""Logged days with the lowest value until it is said."""

APART = timedelta(days=7)
"""How far apart two logged days in a row may be, and how long ago the last."""

_BACK = timedelta(days=60)
_SAID, _PUT_AWAY = "support", "support put away"


class Care:
    """Says something kind where somebody has a hard time for days."""

    def __init__(self, database: Database, clock: Clock, folder: Path | None) -> None:
        """`folder` is that of the settings; with None there is our own text alone."""
        self._database = database
        self._clock = clock
        self._folder = folder

    def support(self) -> str:
        """What shall be said today; empty for nothing. Raises StorageError."""
        today = self._clock.now().local_date
        said = once.said_on(self._database, _SAID)
        row = self._row(today, said)
        if len(row) < IN_A_ROW or today - row[-1] > APART:
            return ""
        if said == today and once.said_on(self._database, _PUT_AWAY) == today:
            return ""
        if said and row[0] <= said < today:
            return ""
        text = self._text()
        if text and said != today:
            with suppress(StorageError):  # better said twice than not at all
                once.say(self._database, _SAID, today)
        return text

    def put_away(self) -> None:
        """It was read. Raises StorageError."""
        once.say(self._database, _PUT_AWAY, self._clock.now().local_date)

    def _row(self, today: date, said: date | None) -> list[date]:
        """The latest logged days with the lowest value in a row, in order; those since it was last said."""
        since = min(today - _BACK, said or today)
        daily = values_of(checkins.readings(self._database, since=since), today)
        row: list[date] = []
        for day, value in zip(reversed(daily.days), reversed(daily.values), strict=True):
            if value > SCALE[0] or (row and row[0] - day > APART):
                break
            row.insert(0, day)
        return row

    def whom_to_talk_to(self) -> str:
        """What is said to whoever asks for it: their own text or ours, and who helps in acute danger."""
        own = self._own()
        return f"{own or asset(ASKED_FOR).strip()}\n\n{asset(EMERGENCY).strip()}"

    def _text(self) -> str:
        """The person's own text where there is one that can be read; an empty file says nothing."""
        own = self._own()
        return asset(NAME).strip() if own is None else own

    def _own(self) -> str | None:
        with suppress(OSError, ValueError):
            path = self._folder / NAME if self._folder else None
            if path and path.is_file() and path.stat().st_size <= LONGEST:
                return path.read_text(encoding="utf-8-sig").strip()
        return None
