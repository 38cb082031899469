"""``python -m service.benchmark INDEX CANDIDATES``: a served list beside the same call in process, in one run."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from matcher.benchmark import median
from matcher.encoder import load_encoder
from matcher.index import Index
from matcher.matching import Matcher, Request
from matcher.schema import Candidate

ROUNDS = 10  # calls for each candidate, after one that is not counted
START_SECONDS = 60


def main(
    index: Annotated[Path, typer.Argument(help="The folder of an index.")],
    candidates: Annotated[Path, typer.Argument(help="Candidates as JSON Lines.")],
) -> None:
    """Median milliseconds of one explained list of ten, in process and over HTTP, and their ratio."""
    lines = [line for line in candidates.read_bytes().splitlines() if line.strip()]
    people = [Candidate.model_validate_json(line) for line in lines]
    loaded = Index.load(index)
    matcher = Matcher(loaded, load_encoder(loaded.encoder))
    request = Request(include_expired=True)
    inside = median([lambda p=p: list(matcher.suggest([p], request)) for p in people], ROUNDS)  # type: ignore[misc]
    with _served(index) as url:
        address = f"{url}/v1/suggestions?include_expired=true"
        served = median([lambda body=line: _post(address, body) for line in lines], ROUNDS)  # type: ignore[misc]
    typer.echo(f"{len(people)} candidates, {len(loaded)} vacancies, {ROUNDS} calls each")
    typer.echo(f"in process {inside:.1f} ms   served {served:.1f} ms   ratio {served / inside:.2f}")


def _post(address: str, body: bytes) -> object:
    request = urllib.request.Request(address, body, {"Content-Type": "application/json"})  # noqa: S310 our own server
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return json.load(answer)


@contextmanager
def _served(index: Path) -> Iterator[str]:
    """The service as a process of its own on a free port, for as long as the block lasts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from matcher.cli import app; app()", "serve", "--index", str(index)]
    server = subprocess.Popen([*command, "--port", str(port)])  # noqa: S603 this program
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_up(url)
        yield url
    finally:
        server.terminate()
        server.wait()


def _wait_until_up(url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/healthz").close()  # noqa: S310
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"{url} did not answer within {START_SECONDS} s")


if __name__ == "__main__":
    typer.run(main)
