"""What faults are tested with."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

PATIENCE = 60
"""Seconds; a reader that goes over 10 MB again for each part of them would take hours."""


@pytest.fixture
def in_bounded_time() -> Iterator[None]:
    """Whoever takes too long is stopped, and the test fails."""

    def stop(*_: object) -> None:
        raise AssertionError("it takes too long")

    usual = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, usual)
