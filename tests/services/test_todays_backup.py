"""Whether today's backup is there, by its name: never where the backups themselves say otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounceback_tui.clock import FixedClock
from bounceback_tui.domain.backup import BackupKind, named
from bounceback_tui.services.backups import Backups
from bounceback_tui.services.todays_backup import surely_made

DAY = datetime(2026, 3, 25, tzinfo=UTC)
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe", "UTC"]
)
TIMES = st.builds(
    lambda days, minutes: DAY + timedelta(days=days, minutes=minutes),
    st.integers(-2, 12) | st.integers(207, 224),  # around both changes of clocks
    st.integers(0, 1439),
)


def put(journal: Path, kind: BackupKind, when: datetime) -> Path:
    folder = journal.parent / "backups"
    folder.mkdir(exist_ok=True)
    file = folder / f"{named(journal, kind, when)}.db"
    file.write_bytes(b"")
    return file


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zone=ZONES, now=TIMES, before=st.timedeltas(timedelta(0), timedelta(hours=30)))
def test_it_is_never_said_to_be_there_where_it_is_due(
    tmp_path: Path, zone: str, now: datetime, before: timedelta
) -> None:
    journal = tmp_path / "me.db"
    journal.write_bytes(b"x")
    clock = FixedClock(now.astimezone(ZoneInfo(zone)))
    there = put(journal, BackupKind.DAILY, clock.now().utc - before)
    try:
        made = (clock.now().utc - before).replace(microsecond=0).astimezone(ZoneInfo(zone)).date()
        if surely_made(journal, clock):
            assert not Backups(journal, clock).due()
            assert made == clock.now().local_date
        else:
            assert made != clock.now().local_date
    finally:
        there.unlink()


@pytest.mark.parametrize("kind", [BackupKind.BY_HAND, BackupKind.SET_ASIDE])
def test_no_other_backup_is_taken_for_it(tmp_path: Path, kind: BackupKind) -> None:
    journal, now = tmp_path / "me.db", datetime(2026, 11, 23, 12, tzinfo=UTC)
    put(journal, kind, now)
    put(tmp_path / "me-too.db", BackupKind.DAILY, now)
    for made_of_it in (".db.part", ".db~", ".db-journal", ".db.gz"):
        (tmp_path / "backups" / f"{named(journal, BackupKind.DAILY, now)}{made_of_it}").touch()
    assert not surely_made(journal, FixedClock(now))
    put(journal, BackupKind.DAILY, now)
    assert surely_made(journal, FixedClock(now))
