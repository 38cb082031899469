"""Puts a marker in every field, and looks for it in everything that the process wrote."""

import json
import re

import pytest
from conftest import lines
from places import NUMBERS, until

from service import retention
from service.store import Candidate, Entry, Run, Table, Vacancy, now

MARKER = "zqxjkvampirsommerfugl"
ADS = "\n".join(lines("vacancies.jsonl")[:5])
MARKED = {
    "label": f"A {MARKER}",
    "interests": [f"noget med {MARKER}"],
    "competencies": [f"har prøvet {MARKER}"],
    "goals": [f"{MARKER}passer"],
    "constraints": {
        "certificates": [f"{MARKER}bevis"],
        "licences": ["B"],
        "languages": {MARKER: "good"},
        "exclude_employers": [f"{MARKER} A/S"],
    },
}


@pytest.fixture(scope="module")
def stocked(place):
    place.feed.post("/v1/vacancies?format=jsonl", content=ADS)
    place.index_of(5)
    return place


def use_every_endpoint(place):
    """Call every endpoint about a candidate, with the marker in every text -> the candidate's address."""
    consultant = place.consultant
    key = {"Idempotency-Key": "once"}
    case = consultant.post("/v1/candidates", json=MARKED, headers=key).headers["location"]
    consultant.put(case, json=MARKED, headers={"If-Match": '"1"'})
    consultant.post(f"/v1/suggestions?lang={MARKER}", json={"id": MARKER, **MARKED})
    note = {"vacancy_id": "v001", "kind": "reject", "reason": "not_this_employer", "whose": "person", "note": MARKER}
    decided = consultant.post(f"{case}/decisions", json=note, headers={"Idempotency-Key": "twice"}).json()
    consultant.post(f"{case}/proposals/{decided['proposal_id']}/confirm")
    for path in (
        "",
        "/suggestions",
        "/kinds",
        "/whatif",
        "/versions",
        "/decisions",
        "/proposals",
        "/log",
        "/export",
        "/course",
    ):
        assert consultant.get(case + path).status_code == 200
    use_the_course(consultant, case)
    run = place.scorer.post("/v1/runs", json={"k": 3}).json()["run_id"]
    place.scorer.get(f"/v1/runs/{run}/lists")
    use_employers(consultant, case)
    for path in ("figures", "figures/enrolled/cases", "figures/table"):
        assert place.supervisor.get(f"/v1/{path}?quarter=2026-Q4").status_code in (200, 409)  # of few cases
    assert place.supervisor.post("/v1/counts", json={"quarter": "2026-Q4"}).status_code == 201
    return case


def use_the_course(consultant, case):
    """Steps, a job and what is agreed with an employer, with the marker in every text of the person's."""
    coming = {"kind": "contacted", "next_step": f"spørg om {MARKER}"}
    consultant.post(f"{case}/steps", json=coming | {"vacancy_id": "v002"}, headers={"Idempotency-Key": MARKER})
    job = {"vacancy_id": "v002", "title": f"hjælper med {MARKER}", "paid": True}
    begun = consultant.post(f"{case}/placements", json=job).json()["placement_id"]
    consultant.post(f"{case}/placements/{begun}/hours", json={"hours": 9})
    consultant.post(f"{case}/placements/{begun}/follow-ups", json={"with_whom": "both"})
    employer = consultant.get(f"{case}/course").json()["placements"][0]["employer_id"]
    consultant.put(f"{case}/disclosures/{employer}", json={"state": "nothing"})
    consultant.post(f"{case}/placements/{begun}/end", json={"reason": "tasks"})
    consultant.post(f"{case}/benefits", json={})
    consultant.put(f"{case}/enrolment", json={"in_work": False})


