"""Users of a real OIDC provider (npm's oidc-provider), by token and by signing in there."""

import base64
import contextlib
import json
import re
import shutil
import socket
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from places import NUMBERS, Place
from pydantic import SecretStr, ValidationError

from service.door import oidc
from service.door.oidc import Attempt, Issuer
from service.settings import Settings
from service.store import Entry, User

pytestmark = pytest.mark.slow

PROVIDER = Path(__file__).with_name("provider")


@pytest.fixture(scope="module")
def issuer(tmp_path_factory, tenant_name, address):
    """The address of a running provider, which sends browsers back to the application."""
    folder = tmp_path_factory.mktemp("provider")
    shutil.copytree(PROVIDER, folder, dirs_exist_ok=True)
    install = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
    subprocess.run(install, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["node", "provider.js", str(port), tenant_name, address]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.communicate()


@pytest.fixture(scope="module")
def tenant_name():
    return f"Sønderby {next(NUMBERS)}"


@pytest.fixture(scope="module")
def tenant(app, served, tenant_name, issuer, address):  # noqa: ARG001 it runs
    """A tenant of the application, which now accepts the provider's tokens and sign-ins."""
    service = app.state.service
    settings = service.settings.model_copy(
        update={
            "oidc_issuer": issuer,
            "oidc_audience": "ipsmatch",
            "oidc_client": "service",
            "address": address,
            "oidc_secret": SecretStr("secret of service / with signs: %+"),
        }
    )
    object.__setattr__(service, "settings", settings)  # as if set from the start
    object.__setattr__(service, "issuer", Issuer(settings))
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
    assert client(app, token(issuer, "ella")).get("/v1/log").status_code == 200  # one role of ours in a list


def test_somebody_is_the_same_with_every_token_and_can_be_shut_out(app, tenant, issuer):
    ids = {client(app, token(issuer, "anna")).get("/v1/session").json()["id"] for _ in range(2)}
    assert len(ids) == 1
    tenant.administrator("PATCH", f"/v1/users/{next(iter(ids))}", json={"active": False})
    assert client(app, token(issuer, "anna")).get("/v1/session").status_code == 401
    back = tenant.administrator("PATCH", f"/v1/users/{next(iter(ids))}", json={"active": True}).json()
    tenant.second.post(f"/v1/approvals/{back['approval_id']}/approve")


def test_whoever_has_no_team_reaches_nobody_else_who_has_none(app, tenant, issuer):
    """Neither a supervisor without a team, nor one whose issuer sends the team as a list."""
    loose = tenant.user("consultant", None)
    case = loose.post("/v1/candidates", json={"interests": ["planter"]}).headers["location"]
    ida = client(app, token(issuer, "ida"))
    assert (ida.get("/v1/session").json()["role"], ida.get("/v1/session").json()["team"]) == ("supervisor", None)
    assert ida.get(case).status_code == 404
    assert ida.delete(case).status_code == 404
    assert ida.get("/v1/candidates").json()["candidates"] == []
    for name in ("gerda", "hans"):
        assert client(app, token(issuer, name)).get("/v1/session").status_code == 401
    assert loose.get(case).status_code == 200


def test_users_made_and_changed_by_tokens_are_in_the_log_with_role_and_team(app, tenant, issuer, monkeypatch):
    ella = client(app, token(issuer, "ella")).get("/v1/session").json()["id"]
    logged = {"user": ella, "role": "auditor", "team": None}
    assert ("user.created", logged) in actions(app, tenant)
    read = Issuer._identity
    monkeypatch.setattr(Issuer, "_identity", lambda *a: read(*a)._replace(role="consultant", team="north"))
    assert client(app, token(issuer, "ella")).get("/v1/session").json()["role"] == "consultant"
    monkeypatch.undo()
    change = {"role": ["auditor", "consultant"], "team": [None, "north"]}
    assert ("user.changed", {"user": ella, "changed": change}) in actions(app, tenant)


@pytest.mark.parametrize("name", ["carl", "finn", "dora", "elsewhere"])
def test_another_role_than_one_of_ours_or_another_tenant_or_service_opens_nothing(app, tenant, issuer, name):  # noqa: ARG001
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


def test_a_token_of_a_sign_in_is_no_bearer_token_and_one_client_cannot_be_both():
    right = {"oidc_issuer": "https://login.example", "oidc_client": "service", "address": "https://job.example"}
    assert Settings(**right).address
    for wrong in ({"oidc_audience": "service"}, {"oidc_issuer": ""}, {"address": ""}):
        with pytest.raises(ValidationError):
            Settings(**right | wrong)
    with pytest.raises(ValidationError):
        Settings(oidc_issuer="https://login.example")


# --- signing in by browser ---


class Browser:
    """Follows redirects and sends forms, as somebody at a browser does."""

    def __init__(self, address):
        self.address = address
        self.client = httpx.Client(headers={"Accept": "text/html"}, follow_redirects=True)

    def go(self, path):
        self.page = self.client.get(path if path.startswith("http") else self.address + path)
        return self.page

    def follow(self, words):
        [link] = re.findall(rf'href="([^"]*)"[^>]*>{words}<', self.page.text)
        return self.go(link.replace("&amp;", "&"))

    def send(self, **fields):
        """Send the page's form to the issuer, with what stands hidden in it."""
        [action] = re.findall(r'<form[^>]*action="([^"]*)"', self.page.text)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', self.page.text))
        self.page = self.client.post(str(self.page.url.join(action)), data=hidden | fields)
        return self.page

    def log_in(self, name, path="/sign-in"):
        """By the link on the sign-in page, through the issuer's forms; the page where it ends."""
        self.go(path)
        self.follow("Log ind med kommunens login")
        self.send(login=name, password="any")
        return self.send()  # consents

    @property
    def session(self):
        return self.client.get(f"{self.address}/v1/session")


@pytest.fixture
def at_browser(tenant, address):  # noqa: ARG001 it accepts the issuer
    """Opens browsers."""
    opened = []

    def begin():
        opened.append(Browser(address))
        return opened[-1]

    yield begin
    for one in opened:
        one.client.close()


def actions(app, tenant):
    with app.state.service.store.reading() as db:
        entries = db.query(Entry).where(Entry.tenant_id == tenant.tenant_id).order_by(Entry.seq)
        return [(e.action, json.loads(e.details)) for e in entries]


def test_somebody_signs_in_at_the_issuer_and_goes_on_to_where_they_wanted_to_be(app, at_browser, tenant, issuer):
    me = at_browser()
    page = me.log_in("anna", "/candidates/new")
    assert page.url.path == "/candidates/new"
    shown = me.session.json()
    assert (shown["role"], shown["team"], shown["via"]) == ("consultant", "north", "cookie")
    assert shown["id"] == client(app, token(issuer, "anna")).get("/v1/session").json()["id"]
    assert ("session.opened", {"by": "issuer", "address": "127.0.0.1"}) in actions(app, tenant)


def test_what_was_written_while_signed_out_is_sent_again_after_the_issuers_login_in_another_tab(at_browser):
    me, ours = at_browser(), {"Sec-Fetch-Site": "same-origin"}
    me.log_in("anna")
    shown = me.client.get(f"{me.address}/candidates/new", headers=ours).text
    sign = re.search(r'name="csrf" value="([^"]*)"', shown)[1]
    me.client.cookies.clear()
    form = {"goals": "noget med dyr", "csrf": sign}
    door = me.client.post(f"{me.address}/candidates/new", data=form, headers=ours).text
    assert re.search(r'href="/sign-in/oidc\?next=/" target="_blank"', door)
    [kept] = re.findall(r'action="/candidates/new">(.*?)</form>', door, re.DOTALL)
    hidden = dict(re.findall(r'name="([^"]*)" value="([^"]*)"', kept))
    me.log_in("anna")
    again = me.client.post(f"{me.address}/candidates/new", data=hidden, headers=ours).text
    assert 'name="goals" value="noget med dyr"' in again
    assert "Se efter og gem" in again


def test_the_session_is_as_that_of_a_password_and_signing_out_ends_it_and_leads_to_the_issuers_door(at_browser):
    me = at_browser()
    me.log_in("anna")
    kept = {"ipsmatch": me.client.cookies["ipsmatch"]}
    csrf = me.session.json()["csrf"]
    assert me.client.post(f"{me.address}/v1/candidates", json={"interests": ["planter"]}).status_code == 403
    me.page = me.client.post(f"{me.address}/sign-out", data={"csrf": csrf})
    assert me.session.status_code == 401
    assert httpx.get(f"{me.address}/v1/session", cookies=kept).status_code == 401
    assert "Du er logget ud her." in me.page.text
    assert "/session/end" in str(me.follow("Log også ud af kommunens login").url)


@pytest.mark.parametrize(
    ("name", "status", "told"),
    [
        ("gerda", 403, "hvilket team"),
        ("hans", 403, "hvilket team"),
        ("carl", 403, "ingen rolle her"),
        ("feed", 403, "ingen rolle her"),
        ("dora", 403, "ikke er oprettet her"),
    ],
)
def test_without_a_role_or_a_place_here_the_page_says_so_kindly(app, at_browser, tenant, name, status, told):
    me = at_browser()
    page = me.log_in(name)
    assert (page.status_code, me.session.status_code) == (status, 401)
    assert told in page.text
    assert 'name="password"' in page.text  # the page offers to sign in by password
    with app.state.service.store.reading() as db:
        assert db.query(User).where(User.subject.endswith(f"|{name}")).count() == 0
    why = {"why": "no_team" if name in ("gerda", "hans") else "no_role"}
    assert ("session.refused", why) in actions(app, tenant) or name == "dora"  # her tenant has no log here


def test_somebody_who_was_shut_out_is_told_so_and_stays_out(app, at_browser, tenant):
    me = at_browser()
    me.log_in("bo")
    mine = me.session.json()["id"]
    tenant.administrator("PATCH", f"/v1/users/{mine}", json={"active": False})
    assert me.session.status_code == 401
    page = at_browser().log_in("bo")
    assert page.status_code == 403
    assert "Din adgang her er lukket" in page.text
    assert actions(app, tenant)[-1] == ("session.refused", {"why": "shut_out"})
    tenant.administrator("PATCH", f"/v1/users/{mine}", json={"active": True})


def answer_of(me):
    """The issuer's answer as it comes back, before the browser has followed it."""
    me.go("/sign-in")
    me.follow("Log ind med kommunens login")
    me.send(login="anna", password="any")
    me.client.event_hooks["request"].append(_stop_at_home(me.address))
    try:
        me.send()
    except _Home as home:
        return str(home)
    finally:
        me.client.event_hooks["request"].clear()
    raise AssertionError


class _Home(Exception):
    pass


def _stop_at_home(address):
    def stop(request):
        if str(request.url).startswith(f"{address}/sign-in/oidc/back"):
            raise _Home(str(request.url))

    return stop


def test_an_answer_of_the_issuer_opens_only_the_browser_that_asked_and_only_once(at_browser):
    mine, theirs, fresh = at_browser(), at_browser(), at_browser()
    answer = answer_of(mine)
    theirs.client.get(f"{theirs.address}/sign-in/oidc", follow_redirects=False)  # another attempt
    for other in (fresh, theirs):
        page = other.go(answer)
        assert (page.status_code, other.session.status_code) == (401, 401)
        assert "Login blev ikke gennemført" in page.text
    kept = {"ipsmatch-login": mine.client.cookies["ipsmatch-login"]}
    assert mine.go(answer).status_code == 200
    assert mine.session.status_code == 200
    again = httpx.get(answer, cookies=kept, headers={"Accept": "text/html"})
    assert again.status_code == 401
    assert "ipsmatch=" not in again.headers.get("set-cookie", "")


def test_a_code_that_was_slipped_into_ones_own_attempt_opens_nothing(at_browser):
    victim, attacker = at_browser(), at_browser()
    code = re.search(r"code=([^&]*)", answer_of(attacker))[1]
    own = re.search(r"state=([^&]*)", answer_of(victim))[1]
    page = victim.go(f"/sign-in/oidc/back?code={code}&state={own}")  # PKCE: the code is of another verifier
    assert (page.status_code, victim.session.status_code) == (401, 401)


def test_an_answer_without_what_was_sent_along_opens_nothing(at_browser):
    me = at_browser()
    answer = answer_of(me)
    for wrong in (re.sub(r"state=[^&]*", "state=guessed", answer), re.sub(r"state=[^&]*&?", "", answer)):
        page = httpx.get(wrong, cookies={"ipsmatch-login": me.client.cookies["ipsmatch-login"]})
        assert page.status_code == 401
    assert me.go(answer).status_code == 200


def test_a_token_that_was_made_for_another_attempt_opens_nothing(at_browser, monkeypatch):
    me = at_browser()
    answer = answer_of(me)
    derived = Attempt.derived
    monkeypatch.setattr(Attempt, "derived", lambda self, use: derived(self, "other" if use == "nonce" else use))
    assert (me.go(answer).status_code, me.session.status_code) == (401, 401)


def test_somebody_who_turns_back_at_the_issuer_finds_the_door_and_is_never_led_elsewhere(at_browser):
    me = at_browser()
    me.go("/sign-in?next=//elsewhere.example")
    me.follow("Log ind med kommunens login")
    page = me.follow(r"\[ Cancel \]")
    assert page.status_code == 401
    assert "Login blev ikke gennemført" in page.text
    assert me.log_in("anna", "/sign-in?next=//elsewhere.example").url.path == "/"


def test_an_issuer_that_is_away_is_said_to_be_so(app, tenant, at_browser, monkeypatch):  # noqa: ARG001
    service = app.state.service
    away = service.settings.model_copy(update={"oidc_issuer": "http://127.0.0.1:9"})
    here = service.issuer
    object.__setattr__(service, "issuer", Issuer(away))
    page = at_browser().go("/sign-in/oidc")
    object.__setattr__(service, "issuer", here)
    assert page.status_code == 503
    assert "Login svarer ikke" in page.text


def test_a_real_browser_signs_in_at_the_issuer_and_out(browser, tenant, address):  # noqa: ARG001
    page = browser.new_context(locale="en-GB").new_page()
    page.set_default_timeout(20_000)
    complaints = []
    ours = lambda m: m.type == "error" and m.location["url"].startswith(address)  # noqa: E731 the issuer's pages load fonts
    page.on("console", lambda m: complaints.append(m.text) if ours(m) else None)
    page.goto(f"{address}/settings")
    page.get_by_role("link", name="Sign in with the municipality's login").click()
    page.locator("[name=login]").fill("anna")
    page.locator("[name=password]").fill("any")
    page.locator("[type=submit]").click()
    page.locator("[type=submit]").click()
    page.wait_for_url(f"{address}/settings")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("link", name="Sign out of the municipality's login too").click()
    page.wait_for_url("**/session/end**")
    assert complaints == []
    page.context.close()


def test_without_a_client_at_the_issuer_there_is_no_link(place):
    door = TestClient(place.app)
    service = place.app.state.service
    settings = service.settings
    object.__setattr__(service, "settings", settings.model_copy(update={"oidc_client": ""}))
    shown, asked = door.get("/sign-in").text, door.get("/sign-in/oidc", follow_redirects=False).status_code
    object.__setattr__(service, "settings", settings)
    assert "/sign-in/oidc" not in shown
    assert asked == 404


# --- an issuer that does not answer as it should ---


@pytest.fixture
def odd_issuer():
    """A server that does with each connection what it is told to."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        stop = threading.Event()

        def serve(answer):
            listening.settimeout(0.1)
            while not stop.is_set():
                with contextlib.suppress(OSError):
                    made, _ = listening.accept()
                    threading.Thread(target=answer, args=(made, stop), daemon=True).start()

        threads = []

        def begin(answer):
            threads.append(threading.Thread(target=serve, args=(answer,), daemon=True))
            threads[-1].start()
            return f"http://127.0.0.1:{listening.getsockname()[1]}"

        yield begin
        stop.set()
        for thread in threads:
            thread.join()


def silent(made, stop):
    with made:
        stop.wait(60)


def dribbling(made, stop):
    with made, contextlib.suppress(OSError):
        made.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nConnection: close\r\n\r\n")
        while not stop.wait(0.2):
            made.sendall(b" ")


@pytest.mark.parametrize("answer", [silent, dribbling])
def test_an_issuer_that_does_not_answer_in_time_holds_up_nobody(app, served, odd_issuer, monkeypatch, answer):  # noqa: ARG001
    monkeypatch.setattr(oidc, "TIMEOUT_SECONDS", 1)
    place = Place(app, f"place-{next(NUMBERS)}")
    settings = app.state.service.settings.model_copy(
        update={"oidc_issuer": odd_issuer(answer), "oidc_client": "service", "address": "http://127.0.0.1"}
    )
    kept = app.state.service.settings, app.state.service.issuer
    object.__setattr__(app.state.service, "settings", settings)
    object.__setattr__(app.state.service, "issuer", Issuer(settings))
    try:
        with ThreadPoolExecutor(8) as pool:
            visits = [pool.submit(TestClient(app).get, "/sign-in/oidc") for _ in range(6)]
            time.sleep(0.2)
            begin = time.monotonic()
            assert place.administrator.get("/v1/users").status_code == 200
            assert time.monotonic() - begin < 1
            assert {v.result().status_code for v in visits} == {503}
            assert time.monotonic() - begin < 10
    finally:
        for name, value in zip(("settings", "issuer"), kept, strict=True):
            object.__setattr__(app.state.service, name, value)


@pytest.mark.parametrize(
    ("claims", "ours"),
    [
        ({"aud": "web"}, True),
        ({"aud": ["web"]}, True),
        ({"aud": "web", "azp": "web"}, True),
        ({"aud": ["web", "evil"], "azp": "web"}, True),
        ({"aud": ["web", "evil"], "azp": "evil"}, False),
        ({"aud": ["web", "evil"]}, False),
        ({"aud": "web", "azp": "evil"}, False),
    ],
)
def test_a_sign_in_is_of_a_token_that_was_made_for_us(claims, ours):
    settings = Settings(oidc_issuer="https://login.example", oidc_client="web", address="https://job.example")
    assert Issuer(settings)._is_ours(claims) is ours


def test_where_a_browser_says_it_is_does_not_change_where_the_issuer_sends_it_back_to(app, tenant):  # noqa: ARG001
    to = TestClient(app).get("/sign-in/oidc", headers={"Host": "evil.example"}, follow_redirects=False)
    assert to.status_code == 303
    assert "evil.example" not in to.headers["location"]
