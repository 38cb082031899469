"""The supervisor's page: her team's cases and nobody else's, the cases behind a count, and handing over by clicking."""

import re

import pytest
from places import NUMBERS, Place

pytestmark = pytest.mark.slow


class Team:
    """A team of its own: a supervisor, two consultants, and a case."""

    def __init__(self, site):
        self.name = f"team-{next(NUMBERS)}"
        self.site, self.boss = site, site.user("supervisor", self.name)
        self.giver, self.receiver = (site.user("consultant", self.name) for _ in range(2))
        self.label = f"T{next(NUMBERS)}"
        self.case = self.case_of(self.giver, self.label)

    def case_of(self, someone, label):
        return someone.post("/v1/candidates", json={"label": label, "goals": ["gartner"]}).json()["candidate_id"]

    def hand_over(self, *cases, to=None):
        return form(self.boss, "/team/hand-over", candidate_id=cases, user_id=(to or self.receiver).id)


@pytest.fixture
def team(site):
    return Team(site)


def page(someone, path):
    """What somebody's page says, without the marks."""
    answer = someone.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return words(answer)


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def form(someone, path, **fields):
    sent = fields | {"csrf": someone.headers["X-CSRF-Token"]}
    return someone.post(path, data=sent, headers={"Accept": "text/html"}, follow_redirects=False)


def test_cases_stand_under_whose_they_are_with_when_their_list_was_seen(team):
    shown = page(team.boss, "/team")
    giver, receiver = shown.index(team.giver.name), shown.index(team.receiver.name)
    assert giver < shown.index(team.label) < receiver
    assert "listen er ikke set endnu" in shown
    team.site.index_of(len(team.site.app.state.service.keeper.matcher(team.site.tenant_id).index))
    assert team.giver.get(f"/candidates/{team.case}/suggestions").status_code == 200
    assert "listen sidst set" in page(team.boss, "/team")


def test_another_teams_and_another_tenants_cases_are_not_there(site, team):
    other, elsewhere = Team(site), Place(site.app, f"elsewhere-{next(NUMBERS)}")
    strange = team.case_of(elsewhere.consultant, f"T{next(NUMBERS)}")
    assert other.label not in page(team.boss, "/team")
    for case in (other.case, strange):
        assert team.hand_over(case).status_code == 404
    for somebody in (other.receiver, elsewhere.consultant):
        answer = team.hand_over(team.case, to=somebody)
        assert (answer.status_code, "Vælg en kollega på teamet" in answer.text) == (422, True)
    assert f'value="{team.case}" checked' in answer.text  # what was ticked stays so
    assert team.giver.get(f"/v1/candidates/{team.case}").status_code == 200


def test_a_count_opens_to_the_cases_behind_it(team):
    other = f"T{next(NUMBERS)}"
    team.case_of(team.giver, other)
    no = {"vacancy_id": "v001", "kind": "reject", "reason": "too_far", "whose": "person"}
    assert team.giver.post(f"/v1/candidates/{team.case}/decisions", json=no).status_code == 201
    assert 'href="/team?behind=reason.too_far">For langt væk: 1<' in team.boss.get("/team").text
    for count in ("reject", "reason.too_far"):
        shown = page(team.boss, f"/team?behind={count}")
        assert (team.label in shown, other in shown) == (True, False), count
    assert team.label not in page(team.boss, "/team?behind=nothing")


def test_a_case_whose_consultant_is_gone_waits_for_another(team):
    administrator = team.site.administrator
    assert administrator("PATCH", f"/v1/users/{team.giver.id}", json={"active": False}).status_code == 200
    shown = page(team.boss, "/team")
    assert shown.index("Ingen har dem nu") < shown.index(team.label)
    assert team.hand_over(team.case).headers["location"] == "/team?told=cases_handed_over"
    assert "Ingen har dem nu" not in page(team.boss, "/team")
    assert team.receiver.get(f"/v1/candidates/{team.case}").status_code == 200


def test_both_are_told_of_a_case_that_was_handed_over_until_they_have_seen_it(team):
    assert team.hand_over(team.case).status_code == 303
    assert f"{team.boss.name} har givet dig forløbet {team.label} ." in page(team.receiver, "/")
    told = f"{team.boss.name} har givet et forløb videre til {team.receiver.name}."
    assert told in page(team.giver, "/")
    assert team.label not in page(team.boss, "/")
    assert form(team.giver, "/handed-over/seen").status_code == 303
    assert told not in page(team.giver, "/")
    assert f"forløbet {team.label}" in page(team.receiver, "/")  # who has not seen it yet
    log = team.receiver.get(f"/v1/candidates/{team.case}/log").json()["entries"]
    assert "candidate.handed_over" in [entry["action"] for entry in log]


def test_several_cases_are_handed_over_at_once_or_none(team):
    second = team.case_of(team.giver, f"T{next(NUMBERS)}")
    assert team.hand_over(team.case, second, "nobodys").status_code == 404
    assert team.receiver.get(f"/v1/candidates/{team.case}").status_code == 404
    assert team.hand_over(team.case, second).status_code == 303
    for case in (team.case, second):
        assert team.receiver.get(f"/v1/candidates/{case}").status_code == 200


def test_a_form_without_case_or_receiver_says_what_is_missing(team):
    answer = form(team.boss, "/team/hand-over", user_id="")
    assert answer.status_code == 422
    assert "Sæt kryds ved de forløb, der skal gives videre" in answer.text
    assert "Vælg, hvem der skal have dem" in answer.text


def test_a_supervisor_without_a_team_is_told_what_to_do(site):
    loose = site.user("supervisor", None)
    assert "Du har intet team endnu." in page(loose, "/team")
    assert "Se teamets forløb" in page(loose, "/")


def test_a_team_with_more_cases_than_a_page_takes_is_shown_by_consultant(team, monkeypatch):
    monkeypatch.setattr("service.pages.team.MOST_SHOWN", 0)
    assert team.label not in page(team.boss, "/team")
    assert team.label in page(team.boss, f"/team?behind={team.giver.id}")


def test_a_case_is_handed_over_by_clicking(visitor, site, team):
    site.boss, site.receiver = team.boss, team.receiver
    me = visitor("boss", "phone", script=False)
    me.go("/")
    me.click("Teamet", role="link")
    me.page.get_by_label(f"Giv videre: {team.label}").check()
    me.page.get_by_label("Hvem har dem fra nu af?").select_option(label=team.receiver.name)
    me.click("Giv videre")
    assert "Forløbene er givet videre" in me.page.get_by_role("status").inner_text()
    you = visitor("receiver")
    you.go("/")
    you.page.locator("section", has_text="har givet dig forløbet").get_by_role("link", name=team.label).click()
    assert team.label in you.heading
    you.go("/")
    you.click("Det har jeg set")
    assert "har givet dig" not in you.page.locator("main").inner_text()
