"""Strengths: what went right, and what employers named."""

from __future__ import annotations

from bounceback_tui.domain.episode import Cause, Episode, Side
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.strength import NotedStrength, Origin, Strength, WentRight, every
from bounceback_tui.domain.text import quoted, tidy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import only
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import episodes, strengths
from bounceback_tui.storage.trash import Table, Thing, put_away


class Strengths(Tool):
    """Everything that speaks for the person, with who said so; one of it may be pinned to Today."""

    def every(self, episode: Episode | None = None) -> list[Strength]:
        """All of them in the order of `domain.strength.every`; with what went right in that episode."""
        right = self._right(episode.event_id) if episode else []
        return every(right, strengths.named(self._database), strengths.noted(self._database))

    def find(self, key: str) -> NotedStrength | None:
        """What was noted under a key, or None."""
        return strengths.one(self._database, key)

    @property
    def pinned(self) -> NotedStrength | None:
        """What Today shows, or None."""
        return next(iter(strengths.pinned(self._database)), None)

    def put(self, strength: NotedStrength) -> None:
        """Keep one of the person's own. Raises StorageError."""
        with self._undo.step(f"save {quoted(strength.text)}"):
            strengths.put(self._database, strength)

    def add(self, text: str) -> NotedStrength:
        """Note one of the person's own. Raises CannotDo where nothing was said."""
        strength = self._new(text)
        self.put(strength)
        return strength

    def add_right(self, said: WentRight) -> None:
        """Note something that went right in an episode. Raises CannotDo."""
        event = self._event(said.episode_id)
        text = tidy(said.text)
        causes = episodes.causes(self._database, event)
        if text in self._right(event):
            raise CannotDo(f"{quoted(text)} stands there already. Nothing was changed.")
        with self._undo.step(f"note {quoted(text)}"):
            episodes.put_causes(self._database, event, (*causes, Cause(Side.WENT_RIGHT, text)))

    def remove(self, strength: Strength, episode: Episode | None = None) -> None:
        """Put one of the person's own into the trash, or take a line out of what went right. CannotDo."""
        with self._undo.step(f"delete {quoted(strength.text)}"):
            if strength.origin is Origin.OWN and strength.noted:
                self._put_away(strength.noted)
            elif strength.origin is Origin.WENT_RIGHT and episode:
                causes = episodes.causes(self._database, episode.event_id)
                gone = Cause(Side.WENT_RIGHT, strength.text)
                episodes.put_causes(self._database, episode.event_id, [one for one in causes if one != gone])
                if strength.noted:
                    self._put_away(strength.noted)
            else:
                raise CannotDo("What an employer said stays with the feedback. Nothing was changed.")

    def turn_pin(self, strength: Strength, episode: Episode | None = None) -> NotedStrength | None:
        """Pin it to Today in the place of any other, or take it off; what is pinned now. Raises StorageError.

        What stands elsewhere is copied: it stays on Today as it was, whatever becomes of that.
        """
        unpin = strength.pinned
        with self._undo.step(f"{'unpin' if unpin else 'pin'} {quoted(strength.words)}"):
            for other in strengths.pinned(self._database):
                if other.copied:
                    self._put_away(other)
                else:
                    strengths.put(self._database, replace(other, pinned=False))
            if unpin:
                return None
            if strength.origin is Origin.OWN and strength.noted:
                mine = strength.noted
            else:
                right = episode if strength.origin is Origin.WENT_RIGHT else None
                mine = self._new(strength.words, strength.said_by, right.id if right else None)
            mine = replace(mine, pinned=True)
            strengths.put(self._database, mine)
            return mine

    def _new(self, text: str, said_by: str = "", episode_id: str | None = None) -> NotedStrength:
        text = tidy(text)
        if not text:
            raise CannotDo("There is nothing to save yet; a few words are enough.")
        now = self._clock.now()
        return NotedStrength(new_id(now.utc), now, text, said_by, episode_id=episode_id)

    def _right(self, event_id: str) -> list[str]:
        causes = episodes.causes(self._database, event_id)
        return [one.text for one in causes if one.side is Side.WENT_RIGHT]

    def _event(self, episode_id: str) -> str:
        return only(episodes.with_id(self._database, episode_id), "rejection", episode_id).event_id

    def _put_away(self, noted: NotedStrength) -> None:
        """Into the trash, and off Today: what comes back must not stand beside what was pinned meanwhile."""
        if noted.pinned:
            strengths.put(self._database, replace(noted, pinned=False))
        put_away(self._database, [Thing(Table.STRENGTH, noted.id)], self._clock.now())
