"""What webhooks deliver."""

from __future__ import annotations

from ._generated._native import NativeWebhookReceiver
from ._references import texts
from ._sources import raw

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final

    from typing_extensions import Buffer

    from ._generated._native import WebhookDelivery
    from ._sources import Bytes


class WebhookReceiver:
    """Receives what webhooks deliver: finds out whether a delivery is genuine, and reads it.

    It needs no client and no network, and may be used by several threads.

        receiver = WebhookReceiver("signing secret of the webhook")
        delivery = receiver.receive(body, headers.get(WebhookReceiver.SIGNATURE_HEADER))
    """

    __slots__ = ("_native", "_number")

    SIGNATURE_HEADER: Final = "X-Uc-Signature"
    """Name of the header that the signature comes in."""

    def __init__(self, secrets: str | Iterable[str]) -> None:
        """Makes a receiver of deliveries that are signed with one of these secrets.

        Args:
            secrets: The signing secret of the webhook, of 1 to 32 characters; several while one
                takes the place of another.

        Raises:
            ConfigurationError: For no secret, or one that cannot be one.
        """
        given = [secrets] if isinstance(secrets, str) else texts(secrets, "secrets")
        self._native = NativeWebhookReceiver(given)
        self._number = len(given)

    def receive(self, body: Buffer, signature: str | None) -> WebhookDelivery:
        """Reads a delivery, if it is genuine.

        Reference: REST API, Signed webhooks; Webhook payload.

        Args:
            body: The bytes of the request as they came; not JSON that was read and written again.
            signature: The text of the header `X-Uc-Signature`, None if there was none.

        Returns:
            The event, and the file that it is about.

        Raises:
            InvalidSignatureError: If it is not genuine; the message says why.
            DecodeError: If it is genuine, but no delivery.
        """
        return self._native.receive(_body(body), signature)

    def verify(self, body: Buffer, signature: str | None) -> None:
        """Finds out whether a delivery is genuine, in the same time whatever comes out.

        Reference: REST API, Signed webhooks.

        Args:
            body: The bytes of the request as they came.
            signature: The text of the header `X-Uc-Signature`, None if there was none.

        Raises:
            InvalidSignatureError: If it is not; the message says why.
        """
        self._native.verify(_body(body), signature)

    def __repr__(self) -> str:
        secrets = "1 secret" if self._number == 1 else f"{self._number} secrets"
        return f"<{type(self).__name__} with {secrets}>"


def _body(body: object) -> Bytes:
    if (found := raw(body)) is None:
        raise TypeError(
            f"body must be the bytes of the request as they came, not {type(body).__name__}: text "
            "or JSON that was read has lost them, and they are what was signed"
        )
    return found
