"""Webhooks, as users of pyuploadcare work with them."""

from __future__ import annotations

import pytest
from local_emulator import Project
from pyuploadcare import Uploadcare
from pyuploadcare.exceptions import AuthenticationError, InvalidRequestError, WebhookIsNotUnique

URL = "https://hooks.test/uploaded"


def test_life_of_a_webhook(client: Uploadcare) -> None:
    assert list(client.list_webhooks()) == []
    hook = client.create_webhook(URL, signing_secret="hush")
    assert (hook.target_url, hook.event, hook.is_active) == (URL, "file.uploaded", True)
    assert hook.signing_secret == "hush"
    assert hook.created == hook.updated
    second = client.create_webhook(URL, event="file.stored", is_active=False)
    assert second.is_active is False
    assert [each.id for each in client.list_webhooks()] == [hook.id, second.id]
    assert [each.id for each in client.list_webhooks(limit=1)] == [hook.id]

    changed = client.update_webhook(hook, target_url=f"{URL}/2", is_active=False)
    assert (changed.id, changed.target_url, changed.is_active) == (hook.id, f"{URL}/2", False)
    assert changed.event == "file.uploaded"
    assert client.update_webhook(second.id, event="file.deleted").event == "file.deleted"

    # By an address that the documents do not have (facts, §11).
    client.delete_webhook(hook)
    client.delete_webhook(second.id)
    assert list(client.list_webhooks()) == []


def test_refusals(client: Uploadcare, project: Project) -> None:
    hook = client.create_webhook(URL)
    with pytest.raises(WebhookIsNotUnique):
        client.create_webhook(URL)
    other = client.create_webhook(f"{URL}/2")
    with pytest.raises(WebhookIsNotUnique):
        client.update_webhook(other, target_url=URL)
    client.delete_webhook(hook)
    with pytest.raises(InvalidRequestError, match="Not found"):
        client.delete_webhook(hook)
    with pytest.raises(InvalidRequestError, match="Not found"):
        client.update_webhook(hook, is_active=False)
    with pytest.raises(InvalidRequestError, match="`target_url` is missing"):
        client.create_webhook("")
    project.control("PATCH", "", {"webhooks_available": False})
    with pytest.raises(AuthenticationError, match="You can't use webhooks"):
        list(client.list_webhooks())
