"""What the palette offers of the Journal from any page: its tags, and searches with a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.commands import Offered
from bounceback_tui.screens.journal import SEARCHES, TAGS, TRASH, JournalPage
from bounceback_tui.screens.main import MainScreen

_WORDS = "A search that you saved"


def journal_offers(main: MainScreen) -> Iterator[Offered]:
    """Saved searches, and what has a key on the Journal alone."""
    for saved in attempt(main, main.workspace.searches.every) or ():
        yield Offered(f"Search: {saved.name}", _WORDS, partial(main.turn_to, "Journal", f"/{saved.query}"))
    trash = partial(main.turn_to, "Journal", TRASH)
    yield Offered("Trash", "All that was deleted, to bring back or to delete for good", trash)
    on_journal = isinstance(main.page, JournalPage)
    if not on_journal:
        yield Offered("Tags", "All tags: rename, merge, colour", partial(main.turn_to, "Journal", TAGS))
    if not on_journal or not main.page.check_action("searches", ()):
        yield Offered(
            "Saved searches", "All saved searches, to forget one", partial(main.turn_to, "Journal", SEARCHES)
        )
