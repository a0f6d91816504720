"""Which earlier episode is most like one that has just begun."""

from __future__ import annotations

from collections.abc import Iterable

from bounceback_tui.domain.episode import Episode


def most_similar(episode: Episode, others: Iterable[Episode]) -> Episode | None:
    """The earlier one that ended at the same stage, then came from the same source, then is the latest.

    None where none is earlier. A source that is not known is like no other.
    """
    earlier = [one for one in others if (one.began, one.id) < (episode.began, episode.id)]

    def likeness(one: Episode) -> tuple[object, ...]:
        same_source = episode.source is not None and one.source is episode.source
        return one.stage is episode.stage, same_source, one.began, one.id

    return max(earlier, key=likeness, default=None)
