"""One administrator alone gives nobody access to cases, and a tenant never loses its last administrator."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from places import NUMBERS, OWN_PASSWORD

from service.door import tenants
from service.door.accounts import gives_cases
from service.store import Approval, Entry, User, now


def log_of(app, place, action):
    with app.state.service.store.reading() as db:
        query = db.query(Entry).where(Entry.tenant_id == place.tenant_id, Entry.action == action)
        return [json.loads(entry.details) for entry in query.order_by(Entry.seq)]


def users(place):
    return {u["id"]: u for u in place.administrator.get("/v1/users?limit=200").json()["users"]}


def test_an_administrator_does_not_become_a_supervisor_by_her_own_act(place):
    me = place.administrator
    asked = me("PATCH", f"/v1/users/{me.id}", json={"role": "supervisor", "team": "north"})
    assert (asked.status_code, asked.json()["role"]) == (202, "administrator")
    own = me.post(f"/v1/approvals/{asked.json()['approval_id']}/approve")
    assert (own.status_code, own.json()["title"]) == (403, "En anden administrator skal sige ja til det")
    assert users(place)[me.id]["role"] == "administrator"


@pytest.mark.parametrize("role", ["supervisor", "administrator"])
def test_a_new_user_with_power_can_do_nothing_until_a_second_administrator_says_yes(place, role):
    name = f"{place.name}-new-{next(NUMBERS)}"
    asked = place.administrator.post("/v1/users", json={"name": name, "role": role, "team": "north"})
    assert (asked.status_code, asked.json()["password"]) == (202, None)
    assert users(place)[asked.json()["id"]]["active"] is False
    made = place.approved(asked)
    assert place.settled(name, made["password"]).get("/v1/session").json()["role"] == role


def test_what_is_approved_is_what_was_asked_for(place):
    """A change made in between is not approved along with it."""
    name = f"{place.name}-new-{next(NUMBERS)}"
    asked = place.administrator.post("/v1/users", json={"name": name, "role": "supervisor", "team": "north"})
    changed = place.administrator("PATCH", f"/v1/users/{asked.json()['id']}", json={"role": "administrator"})
    assert changed.status_code == 202
    assert place.settled(name, place.approved(asked)["password"]).get("/v1/session").json()["role"] == "supervisor"


def test_another_password_for_somebody_with_cases_takes_a_second_yes(place):
    someone = place.user("consultant", "north")
    reset = f"/v1/users/{someone.id}/password"
    assert place.administrator.post(reset).status_code == 200  # it gives access to no cases
    someone = place.user("consultant", "north")
    assert someone.post("/v1/candidates", json={"goals": ["gartner"]}).status_code == 201
    asked = place.administrator.post(f"/v1/users/{someone.id}/password")
    assert (asked.status_code, asked.json()["password"]) == (202, None)
    assert someone.get("/v1/session").status_code == 200
    yes = place.second.post(f"/v1/approvals/{asked.json()['approval_id']}/approve").json()
    assert someone.get("/v1/session").status_code == 401
    assert place.settled(someone.name, yes["password"]).id == someone.id


def test_a_key_that_gets_lists_takes_a_second_yes_and_one_that_brings_ads_does_not(place):
    feed = place.administrator.post("/v1/keys", json={"name": "x", "role": "feed"})
    scorer = place.administrator.post("/v1/keys", json={"name": "x", "role": "scorer"})
    assert (feed.status_code, scorer.status_code, scorer.json()["key"]) == (201, 202, None)
    yes = place.second.post(f"/v1/approvals/{scorer.json()['approval_id']}/approve").json()
    assert yes["key"].startswith("ipsmatch_")


CHANGES = [
    ("consultant", {"active": False}, False),
    ("consultant", {"team": None}, False),
    ("auditor", {"team": "x"}, False),
    ("supervisor", {"role": "auditor"}, False),
    ("administrator", {"role": "auditor"}, False),
    ("supervisor", {"team": "other"}, True),
    ("consultant", {"team": "other"}, True),
    ("consultant", {"role": "supervisor"}, True),
    ("auditor", {"role": "consultant"}, True),
    ("auditor", {"role": "administrator"}, True),
    ("administrator", {"role": "consultant"}, True),
]


@pytest.mark.parametrize(("role", "change", "gives"), CHANGES)
def test_which_changes_give_cases(role, change, gives):
    assert gives_cases(User(role=role, team="north", active=True), change, has_cases=False) is gives


@pytest.mark.parametrize(("role", "gives"), [("consultant", True), ("administrator", True), ("auditor", False)])
def test_somebody_who_comes_back_gets_the_old_cases_back(role, gives):
    assert gives_cases(User(role=role, team="north", active=False), {"active": True}, has_cases=False) is gives


@pytest.mark.parametrize(
    "change",
    [
        {"team": "other", "active": False},
        {"team": "other", "role": "auditor"},
        {"team": "other"},
    ],
)
@pytest.mark.parametrize("role", ["consultant", "auditor"])
def test_a_team_gets_the_cases_of_whoever_joins_it_in_any_role_and_also_one_who_is_shut_out(role, change):
    assert gives_cases(User(role=role, team="north", active=True), change, has_cases=True)


def test_a_supervisor_does_not_get_a_case_by_one_administrators_act_on_its_owner(place):
    """The owner is moved to the supervisor's team and shut out, or made an auditor, in one call."""
    owner = place.user("consultant", "south")
    case = owner.post("/v1/candidates", json={"goals": ["gartner"]}).json()["candidate_id"]
    for change in ({"team": "north", "active": False}, {"team": "north", "role": "auditor"}):
        assert place.administrator("PATCH", f"/v1/users/{owner.id}", json=change).status_code == 202
    assert place.supervisor.get(f"/v1/candidates/{case}").status_code == 404


