"""The process log: one line of JSON an event, without any content of a request.

A call's line has the route as in the OpenAPI document, never the address. An error's line has the types of the errors
and the source lines where they arose, never their messages, which may repeat the input.
"""

import datetime
import json
import logging
import sys
import traceback

FIELDS = ("method", "route", "status", "ms", "call")


class Line(logging.Formatter):
    """Formats a record as a line of JSON."""

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
    """The message of our own loggers in full; of other loggers only the text without its values."""
    return record.getMessage() if record.name.startswith(("service", "uvicorn.error")) else str(record.msg)


def _errors(error: BaseException | None) -> list[dict[str, object]]:
    """The types of an error and of its causes, each with the source lines it passed."""
    errors: list[dict[str, object]] = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        errors.append({"kind": type(error).__qualname__, "at": [f"{f.filename}:{f.lineno}" for f in frames]})
        error = error.__cause__ or error.__context__
    return errors


def configure() -> None:
    """Log to standard error: our own events from "info" on, others' from "warning" on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("service").setLevel(logging.INFO)
