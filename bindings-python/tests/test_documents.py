"""The examples and every block of Python in the README are run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import FIXTURES, ROOT, Service, emulator_program
from pyarrow.parquet import ParquetFile
from uploadcare_sdk.testing import Emulator

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.DOTALL | re.MULTILINE)

# What blocks with a mark in them print.
OUTPUTS = [
    ("Page by page", "photo.jpg", "16 of 16", "image/jpeg"),
    ("upload_many", "18754 of 18754", "no such file failed: ", "fetched "),
    ("uploads.resume", " of 4 parts", "large.bin 16000000"),
    ("UploadClient(", "hello.txt"),
    (
        "avatar = ",
        "-/scale_crop/200x200/smart_faces/-/format/auto/",
        "640w",
        "JPEG ",
        "angle `angle`",
    ),
    ("copy.jpg", "bytes in memory", "image/jpeg 18754", "18754 of 18754", "copy.jpg 18754"),
    ("another.jpg", "the first", " True"),
    ("verify_signed_url", "good until 20", "not genuine: "),
    ("WebhookReceiver([", "refused: the delivery has no signature", "403"),
    ("AccountClient()", "it is told only now: ", "200 days", " traffic 0 bytes"),
    ("unordered=", "photo-3.txt", "18288 bytes in all"),
    ("list_slices", "18288 bytes in all"),
    ("files.search", "photo-1.txt 2000", "photo-3.txt 2000"),
    ("tags.update", "['summer'] instead of ['river']", "{'album': 'summer'}"),
    ("delete_many", "3 deleted"),
    ("convert_document", "processing\nfinished\nthe PDF is "),
    ("detect_labels", "Person "),
    ("remove_background", "processing None\nfinished "),
    ("with_options", "within five seconds: hello.txt"),
    ("signer=", "by a signature from elsewhere"),
    ("explain", "GET http://127.0.0.1:", "/files/?limit=10\ncurl -X GET ", "<redacted>"),
]

# How the bar of an upload ends.
BARS = {
    "plain": r"\[#{30}\] 100% of 20,000,000 bytes, 4 of 4 parts",
    "tqdm": r"100%\|.* 20\.0M/20\.0M \[.*, 4 of 4 parts\]",
}


def run(
    service: Service, folder: Path, *command: str, logs: bool = False, **environment: str
) -> str:
    environment = {
        **service.environment(),
        **environment,
        "UPLOADCARE_EMULATOR_BIN": emulator_program(),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for line in done.stderr.splitlines():
        assert logs, line
        assert re.match(r"(DEBUG|INFO) call \d+: GET 127\.0\.0\.1:\d+/project/", line)
    assert logs == bool(done.stderr)
    return done.stdout


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_readme(block: str, service: Service, tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "photo.jpg", tmp_path)
    service.seed(12)
    service.seed(3, filename="photo-{n}.txt", size=2000, stored=False)
    account = service.emulator.create_account().token if "AccountClient()" in block else ""
    command = ("-W", "error", "-c", block)
    logs = "basicConfig" in block
    output = run(service, tmp_path, *command, logs=logs, UPLOADCARE_ACCOUNT_TOKEN=account)
    for mark, *parts in OUTPUTS:
        assert mark not in block or all(part in output for part in parts), output


@pytest.mark.parametrize("example", ["list_files.py", "list_files_async.py"])
def test_example(example: str, service: Service) -> None:
    output = run(service, ROOT / "examples/python", "-W", "error", example, str(FIXTURES))
    files = [path.name for path in FIXTURES.iterdir()]
    assert len(files) > 4
    for name in files:
        assert output.count(name) >= 3
    assert f"4 of {len(files)}: " in output


def test_example_of_managing_files(service: Service) -> None:
    texts = [path.name for path in FIXTURES.iterdir() if path.suffix == ".txt"]
    files = [str(FIXTURES / name) for name in ("photo.jpg", "document.pdf", texts[0])]
    output = run(service, ROOT / "examples/python", "-W", "error", "manage_files.py", *files)
    for part in (
        "uploaded photo.jpg",
        "found, the largest first: ",
        "copied photo.jpg",
        "conversion to PDF: finished",
        "virus scan: clean",
        "created and deleted a webhook for file.uploaded",
        "deleted 5 files",
        "not deleted: 00000000-0000-4000-8000-000000000000: ",
    ):
        assert part in output
    with service.emulator.client(service.project) as client:
        assert list(client.files.list()) == []


@pytest.mark.parametrize("bar", BARS)
def test_example_of_large_uploads(service: Service, tmp_path: Path, bar: str) -> None:
    large, modules = tmp_path / "large.bin", tmp_path / "modules"
    large.write_bytes(bytes(20_000_000))
    modules.mkdir()
    if bar == "plain":
        (modules / "tqdm.py").write_text("raise ImportError")
    arguments = ["upload_large.py", str(large), str(FIXTURES / "photo.jpg")]
    examples = ROOT / "examples/python"
    output = run(service, examples, "-W", "error", *arguments, PYTHONPATH=str(modules))
    before, _, _ = output.partition("\nuploaded as ")
    assert re.fullmatch(BARS[bar], before.splitlines()[-1])
    assert output.count("uploaded as ") == 2
    assert set(tmp_path.iterdir()) == {large, modules}


def test_example_of_delivery(service: Service, tmp_path: Path) -> None:
    photo = str(FIXTURES / "photo.jpg")
    arguments = ["-W", "error", "deliver.py", photo, str(tmp_path)]
    output = run(service, ROOT / "examples/python", *arguments)
    for part in (
        "photo.jpg: JPEG, ",
        "-/scale_crop/300x300/smart_faces/-/quality/smart/square.jpg",
        "resize/600x/ 3x",
        f"saved {tmp_path}/stamped.webp: image/webp, ",
        "signed: http://127.0.0.1:",
        "refused: `angle` must be a multiple of 90",
    ):
        assert part in output
    assert (tmp_path / "stamped.webp").read_bytes()[8:12] == b"WEBP"


@pytest.mark.parametrize("framework", ["fastapi", "flask"])
def test_example_of_received_webhooks(service: Service, framework: str) -> None:
    output = run(service, ROOT / "examples/python", f"receive_webhooks_{framework}.py")
    lines = output.splitlines()
    genuine = "genuine: file.uploaded hello.txt"
    assert lines[:3] == [genuine, genuine, "the same again: 200"]
    assert lines[3].startswith("refused: the signature does not fit the body")
    assert lines[4] == "one bit changed: 403"
    assert lines[5].startswith("refused: the delivery has no signature")
    assert lines[6:] == ["no signature: 403"]


def test_example_of_usage(emulator: Emulator, tmp_path: Path) -> None:
    account = emulator.create_account()
    project = emulator.create_project(account)
    today = datetime.now(timezone.utc).date()
    days = [today - timedelta(days=number) for number in range(2, 100)]
    emulator.add_usage(({"date": str(day), "traffic": 1000} for day in days), project)
    output = run(
        Service(emulator, project),
        ROOT / "examples/python",
        "usage_chart.py",
        str(tmp_path / "usage.png"),
        "98",
        UPLOADCARE_ACCOUNT_TOKEN=account.token,
        MPLCONFIGDIR=str(tmp_path),
    )
    assert f"98 days, 98,000 bytes of traffic: {tmp_path}/usage.png" in output
    assert (tmp_path / "usage.png").read_bytes().startswith(b"\x89PNG")


def fill(service: Service) -> None:
    """Files of a year, whose sums are known."""
    year = timedelta(days=364)
    start = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
    for count, size, filename, mime_type in (
        (1500, 2_000, "photo-{n}.jpg", "image/jpeg"),
        (900, 500, "note-{n}.txt", "text/plain"),
        (100, 70_000, "film-{n}.mp4", "video/mp4"),
    ):
        service.seed(
            count,
            size=size,
            filename=filename,
            mime_type=mime_type,
            start=start.isoformat(),
            step_us=year // timedelta(microseconds=1) // count,
            metadata={"album": "summer"},
            tags=["river", "sun"],
        )


def test_example_of_a_report(service: Service, tmp_path: Path) -> None:
    fill(service)
    output = run(
        service,
        ROOT / "examples/python",
        *("-W", "error", "project_report.py", "2"),
        DASK_TEMPORARY_DIRECTORY=str(tmp_path),
        # It warns of machines that have much to do.
        DASK_LOGGING__DISTRIBUTED="error",
    )
    lines = output.splitlines()
    shares = re.fullmatch(r"\d+ parts, read by [12] processes: (.*) files", lines[0])
    assert shares
    assert sum(int(share.replace(",", "")) for share in shares[1].split(", ")) == 2500
    assert lines[1] == "2,500 files, 10,450,000 bytes"
    rows = {line.split()[0]: line.split()[1:] for line in lines[2:] if line}
    assert rows["video/mp4"] == ["100", "7,000,000"]
    assert rows["image/jpeg"] == ["1,500", "3,000,000"]
    assert rows["text/plain"] == ["900", "450,000"]
    months = {name: row for name, row in rows.items() if name.startswith("2026-")}
    assert list(months) == [f"2026-{month:02}" for month in range(1, 13)]
    assert sum(int(files) for files, _ in months.values()) == 2500
    assert output.count("70,000  film-") == 5


def test_example_of_parquet(service: Service, tmp_path: Path) -> None:
    fill(service)
    folder = tmp_path / "files"
    arguments = ["-W", "error", "export_parquet.py", str(folder), "2"]
    output = run(service, ROOT / "examples/python", *arguments)
    assert "2,500 files, 10,450,000 bytes, all there when read back" in output
    assert "uploaded from 2026-01-01 12:00:00" in output
    with service.emulator.client(service.project) as client:
        listed = {file.uuid: file for file in client.files.list()}
    # Types of Arrow say nothing of some options.
    parts = [ParquetFile(path).read() for path in folder.iterdir()]  # pyright: ignore[reportUnknownMemberType]
    rows = [row for part in parts for row in part.to_pylist()]
    assert len(rows) == len(listed) == 2500
    for row in rows:
        file = listed.pop(row["uuid"])
        assert row["size"] == file.size
        assert row["filename"] == file.original_filename
        assert row["mime_type"] == file.mime_type
        assert row["uploaded"] == file.datetime_uploaded
        assert row["stored"] == file.datetime_stored
        assert dict(row["metadata"]) == file.metadata == {"album": "summer"}
        assert row["tags"] == file.tags == ["river", "sun"]
    assert not listed


def test_importing_is_light(service: Service) -> None:
    modules = set(service.run("imported.py").split())
    assert "uploadcare_sdk._generated._native" in modules
    heavy = {"asyncio", "collections", "dataclasses", "datetime", "json", "ssl", "typing", "uuid"}
    assert not modules & heavy
