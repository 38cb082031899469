"""``python -m service.benchmarks.pages VACANCIES... --candidates FILE``: size and time of each page, against the API.

Vacancies are repeated, under other ids and employers, up to the given number. Page and API calls alternate, in process
and without a network, by the same consultant about the same candidate. A page is compared with the API calls that give
the same content. The aim: pages of at most 100 kB that take at most 1.5 times as long.
"""

import asyncio
import itertools
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode, urlsplit

import typer

from service import demo
from service.app import create_app
from service.settings import Settings

PEOPLE = 8  # a consultant's candidates
LISTS = "?k=10&as_of={day}"
# Page -> the API calls that give the same content. {case}: a candidate; {ad}: a vacancy; {each}: every candidate.
BEHIND: dict[str, tuple[str, ...]] = {
    "/": ("/v1/candidates", "/v1/candidates/{each}/suggestions" + LISTS),
    "/candidates/new": (),
    "/candidates/{case}": ("/v1/candidates/{case}",),
    "/candidates/{case}/history": ("/v1/candidates/{case}/versions",),
    "/candidates/{case}/suggestions": ("/v1/candidates/{case}/suggestions" + LISTS,),
    "/candidates/{case}/kinds": ("/v1/candidates/{case}/kinds",),
    "/candidates/{case}/left-out": ("/v1/candidates/{case}/suggestions?include_broken=true&k=25&as_of={day}",),
    "/candidates/{case}/what-if": ("/v1/candidates/{case}/whatif?as_of={day}",),
    "/candidates/{case}/sheet": ("/v1/candidates/{case}/suggestions?k=100&as_of={day}",),
    "/candidates/{case}/held": ("/v1/candidates/{case}", "/v1/candidates/{case}/log?limit=200"),
    "/candidates/{case}/everything.html": ("/v1/candidates/{case}/export",),
    "/candidates/{case}/vacancies/{ad}": ("/v1/vacancies/{ad}", "/v1/candidates/{case}/suggestions" + LISTS),
    "/candidates/{case}/vacancies/{ad}/call": ("/v1/vacancies/{ad}", "/v1/candidates/{case}/suggestions" + LISTS),
    "/candidates/{case}/vacancies/{ad}/letter": ("/v1/vacancies/{ad}", "/v1/candidates/{case}/suggestions" + LISTS),
    "/vacancies/{ad}": ("/v1/vacancies/{ad}", "/v1/candidates/{each}/suggestions" + LISTS),
    "/vacancies/new": (),
    "/sample": ("/v1/candidates/{each}/suggestions?include_broken=true&k=25&as_of={day}",),
    "/settings": ("/v1/session",),
    "/help": (),
    "/accessibility": (),
    "/team": (),
    "/sign-in": (),
}


class Visitor:
    """A client of the application, signed in by name and password."""

    def __init__(self, app: Any, sign_in: demo.SignIn) -> None:
        self._app, self._loop, self._cookie = app, asyncio.new_event_loop(), ""
        answer = self("POST", "/sign-in", urlencode({"name": sign_in.name, "password": sign_in.password}))
        self._cookie = answer[1][b"set-cookie"].decode().partition(";")[0]

    def __call__(self, method: str, path: str, body: str = "") -> tuple[int, dict[bytes, bytes], bytes]:
        """Status, headers and body of the answer."""
        return self._loop.run_until_complete(self._call(method, path, body))

    async def _call(self, method: str, path: str, body: str) -> tuple[int, dict[bytes, bytes], bytes]:
        at = urlsplit(path)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": at.path,
            "raw_path": at.path.encode(),
            "query_string": at.query.encode(),
            "root_path": "",
            "headers": [(b"cookie", self._cookie.encode()), (b"host", b"localhost"), (b"accept", b"text/html")],
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 80),
        }
        received = iter([{"type": "http.request", "body": body.encode(), "more_body": False}])
        messages: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return next(received, {"type": "http.disconnect"})

        async def send(message: dict[str, Any]) -> None:
            messages.append(message)

        await self._app(scope, receive, send)
        return messages[0]["status"], dict(messages[0]["headers"]), b"".join(m.get("body", b"") for m in messages)


