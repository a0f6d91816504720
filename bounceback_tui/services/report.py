"""Reports for somebody else's eyes: the patterns for a coach, and proof of a search for an office."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bounceback_tui.clock import Clock
from bounceback_tui.domain.calendar_terms import short_date
from bounceback_tui.domain.entry import HistoryItem, own_title
from bounceback_tui.domain.going import Going, each, onwards, part_of
from bounceback_tui.domain.past import Past
from bounceback_tui.domain.proof import Proof, proof_of
from bounceback_tui.domain.query_telling import describe, things_of
from bounceback_tui.domain.query_values import Query
from bounceback_tui.domain.table import Table
from bounceback_tui.formats.report import Chapter, Part, Passage, Report
from bounceback_tui.services.nameless import Nameless
from bounceback_tui.services.patterns import EVERYTHING, Patterns, pasts_of
from bounceback_tui.services.report_pictures import picture_of
from bounceback_tui.statistics.questions import in_order
from bounceback_tui.statistics.statistic import Result, Statistic
from bounceback_tui.storage import application_names, applications, entries
from bounceback_tui.storage.database import Database

ROWS = 100
"""Most rows of a table: a report is for reading, and the journal has them all."""

_HOW_TO_READ = (
    "“You” is the person who keeps the journal. Every answer says how many cases it rests on; where there "
    "are too few it says so and gives no figure. “Likely between” is a 95 % interval. Nothing here is called "
    "a cause: these are things that went together or came one after the other."
)


@dataclass(frozen=True)
class Gathered:
    """All that a report rests on; making it reads nothing, so a thread may do it."""

    today: date
    about: tuple[str, ...]
    answers: tuple[tuple[Statistic, Past | Result], ...]
    """Each statistic with what it looks at, or with its result where that was known."""
    texts: tuple[HistoryItem, ...]
    """Entries that go along, oldest first."""
    chooses: bool = False
    """Whether it looks at a part of the journal by more than days."""

    def results(self, going: Going = onwards) -> list[tuple[Statistic, Result]]:
        """Every statistic with its result, in the order of the registry. Raises Stopped."""
        return [
            (statistic, statistic.compute(given) if isinstance(given, Past) else given)
            for statistic, given in each(self.answers, going)
        ]

    def report(self, going: Going = onwards) -> Report:
        """The report, by question. Raises Stopped."""
        found = {statistic.name: (statistic, result) for statistic, result in self.results(going)}
        chapters = tuple(
            Chapter(question, tuple(_part(*found[name], title, self.chooses) for name, title in answers))
            for question, answers in in_order(found)
        )
        return Report("My patterns", self.about, chapters, tuple(map(_passage, self.texts)))


class Reports:
    """Reads what reports rest on."""

    def __init__(self, database: Database, clock: Clock, patterns: Patterns) -> None:
        self._database = database
        self._clock = clock
        self._patterns = patterns

    def gather(
        self,
        query: Query = EVERYTHING,
        *,
        with_text: bool = False,
        without_names: bool = False,
        going: Going = onwards,
    ) -> Gathered:
        """What a report on the patterns rests on, of what fits a query. Raises StorageError and Stopped.

        `with_text` takes the entries along; `without_names` puts "company 1" for the name of a company
        in all figures, tables and words, and is not for entries: raises ValueError for both at once.
        """
        if with_text and without_names:
            raise ValueError("entries are taken along as they were written, names and all")
        today = self._clock.now().local_date
        hide = Nameless(application_names.companies_ever(self._database)) if without_names else None
        answers = tuple(
            self._given(self._patterns.statistic(name), query, hide)
            for name in each(self._patterns.names, going)
        )
        texts = self._texts(query) if with_text else ()
        about = _about(today, query, texts if with_text else None, hide)
        return Gathered(today, about, answers, texts, query.beyond_days)

    def beside(self, query: Query = EVERYTHING) -> Callable[[Going], Report]:
        """The same as a report, to be read and made by another thread. Raises StorageError.

        What comes back is given how to go on, and raises StorageError and Stopped.
        """
        asked = [self._patterns.ask(name, query) for name in self._patterns.names]
        today = self._clock.now().local_date
        about = _about(today, query, None, None)

        def report(going: Going) -> Report:
            pasts = pasts_of(asked, part_of(going, 0.0, 0.5))
            answers = tuple((one.statistic, past) for one, past in zip(asked, pasts, strict=True))
            return Gathered(today, about, answers, (), query.beyond_days).report(part_of(going, 0.5, 1.0))

        return report

    def proof(self, since: date | None = None, until: date | None = None) -> Proof:
        """The applications of a period for an employment office. Raises StorageError."""
        now = self._clock.now()
        every = applications.matching(self._database, Query(), now)
        return proof_of(every, since, until, now.local_date)

    def _given(
        self, statistic: Statistic, query: Query, hide: Nameless | None
    ) -> tuple[Statistic, Past | Result]:
        if hide is None and (known := self._patterns.known(statistic.name, query)):
            return statistic, known
        past = self._patterns.past(*statistic.parts, query=query)
        return statistic, hide.past(past) if hide else past

    def _texts(self, query: Query) -> tuple[HistoryItem, ...]:
        with self._database.read():  # else one could be deleted for good in another window meanwhile
            places = entries.positions(self._database, query)
            found = entries.items(self._database, places)
        return tuple(found[place] for place in reversed(places) if found[place].entry.text.strip())


def _about(
    today: date, query: Query, texts: Sequence[HistoryItem] | None, hide: Nameless | None
) -> tuple[str, ...]:
    return (
        f"Written on {short_date(today)} from a private journal. {_looking_at(today, query, hide)}",
        _holds(texts, hide),
        _HOW_TO_READ,
    )


def _looking_at(today: date, query: Query, hide: Nameless | None) -> str:
    if not query:
        return "It looks at the whole journal."
    period = Query(since=query.since, until=query.until)
    if hide and query.beyond_days:  # a filter may name a company in a way that nobody could know
        said = f", of {describe(period, today, 'everything')}" if period else ""
        return f"It looks at a part of the journal{said}; by which filter is not told."
    return f"It looks at {describe(query, today, things_of(query))}."


def _holds(texts: Sequence[HistoryItem] | None, hide: Nameless | None) -> str:
    if hide:
        return (
            "Names of companies were replaced by “company 1” and so on. Otherwise causes, themes and steps "
            "stand as they were written, so read once whether they tell more than you want. No journal text "
            "is in it."
        )
    if texts is None:
        return (
            "It names companies, and causes, themes and steps as they were written. No journal text is in it."
        )
    return "It names companies, and the journal's own texts stand at the end, word for word."


def _part(statistic: Statistic, result: Result, title: str, chooses: bool) -> Part:
    values = result.as_json()
    return Part(
        title,
        result.sentence,
        picture_of(values, title),
        _shortened(result.table()),
        f"Cases: n = {result.n}. {statistic.filtered * chooses}".rstrip(),
        statistic.how,
    )


def _shortened(table: Table) -> Table:
    """The first rows of a long table, which says so below it."""
    if len(table.rows) <= ROWS:
        return table
    said = f"The first {ROWS} of {len(table.rows):,} rows."
    return replace(table, rows=table.rows[:ROWS], foot=f"{said} {table.foot}".strip())


def _passage(item: HistoryItem) -> Passage:
    day = short_date(item.entry.written_at.local_date)
    title = own_title(item.entry.title, item.entry.text)
    where = " · ".join(filter(None, (item.company, item.role)))
    return Passage(" · ".join(dict.fromkeys(filter(None, (day, title, where)))), item.entry.text)
