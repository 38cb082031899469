"""The door: signing in and out, the language, one's own settings, files of ours, and what one may read about it all."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import FileResponse
from pydantic import ValidationError

from matcher.phrases import wrong
from matcher.schema import problems
from service.api import session
from service.calls import service_of
from service.pages.login import local, sign_in_page
from service.pages.visit import LANGUAGE_COOKIE, Form, Own, Visit, form_of, outside, see
from service.pages.words import STATIC, static
from service.problems import Refused
from service.store import User

router = APIRouter(include_in_schema=False)
Sent = Annotated[Form, Depends(form_of)]
A_YEAR = 365 * 24 * 3600
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@router.get("/static/{mark}/{name}")
def file(mark: str, name: str) -> FileResponse:
    """The stylesheet, the script and the sign of the pages."""
    path = STATIC / Path(name).name
    if path.suffix not in KINDS or not path.is_file() or static(path.name) != f"/static/{mark}/{name}":
        raise Refused("refused.not_found")
    return FileResponse(path, media_type=KINDS[path.suffix])


@router.get("/sign-in")
def door(request: Request, next: str = "/", out: bool = False) -> Response:
    """Where one signs in."""
    return sign_in_page(request, next, out=out)


@router.post("/sign-in")
def sign_in(request: Request, form: Sent) -> Response:
    """Sign in and go on to where one wanted to be. A form of another site is refused."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Refused("refused.csrf")
    answer = see(local(form.one("next") or "/"))
    try:
        sent = session.Credentials(name=form.one("name"), password=next(iter(form.all("password")), ""))
        session.sign_in(sent, request, answer)
    except (Refused, ValidationError) as error:
        refusal = error if isinstance(error, Refused) else Refused("refused.password")
        return sign_in_page(request, form.one("next"), form.one("name"), refusal, 429 if refusal.retry else 422)
    return answer


@router.post("/sign-out")
def sign_out(visit: Own) -> Response:
    """Sign out."""
    with visit.asking.writing() as call:
        by_issuer = call.db.get_one(User, call.caller.id).subject is not None  # where one may still be signed in
        answer = see("/sign-in?out=true" if by_issuer else "/sign-in")
        session.sign_out(visit.request, answer, call)
    return answer


@router.post("/language")
def language(request: Request, form: Sent) -> Response:
    """Speak Danish or English from now on."""
    answer = see(local(form.one("next") or "/"))
    chosen = "en" if form.one("language") == "en" else "da"
    secure = service_of(request).settings.secure_cookie
    answer.set_cookie(LANGUAGE_COOKIE, chosen, max_age=A_YEAR, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


@router.get("/settings")
def settings(visit: Own) -> Response:
    """The language and the password."""
    return _settings(visit, {})


def _settings(visit: Visit, errors: dict[str, str], status: int = 200) -> Response:
    with visit.asking.reading() as call:
        name = call.db.get_one(User, call.caller.id).name
    return visit.page("settings.html", {"errors": errors, "me": name}, status)


@router.post("/settings/password")
def change_password(visit: Own) -> Response:
    """Another password; one signs in anew with it."""
    old, new = (next(iter(visit.form.all(name)), "") for name in ("old", "new"))
    try:
        with visit.asking.writing() as call:
            session.change_password(session.NewPassword(old=old, new=new), call)
    except ValidationError as error:
        fields = list(problems(error))
    except Refused as error:
        fields = list(error.fields)
    else:
        return see("/sign-in")
    codes = {"string_too_short": "too_few_characters"}
    errors = {name: wrong(codes.get(code, code), allowed, visit.language) for name, code, allowed in fields}
    return _settings(visit, errors, 422)


@router.get("/help")
def help_page(request: Request) -> Response:
    """What the engine does, what it cannot do, and how it was measured."""
    return outside(request, "help.html", {})


@router.get("/accessibility")
def accessibility(request: Request) -> Response:
    """The accessibility statement."""
    return outside(request, "accessibility.html", {})
