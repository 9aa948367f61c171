"""Signs with the secret key of the environment, which a client with a signer leaves alone."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uploadcare_sdk import SigningRequest

KEY = os.environ["UPLOADCARE_SECRET_KEY"].encode()


def signature(request: SigningRequest) -> str:
    return hmac.new(KEY, request.string_to_sign.encode(), hashlib.sha1).hexdigest()