def use_employers(consultant, case):
    """All that can be done with an employer and a contact whose every text holds the marker, for that candidate."""
    fields = {"name": f"{MARKER} {next(NUMBERS)}", "needs": f"De mangler {MARKER}"}
    made, other = (
        consultant.post("/v1/employers", json=fields | {"name": f"{MARKER} {next(NUMBERS)}"}) for _ in range(2)
    )
    path = made.headers["location"]
    consultant.put(path, json=fields, headers={"If-Match": '"1"'})
    texts = {"person": MARKER, "learned": f"Om {MARKER}", "next_step": f"Ring om {MARKER}"}
    wish = {"candidate_id": case.rsplit("/", 1)[1], "statement": MARKED["goals"][0]}
    contact = {"day": now().date().isoformat(), "kind": "visit", "purpose": "needs", "wishes": [wish]}
    contact = consultant.post(f"{path}/contacts", json=contact | texts)
    assert contact.status_code == 201, contact.text
    for read in (path, f"{path}/contacts", f"{path}/vacancies", "/v1/employers", f"{case}/leads"):
        assert consultant.get(read).status_code == 200
    consultant.post(f"{path}/merge", json={"employer_id": other.json()["employer_id"]})
    consultant("DELETE", f"/v1/contacts/{contact.json()['contact_id']}")
    consultant("DELETE", path)


def wrong_calls(place):
    """Send the marker in every place where it is wrong."""
    consultant = place.consultant
    return [
        consultant.post("/v1/candidates", json={"goals": [f"har ADHD {MARKER}"]}),
        consultant.post("/v1/candidates", json={"goals": MARKER}),
        consultant.post("/v1/candidates", content=f'{{"goals": ["{MARKER}"'),
        consultant.get(f"/v1/candidates/{MARKER}"),
        consultant.get(f"/v1/{MARKER}"),
        consultant.get("/v1/candidates", params={"limit": MARKER}),
        consultant.post("/v1/session", json={"name": MARKER, "password": MARKER}),
        consultant.get("/v1/session", headers={"Authorization": f"Bearer {MARKER}"}),
        place.feed.post("/v1/vacancies?format=jsonl", content=json.dumps({"id": MARKER, "title": MARKER})),
        place.feed.post(f"/v1/vacancies?format={MARKER}", content=MARKER),
        consultant.post(f"/v1/candidates/{MARKER}/steps", json={"vacancy_id": MARKER, "kind": MARKER}),
        consultant.put(f"/v1/candidates/{MARKER}", json=MARKED, headers={"If-Match": MARKER}),
        consultant.post("/v1/employers", json={"name": MARKER, "cvr": MARKER, "needs": f"har ADHD {MARKER}"}),
        consultant.get(f"/v1/employers/{MARKER}"),
        consultant.post(f"/v1/employers/{MARKER}/contacts", json={"kind": MARKER, "person": f"{MARKER} 010185-1234"}),
        place.supervisor.get(f"/v1/figures?quarter={MARKER}"),
        place.supervisor.get(f"/v1/figures/{MARKER}/cases?quarter=2026-Q4"),
        place.supervisor.post("/v1/counts", json={"quarter": MARKER}),
    ]


def test_no_log_error_or_metric_repeats_what_was_sent(stocked, served, caplog, capfd):
    with caplog.at_level("DEBUG"):
        case = use_every_endpoint(stocked)
        answers = wrong_calls(stocked)
    out, err = capfd.readouterr()
    ours = "\n".join(r.getMessage() + str(r.__dict__) for r in caplog.records if not r.name.startswith("httpx"))
    assert MARKER not in ours + out + err
    assert case.rsplit("/", 1)[1] not in ours + out + err
    assert [a.status_code for a in answers] == [
        422,
        422,
        422,
        404,
        404,
        422,
        401,
        401,
        200,
        422,
        422,
        404,
        422,
        404,
        422,
        422,
        404,
        422,
    ]
    assert [a.request.url for a in answers if MARKER in a.text] == []
    assert MARKER not in served.get("/metrics").text


