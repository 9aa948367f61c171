"""Uploads and lists without the secret key: a backend signs, and every step of every call is shown.

`python sign_elsewhere.py`, with `UPLOADCARE_PUBLIC_KEY`, and with `SIGNING_URL` of a backend that
answers `{"string_to_sign"}` with `{"signature"}`.
"""

from __future__ import annotations

import json
import logging
import os
import urllib.request
from collections.abc import Callable

from uploadcare_sdk import SignerError, SigningRequest, Uploadcare


def backend(url: str) -> Callable[[SigningRequest], str]:
    def sign(request: SigningRequest) -> str:
        question = json.dumps({"string_to_sign": request.string_to_sign}).encode()
        with urllib.request.urlopen(url, question) as answer:
            signature: str = json.load(answer)["signature"]
        return signature

    return sign


def main() -> None:
    logging.basicConfig(format="  %(message)s")
    logging.getLogger("uploadcare_sdk").setLevel(logging.DEBUG)

    with Uploadcare(signer=backend(os.environ["SIGNING_URL"])) as client:
        client.uploads.upload(b"Hello", filename="hello.txt")

        # For these calls: more patience with the service, less with its answers.
        patient = client.with_options(max_retries=5, timeout=20)
        print(sum(1 for _ in patient.files.list()), "files")

        print(client.explain(lambda client: client.project.get(), redact=True).curl)

    # A backend that refuses: the call fails with what the signer raised, and nothing is sent.
    with Uploadcare(signer=backend("http://127.0.0.1:1/")) as lost:
        try:
            lost.project.get()
        except SignerError as error:
            print(error, "from", repr(error.__cause__))


if __name__ == "__main__":
    main()
