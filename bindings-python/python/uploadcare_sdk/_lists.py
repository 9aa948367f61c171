"""Lists of the service: item by item and page by page, forward and backward."""

from __future__ import annotations

from _thread import allocate_lock
from itertools import repeat
from os import getpid

from ._generic import Generic, T, T_co
from .exceptions import UploadcareError

TYPE_CHECKING = False

if TYPE_CHECKING:
    from _thread import LockType
    from asyncio import AbstractEventLoop, Future
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
        def stand(self, cursor: str) -> None: ...


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


class _Place(Generic[T]):
    """A position within a page. All who go that way take the items from `near`."""

    __slots__ = ("backward", "items", "near", "whole")

    def __init__(self, items: list[T], taken: int, backward: bool, whole: bool = False) -> None:
        self.items = items
        self.backward = backward
        # Whether it is the far end of a page that was given as a whole.
        self.whole = whole
        # The nearest comes last: `list.pop` gives each item to one taker, without a lock.
        self.near = items[:taken] if backward else items[taken:]
        if not backward:
            self.near.reverse()

    def taken(self, left: int) -> int:
        """How many items of the page lie before the position, if so many are left in `near`."""
        return left if self.backward else len(self.items) - left


class _Walk(Generic[T]):
    """Where a list stands. The list and everything made from it share one.

    So may threads or tasks: one of them at a time steps to another page, and only that one changes
    `at` and `away`; the others wait, then look what there is.
    """

    __slots__ = ("at", "away", "locks", "name", "native", "tasks")

    def __init__(self, name: str, native: NativePages[T]) -> None:
        self.name = name
        self.native = native
        self.at: _Place[T] = _Place([], 0, False)
        # Where the step that is under way began. If none is, one was interrupted, perhaps after
        # the native walk had moved: the next step begins there again.
        self.away: str | None = None
        # Who steps, by process: what another thread holds during a fork stays held in the child.
        self.locks: dict[int, LockType] = {}
        self.tasks: dict[int, _Stepping] = {}

    def loaded(self, backward: bool) -> Iterator[T]:
        """The items of the current page on that side of the position, if any are known."""
        at = self.at
        if at.backward == backward:
            try:
                # Only C runs between taking an item and its `yield`: no Ctrl-C comes between.
                yield from map(at.near.pop, repeat(-1))
            except IndexError:
                return

    def cursor(self, taken: int | None = None) -> str:
        while True:
            at, away = self.at, self.away
            if away is not None:
                return away
            before = at.taken(len(at.near)) if taken is None else taken
            cursor = self.native.cursor(before)
            if self.at is at and self.away is None:
                return cursor

    def step(self, backward: bool, pages: bool | None = None) -> tuple[bool, Page[T] | None]:
        """Fetches a page and makes it the current one.

        Args:
            backward: Which way.
            pages: None to stand on the near side of the page; the direction of those pages to give
                it as a whole.

        Returns:
            Whether there is something to take, and the page if this call fetched it.
        """
        with self.locks.setdefault(getpid(), allocate_lock()):
            step = self._depart(backward, pages)
            if step is None:
                return True, None
            native = self.native
            try:
                page = step.arrive(native.previous_page() if backward else native.next_page())
            except UploadcareError:
                step.stay()
                raise
            except BaseException:
                step.interrupt()
                raise
            return page is not None, page

    async def step_async(
        self, backward: bool, pages: bool | None = None
    ) -> tuple[bool, Page[T] | None]:
        """As `step`. When its task is cancelled, one of those that wait steps instead."""
        from asyncio import get_running_loop

        process, tasks = getpid(), self.tasks
        mine = _Stepping(get_running_loop())
        try:
            while (other := tasks.setdefault(process, mine)) is not mine:
                if other.loop.is_closed():
                    # That task will never go on.
                    tasks[process] = mine
                    break
                waiter = mine.loop.create_future()
                other.waiters.append(waiter)
                if tasks.get(process) is other:
                    await waiter
            step = self._depart(backward, pages)
            if step is None:
                return True, None
            fetch = self.native.previous_page_async if backward else self.native.next_page_async
            try:
                page = step.arrive(await fetch())
            except UploadcareError:
                step.stay()
                raise
            except BaseException:
                if tasks.get(process) is mine:
                    step.interrupt()
                raise
            return page is not None, page
        finally:
            if tasks.get(process) is mine:
                del tasks[process]
            mine.end()

    def _depart(self, backward: bool, pages: bool | None) -> _Step[T] | None:
        """Begins a step. None if there are items on that side by now, for who takes items."""
        if self.away is not None:
            self._go_back(self.away)
        at = self.at
        # Pages that turn go by the page given last, everything else by the position.
        by_page = at.whole and at.backward == pages
        if at.backward != backward and not by_page:
            taken = self._halt()
            self.at = at = _Place(at.items, taken, backward)
            self.away = None
        if at.near:
            if pages is None:
                return None
            # What is left of the page is the first page; fetched as such, so that the native walk
            # stands there too.
            self._go_back(self.native.cursor(self._halt()))
        return _Step(self, backward, pages)

    def _halt(self) -> int:
        """Leaves nothing to take; returns how many items of the page lie before the position."""
        at = self.at
        self.away = self.native.cursor(at.taken(len(at.near)))
        left, at.near[:] = at.near[:], ()
        return at.taken(len(left))

    def _go_back(self, cursor: str) -> None:
        self.away = cursor
        self.at = _Place([], 0, False)
        self.native.stand(cursor)


