"""The writing programme: five sessions of about twenty minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.outcome import Written
from bounceback_tui.domain.writing import (
    SESSIONS,
    TAG,
    WritingHeld,
    WritingProgramme,
    WritingState,
)
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import episodes, writing


class Writing(Tool):
    """The programme that is under way, or the last one; a new one begins only where none is."""

    def every(self) -> list[WritingProgramme]:
        """All programmes, the latest first."""
        return writing.every(self._database)

    def present(self) -> WritingProgramme | None:
        """The programme that is under way or paused, else the latest; None before the first."""
        every = self.every()
        under_way = (one for one in every if one.state is not WritingState.ENDED)
        return next(under_way, next(iter(every), None))

    def begin(self, subject: str = "") -> WritingProgramme:
        """Begin a programme, for the episode of that key if it is one; where one is under way, that one.

        Raises StorageError.
        """
        there = self.present()
        if there and there.state is not WritingState.ENDED:
            return there
        now = self._clock.now()
        episode = subject if subject and episodes.with_id(self._database, subject) else None
        programme = WritingProgramme(new_id(now.utc), now, episode_id=episode)
        with self._undo.step("begin five days of writing"):
            writing.put(self._database, programme)
        return programme

    def save_session(self, held: WritingHeld, write: Callable[[Written], str]) -> str:
        """Save a session as an entry of the journal, which `write` makes; the key of that entry.

        Where no programme has a place for it, it is an entry like any other: no word is lost. The fifth ends
        the programme. Raises CannotDo where nothing was written, and StorageError.
        """
        programme = self.present()
        place = programme.next_place if programme else SESSIONS + 1
        tagged = replace(held.written, tags=(*held.written.tags, TAG))
        if programme is None or place > SESSIONS:
            return write(tagged)
        with self._undo.step(f"save your writing, day {place} of {SESSIONS}"):
            entry = write(tagged)
            writing.add_session(self._database, programme.id, place, entry, max(held.seconds, 0))
            if place == SESSIONS and programme.state is not WritingState.ENDED:
                writing.put(self._database, replace(programme, state=WritingState.ENDED))
        return entry

    def pause(self) -> WritingProgramme | None:
        """Let the programme wait; what it is then, None where there is none. Raises StorageError."""
        return self._turn(WritingState.PAUSED, "pause the writing", (WritingState.GOING,))

    def go_on(self) -> WritingProgramme | None:
        """Go on with one that waited; what it is then. Raises StorageError."""
        return self._turn(WritingState.GOING, "go on with the writing", (WritingState.PAUSED,))

    def end(self) -> WritingProgramme | None:
        """End it, however far it is; all that was written stays. Raises StorageError."""
        return self._turn(WritingState.ENDED, "end the writing", (WritingState.GOING, WritingState.PAUSED))

    def due(self, today: date, until: date) -> list[Due]:
        """The next session, from the day after the last one on; it is never late."""
        programme = self.present()
        if programme is None or programme.state is not WritingState.GOING or programme.is_whole:
            return []
        if today < programme.next_day:
            return []
        words = f"your writing, day {programme.next_place} of {SESSIONS}"
        row = f"{programme.id} {programme.next_place}"
        return [Due(today, words, DueKind.WRITING, "writing", programme.id, row=row)]

    def _turn(
        self, state: WritingState, label: str, before: tuple[WritingState, ...]
    ) -> WritingProgramme | None:
        programme = self.present()
        if programme is None or programme.state not in before:
            return programme
        turned = replace(programme, state=state)
        with self._undo.step(label):
            writing.put(self._database, turned)
        return turned
