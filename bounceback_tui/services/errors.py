"""What a service cannot do, in one sentence for the person."""

from __future__ import annotations


class CannotDo(Exception):
    """Something could not be done; its text says what and what to do instead. Nothing was changed."""
