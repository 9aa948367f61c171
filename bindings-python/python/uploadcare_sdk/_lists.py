"""Lists of the service: item by item and page by page, forward and backward."""

from __future__ import annotations

from ._generic import Generic, T, T_co
from .exceptions import UploadcareError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Iterator
    from typing import Protocol

    from typing_extensions import Self

    from ._generated._native import PageInfo, Totals

    class NativePages(Protocol[T]):
        """A native walk over pages; a page crosses as its items and the rest."""

        def next_page(self) -> tuple[list[T], PageInfo] | None: ...
        def previous_page(self) -> tuple[list[T], PageInfo] | None: ...
        def next_page_async(self) -> Awaitable[tuple[list[T], PageInfo] | None]: ...
        def previous_page_async(self) -> Awaitable[tuple[list[T], PageInfo] | None]: ...
        def cursor(self, taken: int | None = None) -> str: ...
        def abandon(self) -> None: ...


class Page(Generic[T_co]):
    """One page of a list: a sequence of its results, and what the list says beside them."""

    __slots__ = ("_info", "_results")

    def __init__(self, results: list[T_co], info: PageInfo) -> None:
        self._results = results
        self._info = info

    @property
    def results(self) -> list[T_co]:
        """Items of the page in order."""
        return self._results

    @property
    def next(self) -> str | None:
        """Link to the next page; None on the last one. Opaque."""
        return self._info.next

    @property
    def previous(self) -> str | None:
        """Link to the previous page; None on the first one. Opaque."""
        return self._info.previous

    @property
    def total(self) -> int:
        """How many items the whole selection has.

        The service has been seen to send 0 or a stale number: show it, but never count on it.
        """
        return self._info.total

    @property
    def per_page(self) -> int:
        """How many items a page holds at most."""
        return self._info.per_page

    @property
    def totals(self) -> Totals | None:
        """Counts over the whole project; files only."""
        return self._info.totals

    @property
    def info(self) -> PageInfo:
        """All that the list says beside its results, unknown fields included."""
        return self._info

    def __len__(self) -> int:
        return len(self._results)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._results)

    def __getitem__(self, index: int) -> T_co:
        return self._results[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            return NotImplemented
        return self._results == other._results and self._info == other._info

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Page({len(self)} results, total={self.total}, per_page={self.per_page})"


class _Walk(Generic[T]):
    """Where a list stands. A list and everything made from it share one."""

    __slots__ = ("items", "name", "native", "taken")

    def __init__(self, name: str, native: NativePages[T]) -> None:
        self.name = name
        self.native = native
        self.items: list[T] = []
        self.taken = 0

    def loaded(self, backward: bool) -> Iterator[T]:
        """The items of the current page on that side of the position."""
        if backward:
            while self.taken > 0:
                self.taken -= 1
                yield self.items[self.taken]
        else:
            while self.taken < len(self.items):
                self.taken += 1
                yield self.items[self.taken - 1]

    def step(self, backward: bool) -> Page[T] | None:
        """Fetches a page and makes it the current one; the position is then on its near side."""
        native = self.native
        try:
            return self._arrive(
                native.previous_page() if backward else native.next_page(), backward
            )
        except UploadcareError:
            raise
        except BaseException:
            self._abandon()
            raise

    async def step_async(self, backward: bool) -> Page[T] | None:
        """As `step`."""
        native = self.native
        fetch = native.previous_page_async if backward else native.next_page_async
        try:
            return self._arrive(await fetch(), backward)
        except UploadcareError:
            raise
        except BaseException:
            self._abandon()
            raise

    def _arrive(self, crossing: tuple[list[T], PageInfo] | None, backward: bool) -> Page[T] | None:
        if crossing is None:
            return None
        self.items, info = crossing
        self.taken = len(self.items) if backward else 0
        return Page(self.items, info)

    def _abandon(self) -> None:
        # The page may have been on its way when the call was cancelled: it must not be lost.
        self.native.abandon()
        self.items = []
        self.taken = 0


class _List(Generic[T]):
    __slots__ = ("_backward", "_walk")

    def __init__(self, name: str, native: NativePages[T], *, _walk: _Walk[T] | None = None) -> None:
        self._walk: _Walk[T] = _Walk(name, native) if _walk is None else _walk
        self._backward = False

    def backward(self) -> Self:
        """The items before the position, nearest first, back to the start of the list.

        The result shares the position with this list: both go on where either was left.
        """
        walk = self._walk
        other = type(self)(walk.name, walk.native, _walk=walk)
        other._backward = not self._backward
        return other

    def cursor(self) -> str:
        """The position at the last item taken, as text.

        A later list with this text as its `cursor` goes on there, in any process and any
        language, with no gap and no repeat. While a page is being fetched it is the position
        before that page.
        """
        return self._walk.native.cursor(self._walk.taken)

    def __repr__(self) -> str:
        way = " backward" if self._backward else ""
        return f"<{type(self).__name__} of {self._walk.name}{way}>"


class ItemList(_List[T]):
    """A list, item by item, which fetches pages as it goes.

    Every `for` statement over it goes on after the last item taken. An error ends the statement;
    the next one repeats the page that failed.
    """

    __slots__ = ()

    def __iter__(self) -> Iterator[T]:
        walk, backward = self._walk, self._backward
        while True:
            yield from walk.loaded(backward)
            if walk.step(backward) is None:
                return

    def pages(self) -> Pages[T]:
        """The same list page by page.

        After items were taken, it starts with the page that follows the current one.
        """
        return Pages(self._walk, self._backward)


class AsyncItemList(_List[T]):
    """A list, item by item, which fetches pages as it goes.

    Every `async for` statement over it goes on after the last item taken. An error ends the
    statement; the next one repeats the page that failed.
    """

    __slots__ = ()

    async def __aiter__(self) -> AsyncIterator[T]:
        walk, backward = self._walk, self._backward
        while True:
            for item in walk.loaded(backward):
                yield item
            if await walk.step_async(backward) is None:
                return

    def pages(self) -> AsyncPages[T]:
        """The same list page by page.

        After items were taken, it starts with the page that follows the current one.
        """
        return AsyncPages(self._walk, self._backward)


class _Pages(Generic[T]):
    __slots__ = ("_backward", "_walk")

    def __init__(self, walk: _Walk[T], backward: bool) -> None:
        self._walk = walk
        self._backward = backward

    def cursor(self) -> str:
        """The position after the current page, as text.

        A later list with this text as its `cursor` goes on there, in any process and any
        language, with no gap and no repeat.
        """
        return self._walk.native.cursor()

    def _passed(self, page: Page[T] | None) -> Page[T] | None:
        """Puts the position after a page that was given as a whole."""
        if page is not None:
            self._walk.taken = len(page)
        return page

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._walk.name}>"


