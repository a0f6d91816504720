"""Changes to the CV, each with the feedback that it came from."""

from __future__ import annotations

from dataclasses import replace

from bounceback_tui.domain.cv import CvChange, Gap
from bounceback_tui.domain.feedback import RemarkKind
from bounceback_tui.domain.text import one_line
from bounceback_tui.services.shelf import Shelf
from bounceback_tui.storage import cv, episodes, feedback
from bounceback_tui.storage.trash import Table


class CvChanges(Shelf[CvChange]):
    """A small list, done or open."""

    TABLE = Table.CV_CHANGE
    NOUN = "change"

    def every(self) -> list[CvChange]:
        """All changes, open ones first, in the order in which they were noted."""
        return cv.every(self._database)

    def store(self, thing: CvChange) -> None:
        """Write one down."""
        cv.put(self._database, thing)

    def name_of(self, thing: CvChange) -> str:
        """What is to be changed."""
        return thing.text

    def set_done(self, key: str, done: bool) -> CvChange:
        """It is done as of today, or open again; how it stands then. Raises CannotDo."""
        change = replace(self.find(key), done_on=self._today if done else None)
        self.put(change, "tick" if done else "open again")
        return change

    def companies(self) -> dict[str, str]:
        """Who turned somebody down, by the key of the episode."""
        return {one.id: one.company for one in episodes.short_episodes(self._database)}

    def gaps(self) -> list[Gap]:
        """What feedback named as missing; first what no change came from yet, and there the latest first."""
        companies = self.companies()
        told = feedback.every(self._database)
        gaps = [
            Gap(key, one_line(remark.text or remark.theme), companies[key])
            for key in sorted(told, reverse=True)  # a key begins with the time at which it was made
            for remark in told[key].remarks
            if remark.kind is RemarkKind.GAP and key in companies
        ]
        seen_to = {(one.episode_id, one.came_from) for one in self.every()}
        return sorted(dict.fromkeys(gaps), key=lambda gap: (gap.episode_id, gap.words) in seen_to)
