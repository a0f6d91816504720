"""Asks for an application: where, as what, through whom, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from bounceback_tui.clock import Clock
from bounceback_tui.domain.application import Source
from bounceback_tui.domain.calendar_terms import DateOrder
from bounceback_tui.domain.moment import Moment
from bounceback_tui.screens.asking import Asking
from bounceback_tui.widgets.choice import Choice
from bounceback_tui.widgets.fields import Line
from bounceback_tui.widgets.when_field import WhenField


@dataclass(frozen=True)
class NewApplication:
    """A job that somebody applied for."""

    company: str
    """Never empty."""
    role: str
    source: Source | None
    when: Moment | None
    """When they applied; None for now."""


class AddApplication(Asking[NewApplication]):
    """One form, of which the company is enough."""

    def __init__(
        self,
        clock: Clock,
        companies: Iterable[str],
        roles: Iterable[str],
        kept: dict[str, Any] | None = None,
        order: DateOrder = DateOrder.ASK,
    ) -> None:
        """`companies` and `roles` complete what is typed; `order` is what 3/4 means."""
        super().__init__("A job you applied for", kept)
        self._clock = clock
        self._order = order
        self._companies = tuple(companies)
        self._roles = tuple(roles)

    def fields(self) -> ComposeResult:
        """Company, role, source, when."""
        with Horizontal(classes="field"):
            yield Static("Company", classes="label")
            yield Line(id="company", names=self._companies, placeholder="where is it?")
        with Horizontal(classes="field"):
            yield Static("Role", classes="label")
            yield Line(id="role", names=self._roles, placeholder="what is it for?")
        yield Choice("Source", tuple(Source), id="source")
        yield WhenField(self._clock, self._order)

    def on_mount(self) -> None:
        """The company comes first."""
        self.query_one("#company").focus()

    def value(self) -> NewApplication:
        """The application. Raises ValueError without a company, and for a date that is none."""
        company, role = (self.query_one(f"#{name}", Line).value.strip() for name in ("company", "role"))
        if not company:
            self.query_one("#company").focus()
            raise ValueError("The company is missing; one word is enough.")
        source = self.query_one("#source", Choice).value
        return NewApplication(company, role, Source(source) if source else None, self.when())
