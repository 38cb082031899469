"""Every page, for every role, on what is one's own, another team's and another tenant's. The table is what is allowed.

A page that is not in it fails the test. Columns: consultant, supervisor of the team, administrator, auditor, nobody.
303 for whoever is signed out is the way to the door.
"""

import itertools

import pytest
from browsing import DAY, lines
from places import NUMBERS, Place

from service import pages
from service.pages.words import static

CASES = "403 403 303"  # for whoever has no candidates: refused for the role, sent to the door
USERS = "403 403"  # for whoever does not look after users
TABLE = f"""
GET  /static/{{mark}}/{{name}}                                           200 200 200 200 200
GET  /sign-in                                                        200 200 200 200 200
POST /sign-in                                                        422 422 422 422 422
GET  /sign-in/oidc                                                   404 404 404 404 404
GET  /sign-in/oidc/back                                              401 401 401 401 401
GET  /sign-in/oidc/out                                               404 404 404 404 404
POST /sign-out                                                       303 303 303 303 303
POST /language                                                       303 303 303 303 303
GET  /settings                                                       200 200 200 200 303
POST /settings/password                                              422 422 422 422 303
POST /settings/sessions/{{session_id}}/end                             404 404 404 404 303
GET  /help                                                           200 200 200 200 200
GET  /accessibility                                                  200 200 200 200 200
GET  /                                                               200 200 200 303 303
GET  /candidates/import                                              200 200 {CASES}
POST /candidates/import                                              422 422 {CASES}
GET  /candidates/import/template.csv                                 200 200 {CASES}
GET  /candidates/new                                                 200 200 {CASES}
POST /candidates/new                                                 303 303 {CASES}
GET  /candidates/{{candidate_id}}                                      200 200 {CASES}
POST /candidates/{{candidate_id}}                                      303 303 {CASES}
POST /candidates/{{candidate_id}}/effect                               200 200 {CASES}
GET  /candidates/{{candidate_id}}/history                              200 200 {CASES}
POST /candidates/{{candidate_id}}/history/{{version}}                    303 303 {CASES}
GET  /candidates/{{candidate_id}}/suggestions                          200 200 {CASES}
POST /candidates/{{candidate_id}}/decisions                            303 303 {CASES}
POST /candidates/{{candidate_id}}/decisions/{{decision_id}}/undo         303 303 {CASES}
POST /candidates/{{candidate_id}}/proposals/{{proposal_id}}/{{answer}}     303 303 {CASES}
GET  /candidates/{{candidate_id}}/kinds                                200 200 {CASES}
POST /candidates/{{candidate_id}}/kinds                                303 303 {CASES}
POST /candidates/{{candidate_id}}/passing/{{answer}}                     412 412 {CASES}
POST /candidates/{{candidate_id}}/limits/undo                          412 412 {CASES}
GET  /candidates/{{candidate_id}}/course                               200 200 {CASES}
POST /candidates/{{candidate_id}}/enrolment                            303 303 {CASES}
POST /candidates/{{candidate_id}}/steps                                303 303 {CASES}
POST /candidates/{{candidate_id}}/steps/{{event_id}}/undo                303 303 {CASES}
POST /candidates/{{candidate_id}}/disclosures                          303 303 {CASES}
POST /candidates/{{candidate_id}}/placements                           303 303 {CASES}
POST /candidates/{{candidate_id}}/placements/{{placement_id}}/hours      303 303 {CASES}
POST /candidates/{{candidate_id}}/placements/{{placement_id}}/follow-ups 303 303 {CASES}
POST /candidates/{{candidate_id}}/placements/{{placement_id}}/end        303 303 {CASES}
POST /candidates/{{candidate_id}}/benefits                             303 303 {CASES}
GET  /candidates/{{candidate_id}}/left-out                             200 200 {CASES}
GET  /candidates/{{candidate_id}}/what-if                              200 200 {CASES}
POST /candidates/{{candidate_id}}/what-if                              412 412 {CASES}
GET  /candidates/{{candidate_id}}/sheet                                200 200 {CASES}
GET  /candidates/{{candidate_id}}/held                                 200 200 {CASES}
GET  /candidates/{{candidate_id}}/everything.html                      200 200 {CASES}
GET  /candidates/{{candidate_id}}/everything.json                      200 200 {CASES}
POST /candidates/{{candidate_id}}/owner                                403 422 {CASES}
POST /candidates/{{candidate_id}}/close                                303 303 {CASES}
POST /candidates/{{candidate_id}}/delete                               303 303 {CASES}
GET  /candidates/{{candidate_id}}/vacancies/{{vacancy_id}}               200 200 {CASES}
GET  /candidates/{{candidate_id}}/vacancies/{{vacancy_id}}/call          200 200 {CASES}
GET  /candidates/{{candidate_id}}/vacancies/{{vacancy_id}}/letter        200 200 {CASES}
GET  /candidates/{{candidate_id}}/leads                                200 200 {CASES}
GET  /candidates/{{candidate_id}}/contacts/new                         200 200 {CASES}
POST /candidates/{{candidate_id}}/contacts/new                         303 303 {CASES}
GET  /employers                                                      200 200 {CASES}
GET  /employers/new                                                  200 200 {CASES}
POST /employers/new                                                  303 303 {CASES}
GET  /employers/{{employer_id}}                                        200 200 {CASES}
GET  /employers/{{employer_id}}/edit                                   200 200 {CASES}
POST /employers/{{employer_id}}/edit                                   303 303 {CASES}
POST /employers/{{employer_id}}/delete                                 303 303 {CASES}
POST /employers/{{employer_id}}/merge                                  303 303 {CASES}
GET  /employers/{{employer_id}}/{{sheet}}                                200 200 {CASES}
GET  /employers/{{employer_id}}/contacts/new                           200 200 {CASES}
POST /employers/{{employer_id}}/contacts/new                           303 303 {CASES}
POST /contacts/{{contact_id}}/delete                                   303 404 {CASES}
GET  /vacancies/{{vacancy_id}}/employer                                303 303 {CASES}
GET  /vacancies/new                                                  200 200 {CASES}
POST /vacancies/new                                                  422 422 {CASES}
GET  /vacancies/{{vacancy_id}}                                         200 200 {CASES}
POST /vacancies/{{vacancy_id}}/facts                                   303 303 {CASES}
POST /vacancies/{{vacancy_id}}/take-back                               404 404 {CASES}
GET  /sample                                                         200 200 {CASES}
POST /sample/{{candidate_id}}/{{judged}}                               303 303 {CASES}
GET  /team                                                           403 200 {CASES}
POST /team/hand-over                                                 403 422 {CASES}
GET  /figures                                                        403 200 {CASES}
GET  /figures/table                                                  403 422 {CASES}
POST /figures/counts                                                 403 303 {CASES}
GET  /figures/counts/{{count_id}}                                      403 404 {CASES}
POST /handed-over/seen                                               303 303 {CASES}
GET  /administration/users                                           {USERS} 200 403 303
POST /administration/users                                           {USERS} 422 403 303
GET  /administration/users/{{user_id}}                                 {USERS} 404 403 303
POST /administration/users/{{user_id}}                                 {USERS} 404 403 303
POST /administration/users/{{user_id}}/{{act}}                           {USERS} 404 403 303
GET  /administration/approvals                                       {USERS} 200 403 303
POST /administration/approvals/{{approval_id}}/{{verdict}}               {USERS} 404 403 303
GET  /administration/keys                                            {USERS} 200 403 303
POST /administration/keys                                            {USERS} 422 403 303
POST /administration/keys/{{key_id}}/revoke                            {USERS} 404 403 303
GET  /administration/deliveries                                      {USERS} 200 403 303
GET  /administration/tenant                                          {USERS} 200 403 303
POST /administration/tenant                                          {USERS} 303 403 303
GET  /administration/log                                             {USERS} 200 403 303
GET  /log                                                            403 403 403 200 303
GET  /log.csv                                                        403 403 403 200 303
"""
ROLES = ("consultant", "supervisor", "administrator", "auditor", None)
CELLS = {(m, p): [int(s) for s in cells] for m, p, *cells in (line.split() for line in TABLE.strip().splitlines())}
ONES = [(m, p) for m, p in CELLS if "{candidate_id}" in p]
FORMS = {  # what is sent where, besides the hidden fields
    "/sign-in": {"name": "nobody", "password": "wrong"},
    "/settings/password": {"old": "wrong", "new": "long enough to be one"},
    "/candidates/new": {"goals": "gartner"},
    "/candidates/{candidate_id}": {"goals": "gartner", "version": "2"},
    "/candidates/{candidate_id}/history/{version}": {"version": "2"},
    "/candidates/{candidate_id}/limits/undo": {"version": "2"},
    "/candidates/{candidate_id}/decisions": {"vacancy_id": "v002", "choice": "shortlist"},
    "/candidates/{candidate_id}/delete": {"sure": "1"},
    "/candidates/{candidate_id}/steps": {"vacancy_id": "v002", "kind": "contacted"},
    "/candidates/{candidate_id}/disclosures": {"vacancy_id": "v001", "state": "nothing"},
    "/candidates/{candidate_id}/placements": {"vacancy_id": "v001", "paid": "yes", "title": "Et job til"},
    "/candidates/{candidate_id}/placements/{placement_id}/hours": {"hours": "9"},
    "/candidates/{candidate_id}/placements/{placement_id}/follow-ups": {"with_whom": "both"},
    "/candidates/{candidate_id}/placements/{placement_id}/end": {"reason": "other"},
    "/figures/counts": {"quarter": "2026-Q4"},
    "/sample/{candidate_id}/{judged}": {"vacancy_id": "v001"},
    "/employers/{employer_id}/edit": {"version": "1"},
    "/employers/{employer_id}/delete": {"sure": "1"},
    "/employers/{employer_id}/merge": {"sure": "1"},
    "/employers/{employer_id}/contacts/new": {"how": "met", "day": DAY, "purpose": "needs"},
    "/candidates/{candidate_id}/contacts/new": {"vacancy": "v030", "how": "met", "day": DAY, "purpose": "vacancy"},
    "/contacts/{contact_id}/delete": {"sure": "1"},
    "/vacancies/{vacancy_id}/facts": {"hours.max": "20"},
    "/administration/users/{user_id}": {"role": "auditor", "team": "north"},
}


