"""`Generic` for classes that are generic only to type checkers.

`typing` costs more to import than all of this package's own modules together.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Generic, TypeVar

    T = TypeVar("T")
    T_co = TypeVar("T_co", covariant=True)
else:
    T = T_co = None

    class Generic:
        __slots__ = ()

        def __class_getitem__(cls, _item):
            return cls


__all__ = ["Generic", "T", "T_co"]
