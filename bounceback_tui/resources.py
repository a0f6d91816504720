"""The files that the program shows but does not compute: the guide, prompts, help and the like."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # 3 ms, and a short command only reads the guide
    from pathlib import Path

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def asset_path(name: str) -> Path:
    """Where the asset called `name` lies: inside the installed package, else beside it in a checkout.

    Raises ValueError for anything but a plain file name, FileNotFoundError where there is no such asset.
    """
    from pathlib import Path  # noqa: PLC0415 - see above

    return Path(_file(name))


def _file(name: str) -> str:
    if name in ("", ".", "..") or any(sign in name for sign in "/\\\0"):
        raise ValueError(f"{name!r} is not the plain name of a file")
    # A wheel carries assets inside the package; an editable install has the package in the checkout,
    # where they lie beside it. Inside comes first: a folder "assets" beside an installed package
    # belongs to somebody else.
    for folder in (_PACKAGE, os.path.dirname(_PACKAGE)):
        path = os.path.join(folder, "assets", name)
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(
        f"{name} is missing from this installation; installing bounceback again brings it back"
    )


def asset(name: str) -> str:
    """The text of the asset called `name`. Errors as in `asset_path`."""
    with open(_file(name), encoding="utf-8") as file:
        return file.read()