class Pages(_Pages[T]):
    """A list page by page: an iterator that can also turn back."""

    __slots__ = ()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Page[T]:
        page = self.previous_page() if self._backward else self.next_page()
        if page is None:
            raise StopIteration
        return page

    def next_page(self) -> Page[T] | None:
        """Fetches the next page; None at the end of the list.

        A page may be empty and have a successor. After an error, asking again repeats the page.
        """
        return self._passed(self._walk.step(backward=False))

    def previous_page(self) -> Page[T] | None:
        """Fetches the page before the current one, or before the position of the cursor.

        None at the start of the list. After an error, asking again repeats the page.
        """
        return self._passed(self._walk.step(backward=True))


class AsyncPages(_Pages[T]):
    """A list page by page: an asynchronous iterator that can also turn back."""

    __slots__ = ()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[T]:
        page = await (self.previous_page() if self._backward else self.next_page())
        if page is None:
            raise StopAsyncIteration
        return page

    async def next_page(self) -> Page[T] | None:
        """Fetches the next page; None at the end of the list.

        A page may be empty and have a successor. After an error, asking again repeats the page.
        """
        return self._passed(await self._walk.step_async(backward=False))

    async def previous_page(self) -> Page[T] | None:
        """Fetches the page before the current one, or before the position of the cursor.

        None at the start of the list. After an error, asking again repeats the page.
        """
        return self._passed(await self._walk.step_async(backward=True))
