"""The form of a candidate: refusals at their fields, what a change does, and nothing lost by saving."""

import json

import pytest
from places import NUMBERS, until

pytestmark = pytest.mark.slow


def test_a_refused_word_explains_itself_at_its_field_and_the_text_stays(visitor):
    me = visitor()
    me.go("/candidates/new")
    me.page.get_by_label("Hvad kan du godt lide?").fill("noget med planter\nhar depression")
    me.page.get_by_label("Højst timer om ugen").fill("tolv")
    me.click("Gem og se forslag")
    assert me.page.locator("#errors li").count() == 2
    assert me.page.evaluate("document.activeElement.id") == "errors"
    field = me.page.get_by_label("Hvad kan du godt lide?")
    assert field.input_value() == "noget med planter\nhar depression"
    assert field.get_attribute("aria-invalid") == "true"
    told = me.page.locator(f"#{field.get_attribute('aria-describedby').split()[-1]}").inner_text()
    assert "vi gemmer ikke noget om helbred („depression“)" in told.lower()
    assert "skriv i stedet, hvordan arbejdet skal være" in told
    me.page.locator("#errors a").first.click()
    assert me.page.evaluate("document.activeElement.name") in ("interests", "weekly_hours.max")


def test_the_list_of_a_change_is_told_while_one_writes(visitor, case_path):
    me = visitor()
    me.go(case_path)
    before = me.page.locator("#effect").inner_text()
    with me.page.expect_response("**/effect"):
        me.page.get_by_label("Højst minutter på vej").fill("5")
    me.page.locator("#effect", has_text="færre").wait_for()
    assert me.page.locator("#effect").inner_text() != before


def test_without_a_script_a_button_tells_the_same_and_keeps_nothing(visitor, case_path, site):
    me = visitor(script=False)
    me.go(case_path)
    me.page.get_by_label("Højst minutter på vej").fill("5")
    me.click("Prøv først: hvor mange bliver det?")
    assert "færre" in me.page.locator("#effect").inner_text()
    assert me.page.get_by_label("Højst minutter på vej").input_value() == "5"
    assert site.consultant.get(f"/v1{case_path}").json()["version"] == 1


def test_saving_a_form_as_it_is_changes_nothing_about_the_person(visitor, case_path, site):
    before = site.consultant.get(f"/v1{case_path}").json()["record"]
    me = visitor()
    me.go(case_path)
    me.click("Gem")
    assert site.consultant.get(f"/v1{case_path}").json()["record"] == before


def taken_up(site, **limits):
    """The path of a new candidate with these limits."""
    profile = {"label": f"G{next(NUMBERS)}", "goals": ["gartner"], "constraints": limits}
    return f"/candidates/{site.consultant.post('/v1/candidates', json=profile).json()['candidate_id']}"


def limits_of(site, path):
    """What is held of a candidate's limits now, without what is not set."""
    held = site.consultant.get(f"/v1{path}").json()["record"]["constraints"]
    return {name: value for name, value in held.items() if value not in (None, [], {})}


def test_the_end_of_the_day_the_days_and_what_is_ruled_out_are_set_in_the_form(visitor, site):
    path = taken_up(site)
    me = visitor()
    me.go(path)
    me.page.get_by_text("Flere ønsker og grænser").click()
    me.page.get_by_label("Har fri senest kl.").fill("14:30")
    days = me.page.get_by_role("group", name="Hvilke dage går det ikke?")
    assert days.get_by_role("checkbox").count() == 7
    for day in ("onsdag", "søndag"):
        days.get_by_label(day).check()
    me.page.get_by_label("Højst dage om ugen").fill("3")
    me.page.get_by_label("Mindst dage om ugen").fill("2")
    for words, wish in (("Telefon", "slet ikke"), ("Kulde", "helst ikke"), ("Arbejde ude", "gerne")):
        me.page.get_by_label(words, exact=True).select_option(label=wish)
    me.click("Gem")
    me.page.wait_for_url("**#effect")
    held = limits_of(site, path)
    week = {"not": ["wednesday", "sunday"], "only": [], "max_days": 3, "min_days": 2}
    assert (held["latest_end"], held["weekdays"]) == ("14:30", week)
    assert (held["never"], held["avoid"], held["wish"]) == (["phone"], ["cold"], ["outdoors"])
    me.page.get_by_text("Flere ønsker og grænser").click()
    assert me.page.get_by_label("onsdag").is_checked()
    assert me.page.get_by_label("Telefon", exact=True).input_value() == "never"


ALL_NEW = {
    "latest_end": "14:00", "never": ["phone"], "avoid": ["phone", "cold"],
    "weekdays": {"only": ["monday", "tuesday", "friday"], "not": ["friday"], "max_days": 2},
}  # fmt: skip


def test_saving_a_form_as_it_is_keeps_what_the_form_shows_in_another_way(visitor, site):
    path = taken_up(site, **ALL_NEW)
    before = limits_of(site, path)
    me = visitor()
    me.go(path)
    me.page.get_by_label("Hvad kan du godt lide?").fill("planter")
    me.click("Gem")
    me.page.wait_for_url("**#effect")
    assert limits_of(site, path) == before


