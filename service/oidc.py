"""OIDC bearer tokens: an issuer's word on who somebody is, with role, tenant and team from its claims.

The issuer's keys are read from where its discovery document says, kept, and read again when a token names one that is
not among them. A user is noted the first time, so that candidates can be on the caseload; role and team are what the
latest token says. Single sign-on by SAML goes through a proxy that speaks OIDC.
"""

import json
import threading
import time
import urllib.request
from typing import Any, get_args

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.orm import Session

from service.scope import Caller
from service.settings import Settings
from service.store import Role, Tenant, User

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

    def caller(self, db: Session, token: str) -> Caller | None:
        """Whose token it is; None where it is not the issuer's, has expired, or gives no role in a tenant here."""
        claims = self._claims(token)
        if claims is None:
            return None
        settings = self._settings
        role: Any = claims.get(settings.oidc_role_claim)
        team = claims.get(settings.oidc_team_claim)
        tenant = db.scalars(select(Tenant).where(Tenant.name == str(claims.get(settings.oidc_tenant_claim)))).first()
        if tenant is None or role not in get_args(Role):
            return None
        user = _user(db, tenant, f"{claims['iss']}|{claims['sub']}", role, team if isinstance(team, str) else None)
        return Caller(user.id, tenant.id, user.role, user.team, via="token") if user else None

    def _claims(self, token: str) -> dict[str, Any] | None:
        for keys in (self._known(), self._fresh):
            try:
                claims = jwt.decode(token, keys if isinstance(keys, KeySet) else keys(), algorithms=ALGORITHMS).claims
                self._registry.validate(claims)
            except (JoseError, ValueError):
                continue
            return claims
        return None

    def _known(self) -> KeySet:
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


def _user(db: Session, tenant: Tenant, subject: str, role: Role, team: str | None) -> User | None:
    """The user of a subject, with the role and team of the token; None for one who was shut out or is elsewhere."""
    user = db.scalars(select(User).where(User.subject == subject)).first()
    if user is None:
        user = User(tenant_id=tenant.id, name=subject, subject=subject, role=role, team=team, active=True)
        db.add(user)
        db.flush()
    if not user.active or user.tenant_id != tenant.id:
        return None
    if (user.role, user.team) != (role, team):
        user.role, user.team = role, team
    return user


def _json(url: str) -> Any:
    if not url.startswith(("https://", "http://")):
        raise ValueError("an issuer is reached over HTTP")
    with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 the administrator's own setting
        return json.load(answer)
