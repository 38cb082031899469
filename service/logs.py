"""What the process writes: one line of JSON an event, and nothing that was sent.

A call's line has the route as it stands in the OpenAPI document, never the address, and an error's line has the kinds
of the errors and where they arose, never their messages, which may repeat what they choked on.
"""

import datetime
import json
import logging
import sys
import traceback

FIELDS = ("method", "route", "status", "ms", "call")


class Line(logging.Formatter):
    """A record as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            line["errors"] = _errors(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _event(record: logging.LogRecord) -> str:
    """Our own messages in full; of others' only the text before it is filled in."""
    return record.getMessage() if record.name.startswith(("service", "uvicorn.error")) else str(record.msg)


def _errors(error: BaseException | None) -> list[dict[str, object]]:
    """The kinds of an error and of what led to it, each with the lines where it passed."""
    found: list[dict[str, object]] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        found.append({"kind": type(error).__qualname__, "at": [f"{f.filename}:{f.lineno}" for f in frames]})
        error = error.__cause__ or error.__context__
    return found


def configure() -> None:
    """Write to standard error, ours from "info" on and others' from "warning" on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("service").setLevel(logging.INFO)