@pytest.mark.parametrize(
    ("day", "wish"),
    [
        ("tirsdag", {"not": ["friday", "tuesday"], "only": ["monday", "tuesday", "friday"]}),  # one day fewer
        ("fredag", {"not": [], "only": ["monday", "tuesday", "friday"]}),  # one day more
        ("søndag", {"not": ["friday", "wednesday", "thursday", "saturday"], "only": []}),  # a day beside the only ones
    ],
)
def test_a_day_that_is_ticked_or_not_is_that_day_and_no_other(visitor, site, day, wish):
    path = taken_up(site, **ALL_NEW)
    me = visitor()
    me.go(path)
    me.page.get_by_text("Flere ønsker og grænser").click()
    me.page.get_by_label(day).click()
    me.click("Gem")
    me.page.wait_for_url("**#effect")
    assert limits_of(site, path)["weekdays"] == wish | {"max_days": 2, "min_days": None}


def fill(page, fields):
    """Write what stands beside each label; tick where nothing does."""
    for label, value in fields.items():
        page.get_by_label(label, exact=True).check() if value is None else page.get_by_label(label).fill(value)


WEEK = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


@pytest.mark.parametrize(
    ("field", "fields", "words"),
    [
        ("postcode", {"Postnummer": "9999"}, "det postnummer kendes ikke"),
        ("weekdays.max_days", {"Højst dage om ugen": "8"}, "højst 7"),
        ("weekdays.max_days", {"Højst dage om ugen": "få"}, "et helt tal"),
        ("weekdays.min_days", {"Højst dage om ugen": "2", "Mindst dage om ugen": "4"}, "færre dage end mindst"),
        ("weekdays.not", dict.fromkeys(WEEK), "ikke dage nok"),
        ("weekdays.not", dict.fromkeys(WEEK[2:]) | {"Mindst dage om ugen": "3"}, "ikke dage nok"),
        ("latest_end", {"Møder tidligst kl.": "10:00", "Har fri senest kl.": "09:00"}, "senere end tidligste mødetid"),
    ],
)
def test_a_limit_that_nothing_can_meet_is_told_at_its_field(visitor, site, field, fields, words):
    path = taken_up(site)
    me = visitor()
    me.go(path)
    me.page.get_by_text("Flere ønsker og grænser").click()
    fill(me.page, fields)
    me.click("Gem")
    assert me.page.title().startswith("Fejl: ")
    assert words in me.page.locator(f"[id='error-{field}']").inner_text()
    assert f"error-{field}" in me.page.locator(f"[id='{field}']").get_attribute("aria-describedby")
    me.page.locator("#errors a").click()
    assert me.page.evaluate("document.activeElement.id") == field
    assert limits_of(site, path) == {"accept_employment": ["ordinary"]}


def test_what_the_way_lacks_is_told_while_one_writes_and_above_the_list(visitor, site):
    half = "afstanden tæller ikke"
    path = taken_up(site, postcode="8700")
    me = visitor()
    me.go(path)
    assert half in me.page.locator("#effect").inner_text()
    me.page.get_by_label("Højst minutter på vej").fill("30")
    me.page.locator("#effect", has_text="hvordan turen kan foregå").wait_for()
    me.page.get_by_label("cykel").check()
    me.page.locator("#effect", has_not_text="transporttiden").wait_for()
    assert half not in me.page.locator("#effect").inner_text()
    me.go(f"{path}/suggestions")
    assert half in me.page.locator("main").inner_text()
    me.click("Ret grænserne", role="link")
    me.page.wait_for_url(f"**{path}")


DANISH = ("Har fri senest kl.", "Ikke på disse ugedage", "onsdag, torsdag", "Højst dage om ugen", "telefon: slet ikke")
ENGLISH = (
    "Latest end of the day", "Not on these days of the week", "Wednesday, Thursday", "Most days a week",
    "telephone: not at all",
)  # fmt: skip


@pytest.mark.parametrize(("language", "words"), [("da-DK", DANISH), ("en-GB", ENGLISH)])
def test_new_limits_are_named_in_words_in_the_history_and_in_the_persons_copy(visitor, site, language, words):
    path = taken_up(site, **ALL_NEW)
    me = visitor(language=language)
    me.go(f"{path}/history")
    pages = [me.page.locator("main").inner_text()]
    pages.append(
        me.page.context.request.get(
            f"{site.address}{path}/everything.html", headers={"Accept-Language": language}
        ).text()
    )
    for page in pages:
        assert [w for w in words if w not in page] == []
        assert [code for code in ("weekdays", "max_days", "latest_end", "wednesday", "never") if code in page] == []


