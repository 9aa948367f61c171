"""Operations on images, as a value."""

from __future__ import annotations

from ._generated._native import transformation_parse
from ._generated.values import TransformationOperations


class Transformation(TransformationOperations):
    """Operations on an image, applied from the first to the last (URL API: Image transformations).

    It never changes: each operation gives a new one, with itself at the end. Its text, as in a URL,
    is `str(transformation)`; those with the same text are equal. It needs no client, and serves
    ordinary code and asyncio alike.

        thumbnail = Transformation().preview(width=200, height=200).format("auto")
        client.delivery.url(file, transformation=thumbnail.grayscale())

    Lengths are a number of pixels (`int`) or per cent of the whole as text (`"50%"`). An operation
    with a value that it cannot have is an `InvalidParameterError` at once, which names the
    parameter and what it may be.
    """

    __slots__ = ()

    def __init__(self, text: str = "") -> None:
        """Makes one of a text, by default of no operation.

        Args:
            text: Operations as in a URL, such as `-/preview/200x200/-/grayscale/`, with or without
                the slashes around them. Only their form is looked at.

        Raises:
            InvalidParameterError: For a text that cannot be operations.
        """
        object.__setattr__(self, "_text", transformation_parse(text))

    @property
    def is_empty(self) -> bool:
        """Whether there is no operation."""
        return not self._text
