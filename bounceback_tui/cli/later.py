"""A module of the standard library that is loaded once something of it is wanted."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def put_off(name: str) -> None:
    """Let whoever imports the module `name` from now on load it only with what they first take of it.

    Nothing happens where it is there already. The standard library's own way (`importlib.util.LazyLoader`)
    loads it with the second import, which is too soon here.
    """
    if name not in sys.modules:
        sys.modules[name] = _Later(name)


class _Later(ModuleType):
    """Stands for a module; whatever is asked of it is asked of the real one, which takes its place."""

    def __getattr__(self, wanted: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            sys.modules.pop(self.__name__, None)  # another thread may just have done so
        return getattr(import_module(self.__name__), wanted)
