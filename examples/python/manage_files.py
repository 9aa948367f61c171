"""Uploads files, finds and copies them, converts a text, scans for viruses, and cleans up.

`python manage_files.py FILE FILE FILE`, with `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY`
set.
"""

from __future__ import annotations

import sys
import time

from uploadcare_sdk import Uploadcare, UploadcareError, UploadedFile


def main(paths: list[str]) -> None:
    with Uploadcare(user_agent="manage-files-example/1.0") as client:
        uploaded = [client.uploads.upload(path) for path in paths]
        for file in uploaded:
            print(f"uploaded {file.original_filename}, {file.size:,} B")

        # A tag of this run, so that other files of the project are left alone.
        tag = f"example-{time.time_ns()}"
        for file in uploaded:
            client.tags.update(file, add=[tag])
            client.metadata.set(file, "example", "python")
        print(f"tagged {len(uploaded)} files, and gave them metadata")

        found = find(client, tag, len(uploaded))
        print("found, the largest first:", ", ".join(found))

        copy = client.files.copy_local(uploaded[0], store=True, wait=True)
        print(f"copied {copy.original_filename}, {copy.size:,} B")

        made = [copy.uuid]
        text = next((file for file in uploaded if file.original_filename.endswith(".txt")), None)
        if text:
            path = client.conversion.document_path(text, format="pdf")
            job = client.conversion.convert_document(path)
            status = job.wait(lambda status: print(f"conversion to PDF: {status.state}"))
            made += [status.uuid] if status.uuid else []

        print(f"virus scan: {scan(client, uploaded[0])}")

        hook = client.webhooks.create(f"https://example.com/{tag}", "file.uploaded")
        client.webhooks.delete(hook.id)
        print(f"created and deleted a webhook for {hook.event}")

        result = client.files.delete_many(
            [*uploaded, *made, "00000000-0000-4000-8000-000000000000"]
        )
        print(f"deleted {len(result.files)} files")
        for problem in result.problems:
            print(f"not deleted: {problem.source}: {problem.message}")


def find(client: Uploadcare, tag: str, count: int) -> list[str]:
    """Looks several times: new files are found after some seconds."""
    names: list[str] = []
    for _ in range(30):
        files = client.files.search(tags={"all": [tag]}, sort=["-size"])
        names = [file.original_filename for file in files]
        if len(names) == count:
            break
        time.sleep(1)
    return names


def scan(client: Uploadcare, file: UploadedFile) -> str:
    client.addons.scan_for_viruses(file).wait()
    appdata = client.files.get(file, include_appdata=True).appdata
    if not (appdata and appdata.uc_clamav_virus_scan):
        return "no result"
    found = appdata.uc_clamav_virus_scan.data
    return f"infected with {found.infected_with}" if found.infected else "clean"


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: manage_files.py FILE FILE FILE")
    try:
        main(sys.argv[1:])
    except (UploadcareError, OSError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
