"""What values have in common: each is a text, and never changes."""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing_extensions import Self


class Value:
    """What a text says. Its methods give new ones."""

    __slots__ = ("_text",)

    _text: str

    def _with(self, text: str) -> Self:
        """A new one of the same class."""
        made = object.__new__(type(self))
        object.__setattr__(made, "_text", text)
        return made

    if not TYPE_CHECKING:
        # Type checkers take these for leave to set anything.
        def __setattr__(self, name, _value):
            raise AttributeError(f"{type(self).__name__}.{name} cannot be set: it never changes")

        def __delattr__(self, name):
            raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(other) is not type(self):
            return NotImplemented
        return self._text == other._text

    def __hash__(self) -> int:
        return hash((type(self), self._text))

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._text,)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._text!r})"
