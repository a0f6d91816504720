"""Writing a report from within the app: where to is asked, and its ending says what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bounceback_tui.domain.going import Going
from bounceback_tui.domain.query import Query, describe, things_of
from bounceback_tui.domain.text import one_line
from bounceback_tui.files import write_privately
from bounceback_tui.formats.proof_text import proof_csv, proof_report
from bounceback_tui.formats.report import ENDINGS, Report
from bounceback_tui.formats.report_html import report_html
from bounceback_tui.formats.report_markdown import report_markdown
from bounceback_tui.screens.ask_line import AskLine, Remark
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.file_line import remark_on, written
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.patterns import PatternsPage
from bounceback_tui.screens.working import Working

_WORDS = {"html": "a page for a browser", "markdown": "Markdown", "csv": "a table"}
"""What a file becomes."""

_FAILED = "The report could not be made, and no file was written. Your journal is as it was."


def ask_for_report(main: MainScreen) -> None:
    """The patterns as one file, of what the Patterns page looks at where that is shown."""
    query = main.page.query_asked if isinstance(main.page, PatternsPage) else Query()
    today = main.workspace.clock.now().local_date
    looks = f" It looks at {describe(query, today, things_of(query))}." * bool(query)
    about = (
        f"Your patterns as one page, for somebody you trust.{looks} It names companies, and holds causes and "
        "themes as you wrote them; none of your texts is in it. A name that ends in .md makes it Markdown."
    )

    def save(name: str | None) -> None:
        report = attempt(main, lambda: main.workspace.reports.beside(query)) if name else None
        if name and report:
            _write_soon(main, name, lambda going: _page(name, report(going)))

    _ask(main, "Write a report", about, f"patterns-{today}.html", save)


def ask_for_proof(main: MainScreen) -> None:
    """All applications with their dates as one file."""
    today = main.workspace.clock.now().local_date
    about = (
        "Your applications with their dates, for an employment office, and nothing else of your journal. "
        "A name that ends in .md makes it Markdown, .csv a table."
    )

    def save(name: str | None) -> None:
        proof = attempt(main, main.workspace.reports.proof) if name else None
        if name and proof:
            table = _kind(name) == "csv"
            _write(main, name, proof_csv(proof) if table else _page(name, proof_report(proof)))

    _ask(main, "Write a record of applications", about, f"applications-{today}.html", save, tables=True)


def _ask(
    main: MainScreen,
    title: str,
    about: str,
    file: str,
    save: Callable[[str | None], None],
    *,
    tables: bool = False,
) -> None:
    """`tables` says whether it may become one."""

    def remark(name: str) -> Remark:
        said, kind = remark_on(name, main.workspace.path), _kind(name)
        if said.fits and kind == "csv" and not tables:
            return Remark("this is no table; end the name in .html or .md", fits=False)
        return replace(said, words=f"{said.words} ({_WORDS[kind]})") if said.fits else said

    main.app.push_screen(AskLine(title, about, remark, str(Path("~") / file), label="File"), save)


def _kind(name: str) -> str:
    return ENDINGS.get(Path(name.strip()).suffix.casefold(), "html")


def _page(name: str, report: Report) -> str:
    return report_markdown(report) if _kind(name) == "markdown" else report_html(report)


def _write_soon(main: MainScreen, name: str, make: Callable[[Going], str]) -> None:
    """Work it out beside the page, which may take a while in a long journal, then write it."""

    def write(text: str | None) -> None:
        if text is not None:
            _write(main, name, text)

    main.app.push_screen(Working("Writing the report", make, _FAILED), write)


def _write(main: MainScreen, name: str, text: str) -> None:
    path = written(main, name, lambda path: write_privately(path, text))
    if path:
        words = f"Saved as {one_line(str(path))}. Look through it before you hand it on."
        main.notify(words, markup=False, timeout=6)
