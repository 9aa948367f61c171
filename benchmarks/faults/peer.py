"""One call of the official client for Python: reads which, and when, and tells what came of it."""

from __future__ import annotations

import io
import json
import sys
import warnings
from typing import Any

from pyuploadcare import Uploadcare
from pyuploadcare.exceptions import UploadcareException

warnings.simplefilter("ignore")


def call(client: Uploadcare, name: str, uuid: str) -> dict[str, Any]:
    """Makes the call and gives what matters of its result, in our words."""
    match name:
        case "list":
            return {"count": len(list(client.list_files(request_limit=2)))}
        case "get":
            return {"uuid": str(client.file(uuid).update_info()["uuid"])}
        case "store":
            file = client.file(uuid)
            file.store()
            return {"uuid": str(file.info["uuid"])}
        case "search":
            request = {"phrase": {"original_filename": "file"}}
            return {"count": len(list(client.iterate_search_files(request, limit=1)))}
        case "delete":
            client.metadata_api.delete_key(uuid, "pet")
            return {}
        case "create":
            return {"target_url": str(client.create_webhook("http://127.0.0.1:9/hook").target_url)}
        case "upload":
            text = io.BytesIO(b"some text")
            text.name = "a.txt"
            return {"uuid": client.upload(text, size=9).uuid}
        case _:
            raise NotImplementedError(name)


def main() -> None:
    task = json.loads(sys.stdin.readline())
    client = Uploadcare(
        public_key=task["public_key"],
        secret_key=task["secret_key"],
        api_base=task["api_base"],
        upload_base=task["upload_base"],
        **task["options"],
    )
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        outcome = {"result": call(client, task["call"], task["uuid"])}
    except NotImplementedError:
        outcome = {"lacking": True}
    except Exception as error:
        kind = type(error)
        is_own = isinstance(error, UploadcareException)
        name = kind.__name__ if is_own else f"{kind.__module__.split('.')[0]}.{kind.__name__}"
        outcome = {"error": name.removeprefix("builtins."), "is_own": is_own, "message": str(error)}
    print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main()