def main(
    vacancies: Annotated[list[Path], typer.Argument(help="Vacancies as JSON Lines.")],
    candidates: Annotated[Path, typer.Option(help="Candidates as JSON Lines.")],
    ads: Annotated[int, typer.Option(help="How many vacancies.")] = 25_000,
    day: Annotated[str, typer.Option(help="The date of the pages' today.")] = "2026-11-23",
    rounds: Annotated[int, typer.Option(help="Calls of each, after one that is not counted.")] = 9,
) -> None:
    """Print for every page its bytes, its milliseconds, those of the API calls, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.model_validate(
            {
                "data": folder,
                "secure_cookie": False,
                "today": day,
                "calls_per_minute": 10**7,
            }
        )
        feed = _repeated(vacancies, ads, Path(folder) / "ads.jsonl")
        people = demo.make(settings, [feed], candidates, PEOPLE)
        app = create_app(settings)
        app.state.service.keeper.look()
        consultant, supervisor = (Visitor(app, sign_in) for sign_in in people)
        cases = [c["id"] for c in json.loads(consultant("GET", "/v1/candidates")[2])["candidates"]]
        lists = {c: _listed(consultant, c, day) for c in cases}
        case = next(c for c in cases if lists[c])  # one whose list is not empty
        words = {"case": case, "ad": lists[case][0]["vacancy_id"], "day": day}
        typer.echo(f"{ads} vacancies, {len(cases)} candidates, {rounds} rounds\n{'page':42}  bytes    ms   API ratio")
        for page, calls in BEHIND.items():
            visitor = supervisor if page == "/team" else consultant
            behind = [c.format(each=each, **words) for c in calls for each in (cases if "{each}" in c else [case])]
            typer.echo(_line(page, *_timed(visitor, page.format(**words), behind, rounds)))


def _listed(visitor: Visitor, case: str, day: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(visitor("GET", f"/v1/candidates/{case}/suggestions?k=1&as_of={day}")[2])[
        "suggestions"
    ]
    return listed


def _repeated(paths: list[Path], n: int, to: Path) -> Path:
    """Write n vacancies, those of the files over and over, each with its own id and employer."""
    records = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    with to.open("w", encoding="utf-8") as file:
        for number, record in zip(range(n), itertools.cycle(records), strict=False):
            other = {"id": f"{record['id']}-{number}", "employer": f"{record.get('employer') or 'Firma'} {number}"}
            file.write(json.dumps(record | other) + "\n")
    return to


def _timed(visitor: Visitor, page: str, behind: list[str], rounds: int) -> tuple[int, float, float]:
    """Bytes of the page, and median milliseconds of the page and of its API calls, which alternate."""
    times: dict[str, list[float]] = {"page": [], "behind": []}
    size = 0
    for _ in range(rounds + 1):
        for name, calls in (("page", [page]), ("behind", behind)):
            begun = time.perf_counter()
            answers = [visitor("GET", call) for call in calls]
            times[name].append(1000 * (time.perf_counter() - begun))
            if any(status != 200 for status, _, _ in answers):
                raise typer.BadParameter(f"{[status for status, _, _ in answers]}: {calls}")
            size = len(answers[0][2]) if name == "page" else size
    page_ms, api_ms = (statistics.median(times[name][1:]) for name in ("page", "behind"))
    return size, page_ms, api_ms if behind else 0.0


def _line(page: str, size: int, page_ms: float, api_ms: float) -> str:
    ratio = f"{page_ms / api_ms:5.2f}" if api_ms else "    -"
    return f"{page:42} {size:6} {page_ms:5.0f} {api_ms:5.0f} {ratio}"


if __name__ == "__main__":
    typer.run(main)
