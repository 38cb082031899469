"""OIDC bearer tokens: an issuer's word on who somebody is, with role, tenant and team from its claims.

The issuer's keys are read from where its discovery document says, kept, and read again when a token names one that is
not among them. A user is noted the first time, so that candidates can be on the caseload; role and team are what the
latest token says. Single sign-on by SAML goes through a proxy that speaks OIDC.
"""

import json
import threading
import time
import urllib.request
from contextlib import suppress
from typing import Any, NamedTuple, get_args

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service.scope import Caller
from service.settings import Settings
from service.store import Role, Store, Tenant, User

ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]  # with public keys only: nobody who can check can also sign
LEEWAY_SECONDS = 60
AGAIN_SECONDS = 60  # between two readings of the issuer's keys
TIMEOUT_SECONDS = 5


class Issuer:
    """An OIDC issuer whose tokens are accepted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._keys: KeySet | None = None
        self._read = -float(AGAIN_SECONDS)
        self._registry = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": settings.oidc_issuer}, sub={"essential": True},
            aud={"essential": True, "value": settings.oidc_audience}, exp={"essential": True},
        )  # fmt: skip

    def caller(self, store: Store, token: str) -> Caller | None:
        """Whose token it is; None where it is not the issuer's, has expired, or gives no role in a tenant here."""
        claims = self._claims(token)  # before any transaction: it may take a call to the issuer
        said = claims and self._said(claims)
        if not said:
            return None
        with store.reading() as db:
            found = _known(db, said)
        if found is None:
            with suppress(IntegrityError), store.writing() as db:  # another call has just noted the same
                _note(db, said)
            with store.reading() as db:
                found = _known(db, said)
        return found

    def _said(self, claims: dict[str, Any]) -> "_Said | None":
        settings = self._settings
        role: Any = claims.get(settings.oidc_role_claim)
        team = claims.get(settings.oidc_team_claim)
        if role not in get_args(Role):
            return None
        tenant = str(claims.get(settings.oidc_tenant_claim))
        return _Said(f"{claims['iss']}|{claims['sub']}", tenant, role, team if isinstance(team, str) else None)

    def _claims(self, token: str) -> dict[str, Any] | None:
        for keys in (self._kept(), self._fresh):
            try:
                claims = jwt.decode(token, keys if isinstance(keys, KeySet) else keys(), algorithms=ALGORITHMS).claims
                self._registry.validate(claims)
            except (JoseError, ValueError):
                continue
            return claims
        return None

    def _kept(self) -> KeySet:
        return self._keys or self._fresh()

    def _fresh(self) -> KeySet:
        """The issuer's keys, read anew unless that was just done; those known where the issuer does not answer."""
        with self._lock:
            if time.monotonic() - self._read >= AGAIN_SECONDS:
                self._read = time.monotonic()
                try:
                    about = _json(self._settings.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration")
                    self._keys = KeySet.import_key_set(_json(about["jwks_uri"]))
                except (OSError, KeyError, ValueError, JoseError):
                    pass
            return self._keys or KeySet([])


class _Said(NamedTuple):
    """What a token says of somebody."""

    subject: str
    tenant: str
    role: Role
    team: str | None


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


def _json(url: str) -> Any:
    if not url.startswith(("https://", "http://")):
        raise ValueError("an issuer is reached over HTTP")
    with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 the administrator's own setting
        return json.load(answer)
