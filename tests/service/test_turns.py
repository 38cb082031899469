"""Reading calls take turns: ``TURNS`` at a time, in order of arrival, each until its answer begins."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from service import guard
from service.guard import TURNS, Bounds, Guard, Metrics


class Calls:
    """A guarded application whose calls stand still until told to answer, and what happened in it, in order."""

    def __init__(self):
        self.guard = Guard(self.app, Metrics(), Bounds(most=100, body=1000, feed=1000), refuse=None)
        self.told = {}
        self.seen = []

    async def app(self, scope, receive, send):  # noqa: ARG002
        name = scope["path"]
        self.seen.append(f"{name} began")
        await self.told.setdefault(name, asyncio.Event()).wait()
        if name == "/fails":
            raise ValueError
        await send({"type": "http.response.start", "status": 200, "headers": []})
        self.seen.append(f"{name} answers")
        if name == "/long":
            await asyncio.Event().wait()  # somebody who reads the answer slowly

    def arrives(self, path, method="GET"):
        scope = {"type": "http", "method": method, "path": path, "headers": []}
        return asyncio.create_task(self.guard(scope, _no_body, _nowhere))

    def answer(self, path):
        self.told.setdefault(path, asyncio.Event()).set()


def _on_a_loop_of_its_own(run):
    """In a thread of its own, because the browser of another test may hold the loop of this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(run())).result()


async def _nowhere(_message):
    pass


async def _no_body():
    return {"type": "http.request", "body": b"", "more_body": False}


async def _settle():
    for _ in range(20):
        await asyncio.sleep(0)


def began(calls):
    return [line.removesuffix(" began") for line in calls.seen if line.endswith(" began")]


def test_no_more_than_the_turns_are_worked_on_and_the_rest_come_in_order():
    async def run():
        calls = Calls()
        paths = [f"/{n}" for n in range(TURNS + 2)]
        tasks = [calls.arrives(path) for path in paths]
        await _settle()
        assert began(calls) == paths[:TURNS]
        for path in paths:
            calls.answer(path)
        await asyncio.gather(*tasks)
        assert began(calls) == paths

    _on_a_loop_of_its_own(run)


@pytest.mark.parametrize("path", ["/long", "/fails"])
def test_a_turn_ends_where_the_answer_begins_or_none_comes(path):
    async def run():
        calls = Calls()
        tasks = [calls.arrives(path) for _ in range(TURNS)]
        calls.answer(path)
        await _settle()
        calls.answer("/next")
        await asyncio.wait_for(calls.arrives("/next"), 5)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    _on_a_loop_of_its_own(run)


def test_a_call_that_is_given_up_while_it_waits_takes_no_turn():
    async def run():
        calls = Calls()
        working = [calls.arrives("/slow") for _ in range(TURNS)]
        waiting = calls.arrives("/gone")
        await _settle()
        waiting.cancel()
        await _settle()
        calls.answer("/slow")
        await asyncio.gather(*working)
        calls.answer("/next")
        await asyncio.gather(*(calls.arrives("/next") for _ in range(TURNS)))
        assert "/gone" not in began(calls)

    _on_a_loop_of_its_own(run)


@pytest.mark.parametrize(("method", "path"), [("POST", "/v1/candidates"), ("GET", "/healthz")])
def test_whoever_sends_a_body_and_whoever_asks_whether_all_is_well_wait_for_nobody(method, path):
    async def run():
        calls = Calls()
        slow = [calls.arrives("/slow") for _ in range(TURNS)]
        await _settle()
        calls.answer(path)
        await asyncio.wait_for(calls.arrives(path, method), 5)
        calls.answer("/slow")
        await asyncio.gather(*slow)

    _on_a_loop_of_its_own(run)


def test_a_call_that_holds_its_turn_too_long_gives_it_back(monkeypatch):
    monkeypatch.setattr(guard, "TURN_SECONDS", 0.05)

    async def run():
        calls = Calls()
        stuck = [calls.arrives("/stuck") for _ in range(TURNS)]
        await _settle()
        calls.answer("/next")
        await asyncio.wait_for(calls.arrives("/next"), 5)
        calls.answer("/stuck")
        await asyncio.gather(*stuck)

    _on_a_loop_of_its_own(run)


@pytest.mark.parametrize("path", ["/sign-in/oidc", "/sign-in/oidc/back"])
def test_a_page_that_waits_for_somebody_elses_server_holds_no_turn(path):
    async def run():
        calls = Calls()
        waiting = [calls.arrives(path) for _ in range(TURNS)]
        await _settle()
        calls.answer("/next")
        await asyncio.wait_for(calls.arrives("/next"), 5)
        calls.answer(path)
        await asyncio.gather(*waiting)

    _on_a_loop_of_its_own(run)
