"""Who follows where the name of an application is changed in one entry: all the others, or none."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bounceback_tui.domain.application import Beside
from bounceback_tui.domain.text import capital, cut, folded, number
from bounceback_tui.widgets.choice import Choice

ALL, ALONE = "all of them", "only this one"


class Names(NamedTuple):
    """What tells an application from others, as it stands in the form."""

    company: str
    role: str
    source: str | None


class Follows(Vertical):
    """Asks whether a new name is one for all that belongs to the application, or for this entry alone.

    It shows only once a name differs and something else is concerned. Where something that stood there is
    replaced, nothing is chosen beforehand: either could be meant, and what the others say is not this
    form's to guess. Where an empty field was filled in, or the same is only written otherwise, "all" is.
    """

    DEFAULT_CSS = """
    Follows { height: auto; display: none; }
    Follows.-asks { display: block; }
    Follows > Static { padding: 0 2; }
    """

    def __init__(self, beside: Beside) -> None:
        """`beside` is what else belongs to the application: something."""
        super().__init__(id="follow-part")
        self._beside = beside
        self._was = Names("", "", None)
        self._fuller = False

    def compose(self) -> ComposeResult:
        """One sentence, and the two ways."""
        yield Static(id="follow-words", markup=False)
        yield Choice("Change", (ALL, ALONE), id="follow")

    def begin(self, names: Names) -> None:
        """Take down what stood there first."""
        self._was = names

    def look(self, names: Names) -> None:
        """Show or hide the question, as the names that stand there now call for it."""
        choice = self.query_one(Choice)
        asks = names != self._was
        fuller = asks and _fuller(self._was, names)
        if not asks or (self._fuller and not fuller and choice.value == ALL):
            choice.value = None
        if fuller and choice.value is None:
            choice.value = ALL
        self._fuller = fuller
        self.set_class(asks, "-asks")
        self.say()

    def say(self) -> None:
        """Tell who is concerned, and what becomes of them."""
        how = {
            ALL: "; what you change here is changed for all of them.",
            ALONE: "; they stay as they are, and this one leaves them.",
            None: ". Change all, or only this one?",
        }[self.query_one(Choice).value]
        self.query_one("#follow-words", Static).update(self._others + how)

    @property
    def alone(self) -> bool:
        """Whether this entry leaves the others. Raises ValueError, with the focus there, until it is said."""
        choice = self.query_one(Choice)
        if self.has_class("-asks") and choice.value is None:
            choice.focus()
            raise ValueError("Others are concerned: a changes all of them, o only this one; then ctrl+s.")
        return self.has_class("-asks") and choice.value == ALONE

    @property
    def _others(self) -> str:
        """ "Two other entries are about Acme, too"."""
        entries, dates = self._beside.entries, self._beside.dates
        told = []
        if entries:
            told.append(f"{number(entries)} other {'entry' if entries == 1 else 'entries'}")
        if dates:
            told.append(f"{number(dates)} other {'date' if dates == 1 else 'dates'} in its log")
        who = " and ".join(told)
        is_one = entries + dates == 1
        name = cut(self._was.company, 30) or "this application"
        return f"{capital(who)} {'is' if is_one else 'are'} about {name}, too"


def _fuller(was: Names, now: Names) -> bool:
    """Whether all that stood there still does, at most in other letters."""
    return all(not old or folded(old) == folded(new or "") for old, new in zip(was, now, strict=True))
