"""Employers by clicking: from an ad to its employer, a visit written down for a wish, and a sheet that names nobody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DAY, PROFILE
from places import NUMBERS

pytestmark = pytest.mark.slow

WISH = PROFILE["goals"][0]


def employer(site, **fields):
    made = site.consultant.post("/v1/employers", json={"name": f"Fjordkroen {next(NUMBERS)}"} | fields)
    return f"/employers/{made.json()['employer_id']}"


def visit(site, path, **fields):
    made = site.consultant.post(f"/v1{path}/contacts", json={"day": DAY, "kind": "visit", "purpose": "needs"} | fields)
    assert made.status_code == 201, made.text


def test_from_an_ad_to_a_visit_for_a_wish_in_few_clicks(site, visitor, case_path):
    me = visitor(size="phone")
    me.go(f"{case_path}/vacancies/v018")
    me.page.get_by_role("link", name="Virksomheden", exact=True).click()
    me.page.get_by_role("button", name="Gem").click()
    assert me.heading == "Skriv en kontakt ned"
    assert me.page.get_by_text("Sig intet om personen").count() == 1
    me.page.get_by_label("Besøg, ansigt til ansigt").check()
    me.page.get_by_label("Høre, hvad de har brug for").check()
    me.page.locator("select[name^='wish.']").first.select_option(WISH)
    me.page.get_by_role("textbox", name="Det lærte jeg").fill("De mangler hænder om formiddagen")
    me.page.get_by_role("button", name="Gem").click()
    me.page.get_by_role("link", name="Besøg ansigt til ansigt").click()  # from the course to the employer
    body = me.page.locator("main").inner_text()
    assert "De mangler hænder om formiddagen" in body
    assert f"„{WISH}“" in body
    assert me.complaints == []
    assert site.consultant.get("/v1/vacancies/v018").json()["record"]["employer"] == me.heading


def test_a_contact_with_an_employer_that_is_only_named_is_one_form(site, visitor, case_path):
    name, me = f"Sønderkroen {next(NUMBERS)}", visitor()
    me.go(f"{case_path}/contacts/new")
    me.page.get_by_label("Opkald").check()
    me.page.get_by_label("Fortælle, hvad vi kan tilbyde").check()
    me.page.locator("select[name^='wish.']").first.select_option(WISH)
    me.page.get_by_role("button", name="Gem").click()
    assert me.page.locator("#error-employer").count() == 1
    me.page.get_by_label("Virksomhedens navn").fill(name)
    me.page.get_by_role("button", name="Gem").click()
    assert me.page.locator("article h3").first.inner_text() == name
    assert [e["name"] for e in site.consultant.get(f"/v1/employers?text={name}").json()["employers"]] == [name]


@pytest.mark.parametrize("sheet", ["call", "visit"])
def test_a_sheet_has_the_needs_and_not_a_word_about_anybody(site, visitor, case_path, sheet):
    path = employer(site, needs="Opvasken bliver ikke nået", owner_id=site.consultant.id)
    case = case_path.rsplit("/", 1)[1]
    wish = {"candidate_id": case, "statement": WISH}
    visit(site, path, wishes=[wish], person="Bo Holm", learned="De så gerne en til om fredagen")
    me = visitor()
    text = me.go(f"{path}/{sheet}").text()
    assert "Opvasken bliver ikke nået" in text
    for word in (case, WISH, "A.B.", "Bo Holm", "IPS", "De så gerne"):
        assert word not in text


def test_what_is_not_shared_is_on_no_page_of_a_colleague(site, visitor):
    path = employer(site, needs="Opvasken bliver ikke nået", owner_id=site.consultant.id, shared="owner")
    visit(site, path, learned="De så gerne en til om fredagen")
    them = visitor("stranger")
    for page in (path, f"{path}/edit", f"{path}/call", f"{path}/visit"):
        text = them.go(page).text()
        assert "Opvasken" not in text
        assert "fredagen" not in text
    them.go(path)
    assert them.page.get_by_text("kun den ansvarlige").count() == 1


def test_the_week_is_ones_own_and_a_teams_sum_and_names_no_colleague(site, visitor):
    visit(site, employer(site))
    me = visitor("supervisor")
    text = me.go("/employers").text()
    assert "af 6 møder ansigt til ansigt" in text
    assert "Teamet tilsammen" in text
    assert site.consultant.name not in me.page.locator(".note").inner_text()


def test_what_is_wrong_with_a_contact_is_told_at_its_field_and_nothing_is_lost(site, visitor):
    path = employer(site)
    me = visitor()
    me.go(f"{path}/contacts/new")
    me.page.get_by_label("Besøg, ansigt til ansigt").check()
    me.page.get_by_label("Høre, hvad de har brug for").check()
    me.page.get_by_role("textbox", name="Det lærte jeg").fill("Chefen spurgte til hendes depression")
    me.page.get_by_role("button", name="Gem").click()
    assert "depression" in me.page.locator("#error-learned").inner_text()
    assert me.page.get_by_role("textbox", name="Det lærte jeg").input_value() == "Chefen spurgte til hendes depression"


def test_two_of_nearly_one_name_are_offered_and_made_one_when_it_is_said_twice(site, visitor):
    number = next(NUMBERS)
    one, other = (employer(site, name=name) for name in (f"Strandkroen X{number}", f"Strandkroen X{number} Holding"))
    me = visitor()
    me.go(one)
    me.page.get_by_label("Ja, det er den samme virksomhed").check()
    me.page.get_by_role("button", name="Gør dem til én").click()
    assert site.consultant.get(f"/v1{other}").status_code == 404


def test_leads_of_a_candidate_stand_with_what_they_rest_on(site, visitor, case_path):
    employer(site, name=f"Ukendt {next(NUMBERS)}")
    me = visitor()
    me.go(f"{case_path}/leads")
    assert me.heading.endswith("uden opslag")
    assert me.page.get_by_text("Dem ved vi ikke noget om endnu").count() == 1
    assert me.complaints == []


@pytest.mark.parametrize("end", ["", "/edit", "/contacts/new?for={case}", "/visit"])
def test_every_page_of_an_employer_is_accessible_on_a_phone(site, visitor, case_path, end):
    path, case = employer(site, needs="Opvasken bliver ikke nået", places=["8700"]), case_path.rsplit("/", 1)[1]
    visit(site, path, wishes=[{"candidate_id": case, "statement": WISH}], next_day=DAY, next_step="Ring igen")
    me = visitor(size="phone")
    me.go(path + end.format(case=case))
    found = Axe().run(me.page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag22aa"]}})
    assert [fault["id"] for fault in found.response["violations"]] == []
    assert me.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
