"""OIDC: an issuer's word on who somebody is, with role, tenant and team from its claims.

It comes as a bearer token, or at the end of a sign-in by browser: the authorization code flow with PKCE, where the ID
token has the claims. The issuer's keys are read from where its discovery document says, kept, and read again when a
token names one that is not among them. A user is noted the first time, so that candidates can be on the caseload; role
and team are what the latest token says. Single sign-on by SAML goes through a proxy that speaks OIDC.
"""

import base64
import hashlib
import hmac
import json
import threading
import time
import urllib.error
import urllib.request
from contextlib import suppress
from typing import Any, NamedTuple, get_args
from urllib.parse import quote, urlencode

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service import audit, signin
from service.problems import Refused
from service.scope import Caller
from service.settings import Settings
from service.store import PEOPLE, Role, Store, Tenant, User

ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]  # with public keys only: nobody who can check can also sign
LEEWAY_SECONDS = 60
AGAIN_SECONDS = 60  # between two readings of the issuer's keys
TIMEOUT_SECONDS = 5
ISSUER = "issuer"  # the log's name for who asks where there is no user


class Attempt(NamedTuple):
    """One sign-in by browser. secret: in a cookie of that browser only; address: where the issuer sends it back."""

    secret: str
    address: str

    def derived(self, use: str) -> str:
        """What the issuer gets to know instead of the secret: one for each use, none of which leads to another."""
        return hmac.new(self.secret.encode(), use.encode(), "sha256").hexdigest()

    def is_answered_by(self, state: str) -> bool:
        """Whether an answer is to this attempt, and not to one that somebody else began."""
        return hmac.compare_digest(state.encode(), self.derived("state").encode())


