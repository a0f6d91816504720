"""What the palette offers: every key that works here and now, every page, tool and saved search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.screen import Screen

from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.text import capital
from bounceback_tui.screens.also_called import ALSO
from bounceback_tui.screens.attempt import attempt
from bounceback_tui.screens.journal import SEARCHES, TAGS, TRASH, JournalPage
from bounceback_tui.screens.main import MainScreen
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.registry import AT_THE_END, OF_THE_FILE, PAGES, TOOLS

_LIGHT = 0.3
"""How much a fit counts where there is a better place to find the same words."""

_REPORTS = (
    ("Write a report…", "Your patterns as one file, for somebody you trust", "ask_for_report"),
    ("Write a record of applications…", "Proof of your search, for an employment office", "ask_for_proof"),
)
"""What can be handed to somebody else: title, words, and the function that asks where to."""

_PLAIN = ("Encrypt the journal", "bounceback encrypt", "With a passphrase nobody else can read it.")
_ENCRYPTED = ("Another passphrase", "bounceback passphrase", "What is written stays as it is.")
_ANYWAY = (
    (
        "On several machines",
        "bounceback sync init FOLDER",
        "A stick or a git repository takes it there, sealed.",
    ),
    ("In a browser", "bounceback serve", "The same app in a page, on this machine alone."),
)
"""What is done outside the app: title, command, and what comes of it."""

_OF_ALL_WINDOWS = ("turn('take_back')", "turn('do_again')")
"""Comes after what is a window's own, as at its foot."""


class Offered(Frozen):
    """One thing to do."""

    title: str
    """May hold words of the journal."""
    words: str
    """What it does, in our own words."""
    run: Callable[[], object]
    """Does it."""
    weight: float = 1.0
    """How much a fit counts, against those of others."""
    action: str = ""
    """What a key calls it; empty for what has none."""
    key: str = ""
    """That key, as it is shown; empty for none."""

    @property
    def told(self) -> str:
        """What it does, and by which key it is done without this list."""
        return f"{self.words} ({self.key})" if self.key else self.words

    @property
    def also(self) -> str:
        """Words by which people look for it, besides its title."""
        return ALSO.get(self.action or self.title, "")


def offers(main: MainScreen, screen: Screen[object]) -> Iterator[Offered]:
    """What can be done on a screen, the most useful first; `main` is the one with the pages."""
    yield from sorted(_keys(main, screen), key=lambda one: one.action in _OF_ALL_WINDOWS)
    if screen is main:
        for page in PAGES:
            yield Offered(page.name, f"Go to {page.name}", partial(main.turn_to, page.name))
        for tool in (*TOOLS, *AT_THE_END, *OF_THE_FILE):
            wanted = partial(main.post_message, Page.ToolWanted(main, tool.name))
            yield Offered(tool.title, tool.words, wanted)
        yield from _of_the_journal(main)
        yield Offered("Import…", "Bring in what another program wrote, or a journal", partial(_import, main))
        yield Offered(
            "Export…",
            "Write the whole journal into a file, as JSON, Markdown or tables",
            partial(_export, main),
        )
        about = "Version, licence, where the journal is, and the evidence behind all of it"
        yield Offered("About bounceback", about, partial(_about, main))
        for title, words, name in _REPORTS:
            yield Offered(title, words, partial(_report, main, name))
        if not getattr(main.app, "demo", False):  # which is gone once somebody leaves
            yield from _outside(main)
    # in a form and a window, too: whoever needs it may be writing just then
    about = "Who listens, and who helps at once in acute danger"
    yield Offered("Somebody to talk to", about, partial(_somebody, main))


def _keys(main: MainScreen, screen: Screen[object]) -> Iterator[Offered]:
    """What has a key there, each once."""
    undo = main.workspace.undo
    labels = {
        "app.take_back": attempt(screen, lambda: undo.next_back),
        "app.do_again": attempt(screen, lambda: undo.next_again),
    }
    told = {"command_palette"}
    for node, binding, enabled, tooltip in screen.active_bindings.values():
        words = tooltip or binding.tooltip
        if enabled and binding.description and words and binding.action not in told:
            told.add(binding.action)
            title = capital(binding.description)
            label = labels.get(binding.action)
            key = main.app.get_key_display(binding)
            run = partial(main.app.run_action, binding.action, node)
            # what was done is told in words that something else may be looked for by
            weight = _LIGHT if label else 1.0
            yield Offered(f"{title}: {label}" if label else title, words, run, weight, binding.action, key)


def _report(main: MainScreen, name: str) -> None:
    from bounceback_tui.screens import report_form  # noqa: PLC0415 - the palette itself needs none of it

    getattr(report_form, name)(main)


def _about(main: MainScreen) -> None:
    from bounceback_tui.screens.help import Help  # noqa: PLC0415 - as above

    main.app.push_screen(Help(main, main.workspace, "about"))


def _somebody(main: MainScreen) -> None:
    from bounceback_tui.screens.somebody import Somebody  # noqa: PLC0415 - as above

    if not isinstance(main.app.screen, Somebody):
        main.app.push_screen(Somebody(main.workspace))


def _import(main: MainScreen) -> None:
    from bounceback_tui.screens.import_form import ask_for_import  # noqa: PLC0415 - as above

    ask_for_import(main)


def _export(main: MainScreen) -> None:
    from bounceback_tui.screens.export_form import ask_for_export  # noqa: PLC0415 - as above

    ask_for_export(main)


def _outside(main: MainScreen) -> Iterator[Offered]:
    """What is done in a shell, with the command: whoever looks for it here is told, and is not led about."""
    encrypted = main.workspace.database.key is not None
    for title, command, why in (_ENCRYPTED if encrypted else _PLAIN, *_ANYWAY):
        words = f"In a shell, once you have left: {command}"
        yield Offered(title, words, partial(_tell, main, command, why))


def _tell(main: MainScreen, command: str, why: str) -> None:
    from shlex import quote  # noqa: PLC0415 - only once it is asked for

    from bounceback_tui.extras import called  # noqa: PLC0415 - the same
    from bounceback_tui.paths import journal_path  # noqa: PLC0415 - the same

    mine = main.workspace.path
    which = "" if mine == journal_path() else f" --db {quote(str(mine))}"
    typed = command.replace("bounceback", called() + which, 1)
    main.notify(f"{why} Leave the app, and type in the shell: {typed}", markup=False, timeout=12)


def _of_the_journal(main: MainScreen) -> Iterator[Offered]:
    """Saved searches, and what has a key on the Journal alone."""
    for saved in attempt(main, main.workspace.searches.every) or ():
        there = partial(main.turn_to, "Journal", f"/{saved.query}")
        yield Offered(f"Search: {saved.name}", "A search that you saved", there)
    trash = partial(main.turn_to, "Journal", TRASH)
    yield Offered("Trash", "All that was deleted, to bring back or to delete for good", trash)
    on_journal = isinstance(main.page, JournalPage)
    if not on_journal:
        yield Offered("Tags", "All tags: rename, merge, colour", partial(main.turn_to, "Journal", TAGS))
    if not on_journal or not main.page.check_action("searches", ()):
        yield Offered(
            "Saved searches", "All saved searches, to forget one", partial(main.turn_to, "Journal", SEARCHES)
        )
