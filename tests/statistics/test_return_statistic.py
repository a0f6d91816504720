"""How soon somebody goes on after a rejection, days of rest left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from made_up_pasts import START, application, day, rejection

from bounceback_tui.domain.application import Application, Event, Kind
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.past import Past
from bounceback_tui.statistics.return_to_search import compute

LATE = 200


def rest(first: int, last: int) -> Rest:
    return Rest(f"{first} {last}", day(first), day(last))


def known(
    rejections: Iterable[int], acts: Iterable[int], rests: Iterable[Rest] = (), today: int = LATE
) -> Past:
    """Rejections and acts by day number."""
    return Past(
        day(today),
        episodes=tuple(map(rejection, rejections)),
        rests=tuple(rests),
        reached_out=tuple(map(day, acts)),
    )


def test_the_median_of_the_days_until_the_next_act() -> None:
    found = compute(known([0, 20, 40], [4, 27, 41]))
    assert found.days == (4, 7, 1)
    assert (found.n, found.enough, found.median, found.waiting) == (3, True, 4.0, 0)
    assert "after about 4 days, days of rest left out (from 3 rejections)." in found.sentence


def test_two_are_too_few_to_say() -> None:
    found = compute(known([0, 20, 60], [4, 27]))
    assert (found.n, found.enough, found.median, found.waiting) == (2, False, None, 1)
    assert found.sentence == (
        "Too few to say yet; still missing: 1 more rejection after which you applied, asked for feedback or "
        "turned to a lead."
    )


def test_what_nothing_followed_yet_is_told_beside_it_and_without_blame() -> None:
    found = compute(known([0, 20, 40, 150], [4, 27, 41]))
    assert (found.n, found.waiting) == (3, 1)
    assert found.sentence.endswith("After 1 more nothing came yet, and nothing has to.")


def test_rejections_of_one_day_share_one_clock() -> None:
    past = known([0, 20, 40], [4, 27, 41])
    twice = replace(past, episodes=(*past.episodes, rejection(20, "another")))
    assert compute(twice) == compute(past)


def test_an_act_may_answer_two_rejections() -> None:
    assert compute(known([0, 5, 40], [9, 41])).days == (9, 4, 1)


def test_days_of_rest_are_left_out_once_each() -> None:
    def days(*rests: Rest) -> tuple[int, ...]:
        return compute(known([0], [10], rests)).days

    assert days() == (10,)
    assert days(rest(3, 5)) == (7,)
    assert days(rest(3, 5), rest(4, 7)) == (5,)  # overlapping
    assert days(rest(3, 5), rest(6, 7)) == (5,)  # touching
    assert days(rest(-4, 2), rest(9, 30)) == (6,)  # half inside
    assert days(rest(0, 0)) == (10,)  # the day of the rejection itself is no day of waiting
    assert days(rest(-90, 90)) == (0,)
    assert days(rest(-9, -2), rest(11, 20)) == (10,)


def test_an_application_counts_and_a_guessed_one_does_not() -> None:
    sent = application("new", Kind.APPLIED, first=6)
    guessed = Application("g", "G", events=(replace(sent.events[0], at=sent.events[0].at, date_known=False),))
    past = known([0], [])
    assert compute(replace(past, applications=(sent,))).days == (6,)
    assert compute(replace(past, applications=(guessed,))).days == ()
    assert compute(replace(past, applications=(application("old", Kind.APPLIED, first=-3),))).days == ()


def told(name: str, kind: Kind, at: datetime) -> Application:
    return Application(name, name, events=(Event(f"event {name}", name, kind, Moment.of(at)),))


def test_on_the_very_day_an_application_counts_only_after_the_news() -> None:
    noon = datetime(START.year, START.month, START.day, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    news = told("r0", Kind.REJECTED, noon)
    later, earlier = (told("next", Kind.APPLIED, noon.replace(hour=hour)) for hour in (15, 9))
    past = known([0], [8])
    assert compute(replace(past, applications=(news, later))).days == (0,)
    assert compute(replace(past, applications=(news, earlier))).days == (8,)
    assert compute(known([0], [0])).days == (0,)  # feedback is asked for after the news


def test_the_persons_own_calendar_counts_across_a_change_of_the_clocks_and_a_journey() -> None:
    # 28 March 2026, 23:30 in Berlin, the night before the clocks go forward; 30 March 0:10 there
    berlin = ZoneInfo("Europe/Berlin")
    began = datetime(2026, 3, 28, 23, 30, tzinfo=berlin)
    sent = datetime(2026, 3, 30, 0, 10, tzinfo=berlin)
    episode = replace(rejection(0), event_id="event r0", began=began.date())
    apps = (told("r0", Kind.REJECTED, began), told("next", Kind.APPLIED, sent))
    past = Past(day(LATE), episodes=(episode,), applications=apps)
    assert compute(past).days == (2,)
    # the same moment, lived in Honolulu, was still the 29th
    away = told("next", Kind.APPLIED, sent.astimezone(ZoneInfo("Pacific/Honolulu")))
    assert compute(replace(past, applications=(apps[0], away))).days == (1,)


def test_nothing_after_today_counts() -> None:
    assert compute(known([0], [10], today=9)).days == ()
    assert compute(known([0], [10], today=10)).days == (10,)
    assert compute(known([0], [4], [rest(50, 60)], today=9)).days == (4,)


def test_json_holds_what_the_contract_says() -> None:
    parsed = compute(known([0, 20, 40], [4, 27, 41])).as_json()
    assert (parsed["median"], parsed["days"]) == (4.0, [4, 7, 1])
    assert compute(known([0], [])).as_json()["median"] is None
