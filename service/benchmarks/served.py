"""``python -m service.benchmarks.served VACANCIES CANDIDATES``: time of a served list, against one in process.

Vacancies and candidates are repeated, under other ids and employers, up to the given numbers. The service is a process
of its own over a new data folder. Calls arrive as a Poisson process, whether or not earlier ones were answered; a
call's time counts from when it was due. Every list is of a candidate on the caseload, explained and logged.

Repeated texts are encoded once, but every ad is read: about 4 minutes for 25,000, and 10 minutes in all with loads of
one minute, on two cores. In process, the vectors of statements are remembered as in the service; the time of a list
that encodes them anew is printed beside it. Other settings come from the environment, such as ``IPSMATCH_WORKERS``.
"""

import http.client
import itertools
import json
import os
import queue
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import numpy as np
import typer

from matcher.benchmark import median
from matcher.encoder import Encoder, RecentQueries, load_encoder
from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.schema import Candidate

LISTED = "200"
ROUNDS = 3  # calls for each candidate in process, after an uncounted one
EAGER = 4  # callers without pauses, to find the capacity: more than two cores can serve at a time
CALLERS = 64  # connections of the client
OWN_PASSWORD = "hestesko under gammel trappe"  # noqa: S105 of a temporary service
PART = 2000  # vacancies put in with one call
START_SECONDS = 3600  # reading 25,000 ads takes minutes
SETTINGS = {"CALLS_PER_MINUTE": "10000000", "SECURE_COOKIE": "false", "INDEX_SECONDS": "0.5"}


class Answer(NamedTuple):
    """An answer of the service."""

    status: int
    headers: Message
    text: bytes


