"""Tokens of a real OIDC provider (npm's oidc-provider): its word on who somebody is, with role, tenant and team."""

import base64
import json
import shutil
import socket
import subprocess
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from places import NUMBERS, Place

from service.oidc import Issuer
from service.store import User

PROVIDER = Path(__file__).with_name("provider")


@pytest.fixture(scope="module")
def issuer(tmp_path_factory, tenant_name):
    """The address of a running provider."""
    folder = tmp_path_factory.mktemp("provider")
    shutil.copytree(PROVIDER, folder, dirs_exist_ok=True)
    install = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
    subprocess.run(install, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(["node", "provider.js", str(port), tenant_name], cwd=folder, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.communicate()


@pytest.fixture(scope="module")
def tenant_name():
    return f"Sønderby {next(NUMBERS)}"


@pytest.fixture(scope="module")
def tenant(app, served, tenant_name, issuer):  # noqa: ARG001 it runs
    """A tenant of the application, which now accepts the provider's tokens."""
    service = app.state.service
    settings = service.settings.model_copy(update={"oidc_issuer": issuer, "oidc_audience": "ipsmatch"})
    object.__setattr__(service, "issuer", Issuer(settings))  # as if set from the start
    return Place(app, tenant_name)


def token(issuer, name):
    answer = httpx.post(f"{issuer}/token", data={"grant_type": "client_credentials"}, auth=(name, f"secret of {name}"))
    assert answer.status_code == 200, answer.text
    return answer.json()["access_token"]


def client(app, bearer):
    return TestClient(app, headers={"Authorization": f"Bearer {bearer}"})


def test_a_token_gives_the_role_and_team_that_its_claims_say(app, tenant, issuer):
    anna = client(app, token(issuer, "anna"))
    me = anna.get("/v1/session").json()
    assert (me["role"], me["team"], me["via"]) == ("consultant", "north", "token")
    case = anna.post("/v1/candidates", json={"interests": ["planter"]}).headers["location"]
    assert anna.get(case).status_code == 200
    assert tenant.supervisor.get(case).status_code == 200  # of the same team
    assert tenant.consultant.get(case).status_code == 404
    assert anna.get("/v1/users").status_code == 403
    assert client(app, token(issuer, "bo")).get("/v1/log").status_code == 200


def test_somebody_is_the_same_with_every_token_and_can_be_shut_out(app, tenant, issuer):
    ids = {client(app, token(issuer, "anna")).get("/v1/session").json()["id"] for _ in range(2)}
    assert len(ids) == 1
    tenant.administrator("PATCH", f"/v1/users/{next(iter(ids))}", json={"active": False})
    assert client(app, token(issuer, "anna")).get("/v1/session").status_code == 401
    tenant.administrator("PATCH", f"/v1/users/{next(iter(ids))}", json={"active": True})


@pytest.mark.parametrize("name", ["carl", "dora", "elsewhere"])
def test_an_unknown_role_or_tenant_or_a_token_for_another_service_opens_nothing(app, tenant, issuer, name):  # noqa: ARG001
    assert client(app, token(issuer, name)).get("/v1/session").status_code == 401
    with app.state.service.store.reading() as db:
        assert db.query(User).where(User.subject == f"{issuer}|{name}").count() == 0


def parts(text):
    return [json.loads(base64.urlsafe_b64decode(p + "==")) for p in text.split(".")[:2]]


def test_a_token_that_was_changed_or_signed_by_another_opens_nothing(app, tenant, issuer):  # noqa: ARG001
    real = token(issuer, "anna")
    header, claims = parts(real)
    forged = jwt.encode({"alg": "RS256", "kid": header["kid"]}, claims, RSAKey.generate_key(2048))
    unsigned = ".".join([_part({"alg": "none"}), _part(claims), ""])
    head, body, signature = real.split(".")
    swapped = ".".join([head, _part(claims | {"ipsmatch_role": "administrator"}), signature])
    for wrong in (forged, unsigned, swapped, body, "", "x.y.z"):
        assert client(app, wrong).get("/v1/session").status_code == 401
    assert client(app, real).get("/v1/session").status_code == 200


def _part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_token_past_its_time_opens_nothing(app, tenant, issuer, monkeypatch):  # noqa: ARG001
    real = token(issuer, "anna")
    expires = parts(real)[1]["exp"]
    monkeypatch.setattr("time.time", lambda: expires + 61.0)
    assert client(app, real).get("/v1/session").status_code == 401
