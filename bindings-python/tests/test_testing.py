"""The helpers that `uploadcare_sdk.testing` has for tests of applications."""

from __future__ import annotations

from urllib.error import HTTPError

import pytest
from conftest import HELD, Service, emulator_program
from uploadcare_sdk import (
    AuthenticationError,
    DecodeError,
    ForeignOriginError,
    NetworkError,
    RequestTimeoutError,
    ServerError,
    ThrottledError,
    Uploadcare,
    UploadcareError,
)
from uploadcare_sdk.testing import Emulator, Fault, RateLimit, start_emulator

FAULTS: list[tuple[Fault, type[UploadcareError]]] = [
    ({"respond": {"status": 503, "headers": {"X-Reason": "test"}, "body": "busy"}}, ServerError),
    ({"drop": True}, NetworkError),
    ({"lose": True}, NetworkError),
    ({"truncate": 20}, NetworkError),
    ({"content_length": 100_000}, NetworkError),
    ({"content_length": 20}, DecodeError),
    ({"foreign_next": "http://127.0.0.1:9"}, ForeignOriginError),
    ({"delay_ms": HELD}, RequestTimeoutError),
    ({"bytes_per_second": 1}, RequestTimeoutError),
]


@pytest.mark.parametrize(("fault", "error"), FAULTS, ids=lambda value: str(value))
def test_faults(service: Service, fault: Fault, error: type[UploadcareError]) -> None:
    emulator, project = service.emulator, service.project
    service.seed(4)
    # Only what must run into its limit has a short one.
    limit = 0.5 if error is RequestTimeoutError else 60
    client = emulator.client(project, max_retries=0)
    placed: Fault = {"method": "GET", "route": "/files/", "skip": 1}
    placed.update(fault)
    emulator.add_fault(project, **placed)
    assert len(client.files.list(limit=2).pages().next_page() or []) == 2
    (left,) = emulator.faults(project)
    assert (left.get("skip"), left.get("route")) == (0, "/files/")
    with pytest.raises(error):
        list(client.with_options(timeout=limit).files.list(limit=2))
    assert emulator.faults(project) == []
    emulator.add_fault(project, times=-1, drop=True)
    emulator.clear_faults(project)
    assert len(list(client.files.list())) == 4


def test_a_connection_that_closes_after_its_answer(service: Service) -> None:
    client = service.emulator.client(service.project)
    service.emulator.add_fault(service.project, times=3, close=True)
    for _ in range(4):
        client.project.get()


def test_a_fault_by_chance(service: Service, client: Uploadcare) -> None:
    service.emulator.add_fault(service.project, probability=0.5, times=-1, respond={"status": 503})
    statuses: set[int] = set()
    for _ in range(60):
        try:
            client.project.get()
            statuses.add(200)
        except ServerError as error:
            statuses.add(error.status or 0)
    assert statuses == {200, 503}


def test_a_fault_that_makes_no_sense(service: Service) -> None:
    with pytest.raises(HTTPError) as caught:
        service.emulator.add_fault(service.project, drop=True, lose=True)
    assert caught.value.code == 400
    caught.value.close()


def test_a_rate_limit(service: Service, client: Uploadcare) -> None:
    emulator, project = service.emulator, service.project
    assert emulator.rate_limit(project) is None
    emulator.set_rate_limit(0.01, 2, project=project)
    client.project.get()
    client.project.get()
    with pytest.raises(ThrottledError):
        client.project.get()
    assert emulator.rate_limit(project) == RateLimit(0.01, 2, allowed=2, refused=1)
    emulator.clear_rate_limit(project)
    assert emulator.rate_limit(project) is None
    emulator.client(project).project.get()


def test_a_clock_that_is_wrong(service: Service, client: Uploadcare) -> None:
    service.emulator.set_clock_skew(3600, service.project)
    with pytest.raises(AuthenticationError, match="clock"):
        client.project.get()
    service.emulator.set_clock_skew(0, service.project)
    client.project.get()


def test_logged_requests(service: Service, client: Uploadcare) -> None:
    before = service.emulator.time_ms()
    list(client.files.list(limit=5))
    service.fault(delay_ms=HELD)
    with pytest.raises(RequestTimeoutError):
        client.with_options(timeout=2).project.get()
    listed, left = service.emulator.requests(service.project)
    assert (listed.method, listed.path, listed.query) == ("GET", "/files/", "limit=5")
    assert (listed.route, listed.status, left.status) == ("/files/", 200, 499)
    assert before < listed.started_ms <= listed.ended_ms < left.started_ms
    assert 500 < left.ended_ms - left.started_ms < 30_000
    assert listed.facts["language"] == "Python"
    assert listed.facts["authenticated"] is True


async def test_signing_as_a_backend(service: Service) -> None:
    emulator, project = service.emulator, service.project

    def sign(request: object) -> str:
        return emulator.sign(str(getattr(request, "string_to_sign", "")), project)

    with emulator.client(project, signer=sign) as client:
        assert client.project.get().pub_key == project.public_key
    async with emulator.async_client(project, signer=sign) as async_client:
        assert (await async_client.project.get()).pub_key == project.public_key


def test_accounts(emulator: Emulator) -> None:
    account = emulator.create_account()
    project = emulator.create_project(account)
    emulator.add_usage([{"date": "2026-01-02", "traffic": 3, "storage": 4}], project)
    with emulator.account_client(account) as client:
        assert [each.pub_key for each in client.projects.list()] == [project.public_key]
        (day,) = client.usage.get(project.public_key, "2026-01-02", "2026-01-03").data
        assert (day.traffic, day.storage, day.operations) == (3, 4, 0)
    with emulator.account_client(emulator.create_account()) as client:
        assert client.projects.list() == []


def test_options_of_the_program() -> None:
    arguments = ["--rate-limit", "0.01/1"]
    with start_emulator(emulator_program(), arguments=arguments) as emulator:
        assert emulator.rate_limit() == RateLimit(0.01, 1, allowed=0, refused=0)
        with emulator.client(max_retries=0) as client:
            client.project.get()
            with pytest.raises(ThrottledError):
                client.project.get()
