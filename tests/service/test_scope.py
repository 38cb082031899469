"""Every endpoint, for every role, on the caller's own rows, those of another team, and those of another tenant.

The table says what is allowed. An endpoint that is not in it fails the test.
"""

import datetime
import itertools
import json

import pytest
from conftest import lines
from places import NUMBERS, Place

from service import pages

# C consultant, S supervisor of the team, A administrator, L auditor, F feed, B scorer (bulk), - not signed in.
# A letter: this role may. Everyone else who is signed in gets 403, and who is not gets 401.
# "*": anybody at all, signed in or not. "@": anybody who is signed in.
ALLOWED = """
POST   /v1/session                                                    *
GET    /v1/session                                                    @
DELETE /v1/session                                                    CSAL
PUT    /v1/session/password                                           CSAL
GET    /v1/candidates                                                 CS
POST   /v1/candidates                                                 CS
GET    /v1/candidates/{candidate_id}                                  CS
PUT    /v1/candidates/{candidate_id}                                  CS
DELETE /v1/candidates/{candidate_id}                                  CS
GET    /v1/candidates/{candidate_id}/versions                         CS
POST   /v1/candidates/{candidate_id}/close                            CS
POST   /v1/candidates/{candidate_id}/reopen                           CS
PUT    /v1/candidates/{candidate_id}/owner                            S
GET    /v1/candidates/{candidate_id}/export                           CS
GET    /v1/candidates/{candidate_id}/suggestions                      CS
GET    /v1/candidates/{candidate_id}/kinds                            CS
GET    /v1/candidates/{candidate_id}/whatif                           CS
GET    /v1/candidates/{candidate_id}/decisions                        CS
POST   /v1/candidates/{candidate_id}/decisions                        CS
POST   /v1/candidates/{candidate_id}/decisions/{decision_id}/undo     CS
GET    /v1/candidates/{candidate_id}/proposals                        CS
POST   /v1/candidates/{candidate_id}/proposals/{proposal_id}/confirm  CS
POST   /v1/candidates/{candidate_id}/proposals/{proposal_id}/decline  CS
GET    /v1/candidates/{candidate_id}/log                              CS
GET    /v1/candidates/{candidate_id}/course                           CS
PUT    /v1/candidates/{candidate_id}/enrolment                        CS
POST   /v1/candidates/{candidate_id}/steps                            CS
POST   /v1/candidates/{candidate_id}/steps/{event_id}/undo            CS
PUT    /v1/candidates/{candidate_id}/disclosures/{employer_id}        CS
POST   /v1/candidates/{candidate_id}/placements                       CS
POST   /v1/candidates/{candidate_id}/placements/{placement_id}/hours  CS
POST   /v1/candidates/{candidate_id}/placements/{placement_id}/follow-ups CS
POST   /v1/candidates/{candidate_id}/placements/{placement_id}/end    CS
POST   /v1/candidates/{candidate_id}/benefits                         CS
GET    /v1/candidates/{candidate_id}/leads                            CS
GET    /v1/employers                                                  CS
POST   /v1/employers                                                  CS
GET    /v1/employers/{employer_id}                                    CS
PUT    /v1/employers/{employer_id}                                    CS
DELETE /v1/employers/{employer_id}                                    CS
POST   /v1/employers/{employer_id}/merge                              CS
GET    /v1/employers/{employer_id}/vacancies                          CS
GET    /v1/employers/{employer_id}/contacts                           CS
POST   /v1/employers/{employer_id}/contacts                           CS
GET    /v1/contacts/week                                              CS
DELETE /v1/contacts/{contact_id}                                      CS
POST   /v1/suggestions                                                CSB
POST   /v1/kinds                                                      CSB
POST   /v1/vacancies                                                  CSF
GET    /v1/vacancies                                                  CSB
GET    /v1/vacancies/{vacancy_id}                                     CSB
DELETE /v1/vacancies/{vacancy_id}                                     CSF
PUT    /v1/vacancies/{vacancy_id}/correction                          CS
GET    /v1/figures                                                    S
GET    /v1/figures/{name}/cases                                       S
GET    /v1/figures/table                                              S
GET    /v1/counts                                                     S
POST   /v1/counts                                                     S
POST   /v1/runs                                                       B
GET    /v1/runs                                                       CSB
GET    /v1/runs/{run_id}                                              CSB
GET    /v1/runs/{run_id}/lists                                        CSB
POST   /v1/runs/{run_id}/cancel                                       B
GET    /v1/sessions                                                   CSAL
DELETE /v1/sessions/{session_id}                                      CSAL
GET    /v1/users                                                      A
POST   /v1/users                                                      A
PATCH  /v1/users/{user_id}                                            A
POST   /v1/users/{user_id}/password                                   A
DELETE /v1/users/{user_id}/sessions                                   A
GET    /v1/approvals                                                  A
POST   /v1/approvals/{approval_id}/approve                            A
POST   /v1/approvals/{approval_id}/decline                            A
GET    /v1/keys                                                       A
POST   /v1/keys                                                       A
DELETE /v1/keys/{key_id}                                              A
GET    /v1/log                                                        L
GET    /v1/log/export                                                 L
GET    /healthz                                                       *
GET    /readyz                                                        *
GET    /metrics                                                       *
"""
CELLS = {(m, p): who for m, p, who in (line.split() for line in ALLOWED.strip().splitlines())}
ROLES = {"C": "consultant", "S": "supervisor", "A": "administrator", "L": "auditor", "F": "feed", "B": "scorer"}
ABOUT_CANDIDATES = "{candidate_id}"
PROFILE = {"interests": ["noget med planter"], "constraints": {"weekly_hours": {"max": 12}}}
CONTACT = {"day": datetime.date.today().isoformat(), "kind": "visit", "purpose": "needs"}
BODIES = {
    "/v1/session": {"name": "nobody", "password": "wrong"},
    "/v1/session/password": {"old": "wrong", "new": "long enough to be one"},
    "/v1/candidates": PROFILE,
    "/v1/candidates/{candidate_id}": PROFILE,
    "/v1/suggestions": {"id": "x", **PROFILE},
    "/v1/kinds": {"id": "x", **PROFILE},
    "/v1/candidates/{candidate_id}/steps": {"vacancy_id": "v001", "kind": "contacted"},
    "/v1/candidates/{candidate_id}/disclosures/{employer_id}": {"state": "nothing"},
    "/v1/candidates/{candidate_id}/placements": {"vacancy_id": "v001", "paid": True},
    "/v1/candidates/{candidate_id}/placements/{placement_id}/hours": {"hours": 9},
    "/v1/candidates/{candidate_id}/placements/{placement_id}/follow-ups": {"with_whom": "both"},
    "/v1/candidates/{candidate_id}/placements/{placement_id}/end": {"reason": "other"},
    "/v1/runs": {"k": 1},
    "/v1/employers/{employer_id}": {"name": "Egely"},
    "/v1/employers/{employer_id}/contacts": CONTACT,
    "/v1/counts": {"quarter": "2026-Q4"},
    "/v1/users/{user_id}": {},
    "/v1/keys": {"name": "x", "role": "feed"},
}
ADS = "\n".join(lines("vacancies.jsonl")[:3])


