"""What is sent by hand rather than by a form of ours: it is refused or harmless, holds up nobody, and opens nothing."""

import http.client
import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlencode, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from places import NUMBERS, Place
from test_team import Team, form, page, words

from matcher import occupations
from service.pages.log_page import FORMULA
from service.pages.oidc_login import local

pytestmark = pytest.mark.slow

OURS = {"Accept": "text/html", "sec-fetch-site": "same-origin"}
DISPOSITION = b"--X\r\nContent-Disposition: form-data; "
MULTIPART = "multipart/form-data; boundary=X"
LONG = DISPOSITION + b'a="b"; ' * 36_000 + b"\r\n\r\na\r\n--X--"
UNFINISHED = b"--X"
NESTED = b"".join(b"--B%d\r\nContent-Type: multipart/mixed; boundary=B%d\r\n\r\n" % (n, n + 1) for n in range(3000))


@pytest.fixture
def team(site):
    return Team(site)


def case_of(someone, **fields):
    made = someone.post("/v1/candidates", json={"label": f"C{next(NUMBERS)}", "goals": ["gartner"]} | fields)
    assert made.status_code == 201, made.text
    return made.json()["candidate_id"]


def multipart(someone, body, kind=MULTIPART, path="/candidates/import"):
    headers = {"Accept": "text/html", "Content-Type": kind}
    return someone.client.post(path, content=body, headers=headers, follow_redirects=False)


# --- bodies ---


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (MULTIPART, LONG),
        (MULTIPART, b"--X\r\n" + b"A: b\r\n" * 40_000 + b"\r\na\r\n--X--"),
        (MULTIPART, DISPOSITION + b'name="' + b"<" * 200_000 + b'"\r\n\r\na\r\n--X--'),
        (MULTIPART, DISPOSITION + b'name="' + b"=?utf-8?q?=41?= " * 15_000 + b'"\r\n\r\na\r\n--X--'),
        (MULTIPART, (DISPOSITION + b'name="a"\r\n\r\n\r\n') * 4000 + b"--X--"),
        (MULTIPART, (DISPOSITION + b'name="a"; filename="b"\r\n\r\n\r\n') * 2 + b"--X--"),
        (MULTIPART, DISPOSITION + b'name="text"\r\n\r\na\0b\r\n--X--'),
        (MULTIPART, b"--X\r\nContent-Type: message/rfc822\r\n\r\nFrom: a\r\n\r\nb\r\n--X--"),
        (MULTIPART, UNFINISHED),
        ("multipart/form-data; boundary=B0", NESTED),
        ("multipart/form-data", NESTED),
        ("multipart/form-data; boundary=" + "X" * 60_000, b"--X--"),
        (MULTIPART + '; a="b"' * 8000, b"--X--"),
        (MULTIPART + "; charset=punycode", DISPOSITION + b'name="text"\r\n\r\n' + b"a-b" * 60_000 + b"\r\n--X--"),
        ("multipart/mixed; boundary=B0", NESTED),
    ],
)
def test_a_broken_or_bloated_form_with_a_file_is_refused_at_once(site, kind, body):
    begun = time.perf_counter()
    answer = multipart(site.consultant, body, kind)
    assert answer.status_code == (403 if body == UNFINISHED else 422)  # for a form without a sign
    assert time.perf_counter() - begun < 1


def test_a_form_with_a_file_is_read_on_no_other_page(site):
    body = DISPOSITION + b'name="language"\r\n\r\nen\r\n--X--'
    for path in ("/language", "/sign-in", "/candidates/new", "/vacancies/new"):
        assert multipart(site.consultant, body, path=path).status_code == 422, path


def test_nobody_waits_for_whoever_sends_a_bloated_form(site):
    def call(method, path, *sent):
        begun = time.perf_counter()
        with closing(http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=30)) as connection:
            connection.request(method, path, *sent)
            return connection.getresponse().status, time.perf_counter() - begun

    headers = {"Content-Type": MULTIPART, "Accept": "text/html"}
    with ThreadPoolExecutor(1) as other:
        sent = other.submit(call, "POST", "/candidates/import", LONG, headers)
        status, seconds = call("GET", "/healthz")
        assert (status, seconds < 1) == (200, True)
        status, seconds = sent.result()
        assert (status, seconds < 1) == (422, True)


@pytest.mark.parametrize("query", ["until=9999-12-31", "since=0001-01-01", "since=9999-12-31&until=0001-01-01"])
def test_a_day_that_no_log_has_is_told_at_its_field(site, query):
    assert site.auditor.get(f"/log?{query}", headers={"Accept": "text/html"}).status_code == 422
    assert site.auditor.get(f"/log.csv?{query}").status_code == 200


