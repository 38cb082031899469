"""The account pages: signing in and out, language, password and sessions; static files; help."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse
from pydantic import ValidationError

from matcher.schema import problems
from service.api import session
from service.calls import service_of
from service.door.signin import Opened, mark_of
from service.pages import unsaved
from service.pages.oidc_login import local, sign_in_page
from service.pages.page_request import (
    LANGUAGE_COOKIE,
    Form,
    Own,
    PageRequest,
    form_of,
    outside,
    perhaps_signed_in,
    see,
    signed,
)
from service.pages.words import STATIC, static
from service.phrases import wrong
from service.problems import STATUS, Refused
from service.store import User

router = APIRouter(include_in_schema=False)
SentForm = Annotated[Form, Depends(form_of)]
A_YEAR = 365 * 24 * 3600
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@router.get("/static/{mark}/{name}")
def file(mark: str, name: str) -> FileResponse:
    """A static file: stylesheet, script or icon of the pages."""
    path = STATIC / Path(name).name
    if path.suffix not in KINDS or not path.is_file() or static(path.name) != f"/static/{mark}/{name}":
        raise Refused("refused.not_found")
    return FileResponse(path, media_type=KINDS[path.suffix])


@router.get("/sign-in")
def sign_in_form(request: Request, next: str = "/", out: bool = False) -> Response:
    """The sign-in page."""
    return sign_in_page(request, next, out=out)


@router.post("/sign-in")
def sign_in(request: Request, form: SentForm) -> Response:
    """Sign in and go on to the requested page. A form from another site is refused."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused("refused.csrf")
    try:
        sent = session.Credentials(name=form.one("name"), password=next(iter(form.all("password")), ""))
        opened = session.opened_by(request, sent)
    except (Refused, ValidationError) as error:
        refusal = error if isinstance(error, Refused) else Refused("refused.password")
        status = STATUS[refusal.key] if refusal.retry else 422
        return sign_in_page(request, form.one("next"), form.one("name"), refusal, status, sent=_sent(request, form))
    answer = _inside(request, form, opened)
    session.set_cookies(service_of(request), answer, opened)
    return answer


def _sent(request: Request, form: Form) -> str:
    """The form that was sent while signed out, if it comes from our own sign-in page."""
    return form.one("sent") if unsaved.is_ours(request) else ""


def _inside(request: Request, form: Form, opened: Opened) -> Response:
    """The page after signing in: the form that was kept, if any, else the requested page."""
    if opened.user.first_until:
        return see("/settings")
    back, sent, mark = local(form.one("next") or "/"), _sent(request, form), mark_of(opened.user)
    if not sent:
        return see(back)
    if not unsaved.is_for(sent, mark):  # somebody else's, at the same computer
        return see("/")
    return unsaved.page(request, back, sent, signed(opened.token, mark))


@router.post("/sign-out")
def sign_out(page: Own) -> Response:
    """Sign out."""
    with page.access.writing() as call:
        by_issuer = call.db.get_one(User, call.caller.id).subject is not None  # perhaps still signed in there
        answer = see("/sign-in?out=true") if by_issuer else see("/sign-in", told="signed_out")
        session.end(page.request, answer, call)
    return answer


@router.post("/language")
def language(request: Request, form: SentForm) -> Response:
    """Set the language to Danish or English."""
    answer = see(local(form.one("next") or "/"))
    chosen = "en" if form.one("language") == "en" else "da"
    secure = service_of(request).settings.secure_cookie
    answer.set_cookie(LANGUAGE_COOKIE, chosen, max_age=A_YEAR, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


@router.get("/settings")
def settings(page: Own) -> Response:
    """The settings page: language, password and sessions."""
    return _settings(page, {})


def _settings(page: PageRequest, errors: dict[str, str], status: int = 200) -> Response:
    with page.access.reading() as call:
        user = call.db.get_one(User, call.caller.id)
        values = {"me": user.name, "first": user.first_until is not None, "by_issuer": user.subject is not None}
        sessions = session.own(call)
    return page.page("settings.html", {"errors": errors, "sessions": sessions, **values}, status)


@router.post("/settings/password")
def change_password(page: Own) -> Response:
    """Change the password; the user signs in again with it."""
    old, new = (next(iter(page.form.all(name)), "") for name in ("old", "new"))
    try:
        sent = session.NewPassword(old=old, new=new)
        page.service.accounts.change_password(page.access.caller, sent.old, sent.new)
    except ValidationError as error:
        fields = list(problems(error))
    except Refused as error:
        if not error.fields:
            raise
        fields = list(error.fields)
    else:
        return see("/sign-in", told="password_changed")
    codes = {"string_too_short": "too_few_characters"}
    errors = {name: wrong(codes.get(code, code), allowed, page.language) for name, code, allowed in fields}
    return _settings(page, errors, 422)


@router.post("/settings/sessions/{session_id}/end")
def end_session(page: Own, session_id: str) -> Response:
    """End one of the user's own sessions."""
    with page.access.writing() as call:
        session.end_session(session_id, call)
    return see("/settings#sessions", told="session_ended")


@router.get("/help", dependencies=[Depends(perhaps_signed_in)])
def help_page(request: Request) -> Response:
    """The help page: what the engine does, what it cannot do, and how it was measured."""
    return outside(request, "help.html", {})


@router.get("/accessibility", dependencies=[Depends(perhaps_signed_in)])
def accessibility(request: Request) -> Response:
    """The accessibility statement."""
    return outside(request, "accessibility.html", {})
