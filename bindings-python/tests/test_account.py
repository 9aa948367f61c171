"""Clients of an account."""

from __future__ import annotations

import asyncio
import os
import pickle
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from conftest import HELD, Service, wait_until
from uploadcare_sdk import (
    AccountClient,
    AsyncAccountClient,
    AuthenticationError,
    ConfigurationError,
    ForbiddenError,
    InvalidParameterError,
    NotFoundError,
    Uploadcare,
)
from uploadcare_sdk.testing import Account, Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "account-token-that-nobody-may-see"


@pytest.fixture
def account(emulator: Emulator) -> Account:
    return emulator.create_account()


@pytest.fixture
def client(emulator: Emulator, account: Account) -> Iterator[AccountClient]:
    with emulator.account_client(account, max_retries=0) as client:
        yield client


def sent(emulator: Emulator, account: Account) -> list[str]:
    answer = emulator.control("GET", f"requests?account={account.token}&settled=true")
    return [f"{made['method']} {made['path']}" for made in answer["requests"]]


def test_projects_and_their_secrets(emulator: Emulator, client: AccountClient) -> None:
    assert client.projects.list() == []
    made = client.projects.create("Site")
    assert client.projects.get(made.pub_key).name == "Site"
    renamed = client.projects.update(made.pub_key, name="Shop")
    assert renamed.name == "Shop"
    secret = client.secrets.create(made.pub_key)
    assert secret.secret not in repr(secret)
    settings: Any = {
        name: getattr(emulator, name) for name in ("api_base", "upload_base", "cdn_base")
    }
    with Uploadcare(made.pub_key, secret.secret, **settings) as project:
        assert project.project.get().pub_key == made.pub_key
        listed = client.secrets.list(made.pub_key)
        assert secret.id in [each.id for each in listed]
        client.secrets.delete(made.pub_key, secret.id)
        with pytest.raises(AuthenticationError):
            project.project.get()
    client.projects.delete(made.pub_key)
    with pytest.raises(NotFoundError):
        client.projects.get(made.pub_key)


async def test_asyncio(emulator: Emulator, account: Account) -> None:
    project = emulator.create_project(account)
    async with emulator.async_account_client(account) as client:
        assert [each.pub_key for each in await client.projects.list()] == [project.public_key]
        assert len(await client.secrets.list(project.public_key)) == 1
        request = await client.explain(lambda client: client.projects.list(), redact=True)
        assert account.token not in request.curl
        assert repr(client) == f"AsyncAccountClient(api_base='{emulator.api_base}')"
    with pytest.raises(RuntimeError, match="closed"):
        await client.projects.list()


async def test_usage_over_many_days(emulator: Emulator, account: Account) -> None:
    project = emulator.create_project(account)
    to = datetime.now(timezone.utc).date() - timedelta(days=1)
    begin = to - timedelta(days=200)
    days = [begin + timedelta(days=number) for number in range(200)]
    emulator.add_usage(
        ({"date": str(day), "traffic": at, "operations": 2} for at, day in enumerate(days)), project
    )
    with emulator.account_client(account) as client:
        usage = client.usage.get(project.public_key, begin, to)
        assert usage == client.usage.get(project.public_key, str(begin), to=str(to))
        metric = client.usage.metric(project.public_key, "traffic", begin, to)
    async with emulator.async_account_client(account) as async_client:
        assert await async_client.usage.get(project.public_key, from_=begin, to=to) == usage
        assert await async_client.usage.metric(project.public_key, "traffic", begin, to) == metric
    assert [day.date for day in usage.data] == [str(day) for day in days]
    assert [day.traffic for day in usage.data] == list(range(200))
    assert len(usage.rows) == 600
    assert {row.unit for row in usage.rows if row.metric == "operations"} == {"operations"}
    assert [value.value for value in metric.data] == list(range(200))
    routes = [target.rpartition("/usage/")[2] for target in sent(emulator, account)]
    assert sorted(routes) == [""] * 9 + ["traffic/"] * 6