def test_a_kept_form_of_more_fields_than_any_of_ours_is_left(site):
    sent = urlencode([(f"f{n}", "1") for n in range(1500)])
    for password in ("wrong", site.colleague.password):
        fields = {"name": site.colleague.name, "password": password, "next": "/candidates/new", "sent": sent}
        answer = TestClient(site.app).post("/sign-in", data=fields, headers=OURS, follow_redirects=False)
        assert answer.status_code in (303, 422)
        assert 'name="f1"' not in answer.text


# --- who learns of whom ---


def test_one_administrator_learns_of_no_case_by_a_new_password_of_whoever_had_it(team):
    assert team.hand_over(team.case).status_code == 303
    for someone in (team.giver, team.receiver):
        answer = team.site.administrator.post(f"/v1/users/{someone.id}/password")
        assert (answer.status_code, answer.json()["password"]) == (202, None)
    form(team.giver, "/handed-over/seen")
    assert team.site.administrator.post(f"/v1/users/{team.giver.id}/password").status_code == 200


def test_whoever_gave_a_case_away_sees_no_more_of_it_than_that(team):
    team.hand_over(team.case)
    assert f"{team.boss.name} har givet et forløb videre til {team.receiver.name}." in page(team.giver, "/")
    assert team.label not in page(team.giver, "/")
    third = team.site.user("consultant", team.name)
    team.hand_over(team.case, to=third)
    assert f"{team.boss.name} gav dig et forløb. Det er givet videre igen." in page(team.receiver, "/")
    assert team.label not in page(team.receiver, "/")
    assert team.label in page(third, "/")


def test_no_case_goes_to_somebody_whose_password_another_has_seen(team):
    administrator, name = team.site.administrator, f"ghost-{next(NUMBERS)}"
    made = administrator.post("/v1/users", json={"name": name, "role": "consultant", "team": team.name}).json()
    known = form(team.boss, "/team/hand-over", candidate_id=team.case, user_id=made["id"])
    held = form(team.boss, f"/candidates/{team.case}/owner", user_id=made["id"])
    for answer in (known, held):
        assert answer.status_code == 422
        assert f"{name} har ikke logget ind med sin egen adgangskode endnu" in words(answer)
        assert html.fromstring(answer.text).xpath("//select[@name='user_id']/@aria-invalid") == ["true"]
    path = f"/v1/candidates/{team.case}/owner"
    assert team.boss.put(path, json={"user_id": made["id"]}).status_code == 422
    newcomer = team.site.settled(name, made["password"])
    assert team.boss.put(path, json={"user_id": newcomer.id}).status_code == 200
    again = administrator.post(f"/v1/users/{team.receiver.id}/password")
    assert again.status_code == 200  # of somebody without cases
    assert team.boss.put(path, json={"user_id": team.receiver.id}).status_code == 422


# --- a form that was not saved, at a computer that several use ---


def written(someone, text):
    """The fields of the form for a new candidate, as they were made for somebody, with a text in them."""
    shown = html.fromstring(someone.get("/candidates/new", headers=OURS).text)
    (csrf,) = {
        form.fields["csrf"] for form in shown.forms if "csrf" in form.fields and form.action == "/candidates/new"
    }
    return {"csrf": csrf, "goals": text}


def send(client, path, fields):
    return client.post(path, data=fields, headers=OURS, follow_redirects=False)


def signed_in_again(site, someone, fields):
    """What somebody sees who signs in where a form of before was just refused."""
    door = send(site.nobody, "/candidates/new", fields)
    kept = html.fromstring(door.text).xpath("//form[@action='/sign-in']//input[@name='sent']/@value")
    own = {"name": someone.name, "password": someone.password, "next": "/candidates/new", "sent": "".join(kept)}
    return send(TestClient(site.app), "/sign-in", own)


def test_what_was_not_saved_is_shown_to_whoever_wrote_it_and_to_nobody_else(site):
    fields = written(site.consultant, "noget med heste")
    assert "noget med heste" in signed_in_again(site, site.consultant, fields).text
    for other in (site.colleague, site.administrator, site.supervisor):
        answer = signed_in_again(site, other, fields)
        assert (answer.headers["location"], "heste" in answer.text) == ("/", False)
    unknown = send(site.nobody, "/candidates/new", fields | {"csrf": fields["csrf"].partition(".")[0]})
    assert "noget med heste" not in unknown.text