def test_what_another_has_saved_meanwhile_is_not_overwritten(visitor, case_path, site):
    me = visitor()
    me.go(case_path)
    record = site.consultant.get(f"/v1{case_path}").json()["record"]
    sent = {k: v for k, v in record.items() if k != "id"} | {"goals": ["noget helt andet"], "label": "A.B."}
    assert site.consultant.put(f"/v1{case_path}", json=sent, headers={"If-Match": '"1"'}).status_code == 200
    me.page.get_by_label("Hvad vil du gerne arbejde med?").fill("min udgave")
    me.click("Gem")
    assert "Er ændret i mellemtiden" in me.page.locator("[role=alert]").inner_text()
    assert me.page.get_by_label("Hvad vil du gerne arbejde med?").input_value() == "min udgave"
    assert site.consultant.get(f"/v1{case_path}").json()["record"]["goals"] == ["noget helt andet"]


def test_a_limit_is_moved_from_the_page_that_says_what_it_gives(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/what-if")
    row = me.page.locator(".rows li").filter(has=me.page.get_by_role("button")).first
    row.get_by_role("button").click()
    assert "Gemt." in me.page.locator("main").inner_text()
    assert "flere og 0 færre" in me.page.locator("#effect").inner_text()
    now = site.consultant.get(f"/v1{case_path}").json()
    assert (now["version"], now["record"]["constraints"]["certificates"]) == (2, ["hygiejnebevis"])


def test_a_candidate_of_somebody_else_is_not_found(visitor, case_path):
    me = visitor("stranger")
    answer = me.go(f"{case_path}/suggestions")
    assert (answer.status, me.heading) == (404, "Findes ikke")


def test_markup_in_what_is_said_is_text(visitor, site):
    label = f"<b>x{next(NUMBERS)}</b>"
    site.consultant.post("/v1/candidates", json={"label": label, "goals": ["<script>alert(1)</script> og planter"]})
    me = visitor()
    me.go("/")
    assert label in me.page.locator(".cases").inner_text()


def test_a_closed_case_is_found_again_and_opened(visitor, site):
    label = f"L{next(NUMBERS)}"
    made = site.consultant.post("/v1/candidates", json={"label": label, "goals": ["gartner"]}).json()["candidate_id"]
    me = visitor()
    me.go(f"/candidates/{made}/held")
    me.click("Afslut")
    me.go("/")
    assert label not in " ".join(me.page.locator(".cases").all_inner_texts())
    me.page.locator("summary", has_text="Afsluttede forløb").click()
    me.click(label, role="link")
    me.click("Åbn igen")
    me.go("/")
    assert label in me.page.locator(".cases").inner_text()


def test_a_case_is_handed_over_by_the_supervisor_and_is_then_the_others(visitor, site):
    label = f"H{next(NUMBERS)}"
    made = site.consultant.post("/v1/candidates", json={"label": label, "goals": ["gartner"]}).json()["candidate_id"]
    mine = visitor()
    mine.go(f"/candidates/{made}/held")
    assert mine.page.get_by_label("Hvem har forløbet fra nu af?").count() == 0
    boss = visitor("supervisor")
    boss.go(f"/candidates/{made}/held")
    choice = boss.page.get_by_label("Hvem har forløbet fra nu af?")
    names = choice.locator("option").all_inner_texts()
    assert site.colleague.name in names
    assert not {site.consultant.name, site.stranger.name, site.auditor.name} & set(names)
    choice.select_option(label=site.colleague.name)
    boss.click("Giv videre")
    assert "givet videre på holdet" in boss.page.locator("main").inner_text()
    assert mine.go(f"/candidates/{made}").status == 404
    assert visitor("colleague").go(f"/candidates/{made}").status == 200


def test_an_ad_that_is_posted_for_two_dates_is_one_card_with_a_link_to_the_other(visitor, site):
    n = next(NUMBERS)
    posted = {f"near-{n}-{month}": month for month in ("februar", "marts")}
    text = "Du pudser vinduer hos firmaer og kører i bil mellem dem. Du møder kl. 7 og har fri kl. 15. Vi lærer dig op."
    ads = [
        {"id": id_, "title": f"Vinduespudser {n}, {month}", "description": text, "employer": "Klart Glas"}
        for id_, month in posted.items()
    ]
    site.feed.post("/v1/vacancies?format=jsonl", content="\n".join(map(json.dumps, ads)))
    made = site.consultant.post("/v1/candidates", json={"goals": ["vinduespudser"]}).json()["candidate_id"]

    def listed():
        return posted.keys() & set(site.consultant.get(f"/v1/candidates/{made}/suggestions").json()["vacancies"])

    until(listed)
    me = visitor()
    me.go(f"/candidates/{made}/suggestions")
    card = me.page.locator("article", has_text=f"Vinduespudser {n}")
    assert card.count() == 1
    shown = card.locator("h2").inner_text()
    card.get_by_text("Se nr. 1").click()
    assert {shown, me.heading} == {ad["title"] for ad in ads}
    for id_ in posted:  # the site is shared
        assert site.feed("DELETE", f"/v1/vacancies/{id_}").status_code == 204
    until(lambda: not listed())