def routes():
    """(method, path) of every page, from the routers themselves."""
    for router in pages.ROUTERS:
        for route in router.routes:
            for method in route.methods:
                yield method, route.path.replace(":path", "")


def test_every_page_is_in_the_table_and_no_other():
    assert set(routes()) == set(CELLS)


def fresh(consultant):
    """The ids of a candidate of somebody's, of the second version, with a decision and a change that waits."""
    case = consultant.post("/v1/candidates", json={"goals": ["kok"]}).json()["candidate_id"]
    consultant.put(f"/v1/candidates/{case}", json={"goals": ["gartner"]}, headers={"If-Match": '"1"'})
    no = {"vacancy_id": "v001", "kind": "reject", "reason": "not_this_employer", "whose": "person"}
    made = consultant.post(f"/v1/candidates/{case}/decisions", json=no).json()
    started = consultant.post(f"/v1/candidates/{case}/placements", json={"vacancy_id": "v030", "paid": True}).json()
    name = "style.css"
    employers = [
        consultant.post("/v1/employers", json={"name": f"Virksomhed {next(NUMBERS)}"}).json() for _ in range(2)
    ]
    contact = {"day": DAY, "kind": "visit", "purpose": "needs"}
    contacts = f"/v1/employers/{employers[0]['employer_id']}/contacts"
    return {
        "event_id": started["event_id"],
        "placement_id": started["placement_id"],
        "candidate_id": case,
        "decision_id": made["decision_id"],
        "proposal_id": made["proposal_id"],
        "answer": "confirm",
        "judged": "right",
        "session_id": "nobodys",
        "vacancy_id": "v030",
        "mark": static(name).split("/")[2],
        "name": name,
        "user_id": "nobodys",
        "act": "sessions",
        "approval_id": "nobodys",
        "verdict": "no",
        "key_id": "nobodys",
        "count_id": "nobodys",
        "version": "1",
        "employer_id": employers[0]["employer_id"],
        "other_id": employers[1]["employer_id"],
        "contact_id": consultant.post(contacts, json=contact).json()["contact_id"],
        "sheet": "visit",
    }