def test_metrics_count_by_route_and_status_alone(stocked, served):
    stocked.consultant.get("/v1/candidates/somebody")
    text = served.get("/metrics").text
    assert 'ipsmatch_calls_total{method="GET",route="/v1/candidates/{candidate_id}",status="404"}' in text
    names = set(re.findall(r"(\w+)=\"", text))
    assert names == {"method", "route", "status", "le"}


def test_the_log_of_a_tenant_holds_no_text_and_no_id_of_a_candidate(app, stocked):
    case = use_every_endpoint(stocked)
    with app.state.service.store.reading() as db:
        entries = [str(tuple(row)) for row in db.execute(Table.metadata.tables["log"].select())]
    assert [e for e in entries if MARKER in e or case.rsplit("/", 1)[1] in e] == []


def test_after_deletion_nothing_on_disk_holds_what_was_said(app, stocked, settings, cache_folder):
    case = use_every_endpoint(stocked)
    store = app.state.service.store
    with store.reading() as db:
        ids = list(db.query(Candidate.id).where(Candidate.tenant_id == stocked.tenant_id))
    for (id_,) in ids:
        stocked.consultant("DELETE", f"/v1/candidates/{id_}")
    assert stocked.consultant.get(case).status_code == 404
    with store.reading() as db:
        for table in Table.metadata.tables.values():
            assert [row for row in db.execute(table.select()) if MARKER in str(tuple(row))] == [], table.name
    until(lambda: stocked.consultant.get("/readyz").json()["erased"])
    files = [p for folder in (settings.data, cache_folder) for p in folder.rglob("*") if p.is_file()]
    assert [p for p in files if MARKER.encode() in p.read_bytes()] == []
    assert any(p.name == "ipsmatch.sqlite" for p in files) == store.is_sqlite


def test_retention_takes_what_is_past_its_time_and_nothing_else(app, stocked, settings):
    store = app.state.service.store
    consultant = stocked.consultant
    old, young, open_ = (consultant.post("/v1/candidates", json=MARKED).json()["candidate_id"] for _ in range(3))
    for id_ in (old, young):
        consultant.post(f"/v1/candidates/{id_}/close")
    stocked.feed("DELETE", "/v1/vacancies/v004")
    stocked.feed("DELETE", "/v1/vacancies/v005")
    run = stocked.scorer.post("/v1/runs", json={"k": 1}).json()["run_id"]
    stocked.scorer.post(f"/v1/runs/{run}/cancel")
    with store.writing() as db:
        db.get_one(Candidate, old).closed = now() - retention.MONTH * (settings.keep_closed_months + 1)
        db.get_one(Candidate, young).closed = now() - retention.MONTH * (settings.keep_closed_months - 1)
        withdrawn = db.get_one(Vacancy, (stocked.tenant_id, "v004"))
        withdrawn.withdrawn = now() - retention.MONTH * (settings.keep_withdrawn_months + 1)
        db.get_one(Run, run).started = now() - retention.MONTH * 12
    counts = retention.apply(store, settings)
    assert (counts["candidates"], counts["vacancies"], counts["log"]) == (1, 1, 0)
    assert counts["runs"] >= 1
    assert [consultant.get(f"/v1/candidates/{id_}").status_code for id_ in (old, young, open_)] == [404, 200, 200]
    assert consultant.get("/v1/vacancies/v004").status_code == 404
    assert consultant.get("/v1/vacancies/v005").status_code == 200
    with store.reading() as db:
        assert db.query(Entry).where(Entry.action == "candidate.expired").count() == 1
    assert retention.apply(store, settings)["candidates"] == 0


def test_no_endpoint_lists_anybody_by_what_they_have_done(app):
    """Nothing can be used to watch what a person does: no query by date or count, no order but by id."""
    asked = {
        parameter["name"]
        for methods in app.openapi()["paths"].values()
        for one in methods.values()
        for parameter in one.get("parameters", [])
    }
    assert not asked & {"since", "until", "from", "to", "sort", "order_by", "active", "inactive_days"}
