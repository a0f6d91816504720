"""Reports out of a journal: all that Patterns says, in its order, and no word that was not asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from demo_journals import MONDAY, demo_journal, every_entry
from journals import HandSetClock, moment, open_journal

from bounceback_tui.domain.checkin import Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query, parse
from bounceback_tui.formats.proof_text import proof_report
from bounceback_tui.formats.report import Report
from bounceback_tui.formats.report_html import report_html
from bounceback_tui.formats.report_markdown import report_markdown
from bounceback_tui.screens.pattern_tabs import TABS
from bounceback_tui.services.nameless import Nameless
from bounceback_tui.services.report import ROWS
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.questions import QUESTIONS
from bounceback_tui.statistics.registry import every
from bounceback_tui.storage import entries
from bounceback_tui.storage.database import Database


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The made-up journal, which no test here changes."""
    with demo_journal(tmp_path_factory.mktemp("demo"), MONDAY) as workspace:
        yield workspace


def asked(workspace: Workspace, query: str, **options: bool) -> Report:
    found = parse(query, workspace.clock.now().local_date)
    assert not found.problems
    return workspace.reports.gather(found, **options).report()


def test_it_says_what_patterns_says_under_the_same_questions(demo: Workspace) -> None:
    report = demo.reports.gather().report()
    parts = {part.title: part for chapter in report.chapters for part in chapter.parts}
    titles = {name: title for question in QUESTIONS for name, title in question.answers}
    assert len(parts) == len(every())
    for statistic in every():
        result, part = demo.patterns.result(statistic.name), parts[titles[statistic.name]]
        assert part.sentence == result.sentence
        assert part.table == result.table()
        assert part.how == statistic.how
        assert part.cases == f"Cases: n = {result.n}."
        assert bool(part.picture) or not result.enough


def test_the_questions_are_those_of_the_page() -> None:
    under = {name: question.words for question in QUESTIONS for name, _ in question.answers}
    order = [question.words for question in QUESTIONS]
    assert [tab.question for tab in TABS] == [words for words in order if words in {t.question for t in TABS}]
    for tab in TABS:
        for answer in tab.answers:
            assert under[answer.statistic] == tab.question
    assert {one.name for one in every()} <= set(under)


def test_too_few_are_told_without_a_picture(workspace: Workspace) -> None:
    report = workspace.reports.gather().report()
    parts = [part for chapter in report.chapters for part in chapter.parts]
    assert all(part.sentence.startswith(("Too few to say", "Nothing to say yet")) for part in parts)
    says = ("still missing", "would need", "can be said once")
    assert all(any(words in part.sentence for words in says) for part in parts)
    assert [part.picture for part in parts] == [""] * len(parts)


def test_no_text_is_in_it_unless_asked_for(demo: Workspace) -> None:
    first = [entry.entry.text for entry in every_entry(demo) if entry.entry.text]
    plain = report_html(demo.reports.gather().report()) + report_markdown(demo.reports.gather().report())
    told = demo.reports.gather(with_text=True).report()
    assert [passage.text for passage in told.passages] == first[::-1]  # oldest first
    lines = {line for text in first for line in text.splitlines() if len(line) > 30}
    assert len(lines) > 50
    assert not [line for line in lines if line in plain]
    assert "No journal text is in it." in plain
    assert "word for word" in told.about[1]


def test_a_filter_holds_for_figures_and_texts_and_is_told(demo: Workspace) -> None:
    report = asked(demo, "source:referral since:2026-03", with_text=True)
    assert report.about[0].endswith("It looks at everything through a referral since March.")
    whole = demo.reports.gather(with_text=True).report()
    assert 0 < len(report.passages) < len(whole.passages)
    assert report.chapters[0].parts[0].cases != whole.chapters[0].parts[0].cases


def test_what_a_filter_does_to_the_mood_line_is_told_where_it_asks_for_more(demo: Workspace) -> None:
    said = "The filter chooses which rejections are marked; the days are all days."
    for query, told in (("source:referral", True), ("since:2026-03", False), ("", False)):
        parts = [part for chapter in asked(demo, query).chapters for part in chapter.parts]
        assert [part.title for part in parts if said in part.cases] == ["Mood"] * told


