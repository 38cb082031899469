"""The administrator's work done on pages: users, what waits for a second yes, keys, what comes in, and the settings."""

import datetime
import os
import re
import subprocess
import urllib.request
from html import unescape

import pytest
from browsing import SIZES, lines
from places import COMMAND, NUMBERS, OWN_PASSWORD, Place, Served
from test_team import form, page, words

from service import retention
from service.store import Candidate, Delivery, Entry, Vacancy, now

pytestmark = pytest.mark.slow

ONCE = re.compile(r'<code class="once">([^<]+)</code>')


@pytest.fixture(scope="module")
def office(site):
    """A tenant of its own, whose users and settings no other test minds."""
    return Place(site.app, f"office-{next(NUMBERS)}")


def name():
    return f"new-{next(NUMBERS)}"


def created(office, role="consultant", team="north"):
    """The name of a new user, and the answer to the form."""
    new = name()
    return new, form(office.administrator, "/administration/users", name=new, role=role, team=team)


def shown_once(answer):
    assert answer.status_code == 200, answer.text
    return ONCE.search(answer.text)[1]


def id_of(office, user):
    return next(u["id"] for u in office.administrator.get("/v1/users?limit=200").json()["users"] if u["name"] == user)


def logged(office, action):
    with office.app.state.service.store.reading() as db:
        query = db.query(Entry).where(Entry.tenant_id == office.tenant_id, Entry.action == action)
        return [entry.details for entry in query.order_by(Entry.seq)]


# --- users ---


def test_a_consultant_is_created_alone_with_a_password_that_is_shown_once(office):
    new, answer = created(office)
    password = shown_once(answer)
    assert office.settled(new, password).get("/v1/session").json()["role"] == "consultant"
    assert password not in office.administrator.get("/administration/users").text
    assert password not in str(logged(office, "user.created"))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "Må ikke være tom"),
        ({"name": "a|b"}, "Har en forkert form"),
        ({"role": ""}, "Vælg en"),
        ({"role": "feed"}, "Vælg en"),
        ({"name": "taken"}, "Navnet er taget; vælg et andet"),
    ],
)
def test_a_wrong_form_is_told_at_its_field_and_nothing_typed_is_lost(office, sent, told):
    fields = {"name": name(), "role": "auditor", "team": "syd"} | sent
    if fields["name"] == "taken":
        fields["name"] = office.consultant.name
    answer = form(office.administrator, "/administration/users", **fields)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert 'name="team" value="syd"' in answer.text


def test_who_gets_power_waits_for_the_second_administrators_yes(office):
    new, answer = created(office, "supervisor")
    assert answer.headers["location"] == "/administration/approvals?told=waits"
    shown = page(office.administrator, "/administration/approvals")
    assert f"Opret {new} som teamleder (north)" in shown
    assert "Du har selv bedt om det." in shown
    waiting = office.administrator.get("/v1/approvals").json()["approvals"][-1]["id"]
    own = form(office.administrator, f"/administration/approvals/{waiting}/yes")
    assert (own.status_code, "En anden administrator skal sige ja" in own.text) == (403, True)
    password = shown_once(form(office.second, f"/administration/approvals/{waiting}/yes"))
    assert office.settled(new, password).get("/v1/session").json()["role"] == "supervisor"
    assert waiting not in office.second.get("/administration/approvals").text


def test_no_takes_what_was_asked_for_away(office):
    new, _ = created(office, "administrator")
    waiting = office.second.get("/v1/approvals").json()["approvals"]
    one = next(a["id"] for a in waiting if a["user_id"] == id_of(office, new))
    told = form(office.second, f"/administration/approvals/{one}/no")
    assert told.headers["location"] == "/administration/approvals?told=declined"
    assert new not in office.second.get("/administration/users").text


def test_one_who_is_alone_is_told_the_operators_commands(site):
    alone = Place(site.app, f"alone-{next(NUMBERS)}")
    shut = alone.administrator("PATCH", f"/v1/users/{alone.second.id}", json={"active": False})
    assert shut.status_code == 200
    created(alone, "supervisor")
    shown = page(alone.administrator, "/administration/approvals")
    assert "Du er den eneste administrator." in shown
    waiting = alone.administrator.get("/v1/approvals").json()["approvals"][-1]["id"]
    data = f'--data "{site.app.state.service.settings.data}"'
    assert f"ipsmatch service approve {waiting} {data}" in unescape(shown)
    assert f'ipsmatch service administrator "{alone.name}" berit {data}' in unescape(shown)


