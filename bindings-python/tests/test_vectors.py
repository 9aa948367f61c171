"""What others have published: signatures, hosts and chains of operations."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from conftest import ROOT
from uploadcare_sdk import (
    AsyncUploadcare,
    InvalidSignatureError,
    Transformation,
    Uploadcare,
    WebhookReceiver,
)

FILE = ROOT.parent / "shared/spec/vectors.json"
if not FILE.exists():
    if os.environ.get("CI") == "true":
        raise FileNotFoundError(f"{FILE} is absent on CI")
    pytest.skip(f"{FILE} is not on this machine", allow_module_level=True)

ALL: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
SIGNED = ALL["cdn_signed_url"]["vectors"]
HOSTS = ALL["cname_prefix"]["vectors"]
WEBHOOKS = ALL["webhook_signature"]["vectors"]
CHAINS = ALL["transformation_strings"]["effects"]


def test_all_vectors_are_there() -> None:
    assert len(SIGNED) >= 12
    assert len(HOSTS) >= 5
    assert len(WEBHOOKS) >= 4
    assert len(CHAINS) >= 14


@pytest.mark.parametrize("make", [Uploadcare, AsyncUploadcare])
@pytest.mark.parametrize("vector", SIGNED, ids=lambda vector: vector["name"])
def test_signed_url(vector: dict[str, Any], make: type[Uploadcare | AsyncUploadcare]) -> None:
    plain = vector["url"].partition("?")[0]
    base = "/".join(plain.split("/")[:3])
    client = make("demopublickey", cdn_base=base, delivery_secrets=[vector["secret_hex"]])
    over = datetime.fromtimestamp(vector["exp"], timezone.utc)
    now = over - timedelta(seconds=1)
    if vector["kind"] == "acl":
        url = client.delivery.signed_url(
            plain, kind="acl", acl=vector["acl"], expires_at=over, now=now
        )
    else:
        url = client.delivery.signed_url(plain, kind="url", expires_at=over, now=now)
    assert url == vector["url"]
    signed = client.delivery.verify_signed_url(url, now=now)
    assert (signed.expires_at, signed.kind) == (over, vector["kind"])
    with pytest.raises(InvalidSignatureError, match="over"):
        client.delivery.verify_signed_url(url, now=over)
    assert vector["secret_hex"] not in repr(client)


@pytest.mark.parametrize("vector", HOSTS, ids=lambda vector: vector["public_key"])
def test_hosts(vector: dict[str, str]) -> None:
    client = Uploadcare(vector["public_key"])
    hosts = client.delivery.hosts()
    assert hosts.prefix == vector["prefix"]
    assert hosts.project_base == client.cdn_base == vector["cdn_base"] + "/"
    assert hosts.signed_base == vector["secure_cdn_base"] + "/"


@pytest.mark.parametrize("vector", WEBHOOKS, ids=lambda vector: vector["name"])
def test_webhook(vector: dict[str, str]) -> None:
    assert vector["header_name"] == WebhookReceiver.SIGNATURE_HEADER
    receiver = WebhookReceiver(vector["signing_secret"])
    body = vector["body"].encode()
    receiver.verify(body, vector["header_value"])
    with pytest.raises(InvalidSignatureError):
        receiver.verify(body + b" ", vector["header_value"])


NEW = Transformation()
UUID = "b18b5179-b9f6-4fdc-9920-5539f938fc44"
BUILT = [
    NEW.quality("best")
    .preview(width=160, height=160)
    .setfill("8d8578")
    .stretch("fill")
    .resize(width=220),
    NEW.smart_resize(440, 600).quality("smart"),
    NEW.crop(2000, 1325, align="center"),
    NEW.crop(640, 424, x=2560, y=830),
    NEW.scale_crop(1024, 1024, align="center"),
    NEW.border_radius(["10%"]).border_radius([10, 20, "40%", "80%"], vertical=["30%"]),
    NEW.preview().saturation(-80).contrast(80).warmth(50),
    NEW.preview(width=440, height=400).blur_region("30%", "80%", "50%", "10%", strength=20),
    NEW.preview(width=440, height=440).blur_faces(strength=250),
    NEW.scale_crop(880, 600).blur(strength=200, amount=-120),
    NEW.overlay(UUID, width="50%", height="50%", align="center").preview(),
    NEW.scale_crop(440, 440, align="center")
    .blur(strength=60)
    .gamma(50)
    .overlay_self(width="100%", height="100%", align="center"),
    NEW.preview(width=440, height=440)
    .text_align("right", "bottom")
    .font(size=20, color="fff")
    .text_box("fill", color="fcba0355")
    .text("Up~load\nca/re 👍", "80%", "80%", align="center"),
    NEW.preview(width=440, height=440)
    .rect("ff000080", "50%", "33%", x="50%", y="50%")
    .rect("00ff0080", "33%", "50%", align="center"),
]


@pytest.mark.parametrize(("vector", "built"), list(zip(CHAINS, BUILT, strict=True)))
def test_chain(vector: dict[str, str], built: Transformation) -> None:
    assert str(built) == "-/" + vector["effects"]
    assert Transformation(vector["effects"]) == built
