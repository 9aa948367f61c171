"""What a client and its parts share."""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from ._generated._native import NativeClient


class Link:
    """The native client, until it is closed."""

    __slots__ = ("_native",)

    def __init__(self, native: NativeClient) -> None:
        self._native: NativeClient | None = native

    @property
    def native(self) -> NativeClient:
        if self._native is None:
            raise RuntimeError("the client is closed")
        return self._native

    def close(self) -> None:
        self._native = None


class Resource:
    """A part of a client."""

    __slots__ = ("_link",)

    def __init__(self, link: Link) -> None:
        self._link = link
