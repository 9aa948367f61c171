"""What the examples of received webhooks share: it makes the service deliver, and then forges."""

from __future__ import annotations

import os
import queue
import secrets
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from uploadcare_sdk import Uploadcare, WebhookReceiver

SECRET = os.environ.get("WEBHOOK_SECRET") or secrets.token_hex(16)
"""What the service signs deliveries with. It is given when the webhook is made."""

came: queue.Queue[tuple[bytes, str | None]] = queue.Queue()
"""Bodies and signatures that the server has taken for genuine."""


def demonstrate(url: str) -> None:
    """Has a real delivery sent to a server, then sends it the same with one bit changed."""
    with Uploadcare() as client, tempfile.TemporaryDirectory() as folder:
        webhook = client.webhooks.create(url, "file.uploaded", signing_secret=SECRET)
        path = Path(folder) / "hello.txt"
        path.write_text("Hello")
        client.uploads.upload(path)
        body, signature = came.get(timeout=30)
        forged = bytes([body[0] ^ 1]) + body[1:]
        client.webhooks.delete(webhook.id)
        check("the same again", send(url, body, signature), 200)
        check("one bit changed", send(url, forged, signature), 403)
        check("no signature", send(url, body, None), 403)


def check(what: str, status: int, wanted: int) -> None:
    print(f"{what}: {status}")
    if status != wanted:
        raise SystemExit(f"that must be {wanted}")


def send(url: str, body: bytes, signature: str | None) -> int:
    """Sends a delivery as the service does; gives the status of the answer."""
    headers = {"Content-Type": "application/json"}
    if signature is not None:
        headers[WebhookReceiver.SIGNATURE_HEADER] = signature
    request = urllib.request.Request(url, body, headers)
    # The server is on this machine: no proxy of the environment leads there.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code
