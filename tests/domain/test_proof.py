"""Which applications of a period count as proof, in which order, and what is told of each."""

from __future__ import annotations

from datetime import date

from journals import moment

from bounceback_tui.domain.application import Application, Event, Kind, Source
from bounceback_tui.domain.proof import WORDS, Proof, proof_of

TODAY = date(2026, 11, 23)


def application(company: str, *events: tuple[Kind, str] | tuple[Kind, str, bool]) -> Application:
    made = tuple(
        Event(f"{company}{place}", company, one[0], moment(f"{one[1]}T12:00+01:00"), *one[2:])
        for place, one in enumerate(events)
    )
    return Application(company, company, "Cook", Source.REFERRAL, notes="secret", events=made)


def companies(proof: Proof) -> list[str]:
    return [one.company for one in proof.applications]


def test_they_stand_by_the_date_of_applying() -> None:
    proof = proof_of(
        [
            application("Later", (Kind.APPLIED, "2026-11-05")),
            application("First", (Kind.APPLIED, "2026-11-01"), (Kind.REJECTED, "2026-11-20")),
            application("Never noted"),
            application("Not noted", (Kind.INTERVIEW, "2026-11-03")),
        ],
        None,
        None,
        TODAY,
    )
    assert companies(proof) == ["First", "Not noted", "Later", "Never noted"]
    assert [one.day for one in proof.applications] == [date(2026, 11, 1), None, date(2026, 11, 5), None]


def test_the_period_goes_by_the_date_of_applying_with_both_days_in_it() -> None:
    every = [
        application("Before", (Kind.APPLIED, "2026-10-31"), (Kind.INTERVIEW, "2026-11-10")),
        application("On the first", (Kind.APPLIED, "2026-11-01")),
        application("On the last", (Kind.APPLIED, "2026-11-15"), (Kind.REJECTED, "2026-11-20")),
        application("After", (Kind.APPLIED, "2026-11-16")),
        application("Never noted"),
    ]
    proof = proof_of(every, date(2026, 11, 1), date(2026, 11, 15), TODAY)
    assert companies(proof) == ["On the first", "On the last"]
    # what came later is told as well
    assert proof.applications[1].then[0].day == date(2026, 11, 20)


def test_a_date_that_only_follows_is_not_told() -> None:
    (one,) = proof_of(
        [
            application(
                "Acme",
                (Kind.APPLIED, "2026-11-01", False),
                (Kind.FINAL, "2026-11-10", False),
                (Kind.GHOSTED, "2026-11-12"),
            )
        ],
        None,
        None,
        TODAY,
    ).applications
    assert one.day is None
    assert [(event.what, event.day) for event in one.then] == [
        ("final round", None),
        ("no answer", date(2026, 11, 12)),
    ]


def test_what_is_still_to_come_is_ahead_and_no_application_yet() -> None:
    every = [
        application("Acme", (Kind.APPLIED, "2026-11-01"), (Kind.INTERVIEW, "2026-11-24")),
        application("Tomorrow", (Kind.APPLIED, "2026-11-24")),
    ]
    proof = proof_of(every, None, None, TODAY)
    assert companies(proof) == ["Acme"]
    assert proof.applications[0].then[0].ahead


def test_there_is_a_word_for_everything_and_none_blames() -> None:
    assert set(WORDS) == set(Kind)
    assert not {"rejected", "ghosted", "failed"} & set(WORDS.values())


def test_one_without_any_date_stands_in_no_period_however_open_that_is() -> None:
    never = [application("Never noted")]
    assert companies(proof_of(never, None, None, TODAY)) == ["Never noted"]
    assert companies(proof_of(never, date(2026, 1, 1), None, TODAY)) == []
    assert companies(proof_of(never, None, date(2026, 12, 31), TODAY)) == []
