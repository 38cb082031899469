"""The login at the issuer: to it, back with a session, and out again. The sign-in page has the link."""

import re
import secrets
from urllib.parse import quote, unquote

from fastapi import APIRouter, Request, Response

from service.api import session
from service.calls import Service, address_of, service_of
from service.door import tenants
from service.door.oidc import Attempt, Issuer
from service.pages import unsaved
from service.pages.page_request import outside, see
from service.phrases import say
from service.problems import STATUS, Refused, language_of

router = APIRouter(include_in_schema=False)
LOCAL = re.compile(r"/(?!/)[^\\\x00-\x1f\x7f-\xa0\u2028\u2029]*")  # browsers drop characters, and read "\\" as "/"
MINUTES = 10  # to sign in at the issuer, with a second factor


def local(address: str) -> str:
    """An address on this site; the first page if it leads elsewhere."""
    return address if LOCAL.fullmatch(address) else "/"


def sign_in_page(
    request: Request,
    back: str,
    name: str = "",
    refused: Refused | None = None,
    status: int = 200,
    out: bool = False,
    sent: str = "",
) -> Response:
    """The sign-in page. back: where to go on. refused: why the last try failed. out: just signed out.

    Without any tenant: how to begin.
    sent: the form that was sent to ``back`` while signed out.
    """
    settings = service_of(request).settings
    with service_of(request).store.reading() as db:
        if tenants.is_empty(db):
            return outside(request, "begin.html", {"data": settings.data})
    wrong = refused and say(refused.key, language_of(request))
    values = {"next": local(back), "name": name, "wrong": wrong, "out": out, "sent": sent, "kept": unsaved.fields(sent)}
    return outside(
        request, "sign_in.html", values | {"issuer": settings.oidc_client, "login": settings.oidc_name}, status
    )


@router.get("/sign-in/oidc")
def login(request: Request, next: str = "/") -> Response:
    """Go to the issuer's login. A cookie proves on return that the same browser went there."""
    secret = secrets.token_urlsafe(32)
    try:
        answer = see(_issuer(request).sign_in_address(_attempt(request, secret)))
    except Refused as refused:
        return _back_at_the_door(request, next, refused)
    service = service_of(request)
    answer.set_cookie(
        _cookie(service),
        f"{secret}.{quote(local(next), safe='')}",
        max_age=60 * MINUTES,
        path="/",
        httponly=True,
        secure=service.settings.secure_cookie,
        samesite="lax",
    )
    return answer


@router.get("/sign-in/oidc/back")
def login_back(request: Request, state: str = "", code: str = "") -> Response:
    """Return from the issuer's login, with a session if the token names a user."""
    service = service_of(request)
    address = address_of(request)
    service.rates.from_issuer(address)
    secret, _, kept = request.cookies.get(_cookie(service), "").partition(".")
    back, attempt = local(unquote(kept)), _attempt(request, secret)
    answer: Response = see(back)
    try:
        if not (secret and code and attempt.is_answered_by(state)):
            raise Refused("refused.login")
        token = request.cookies.get(service.cookie, "")
        opened = _issuer(request).sign_in(service.store, attempt, code, address, token)
        if isinstance(opened, Refused):
            raise opened
        session.set_cookies(service, answer, opened)
    except Refused as refused:
        answer = _back_at_the_door(request, back, refused)
    answer.delete_cookie(_cookie(service), path="/", secure=service.settings.secure_cookie, httponly=True)
    return answer


@router.get("/sign-in/oidc/out")
def log_out(request: Request) -> Response:
    """Go to the issuer's sign-out page."""
    return see(_issuer(request).sign_out_address(_address(service_of(request), "/sign-in")) or "/sign-in")


def _issuer(request: Request) -> Issuer:
    service = service_of(request)
    if service.issuer is None or not service.settings.oidc_client:
        raise Refused("refused.not_found")
    return service.issuer


def _attempt(request: Request, secret: str) -> Attempt:
    return Attempt(secret, _address(service_of(request), "/sign-in/oidc/back"))


def _address(service: Service, path: str) -> str:
    """One of our addresses for the issuer: by the setting, not by the Host that a browser sends."""
    return service.settings.address.rstrip("/") + path


def _cookie(service: Service) -> str:
    return f"{service.cookie}-login"


def _back_at_the_door(request: Request, back: str, refused: Refused) -> Response:
    return sign_in_page(request, back, refused=refused, status=STATUS[refused.key])
