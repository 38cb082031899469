"""A page reads in one transaction and writes in one; its number of statements does not grow with the candidates."""

import datetime
import threading
from contextlib import contextmanager

import pytest
from conftest import lines
from sqlalchemy import event

MOST = 23  # statements a page; I dag, which also shows what was handed over and what is due, comes nearest
WATCHES = ("keeper", "leads", "runner", "eraser")  # threads whose statements are not the page's
ADS = "\n".join(lines("vacancies.jsonl")[:12])
PROFILE = {
    "goals": ["gartner", "køkkenmedhjælper"],
    "interests": ["planter"],
    "constraints": {
        "weekly_hours": {"max": 20},
        "postcode": "5000",
        "max_travel_minutes": 30,
        "travel_modes": ["bike"],
    },
}


@pytest.fixture(scope="module")
def cases(place):
    """Eight candidates, each with decisions, a suggested change, lists that were shown, and steps that are due."""
    place.feed.post("/v1/vacancies?format=jsonl", content=ADS)
    place.index_of(12)
    made = [
        place.consultant.post("/v1/candidates", json=PROFILE | {"label": f"Sag {n}"}).json()["candidate_id"]
        for n in range(8)
    ]
    for case in made:
        rejection = {"vacancy_id": "v001", "kind": "reject", "reason": "not_this_employer", "whose": "person"}
        place.consultant.post(f"/v1/candidates/{case}/decisions", json=rejection)
        place.consultant.post(f"/v1/candidates/{case}/decisions", json={"vacancy_id": "v002", "kind": "maybe"})
        place.consultant.get(f"/v1/candidates/{case}/suggestions?k=3")
        next_ = {"kind": "contacted", "next_day": datetime.date.today().isoformat()}
        place.consultant.post(f"/v1/candidates/{case}/steps", json=next_ | {"vacancy_id": "v002"})
        place.consultant.post(f"/v1/candidates/{case}/steps", json=next_ | {"employer": "Kro ved Åen"})
        place.consultant.post(f"/v1/candidates/{case}/placements", json={"vacancy_id": "v003", "paid": True})
    return made


@contextmanager
def counted(engine):
    """The statements of the block, and its transactions: those that only read, and those that write."""
    statements, reads, writes = [], [], []

    def statement(conn, cursor, text, *_):  # noqa: ARG001
        if not text.startswith("BEGIN") and threading.current_thread().name not in WATCHES:
            statements.append(text)

    def begin(conn):
        if threading.current_thread().name not in WATCHES:
            (writes if conn.get_execution_options().get("writes") else reads).append(conn)

    listeners = [("before_cursor_execute", statement), ("begin", begin)]
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield statements, reads, writes
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)


PAGES = [
    "/",
    "/sample",
    "/vacancies/v003",
    "/candidates/{case}",
    "/candidates/{case}/suggestions",
    "/candidates/{case}/suggestions?done={decision}",
    "/candidates/{case}/vacancies/v003",
    "/candidates/{case}/vacancies/v001/letter",
    "/candidates/{case}/left-out",
    "/candidates/{case}/sheet",
    "/candidates/{case}/what-if",
    "/candidates/{case}/held",
    "/candidates/{case}/course",
    "/v1/candidates/{case}/suggestions",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_costs_one_transaction_to_read_one_to_write_and_few_statements(app, place, cases, path):
    consultant = place.consultant
    decision = consultant.get(f"/v1/candidates/{cases[0]}/decisions").json()["decisions"][0]["id"]
    url = path.format(case=cases[0], decision=decision)
    engine = app.state.service.store.engine
    consultant.get(url, headers={"Accept": "text/html"})  # the first view is written down
    with counted(engine) as (statements, reads, writes):
        answer = consultant.get(url, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    print(f"{path}: {len(statements)} statements, {len(reads)} read and {len(writes)} write transactions")
    assert len(statements) <= MOST, "\n".join(statements)
    assert len(writes) <= 1
    assert len(reads) <= 1 or path.startswith("/v1/")  # the API identifies the caller before it reads
