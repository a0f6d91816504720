"""The other side of what happened: causes outside, what could change, what went right, and where it lies."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.formats.cards import find_group, read_list
from bounceback_tui.resources import asset
from bounceback_tui.screens.cause_sliders import attribution_in, cause_sliders
from bounceback_tui.widgets.line_list import LineList

LISTS = {"outside": Side.OUTSIDE, "could-change": Side.CHANGEABLE, "went-right": Side.WENT_RIGHT}
"""What each list holds, by the name of the field."""

_INVITED = "they invited me …"
_APPLIED = "the courage to apply …"


class OtherSide(Vertical):
    """Three lists and three sliders."""

    def __init__(self) -> None:
        super().__init__(id="other-side")

    def compose(self) -> ComposeResult:
        """The lists, and below them the sliders."""
        groups = read_list(asset("causes.md"))
        yield Static("The other side", classes="part")
        with Horizontal(classes="pair"):
            yield LineList(
                "Causes outside me",
                names=find_group(groups, "outside-me").items,
                placeholder="an internal candidate …",
                id="outside",
            )
            yield LineList(
                "What I could change",
                names=find_group(groups, "could-change").items,
                placeholder="ask about the team …",
                id="could-change",
            )
        yield LineList(
            "What went right",
            names=find_group(groups, "went-right").items,
            placeholder=_INVITED,
            id="went-right",
        )
        yield from cause_sliders()

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What stands in the lists."""
        return tuple(
            Cause(side, line)
            for name, side in LISTS.items()
            for line in self.query_one(f"#{name}", LineList).value
        )

    @property
    def attribution(self) -> Attribution:
        """Where the sliders stand."""
        return attribution_in(self)

    @property
    def said_more(self) -> bool:
        """Whether anything was said here."""
        return bool(self.causes or self.attribution)

    def suggest_what_went_right(self, only_applied: bool) -> None:
        """An invitation is proof that CV and letter worked; after the application alone there was none.

        It is a suggestion in the empty field: nothing is kept that nobody said.
        """
        self.query_one("#went-right", LineList).suggest(_APPLIED if only_applied else _INVITED)
