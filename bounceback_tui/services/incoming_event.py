"""Which event of the journal an entry out of a file tells of."""

from __future__ import annotations

from bounceback_tui.domain.application import Result
from bounceback_tui.domain.incoming import IncomingEntry
from bounceback_tui.storage import imports
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.query_sql import kinds_of


def told_of(db: Database, thing: IncomingEntry) -> str | None:
    """The key of the event, where there is just one that it can be. None is made for it."""
    about = dict(thing.about)
    if about.get("result") not in tuple(Result):
        return None
    day, kinds = thing.at.local_date.isoformat(), kinds_of(Result(about["result"]))
    found = imports.event_told(db, about.get("company", ""), about.get("role", ""), kinds, day)
    exact = [one for one in found if one[1] == about.get("stage")] if len(found) > 1 else found
    return exact[0][0] if len(exact) == 1 else None
