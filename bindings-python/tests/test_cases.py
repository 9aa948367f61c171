"""The cases that all languages share, sync and async."""

from __future__ import annotations

import inspect
import json
import tempfile
import traceback
from collections import Counter
from itertools import islice
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from case_clients import AnyClient, Client, make_account_client, make_client, shown, told
from case_delivery import ACCOUNT, DELIVERY, deliver
from conftest import FIXTURES, ROOT, Service
from observed import observe, observe_file, observe_page
from uploadcare_sdk import AsyncAccountClient, AsyncUploadcare, Uploadcare, UploadcareError
from uploadcare_sdk.testing import Account, Emulator, Project

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

    from uploadcare_sdk import CallEvent

Json = dict[str, Any]

CASES: list[Json] = [
    case
    for folder in ("tests/cases", "tests/cases/generated")
    for file in sorted((ROOT / folder).glob("*.json"))
    for case in json.loads(file.read_text("utf-8"))
]


def test_all_cases_are_there() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) > 40
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
async def test_case(case: Json, emulator: Emulator) -> None:
    # One after the other: a project with fixed keys is the same for both.
    run_now(run(case, emulator, Uploadcare))
    await run(case, emulator, AsyncUploadcare)


def run_now(work: Coroutine[Any, Any, Any]) -> None:
    """Runs what never waits for an event loop: a test of the sync client."""
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    raise AssertionError("the sync client waited for an event loop")


async def run(case: Json, emulator: Emulator, make: type[Client]) -> None:
    with told() as events, tempfile.TemporaryDirectory() as folder:
        await run_steps(case, emulator, make, events, Path(folder))


async def run_steps(
    case: Json, emulator: Emulator, make: type[Client], events: list[CallEvent], folder: Path
) -> None:
    account = emulator.create_account() if case.get("account") else None
    service = arrange(case, emulator, account)
    names: Json = {
        "origin": emulator.api_base.rstrip("/"),
        "public_key": service.project.public_key,
        "secret_key": service.project.secret_key,
        "fixtures": str(FIXTURES),
        "account_token": account and account.token,
    }
    settings: Json = {
        **service.project._asdict(),
        "api_base": emulator.api_base,
        "upload_base": emulator.upload_base,
        "cdn_base": emulator.cdn_base,
        "max_retries": 0,
        **filled(case.get("client", {}), names),
    }
    claimed = Service(emulator, Project(settings["public_key"], settings["secret_key"]))
    client: Client | None = None
    of_account = account and make_account_client(make, settings, account)
    for step in case["steps"]:
        expect, before = filled(step["expect"], names), len(requests(claimed))
        asked = filled(step["call"], names)
        events.clear()
        try:
            if asked["op"] == "control":
                result = control(emulator, asked)
            elif asked["op"].startswith(ACCOUNT):
                assert of_account
                result = await call_as_asked(of_account, asked)
            elif asked["op"] in DELIVERY:
                client = client or make_client(make, settings, claimed)
                result = await deliver(client, asked, folder)
            else:
                # Even that may fail, and is tried again then.
                client = client or make_client(make, settings, claimed)
                result = await call_as_asked(client, asked)
        except UploadcareError as error:
            check_error(error, expect, settings["secret_key"], account and account.token)
        else:
            assert "error" not in expect, f"{result} instead of {expect}"
            check(expect["result"], result, "result")
            names.update({name: found(result, path) for name, path in step.get("save", {}).items()})
        if "events" in expect:
            assert [shown(event) for event in events] == expect["events"]
        made = requests(claimed)[before:]
        if "http" in expect:
            assert [target for target, _ in made] == expect["http"]
        if "http_count" in expect:
            assert Counter(route for _, route in made) == expect["http_count"]


def arrange(case: Json, emulator: Emulator, account: Account | None) -> Service:
    is_new = True
    if fixed := case.get("project"):
        service = Service(emulator, Project(**fixed))
        try:
            emulator.control("POST", "projects", fixed)
        except HTTPError as error:
            error.close()
            if error.code != 409:
                raise
            is_new = False
    else:
        service = Service(emulator, emulator.create_project(account))
    seeds = case.get("seed", [])
    seeds = cast("list[Json]", seeds if isinstance(seeds, list) else [seeds])
    for seed in seeds if is_new else []:
        service.arrange("files", seed)
    for fault in case.get("faults", []):
        service.arrange("faults", fault)
    if offset := case.get("clock_offset"):
        key = service.project.public_key
        emulator.control("POST", "clock", {"public_key": key, "offset_seconds": offset})
    return service


def requests(service: Service) -> list[tuple[str, str]]:
    """What was sent, as its target and its route."""
    return service.requests() if service.project.public_key else []


def filled(value: Any, names: Json) -> Any:
    """`${name}` in every text; a text that is nothing else becomes the value itself."""
    match value:
        case str():
            for name, replacement in names.items():
                if value == f"${{{name}}}":
                    return replacement
                value = value.replace(f"${{{name}}}", str(replacement))
            return value
        case list():
            return [filled(item, names) for item in cast("Iterable[Any]", value)]
        case dict():
            members = cast("Json", value).items()
            return {name: filled(member, names) for name, member in members}
        case _:
            return value


def found(result: Any, path: str) -> Any:
    for name in path.split("."):
        result = result[int(name) if isinstance(result, list) else name]
    return result


async def settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


async def taken(items: Any, take: int | None) -> list[Any]:
    if not hasattr(items, "__aiter__"):
        return list(islice(items, take))
    found: list[Any] = []
    if take != 0:
        async for item in items:
            found.append(item)
            if len(found) == take:
                break
    return found


