"""Words in rows of any table that stood only in steps that are passed over: kept as other wordings."""

from __future__ import annotations

import json

from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage import entries, passed_over
from bounceback_tui.storage.database import Database


class RowRescue:
    """Compares what rows say once a step is done again with what they said before all of that."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._now: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        self._lost: list[tuple[str, str, passed_over.Content]] = []

    def before(self, step: int) -> list[tuple[str, str]]:
        """Note what the rows that a step touches say now; table and key, as JSON, of each."""
        rows = passed_over.touched(self._database, step)
        for place, key in rows:
            if (place, key) not in self._now:
                self._now[place, key] = passed_over.said_now(self._database, place, json.loads(key))
        return rows

    def after(self, rows: list[tuple[str, str]]) -> None:
        """The step was done again: note what these rows say that they did not say."""
        for place, key in rows:
            content = passed_over.content_of(self._database, place, json.loads(key))
            if content and self._is_new(place, key, content):
                self._lost.append((place, key, content))

    def keep(self, now: Moment) -> None:
        """Keep what was noted, each wording once. Raises StorageError."""
        for place, key, content in self._lost:
            wording = passed_over.Passed(new_id(now.utc), place, json.loads(key), content, now.utc)
            passed_over.keep(self._database, wording, now)

    def _is_new(self, place: str, key: str, content: passed_over.Content) -> bool:
        """Whether a row holds words then that nothing says now; an empty field is no words."""
        if place == "cause" and passed_over.is_told(self._database, json.loads(key)[0]):
            return False
        redone, there = passed_over.words_of(place, content), self._now[place, key]
        told = place == "application" and entries.tells_of(self._database, json.loads(key)[0])
        first = 2 if told else 0  # the versions of its entries keep the company and the role
        fields = [(words, [one[at] for one in there]) for at, words in enumerate(redone)][first:]
        return tuple(redone) not in [tuple(one) for one in there] and any(
            words.strip() and words not in said for words, said in fields
        )
