"""Requests for feedback and the remarks that came back."""

from __future__ import annotations

from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.storage.columns import date_from, iso
from bounceback_tui.storage.database import Database


def put(db: Database, feedback: Feedback) -> None:
    """Store the request of an episode with its remarks, in place of what was there."""
    with db.write():
        db.run("DELETE FROM feedback WHERE episode_id = ?", (feedback.episode_id,))
        db.insert(
            "feedback",
            episode_id=feedback.episode_id,
            state=feedback.state,
            asked_on=iso(feedback.asked_on),
            follow_up_on=iso(feedback.follow_up_on),
            answered_on=iso(feedback.answered_on),
            answer=feedback.answer,
        )
        for place, remark in enumerate(feedback.remarks):
            db.insert(
                "remark",
                episode_id=feedback.episode_id,
                place=place,
                kind=remark.kind,
                theme=remark.theme,
                text=remark.text,
            )


def every(db: Database) -> dict[str, Feedback]:
    """All requests by episode."""
    remarks: dict[str, list[Remark]] = {}
    for episode, kind, theme, text in db.rows(
        "SELECT episode_id, kind, theme, text FROM remark ORDER BY episode_id, place"
    ):
        remarks.setdefault(episode, []).append(Remark(RemarkKind(kind), theme, text))
    return {
        episode: Feedback(
            episode,
            FeedbackState(state),
            date_from(asked),
            date_from(follow_up),
            date_from(answered),
            answer,
            tuple(remarks.get(episode, ())),
        )
        for episode, state, asked, follow_up, answered, answer in db.rows(
            "SELECT episode_id, state, asked_on, follow_up_on, answered_on, answer FROM feedback"
        )
    }