def test_without_names_no_company_is_named(demo: Workspace) -> None:
    names = [name for name in demo.applications.companies() if name]
    shown = report_html(demo.reports.gather().report())
    hidden = report_html(demo.reports.gather(without_names=True).report())
    assert [name for name in names if name in shown]
    assert [name for name in names if name in hidden] == []
    assert "company 1" in hidden
    assert "Names of companies were replaced" in hidden


def test_without_names_a_filter_by_company_is_not_told(demo: Workspace) -> None:
    report = asked(demo, "company:lantern* since:2026-01 lanternfold", without_names=True)
    text = report_html(report) + report_markdown(report)
    assert "antern" not in text
    assert "everything since January; by which filter is not told" in report.about[0]


@pytest.mark.parametrize("name", ["Acme", "Straße  GmbH", "C++ & Co. (UK)", "Oz"])
def test_without_names_a_company_in_a_cause_goes_too(workspace: Workspace, name: str) -> None:
    cause = f"somebody from {name.upper()} itself, gone again"
    workspace.journal.log(Outcome(name, causes=(Cause(Side.OUTSIDE, cause),)))
    gathered = workspace.reports.gather(without_names=True)
    for _, given in gathered.answers:
        assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", repr(given), re.IGNORECASE)
    past = Nameless(workspace.applications.companies()).past(workspace.patterns.past("reasons"))
    assert past.reasons[0].outside == ("somebody from company 1 itself, gone again",)


def test_names_and_texts_do_not_go_together(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="names and all"):
        workspace.reports.gather(with_text=True, without_names=True)


def test_a_report_is_of_the_moment(tmp_path: Path) -> None:
    clock = HandSetClock()
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        before = workspace.reports.gather().report()
        for _ in range(3):
            workspace.journal.check_in(Reading(6))
            clock.forward(days=1)
        after = workspace.reports.gather().report()
    assert "Too few" in before.chapters[0].parts[0].sentence
    assert after.chapters[0].parts[0].cases == "Cases: n = 3."
    assert "26 Nov 2026" in after.about[0]


def test_a_long_table_says_what_it_leaves_out(workspace: Workspace) -> None:
    with workspace.database.write():
        for number in range(ROWS + 34):
            workspace.journal.log(Outcome(f"Firm {number}"))
    report = workspace.reports.gather().report()
    table = next(part.table for part in report.chapters[1].parts if part.title == "The way back")
    assert len(table.rows) == ROWS
    assert table.foot.startswith(f"The first {ROWS} of {ROWS + 34} rows. No baseline:")
    # an office gets all of them
    proof = proof_report(workspace.reports.proof())
    assert len(proof.chapters[0].parts[0].table.rows) == ROWS + 34
    assert report_markdown(proof).count("Firm ") == ROWS + 34


def test_proof_leaves_out_what_is_in_the_trash(workspace: Workspace) -> None:
    kept = workspace.applications.add("Kept", when=moment("2026-11-01T12:00+01:00"))
    workspace.applications.add("Other", when=moment("2026-11-02T12:00+01:00"))
    workspace.undo.take_back()
    proof = workspace.reports.proof()
    assert [one.company for one in proof.applications] == [kept.company]


def test_without_names_hides_other_forms_deleted_ones_and_ids_of_steps(workspace: Workspace) -> None:
    cause = f"as at {normalize('NFD', 'Café Zürich')}, and as at Zyxcorp"
    workspace.journal.log(Outcome("Café Zürich", causes=(Cause(Side.OUTSIDE, cause),)))
    workspace.applications.add("Zyxcorp")
    assert workspace.undo.take_back()
    gathered = workspace.reports.gather(without_names=True)
    told = report_html(gathered.report()) + repr([result.as_json() for _, result in gathered.results()])
    assert "Zürich" not in normalize("NFC", told)
    assert "Zyxcorp" not in told
    assert "happens-to-all" not in told
    assert "company 1" in told


def test_an_entry_deleted_for_good_in_another_window_is_no_fault(
    workspace: Workspace, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = workspace.journal.note("Panel at Acme")
    workspace.journal.note("A walk")
    where = entries.positions

    def then_it_goes(database: Database, query: Query) -> list[int]:
        found = where(database, query)
        with open_journal(workspace.path, clock) as other:
            other.journal.delete(gone)
            other.journal.destroy(gone)
        return found

    monkeypatch.setattr(entries, "positions", then_it_goes)
    told = workspace.reports.gather(with_text=True).report()
    assert [one.text for one in told.passages] == ["Panel at Acme", "A walk"]  # as it was at the beginning
