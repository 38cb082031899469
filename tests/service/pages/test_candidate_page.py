"""The form of a candidate: refusals at their fields, what a change does, and nothing lost by saving."""

import json

import pytest
from lxml import html
from places import NUMBERS, Someone, until

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
    assert told.startswith("Vi gemmer ikke noget om helbred („depression“).")
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
    me.page.locator("summary", has_text="Dagen på arbejdet").click()
    for words, wish in (("Telefon", "slet ikke"), ("Kulde", "helst ikke"), ("Arbejde ude", "gerne")):
        me.page.get_by_role("group", name=words, exact=True).get_by_label(wish).check()
    me.click("Gem")
    me.page.wait_for_url("**#effect")
    held = limits_of(site, path)
    week = {"not": ["wednesday", "sunday"], "only": [], "max_days": 3, "min_days": 2}
    assert (held["latest_end"], held["weekdays"]) == ("14:30", week)
    assert (held["never"], held["avoid"], held["wish"]) == (["phone"], ["cold"], ["outdoors"])
    me.page.get_by_text("Flere ønsker og grænser").click()
    assert me.page.get_by_label("onsdag").is_checked()
    assert "telefon: slet ikke" in me.page.locator("summary", has_text="Dagen på arbejdet").inner_text()
    me.page.locator("summary", has_text="Dagen på arbejdet").click()
    assert me.page.get_by_role("group", name="Telefon", exact=True).get_by_label("slet ikke").is_checked()


ALL_NEW = {
    "latest_end": "14:00",
    "never": ["phone"],
    "avoid": ["phone", "cold"],
    "weekdays": {"only": ["monday", "tuesday", "friday"], "not": ["friday"], "max_days": 2},
}


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
        ("postcode", {"Postnummer": "9999"}, "Det postnummer kendes ikke"),
        ("weekdays.max_days", {"Højst dage om ugen": "8"}, "højst 7"),
        ("weekdays.max_days", {"Højst dage om ugen": "få"}, "et helt tal"),
        ("weekdays.min_days", {"Højst dage om ugen": "2", "Mindst dage om ugen": "4"}, "„mindst“ er flere dage"),
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
    assert words.casefold() in me.page.locator(f"[id='error-{field}']").inner_text().casefold()
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
    me.page.locator("#effect", has_text="hvordan du kommer frem").wait_for()
    me.page.get_by_label("cykel").check()
    me.page.locator("#effect", has_not_text="transporttiden").wait_for()
    assert half not in me.page.locator("#effect").inner_text()
    me.go(f"{path}/suggestions")
    assert half in me.page.locator("main").inner_text()
    me.click("Skriv det, der mangler", role="link")
    me.page.wait_for_url(f"**{path}#max_travel_minutes")


DANISH = ("Har fri senest kl.", "Ikke på disse ugedage", "onsdag, torsdag", "Højst dage om ugen", "telefon: slet ikke")
ENGLISH = (
    "Latest end of the day",
    "Not on these days of the week",
    "Wednesday, Thursday",
    "Most days a week",
    "telephone: not at all",
)


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
    assert "En anden har gemt imens. Dit er ikke gemt endnu." in me.page.locator("[role=alert]").inner_text()
    assert "Opslagene læses ind" not in me.page.locator("main").inner_text()
    field = me.page.locator(".field", has=me.page.get_by_label("Hvad vil du gerne arbejde med?"))
    assert field.locator("textarea").input_value() == "min udgave"
    assert "En anden har skrevet imens: noget helt andet" in field.inner_text()
    assert site.consultant.get(f"/v1{case_path}").json()["record"]["goals"] == ["noget helt andet"]
    me.click("Gem min udgave")
    assert site.consultant.get(f"/v1{case_path}").json()["record"]["goals"] == ["min udgave"]


def send(someone, path, come_from="same-origin", **fields):
    """What a browser gets that sends a form."""
    headers = {"Accept": "text/html", "Sec-Fetch-Site": come_from}
    form = {"csrf": someone.headers.get("X-CSRF-Token", "")} | fields
    return someone.client.post(path, data=form, headers=headers, follow_redirects=False)


def words_of(answer):
    """The text of a page, as one reads it."""
    return " ".join(html.fromstring(answer.text).find(".//main").text_content().split())


def test_what_another_changed_where_one_wrote_nothing_is_kept(site):
    path = taken_up(site, postcode="8700", max_travel_minutes=35)
    changed = {"goals": ["gartner"], "constraints": {"postcode": "8700", "max_travel_minutes": 25}}
    site.consultant.put(f"/v1{path}", json=changed, headers={"If-Match": '"1"'})
    mine = {"version": "1", "goals": "gartner", "postcode": "7100", "max_travel_minutes": "35"}
    answer = send(site.consultant, path, **mine)
    assert answer.status_code == 412
    page = html.fromstring(answer.text)
    values = {name: page.get_element_by_id(name).get("value") for name in ("postcode", "max_travel_minutes")}
    assert values == {"postcode": "7100", "max_travel_minutes": "25"}
    assert "Højst minutter på vej: 35 blev til 25" in words_of(answer)


