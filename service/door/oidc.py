"""OIDC: identifies a user by an issuer's token, with role, tenant and team from its claims.

The token is a bearer token, or the ID token of a sign-in by browser (authorization code flow with PKCE). The issuer's
keys are read from the address in its discovery document, kept, and read again when a token names an unknown one. The
first token makes the user, so that candidates can be on the caseload; each later one sets role and team. Single sign-on
by SAML goes through a proxy that speaks OIDC.
"""

import base64
import hashlib
import hmac
import http.client
import json
import logging
import socket
import threading
import time
from contextlib import closing, suppress
from typing import Any, Literal, NamedTuple, get_args
from urllib.parse import quote, urlencode, urlsplit

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service import audit
from service.door import signin
from service.problems import Refused
from service.scope import Caller
from service.settings import Settings
from service.store import PEOPLE, Role, Store, Tenant, User

ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]  # with public keys only: those who can check a token cannot sign one
LEEWAY_SECONDS = 60
AGAIN_SECONDS = 60  # between two readings of the issuer's keys
TIMEOUT_SECONDS = 5  # for a whole answer of the issuer
LARGEST_ANSWER = 1 << 20  # bytes; discovery, keys and tokens are a few kB
CALLS_AT_ONCE = 4  # to the issuer; further ones are refused at once
ISSUER = "issuer"  # the actor in the log if there is no user
PLACES = threading.BoundedSemaphore(CALLS_AT_ONCE)
CONNECTIONS = {"https": http.client.HTTPSConnection, "http": http.client.HTTPConnection}
log = logging.getLogger(__name__)


class Attempt(NamedTuple):
    """A sign-in by browser. secret: only in a cookie of that browser; address: where the issuer sends it back."""

    secret: str
    address: str

    def derived(self, use: str) -> str:
        """A value that the issuer gets in place of the secret: another for each use, and none leads to another."""
        return hmac.new(self.secret.encode(), use.encode(), "sha256").hexdigest()

    def is_answered_by(self, state: str) -> bool:
        """Whether an answer with this state belongs to this attempt, not to one that somebody else began."""
        return hmac.compare_digest(state.encode(), self.derived("state").encode())


class _Refusal(Exception):
    """The issuer answers with an error."""


