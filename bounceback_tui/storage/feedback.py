"""Requests for feedback and the remarks that came back."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.storage.columns import date_from, day_from, iso
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.standing import OF_FEW, STANDS

_REQUEST = """SELECT episode_id, state, asked_on, follow_up_on, answered_on, answer, subject, message,
    followed_up_on, thanked_on FROM feedback"""


def put(db: Database, feedback: Feedback) -> None:
    """Store the request of an episode with its remarks, in place of what was there."""
    with db.write():
        db.put(
            "feedback",
            "episode_id",
            episode_id=feedback.episode_id,
            state=feedback.state,
            asked_on=iso(feedback.asked_on),
            follow_up_on=iso(feedback.follow_up_on),
            answered_on=iso(feedback.answered_on),
            answer=feedback.answer,
            subject=feedback.subject,
            message=feedback.message,
            followed_up_on=iso(feedback.followed_up_on),
            thanked_on=iso(feedback.thanked_on),
        )
        db.run(
            "DELETE FROM remark WHERE episode_id = ? AND place >= ?",
            (feedback.episode_id, len(feedback.remarks)),
        )
        for place, remark in enumerate(feedback.remarks):
            db.put(
                "remark",
                "episode_id",
                "place",
                episode_id=feedback.episode_id,
                place=place,
                kind=remark.kind,
                theme=remark.theme,
                text=remark.text,
            )


def one(db: Database, episode_id: str) -> Feedback | None:
    """The request of an episode; None where nothing was kept of one."""
    row = db.row(f"{_REQUEST} WHERE episode_id = ?", (episode_id,))
    if row is None:
        return None
    remarks = db.rows(
        "SELECT kind, theme, text FROM remark WHERE episode_id = ? ORDER BY place", (episode_id,)
    )
    return _feedback(row, tuple(Remark(RemarkKind(kind), theme, text) for kind, theme, text in remarks))


def every(db: Database) -> dict[str, Feedback]:
    """All requests by episode."""
    remarks: dict[str, list[Remark]] = {}
    for episode, kind, theme, text in db.rows(
        "SELECT episode_id, kind, theme, text FROM remark ORDER BY episode_id, place"
    ):
        remarks.setdefault(episode, []).append(Remark(RemarkKind(kind), theme, text))
    return {row[0]: _feedback(row, tuple(remarks.get(row[0], ()))) for row in db.rows(_REQUEST)}


def themes(db: Database) -> list[str]:
    """The themes that remarks were given, the most frequent first."""
    rows = db.rows("SELECT theme FROM remark WHERE theme <> '' GROUP BY theme ORDER BY count(*) DESC, theme")
    return [row[0] for row in rows]


def follow_ups(db: Database, since: date, until: date) -> list[tuple[date, str, str]]:
    """Day, episode and company of the requests to be followed up in those days, of rejections that stand.

    One that was followed up once is none of them.
    """
    # CROSS has SQLite begin at the requests, and not at every rejection there ever was
    rows = db.rows(
        f"""SELECT follow_up_on, episode_id, company FROM feedback
        CROSS JOIN episode ON episode.id = episode_id {OF_FEW}
        WHERE state = ? AND follow_up_on BETWEEN ? AND ? AND followed_up_on IS NULL AND {STANDS}""",
        (FeedbackState.ASKED, since.isoformat(), until.isoformat()),
    )
    return [(day_from(day), episode, company) for day, episode, company in rows]


def _feedback(row: Row, remarks: tuple[Remark, ...]) -> Feedback:
    episode, state, asked, follow_up, answered, answer, subject, message, followed_up, thanked = row
    return Feedback(
        episode_id=episode,
        state=FeedbackState(state),
        asked_on=date_from(asked),
        follow_up_on=date_from(follow_up),
        answered_on=date_from(answered),
        answer=answer,
        remarks=remarks,
        subject=subject,
        message=message,
        followed_up_on=date_from(followed_up),
        thanked_on=date_from(thanked),
    )
