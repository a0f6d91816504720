"""What tests need beside Python: without it they are left out, and that is said at the end of every run."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

MISSING = "is not on this machine"
"""How the reason ends for which a test is left out."""


class Needs:
    """A plugin: `@pytest.mark.needs("git")`."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what needs a program that is not there."""
        for item in items:
            for marker in item.iter_markers("needs"):
                if not shutil.which(marker.args[0]):
                    item.add_marker(pytest.mark.skip(reason=f"{marker.args[0]} {MISSING}"))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what was not tested, and what would bring it."""
        reasons = [str(one.longrepr[2]) for one in terminalreporter.stats.get("skipped", ())]
        names = Counter(
            reason.removeprefix("Skipped: ").split()[0] for reason in reasons if reason.endswith(MISSING)
        )
        if names:
            told = ", ".join(f"{name} ({times} tests)" for name, times in sorted(names.items()))
            terminalreporter.write_line(
                f"Left out, since the program is not on this machine: {told}. Installed, it is tested."
            )
