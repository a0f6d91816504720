"""Asking for feedback after a rejection, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bounceback_tui.domain.due import Due
from bounceback_tui.domain.feedback import Feedback
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import feedback


class FeedbackRequests(Tool):
    """One request for each episode."""

    def every(self) -> Mapping[str, Feedback]:
        """Every request by the key of its episode."""
        return feedback.every(self._database)

    def put(self, request: Feedback) -> None:
        """Keep a request with its remarks. Raises StorageError."""
        with self._undo.step("save feedback"):
            feedback.put(self._database, request)

    def due(self, today: date, until: date) -> list[Due]:
        """The follow-ups of requests that wait for an answer, also where the episode is closed."""
        return [
            Due(day, f"follow up with {company or 'the company'} on feedback", "feedback", episode)
            for day, episode, company in feedback.follow_ups(self._database, until)
        ]
