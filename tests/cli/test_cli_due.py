"""`due` and `export ics` from a script."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from looking import open_workspace

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.moment import Moment

if TYPE_CHECKING:
    from conftest import Shell

HOSTILE = "A\x1b[2Jc\u202eme, [/]; {0}"


def meeting(shell: Shell, company: str, kind: Kind, day: int, hour: int = 12) -> None:
    """Something agreed with a company, that day of November; noon stands for no time in particular."""
    with open_workspace(shell.journal, datetime(2026, 11, 23, 9, tzinfo=UTC)) as journal:
        key = journal.applications.add(company).id
        journal.applications.add_event(key, kind, Moment.of(datetime(2026, 11, day, hour, tzinfo=UTC)))


def busy(shell: Shell) -> None:
    """An interview on Wednesday at two, a friend to ring tomorrow."""
    shell.do("leads", "--add", "Mira", "--kind", "friend", "--next", "tomorrow")
    meeting(shell, "Acme", Kind.INTERVIEW, 25, 14)


def test_each_is_a_line_with_its_day(shell: Shell) -> None:
    busy(shell)
    assert shell.do("due").out.splitlines() == [
        "Tue 24 Nov        friend: Mira",
        "Wed 25 Nov 14:00  interview with Acme",
    ]
    assert shell.do("due", "--days", "1").out.splitlines() == ["Tue 24 Nov  friend: Mira"]


def test_what_has_passed_and_what_is_today_say_so(shell: Shell) -> None:
    busy(shell)
    later = shell.do("due", now="2026-11-25T09:00:00+00:00").out.splitlines()
    assert later == ["since Tue 24 Nov  friend: Mira", "today 14:00       interview with Acme"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "Nothing is due in the next 7 days.\n"),
        (("--days", "0"), "Nothing is due today.\n"),
        (("--days", "1"), "Nothing is due by tomorrow.\n"),
        (("--quiet",), ""),
        (("--json",), '{"schema_version": 1, "items": [\n]}\n'),
    ],
)
def test_nothing_due_is_no_error(shell: Shell, args: tuple[str, ...], words: str) -> None:
    assert shell.do("due", *args).out == words


def test_a_shell_prompt_is_told_of_today_alone(shell: Shell) -> None:
    busy(shell)
    assert shell.do("due", "--quiet").out == ""
    assert shell.do("due", "--quiet", "--days", "7").out == "2 due\n"
    assert shell.do("due", "--quiet", now="2026-11-24T09:00:00+00:00").out == "1 due\n"
    assert shell.do("due", "--quiet", now="2026-11-25T09:00:00+00:00").out == "2 due\n"


def test_during_a_rest_a_shell_prompt_stays_quiet(shell: Shell) -> None:
    busy(shell)
    shell.do("rest", "today", "3 days", "--keep-dates")
    for day in (23, 24, 25):
        now = f"2026-11-{day}T09:00:00+00:00"
        ends = "today" if day == 25 else "Wed 25 Nov"
        assert shell.do("due", now=now).out == f"{ends}  your rest ends\n"
        assert shell.do("due", "--quiet", now=now).out == ""


def test_json_has_a_stable_shape(shell: Shell) -> None:
    busy(shell)
    lead, interview = shell.do("due", "--json").json
    assert list(lead) == list(interview) == ["id", "kind", "date", "time", "at", "days", "text"]
    assert (lead["kind"], lead["date"], lead["time"], lead["at"]) == ("lead", "2026-11-24", None, None)
    assert lead["id"].startswith("lead-")
    assert (interview["time"], interview["at"]) == ("14:00", "2026-11-25T14:00:00+00:00")
    shell.do("rest", "today", "3 days")
    (rest,) = shell.do("due", "--json").json
    assert (rest["kind"], rest["days"]) == ("rest", ["2026-11-23", "2026-11-25"])


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--days", "x"), "A number of days ahead is a number from 0 to 3660, and “x” is none."),
        (("--days", "-1"), "A number of days ahead runs from 0 to 3660, not -1; the nearest is 0."),
        (("--quiet", "--json"), "--quiet and --json are two ways to print; take one."),
    ],
)
def test_what_cannot_be_understood_is_refused(shell: Shell, args: tuple[str, ...], sentence: str) -> None:
    assert shell.refused("due", *args) == (2, sentence)


def test_hostile_text_steers_neither_terminal_nor_calendar(shell: Shell) -> None:
    shell.do("leads", "--add", HOSTILE, "--next", "tomorrow")
    meeting(shell, HOSTILE, Kind.FINAL, 27)
    for out in (shell.do("due").out, shell.do("export", "ics").out):
        assert not {"\x1b", "\u202e", "\x9b"} & set(out)
    read = Calendar.from_ical(shell.do("export", "ics").out.encode())
    assert [str(one["SUMMARY"])[:7] for one in read.walk("VEVENT")] == ["other: ", "final r"]


def test_a_calendar_is_written_whole_and_private(shell: Shell, tmp_path: Path) -> None:
    busy(shell)
    file = tmp_path / "dates.ics"
    assert shell.do("export", "ics", "-o", str(file)).out == ""
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    raw = file.read_bytes()
    assert raw.decode().replace("\r\n", "\n") == shell.do("export", "ics", "-o", "-").out
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    read = Calendar.from_ical(raw)
    assert [str(one["SUMMARY"]) for one in read.walk("VEVENT")] == ["friend: Mira", "interview with Acme"]
    assert shell.do("export", "ics", "-o", str(file), "--yes", "--json").json == {"file": str(file)}


def test_where_nothing_is_due_the_calendar_is_empty_and_that_is_said(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("bounceback_tui.cli.export.tell", said.append)  # as at a terminal
    file = tmp_path / "dates.ics"
    shell.do("export", "ics", "-o", str(file))
    assert said == [f"Nothing has a date ahead, so the calendar in {file} is empty."]
    read = Calendar.from_ical(file.read_bytes())
    assert [one.name for one in read.subcomponents] == ["VTIMEZONE"]


def test_a_calendar_is_no_json(shell: Shell) -> None:
    assert shell.refused("export", "ics", "--json") == (
        2,
        "A calendar is no JSON; leave --json out, or name a file with -o.",
    )
    assert shell.untouched
