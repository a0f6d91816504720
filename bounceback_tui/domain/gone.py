"""What is true of deleting for good, said in the same words wherever it can be done."""

from __future__ import annotations

STILL_HELD = "Backups made before still hold it: daily ones for some weeks, others until you remove them."
"""What remains of a thing that is out of the journal and its file; a sentence."""

REMOVES = "`bounceback restore-backup --remove NAME` removes one."
"""How to be rid of that too, from the shell; a sentence."""