@dataclass
class Server:
    """A client of the service at a port, with the headers of a user who is signed in."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        answer = self.ask(method, path, body)
        if cookie := answer.headers["Set-Cookie"]:
            self.headers["Cookie"] = cookie.partition(";")[0]
        return answer.status, json.loads(answer.text) if answer.text else None

    def ask(self, method: str, path: str, body: object = None) -> "Answer":
        """One call, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        content = body if isinstance(body, str | None) else json.dumps(body)
        connection.request(method, path, content and content.encode(), self.headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return Answer(answer.status, answer.headers, text)

    def settle(self, name: str, first: str) -> None:
        """Sign in with a first password, choose another, and sign in with that."""
        self.sign_in(name, first)
        self("PUT", "/v1/session/password", {"old": first, "new": OWN_PASSWORD})
        self.sign_in(name, OWN_PASSWORD)

    def sign_in(self, name: str, password: str) -> None:
        """Sign in as this user for all further calls."""
        self.headers = {"Content-Type": "application/json"}
        _, me = self("POST", "/v1/session", {"name": name, "password": password})
        self.headers["X-CSRF-Token"] = me["csrf"]


@dataclass
class Load:
    """Calls at a rate. seconds: of each answered with a list; answers: how many of each; client: cores it used."""

    seconds: list[float]
    answers: Counter[str]
    client: float

    def line(self, name: str) -> str:
        """The figures on a line."""
        p50, p95 = (1000 * float(np.percentile(self.seconds or [np.nan], p)) for p in (50, 95))
        return f"{name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms, {dict(self.answers)}, client {self.client:.2f} cores"


def main(
    vacancies: Annotated[Path, typer.Argument(help="Vacancies as JSON Lines.")],
    candidates: Annotated[Path, typer.Argument(help="Candidates as JSON Lines.")],
    ads: Annotated[int, typer.Option(help="How many vacancies.")] = 25_000,
    people: Annotated[int, typer.Option(help="How many candidates.")] = 500,
    seconds: Annotated[float, typer.Option(help="How long each load lasts.")] = 60.0,
) -> None:
    """Print milliseconds of an explained list: in process, and served at half, twice and half the capacity."""
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as server:
        password, begin = _signed_up(), time.monotonic()
        cases = _filled(server, password, _repeated(vacancies, ads), _repeated(candidates, people))
        typer.echo(f"{ads} vacancies, {len(cases)} candidates, put in and indexed in {time.monotonic() - begin:.0f} s")
        (index,) = (Path(folder) / "index").iterdir()
        anew, inside = (
            _inside(index, candidates, encoder) for encoder in (load_encoder(), RecentQueries(load_encoder()))
        )
        capacity = _capacity(server, cases, seconds)
        typer.echo(f"in process {inside:.1f} ms, {anew:.1f} encoded anew; served {capacity:.1f} lists a second at most")
        for name, share in (("half", 0.5), ("twice", 2.0), ("half again", 0.5)):
            load = _load(server, cases, share * capacity, seconds)
            typer.echo(load.line(name))
            if share < 1:
                typer.echo(f"   p95 is {1000 * float(np.percentile(load.seconds, 95)) / inside:.1f} times in process")


def _repeated(path: Path, n: int) -> list[dict[str, Any]]:
    """n records, those of the file over and over, each with its own id, and its own employer if it has one."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    repeated = []
    for number, record in zip(range(n), itertools.cycle(records), strict=False):
        other = {"employer": f"{record['employer']} {number}"} if "employer" in record else {}
        repeated.append(record | other | {"id": f"{record['id']}-{number}"})
    return repeated


def _inside(index: Path, candidates: Path, encoder: Encoder) -> float:
    people = [Candidate.model_validate_json(line) for line in candidates.read_bytes().splitlines()]
    matcher = Matcher(Index.load(index), encoder)
    request = Request(include_expired=True, elsewhere=False)
    return median([lambda p=p: list(matcher.suggest([p], request)) for p in people], ROUNDS)  # type: ignore[misc]


@contextmanager
def _served(folder: Path) -> Iterator[Server]:
    """The service as a process of its own on a free port, over a new database, for as long as the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    os.environ |= {f"IPSMATCH_{name}": value for name, value in SETTINGS.items()} | {"IPSMATCH_DATA": str(folder)}
    _ipsmatch("service", "upgrade").wait()
    process = _ipsmatch("serve", "--port", str(port), stderr=subprocess.DEVNULL)
    try:
        yield Server(port)
    finally:
        process.terminate()
        process.wait()


def _ipsmatch(*arguments: str, **options: Any) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", "from matcher.cli import app; app()", *arguments]
    return subprocess.Popen(command, **options)  # noqa: S603 this program


def _signed_up() -> str:
    """Make a tenant -> its administrator's first password."""
    with _ipsmatch("service", "tenant", "Nordby", "--administrator", "anna", stdout=subprocess.PIPE) as process:
        return process.communicate()[0].decode().strip()


def _filled(server: Server, password: str, ads: list[dict[str, Any]], people: list[dict[str, Any]]) -> list[str]:
    """Put all vacancies and candidates in, and wait for the index -> ids of the candidates."""
    _until(lambda: server("GET", "/healthz")[0] == 200)
    server.settle("anna", password)
    _, user = server("POST", "/v1/users", {"name": "bo", "role": "consultant"})
    server.settle("bo", user["password"])
    for start in range(0, len(ads), PART):
        server("POST", "/v1/vacancies?format=jsonl", "\n".join(map(json.dumps, ads[start : start + PART])))
    profiles = [{k: v for k, v in p.items() if k != "id"} for p in people]
    cases = [server("POST", "/v1/candidates", p)[1]["candidate_id"] for p in profiles]
    _until(lambda: server("GET", "/healthz")[1]["vacancies"] == len(ads))
    return cases


def _until(done: Any) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if done():
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise TimeoutError


def _capacity(server: Server, cases: list[str], seconds: float) -> float:
    """Lists a second for ``EAGER`` callers, each calling again when it has its answer."""
    begin = time.monotonic()
    counts: list[int] = []

    def caller(seed: int) -> None:
        draw, n = random.Random(seed), 0  # noqa: S311 no secret
        while time.monotonic() < begin + seconds:
            n += _list(server, draw.choice(cases)) == LISTED
        counts.append(n)

    _together(caller, EAGER)
    return sum(counts) / (time.monotonic() - begin)


def _load(server: Server, cases: list[str], rate: float, seconds: float) -> Load:
    """Make calls at a rate, whether or not earlier ones were answered."""
    draw = random.Random(7)  # noqa: S311 no secret
    due: queue.Queue[tuple[float, str]] = queue.Queue()
    load = Load([], Counter(), 0.0)
    begin, moment, cpu = time.monotonic() + 0.5, 0.0, time.process_time()
    while (moment := moment + draw.expovariate(rate)) < seconds:
        due.put((begin + moment, draw.choice(cases)))

    def caller(_: int) -> None:
        while True:
            try:
                at, case = due.get_nowait()
            except queue.Empty:
                return
            time.sleep(max(0.0, at - time.monotonic()))
            answer = _list(server, case)
            load.answers[answer] += 1
            if answer == LISTED:
                load.seconds.append(time.monotonic() - at)

    _together(caller, CALLERS)
    load.client = (time.process_time() - cpu) / (time.monotonic() - begin)
    return load


def _together(caller: Any, n: int) -> None:
    threads = [threading.Thread(target=caller, args=(i,)) for i in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _list(server: Server, case: str) -> str:
    """Call for a list -> the status of the answer, and "come back" if it has a Retry-After."""
    answer = server.ask("GET", f"/v1/candidates/{case}/suggestions?include_expired=true")
    return f"{answer.status}{' come back' if answer.headers['Retry-After'] else ''}"


if __name__ == "__main__":
    typer.run(main)