class Issuer:
    """An OIDC issuer whose tokens are accepted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._about: dict[str, Any] = {}
        self._keys: KeySet | None = None
        self._read = -float(AGAIN_SECONDS)

    def caller(self, store: Store, token: str) -> Caller | None:
        """Whose token it is; None where it is not the issuer's, has expired, or gives no role in a tenant here."""
        if not self._settings.oidc_audience:
            return None
        claims = self._claims(token, self._settings.oidc_audience)  # before any transaction: it may call the issuer
        said = claims and self._said(claims)
        return _found(store, said) if said else None

    def asked(self, attempt: Attempt) -> str:
        """The issuer's address at which the browser signs in; Refused where the issuer does not answer."""
        challenge = hashlib.sha256(attempt.derived("verifier").encode()).digest()
        return _with(self._endpoint("authorization_endpoint"), {
            "response_type": "code", "scope": "openid", "client_id": self._settings.oidc_client,
            "redirect_uri": attempt.address, "state": attempt.derived("state"), "nonce": attempt.derived("nonce"),
            "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        })  # fmt: skip

    def left(self, back: str) -> str | None:
        """The issuer's address at which the browser signs out there too; None where it has none."""
        with suppress(Refused):
            client = {"client_id": self._settings.oidc_client, "post_logout_redirect_uri": back}
            return _with(self._endpoint("end_session_endpoint"), client)
        return None

    def sign_in(self, store: Store, attempt: Attempt, code: str) -> signin.Opened | Refused:
        """Open a session for whom the code stands. The refusal is given, not raised: that it happened must be kept."""
        claims = self._claims(self._id_token(attempt, code), self._settings.oidc_client)
        if claims is None or claims.get("nonce") != attempt.derived("nonce"):
            return Refused("refused.login")
        said = self._said(claims)
        caller = _found(store, said) if said and said.role in PEOPLE else None
        with store.writing() as db:
            if caller:
                return signin.opened(db, db.get_one(User, caller.id), self._settings, by="issuer")
            return _why_not(db, _subject(claims), str(claims.get(self._settings.oidc_tenant_claim)))

    def _id_token(self, attempt: Attempt, code: str) -> str:
        """What the issuer gives for the code, which only who began the attempt can ask for."""
        client, secret = self._settings.oidc_client, self._settings.oidc_secret.get_secret_value()
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": attempt.address,
            "code_verifier": attempt.derived("verifier"),
        }  # fmt: skip
        headers = {}
        if secret:
            basic = f"{quote(client, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(basic.encode()).decode()}"
        else:
            form["client_id"] = client
        try:
            return str(_json(self._endpoint("token_endpoint"), urlencode(form).encode(), headers)["id_token"])
        except urllib.error.HTTPError as error:  # the code is used, too old, or of another attempt
            raise Refused("refused.login") from error
        except (OSError, KeyError, ValueError) as error:
            raise Refused("refused.issuer") from error

    def _said(self, claims: dict[str, Any]) -> "_Said | None":
        """What the claims say; None where they do not give one role of ours, alone or in a list of several things."""
        settings = self._settings
        given = claims.get(settings.oidc_role_claim)
        roles = [role for role in get_args(Role) if role in (given if isinstance(given, list) else [given])]
        team = claims.get(settings.oidc_team_claim)
        if len(roles) != 1:
            return None
        tenant = str(claims.get(settings.oidc_tenant_claim))
        return _Said(_subject(claims), tenant, roles[0], team if isinstance(team, str) else None)

    def _claims(self, token: str, audience: str) -> dict[str, Any] | None:
        """What a token of the issuer for this audience says; None where it is none."""
        registry = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._settings.oidc_issuer}, sub={"essential": True},
            aud={"essential": True, "value": audience}, exp={"essential": True},
        )  # fmt: skip
        for keys in (self._kept, self._fresh):
            try:
                claims = jwt.decode(token, keys(), algorithms=ALGORITHMS).claims
                registry.validate(claims)
            except (JoseError, ValueError):
                continue
            return claims
        return None

    def _endpoint(self, name: str) -> str:
        """An address of the issuer's; Refused where it has not been reached or has none of that name."""
        if not self._about:
            self._fresh()
        if name not in self._about:
            raise Refused("refused.issuer")
        return str(self._about[name])

    def _kept(self) -> KeySet:
        return self._keys or self._fresh()

    def _fresh(self) -> KeySet:
        """The issuer's keys, read anew unless that was just done; those known where the issuer does not answer."""
        with self._lock:
            if time.monotonic() - self._read >= AGAIN_SECONDS:
                self._read = time.monotonic()
                with suppress(OSError, KeyError, ValueError, JoseError):
                    about = _json(self._settings.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration")
                    self._keys, self._about = KeySet.import_key_set(_json(about["jwks_uri"])), about
            return self._keys or KeySet([])


class _Said(NamedTuple):
    """What a token says of somebody."""

    subject: str
    tenant: str
    role: Role
    team: str | None


def _subject(claims: dict[str, Any]) -> str:
    """Who somebody is at the issuer, as kept of a user."""
    return f"{claims['iss']}|{claims['sub']}"


def _found(store: Store, said: _Said) -> Caller | None:
    """The user of whom this is said, noted as it is said; None where shut out, or of no tenant here."""
    with store.reading() as db:
        found = _known(db, said)
    if found is None:
        with suppress(IntegrityError), store.writing() as db:  # another call has just noted the same
            _note(db, said)
        with store.reading() as db:
            found = _known(db, said)
    return found


def _known(db: Session, said: _Said) -> Caller | None:
    """The user as the token says, where that is noted so, active, and of that tenant."""
    query = select(User).join(Tenant, Tenant.id == User.tenant_id)
    user = db.scalars(query.where(User.subject == said.subject, Tenant.name == said.tenant, User.active)).first()
    if user is None or (user.role, user.team) != (said.role, said.team):
        return None
    return Caller(user.id, user.tenant_id, user.role, user.team, via="token")


def _note(db: Session, said: _Said) -> None:
    """Note a new user, or the role and team that the token gives now."""
    tenant = db.scalars(select(Tenant).where(Tenant.name == said.tenant)).first()
    if tenant is None:
        return
    user = db.scalars(select(User).where(User.subject == said.subject, User.tenant_id == tenant.id)).first()
    if user is None:
        db.add(User(tenant_id=tenant.id, name=said.subject, subject=said.subject, role=said.role, team=said.team))
    else:
        user.role, user.team = said.role, said.team


def _why_not(db: Session, subject: str, tenant: str) -> Refused:
    """Why somebody whom the issuer knows may not come in: told, and logged where there is a log for it."""
    home = db.scalars(select(Tenant.id).where(Tenant.name == tenant)).first()
    user = db.scalars(select(User).where(User.subject == subject)).first()
    if user and (not user.active or user.tenant_id != home):
        audit.append(db, user.tenant_id, f"user:{user.id}", "session.refused", why="shut_out")
        return Refused("refused.shut_out")
    if home is None:
        return Refused("refused.no_tenant")
    audit.append(db, home, f"user:{user.id}" if user else ISSUER, "session.refused", why="no_role")
    return Refused("refused.no_role")


def _with(address: str, query: dict[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


def _json(url: str, form: bytes | None = None, headers: dict[str, str] | None = None) -> Any:
    if not url.startswith(("https://", "http://")):
        raise ValueError("an issuer is reached over HTTP")
    asked = urllib.request.Request(url, form, headers or {})  # noqa: S310 the administrator's own setting
    with urllib.request.urlopen(asked, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
        return json.load(answer)