def test_looking_first_never_saves_over_what_another_has_saved(site):
    path = taken_up(site)
    site.consultant.put(f"/v1{path}", json={"goals": ["kok"]}, headers={"If-Match": '"1"'})
    page = html.fromstring(send(site.consultant, path, version="1", goals="gartner", do="try").text)
    assert page.xpath("//input[@name='version']/@value") == ["1"]


def test_a_least_above_the_most_is_asked_about_at_its_field(site):
    fields = {"goals": "kok", "weekly_hours.min": "15", "weekly_hours.max": "10"}
    page = html.fromstring(send(site.consultant, "/candidates/new", **fields).text)
    error = page.get_element_by_id("error-weekly_hours.min").text_content()
    assert error == "Du har skrevet mindst 15. Skal det også ændres?"


def test_numbers_are_taken_as_people_write_them(site):
    fields = {"weekly_hours.max": "12 timer", "postcode": "8000 Aarhus", "max_travel_minutes": "30 min."}
    answer = send(site.consultant, "/candidates/new", goals="kok", **fields)
    assert answer.status_code == 303
    limits = limits_of(site, answer.headers["location"].partition("/suggestions")[0])
    assert (limits["weekly_hours"]["max"], limits["postcode"], limits["max_travel_minutes"]) == (12, "8000", 30)


def test_errors_stand_in_the_forms_order_under_its_labels(site):
    fields = {"label": "Mette Jensen", "latest_end": "sent", "weekly_hours.max": "99", "postcode": "87", "goals": "kok"}
    answer = send(site.consultant, "/candidates/new", **fields)
    page = html.fromstring(answer.text)
    labels = ["Postnummer", "Har fri senest kl.", "Kort kaldenavn"]
    assert [link.text for link in page.xpath("//div[@id='errors']//a")] == labels
    assert "Brug initialer eller et sagsnummer" in words_of(answer)
    (more,) = page.xpath("//details[.//input[@id='latest_end']]")
    assert "open" in more.attrib
    fields |= {"label": "MX", "latest_end": "", "postcode": ""}
    assert "Skriv højst 60 timer om ugen" in words_of(send(site.consultant, "/candidates/new", **fields))


def test_the_same_label_is_asked_about_and_made_only_on_a_second_yes(site):
    label = f"MJ{next(NUMBERS)}"
    profile = {"goals": "kok", "label": label}
    assert send(site.consultant, "/candidates/new", **profile).status_code == 303
    answer = send(site.consultant, "/candidates/new", **profile)
    assert answer.status_code == 422
    assert f"Du har allerede en kandidat, der hedder {label}. Er det en anden?" in words_of(answer)
    assert send(site.consultant, "/candidates/new", another=label, **profile).status_code == 303
    assert send(site.stranger, "/candidates/new", **profile).status_code == 303  # of whom this one knows nothing


def test_an_earlier_version_holds_again_as_a_new_one(site):
    path = taken_up(site, postcode="8700")
    site.consultant.put(f"/v1{path}", json={"goals": ["kok"], "label": "ny"}, headers={"If-Match": '"1"'})
    assert send(site.consultant, f"{path}/history/1", version="1").status_code == 412
    answer = send(site.consultant, f"{path}/history/1", version="2")
    assert answer.headers["location"] == f"{path}/history?told=brought_back"
    now = site.consultant.get(f"/v1{path}").json()
    assert (now["version"], now["label"], now["record"]["goals"]) == (3, "ny", ["gartner"])
    assert now["record"]["constraints"]["postcode"] == "8700"
    assert send(site.consultant, f"{path}/history/9", version="3").status_code == 404


def test_a_way_without_minutes_or_means_is_asked_about_beside_its_fields(site):
    path = taken_up(site, postcode="8700")
    words = words_of(site.consultant.get(path))
    assert "Skal vi spørge, hvor lang vejen må være?" in words
    assert "Skal vi spørge, hvordan du kommer frem?" in words
    path = taken_up(site, postcode="8700", max_travel_minutes=30, travel_modes=["bike"])
    assert "Skal vi spørge" not in words_of(site.consultant.get(path))


def count_clicks(page):
    """Let the page tell of every click, also on the pages that follow."""
    page.add_init_script("addEventListener('click', e => e.isTrusted && e.detail && clicked(), true)")
    clicks = []
    page.expose_function("clicked", lambda: clicks.append(1))
    return clicks


