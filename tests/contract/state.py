"""A project in which every operation finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_emulator import Project

if TYPE_CHECKING:
    Json = dict[str, Any]

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
ADDONS = (
    "aws_rekognition_detect_labels",
    "aws_rekognition_detect_moderation_labels",
    "uc_clamav_virus_scan",
    "remove_bg",
)
ENDS = ("finished", "failed", "cancelled", "stuck")
KEYS = ("kind", "note", "pet")


class State:
    """What there is to ask about."""

    def __init__(self, ready: Json) -> None:
        self.project = project = Project(ready)
        # A copy stays as it is until somebody looks at it, and jobs end by looks, not by time.
        project.control("PATCH", "", {"copy_polls": 1_000_000, "job_ms": 1_000_000_000})
        metadata = {f"metadata[{key}]": f"{key} of a file" for key in KEYS}
        self.photo = project.fixture("photo.jpg", "image/jpeg", **metadata)
        self.clip = project.fixture("clip.mp4", "video/mp4", **metadata)
        self.document = project.fixture("document.pdf", "application/pdf", **metadata)
        drawing = project.fixture("drawing.png", "image/png", **metadata)
        unsafe = project.upload(b"unsafe", "unsafe.jpg", "image/jpeg", UPLOADCARE_STORE="0")
        infected = project.upload(EICAR, "infected.txt", "text/plain", **metadata)
        removed = project.upload(b"no more", "removed.txt", "text/plain")
        busy = project.upload(b"busy", "busy.txt", "text/plain")

        self.files = [self.photo, self.clip, self.document, drawing, unsafe, infected]
        self.groups = [
            project.group(self.photo, f"{drawing}/-/resize/x800/"),
            project.group(self.document, removed),
        ]
        project.rest("DELETE", f"files/{removed}/storage/")
        copied = project.rest("POST", "files/local_copy/", {"source": self.photo})
        self.shown = [*self.files, removed, copied["result"]["uuid"]]

        self.requests = {name: self._addon(name, busy) for name in ADDONS}
        self.targets = [busy, *self.files]
        self.tokens = {
            "document": self._tokens("document", f"{self.document}/document/-/format/png/"),
            "video": self._tokens("video", f"{self.clip}/video/-/thumbs~2/"),
        }
        self.hooks = [self._hook(number) for number in range(6)]
        self.doomed_files = [
            project.upload(b"doomed", f"doomed-{number}.txt", "text/plain", **metadata)
            for number in range(10)
        ]
        self.doomed_groups = [project.group(self.photo) for _ in range(10)]
        self.doomed_hooks = [self._hook(number) for number in range(10, 20)]

    def _addon(self, name: str, busy: str) -> list[str]:
        """Calls of an add-on that are done, failed and under way."""
        requests = []
        for target, end in (
            *((file, "finished") for file in self.files),
            (self.photo, "failed"),
            (busy, "stuck"),
        ):
            self.project.plan(name, end)
            path = f"addons/{name}/execute/"
            request = self.project.rest("POST", path, {"target": target})["request_id"]
            if end != "stuck":
                self.project.settle(request)
            requests.append(request)
        return requests

    def _tokens(self, kind: str, path: str) -> list[int]:
        """Conversions with all ends."""
        tokens = []
        for end in ENDS:
            self.project.plan(kind, end)
            body = {"paths": [path], "save_in_group": "1"}
            [started] = self.project.rest("POST", f"convert/{kind}/", body)["result"]
            if end != "stuck":
                self.project.settle(started["token"])
            tokens.append(started["token"])
        return tokens

    def _hook(self, number: int) -> int:
        body: Json = {"target_url": f"https://hook-{number}.test/", "event": "file.uploaded"}
        if number % 2:
            body["signing_secret"] = "hush"
        made: int = self.project.rest("POST", "webhooks/", body)["id"]
        return made

    def dictionaries(self) -> dict[str, list[str | int]]:
        """What schemathesis puts into requests beside what it makes up."""
        image = "https://ucarecdn.com/{}/-/resize/100x/name.jpg"
        document = ["/document/", "/document/-/format/png/-/page/1/", "/document/-/format/nope/"]
        video = ["/video/", "/video/-/size/640x480/-/thumbs~3/", "/video/-/size/x/change_ratio/"]
        return {
            "files": [*self.files],
            "shown": [*self.shown],
            "targets": [*self.targets],
            "doomed files": [*self.doomed_files],
            "groups": [*self.groups],
            "doomed groups": [*self.doomed_groups],
            "keys": [*KEYS],
            "sources": [*self.files, image.format(self.photo), *self.shown],
            "storages": ["my-storage"],
            "document tokens": [*self.tokens["document"]],
            "video tokens": [*self.tokens["video"]],
            "document paths": [self.document + path for path in document],
            "video paths": [self.clip + path for path in video],
            "documents": [self.document, self.photo, self.clip],
            "hooks": [*self.hooks],
            "doomed hooks": [*self.doomed_hooks],
            "targets of hooks": [f"https://hook-{number}.test/" for number in range(20)],
            "moments": ["2015-09-10T10:00:00Z", "2024-01-01T00:00:00.000001+02:00"],
            "included": ["appdata"],
            **{f"{name} requests": [*requests] for name, requests in self.requests.items()},
        }