@pytest.fixture(scope="module")
def ids_of():
    """Ids to ask for: those of a new candidate where something may change, else of one that all tests share."""
    shared = {}

    def ids(consultant, *, changing=False):
        if changing:
            return fresh(consultant)
        if consultant.name not in shared:
            shared[consultant.name] = fresh(consultant)
        return shared[consultant.name]

    return ids


def visited(site, someone, method, path, ids):
    """The status that somebody gets, as a browser asks; someone None: nobody is signed in."""
    client, csrf = (site.nobody, "") if someone is None else (someone.client, someone.headers["X-CSRF-Token"])
    form = FORMS.get(path, {}) | {"csrf": csrf}
    if path.startswith("/employers/"):
        form |= {"name": f"Virksomhed {next(NUMBERS)}", "employer_id": ids.get("other_id", "")}
    if path.endswith("/facts"):
        form["version"] = str(site.consultant.get(f"/v1/vacancies/{ids['vacancy_id']}").json().get("version"))
    return client.request(
        method,
        path.format(**ids),
        data=form if method == "POST" else None,
        headers={"Accept": "text/html"},
        follow_redirects=False,
    )


@pytest.fixture(scope="module")
def elsewhere(site):
    """Another tenant, with people and vacancies of its own."""
    place = Place(site.app, f"elsewhere-{next(NUMBERS)}")
    ads = [ad.replace('"v0', '"w0') for ad in lines("vacancies.jsonl")[:1]] + lines("vacancies.jsonl")[:30]
    place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ads))
    return place


