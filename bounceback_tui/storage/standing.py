"""Which rejections stand: neither taken back, nor changed into other news since."""

from __future__ import annotations

from bounceback_tui.domain.kinds import Kind

OF_EPISODE = """JOIN event ON event.id = episode.event_id
    JOIN application ON application.id = event.application_id"""
"""What leads from an episode to its event and its application."""

STANDS = f"""(event.deleted_at IS NULL AND application.deleted_at IS NULL
    AND event.kind IN ('{Kind.REJECTED}', '{Kind.GHOSTED}'))"""
"""The condition on the two; of any other episode nothing is seen anywhere."""
