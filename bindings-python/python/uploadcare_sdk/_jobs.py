"""What the service works on after it has answered: conversions and add-ons."""

from __future__ import annotations

from ._generic import Generic, T

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from typing import Any

    from typing_extensions import Unpack

    from ._generated._native import JobInfo, JobStatus, NativeJobWatch, Problem
    from ._generated.options import WaitOptions
    from ._link import Link


class _Job:
    """What both jobs have."""

    __slots__ = ("_info", "_link", "_text")

    def __init__(self, link: Link, text: str, info: JobInfo) -> None:
        self._link = link
        self._text = text
        self._info = info

    @property
    def info(self) -> JobInfo:
        """What tells the job from all others."""
        return self._info

    @property
    def kind(self) -> str:
        """What the job does: `document`, `video`, or the name of an add-on."""
        return self._info.kind

    @property
    def source(self) -> str:
        """What it works on: the path of a conversion, or the identifier of a file."""
        return self._info.source

    @property
    def token(self) -> int | None:
        """Number of a conversion."""
        return self._info.token

    @property
    def request_id(self) -> str | None:
        """Identifier of the run of an add-on."""
        return self._info.request_id

    @property
    def uuid(self) -> str | None:
        """Identifier of the file that a conversion makes.

        The file is there once the job is finished.
        """
        return self._info.uuid

    @property
    def thumbnails_group_uuid(self) -> str | None:
        """Identifier of the group of thumbnails that a video conversion makes."""
        return self._info.thumbnails_group_uuid

    def save(self) -> str:
        """The job as text, from which `client.jobs.open` makes it again.

        That works in any process and any language. The text holds no secret.
        """
        return self._text

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.kind} of {self.source}>"


class Job(_Job):
    """A conversion or an add-on at work."""

    __slots__ = ()

    def status(self) -> JobStatus:
        """Asks once how far the job is. That it failed is a state, not an error.

        Reference: REST API, conversion job status; Add-Ons: check execution status.

        Raises:
            NotFoundError: If the service does not know the job (any more).
        """
        return self._link.native.job_status(self._text)

    def wait(
        self,
        progress: Callable[[JobStatus], object] | None = None,
        **options: Unpack[WaitOptions],
    ) -> JobStatus:
        """Waits until the job is finished. Ctrl-C ends the waiting, not the job.

        Args:
            progress: Called with each status on the way, the last one included.
            **options: How long to wait, and how often to ask; see `WaitOptions`.

        Returns:
            The status of the finished job.

        Raises:
            JobFailedError: If the job came to nothing.
            JobCancelledError: If the service gave it up.
            WaitTimeoutError: If it has not ended in time; it may still do so.
            NotFoundError: If the service does not know it (any more).
            InvalidParameterError: For an option out of its range.
        """
        watch = self._link.native.job_watch(self._text, options)
        last = None
        for last in _statuses(watch):
            if progress is not None:
                progress(last)
        return _known(last)

    def updates(self, **options: Unpack[WaitOptions]) -> Iterator[JobStatus]:
        """Watches the job: status after status, the last one that of the finished job.

        Args:
            **options: How long to wait, and how often to ask; see `WaitOptions`. The time runs from
                the first question.

        Raises:
            InvalidParameterError: For an option out of its range. The iterator raises what `wait`
                does.
        """
        return _statuses(self._link.native.job_watch(self._text, options))


class AsyncJob(_Job):
    """A conversion or an add-on at work, for asyncio."""

    __slots__ = ()

    async def status(self) -> JobStatus:
        """Asks once how far the job is. That it failed is a state, not an error.

        Reference: REST API, conversion job status; Add-Ons: check execution status.

        Raises:
            NotFoundError: If the service does not know the job (any more).
        """
        return await self._link.native.job_status_async(self._text)

    async def wait(
        self,
        progress: Callable[[JobStatus], object] | None = None,
        **options: Unpack[WaitOptions],
    ) -> JobStatus:
        """Waits until the job is finished. Cancelling the task ends the waiting, not the job.

        Args:
            progress: Called with each status on the way, the last one included. It may be a
                coroutine function.
            **options: How long to wait, and how often to ask; see `WaitOptions`.

        Returns:
            The status of the finished job.

        Raises:
            JobFailedError: If the job came to nothing.
            JobCancelledError: If the service gave it up.
            WaitTimeoutError: If it has not ended in time; it may still do so.
            NotFoundError: If the service does not know it (any more).
            InvalidParameterError: For an option out of its range.
        """
        watch = self._link.native.job_watch(self._text, options)
        last = None
        async for last in _statuses_async(watch):
            if progress is not None:
                called: Any = progress(last)
                if hasattr(called, "__await__"):
                    await called
        return _known(last)

    def updates(self, **options: Unpack[WaitOptions]) -> AsyncIterator[JobStatus]:
        """Watches the job: status after status, the last one that of the finished job.

        Args:
            **options: How long to wait, and how often to ask; see `WaitOptions`. The time runs from
                the first question.

        Raises:
            InvalidParameterError: For an option out of its range. The iterator raises what `wait`
                does.
        """
        return _statuses_async(self._link.native.job_watch(self._text, options))


class ConversionBatch(Generic[T]):
    """What a request to convert several files came to: its jobs are `Job` or `AsyncJob`."""

    __slots__ = ("jobs", "problems")

    jobs: list[T]
    """Jobs that have been started, in the order of their paths."""
    problems: list[Problem]
    """What the service said about the other paths, in their order."""

    def __init__(self, jobs: list[T], problems: list[Problem]) -> None:
        self.jobs = jobs
        self.problems = problems

    def __repr__(self) -> str:
        return f"ConversionBatch(jobs={self.jobs!r}, problems={self.problems!r})"


def _statuses(watch: NativeJobWatch) -> Iterator[JobStatus]:
    while (status := watch.next()) is not None:
        yield status


async def _statuses_async(watch: NativeJobWatch) -> AsyncIterator[JobStatus]:
    while (status := await watch.next_async()) is not None:
        yield status


def _known(status: JobStatus | None) -> JobStatus:
    if status is None:
        raise RuntimeError("a job ended before it was asked for")
    return status