@pytest.mark.parametrize(("method", "path"), CELLS)
def test_exactly_the_allowed_cells_are_open(site, ids_of, method, path):
    wrong = []
    for role, expected in zip(ROLES, CELLS[method, path], strict=True):
        someone = role and getattr(site, role)
        if role and path == "/sign-out":
            someone = site.user(role, "north")  # whose session may end
        ids = ids_of(site.consultant, changing=method != "GET" and role is not None and expected != 403)
        answer = visited(site, someone, method, path, ids)
        to_the_door = answer.headers.get("location", "").startswith("/sign-in")
        if answer.status_code != expected or (role is None and expected == 303 and path != "/language") > to_the_door:
            wrong.append((role, expected, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize(("method", "path"), ONES)
def test_a_candidate_of_another_team_or_tenant_is_not_found(site, elsewhere, ids_of, method, path):
    expected = {role: 403 if CELLS[method, path][n] == 403 else 404 for n, role in enumerate(ROLES[:2])}
    wrong = []
    for role, owner in itertools.product(ROLES[:2], (site.stranger, elsewhere.consultant)):
        status = visited(site, getattr(site, role), method, path, ids_of(owner)).status_code
        if status != expected[role]:
            wrong.append((role, owner.name, status))
    colleague = visited(site, site.colleague, method, path, ids_of(site.consultant)).status_code
    assert (wrong, colleague) == ([], expected["consultant"])


@pytest.mark.parametrize("path", [p for _, p in ONES if "decision_id" in p or "proposal_id" in p])
def test_a_decision_or_change_of_another_candidate_is_not_found(site, path):
    own = fresh(site.consultant)
    others = fresh(site.stranger)
    ids = {name: own[name] if name == "candidate_id" else others[name] for name in own}
    assert visited(site, site.consultant, "POST", path, ids).status_code == 404


@pytest.mark.parametrize(("method", "path"), [cell for cell in CELLS if "{vacancy_id}" in cell[1]])
def test_a_vacancy_of_another_tenant_is_not_found(site, elsewhere, ids_of, method, path):
    assert elsewhere.consultant.get("/v1/vacancies/w001").status_code == 200
    ids = ids_of(site.consultant) | {"vacancy_id": "w001"}
    assert visited(site, site.consultant, method, path, ids).status_code == 404


@pytest.mark.parametrize(("method", "path"), [cell for cell in CELLS if "{employer_id}" in cell[1]])
def test_an_employer_of_another_tenant_is_not_found(site, elsewhere, ids_of, method, path):
    elsewhere.index_of(31)
    ids = ids_of(elsewhere.consultant)
    assert visited(site, site.consultant, method, path, ids).status_code == 404
