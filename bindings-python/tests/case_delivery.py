"""What the shared cases ask of delivery and received webhooks beside the generated operations."""

from __future__ import annotations

import inspect
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from observed import observe
from uploadcare_sdk import Transformation, WebhookReceiver

if TYPE_CHECKING:
    from case_clients import Client

Json = dict[str, Any]

# Parts of a client of an account.
ACCOUNT = ("projects.", "secrets.", "usage.")

DELIVERY = (
    "delivery.download",
    "delivery.save",
    "receiver.receive",
    "receiver.verify",
    "transformation.build",
)


async def deliver(client: Client, asked: Json, folder: Path) -> Json:
    """One of these calls; `folder` is that of the case."""
    args, options = asked["args"], asked.get("options", {})
    if "with" in asked:
        client = client.with_options(**asked["with"])
    match asked["op"]:
        case "delivery.download":
            content = await _settled(client.delivery.download(args["file"], **options))
            return _seen(content)
        case "delivery.save":
            # A slash at its end stays, as it would not in a `Path`.
            path = f"{folder}/{args['path']}" if "path" in args else folder
            saved = await _settled(client.delivery.save(args["file"], path, **options))
            assert Path(saved.path).stat().st_size == saved.size
            name = Path(saved.path).name
            return {"size": saved.size, "content_type": saved.content_type, "name": name}
        case "transformation.build":
            built = Transformation()
            for step in args["steps"]:
                method = getattr(built, step["op"])
                built = method(**step.get("args", {}), **step.get("options", {}))
            return {"value": str(built)}
        case "receiver.verify":
            receiver = WebhookReceiver(args["secrets"])
            receiver.verify(args["body"].encode(), args["signature"])
            return {}
        case _:
            receiver = WebhookReceiver(args["secrets"])
            delivery: Json = observe(receiver.receive(args["body"].encode(), args["signature"]))
            return delivery


async def _settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def _seen(content: bytes) -> Json:
    seen: Json = {"size": len(content)}
    if len(content) <= 200:
        with suppress(UnicodeDecodeError):
            seen["text"] = content.decode()
    return seen