def test_a_user_is_changed_shut_out_let_in_and_signed_out_on_a_page(office):
    someone = office.user("auditor", "north")
    here = f"/administration/users/{someone.id}"
    changed = form(office.administrator, here, role="auditor", team="")
    assert changed.headers["location"] == f"{here}?told=user_changed"
    assert "team" not in page(office.administrator, here).split("Rolle og team")[0]
    assert form(office.administrator, f"{here}/sessions").headers["location"] == f"{here}?told=sessions_ended"
    assert someone.get("/v1/session").status_code == 401
    assert form(office.administrator, f"{here}/close").headers["location"] == f"{here}?told=user_close"
    assert "lukket ude" in page(office.administrator, here)
    assert form(office.administrator, f"{here}/open").headers["location"] == f"{here}?told=user_open"
    password = shown_once(form(office.administrator, f"{here}/password"))
    assert office.settled(someone.name, password).id == someone.id
    assert form(office.administrator, here, role="supervisor", team="north").headers["location"].endswith("told=waits")


def test_the_last_administrator_is_kept_and_the_page_says_so(site):
    alone = Place(site.app, f"alone-{next(NUMBERS)}")
    alone.administrator("PATCH", f"/v1/users/{alone.second.id}", json={"active": False})
    answer = form(alone.administrator, f"/administration/users/{alone.administrator.id}/close")
    assert (answer.status_code, "Der skal være mindst én administrator" in answer.text) == (409, True)


@pytest.mark.parametrize("path", ["", "/close", "/open", "/password", "/sessions"])
def test_another_tenants_user_key_and_approval_are_not_found(site, office, path):
    """Nor is anything done to them, and nothing of theirs stands in a list."""
    other = site.colleague
    sent = {"role": "auditor", "team": "north"}
    assert form(office.administrator, f"/administration/users/{other.id}{path}", **sent).status_code == 404
    assert office.administrator.get(f"/administration/users/{other.id}").status_code == 404
    assert form(office.administrator, f"/administration/keys/{site.feed.id}/revoke").status_code == 404
    assert other.name not in office.administrator.get("/administration/users").text
    assert other.get("/v1/session").status_code == 200
    assert site.feed.get("/v1/vacancies").status_code == 403  # the key opens still


def test_many_users_are_on_pages_by_name(office, monkeypatch):
    monkeypatch.setattr("service.pages.users.PAGE", 2)
    first, second = (office.administrator.get(f"/administration/users?page={n}").text for n in (1, 2))
    names = [re.findall(r'/administration/users/[a-z]+">([^<]+)</a>', text) for text in (first, second)]
    assert [len(some) for some in names] == [2, 2]
    assert names[0] + names[1] == sorted({*names[0], *names[1]})
    assert ("De næste" in first, "De forrige" in first, "De forrige" in second) == (True, False, True)


# --- keys and what comes in ---


def test_a_key_for_vacancies_is_made_at_once_and_one_for_lists_waits(office):
    made = form(office.administrator, "/administration/keys", name="nat", role="feed", days="30")
    key = shown_once(made)
    sent = office.feed.client.post(
        "/v1/vacancies?format=jsonl", content=lines("vacancies.jsonl")[0], headers={"Authorization": f"Bearer {key}"}
    )
    assert sent.status_code == 200
    assert key not in office.administrator.get("/administration/keys").text
    assert key not in str(logged(office, "key.created"))
    waits = form(office.administrator, "/administration/keys", name="lister", role="scorer", days="30")
    assert waits.headers["location"].endswith("told=waits")
    assert "Nøgle med navnet lister til “lister ud” i 30 dage" in page(office.second, "/administration/approvals")


@pytest.mark.parametrize(
    ("days", "told"), [("366", "Skriv højst 365"), ("x", "Skriv et helt tal"), ("", "Skriv et helt tal")]
)
def test_a_key_lives_no_longer_than_the_installation_lets_it(office, days, told):
    answer = form(office.administrator, "/administration/keys", name="nat", role="feed", days=days)
    assert (answer.status_code, told in answer.text) == (422, True)


def test_a_key_is_revoked_on_the_page(office):
    machine = office.machine("feed")
    told = form(office.administrator, f"/administration/keys/{machine.id}/revoke")
    assert told.headers["location"] == "/administration/keys?told=key_revoked"
    assert machine.post("/v1/vacancies?format=jsonl", content="").status_code == 401


