"""The app: what the screens need of it as a whole, and what holds it together from start to end."""

from bounceback_tui.app.app import BouncebackApp
from bounceback_tui.app.running import run

__all__ = ["BouncebackApp", "run"]