class _Step(Generic[T]):
    """A page on its way. Wherever Ctrl-C ends it, `away` tells."""

    __slots__ = ("backward", "ends", "pages", "walk")

    def __init__(self, walk: _Walk[T], backward: bool, pages: bool | None) -> None:
        self.walk = walk
        self.backward = backward
        self.pages = pages
        self.ends = self._ends()
        walk.away = self.ends[0]

    def _ends(self) -> tuple[str, str]:
        """Both ends of the current page, first the one to leave it by."""
        start, end = self.walk.native.cursor(0), self.walk.native.cursor()
        return (start, end) if self.backward else (end, start)

    def arrive(self, crossing: tuple[list[T], PageInfo] | None) -> Page[T] | None:
        if crossing is None:
            self.stay()
            return None
        items, info = crossing
        page = Page(items, info)
        if self.pages is None:
            place = _Place(items, len(items) if self.backward else 0, self.backward)
        else:
            # A copy: the caller may change the results of the page.
            taken = 0 if self.pages else len(items)
            place = _Place(items.copy(), taken, self.pages, whole=True)
        self.walk.at = place
        self.walk.away = None
        return page

    def stay(self) -> None:
        """No page came. Looking for one may have changed what the native walk takes for current."""
        if self._ends() != self.ends:
            self.walk.at = _Place([], 0, False)
        self.walk.away = None

    def interrupt(self) -> None:
        """The page may have been on its way, or even here, and must not be lost."""
        if self.pages is not None or self.walk.away is not None:
            self.walk.at = _Place([], 0, False)
            self.walk.away = self.ends[0]


class _Stepping:
    """A task that steps, and those that wait for it, in event loops of any thread."""

    __slots__ = ("loop", "waiters")

    def __init__(self, loop: AbstractEventLoop) -> None:
        self.loop = loop
        self.waiters: list[Future[None]] = []

    def end(self) -> None:
        for waiter in self.waiters:
            try:
                waiter.get_loop().call_soon_threadsafe(_wake, waiter)
            except RuntimeError:
                # Its event loop is closed.
                continue