def documented(app):
    """(method, path) of every endpoint, from the application itself."""
    return {
        (method.upper(), path.replace("{vacancy_id:path}", "{vacancy_id}"))
        for path, methods in app.openapi()["paths"].items()
        for method in methods
    }


def test_every_endpoint_is_in_the_table_and_no_other(app):
    assert documented(app) == set(CELLS)


def test_nothing_is_served_beside_what_is_documented(app):
    """Routes that OpenAPI does not show would be outside the table: only the document itself is, and the pages, which
    have a table of their own (``pages/test_who_may.py``)."""
    shown = {path for _, path in documented(app)}
    ours = {route.path for router in pages.ROUTERS for route in router.routes}
    served = {getattr(r, "path", "") for r in flat(app.routes)} - ours
    assert {path.replace(":path", "") for path in served} - shown == {"/openapi.json"}


def flat(routes):
    for route in routes:
        inner = getattr(route, "original_router", None) or getattr(route, "app", None)
        yield from flat(inner.routes) if not hasattr(route, "path") and hasattr(inner, "routes") else [route]


class Things:
    """Ids of everything that the endpoints are about, in one tenant, on the caseload of one consultant."""

    def __init__(self, place, consultant):
        self.place, self.consultant = place, consultant
        self.user = place.user("consultant", "north").id
        assert place.feed.post("/v1/vacancies?format=jsonl", content=ADS).status_code == 200

    def fresh(self, path):
        """The ids for one call, made anew: an earlier call may have deleted, closed or revoked them."""
        makers = {
            "candidate_id": self.case,
            "employer_id": self.employer,
            "contact_id": self.contact,
            "key_id": self.key,
            "approval_id": self.approval,
            "session_id": self.session,
            "run_id": self.run,
        }
        ids = {"vacancy_id": "v001", "user_id": self.user, "name": "starts"}
        for name, make in makers.items():
            ids |= make() if f"{{{name}}}" in path else {}
        if "{event_id}" in path or "{placement_id}" in path:
            ids |= self.placement(ids["candidate_id"])
        return ids

    def placement(self, candidate):
        job = {"vacancy_id": "v001", "paid": True}
        started = self.consultant.post(f"/v1/candidates/{candidate}/placements", json=job).json()
        return {name: started[name] for name in ("placement_id", "event_id")}

    def employer(self):
        return {"employer_id": self.consultant.post("/v1/employers", json=employer()).json()["employer_id"]}

    def contact(self):
        path = f"/v1/employers/{self.employer()['employer_id']}/contacts"
        return {"contact_id": self.consultant.post(path, json=CONTACT).json()["contact_id"]}

    def key(self):
        key = self.place.administrator.post("/v1/keys", json={"name": "k", "role": "feed"})
        return {"key_id": key.json()["id"]}

    def approval(self):
        asked = self.place.second.post("/v1/keys", json={"name": "k", "role": "scorer"})
        return {"approval_id": asked.json()["approval_id"]}

    def session(self):
        sessions = self.place.signed_in(self.consultant.name, self.consultant.password).get("/v1/sessions").json()
        return {"session_id": next(s["id"] for s in sessions["sessions"] if s["this"])}

    def run(self):
        return {"run_id": self.place.scorer.post("/v1/runs", json={"k": 1}).json()["run_id"]}

    def case(self):
        candidate = self.consultant.post("/v1/candidates", json=PROFILE).json()["candidate_id"]
        rejection = {"vacancy_id": "v001", "kind": "reject", "reason": "not_this_employer", "whose": "person"}
        decided = self.consultant.post(f"/v1/candidates/{candidate}/decisions", json=rejection).json()
        return {"candidate_id": candidate, "decision_id": decided["decision_id"], "proposal_id": decided["proposal_id"]}


