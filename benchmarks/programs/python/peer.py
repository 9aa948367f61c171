"""What `pyuploadcare` costs: `peer.py released|mended WHAT …`.

Mended, it is as released but for what `mend.py` leaves out.
"""

from __future__ import annotations

import sys
import time

version, what, *words = sys.argv[1:]
if version == "mended":
    import mend

    mend.pyuploadcare()
# Before anything else, for what others have imported would cost nothing here.
wall, cpu = time.perf_counter(), time.process_time()
import pyuploadcare  # type: ignore[import-not-found] # noqa: E402

of_import = {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}

from concurrent.futures import ThreadPoolExecutor  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from measure import Measure, calls, clients, kept, show, variable  # noqa: E402


def client() -> Any:
    """A client of the project."""
    return pyuploadcare.Uploadcare(  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        public_key=variable("PUBLIC_KEY"),
        secret_key=variable("SECRET_KEY"),
        api_base=variable("API_BASE"),
        upload_base=variable("UPLOAD_BASE"),
        signed_uploads_ttl=600,
    )


def listing() -> None:
    """All files, one after the other."""
    files = client().list_files(request_limit=1000)
    measure = Measure()
    count = check = 0
    for file in files:
        count += 1
        check += len(file.filename) + file.size
    show(measure.end(count=count, check=check))


def one(client: Any, path: str) -> None:
    """Uploads a file."""
    with Path(path).open("rb") as file:
        client.upload(file)


def many(paths: list[str]) -> None:
    """Many small files, eight at a time."""
    made = client()
    measure = Measure()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, [made] * len(paths), paths))
    show(measure.end(count=len(paths)))


def start(uuid: str) -> None:
    """From the import to the first answer."""
    measure = Measure()
    made = client()
    of_client = measure.end()
    measure = Measure()
    made.file(uuid).update_info()
    show({"import": of_import, "made": of_client, "first": measure.end()})


if what == "listing":
    listing()
elif what == "calls":
    made = client()

    def call() -> int:
        """Asks for a file anew."""
        info = made.file(words[0]).info
        return len(info["original_filename"]) + int(info["size"])

    calls(call, int(words[1]), int(words[2]))
elif what == "upload":
    made = client()
    measure = Measure()
    one(made, words[1])
    show(measure.end(count=1))
elif what == "many":
    many(words)
elif what == "start":
    start(words[0])
elif what == "memory":
    made = client()
    kept(lambda: list(made.list_files(request_limit=1000)))
elif what == "clients":
    clients(client, int(words[0]))
else:
    sys.exit(f"no measurement {what}")
