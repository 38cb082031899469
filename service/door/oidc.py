"""OIDC: an issuer's word on who somebody is, with role, tenant and team from its claims.

It comes as a bearer token, or at the end of a sign-in by browser: the authorization code flow with PKCE, where the ID
token has the claims. The issuer's keys are read from where its discovery document says, kept, and read again when a
token names one that is not among them. A user is noted the first time, so that candidates can be on the caseload; role
and team are what the latest token says. Single sign-on by SAML goes through a proxy that speaks OIDC.
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

ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]  # with public keys only: nobody who can check can also sign
LEEWAY_SECONDS = 60
AGAIN_SECONDS = 60  # between two readings of the issuer's keys
TIMEOUT_SECONDS = 5  # for a whole answer of the issuer's, however slowly it comes
LARGEST_ANSWER = 1 << 20  # bytes; discovery, keys and tokens are a few kB
CALLS_AT_ONCE = 4  # of the issuer; further ones are refused rather than kept waiting
ISSUER = "issuer"  # the log's name for who asks where there is no user
PLACES = threading.BoundedSemaphore(CALLS_AT_ONCE)
CONNECTIONS = {"https": http.client.HTTPSConnection, "http": http.client.HTTPConnection}
log = logging.getLogger(__name__)


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


class _Refusal(Exception):
    """The issuer answers, and says no."""


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
        return _found(store, said) if isinstance(said, _Said) else None

    def asked(self, attempt: Attempt) -> str:
        """The issuer's address at which the browser signs in; Refused where the issuer does not answer."""
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

    def left(self, back: str) -> str | None:
        """The issuer's address at which the browser signs out there too; None where it has none."""
        with suppress(Refused):
            client = {"client_id": self._settings.oidc_client, "post_logout_redirect_uri": back}
            return _with(self._endpoint("end_session_endpoint"), client)
        return None

    def sign_in(
        self, store: Store, attempt: Attempt, code: str, address: str, token: str = ""
    ) -> signin.Opened | Refused:
        """Open a session for whom the code stands. The refusal is given, not raised: that it happened must be kept.

        address: where the call comes from; token: of the session that the browser has now, which ends.
        """
        claims = self._claims(self._id_token(attempt, code), self._settings.oidc_client)
        if claims is None or claims.get("nonce") != attempt.derived("nonce") or not self._is_ours(claims):
            return Refused("refused.login")
        said = self._said(claims)
        caller = _found(store, said) if isinstance(said, _Said) and said.role in PEOPLE else None
        with store.writing() as db:
            if caller:
                signin.sign_out(db, token)
                return signin.opened(db, db.get_one(User, caller.id), self._settings, by="issuer", address=address)
            why = said if isinstance(said, str) else "no_role"
            return _why_not(db, _subject(claims), str(claims.get(self._settings.oidc_tenant_claim)), why)

    def _id_token(self, attempt: Attempt, code: str) -> str:
        """What the issuer gives for the code, which only who began the attempt can ask for."""
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
        except _Refusal as error:  # the code is used, too old, or of another attempt
            raise Refused("refused.login") from error
        except (OSError, KeyError, ValueError) as error:
            raise Refused("refused.issuer") from error

    def _said(self, claims: dict[str, Any]) -> "_Said | Literal['no_role', 'no_team']":
        """What the claims say, or why they do not open anything.

        There must be one role of ours, alone or in a list of several things. The team may be absent; a team that is not
        one text is refused, because whoever has no team must not be taken for a colleague of all who have none.
        """
        settings = self._settings
        given = claims.get(settings.oidc_role_claim)
        roles = [role for role in get_args(Role) if role in (given if isinstance(given, list) else [given])]
        if len(roles) != 1:
            return "no_role"
        team = claims.get(settings.oidc_team_claim)
        if team is not None and not (isinstance(team, str) and team.strip()):
            return "no_team"
        return _Said(_subject(claims), str(claims.get(settings.oidc_tenant_claim)), roles[0], team)

    def _claims(self, token: str, audience: str) -> dict[str, Any] | None:
        """What a token of the issuer for this audience says; None where it is none."""
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
        """Whether an ID token was made for us: one that names others too must say so (OIDC Core 1.0, 3.1.3.7)."""
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        return claims.get("azp", None if several else self._settings.oidc_client) == self._settings.oidc_client

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
                with suppress(OSError, KeyError, ValueError, JoseError, _Refusal):
                    about = _json(self._settings.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration")
                    if about["issuer"] != self._settings.oidc_issuer:
                        log.error("oidc: the discovery document is of another issuer")
                    else:
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
    """Note a new user, or the role and team that the token gives now: the municipality's own act, logged as such."""
    tenant = db.scalars(select(Tenant).where(Tenant.name == said.tenant)).first()
    if tenant is None:
        return
    user = db.scalars(select(User).where(User.subject == said.subject, User.tenant_id == tenant.id)).first()
    if user is None:
        user = User(tenant_id=tenant.id, name=said.subject, subject=said.subject, role=said.role, team=said.team)
        db.add(user)
        db.flush()
        audit.append(db, tenant.id, ISSUER, "user.created", user=user.id, role=said.role, team=said.team)
    elif user.active and (user.role, user.team) != (said.role, said.team):
        changes = {"role": [user.role, said.role], "team": [user.team, said.team]}
        user.role, user.team = said.role, said.team
        signin.end_sessions(db, user.id)  # opened with what the user may no longer do
        audit.append(db, tenant.id, ISSUER, "user.changed", user=user.id, changed=changes)


def _why_not(db: Session, subject: str, tenant: str, why: str) -> Refused:
    """Why somebody whom the issuer knows may not come in: told, and logged where there is a log for it."""
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
    """What the issuer answers, whole and in time; OSError where not, _Refusal where it says no.

    Redirects are not followed, so that what is sent goes to nobody else. The deadline is for the whole answer: an
    issuer that sends a byte a second is cut off.
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
    sockets: list[socket.socket] = []  # also after the connection has let go of its own
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
