"""What was said in two ways on two machines: both are told side by side, and the person decides."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bounceback_tui.clock import Clock
from bounceback_tui.domain.sync import Content, Which, joined
from bounceback_tui.domain.text import quoted
from bounceback_tui.domain.things import NOUNS
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.undo import Undo
from bounceback_tui.services.versions import Versions
from bounceback_tui.storage import sync_words
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError, does_not_fit
from bounceback_tui.storage.passed_over import Passed, write_back
from bounceback_tui.storage.sync_rows import Rows, is_alive, key_text
from bounceback_tui.storage.sync_words import SAID, Difference, said
from bounceback_tui.storage.trash import Table, Thing, goes_with, put_away

_BESIDE: Mapping[str, tuple[str, ...]] = {"application": ("company_key", "role_key")}
"""Columns that follow from what is said."""

_LISTS = ("cause", "remark", "setback")
"""Rows of a list, in which both can stand."""

_DELETED = "(deleted there)"


class Differences:
    """Lists what nobody decided about yet, and settles it. Each decision is one step for undo."""

    def __init__(self, database: Database, clock: Clock, undo: Undo, versions: Versions) -> None:
        self._database = database
        self._clock = clock
        self._undo = undo
        self._versions = versions

    def every(self) -> list[Difference]:
        """What waits for a decision, oldest first. Raises StorageError."""
        return sync_words.differences(self._database)

    def find(self, beginning: str) -> Difference:
        """The one that is named so, or whose entry has a key that begins so. Raises CannotDo."""
        wanted = beginning.strip()
        found = [
            one
            for one in self.every()
            if wanted and (one.id.startswith(wanted.lower()) or str(one.key[0]).startswith(wanted.upper()))
        ]
        if len(found) != 1:
            raise CannotDo(
                f"{'Several differences are' if found else 'No difference is'} named so;"
                " `bounceback sync conflicts` lists them. Nothing was changed."
            )
        return found[0]

    def settle(self, one: Difference, which: Which) -> None:
        """Let one version stand, the other, or both. Raises CannotDo and StorageError.

        The words of the one that does not stand become an earlier version, or go to the trash. What was
        written meanwhile, in another window say, is not decided about unseen.
        """
        one = self._as_it_is(one)
        with self._undo.step(f"decide about {name_of(one)}"):
            if which is Which.OTHER:
                self._take_other(one)
            elif which is Which.BOTH:
                self._take_both(one)
        # no part of the step: taking that back must not take these words along
        with self._database.write():
            for content in (one.stands if which is Which.OTHER else None, one.other):
                if content is not None:
                    sync_words.keep(self._database, one.place, one.key, content, self._clock.now())
            sync_words.settle(self._database, one.id, (one.place, key_text(one.key)))

    def _as_it_is(self, one: Difference) -> Difference:
        """The same as it is by now. Raises CannotDo where its words are others, or it was decided about."""
        now = next((each for each in self.every() if each.id == one.id and each.key == one.key), None)
        if now is None or said(now.place, now.stands) != said(one.place, one.stands):
            raise CannotDo(
                "It was changed or decided about meanwhile. Nothing was changed; look at it again."
            )
        return now

    def _take_other(self, one: Difference) -> None:
        if one.other is None or not is_alive(one.other):
            self._put_away(one)
        elif one.place == "entry":
            self._rewrite(one, str(one.other["title"]), str(one.other["text"]))
        else:
            columns = (*SAID[one.place], *_BESIDE.get(one.place, ()))
            new = {name: one.other[name] for name in columns if name in one.other}
            Rows(self._database).write(one.place, one.key, {**one.stands, **new})

    def _put_away(self, one: Difference) -> None:
        thing = Thing(Table(one.place), str(one.key[0]))
        things = goes_with(self._database, thing.id) if thing.table is Table.ENTRY else (thing,)
        put_away(self._database, things, self._clock.now())

    def _take_both(self, one: Difference) -> None:
        if one.other is None or not is_alive(one.other):
            raise CannotDo("It was deleted there, so there are not two to keep. Nothing was changed.")
        if one.place == "entry":
            text = joined(str(one.stands["text"]), str(one.other["text"]))
            self._rewrite(one, str(one.stands["title"]), text)
        elif one.place in _LISTS:
            self._add(one, one.other)
        else:
            raise CannotDo(
                f"Of {name_of(one)} only one can stand; take one or other. Nothing was changed, and the words"
                " of the one that you do not take are kept."
            )

    def _add(self, one: Difference, other: Content) -> None:
        wording = Passed("", one.place, list(one.key), other, self._clock.now().utc)
        try:
            write_back(self._database, wording)
        except StorageError as error:
            if not does_not_fit(error):
                raise
            raise CannotDo("Both have no place there any more. Nothing was changed; take one.") from error

    def _rewrite(self, one: Difference, title: str, text: str) -> None:
        entry = str(one.key[0])
        self._versions.rewrite(entry, title, text, self._versions.told(entry).tags)


def name_of(one: Difference) -> str:
    """ "entry “Panel at Acme”"."""
    noun = NOUNS.get(one.place, (one.place, ""))[0]
    words = next((word for word in said(one.place, one.stands) if word.strip()), "")
    return f"{noun} {quoted(words.splitlines()[0], 60)}" if words else noun


def parts(one: Difference) -> list[tuple[str, str, str]]:
    """What differs: its name, what stands, and what the other says."""
    if one.other is None or not is_alive(one.other):
        return [("", "\n\n".join(filter(None, said(one.place, one.stands))), _DELETED)]
    sides = zip(SAID[one.place], said(one.place, one.stands), said(one.place, one.other), strict=True)
    return [(name.replace("_", " "), ours, theirs) for name, ours, theirs in sides if ours != theirs]


def record(one: Difference) -> dict[str, Any]:
    """A difference as JSON."""

    def side(content: Content | None, origin: tuple[str, str]) -> dict[str, Any]:
        words = dict(zip(SAID[one.place], said(one.place, content), strict=True)) if content else None
        return {"machine": origin[0], "made": origin[1], "deleted": not is_alive(content), "words": words}

    return {
        "id": one.id,
        "kind": one.place,
        "key": json.loads(key_text(one.key)),
        "one": side(one.stands, one.stands_from),
        "other": side(one.other, one.other_from),
    }
