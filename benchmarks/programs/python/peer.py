"""What `pyuploadcare` costs: `peer.py released|mended WHAT …`.

Mended, it is as released but for the two log texts that hold every body: they are made though
nobody reads them.
"""

from __future__ import annotations

import importlib.machinery
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measure import Measure, calls, clients, kept, show, variable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

MODULE = "pyuploadcare.api.client"
BODIES = ("{str(content)}", "{str(response.content)}")


class Mended(importlib.machinery.SourceFileLoader):
    """Compiles the module without the bodies in its log texts."""

    def get_code(self, fullname: str) -> CodeType:
        """The code of the changed source."""
        path = self.get_filename(fullname)
        source = Path(path).read_text()
        for body in BODIES:
            if source.count(body) != 1:
                sys.exit(f"{path} has no {body} any more: nothing to mend")
            source = source.replace(body, "...")
        return compile(source, path, "exec")


class Finder:
    """Finds that one module as always, and loads it in another way."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """The specification of the module, if it is the one."""
        if name != MODULE:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec and spec.origin:
            spec.loader = Mended(name, spec.origin)
        return spec


version, what, *words = sys.argv[1:]
if version == "mended":
    sys.meta_path.insert(0, Finder)
imported = Measure()
import pyuploadcare  # type: ignore[import-not-found] # noqa: E402 — this is measured

of_import = imported.end()


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
