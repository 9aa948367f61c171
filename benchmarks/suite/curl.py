"""Work as curl does it: the addresses are known beforehand, and nothing is decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suite.cells import Cell, Scale, calls

if TYPE_CHECKING:
    from pathlib import Path

    from support.service import Project


def addresses(project: Project) -> list[str]:
    """The address of each page of the files of a project."""
    base = project.ready["api_base"]
    url: str | None = f"{base}files/?limit=1000"
    found: list[str] = []
    while url:
        found.append(url)
        url = project.rest("GET", url.removeprefix(base))["next"]
    return found


def settings(
    project: Project, cell: Cell, scale: Scale, uuid: str, small: list[str], pages: list[str]
) -> str:
    """The settings file of one run."""
    keys = f"{project.public_key}:{project.keys['secret_key']}"
    head = [
        f'header = "Authorization: Uploadcare.Simple {keys}"',
        'header = "Accept: application/vnd.uploadcare-v0.7+json"',
        "silent",
        "show-error",
        "fail",
    ]
    if cell.what == "listing":
        urls = pages
    elif cell.what == "calls":
        url = f"{project.ready['api_base']}files/{uuid}/"
        urls = [url] * calls(cell, scale)
    else:
        return posts(project, small)
    at_once = ["parallel", f"parallel-max = {cell.at_once}"] if cell.at_once > 1 else []
    bodies = [line for url in urls for line in (f'url = "{url}"', 'output = "/dev/null"')]
    return "\n".join([*head, *at_once, *bodies])


def posts(project: Project, small: list[str]) -> str:
    """Settings of uploads, eight at a time."""
    lines = ["parallel", "parallel-max = 8"]
    for at, path in enumerate(small):
        lines += [
            *(["next"] if at else []),
            "silent",
            "show-error",
            "fail",
            f'url = "{project.ready["upload_base"]}base/"',
            f'form-string = "UPLOADCARE_PUB_KEY={project.public_key}"',
            f'form = "file=@{path};type=application/octet-stream"',
            'output = "/dev/null"',
        ]
    return "\n".join(lines)


def command(program: str, folder: Path, text: str) -> list[str]:
    """Writes the settings; gives the command that reads them."""
    file = folder / "curl.txt"
    file.write_text(text)
    # Without the settings of whoever runs this.
    return [program, "-q", "-K", str(file)]