def test_what_came_in_is_told_with_whence_and_why_some_was_refused(site):
    place = Place(site.app, f"ads-{next(NUMBERS)}")
    assert "Der er ikke kommet annoncer ind endnu." in page(place.administrator, "/administration/deliveries")
    secret = "navnet-der-ikke-skal-staa"
    unknown = [f'{{"id": "x{n}", "title": "Kok", "description": "Kok", "{secret}": 1}}' for n in range(2)]
    ads = [*lines("vacancies.jsonl")[:2], *unknown]
    answer = place.feed.post("/v1/vacancies?format=jsonl", content="\n".join(ads)).json()
    assert (answer["created"], answer["refused"]) == (2, 2)
    place.consultant.post("/v1/vacancies?format=txt", content="Kok\nVi søger en kok 20 timer om ugen i Horsens.")
    shown = page(place.administrator, "/administration/deliveries")
    assert "sendt med nøglen “feed”" in shown
    assert f"indsat af {place.consultant.name}" in shown
    assert "2 nye, 0 rettet, 0 uændret, 2 afvist" in shown
    assert "(2)" in shown
    assert secret not in shown
    assert "kommet annoncer ind i 2 dage" not in shown


def test_two_days_without_vacancies_are_warned_of_also_where_somebody_pastes(site):
    place = Place(site.app, f"ads-{next(NUMBERS)}")
    place.feed.post("/v1/vacancies?format=jsonl", content=lines("vacancies.jsonl")[0])
    place.consultant.post("/v1/vacancies?format=txt", content="Kok\nVi søger en kok 20 timer om ugen i Horsens.")
    with site.app.state.service.store.writing() as db:
        query = db.query(Delivery).where(Delivery.tenant_id == place.tenant_id, Delivery.pasted.is_(False))
        query.one().at = now() - datetime.timedelta(days=2, hours=1)
    assert "Der er ikke kommet annoncer ind i 2 dage." in page(place.administrator, "/administration/deliveries")
    assert "Der er ikke kommet annoncer ind i to dage." in page(place.administrator, "/")


# --- the tenant ---


def test_the_names_that_were_chosen_stand_on_the_pages_and_not_in_the_log(office):
    sent = {"name": "Nordby Kommune", "consultant": "Jobkonsulent", "keep_log_months": "6"}
    told = form(office.administrator, "/administration/tenant", **sent)
    assert told.headers["location"] == "/administration/tenant?told=tenant_saved"
    assert "Nordby Kommune" in page(office.auditor, "/settings")
    assert "Jobkonsulent" in page(office.administrator, "/administration/users")
    (details,) = logged(office, "tenant.changed")
    assert ("Nordby" in details, '"keep_log_months": 6' in details) == (False, True)
    assert 'value="6"' in office.administrator.get("/administration/tenant").text


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("keep_log_months", "5", "Skriv mindst 6"),
        ("keep_closed_months", "61", "Skriv højst 60"),
        ("keep_closed_months", "0", "Skriv mindst 1"),
        ("keep_withdrawn_months", "et år", "Skriv et helt tal"),
        ("name", "x" * 61, "Skriv højst 60 tegn"),
    ],
)
def test_what_is_outside_the_limits_is_refused_at_its_field(office, field, value, told):
    answer = form(office.administrator, "/administration/tenant", **{field: value})
    assert (answer.status_code, told in answer.text, f'value="{value}"' in answer.text) == (422, True, True)


def test_a_shorter_retention_that_was_chosen_is_kept_to_for_this_tenant_alone(site, office):
    store, settings = site.app.state.service.store, site.app.state.service.settings
    other = Place(site.app, f"other-{next(NUMBERS)}")
    form(office.administrator, "/administration/tenant", keep_closed_months="2", keep_withdrawn_months="2")
    cases = {}
    for place in (office, other):
        cases[place] = place.consultant.post("/v1/candidates", json={"goals": ["gartner"]}).json()["candidate_id"]
        place.feed.post("/v1/vacancies?format=jsonl", content=lines("vacancies.jsonl")[1])
        with store.writing() as db:
            db.get_one(Candidate, cases[place]).closed = now() - retention.MONTH * 3
            db.get_one(Vacancy, (place.tenant_id, "v002")).withdrawn = now() - retention.MONTH * 3
    retention.apply(store, settings)
    for place, status in ((office, 404), (other, 200)):
        assert place.consultant.get(f"/v1/candidates/{cases[place]}").status_code == status
        assert place.consultant.get("/v1/vacancies/v002").status_code == status


