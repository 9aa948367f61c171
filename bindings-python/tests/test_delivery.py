"""URLs, signatures, and what the CDN tells of images."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import pytest
from conftest import FIXTURES, Service
from uploadcare_sdk import (
    AsyncUploadcare,
    ConfigurationError,
    ForbiddenError,
    InvalidParameterError,
    InvalidSignatureError,
    RejectedError,
    Transformation,
    Uploadcare,
)

if TYPE_CHECKING:
    from pathlib import Path

SECRETS = [secrets.token_hex(32), secrets.token_hex(32)]
NOWHERE = "21975c81-7f57-4c7a-aef9-acfe28779f78"


def opened(url: str) -> int:
    """The status that anybody gets."""
    try:
        with build_opener(ProxyHandler({})).open(url, timeout=30) as answer:
            status: int = answer.status
            return status
    except HTTPError as error:
        error.close()
        return error.code


def test_signed_urls(service: Service, client: Uploadcare, tmp_path: Path) -> None:
    file = client.uploads.upload(FIXTURES / "photo.jpg")
    service.configure(delivery_secrets=SECRETS)
    plain = client.delivery.url(file)
    assert opened(plain) == 403
    with pytest.raises(ForbiddenError):
        client.delivery.download(file)
    with pytest.raises(ConfigurationError) as caught:
        client.delivery.signed_url(plain)
    assert caught.value.parameter == "delivery_secrets"

    signing = client.with_options(delivery_secrets=[SECRETS[1]])
    url = signing.delivery.signed_url(plain, lifetime=60)
    assert opened(url) == 200
    both = client.with_options(delivery_secrets=SECRETS)
    signed = both.delivery.verify_signed_url(url)
    assert (signed.secret_index, signed.acl) == (1, f"/{file.uuid}/")
    second = client.uploads.upload(b"text").uuid
    for other in (url[:-1] + ("0" if url[-1] != "0" else "1"), url.replace(file.uuid, second)):
        assert opened(other) == 403
        with pytest.raises(InvalidSignatureError):
            both.delivery.verify_signed_url(other)
    with pytest.raises(InvalidSignatureError, match="over"):
        both.delivery.verify_signed_url(url, now=signed.expires_at + timedelta(seconds=1))

    # One token for all that is made of the file.
    url = signing.delivery.signed_url(plain, wildcard=True)
    path, token = url.split("?")
    assert opened(f"{path}-/preview/20x20/?{token}") == 200

    # What the client itself gets, it signs.
    content = (FIXTURES / "photo.jpg").read_bytes()
    assert signing.delivery.download(file) == content
    saved = signing.delivery.save(file, tmp_path)
    assert saved.size == len(content)
    assert signing.delivery.info(file).format


def test_secrets_are_shown_nowhere(client: Uploadcare) -> None:
    signing = client.with_options(delivery_secrets=SECRETS)
    for shown in (repr(signing), repr(signing.delivery), str(vars(signing))):
        assert not any(secret in shown for secret in SECRETS)
    for wrong in (["zz"], [*SECRETS, SECRETS[0]]):
        with pytest.raises(ConfigurationError) as caught:
            client.with_options(delivery_secrets=wrong)
        assert caught.value.parameter == "delivery_secrets"
        assert not any(secret in str(caught.value) for secret in SECRETS)


async def test_facts_of_images(client: Uploadcare, async_client: AsyncUploadcare) -> None:
    photo = client.uploads.upload(FIXTURES / "photo.jpg")
    text = client.uploads.upload(b"text", filename="a.txt")
    info = client.delivery.info(photo)
    assert info == await async_client.delivery.info(photo)
    assert (info.format, info.width is not None) == ("JPEG", True)
    small = await async_client.delivery.info(
        photo, transformation=Transformation().preview(width=20, height=20)
    )
    assert max(small.width or 0, small.height or 0) == 20
    assert client.delivery.faces(photo) == await async_client.delivery.faces(photo)
    colors = client.delivery.main_colors(photo, count=3)
    assert len(colors) == 3
    assert colors == await async_client.delivery.main_colors(photo, count=3)
    with pytest.raises(RejectedError):
        client.delivery.faces(text)
    with pytest.raises(InvalidParameterError, match="1 to 256"):
        await async_client.delivery.main_colors(photo, count=0)


def test_urls_send_nothing(service: Service, client: Uploadcare) -> None:
    delivery = client.delivery
    base = client.cdn_base
    assert delivery.group_url(f"{NOWHERE}~2", index=1) == f"{base}{NOWHERE}~2/nth/1/"
    assert delivery.gif_to_video_url(NOWHERE, format="webm").endswith("/gif2video/-/format/webm/")
    assert delivery.face_detection_url(NOWHERE) == f"{base}{NOWHERE}/detect_faces/"
    assert "ucr.io/" in delivery.proxy_url("https://example.com/a.jpg")
    assert delivery.srcset(NOWHERE, widths=[100, 200]).count(NOWHERE) == 2
    assert delivery.rewrite_url(f"https://ucarecdn.com/{NOWHERE}/") == f"{base}{NOWHERE}/"
    with pytest.raises(InvalidParameterError, match="example"):
        delivery.parse_url(f"https://example.com/{NOWHERE}/")
    assert service.sent() == []


async def test_urls_of_answers(async_client: AsyncUploadcare) -> None:
    rewriting = async_client.with_options(rewrite_urls=True, cdn_base="https://cdn.example.com/a/")
    file = await async_client.uploads.upload(b"text", filename="a.txt")
    told = await rewriting.files.get(file)
    assert (told.original_file_url or "").startswith(f"https://cdn.example.com/a/{file.uuid}/")
    told = await async_client.files.get(file)
    assert "cdn.example.com" not in (told.original_file_url or "")


async def test_explained(client: Uploadcare, async_client: AsyncUploadcare) -> None:
    request = client.explain(lambda client: client.delivery.download_stream(NOWHERE))
    assert (request.method, request.url) == ("GET", f"{client.cdn_base}{NOWHERE}/")
    request = await async_client.explain(lambda client: client.delivery.download_stream(NOWHERE))
    assert request.url == f"{client.cdn_base}{NOWHERE}/"
    request = client.explain(lambda client: client.delivery.info(NOWHERE))
    assert request.url == f"{client.cdn_base}{NOWHERE}/-/json/"