async def call_as_asked(client: AnyClient, asked: Json) -> Json:
    """A call, or one with options of its own, or one explained instead of made."""
    if "with" in asked:
        client = client.with_options(**asked["with"])
    if "explain" not in asked:
        return await call(client, asked)
    if isinstance(client, (AsyncUploadcare, AsyncAccountClient)):
        request = await client.explain(lambda client: call(client, asked), **asked["explain"])
    else:
        request = client.explain(lambda client: run_now(call(client, asked)), **asked["explain"])
    return cast("Json", observe(request))


async def call(client: AnyClient, call: Json) -> Json:
    options = call.get("options", {})
    if "args" in call:
        field, _, name = call["op"].partition(".")
        # Some names of parameters are words of Python.
        args = {f"{name}_" if iskeyword(name) else name: one for name, one in call["args"].items()}
        result = getattr(getattr(client, field), name)(**args, **options)
        return await observed(result, call)
    assert isinstance(client, Client)
    match call["op"]:
        case "client":
            members = ("public_key", "api_base", "upload_base", "cdn_base")
            return {name: getattr(client, name) for name in members}
        case "files.list":
            files = client.files.list(**options)
            if call.get("backward"):
                files = files.backward()
            listed = await taken(files, call.get("take"))
            uuids = {file.uuid for file in listed}
            return {
                "count": len(listed),
                "distinct": len(uuids),
                **ends(listed),
                "cursor": files.cursor(),
            }
        case "files.pages":
            files = client.files.list(**options)
            pages = (files.backward() if call.get("backward") else files).pages()
            if "moves" in call:
                moves = {"next": pages.next_page, "previous": pages.previous_page}
                given = [await settled(moves[move]()) for move in call["moves"]]
            else:
                given = await taken(pages, call.get("take"))
            return {
                "pages": [page and {**observe_page(page), **ends(page)} for page in given],
                "cursor": pages.cursor(),
            }
        case "files.get":
            return observe_file(await settled(client.files.get(call["uuid"], **options)))
        case "files.delete_listed":
            return await delete_listed(client, call["bad"])
        case "job.status":
            status: Json = observe(await settled(client.jobs.open(call["job"]).status()))
            return status
        case "job.wait":
            states: list[str] = []
            job = client.jobs.open(call["job"])
            last = job.wait(lambda status: states.append(status.state), **options)
            return {"status": observe(await settled(last)), "states": states}
        case "uploads.upload":
            match call["source"]:
                case {"text": text}:
                    source = text.encode()
                case {"size": size}:
                    source = bytes(size)
                case {"path": path}:
                    source = path
                case other:
                    raise AssertionError(f"unknown source {other}")
            uploaded: Json = (await settled(client.uploads.upload(source, **options))).to_dict()
            return uploaded
        case other:
            raise AssertionError(f"unknown operation {other}")


def control(emulator: Emulator, call: Json) -> Json:
    data = json.dumps(call["body"]).encode() if "body" in call else None
    request = Request(emulator.control_base + call["path"], data, method=call["method"])
    with build_opener(ProxyHandler({})).open(request, timeout=30) as answer:
        text = answer.read()
        return {"status": answer.status, "body": json.loads(text) if text else None}


async def observed(result: Any, call: Json) -> Json:
    """What an operation gave, whichever it is."""
    if hasattr(result, "cursor"):
        items = result.backward() if call.get("backward") else result
        listed = await taken(items, call.get("take"))
        ids = [item.uuid if hasattr(item, "uuid") else item.id for item in listed]
        cursor = items.cursor()
        return {"count": len(listed), "ids": ids, "items": observe(listed), "cursor": cursor}
    value = observe(await settled(result))
    if value is None:
        return {}
    is_model = isinstance(value, dict) and call["op"] != "metadata.all"
    return cast("Json", value) if is_model else {"value": value}


async def delete_listed(client: Client, bad: dict[str, str]) -> Json:
    given: list[str] = [file.uuid for file in await taken(client.files.list(), None)]
    for place, text in sorted((int(place), text) for place, text in bad.items()):
        given.insert(place, text)
    result = await settled(client.files.delete_many(given))
    places = [
        [given.index(file.uuid) for file in result.files],
        [given.index(problem.source) for problem in result.problems],
    ]
    return {
        "given": len(given),
        "deleted": len(result.files),
        "problems": observe(result.problems),
        "failures": len(result.failures),
        "not_tried": len(result.not_tried),
        "is_in_order": all(part == sorted(part) for part in places),
    }


def ends(items: Any) -> Json:
    names = [file.original_filename for file in items]
    return {"first": names[0] if names else None, "last": names[-1] if names else None}


def check(expected: Any, result: Any, place: str) -> None:
    """Members of objects that are not expected are free."""
    if isinstance(expected, dict) and isinstance(result, dict):
        for name, value in cast("Json", expected).items():
            check(value, cast("Json", result).get(name), f"{place}.{name}")
    elif isinstance(expected, list) and isinstance(result, list):
        pairs = zip(cast("Iterable[Any]", expected), cast("Iterable[Any]", result), strict=True)
        for at, (value, item) in enumerate(pairs):
            check(value, item, f"{place}.{at}")
    else:
        assert expected == result, place


def check_error(error: UploadcareError, expect: Json, *secrets: str | None) -> None:
    assert "error" in expect, traceback.format_exception(error)
    for name, value in expect["error"].items():
        if name == "message":
            assert value in error.message
        else:
            assert getattr(error, name) == value, name
    shown = f"{error} {error!r} {vars(error)} {traceback.format_exception(error)}"
    shown = shown.replace(repr(expect), "")
    assert not any(secret and secret in shown for secret in secrets)