def test_dates(emulator: Emulator, account: Account, client: AccountClient) -> None:
    key = emulator.create_project(account).public_key
    day = date(2026, 1, 1)
    with pytest.raises(InvalidParameterError) as caught:
        client.usage.get(key, day, day)
    assert caught.value.parameter == "from"
    with pytest.raises(InvalidParameterError, match="before today"):
        client.usage.get(key, day, date(9999, 1, 1))
    with pytest.raises(InvalidParameterError, match="such as"):
        client.usage.get(key, "yesterday", day)
    with pytest.raises(TypeError, match="from_ must be a date"):
        client.usage.get(key, datetime(2026, 1, 1, tzinfo=timezone.utc), day)
    with pytest.raises(TypeError, match="to must be a date"):
        client.usage.get(key, day, 5)  # type: ignore[arg-type]
    assert sent(emulator, account) == []


def test_pages_on_another_host(emulator: Emulator, account: Account, client: AccountClient) -> None:
    keys = [emulator.create_project(account).public_key for _ in range(5)]
    base = "https://app.uploadcare.com/apps/api/project-api/v1/projects/"
    emulator.control("PATCH", f"accounts/{account.token}", {"next_base": base})
    assert [each.pub_key for each in client.projects.list(limit=2)] == keys
    assert sent(emulator, account) == ["GET /projects/"] * 3


def test_what_belongs_to_others(
    emulator: Emulator, client: AccountClient, service: Service
) -> None:
    other = emulator.create_project(emulator.create_account())
    with pytest.raises(ForbiddenError):
        client.projects.get(other.public_key)
    stranger = emulator.account_client(Account("nonsense"))
    with pytest.raises(AuthenticationError):
        stranger.projects.list()
    with emulator.client(service.project) as of_project:
        assert not any(hasattr(of_project, name) for name in ("projects", "secrets", "usage"))
    names = ("files", "uploads", "delivery", "upload_client", "public_key", "cdn_base")
    assert not any(hasattr(client, name) for name in names)


@pytest.mark.parametrize("make", [AccountClient, AsyncAccountClient])
def test_the_token(
    monkeypatch: pytest.MonkeyPatch, make: type[AccountClient | AsyncAccountClient]
) -> None:
    monkeypatch.delenv("UPLOADCARE_ACCOUNT_TOKEN", raising=False)
    # Keys of a project are not looked at.
    monkeypatch.setenv("UPLOADCARE_PUBLIC_KEY", "not a key")
    with pytest.raises(ConfigurationError, match="UPLOADCARE_ACCOUNT_TOKEN") as caught:
        make()
    assert caught.value.parameter == "token"
    for wrong in ("", "a b", "é"):
        with pytest.raises(ConfigurationError, match="character") as caught:
            make(wrong)
        assert caught.value.parameter == "token"
    with pytest.raises(TypeError, match="token"):
        make(5)  # type: ignore[arg-type]
    monkeypatch.setenv("UPLOADCARE_ACCOUNT_TOKEN", TOKEN)
    for client in (make(), make(TOKEN), make(TOKEN).with_options(timeout=5)):
        assert repr(client) == f"{make.__name__}(api_base='https://api.uploadcare.com/')"
        assert TOKEN not in f"{client!r} {client} {vars(client)} {client.projects!r}"
        with pytest.raises(TypeError):
            pickle.dumps(client)


def test_with_options_and_forks(emulator: Emulator, account: Account) -> None:
    emulator.create_project(account)
    with emulator.account_client(account) as client:
        derived = client.with_options(timeout=5, max_retries=0)
        assert len(derived.projects.list()) == 1
        child = os.fork()
        if not child:
            good = len(derived.projects.list()) == len(client.projects.list()) == 1
            os._exit(0 if good else 1)
        assert os.waitpid(child, 0)[1] == 0


async def test_cancelled(emulator: Emulator, account: Account) -> None:
    body = {"route": "/projects/", "delay_ms": HELD}
    emulator.control("POST", f"accounts/{account.token}/faults", body)
    async with emulator.async_account_client(account) as client:
        listing = asyncio.ensure_future(client.projects.list())
        stats = f"accounts/{account.token}/stats"
        begun = lambda: emulator.control("GET", stats)["in_flight"] == 1  # noqa: E731
        await asyncio.to_thread(wait_until, begun, "the call is under way")
        listing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await listing
    answer = emulator.control("GET", f"requests?account={account.token}&settled=true")
    assert [made["status"] for made in answer["requests"]] == [499]
