"""An HTML page that carries its ad as JSON-LD, as most career pages do for search engines."""

import re
from pathlib import Path

from matcher.feeds import jobposting, others
from matcher.feeds.markup import json_ld
from matcher.feeds.rows import Fault, Kind, Rows, from_text, whole_text

WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")


def rows(path: Path, kind: Kind) -> Rows:  # noqa: ARG001 every format is asked in the same way
    """Each posting of the page, numbered from 1. A block that should hold a posting but is not JSON counts too."""
    text = whole_text(path)
    if isinstance(text, Fault):
        yield text
        return
    number, values = (
        0,
        [(block, from_text(WRAPPING.sub("", block).strip().removesuffix(";"))) for block in json_ld(text)],
    )
    of = jobposting.nodes(*(value for _, value in values if not isinstance(value, Fault)))
    for block, value in values:
        if isinstance(value, Fault) and "JobPosting" in block:
            number += 1
            yield value._replace(number=number)
        for item in jobposting.postings(value):
            number += 1
            yield jobposting.row(number, item, of)
    if not number:
        name = others.system_of_markup(text)
        yield Fault(1, "-", "other_system", {"name": name}) if name else Fault(1, "-", "no_posting")