def test_eight_clicks_take_up_a_candidate_and_three_change_a_limit(visitor):
    me = visitor()
    clicks = count_clicks(me.page)
    me.go("/")
    me.click("Ny kandidat", role="link")
    for label, text in (
        ("Hvad vil du gerne arbejde med?", "gartner"),
        ("Højst timer om ugen", "12"),
        ("Postnummer", "8700"),
        ("Højst minutter på vej", "30"),
        ("Kort kaldenavn", f"K{next(NUMBERS)}"),
    ):
        me.page.get_by_label(label).click()
        me.page.keyboard.type(text)
    me.page.get_by_label("bus og tog").check()
    me.click("Gem og se forslag")
    me.page.wait_for_url("**/suggestions*")
    assert "Kandidaten er oprettet." in me.page.locator("main").inner_text()
    assert 0 < len(clicks) <= 8
    clicks.clear()
    me.click("Ønsker og grænser", role="link")
    me.page.get_by_label("Højst minutter på vej").click()
    me.page.keyboard.type("5")
    me.click("Gem og se forslag")
    me.page.wait_for_url("**/suggestions*")
    assert "Ændringen er gemt." in me.page.locator("main").inner_text()
    assert 0 < len(clicks) <= 3


def test_what_was_written_when_the_sign_in_ran_out_stands_there_again(visitor, site):
    label = f"U{next(NUMBERS)}"
    me = visitor()
    me.go("/candidates/new")
    me.page.get_by_label("Hvad vil du gerne arbejde med?").fill("gartner\nnoget & andet")
    me.page.get_by_label("Kort kaldenavn").fill(label)
    me.page.context.clear_cookies()
    me.click("Gem og se forslag")
    assert "Du var logget ud, fordi" in me.page.locator("main").inner_text()
    me.page.get_by_label("Navn").fill(site.consultant.name)
    me.page.get_by_label("Adgangskode").fill("forkert")
    me.click("Log ind")
    me.page.get_by_label("Adgangskode").fill(site.consultant.password)
    me.click("Log ind")
    assert "er ikke gemt endnu" in me.heading
    me.click("Se efter og gem")
    assert me.page.get_by_label("Hvad vil du gerne arbejde med?").input_value() == "gartner\nnoget & andet"
    assert label not in me.page.url
    me.click("Gem og se forslag")
    assert me.heading == f"{label}: forslag"


@pytest.mark.parametrize(
    ("path", "come_from", "text"),
    [
        ("/candidates/new", "cross-site", "kok"),
        ("/candidates/new", "none", "kok"),
        ("/candidates/x/delete", "same-origin", "kok"),
        ("/settings/password", "same-origin", "kok"),
        ("/candidates/new", "same-origin", "k" * 90_000),
    ],
)
def test_nothing_is_kept_through_the_door_of_another_site_of_a_password_or_without_bound(site, path, come_from, text):
    nobody = Someone(site.nobody, "")
    assert text not in send(nobody, path, come_from, goals=text).text


def test_a_form_from_before_one_signed_in_anew_is_sent_again_by_hand(site):
    shown = html.fromstring(site.consultant.get("/candidates/new", headers={"Accept": "text/html"}).text)
    now = shown.xpath("//main//input[@name='csrf']/@value")[0]
    before = f"of before.{now.partition('.')[2]}"
    answer = send(site.consultant, "/candidates/new", csrf=before, goals="noget med dyr")
    page = html.fromstring(answer.text)
    assert page.xpath("//form[@action='/candidates/new']//input[@name='goals']/@value") == ["noget med dyr"]
    assert page.xpath("//input[@name='csrf']/@value")[-1] == now
    elsewhere = send(site.consultant, "/candidates/new", "cross-site", csrf=before, goals="noget med dyr")
    assert (elsewhere.status_code, "noget med dyr" in elsewhere.text) == (403, False)


def test_a_page_for_another_role_says_whom_to_ask(site):
    answer = site.auditor.get("/candidates/new", headers={"Accept": "text/html"})
    assert "siden er for en anden rolle" in words_of(answer)


def test_a_limit_is_moved_from_the_page_that_says_what_it_gives(visitor, case_path, site):
    me = visitor()
    me.go(f"{case_path}/what-if")
    row = me.page.locator(".rows li").filter(has=me.page.get_by_role("button")).first
    row.get_by_role("button").click()
    assert "Grænsen er ændret." in me.page.locator("main").inner_text()
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
    assert "ivet videre til en kollega" in boss.page.locator("main").inner_text()
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
    shown = card.locator("header h3").inner_text()
    card.get_by_text("Vis alt om jobbet").click()
    card.get_by_text("Se den").click()
    assert {shown, me.heading} == {ad["title"] for ad in ads}
    for id_ in posted:  # the site is shared
        assert site.feed("DELETE", f"/v1/vacancies/{id_}").status_code == 204
    until(lambda: not listed())
