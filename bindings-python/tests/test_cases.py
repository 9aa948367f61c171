"""The cases that all languages share, sync and async."""

from __future__ import annotations

import inspect
import json
import traceback
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import pytest
from conftest import FIXTURES, ROOT, Service
from uploadcare_sdk import AsyncUploadcare, Uploadcare, UploadcareError
from uploadcare_sdk.testing import Emulator, Project

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from urllib.error import HTTPError
else:
    from urllib.error import HTTPError

Json = dict[str, Any]

CASES: list[Json] = [
    case
    for file in sorted((ROOT / "tests/cases").glob("*.json"))
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


def run_now(work: Coroutine[Any, Any, None]) -> None:
    """Runs what never waits for an event loop: a test of the sync client."""
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    raise AssertionError("the sync client waited for an event loop")


async def run(
    case: Json, emulator: Emulator, make: type[Uploadcare] | type[AsyncUploadcare]
) -> None:
    service = arrange(case, emulator)
    names = {
        "origin": emulator.api_base.rstrip("/"),
        "public_key": service.project.public_key,
        "secret_key": service.project.secret_key,
        "fixtures": str(FIXTURES),
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
    for step in case["steps"]:
        expect, before = filled(step["expect"], names), len(sent(claimed))
        try:
            client = make(**settings)
            result = await call(client, filled(step["call"], names))
        except UploadcareError as error:
            check_error(error, expect, settings["secret_key"])
        else:
            check_result(result, expect)
            names.update({name: result[member] for name, member in step.get("save", {}).items()})
        if "http" in expect:
            assert sent(claimed)[before:] == expect["http"]


def arrange(case: Json, emulator: Emulator) -> Service:
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
        service = Service(emulator, emulator.create_project())
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


def sent(service: Service) -> list[str]:
    return service.sent() if service.project.public_key else []


def filled(value: Json, names: dict[str, str]) -> Json:
    """`${name}` in every text."""
    text = json.dumps(value)
    for name, replacement in names.items():
        text = text.replace(f"${{{name}}}", json.dumps(replacement)[1:-1])
    result: Json = json.loads(text)
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


async def call(client: Uploadcare | AsyncUploadcare, call: Json) -> Json:
    options = call.get("options", {})
    match call["op"]:
        case "client":
            members = ("public_key", "api_base", "upload_base", "cdn_base")
            return {name: getattr(client, name) for name in members}
        case "files.list":
            files = client.files.list(**options)
            if call.get("backward"):
                files = files.backward()
            found = await taken(files, call.get("take"))
            uuids = {file.uuid for file in found}
            return {
                "count": len(found),
                "distinct": len(uuids),
                **ends(found),
                "cursor": files.cursor(),
            }
        case "files.pages":
            listed = client.files.list(**options)
            pages = (listed.backward() if call.get("backward") else listed).pages()
            if "moves" in call:
                moves = {"next": pages.next_page, "previous": pages.previous_page}
                found = [await settled(moves[move]()) for move in call["moves"]]
            else:
                found = await taken(pages, call.get("take"))
            return {
                "pages": [page and observe_page(page) for page in found],
                "cursor": pages.cursor(),
            }
        case "files.get":
            return observe(await settled(client.files.get(call["uuid"], **options)))
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


def ends(items: Any) -> Json:
    names = [file.original_filename for file in items]
    return {"first": names[0] if names else None, "last": names[-1] if names else None}


def observe_page(page: Any) -> Json:
    return {
        "count": len(page),
        **ends(page),
        "total": page.total,
        "per_page": page.per_page,
        "has_next": page.next is not None,
        "has_previous": page.previous is not None,
    }


def observe(file: Any) -> Json:
    image = file.content_info and file.content_info.image
    place = image and image.geo_location
    uploaded = file.datetime_uploaded.isoformat(timespec="microseconds")
    plain = ("uuid", "original_filename", "size", "mime_type", "is_image", "is_ready", "metadata")
    return {
        **{name: getattr(file, name) for name in (*plain, "tags", "extra")},
        "is_stored": file.datetime_stored is not None,
        "is_removed": file.datetime_removed is not None,
        "datetime_uploaded": uploaded.replace("+00:00", "Z"),
        "has_original_file_url": file.original_file_url is not None,
        "image_format": image and image.format,
        "image_width": image and image.width,
        "image_height": image and image.height,
        "color_mode": image and image.color_mode,
        "orientation": image and image.orientation,
        "datetime_original": image and image.datetime_original,
        "latitude": place and place.latitude,
        "has_appdata": file.appdata is not None,
    }


def check_result(result: Json, expect: Json) -> None:
    assert "error" not in expect, f"{result} instead of {expect}"
    for name, value in expect["result"].items():
        assert result[name] == value, name


def check_error(error: UploadcareError, expect: Json, secret: str | None) -> None:
    assert "error" in expect, traceback.format_exception(error)
    for name, value in expect["error"].items():
        if name == "message":
            assert value in error.message
        else:
            assert getattr(error, name) == value, name
    shown = f"{error} {error!r} {vars(error)} {traceback.format_exception(error)}"
    assert not secret or secret not in shown.replace(repr(expect), "")
