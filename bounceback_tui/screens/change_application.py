"""All that an application says of itself, to fill in or to change; its log is changed elsewhere."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from bounceback_tui.domain.application import Application, Source
from bounceback_tui.domain.text import one_line, tidy, with_line_feeds
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.dialog import Dialog
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.widgets.application_list import name_of
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.field_label import labelled
from bounceback_tui.widgets.fields import Line, Writing
from bounceback_tui.widgets.quality_line import QualityLine
from bounceback_tui.widgets.when_field import DayField

_KINDS = {True: "specialised", False: "not specialised"}


class ChangeApplication(Dialog):
    """Every part may be left empty."""

    FORM = "application"
    AUTO_FOCUS = "#company"
    DONE = "Changed. u takes it back."

    def __init__(self, workspace: Workspace, target: str) -> None:
        """`target` is the application. Raises CannotDo where it is gone."""
        super().__init__(workspace, target)
        self._before = workspace.applications.find(self.target)

    @property
    def title_words(self) -> str:
        """Which one it is."""
        return name_of(self._before)

    def fields(self) -> ComposeResult:
        """What it is, what it was sent with, how it was chosen, notes, and what is next."""
        one, applied = self._before, self.workspace.applications
        companies, roles = (attempt(self, known) or [] for known in (applied.companies, applied.roles))
        yield from labelled("Company", Line(one.company, id="company", names=companies))
        yield from labelled("Role", Line(one.role, id="role", names=roles, placeholder="what is it for?"))
        yield Choice("Source", tuple(Source), one.source, id="source")
        kind = None if one.specialised is None else _KINDS[one.specialised]
        yield Choice("Kind", tuple(_KINDS.values()), kind, id="kind")
        yield from labelled("Link", Line(one.link, id="link", placeholder="the posting"))
        hint = "CV or letter: path or link, not copied"
        yield from labelled("Sent", Line(one.document, id="document", placeholder=hint))
        yield QualityLine(one.quality, id="quality")
        with Horizontal(id="notes-field"):
            yield Static("Notes", classes="label")
            yield Writing(with_line_feeds(one.notes), id="notes")
        yield DayField(self.workspace.clock, self.workspace.settings.date_order, one.next_on)
        yield from labelled("What", Line(one.next_words, id="next-words", placeholder="call Ms Ito …"))

    def on_mount(self) -> None:
        """The company comes first."""
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def value(self) -> Application:
        """The application as it is now. Raises ValueError for a date that is none."""
        one = self._before
        source, kind = (self.query_one(f"#{name}", Choice).value for name in ("source", "kind"))
        notes = self.query_one("#notes", Writing).text
        if one.company.strip():
            self.needed("company", "The company is missing; one word is enough.")
        return replace(
            one,
            company=self._line("company", one.company),
            role=self._line("role", one.role),
            source=Source(source) if source else None,
            specialised=next((said for said, words in _KINDS.items() if words == kind), None),
            link=self._line("link", one.link),
            document=self._line("document", one.document),
            quality=self.query_one(QualityLine).quality,
            notes=one.notes if notes == with_line_feeds(one.notes) else tidy(notes),
            next_on=self.day(),
            next_words=self._line("next-words", one.next_words),
        )

    def _line(self, name: str, before: str) -> str:
        """What stands in a line; as it was `before` where nobody touched it."""
        said = self.query_one(f"#{name}", Line).value
        return before if said == one_line(before) else said.strip()
