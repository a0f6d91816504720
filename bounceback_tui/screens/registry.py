"""Every page there is, in the order of their keys."""

from __future__ import annotations

from bounceback_tui.screens.applications import ApplicationsPage
from bounceback_tui.screens.journal import JournalPage
from bounceback_tui.screens.page import Page
from bounceback_tui.screens.patterns import PatternsPage
from bounceback_tui.screens.recover import RecoverPage
from bounceback_tui.screens.today import TodayPage

PAGES: tuple[type[Page], ...] = (TodayPage, JournalPage, RecoverPage, ApplicationsPage, PatternsPage)
"""To add a page: a file of its own beside this one, and a line here."""
