"""Every page there is, in the order of their keys."""

from __future__ import annotations

from bounceback_tui.screens.page import Page
from bounceback_tui.screens.today import TodayPage

PAGES: tuple[type[Page], ...] = (TodayPage,)
"""To add a page: a file of its own beside this one, and a line here."""