@pytest.fixture(scope="module")
def places(app, served):  # noqa: ARG001 it runs
    """What is within reach of the first tenant's people of team "north", of team "south", and another tenant's."""
    here, there = (Place(app, f"place-{next(NUMBERS)}") for _ in range(2))
    things = {
        "own": Things(here, here.consultant),
        "other team": Things(here, here.stranger),
        "other tenant": Things(there, there.consultant),
    }
    here.index_of(3)
    there.index_of(3)
    return here, things


FRESH = {  # what is sent where it must be new each time, or names somebody who is there
    "/v1/session": lambda _, __: {"name": f"nobody-{next(NUMBERS)}", "password": "wrong"},
    "/v1/users": lambda _, __: {"name": f"new-{next(NUMBERS)}", "role": "consultant"},
    "/v1/employers": lambda _, __: employer(),
    "/v1/employers/{employer_id}/merge": lambda someone, _: other_employer(someone),
    "/v1/candidates/{candidate_id}/owner": lambda _, place: {"user_id": place.colleague.id},
    "/v1/candidates/{candidate_id}/decisions": lambda _, __: {"vacancy_id": "v002", "kind": "shortlist"},
}
QUERIES = {"/v1/vacancies": "?format=jsonl"} | dict.fromkeys(
    ("/v1/figures", "/v1/figures/table", "/v1/figures/{name}/cases"), "?quarter=2026-Q4"
)


def employer():
    return {"name": f"Virksomhed {next(NUMBERS)}"}


def other_employer(someone):
    made = someone("POST", "/v1/employers", json=employer()).json()
    return {"employer_id": made.get("employer_id", "nobodys")}


def call(someone, method, path, ids, place):
    url = path.format(**ids) + (QUERIES.get(path, "") if (method, path) != ("GET", "/v1/vacancies") else "")
    if (method, path) == ("POST", "/v1/vacancies"):
        return someone(method, url, content=ADS)
    body = FRESH[path](someone, place) if path in FRESH else BODIES.get(path, {})
    headers = {"If-Match": '"1"'} if method == "PUT" else {}
    return someone(method, url, headers=headers, json=body if method in ("POST", "PUT", "PATCH") else None)


