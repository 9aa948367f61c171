"""Makes calls in processes that `multiprocessing` spawns, after some in their parent."""

from __future__ import annotations

import multiprocessing

from uploadcare_sdk import Uploadcare

client = Uploadcare()


def look_at(uuid: str) -> str:
    return client.files.get(uuid).original_filename


if __name__ == "__main__":
    files = list(client.files.list())
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        names = pool.map(look_at, [file.uuid for file in files])
    assert names == [file.original_filename for file in files]
    print(len(names))
