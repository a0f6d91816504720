"""What somebody did for their search: applications sent, feedback asked for, leads turned to."""

from __future__ import annotations

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.past import Act
from bounceback_tui.storage.columns import day_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.standing import OF_EPISODE, STANDS


def acts(db: Database) -> tuple[Act, ...]:
    """Each day and kind once, in no particular order. An application whose date is not known is none.

    Only requests of rejections that stand count. Feedback is asked for, and a lead turned to, after the
    news of the day; of an application the log tells.
    """
    rows = db.each(
        f"""SELECT asked_on, 1 FROM feedback JOIN episode ON episode.id = feedback.episode_id {OF_EPISODE}
            WHERE asked_on IS NOT NULL AND {STANDS}
        UNION SELECT contact.contacted_on, 1 FROM contact JOIN lead ON lead.id = lead_id
            WHERE lead.deleted_at IS NULL
        UNION SELECT sent.local_date, NOT EXISTS (
                SELECT 1 FROM event AS news JOIN episode ON episode.event_id = news.id
                JOIN application AS told ON told.id = news.application_id AND told.deleted_at IS NULL
                WHERE news.kind IN ('{Kind.REJECTED}', '{Kind.GHOSTED}')
                AND news.local_date = sent.local_date AND news.deleted_at IS NULL
                AND news.happened_at >= sent.happened_at)
            FROM event AS sent JOIN application ON application.id = sent.application_id
            WHERE sent.kind = '{Kind.APPLIED}' AND sent.date_known = 1 AND sent.deleted_at IS NULL
            AND application.deleted_at IS NULL"""
    )
    return tuple(Act(day_from(day), bool(after)) for day, after in rows)
