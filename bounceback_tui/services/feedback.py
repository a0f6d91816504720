"""Asking for feedback after a rejection, and what came back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.episode import Episode, StepState, Tick
from bounceback_tui.domain.feedback import (
    PATIENCE,
    AnswerCame,
    EmailChanged,
    Feedback,
    FeedbackState,
    Remark,
    RemarkChanged,
)
from bounceback_tui.domain.frozen import replace
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.letter import Email
from bounceback_tui.domain.meeting import firm
from bounceback_tui.domain.text import cut, quoted, tidy
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.lookup import only
from bounceback_tui.services.tool import Tool
from bounceback_tui.storage import applications, episodes, feedback

if TYPE_CHECKING:  # what is due is found without
    from bounceback_tui.domain.guide import Guide
    from bounceback_tui.domain.person import Person

ASK_STEP, THANKS_STEP = "ask-feedback", "say-thanks"
"""Steps of the guide that are ticked by asking and by thanking."""


class FeedbackRequests(Tool):
    """One request for each episode. Each change is one step for undo."""

    def every(self) -> Mapping[str, Feedback]:
        """Every request by the key of its episode."""
        return feedback.every(self._database)

    def one(self, episode_id: str) -> Feedback:
        """The request of an episode, also where nothing was done yet."""
        return feedback.one(self._database, episode_id) or Feedback(episode_id)

    def themes(self) -> list[str]:
        """The themes given to remarks so far, the most frequent first."""
        return feedback.themes(self._database)

    def put(self, request: Feedback) -> None:
        """Keep a request with its remarks. Raises StorageError."""
        with self._undo.step("save feedback"):
            feedback.put(self._database, request)

    def due(self, today: date, until: date) -> list[Due]:
        """The follow-ups of requests that wait for an answer, also where the episode is closed.

        One that nobody took up for a week is not spoken of any more.
        """
        return [
            Due(day, f"follow up with {firm(company)} on feedback", DueKind.FOLLOW_UP, "feedback", episode)
            for day, episode, company in feedback.follow_ups(self._database, today - PATIENCE, until)
        ]

    def keep(self, change: EmailChanged | AnswerCame | RemarkChanged) -> None:
        """Keep what was filled in. Raises CannotDo and StorageError."""
        match change:
            case EmailChanged():
                self.write(change.episode_id, change.subject, change.message)
            case AnswerCame():
                self.answered(change.episode_id, change.answer)
            case RemarkChanged():
                self.put_remark(change.episode_id, change.before, change.remark)

    def write(self, episode_id: str, subject: str, message: str) -> None:
        """Keep the e-mail that asks as the person changed it; both empty stands for the draft again."""
        self._change(
            episode_id,
            "change the e-mail to {}".format,
            lambda one: replace(one, subject=subject.strip(), message=tidy(message)),
        )

    def asked(
        self, episode_id: str, on: date | None = None, email: Email | None = None, guide: Guide | None = None
    ) -> bool:
        """It was asked, today unless said; a follow-up is due a week later. Whether a step was ticked.

        With an answer there, only the day is noted: nothing is waited for.
        `email` is what was sent, kept unless one is kept already; the step of `guide` for it is ticked where
        it is open.
        """
        day = on or self._today
        sent = email or Email("", "")

        def change(one: Feedback) -> Feedback:
            if one.state is FeedbackState.ANSWERED:
                return replace(one, asked_on=day)
            return replace(
                one,
                state=FeedbackState.ASKED,
                asked_on=day,
                follow_up_on=day + PATIENCE,
                followed_up_on=None,
                subject=one.subject or sent.subject,
                message=one.message or tidy(sent.text),
            )

        return self._change(episode_id, "note that {} was asked for feedback".format, change, ASK_STEP, guide)

    def followed_up(self, episode_id: str) -> None:
        """They asked a second time; there is no third."""
        self._change(
            episode_id,
            "note the follow-up with {}".format,
            lambda one: replace(one, followed_up_on=self._today),
        )

    def leave_follow_up(self, episode_id: str) -> None:
        """No second time; it is not offered again."""
        self._change(
            episode_id, "leave the follow-up with {}".format, lambda one: replace(one, follow_up_on=None)
        )

    def answered(self, episode_id: str, answer: str) -> None:
        """An answer came; it is kept as it is, and a day that is known stays. Raises CannotDo without one."""
        if not answer.strip():
            raise CannotDo("There is no answer yet to keep; paste it in, or write what they said.")
        self._change(
            episode_id,
            "keep the answer of {}".format,
            lambda one: replace(
                one,
                state=FeedbackState.ANSWERED,
                answered_on=one.answered_on or self._today,
                answer=answer,
            ),
        )

    def declined(self, episode_id: str) -> None:
        """They would rather not say, or may not. Raises CannotDo where they answered."""
        self._become(episode_id, FeedbackState.DECLINED, "note that {} declined to give feedback".format)

    def silent(self, episode_id: str) -> None:
        """Nothing came back. Raises CannotDo where they answered."""
        self._become(episode_id, FeedbackState.SILENT, "note that {} did not answer".format)

    def thanked(self, episode_id: str, guide: Guide | None = None) -> bool:
        """They were thanked today; whether the step of `guide` for it was ticked."""
        return self._change(
            episode_id,
            "note the thanks to {}".format,
            lambda one: replace(one, thanked_on=self._today),
            THANKS_STEP,
            guide,
        )

    def put_remark(self, episode_id: str, before: Remark | None, remark: Remark) -> None:
        """Keep a remark, in the place of the one that it was, or after the last where that is gone.

        Raises CannotDo for an empty one.
        """
        theme = cut(remark.theme, 60)
        tidied = Remark(remark.kind, theme, remark.text.strip())
        if not (theme or tidied.text):
            raise CannotDo("A remark needs a theme or a few words. Nothing was changed.")

        def change(one: Feedback) -> Feedback:
            at = one.remarks.index(before) if before in one.remarks else len(one.remarks)
            return replace(one, remarks=(*one.remarks[:at], tidied, *one.remarks[at + 1 :]))

        said = quoted(tidied.text or theme)
        self._change(episode_id, lambda _: f"keep the remark {said}", change)

    def remove_remark(self, episode_id: str, remark: Remark) -> None:
        """Take a remark away; the answer stays as it is. Raises CannotDo where it is not there any more."""

        def change(one: Feedback) -> Feedback:
            left = list(one.remarks)
            if remark not in left:
                raise CannotDo("That remark is not there any more. Nothing was changed.")
            left.remove(remark)
            return replace(one, remarks=tuple(left))

        said = quoted(remark.text or remark.theme)
        self._change(episode_id, lambda _: f"take away the remark {said}", change)

    def interviewer(self, application_id: str) -> Person | None:
        """Whom to write to: the last one who was named for an application."""
        from bounceback_tui.storage import people  # noqa: PLC0415 - see above

        return next(iter(people.of_application(self._database, application_id)), None)

    def people(self) -> list[str]:
        """Everybody who was named so far, as they are typed, the latest first."""
        from bounceback_tui.storage import people  # noqa: PLC0415 - see above

        return list(dict.fromkeys(one.line for one in people.every(self._database)))

    def name_interviewer(self, application_id: str, line: str) -> Person | None:
        """Keep who is written to, from a line such as "Ms Ito <ito@acme.test>"; an empty one means nobody.

        Raises CannotDo for an application that is in the trash.
        """
        if not applications.with_id(self._database, application_id):
            raise CannotDo("That application is not there any more. Nobody was named, nothing was changed.")
        from bounceback_tui.domain.person import Person, read_person  # noqa: PLC0415 - see above
        from bounceback_tui.storage import people  # noqa: PLC0415
        from bounceback_tui.storage.trash import Table, Thing, put_away  # noqa: PLC0415

        name, email = read_person(line)
        before = self.interviewer(application_id)
        now = self._clock.now()
        if not name:
            if before:
                with self._undo.step(f"take out {quoted(before.name)}"):
                    put_away(self._database, [Thing(Table.PERSON, before.id)], now)
            return None
        person = replace(
            before or Person(new_id(now.utc), application_id, name), name=cut(name, 120), email=email
        )
        with self._undo.step(f"keep the name {quoted(name)}"):
            people.put(self._database, person)
        return person

    def _become(self, episode_id: str, state: FeedbackState, label: Callable[[str], str]) -> None:
        def change(one: Feedback) -> Feedback:
            if one.state is FeedbackState.ANSWERED:
                raise CannotDo("They answered already, and the answer is kept. Nothing was changed.")
            return replace(one, state=state)

        self._change(episode_id, label, change)

    def _change(
        self,
        episode_id: str,
        label: Callable[[str], str],
        change: Callable[[Feedback], Feedback],
        step_id: str = "",
        guide: Guide | None = None,
    ) -> bool:
        """Change a request in one step, and tick its step of the guide; whether there was one to tick.

        `label` makes the words for the step out of the company.
        """
        episode = self._episode(episode_id)
        with self._undo.step(label(firm(episode.company, 40))):
            feedback.put(self._database, change(self.one(episode.id)))
            return bool(guide) and self._tick(episode, step_id, guide)

    def _tick(self, episode: Episode, step_id: str, guide: Guide | None) -> bool:
        tick = episodes.ticks(self._database, episode.id).get(step_id)
        is_there = guide is not None and step_id in [step.id for step in guide.steps]
        if not is_there or (tick and tick.state is not StepState.OPEN):
            return False
        now = self._clock.now()
        done = replace(tick or Tick(step_id, now), state=StepState.DONE, at=now)
        episodes.put_tick(self._database, episode.id, done)
        return True

    def _episode(self, episode_id: str) -> Episode:
        """Raises CannotDo where the rejection was taken back meanwhile."""
        return only(episodes.with_id(self._database, episode_id), "rejection", episode_id)
