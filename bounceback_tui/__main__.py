"""`python -m bounceback_tui`, and what the installed command `bounceback` starts."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from bounceback_tui.cli.main import bounceback  # noqa: PLC0415 - ctrl+c may come while it loads

        bounceback()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
