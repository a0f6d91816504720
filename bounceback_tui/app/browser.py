"""The app in a browser: pictures and keys go through pipes to `bounceback serve`, which has the page."""

from __future__ import annotations

import os

from textual.drivers.web_driver import WebDriver

from bounceback_tui.app.leaving import Leaving

_READER_ENDS = 1.0
"""Seconds that the reading of keys gets to end; it looks ten times a second whether it should."""


class BrowserDriver(WebDriver):
    """Textual's own driver for browsers, which would lose drafts, and a key or two at the door."""

    def stop_application_mode(self) -> None:
        """End; whoever read the keys has ended, too, so that none of the next app's keys goes there."""
        super().stop_application_mode()
        self._key_thread.join(_READER_ENDS)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """What the server says. A page that was closed leaves as a terminal that goes away does."""
        app = self._app
        if packet_type == "quit" and isinstance(app, Leaving):
            self._loop.call_soon_threadsafe(app.leave_at_once)
            return
        if packet_type == "resize":  # the app that follows a locked one begins with what stands there
            os.environ["COLUMNS"], os.environ["ROWS"] = str(payload["width"]), str(payload["height"])
        super().on_meta(packet_type, payload)
