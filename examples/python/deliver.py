"""Delivers a photo: URLs of it in any shape, the picture itself, and a URL that opens for a while.

`python deliver.py <photo> [<folder for the picture>]`, with `UPLOADCARE_PUBLIC_KEY`; URLs are
signed with `DELIVERY_SECRET`, hexadecimal digits from the settings of the project.
"""

from __future__ import annotations

import os
import sys
import tempfile

from uploadcare_sdk import DownloadProgress, InvalidParameterError, Transformation, Uploadcare

# For a project that has none yet: the URL can be seen, but opens nothing that others do not.
NO_SECRET = "00" * 32


def show(progress: DownloadProgress) -> None:
    print(f"  {progress.received_bytes:,} of {progress.total_bytes or 0:,} bytes")


def main(photo: str, folder: str) -> None:
    secret = os.environ.get("DELIVERY_SECRET", NO_SECRET)
    with Uploadcare(delivery_secrets=[secret]) as client:
        file = client.uploads.upload(photo)
        info = client.delivery.info(file)
        print(f"{file.original_filename}: {info.format}, {info.width} x {info.height}")

        # A value that can be kept, and that others are made of.
        square = Transformation().scale_crop(300, 300, focus="smart_faces").quality("smart")
        stamped = square.text("Hello!", "50%", "20%", align="bottom").format("webp")
        print("square:", client.delivery.url(file, transformation=square, filename="square.jpg"))
        print("srcset:", client.delivery.srcset(file, width=200, transformation=square))

        saved = client.delivery.save(
            file,
            folder,
            transformation=stamped,
            filename="stamped.webp",
            overwrite=True,
            on_progress=show,
        )
        print(f"saved {saved.path}: {saved.content_type}, {saved.size:,} bytes")

        url = client.delivery.signed_url(client.delivery.url(file), lifetime=300, wildcard=True)
        print("signed:", url)
        print("until:", client.delivery.verify_signed_url(url).expires_at)

        # What cannot be is said before anything is sent.
        try:
            square.rotate(45)
        except InvalidParameterError as error:
            print("refused:", error)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
