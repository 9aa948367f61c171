"""Jobs: how they are waited for, watched, saved and opened again."""

from __future__ import annotations

import asyncio
import os
import signal
import time

import pytest
from conftest import HELD, PATIENCE, Service, wait_until
from uploadcare_sdk import (
    AsyncUploadcare,
    InvalidParameterError,
    Job,
    JobFailedError,
    JobStatus,
    Uploadcare,
    UploadedFile,
    WaitTimeoutError,
)

STATES = ["processing", "processing", "finished"]


@pytest.fixture
def uploaded(client: Uploadcare) -> UploadedFile:
    return client.uploads.upload(b"some text", filename="notes.txt")


def test_what_a_job_knows(client: Uploadcare, uploaded: UploadedFile) -> None:
    path = client.conversion.document_path(uploaded, format="pdf")
    job = client.conversion.convert_document(path)
    assert (job.kind, job.source, job.request_id) == ("document", path, None)
    assert job.token is not None
    assert job.uuid is not None
    assert job.thumbnails_group_uuid is None
    assert (job.info.kind, job.info.token) == (job.kind, job.token)
    assert repr(job) == f"<Job document of {path}>"
    again = client.jobs.open(job.save())
    assert isinstance(again, Job)
    assert (again.info, again.save()) == (job.info, job.save())
    assert job.status().state in ("pending", "processing")


def test_waiting_tells_of_each_status(client: Uploadcare, uploaded: UploadedFile) -> None:
    states: list[str] = []
    job = client.addons.scan_for_viruses(uploaded, purge_infected=False)
    status = job.wait(lambda status: states.append(status.state), timeout=PATIENCE, interval=0.01)
    assert states == STATES
    assert isinstance(status, JobStatus)
    assert status.state == "finished"
    # What is over is told of once more.
    assert [status.state for status in job.updates()] == ["finished"]
    scan = client.files.get(uploaded, include_appdata=True).appdata
    assert scan is not None
    assert scan.uc_clamav_virus_scan is not None
    assert scan.uc_clamav_virus_scan.data.infected is False


def test_what_progress_raises_ends_the_waiting(client: Uploadcare, uploaded: UploadedFile) -> None:
    def fail(_: JobStatus) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        client.addons.scan_for_viruses(uploaded).wait(fail)


def test_updates(service: Service, client: Uploadcare, uploaded: UploadedFile) -> None:
    job = client.addons.scan_for_viruses(uploaded)
    before = len(service.sent())
    updates = job.updates(interval=0.01)
    assert len(service.sent()) == before
    assert [status.state for status in updates] == STATES
    assert list(updates) == []
    service.arrange("jobs", {"outcome": "failed", "error": "Nobody can read that."})
    failing = client.addons.scan_for_viruses(uploaded).updates(interval=0.01)
    with pytest.raises(JobFailedError, match="Nobody can read that"):
        list(failing)


def test_options_are_checked_at_once(client: Uploadcare, uploaded: UploadedFile) -> None:
    job = client.addons.scan_for_viruses(uploaded)
    with pytest.raises(InvalidParameterError) as caught:
        job.updates(interval=0)
    assert caught.value.parameter == "interval"
    with pytest.raises(TypeError, match="unexpected keyword argument 'patience'"):
        job.wait(patience=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(InvalidParameterError):
        client.jobs.open("nonsense")


def test_a_batch(client: Uploadcare, uploaded: UploadedFile) -> None:
    path = client.conversion.document_path(uploaded)
    batch = client.conversion.convert_documents([path, "nothing/document/"], store=True)
    assert [job.source for job in batch.jobs] == [path]
    assert [problem.source for problem in batch.problems] == ["nothing/document/"]
    assert "<Job document of" in repr(batch)
    status = batch.jobs[0].wait(interval=0.01)
    assert status.uuid is not None
    assert client.files.get(status.uuid).mime_type == "application/pdf"


async def test_async(async_client: AsyncUploadcare, uploaded: UploadedFile) -> None:
    job = await async_client.addons.detect_labels(uploaded)
    assert repr(job) == f"<AsyncJob aws_rekognition_detect_labels of {uploaded.uuid}>"
    assert (await job.status()).state == "processing"
    assert [status.state async for status in job.updates(interval=0.01)] == STATES[1:]
    told: list[str] = []

    async def tell(status: JobStatus) -> None:
        await asyncio.sleep(0)
        told.append(status.state)

    job = async_client.jobs.open((await async_client.addons.scan_for_viruses(uploaded)).save())
    assert (await job.wait(tell, interval=0.01)).state == "finished"
    assert told == STATES
    path = async_client.conversion.document_path(uploaded)
    batch = await async_client.conversion.convert_documents([path])
    await asyncio.gather(*(job.wait(interval=0.01) for job in batch.jobs))


@pytest.mark.parametrize("where", ["pause", "question"])
async def test_cancelling_the_waiting(
    service: Service, async_client: AsyncUploadcare, uploaded: UploadedFile, where: str
) -> None:
    service.arrange("jobs", {"outcome": "stuck"})
    job = await async_client.addons.scan_for_viruses(uploaded)
    if where == "question":
        service.fault(delay_ms=HELD)
    begun = time.monotonic()
    task = asyncio.ensure_future(job.wait(interval=10 * PATIENCE))
    if where == "question":
        true = lambda: service.stats()["in_flight"] == 1  # noqa: E731
    else:
        true = lambda: "status" in service.sent()[-1]  # noqa: E731
    await asyncio.to_thread(wait_until, true, "the job is asked for")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert time.monotonic() - begun < 5 * PATIENCE
    if where == "question":
        cancelled = lambda: service.stats()["cancelled"] == 1  # noqa: E731
        await asyncio.to_thread(wait_until, cancelled, "the request is dropped")
    with pytest.raises(WaitTimeoutError):
        await job.wait(timeout=0.05, interval=0.02)


def test_watching_goes_on_after_a_fork(
    service: Service, client: Uploadcare, uploaded: UploadedFile
) -> None:
    service.emulator.control(
        "PATCH", f"projects/{service.project.public_key}", {"job_polls": 4, "job_ms": 3_600_000}
    )
    updates = client.addons.scan_for_viruses(uploaded).updates(interval=0.01)
    assert next(updates).state == "processing"
    child = os.fork()
    if child == 0:
        signal.alarm(100)
        status = 1
        try:
            status = int(next(updates).state != "processing")
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0
    assert [status.state for status in updates] == ["processing", "processing", "finished"]
