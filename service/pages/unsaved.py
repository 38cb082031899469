"""A form sent while signed out: kept in the page, and sent again by hand after signing in.

It is stored in no address, cookie, log or database. A form from another site is not kept, nor one with a password.
Only the user it was made for sees it: its ``csrf`` keeps that user's mark (the second half) and loses the
signature (the first half).
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
    """The fields of one of our forms as sent, with ``csrf`` reduced to the user's mark.

    Empty if the form is none to keep, names no user, or was made for another user than the one signed in.
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
    """Whether a kept form was made for the user with that mark."""
    return secrets.compare_digest(_mark(fields(sent)).encode(), mark.encode())


def _mark(pairs: list[tuple[str, str]]) -> str:
    return dict(pairs).get("csrf", "").partition(".")[2]


def is_ours(request: Request) -> bool:
    """Whether the browser says that the form was on one of our pages."""
    return request.headers.get("sec-fetch-site") == "same-origin"


def fields(sent: str) -> list[tuple[str, str]]:
    """The fields of a form; none if it is too large."""
    with suppress(ValueError):  # more fields than any form of ours has
        return parse_qsl(sent, keep_blank_values=True, max_num_fields=MOST_FIELDS) if len(sent) <= LARGEST else []
    return []


def page(request: Request, address: str, sent: str, csrf: str) -> Response:
    """The unsaved form, and the button that sends it. A candidate's form is opened for review first."""
    looked_at = PROFILE.fullmatch(address) is not None and address != "/candidates/import"
    kept = [pair for pair in fields(sent) if not (looked_at and pair[0] == "do")]
    return outside(request, "unsaved.html", {"address": address, "kept": kept, "looked_at": looked_at, "csrf": csrf})