def _wake(waiter: Future[None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


class _List(Generic[T]):
    __slots__ = ("_backward", "_walk")

    def __init__(self, name: str, native: NativePages[T], *, _walk: _Walk[T] | None = None) -> None:
        self._walk: _Walk[T] = _Walk(name, native) if _walk is None else _walk
        self._backward = False

    def backward(self) -> Self:
        """The items before the position, nearest first, back to the start of the list.

        The result shares the position with this list: both go on where either was left. That of a
        backward list is the list itself.
        """
        if self._backward:
            return self
        walk = self._walk
        other = type(self)(walk.name, walk.native, _walk=walk)
        other._backward = True
        return other

    def cursor(self) -> str:
        """The position at the last item taken, as text.

        A later list with this text as its `cursor` goes on there, in any process and any
        language, with no gap and no repeat. While a page is being fetched it is the position
        before that page.
        """
        return self._walk.cursor()

    def __repr__(self) -> str:
        way = " backward" if self._backward else ""
        return f"<{type(self).__name__} of {self._walk.name}{way}>"


class ItemList(_List[T]):
    """A list, item by item, which fetches pages as it goes.

    Every `for` statement over it goes on after the last item taken. An error ends the statement;
    the next one repeats the page that failed. Threads may share a list: each item comes to one of
    them.
    """

    __slots__ = ()

    def __iter__(self) -> Iterator[T]:
        walk, backward = self._walk, self._backward
        while True:
            yield from walk.loaded(backward)
            more, _ = walk.step(backward)
            if not more:
                return

    def pages(self) -> Pages[T]:
        """The same list page by page, from the position on.

        After items of a page were taken, its rest comes first; it is fetched again.
        """
        return Pages(self._walk, self._backward)


class AsyncItemList(_List[T]):
    """A list, item by item, which fetches pages as it goes.

    Every `async for` statement over it goes on after the last item taken. An error ends the
    statement; the next one repeats the page that failed. Tasks may share a list: each item comes
    to one of them.
    """

    __slots__ = ()

    async def __aiter__(self) -> AsyncIterator[T]:
        walk, backward = self._walk, self._backward
        while True:
            for item in walk.loaded(backward):
                yield item
            more, _ = await walk.step_async(backward)
            if not more:
                return

    def pages(self) -> AsyncPages[T]:
        """The same list page by page, from the position on.

        After items of a page were taken, its rest comes first; it is fetched again.
        """
        return AsyncPages(self._walk, self._backward)


class _Pages(Generic[T]):
    __slots__ = ("_backward", "_walk")

    def __init__(self, walk: _Walk[T], backward: bool) -> None:
        self._walk = walk
        self._backward = backward

    def cursor(self, taken: int | None = None) -> str:
        """The position in the list, as text.

        A later list with this text as its `cursor` goes on there, in any process and any
        language, with no gap and no repeat.

        Args:
            taken: How many items of the current page lie before the position, in the order of the
                list. By default all that was given is behind: the position is after the current
                page, or before it in a backward list.
        """
        return self._walk.cursor(taken)

    def __repr__(self) -> str:
        way = " backward" if self._backward else ""
        return f"<{type(self).__name__} of {self._walk.name}{way}>"


class Pages(_Pages[T]):
    """A list page by page: an iterator that can also turn back.

    Pages of a backward list come last first; the items of a page stay in the order of the list.
    """

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
        return self._walk.step(False, self._backward)[1]

    def previous_page(self) -> Page[T] | None:
        """Fetches the page before the current one, or before the position of the list.

        None at the start of the list. After an error, asking again repeats the page.
        """
        return self._walk.step(True, self._backward)[1]


class AsyncPages(_Pages[T]):
    """A list page by page: an asynchronous iterator that can also turn back.

    Pages of a backward list come last first; the items of a page stay in the order of the list.
    """

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
        return (await self._walk.step_async(False, self._backward))[1]

    async def previous_page(self) -> Page[T] | None:
        """Fetches the page before the current one, or before the position of the list.

        None at the start of the list. After an error, asking again repeats the page.
        """
        return (await self._walk.step_async(True, self._backward))[1]
