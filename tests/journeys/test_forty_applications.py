"""Forty applications over a year, replayed from a table; every derived value on the page is asserted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal
from looking import SIZES, flat, press, press_keys, running
from textual.pilot import Pilot

from bounceback_tui.domain.application import STAGES, Kind, Result, Source, Status
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.silence import days_silent, next_told
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import ApplicationList

FIRST = datetime.fromisoformat("2025-11-24T09:30+01:00")
"""Day 0, a Monday."""

TODAY = 364
"""Monday 23 November 2026."""

KINDS = {
    "a": Kind.APPLIED,
    "s": Kind.SCREEN,
    "i": Kind.INTERVIEW,
    "t": Kind.TASK,
    "f": Kind.FINAL,
    "o": Kind.OFFER,
    "y": Kind.ACCEPTED,
    "r": Kind.REJECTED,
    "g": Kind.GHOSTED,
    "w": Kind.WITHDREW,
}
SOURCES = {one[0]: one for one in Source if one is not Source.RECRUITER} | {"h": Source.RECRUITER}
"""By their first letters; a recruiter is a headhunter, since a referral has the r."""

APPLICATIONS = """
Alderby Mills       | Planner      | r | a0 s9 i20 r31          | interview   | rejected
Bramwick            | Buyer        | a | a2 r9                  | application | rejected
Cobbler and Finch   | Planner      | j | a5 g65                 | application | ghosted
Dunmarrow Ferries   | Scheduler    | j | a11 s18 r26            | screen      | rejected
Eddlestone          | Planner      | c | a14 r21                | application | rejected
Fennimore           | Stock lead   | r | a20 s26 i33 f47 r54    | final       | rejected
Garrowgate          | Buyer        | h | a31 s36 w40            | screen      | withdrew
Hobbet Tools        | Planner      | j | a33 r52                | application | rejected
Inchbury            | Analyst      | o | a45 g120               | application | ghosted
Jessop Lane         | Planner      | j | a48 r58                | application | rejected
Kettlewell Foods    | Stock lead   | r | a60 s67 i75 t80 r95    | task        | rejected
Larkfield           | Scheduler    | a | a66 r74                | application | rejected
Mossop              | Buyer        | j | a71 g140 s150 r158     | screen      | rejected
Netherby Clay       | Planner      | c | a80 r87                | application | rejected
Osgood              | Analyst      | j | a92 s101 g160          | screen      | ghosted
Pellwood            | Planner      | r | a100 s104 i110 f121 o128 w130 | offer | withdrew
Quarrier            | Buyer        | j | a105 r126              | application | rejected
Rushbeck            | Stock lead   | a | a118 s125 r133         | screen      | rejected
Saltby Harbour      | Scheduler    | j | a121 r127              | application | rejected
Thrupp              | Planner      | j | a133 w135              | application | withdrew
Umberleigh          | Buyer        | h | a140 s144 i152 r161    | interview   | rejected
Vennor              | Analyst      | j | a150 r158              | application | rejected
Wexcombe            | Planner      | r | a155 s163 f170 r184    | final       | rejected
Yarrowdale          | Stock lead   | j | a170 g240              | application | ghosted
Zeal Brothers       | Buyer        | c | a177 r186              | application | rejected
Ashpole             | Planner      | j | a190 s199 i207 r215    | interview   | rejected
Birchover           | Scheduler    | a | a200 r212              | application | rejected
Crannock            | Analyst      | j | a214                   | application | open
Dovelow             | Planner      | r | a221 s228 i236 t243 f257 r266 | final | rejected
Elmsett             | Buyer        | j | a236 r243              | application | rejected
Foxholt             | Stock lead   | c | a250 s259              | screen      | open
Gorsley Rail        | Scheduler    | r | a263 s270 i279 f290 o300 | offer     | offer
Hexworth            | Planner      | j | a281 r290              | application | rejected
Ivelet              | Buyer        | a | a300 g350              | application | ghosted
Jarrow Bridge       | Planner      | h | a305 s312 i321         | interview   | open
Kirkby Glass        | Analyst      | j | a322                   | application | open
Lindale             | Planner      | r | a330 s338              | screen      | open
Merrow              | Buyer        | j | a343                   | application | open
Norbeck             | Stock lead   | j | a352                   | application | open
Oxenholt            | Scheduler    | r | a341 s349 f367         | final       | open
"""
"""Company, role, source, what happened on which day; the stage reached and the status that come of it."""

NEXT = {"Jarrow Bridge": (367, "ring Ms Vane"), "Lindale": (384, "")}
"""Next dates: the day, and what is to be done."""

PAGE = """
Jarrow Bridge     | 43  › | Thu: ring Ms Vane | interview
Oxenholt          |       | Thu: final round  | final
Lindale           | 26  › | 13 Dec            | screen
Crannock          | 150 g |                   | application
Foxholt           | 105 g |                   | screen
Gorsley Rail      |       |                   | offer
Kirkby Glass      | 42  g |                   | application
Merrow            | 21  g |                   | application
Norbeck           | 12  › |                   | application
"""
"""The open ones in order: days silent (› longer than usual, g asked whether it went silent), what is next."""


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    company: str
    role: str
    source: Source
    log: tuple[tuple[Kind, int], ...]
    stage: Kind
    status: Status


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def row(line: str) -> Row:
    company, role, source, log, stage, status = cells(line)
    events = tuple((KINDS[one[0]], int(one[1:])) for one in log.split())
    reached = Kind.APPLIED if stage == "application" else Kind(stage)
    return Row(company, role, SOURCES[source], events, reached, Status(status))


ROWS = [row(line) for line in APPLICATIONS.strip().splitlines()]


def at(day: int) -> datetime:
    return FIRST + timedelta(days=day)


def replay(journal: Workspace, clock: HandSetClock) -> None:
    """A year as it was lived: each thing is told on its day, what lies ahead on the last one.

    Endings and steps forward are told in turns on the page of what happened, and in the log alone.
    """
    keys: dict[str, str] = {}
    happened = [(day, one, kind) for one in ROWS for kind, day in one.log]
    for number, (day, one, kind) in enumerate(sorted(happened, key=lambda each: each[0])):
        clock.when = at(min(day, TODAY))
        when = Moment.of(at(day))
        if kind is Kind.APPLIED:
            keys[one.company] = journal.applications.add(one.company, one.role, one.source, when).id
        elif number % 2 and kind in (Kind.REJECTED, Kind.GHOSTED, Kind.WITHDREW):
            journal.journal.log(Outcome(one.company, one.role, result=Result(kind.value)))
        else:
            journal.applications.add_event(keys[one.company], kind, when)
    clock.when = at(TODAY)
    for company, (day, words) in NEXT.items():
        found = journal.applications.find(keys[company])
        journal.applications.describe(replace(found, next_on=at(day).date(), next_words=words))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    clock = HandSetClock(FIRST)
    path: Path = tmp_path_factory.mktemp("forty") / "journal.db"
    with open_journal(path, clock) as journal:
        replay(journal, clock)
        yield journal


def today() -> date:
    return at(TODAY).date()


def in_order() -> list[str]:
    """The open ones as the table of the page has them, then the others, the latest first."""
    over = [one for one in ROWS if one.status.ended]
    over.sort(key=lambda one: one.log[-1][1], reverse=True)
    return [cells(line)[0] for line in PAGE.strip().splitlines()] + [one.company for one in over]


def test_stage_and_status_of_each_are_those_of_the_table(year: Workspace) -> None:
    assert len(ROWS) == 40
    found = {one.company: (one.stage_reached, one.status, one.source) for one in year.applications.every()}
    assert found == {one.company: (one.stage, one.status, one.source) for one in ROWS}


def test_they_stand_in_order_and_a_day_alone_does_not_part_them(year: Workspace) -> None:
    found = [one.company for one in year.applications.every()]
    days = {one.company: one.log[-1][1] for one in ROWS}
    assert found[:9] == in_order()[:9]
    assert [days[name] for name in found[9:]] == [days[name] for name in in_order()[9:]]
    assert set(found) == set(in_order())


def test_usual_are_the_gaps_before_what_an_employer_did(year: Workspace) -> None:
    gaps = []
    for one in ROWS:
        for (before, since), (kind, day) in zip(one.log, one.log[1:], strict=False):
            if day <= TODAY and before is not Kind.GHOSTED and kind not in (Kind.GHOSTED, Kind.WITHDREW):
                gaps.append(day - since)
    usual = year.gone_silent.usual()
    assert usual.replies == tuple(sorted(gaps))
    assert (len(gaps), usual.median) == (58, 9)


def test_silence_what_is_next_and_what_is_asked_are_those_of_the_page(year: Workspace) -> None:
    usual = year.gone_silent.usual()
    found = []
    for one in year.applications.every()[:9]:
        days = days_silent(one, today())
        sign = "" if days is None else "g" if year.gone_silent.asks(one, usual) else "›" * usual.is_long(days)
        said = f"{'' if days is None else days:<3} {sign}".strip()
        stage = "application" if one.stage_reached is Kind.APPLIED else str(one.stage_reached)
        found.append([one.company, said, next_told(one, year.clock.now()), stage])
    assert found == [cells(line) for line in PAGE.strip().splitlines()]
    over = [one for one in year.applications.every() if one.status.ended]
    assert not any(year.gone_silent.asks(one, usual) or days_silent(one, today()) for one in over)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_page_shows_it_all(year: Workspace, size: tuple[int, int]) -> None:
    async with running(year, size) as pilot:
        await press_keys(pilot, "4")
        lines = [cells(line) for line in PAGE.strip().splitlines()]
        expected = {company: (silent.split(), coming) for company, silent, coming, _ in lines}
        by_name = {one.company: one for one in ROWS}
        for company in [one.company for one in year.applications.every()]:
            shown = row_shown(pilot)
            assert f"{company} · {by_name[company].role[:3]}" in shown
            rung = STAGES.index(by_name[company].stage) + 1
            assert "●" * rung + "○" * (len(STAGES) - rung) in shown
            assert str(by_name[company].status) in shown
            silent, coming = expected.get(company, ([], ""))
            if silent and coming and size < (100, 0):  # one column for both: what is due stands in the row
                shown_whole = flat(str(await press(pilot)))
                assert f"quiet for {silent[0]} days{' ›' * (len(silent) > 1)}" in shown_whole
            elif silent:
                assert f"{silent[0]} days{' ›' * (len(silent) > 1)}" in shown
            assert coming in shown
            said = flat(str(pilot.app.screen.query_one("#application-said").render()))
            assert ("z notes that it went silent" in said) is (silent[1:] == ["g"])
            await pilot.press("down")


def row_shown(pilot: Pilot[None]) -> str:
    """What stands in the row under the cursor, one line or two."""
    rows = pilot.app.screen.query_one(ApplicationList)
    top = (rows.cursor * rows.row_height) - rows.scroll_offset.y
    return flat(" ".join(rows.render_line(top + part).text for part in range(rows.row_height)))
