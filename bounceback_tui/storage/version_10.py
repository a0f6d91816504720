"""What version 10 of the schema made anew: the view of applications, which says where each one stands.

Of a log in which a meeting belongs before an offer, and silence after both, it now tells what the program
does. No row and no column changed, so machines of version 9 and of this one go on exchanging.
"""

from __future__ import annotations

from bounceback_tui.domain.kinds import Kind, Status, status_of
from bounceback_tui.storage.log_order import LAST
from bounceback_tui.storage.version_8 import stage_at

_STATUS = "CASE last.kind " + " ".join(f"WHEN '{kind}' THEN '{status_of((kind,))}'" for kind in Kind) + " END"

VIEWS = (
    "DROP VIEW v_applications",
    f"""CREATE VIEW v_applications AS
    SELECT application.id, application.company, application.role, application.source, application.link,
        (SELECT min(local_date) FROM event WHERE application_id = application.id AND deleted_at IS NULL
            AND date_known = 1 AND kind = '{Kind.APPLIED}') AS applied_on,
        (SELECT {stage_at("max(stage_rank)")} FROM event
            WHERE application_id = application.id AND deleted_at IS NULL) AS stage_reached,
        coalesce({_STATUS}, '{Status.OPEN}') AS status, last.local_date AS last_event_on, application.next_on
    FROM application LEFT JOIN event AS last ON last.seq = {LAST.format("seq")}
    WHERE application.deleted_at IS NULL""",
)
"""Statements in order."""