class Issuer:
    """An OIDC issuer whose tokens are accepted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._about: dict[str, Any] = {}
        self._keys: KeySet | None = None
        self._read = -float(AGAIN_SECONDS)

    def caller(self, store: Store, token: str) -> Caller | None:
        """The token's user; None if it is not the issuer's, has expired, or gives no role in a tenant here."""
        if not self._settings.oidc_audience:
            return None
        claims = self._claims(token, self._settings.oidc_audience)  # before any transaction: it may call the issuer
        identity = claims and self._identity(claims)
        return _caller(store, identity) if isinstance(identity, _Identity) else None

    def sign_in_address(self, attempt: Attempt) -> str:
        """The issuer's address at which the browser signs in; Refused if the issuer does not answer."""
        challenge = hashlib.sha256(attempt.derived("verifier").encode()).digest()
        return _with(
            self._endpoint("authorization_endpoint"),
            {
                "response_type": "code",
                "scope": "openid",
                "client_id": self._settings.oidc_client,
                "redirect_uri": attempt.address,
                "state": attempt.derived("state"),
                "nonce": attempt.derived("nonce"),
                "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
                "code_challenge_method": "S256",
            },
        )

    def sign_out_address(self, back: str) -> str | None:
        """The issuer's address at which the browser signs out there too; None if the issuer has none."""
        with suppress(Refused):
            client = {"client_id": self._settings.oidc_client, "post_logout_redirect_uri": back}
            return _with(self._endpoint("end_session_endpoint"), client)
        return None

    def sign_in(
        self, store: Store, attempt: Attempt, code: str, address: str, token: str = ""
    ) -> signin.Opened | Refused:
        """Open a session for the user of the code. A refusal is returned, not raised, so that its log entry is kept.

        address: where the call comes from; token: of the browser's present session, which ends.
        """
        claims = self._claims(self._id_token(attempt, code), self._settings.oidc_client)
        if claims is None or claims.get("nonce") != attempt.derived("nonce") or not self._is_ours(claims):
            return Refused("refused.login")
        identity = self._identity(claims)
        caller = _caller(store, identity) if isinstance(identity, _Identity) and identity.role in PEOPLE else None
        with store.writing() as db:
            if caller:
                signin.sign_out(db, token)
                return signin.opened(db, db.get_one(User, caller.id), self._settings, by="issuer", address=address)
            why = identity if isinstance(identity, str) else "no_role"
            return _why_not(db, _subject(claims), str(claims.get(self._settings.oidc_tenant_claim)), why)

    def _id_token(self, attempt: Attempt, code: str) -> str:
        """The ID token for the code; only the browser that began the attempt can get it."""
        client, secret = self._settings.oidc_client, self._settings.oidc_secret.get_secret_value()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": attempt.address,
            "code_verifier": attempt.derived("verifier"),
        }
        headers = {}
        if secret:
            basic = f"{quote(client, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(basic.encode()).decode()}"
        else:
            form["client_id"] = client
        try:
            return str(_json(self._endpoint("token_endpoint"), urlencode(form), headers)["id_token"])
        except _Refusal as error:  # the code was used before, is too old, or is of another attempt
            raise Refused("refused.login") from error
        except (OSError, KeyError, ValueError) as error:
            raise Refused("refused.issuer") from error

    def _identity(self, claims: dict[str, Any]) -> "_Identity | Literal['no_role', 'no_team']":
        """The identity in the claims, or why it is refused.

        There must be one role of ours, alone or in a list with other things. The team may be absent; a team that is not
        one text is refused, so that it does not count as no team.
        """
        settings = self._settings
        role_claim = claims.get(settings.oidc_role_claim)
        roles = [
            role for role in get_args(Role) if role in (role_claim if isinstance(role_claim, list) else [role_claim])
        ]
        if len(roles) != 1:
            return "no_role"
        team = claims.get(settings.oidc_team_claim)
        if team is not None and not (isinstance(team, str) and team.strip()):
            return "no_team"
        return _Identity(_subject(claims), str(claims.get(settings.oidc_tenant_claim)), roles[0], team)

    def _claims(self, token: str, audience: str) -> dict[str, Any] | None:
        """The claims of the issuer's token for this audience; None if it is not valid."""
        registry = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._settings.oidc_issuer},
            sub={"essential": True},
            aud={"essential": True, "value": audience},
            exp={"essential": True},
        )
        for keys in (self._kept, self._fresh):
            try:
                claims = jwt.decode(token, keys(), algorithms=ALGORITHMS).claims
                registry.validate(claims)
            except (JoseError, ValueError):
                continue
            return claims
        return None

    def _is_ours(self, claims: dict[str, Any]) -> bool:
        """Whether an ID token was made for us: one with several audiences must name us (OIDC Core 1.0, 3.1.3.7)."""
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        return claims.get("azp", None if several else self._settings.oidc_client) == self._settings.oidc_client

    def _endpoint(self, name: str) -> str:
        """An address of the issuer; Refused if the issuer has not been reached, or has none of that name."""
        if not self._about:
            self._fresh()
        if name not in self._about:
            raise Refused("refused.issuer")
        return str(self._about[name])

    def _kept(self) -> KeySet:
        return self._keys or self._fresh()

    def _fresh(self) -> KeySet:
        """The issuer's keys, read anew once a minute at most; the known ones if the issuer does not answer."""
        with self._lock:
            if time.monotonic() - self._read >= AGAIN_SECONDS:
                self._read = time.monotonic()
                with suppress(OSError, KeyError, ValueError, JoseError, _Refusal):
                    about = _json(self._settings.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration")
                    if about["issuer"] != self._settings.oidc_issuer:
                        log.error("oidc: the discovery document is of another issuer")
                    else:
                        self._keys, self._about = KeySet.import_key_set(_json(about["jwks_uri"])), about
            return self._keys or KeySet([])


class _Identity(NamedTuple):
    """A user as a token describes them."""

    subject: str
    tenant: str
    role: Role
    team: str | None


def _subject(claims: dict[str, Any]) -> str:
    """The user's id at the issuer, as in ``User.subject``."""
    return f"{claims['iss']}|{claims['sub']}"


def _caller(store: Store, identity: _Identity) -> Caller | None:
    """Find or make the token's user, with its role and team; None if shut out, or not of that tenant."""
    with store.reading() as db:
        caller = _up_to_date(db, identity)
    if caller is None:
        with suppress(IntegrityError), store.writing() as db:  # another call has just made the same user
            _keep(db, identity)
        with store.reading() as db:
            caller = _up_to_date(db, identity)
    return caller


def _up_to_date(db: Session, identity: _Identity) -> Caller | None:
    """The user, if active, of that tenant, and with the token's role and team."""
    query = select(User).join(Tenant, Tenant.id == User.tenant_id)
    is_user = (User.subject == identity.subject) & (Tenant.name == identity.tenant) & User.active
    user = db.scalars(query.where(is_user)).first()
    if user is None or (user.role, user.team) != (identity.role, identity.team):
        return None
    return Caller(user.id, user.tenant_id, user.role, user.team, via="token")


def _keep(db: Session, identity: _Identity) -> None:
    """Make the user, or set the role and team of the token; logged as the issuer's act."""
    tenant = db.scalars(select(Tenant).where(Tenant.name == identity.tenant)).first()
    if tenant is None:
        return
    user = db.scalars(select(User).where(User.subject == identity.subject, User.tenant_id == tenant.id)).first()
    if user is None:
        subject, role, team = identity.subject, identity.role, identity.team
        user = User(tenant_id=tenant.id, name=subject, subject=subject, role=role, team=team)
        db.add(user)
        db.flush()
        audit.append(db, tenant.id, ISSUER, "user.created", user=user.id, role=role, team=team)
    elif user.active and (user.role, user.team) != (identity.role, identity.team):
        changes = {"role": [user.role, identity.role], "team": [user.team, identity.team]}
        user.role, user.team = identity.role, identity.team
        signin.end_sessions(db, user.id)  # they have the old role and team
        audit.append(db, tenant.id, ISSUER, "user.changed", user=user.id, changed=changes)


def _why_not(db: Session, subject: str, tenant: str, why: str) -> Refused:
    """The refusal of a user whom the issuer knows; logged if a tenant here is concerned."""
    home = db.scalars(select(Tenant.id).where(Tenant.name == tenant)).first()
    user = db.scalars(select(User).where(User.subject == subject)).first()
    if user and (not user.active or user.tenant_id != home):
        audit.append(db, user.tenant_id, f"user:{user.id}", "session.refused", why="shut_out")
        return Refused("refused.shut_out")
    if home is None:
        return Refused("refused.no_tenant")
    audit.append(db, home, f"user:{user.id}" if user else ISSUER, "session.refused", why=why)
    return Refused(f"refused.{why}")


def _with(address: str, query: dict[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


def _json(url: str, form: str | None = None, headers: dict[str, str] | None = None) -> Any:
    """The JSON of the issuer's answer. OSError if it is late, cut short or too large; _Refusal for an error.

    Redirects are not followed, so that nobody else gets what is sent. The deadline is for the whole answer: an issuer
    that sends a byte a second is cut off.
    """
    if not PLACES.acquire(blocking=False):
        raise OSError("too many calls of the issuer under way")
    try:
        return _fetched(url, form, headers or {})
    finally:
        PLACES.release()


def _fetched(url: str, form: str | None, headers: dict[str, str]) -> Any:
    parts = urlsplit(url)
    if parts.scheme not in CONNECTIONS or not parts.hostname:
        raise ValueError("an issuer is reached over HTTP")
    connection = CONNECTIONS[parts.scheme](parts.hostname, parts.port, timeout=TIMEOUT_SECONDS)
    sockets: list[socket.socket] = []  # still known after the connection has let go of its own
    cut = threading.Timer(TIMEOUT_SECONDS, _cut, [sockets])
    cut.daemon = True
    with closing(connection):
        cut.start()
        try:
            connection.connect()
            sockets.append(connection.sock)
            kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET" if form is None else "POST", target, form, headers | kind)
            answer = connection.getresponse()
            body = answer.read(LARGEST_ANSWER + 1)
        except http.client.HTTPException as error:
            raise OSError("the issuer's answer is none") from error
        finally:
            cut.cancel()
    if answer.status != http.HTTPStatus.OK:
        raise _Refusal
    if len(body) > LARGEST_ANSWER:
        raise OSError("the issuer's answer is too large")
    return json.loads(body)


def _cut(sockets: list[socket.socket]) -> None:
    for open_ in sockets:
        with suppress(OSError):
            open_.shutdown(socket.SHUT_RDWR)
