"""The clock tells the person's own time, or the time that it was set to."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from bounceback_tui.clock import (
    VARIABLE,
    FixedClock,
    SystemClock,
    clock_from_environment,
    linked_name,
    local_zone,
)

KOLKATA = "Asia/Kolkata"


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine stands in Kolkata, five and a half hours ahead of UTC."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", KOLKATA)
        time.tzset()
        tzlocal.reload_localzone()
        yield
    time.tzset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a machine on which no zone was ever set
        tzlocal.reload_localzone()


@pytest.mark.usefixtures("far_away")
def test_the_machines_clock_tells_its_time_and_the_name_of_its_zone() -> None:
    before = datetime.now(UTC)
    clock = SystemClock()
    now = clock.now()
    assert before <= now.utc <= datetime.now(UTC)
    assert (now.offset, now.zone, str(clock.zone)) == (330, KOLKATA, KOLKATA)


@pytest.mark.parametrize("minutes", [0, 1_109, 1_110, 1_439])  # midnight in Kolkata is at 18:30
def test_the_day_of_an_instant_is_the_one_where_the_machine_stands(
    request: pytest.FixtureRequest, minutes: int
) -> None:
    when = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=minutes)
    linked, fixed = SystemClock(), FixedClock(datetime(2026, 11, 23, 12, tzinfo=ZoneInfo(KOLKATA)))
    assert linked.day_of(when) == when.astimezone(linked.zone).date()
    request.getfixturevalue("far_away")
    assert SystemClock().day_of(when) == fixed.day_of(when) == date(2026, 11, 23 + (minutes >= 1_110))


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize("error", [LookupError("no zone"), ValueError("odd zone"), OSError("no file")])
def test_where_the_zone_has_no_name_the_offset_is_right(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(tzlocal, "get_localzone", fail)
    assert SystemClock().now().offset == 330


@pytest.mark.usefixtures("far_away")
def test_odd_settings_of_the_machine_are_not_printed_over_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def grumble() -> ZoneInfo:
        warnings.warn("Timezone offset does not match system offset", stacklevel=1)
        return ZoneInfo(KOLKATA)

    monkeypatch.setattr(tzlocal, "get_localzone", grumble)
    assert str(local_zone()) == KOLKATA


@pytest.mark.parametrize(
    ("text", "local", "offset"),
    [
        ("2026-11-23T09:30+01:00", "2026-11-23T09:30:00+01:00", 60),
        ("2026-11-23T09:30Z", "2026-11-23T09:30:00+00:00", 0),
        ("2026-11-23 09:30:15-08:00", "2026-11-23T09:30:15-08:00", -480),
        ("2026-11-23T09:30", "2026-11-23T09:30:00+05:30", 330),
        ("2026-11-23", "2026-11-23T00:00:00+05:30", 330),
        (" 2026-11-23T09:30 ", "2026-11-23T09:30:00+05:30", 330),
    ],
)
@pytest.mark.usefixtures("far_away")
def test_a_clock_that_was_set_stands_still(
    monkeypatch: pytest.MonkeyPatch, text: str, local: str, offset: int
) -> None:
    monkeypatch.setenv(VARIABLE, text)
    clock = clock_from_environment()
    assert clock.now().isoformat() == local
    assert clock.now() == clock.now()
    assert clock.now().offset == offset
    assert clock.now().local.replace(tzinfo=clock.zone).utcoffset() == timedelta(minutes=offset)


def test_summer_and_winter_differ_where_the_zone_has_them() -> None:
    zone = ZoneInfo("Europe/London")
    offsets = [FixedClock(datetime(2026, month, 1, 12, tzinfo=zone)).now().offset for month in (1, 7)]
    assert offsets == [0, 60]


@pytest.mark.parametrize("text", ["", "  "])
def test_without_a_setting_it_is_the_machines(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(VARIABLE, text)
    assert isinstance(clock_from_environment(), SystemClock)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2026",
        "2026-11-31",
        "2026-11-23T25:00",
        "0001-01-01T00:00+14:00",
        "1970-01-01T00:00+14:00",
        "9999-12-31T23:59-14:00",
        "2026-11-23T09:30+99:00",
        "\x1b[31mred" + "x" * 500,
    ],
)
def test_what_is_no_time_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(os, "environ", {**os.environ, VARIABLE: text})
    with pytest.raises(ValueError, match="it takes a date and time such as 2026-11-23T09:30") as refused:
        clock_from_environment()
    assert str(refused.value).startswith(f"{VARIABLE} is set to “")
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize(
    ("leads_to", "beside", "name"),
    [
        ("Europe/Berlin", None, "Europe/Berlin"),
        ("America/Argentina/Ushuaia", "America/Argentina/Ushuaia\n", "America/Argentina/Ushuaia"),
        ("Europe/Berlin", "Asia/Kolkata\n", ""),
        (None, "Europe/Berlin\n", ""),
    ],
)
def test_the_zone_is_named_by_the_link_where_nothing_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leads_to: str | None, beside: str | None, name: str
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    link, file = tmp_path / "localtime", tmp_path / "timezone"
    if leads_to:
        link.symlink_to(f"/usr/share/zoneinfo/{leads_to}")
    else:
        link.write_bytes(b"TZif")
    if beside:
        file.write_text(beside)
    assert linked_name(str(link), str(file)) == name
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert linked_name(str(link), str(file)) == ""


def test_the_link_says_what_tzlocal_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        said = str(tzlocal.reload_localzone())
    assert linked_name() in ("", said)
    assert SystemClock().now().zone == said
    assert str(local_zone()) == said
