"""`python -m bounceback_tui`, and what the installed command `bounceback` starts."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()  # nothing that loads is garbage, and a short command mostly loads
    try:  # ctrl+c may come while anything loads
        from bounceback_tui.cli.variables import COMPLETE  # noqa: PLC0415 - see above

        if not (sys.argv[1:] or os.environ.get(COMPLETE)):
            from bounceback_tui.cli.app import alone  # noqa: PLC0415 - a command does without

            sys.exit(alone())
        from bounceback_tui.cli.later import put_off  # noqa: PLC0415 - see above

        # click would load it, with all that it needs itself: 5 ms, half of a start of Python
        put_off("inspect")
        from bounceback_tui.cli.main import bounceback  # noqa: PLC0415 - see above

        gc.freeze()
        gc.enable()
        bounceback()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # the end would look through everything once more, only to let go of it


if __name__ == "__main__":
    main()
