"""A form that was sent while one was signed out: it is kept in the page, and sent again by hand after signing in.

It stands in no address, cookie, log or database. A form of another site is not kept, nor one that holds a password.
It is shown to nobody but whom it was made for: its ``csrf`` goes along without the half that signs it, by the mark that
the other half is.
"""

import re
import secrets
from contextlib import suppress
from urllib.parse import parse_qsl, urlencode

from fastapi import Request, Response

from service.pages.page_request import MOST_FIELDS, menu_of, outside

LARGEST = 80_000  # bytes, so that the page stays small
KEPT = re.compile(r"/(?:candidates|vacancies)/(?!.*/delete$).+")
PROFILE = re.compile(r"/candidates/[^/]+")
KIND = "application/x-www-form-urlencoded"


async def sent_with(request: Request) -> str:
    """The fields of one of our forms as they were sent, without what signs them; empty where there is none to keep.

    None where it does not say for whom it was made, nor where that is not whoever is signed in now.
    """
    if request.method != "POST" or not KEPT.fullmatch(request.url.path) or not is_ours(request):
        return ""
    if not request.headers.get("content-type", "").startswith(KIND):
        return ""
    pairs = fields((await request.body()).decode(errors="replace"))
    mark, now = _mark(pairs), menu_of(request).mark
    if not mark or (now and now != mark):
        return ""
    return urlencode([*(pair for pair in pairs if pair[0] != "csrf"), ("csrf", f".{mark}")])


def is_for(sent: str, mark: str) -> bool:
    """Whether a kept form was made for whom that mark is."""
    return secrets.compare_digest(_mark(fields(sent)).encode(), mark.encode())


def _mark(pairs: list[tuple[str, str]]) -> str:
    return dict(pairs).get("csrf", "").partition(".")[2]


def is_ours(request: Request) -> bool:
    """Whether a browser says that the form stood on a page of ours."""
    return request.headers.get("sec-fetch-site") == "same-origin"


def fields(sent: str) -> list[tuple[str, str]]:
    """The fields of a form, none of one that is too large."""
    with suppress(ValueError):  # of more of them than a form of ours has
        return parse_qsl(sent, keep_blank_values=True, max_num_fields=MOST_FIELDS) if len(sent) <= LARGEST else []
    return []


def page(request: Request, address: str, sent: str, csrf: str) -> Response:
    """What was written, not saved yet, and the button that sends it. A candidate's form is looked at first."""
    looked_at = PROFILE.fullmatch(address) is not None and address != "/candidates/import"
    kept = [pair for pair in fields(sent) if not (looked_at and pair[0] == "do")]
    return outside(request, "unsaved.html", {"address": address, "kept": kept, "looked_at": looked_at, "csrf": csrf})