def test_a_role_with_cases_given_to_somebody_who_is_shut_out_takes_a_second_yes_already(place):
    """Later, the second administrator would be asked only whether the user may come back."""
    someone = place.user("auditor", None)
    change = {"role": "supervisor", "team": "north", "active": False}
    assert place.administrator("PATCH", f"/v1/users/{someone.id}", json=change).status_code == 202


def test_the_second_yes_sees_role_and_team_as_they_will_be(app, place):
    someone = place.user("consultant", "north")
    assert place.administrator("PATCH", f"/v1/users/{someone.id}", json={"active": False}).status_code == 200
    asked = place.administrator("PATCH", f"/v1/users/{someone.id}", json={"active": True}).json()["approval_id"]
    (row,) = [a for a in place.second.get("/v1/approvals?limit=200").json()["approvals"] if a["id"] == asked]
    assert row["change"] == {"role": "consultant", "team": "north", "active": True}
    assert place.second.post(f"/v1/approvals/{asked}/approve").status_code == 200
    assert log_of(app, place, "user.changed")[-1]["changed"] == {"active": [False, True]}


def test_what_somebody_asked_for_who_is_an_administrator_no_more_is_not_approved(place):
    third = place.settled_administrator("third")
    asked = third.post("/v1/keys", json={"name": "x", "role": "scorer"}).json()["approval_id"]
    assert place.administrator("PATCH", f"/v1/users/{third.id}", json={"active": False}).status_code == 200
    assert place.second.post(f"/v1/approvals/{asked}/approve").status_code == 404
    assert place.second.post(f"/v1/approvals/{asked}/decline").status_code == 204


def test_two_administrators_who_shut_out_each_other_at_once_leave_one(app, served):  # noqa: ARG001
    from places import Place

    there = Place(app, f"there-{next(NUMBERS)}")
    both = [(there.administrator, there.second), (there.second, there.administrator)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda two: two[0]("PATCH", f"/v1/users/{two[1].id}", json={"active": False}), both))
    assert sorted(answer.status_code for answer in answers)[0] == 200
    assert {answer.status_code for answer in answers} <= {200, 401, 403, 409}


def test_a_no_leaves_everything_as_it_was(app, place):
    name = f"{place.name}-new-{next(NUMBERS)}"
    asked = place.administrator.post("/v1/users", json={"name": name, "role": "supervisor"}).json()
    assert place.second.post(f"/v1/approvals/{asked['approval_id']}/decline").status_code == 204
    assert place.second.post(f"/v1/approvals/{asked['approval_id']}/approve").status_code == 404
    assert asked["id"] not in users(place)
    assert log_of(app, place, "approval.declined")[-1]["asked_by"] == place.administrator.id


def test_what_waited_too_long_must_be_asked_for_again(app, place):
    asked = place.administrator.post("/v1/keys", json={"name": "x", "role": "scorer"}).json()["approval_id"]
    with app.state.service.store.writing() as db:
        db.get_one(Approval, asked).at = now().replace(year=now().year - 1)
    assert place.second.post(f"/v1/approvals/{asked}/approve").status_code == 404
    assert place.second.post(f"/v1/approvals/{asked}/decline").status_code == 204  # so that it does not stand there


def test_what_waits_is_listed_for_administrators_alone(place):
    asked = place.administrator.post("/v1/keys", json={"name": "night", "role": "scorer"}).json()["approval_id"]
    (row,) = [a for a in place.second.get("/v1/approvals?limit=200").json()["approvals"] if a["id"] == asked]
    assert (row["act"], row["change"]["name"], row["by"]) == ("key", "night", place.administrator.id)
    assert place.supervisor.get("/v1/approvals").status_code == 403


def test_another_tenants_administrator_says_no_yes_here(app, served, place):  # noqa: ARG001
    from places import Place

    there = Place(app, f"there-{next(NUMBERS)}")
    asked = place.administrator.post("/v1/keys", json={"name": "x", "role": "scorer"}).json()["approval_id"]
    assert there.second.post(f"/v1/approvals/{asked}/approve").status_code == 404


def test_changes_are_in_the_log_with_what_was_and_what_is(app, place):
    someone = place.user("consultant", "north")
    place.administrator("PATCH", f"/v1/users/{someone.id}", json={"active": False})
    assert log_of(app, place, "user.changed")[-1] == {"user": someone.id, "changed": {"active": [True, False]}}
    assert log_of(app, place, "user.created")[-1]["role"] == "consultant"


@pytest.mark.parametrize("change", [{"role": "auditor"}, {"active": False}])
def test_the_last_administrator_cannot_be_lost(app, served, change):  # noqa: ARG001
    from places import Place

    there = Place(app, f"there-{next(NUMBERS)}")
    assert there.administrator("PATCH", f"/v1/users/{there.second.id}", json=change).status_code == 200
    lost = there.administrator("PATCH", f"/v1/users/{there.administrator.id}", json=change)
    assert lost.status_code == 409
    assert "mindst én administrator" in lost.json()["title"]
    assert there.administrator.get("/v1/users").status_code == 200


def test_a_command_makes_an_administrator_of_somebody_who_is_there_and_of_somebody_new(app, place):
    service = app.state.service
    made = (service.store, service.passwords, service.settings, service.removals, place.name)
    first = tenants.administrator(*made, place.consultant.name)
    assert place.consultant.get("/v1/session").status_code == 401
    assert place.settled(place.consultant.name, first).get("/v1/users").status_code == 200
    name = f"{place.name}-new-{next(NUMBERS)}"
    assert place.settled(name, tenants.administrator(*made, name)).get("/v1/users").status_code == 200
    assert first != OWN_PASSWORD
