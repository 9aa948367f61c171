"""Events of calls as records of `logging`. Imported only in programs that use it."""

from __future__ import annotations

import logging

TYPE_CHECKING = False

if TYPE_CHECKING:
    from ._generated._native import CallEvent

logger = logging.getLogger("uploadcare_sdk")
logger.addHandler(logging.NullHandler())


def write(event: CallEvent) -> None:
    """Writes an event at its level; the record has it as `event`."""
    level = logging.INFO if event.kind == "retry" else logging.DEBUG
    if logger.isEnabledFor(level):
        logger.log(level, "%s", message(event), extra={"event": event})


def message(event: CallEvent) -> str:
    """The event in one line."""
    call = f"call {event.call}: {event.method} {event.host}{event.path}"
    error = event.error.message if event.error else None
    match event.kind:
        case "request":
            return call
        case "attempt":
            size = "" if event.sent_bytes is None else f", {event.sent_bytes} bytes"
            waited = f", after {event.wait:.3f} s" if event.wait and event.wait >= 0.001 else ""
            return f"{call}: attempt {event.attempt}{size}{waited}"
        case "response":
            identifier = f", request {event.request_id}" if event.request_id else ""
            size = f"{event.received_bytes} bytes"
            return f"{call}: status {event.status}, {size}{identifier}, {event.elapsed:.3f} s"
        case "retry":
            return f"{call}: attempt {event.attempt} failed, next in {event.wait:.3f} s: {error}"
        case _ if error is not None:
            return f"{call}: failed after {event.elapsed:.3f} s: {error}"
        case _:
            return f"{call}: {event.kind} after {event.elapsed:.3f} s"
