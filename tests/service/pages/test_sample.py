"""The month's sample of what was left out: by chance, the same all month, and what was found is counted."""

import datetime
from types import SimpleNamespace

import pytest

from service.cases.sampling import EACH, PEOPLE, draw, drawn_cases

NOVEMBER, DECEMBER = datetime.date(2026, 11, 23), datetime.date(2026, 12, 1)
IDS = [f"v{n:03}" for n in range(25)]


@pytest.fixture
def narrow(site):
    """Somebody new with one candidate whose limits leave most ads out."""
    someone = site.user("consultant", "sample")
    limits = {"weekly_hours": {"max": 8}, "not_times": ["evening", "weekend"], "licences": []}
    profile = {"label": "S.1", "goals": ["lager og kørsel"], "constraints": limits}
    case = someone.post("/v1/candidates", json=profile).json()["candidate_id"]
    site.sampler = someone
    return case


def test_the_same_ads_are_drawn_all_month_and_others_the_next():
    drawn = draw("c", NOVEMBER, IDS, {})
    assert drawn == draw("c", NOVEMBER.replace(day=2), IDS[::-1], {})
    assert len(drawn) == EACH
    assert drawn != draw("c", DECEMBER, IDS, {})
    assert drawn != draw("d", NOVEMBER, IDS, {})


def test_some_candidates_are_drawn_for_a_month_and_stay_in_their_order():
    cases = [(SimpleNamespace(id=f"c{n:02}"), None) for n in range(30)]
    chosen = drawn_cases(cases, NOVEMBER)
    assert len(chosen) == PEOPLE
    assert chosen == sorted(chosen, key=cases.index)
    assert chosen == drawn_cases(cases, NOVEMBER.replace(day=2)) != drawn_cases(cases, DECEMBER)
    assert drawn_cases(cases[:3], NOVEMBER) == cases[:3]


def test_what_was_looked_at_stays_and_counts():
    looked = {IDS[3]: "sample.right"}
    drawn = draw("c", NOVEMBER, IDS, looked)
    assert drawn[0] == IDS[3]
    assert len(drawn) == EACH


def test_an_ad_that_was_left_out_is_looked_at_and_counted_for_the_supervisor(visitor, site, narrow):
    me = visitor("sampler")
    me.go("/")
    me.click("Månedens stikprøve", role="link")
    rows = me.page.locator("ul.rows > li")
    assert rows.count() == EACH
    assert rows.first.locator("li").count() >= 1  # the limit that is broken, in words
    rows.first.get_by_role("button", name="Burde være vist").click()
    assert rows.count() == EACH
    first = me.page.locator("ul.rows > li").first
    assert "Burde være vist." in first.inner_text()
    assert first.get_by_role("link", name="Ret det, der er læst forkert").count() == 1
    log = site.sampler.get(f"/v1/candidates/{narrow}/log").json()["entries"]
    assert "sample.wrong" in [e["action"] for e in log]

    boss = site.user("supervisor", "sample")
    site.boss = boss
    other = visitor("boss")
    other.go("/team")
    assert "Burde være vist: 1" in other.page.locator("main").inner_text()
    other.page.get_by_role("link", name="Burde være vist: 1").click()
    assert "S.1" in other.page.locator("main").inner_text()
    other.go("/sample")
    assert "S.1" in other.page.locator("main").inner_text()  # the whole team's, not only her own


def test_no_list_changes_by_it(visitor, site, narrow):
    before = site.sampler.get(f"/v1/candidates/{narrow}/suggestions?as_of=2026-11-23").json()["suggestions"]
    me = visitor("sampler")
    me.go("/sample")
    me.page.locator("ul.rows > li").first.get_by_role("button", name="Med rette").click()
    assert "Set efter" in me.page.locator("ul.rows").inner_text()
    after = site.sampler.get(f"/v1/candidates/{narrow}/suggestions?as_of=2026-11-23").json()["suggestions"]
    assert [s["vacancy_id"] for s in after] == [s["vacancy_id"] for s in before]