def test_what_another_wrote_before_one_signed_in_is_not_shown(site):
    fields = written(site.consultant, "noget med heste")
    mine = {"csrf": f"of before.{fields['csrf'].partition('.')[2]}"}
    assert "noget med heste" in send(site.consultant.client, "/candidates/new", fields | mine).text
    answer = send(site.colleague.client, "/candidates/new", fields)
    assert (answer.status_code, "heste" in answer.text) == (403, False)


# --- names and addresses ---


@pytest.mark.parametrize("name", ["=1+1", " =1", "\t=1", "\r=1", "\n\n@x", "\tx", "+1", "-1"])
def test_a_cell_that_a_spreadsheet_would_count_is_a_text(name):
    assert FORMULA.match(name)


def test_a_name_of_a_user_is_one_line_without_cpr_number_or_health(site):
    bad = ["\t=1", "a\nb", "a\x7fb", "a\u2028b", "Anna 010190-1234", "anna skizofreni", "Ole med angst"]
    for name in bad:
        sent = {"name": name, "role": "consultant", "team": "north"}
        assert site.administrator.post("/v1/users", json=sent).status_code == 422, name
    answer = form(site.administrator, "/administration/users", name="anna skizofreni", role="consultant", team="north")
    assert (answer.status_code, "vi gemmer ikke noget om helbred" in answer.text.lower()) == (422, True)


def test_a_tenant_is_called_by_no_health_or_cpr_number_but_by_its_place(site):
    own = Place(site.app, f"called-{next(NUMBERS)}").administrator
    for name in ("Ole 010190-1234", "Skizofreniteamet"):
        assert form(own, "/administration/tenant", name=name).status_code == 422, name
    assert form(own, "/administration/tenant", name="Psykiatrien Nord").status_code == 303


@pytest.mark.parametrize("address", ["//e", "/\\e", "/\t/e", "/\n/e", "/a\\b", "/a\x00", "https://e", "", "e"])
def test_one_goes_on_to_no_address_elsewhere(address):
    assert local(address) == "/"
    assert local("/candidates/x?a=b c&d=%09") == "/candidates/x?a=b c&d=%09"


# --- ads, limits, kinds of work ---


def test_a_pasted_ad_gets_no_id_address_or_language_by_hand(site):
    n = next(NUMBERS)
    rest = {"id": "Ole er syg", "url": "Ole er syg", "language": "Ole er syg", "source": "Ole er syg"}
    ad = {
        "do": "save",
        "title": f"Gartner {n}",
        "description": f"Vi søger en gartner til {n} bede.",
        "rest": json.dumps(rest),
    }
    answer = form(site.consultant, "/vacancies/new", **ad)
    assert answer.status_code == 303, answer.text
    assert "Ole" not in answer.headers["location"]
    path = "/v1" + answer.headers["location"].partition("?")[0]
    assert "Ole" not in site.consultant.get(path).text
    for broken in ("[]", "x", "[" * 50_000, '"x"'):
        assert form(site.consultant, "/vacancies/new", **(ad | {"rest": broken})).status_code == 422


def test_only_a_change_of_the_limits_is_undone_as_one(site):
    consultant = site.consultant
    case = case_of(consultant, constraints={"postcode": "8700"})
    path, label = f"/v1/candidates/{case}", consultant.get(f"/v1/candidates/{case}").json()["label"]
    new = {"label": label, "goals": ["gartner", "kok"], "constraints": {"postcode": "8700"}}
    assert consultant.put(path, json=new, headers={"If-Match": '"1"'}).status_code == 200
    assert "limits/undo" not in consultant.get(f"/candidates/{case}/suggestions?changed=2", headers=OURS).text
    assert form(consultant, f"/candidates/{case}/limits/undo", version="2").status_code == 412
    assert form(consultant, f"/candidates/{case}/limits/undo", version="1").status_code == 412
    new["constraints"] = {"postcode": "8722"}
    assert consultant.put(path, json=new, headers={"If-Match": '"2"'}).status_code == 200
    assert "limits/undo" in consultant.get(f"/candidates/{case}/suggestions?changed=3", headers=OURS).text
    assert form(consultant, f"/candidates/{case}/limits/undo", version="3").status_code == 303


def test_no_kind_of_work_is_wanted_and_refused_at_once(site):
    title = occupations.titles().names[5]
    case = case_of(site.consultant)
    path = f"/candidates/{case}/kinds"
    assert form(site.consultant, path, version="1", **{f"title.{title}": ["yes", "no"]}).status_code == 422
    assert form(site.consultant, path, version="1", **{f"title.{title}": "no"}).status_code == 303
    assert form(site.consultant, path, version="2", **{f"title.{title}": "yes"}).status_code == 422
