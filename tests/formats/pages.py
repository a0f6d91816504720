"""Made-up journals for the formats that are written, and what comes of them where they are read back."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from bounceback_tui.domain.application import Application, Event, Kind, Result, Source
from bounceback_tui.domain.checkin import CheckIn, Feeling, Reading, Relation
from bounceback_tui.domain.entry import Entry, HistoryItem, title_of
from bounceback_tui.domain.going import onwards
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outgoing import OutgoingEntry
from bounceback_tui.domain.proof import Proof
from bounceback_tui.domain.tags import clean_tags
from bounceback_tui.domain.text import one_line, tidy
from bounceback_tui.formats.writing import Held, How, Piece, WriteFormat

NOW = Moment.of(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))

# everything that a journal can keep: all but halves of characters
ANY = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)
HOSTILE = st.sampled_from(
    [
        *(
            "=1+1",
            "'=1",
            "''=1",
            "-",
            "@x",
            "\t=",
            "＋1",
            '"',
            '""',
            "a,b",
            "a;b",
            "a\nb",
            "---",
            "---\na: b\n---",
        ),
        *(
            "a: b",
            "- a",
            "# a",
            "[a, b]",
            "{a}",
            "&a *b",
            "!x",
            "'",
            "null",
            "~",
            "yes",
            "1e3",
            "../../x",
            "CON",
        ),
        *(
            "\x00",
            "\x1b[31m",
            "\x7f\x85",
            "\u2028\u2029",
            "\ufeff",
            "\ufffe",
            "🙂",
            "[2026-11-22] a",
            "a *",
            "\\",
        ),
    ]
)
WORDS = ANY | HOSTILE | st.lists(HOSTILE | ANY, max_size=3).map("\n".join)
TEXTS = WORDS.map(tidy)
LINES = WORDS.map(one_line)
KEYS = st.text(string.ascii_uppercase + string.digits, min_size=26, max_size=26)
TAGS = st.lists(ANY, max_size=3).map(clean_tags)
ZONES = st.sampled_from(["Europe/Berlin", "", "UTC", "a: zone"])


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    utc = draw(st.datetimes(datetime(1971, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001 - UTC is put to it
    offset = draw(st.integers(-14 * 60, 14 * 60))
    return Moment(utc.replace(tzinfo=UTC), offset, draw(ZONES) or f"UTC{timedelta(minutes=offset)}")


READINGS = st.builds(
    Reading,
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 9),
    st.lists(
        st.builds(Feeling, WORDS.filter(lambda name: bool(name.strip())), st.integers(0, 100)),
        max_size=3,
        unique_by=lambda one: one.name,
    ).map(tuple),
)


@st.composite
def pages(draw: st.DrawFn) -> OutgoingEntry:
    """An entry that says something."""
    text = draw(TEXTS)
    title = draw(LINES) or title_of(text) or "A title"
    entry = Entry(draw(KEYS), draw(moments()), title, text, draw(TAGS))
    return OutgoingEntry(HistoryItem(entry), draw(READINGS))


@st.composite
def pages_of_events(draw: st.DrawFn) -> OutgoingEntry:
    """The same, of something that happened."""
    page = draw(pages())
    item = HistoryItem(page.item.entry, "A", draw(LINES), draw(LINES), Kind.FINAL, Result.REJECTED)
    return OutgoingEntry(item, page.reading)


CHECKINS = st.builds(CheckIn, KEYS, moments(), READINGS.filter(bool), st.just(Relation.ALONE), st.none())


@st.composite
def applications(draw: st.DrawFn) -> Application:
    key = draw(KEYS)
    events = draw(
        st.lists(
            st.builds(Event, KEYS, st.just(key), st.sampled_from(Kind), moments(), st.booleans(), TEXTS),
            max_size=4,
        )
    )
    return Application(
        key,
        draw(LINES) or "Acme",
        draw(LINES),
        draw(st.none() | st.sampled_from(Source)),
        link=draw(LINES),
        notes=draw(TEXTS),
        events=tuple(events),
    )


def held(
    entries: Sequence[OutgoingEntry] = (),
    checkins: Sequence[CheckIn] = (),
    applications: Sequence[Application] = (),
) -> Held:
    """A journal with this in it."""
    return Held(
        NOW,
        entries=lambda: entries,
        checkins=lambda: checkins,
        applications=lambda: applications,
        dues=lambda: (),
        proof=lambda: Proof(date(2026, 11, 23), None, None, ()),
        everything=dict,
        going=onwards,
    )


def pieces(format: WriteFormat, journal: Held, how: How | None = None) -> list[Piece]:
    """A journal in a format."""
    return list(format.write(journal, how or How()))


def text(format: WriteFormat, journal: Held, how: How | None = None) -> str:
    """The same as one file."""
    return "".join(piece.text for piece in pieces(format, journal, how))