def expected(letter, method, path, whose):
    """What the table says: found, refused for the role (403), not signed in (401) or out of reach (404)."""
    who = CELLS[method, path]
    if letter == "-":
        return "found" if who == "*" else 401
    if who not in "*@" and letter not in who:
        return 403
    if "{session_id}" in path:  # one's own, and nobody else's
        return "found" if (letter, whose) == ("C", "own") else 404
    if "{contact_id}" in path:  # whoever had it, and nobody else
        return "found" if (letter, whose) == ("C", "own") else 404
    if whose == "other team" and ABOUT_CANDIDATES not in path:
        return "found"  # the tenant's, not a caseload's
    if whose != "own" and "{" in path and not {"{vacancy_id}", "{name}"} & set(path.split("/")):
        return 404  # the ids of vacancies are the feed's and the names of figures ours, the same for each tenant
    return "found"


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), sorted(CELLS))
def test_exactly_the_allowed_cells_are_open(places, served, method, path):
    here, things = places
    standing = {whose: things[whose].fresh(path) for whose in things}
    wrong = []
    for letter, whose in itertools.product("CSALFB-", things):
        someone = (
            (lambda m, url, **options: served.request(m, url, **options))
            if letter == "-"
            else getattr(here, ROLES[letter])
        )
        if method == "DELETE" and path == "/v1/session" and letter in CELLS[method, path]:
            someone = here.user(ROLES[letter], "north")  # whose session may end
        want = expected(letter, method, path, whose)
        ids = things[whose].fresh(path) if want == "found" else standing[whose]
        status = call(someone, method, path, ids, here).status_code
        ok = status not in (401, 403, 404, 500) if want == "found" else status == want
        if path == "/v1/session" and method == "POST":
            ok = status == 401  # of a wrong password
        if not ok:
            wrong.append((letter, whose, want, status))
    assert wrong == []


def test_a_list_shows_what_is_within_reach_and_nothing_else(places):
    here, things = places
    own, other = (things[w].case()["candidate_id"] for w in ("own", "other team"))

    def caseload(someone):
        seen, cursor = set(), None
        while True:
            page = someone.get("/v1/candidates", params={"limit": 200} | ({"cursor": cursor} if cursor else {})).json()
            seen |= {c["id"] for c in page["candidates"]}
            if (cursor := page["next"]) is None:
                return seen

    assert own in caseload(here.consultant)
    assert own not in caseload(here.colleague)
    assert own in caseload(here.supervisor)
    assert other not in caseload(here.consultant) | caseload(here.supervisor)
    assert other in caseload(here.stranger)


def test_someone_without_a_team_supervises_nobody(places):
    """Nor the others without a team: they are no team."""
    here, things = places
    loose, alone = here.user("supervisor", None), here.user("consultant", None)
    other = alone.post("/v1/candidates", json=PROFILE).json()["candidate_id"]
    assert loose.get("/v1/candidates").json()["candidates"] == []
    for candidate in (things["own"].case()["candidate_id"], other):
        path = f"/v1/candidates/{candidate}"
        assert loose.get(path).status_code == 404
        assert loose.get(f"{path}/export").status_code == 404
        assert loose("DELETE", path).status_code == 404
        assert loose.put(f"{path}/owner", json={"user_id": loose.id}).status_code == 404
    assert alone.get(f"/v1/candidates/{other}").status_code == 200


def test_a_feed_of_one_tenant_changes_nothing_of_another(places):
    here, things = places
    there = things["other tenant"].place
    record = here.consultant.get("/v1/vacancies/v001").json()["record"] | {"title": "Noget andet"}
    ad = json.dumps({key: value for key, value in record.items() if key != "corrected"})
    assert here.feed.post("/v1/vacancies?format=jsonl", content=ad).json()["changed"] == 1
    assert there.consultant.get("/v1/vacancies/v001").json()["version"] == 1
    assert here.consultant.get("/v1/vacancies/v001").json()["record"]["title"] == "Noget andet"
    assert here.feed("DELETE", "/v1/vacancies/v003").status_code == 204
    assert there.consultant.get("/v1/vacancies/v003").json()["withdrawn"] is None