def test_the_log_of_the_administration_names_what_was_done_and_no_candidate(office):
    new, _ = created(office, "auditor", "vest")
    case = office.consultant.post("/v1/candidates", json={"goals": ["gartner"]}).json()["candidate_id"]
    office.consultant.get(f"/v1/candidates/{case}")
    shown = page(office.administrator, "/administration/log")
    assert f"Bruger oprettet : {new} (rolle: Fører tilsyn, team: vest)" in shown
    assert office.administrator.name in shown
    with office.app.state.service.store.reading() as db:
        pseudonym = db.get_one(Candidate, case).pseudonym
    assert pseudonym not in shown
    assert "oprettet oprettet" not in shown
    assert words(office.administrator.get("/administration/log?before=1")).count("Ingen linjer") == 1


# --- from nothing ---


def test_from_an_empty_folder_to_a_consultants_first_list_by_clicking(browser, environment):
    served = Served(environment, today="2026-11-23")
    address = f"http://127.0.0.1:{served.port}"
    me = browser.new_context(viewport=SIZES["desktop"], locale="da-DK").new_page()
    me.goto(address)
    assert me.locator("h1").inner_text() == "Sådan begynder du"
    command = me.locator("code").first.inner_text()
    assert command.startswith('ipsmatch service tenant "Nordby Kommune" --administrator anna --data ')
    arguments = [part.strip('"') for part in re.findall(r'"[^"]*"|\S+', command)][1:]
    first = subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, text=True).stdout.strip()

    me.get_by_role("link", name="Hent siden igen").click()
    settle(me, "anna", first)
    assert me.locator("h1").inner_text() == "Overblik"
    me.get_by_role("link", name="Opret en bruger").first.click()
    me.get_by_label("Navn, som der logges ind med").fill("karen")
    me.get_by_label("Rolle").select_option(label="Konsulent")
    me.get_by_label("Team").fill("nord")
    me.get_by_role("button", name="Opret").click()
    password = me.locator(".once").inner_text()
    me.get_by_role("link", name="Videre").click()
    me.get_by_role("link", name="karen").click()
    me.get_by_role("button", name="Log ud", exact=True).click()

    settle(me, "karen", password)
    assert "Der er ingen annoncer endnu" in me.locator("main").inner_text()
    me.get_by_role("main").get_by_role("link", name="Indsæt annonce").click()
    me.locator("textarea").first.fill(
        "Gartnermedhjælper\nVi søger en gartnermedhjælper 12 timer om ugen i 8700 Horsens."
    )
    me.get_by_role("button", name="Se annoncen").click()
    me.get_by_role("button", name="Gem annoncen").click()
    me.wait_for_url("**/vacancies/**told=pasted")
    me.goto(f"{address}/candidates/new")
    me.locator("[name=goals]").fill("gartner")
    me.locator("main button.main").first.click()
    for _ in range(100):
        if me.locator("article").count():
            break
        me.wait_for_timeout(100)
        me.reload()
    assert "Gartnermedhjælper" in me.locator("article").first.inner_text()
    me.context.close()
    written = served.stopped()
    assert not [secret for secret in (first, password, OWN_PASSWORD, "karen") if secret in written]


def settle(page, user, first):
    """Sign in with the first password, choose one's own, and sign in with that."""
    for password in (first, OWN_PASSWORD):
        page.get_by_label("Navn").fill(user)
        page.get_by_label("Adgangskode").fill(password)
        page.get_by_role("button", name="Log ind").click()
        if password == first:
            page.get_by_label("Adgangskoden nu").fill(first)
            page.get_by_label("Den nye adgangskode").fill(OWN_PASSWORD)
            page.get_by_role("button", name="Skift adgangskode").click()
    page.wait_for_url("**/")


def test_a_new_folder_is_served_and_a_database_that_was_begun_is_left_as_it_is(environment):
    served = Served(environment)
    with urllib.request.urlopen(f"http://127.0.0.1:{served.port}/sign-in") as answer:
        assert "Sådan begynder du" in answer.read().decode()
    served.stopped()
    served = Served(environment)
    assert os.listdir(environment["IPSMATCH_DATA"])
    served.stopped()
