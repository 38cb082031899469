"""An HTML page that carries its ad as JSON-LD, as most career pages do for the search engines."""

import re
from pathlib import Path

from matcher.feeds import jobposting
from matcher.feeds.markup import json_ld
from matcher.feeds.rows import Fault, Kind, Rows, from_text, whole_text

WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")


def rows(path: Path, kind: Kind) -> Rows:  # noqa: ARG001 every format is asked in the same way
    """Each posting of the page, numbered from 1; a block that is not JSON but should have been a posting counts."""
    text = whole_text(path)
    if isinstance(text, Fault):
        yield text
        return
    number = 0
    for block in json_ld(text):
        value = from_text(WRAPPING.sub("", block).strip().removesuffix(";"))
        if isinstance(value, Fault) and "JobPosting" in block:
            number += 1
            yield value._replace(number=number)
        for item in jobposting.found(value):
            number += 1
            yield jobposting.row(number, item)
    if not number:
        yield Fault(1, "-", "no_posting")
