"""Whether a version that is installed along has a known vulnerability, as far as anybody can be asked.

`python tests/audit.py PIP-AUDIT REQUIREMENTS` asks with that program about the versions in that file. It
leaves with 1 where one is vulnerable. Where no database can be reached it says that nothing was looked at,
and leaves with 0; a package that a database does not know is named.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

DATABASES = ("pypi", "osv")


def asked(program: str, versions: str, database: str) -> list[dict[str, Any]]:
    """What a database says of each package; nothing where it does not answer."""
    ran = subprocess.run(
        [program, "-r", versions, "--no-deps", "--disable-pip", "-s", database, "-f", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        told: list[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except ValueError:
        return []
    return told if any("vulns" in one for one in told) else []


def main(program: str, versions: str) -> int:
    """Print what is known; 1 where something is vulnerable."""
    for database in DATABASES:
        if told := asked(program, versions, database):
            break
    else:
        print("Not run: no database of vulnerabilities can be reached from here, so nothing was looked at.")
        return 0
    unknown = [one["name"] for one in told if "vulns" not in one]
    bad = [f"{one['name']} {one['version']}: {found['id']}" for one in told for found in one.get("vulns", ())]
    print(f"Looked up {len(told) - len(unknown)} packages at {database}.")
    if unknown:
        print("Not known there:", ", ".join(unknown))
    print("\n".join(bad) or "None has a known vulnerability.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
