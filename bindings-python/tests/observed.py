"""Results of calls as the shared cases see them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from uploadcare_sdk import AsyncJob, Job

if TYPE_CHECKING:
    from collections.abc import Iterable

Json = dict[str, Any]


def observe(value: Any) -> Any:
    """Anything that an operation gives, as JSON would have it."""
    match value:
        case list():
            return [observe(item) for item in cast("Iterable[Any]", value)]
        case dict():
            return {name: observe(item) for name, item in cast("Json", value).items()}
        case datetime():
            return moment(value)
        case Job() | AsyncJob():
            return {**observe(value.info), "text": value.save()}
        case _ if hasattr(value, "jobs"):
            return {"jobs": observe(value.jobs), "problems": observe(value.problems)}
        case None | str() | bool() | int() | float():
            return value
        case _:
            return {name: observe(getattr(value, name)) for name in fields(value)}


def fields(model: object) -> list[str]:
    """Names of the known fields of a model."""
    members = vars(type(model)).items()
    getters = [name for name, member in members if type(member).__name__ == "getset_descriptor"]
    return [name for name in getters if name != "extra"]


def moment(value: datetime) -> str:
    return value.isoformat(timespec="microseconds").replace("+00:00", "Z")


def observe_page(page: Any) -> Json:
    return {
        "count": len(page),
        "total": page.total,
        "per_page": page.per_page,
        "has_next": page.next is not None,
        "has_previous": page.previous is not None,
    }


def observe_file(file: Any) -> Json:
    image = file.content_info and file.content_info.image
    place = image and image.geo_location
    plain = ("uuid", "original_filename", "size", "mime_type", "is_image", "is_ready", "metadata")
    return {
        **{name: getattr(file, name) for name in (*plain, "tags", "extra")},
        "is_stored": file.datetime_stored is not None,
        "is_removed": file.datetime_removed is not None,
        "datetime_uploaded": moment(file.datetime_uploaded),
        "has_original_file_url": file.original_file_url is not None,
        "image_format": image and image.format,
        "image_width": image and image.width,
        "image_height": image and image.height,
        "color_mode": image and image.color_mode,
        "orientation": image and image.orientation,
        "datetime_original": image and image.datetime_original,
        "latitude": place and place.latitude,
        "has_appdata": file.appdata is not None,
    }
