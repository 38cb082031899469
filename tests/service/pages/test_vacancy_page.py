"""A vacancy with what was read from it and where; an ad that is pasted; my candidates in neutral order."""

import json

import pytest
from browsing import lines
from lxml import html
from places import NUMBERS, until

pytestmark = pytest.mark.slow

AD = """Køkkenhjælp i skole {n}
Vi søger en hjælper på 10 timer om ugen, mandag til fredag kl. 9-11. Du får oplæring.
Ansøgningsfrist: 15. december 2026. Skolen ligger i 8700 Horsens.
"""


def paste(me, ad):
    me.go("/vacancies/new")
    me.page.get_by_label("Annoncen", exact=True).fill(ad)
    me.click("Se annoncen")
    if me.heading == "Er det her annoncen?":
        me.click("Gem annoncen")


def test_a_pasted_ad_is_read_and_shows_whom_of_mine_it_may_suit(visitor, site, case_path):
    made = site.consultant.post("/v1/candidates", json={"goals": ["køkkenhjælp i en skole"]}).json()["candidate_id"]
    me = visitor()
    paste(me, AD.format(n=next(NUMBERS)))
    assert me.heading.startswith("Køkkenhjælp i skole")
    facts = me.page.locator("table").inner_text()
    assert "10 timer om ugen" in facts
    assert "15. december 2026" in facts
    assert "10 timer om ugen" in me.page.locator(".adtext mark").all_inner_texts()[0]
    assert me.page.locator(f"a[href^='/candidates/{made}/vacancies/']").count() == 1
    assert me.page.locator(f"a[href^='{case_path}/vacancies/']").count() == 0  # a gardener who leaves the kitchen


def test_a_page_of_html_is_read_too(visitor):
    n = next(NUMBERS)
    me = visitor()
    page = """<!doctype html><html><body><script type="application/ld+json">
    {"@type": "JobPosting", "title": "Gartner %d", "description": "Vi søger en gartner 20 timer om ugen.",
     "hiringOrganization": {"name": "Gartneri Grøn"}}</script></body></html>"""
    paste(me, page % n)
    assert me.heading == f"Gartner {n}"
    assert "20 timer om ugen" in me.page.locator("table").inner_text()


def test_a_deadline_before_the_ad_was_posted_is_told_as_such(visitor):
    me = visitor()
    page = """<!doctype html><html><body><script type="application/ld+json">
    {"@type": "JobPosting", "title": "Gartner %d", "description": "Vi søger en gartner 20 timer om ugen.",
     "datePosted": "2026-11-16", "validThrough": "2026-11-01",
     "hiringOrganization": {"name": "Gartneri Grøn"}}</script></body></html>"""
    paste(me, page % next(NUMBERS))
    assert "1. november 2026, før annoncen blev slået op" in me.page.locator("table").inner_text()


def test_a_page_of_html_without_a_posting_is_read_as_its_text(visitor):
    n = next(NUMBERS)
    me = visitor()
    paste(
        me, f"<!doctype html><html><body><h1>Gartner {n}</h1><p>Vi søger en gartner 20 timer om ugen.</p></body></html>"
    )
    assert me.heading == f"Gartner {n}"
    assert "20 timer om ugen" in me.page.locator("table").inner_text()


def test_what_cannot_be_read_is_told_at_the_field_and_stays_there(visitor):
    me = visitor()
    paste(me, "kun en linje")
    assert "kun én linje" in me.page.locator("#wrong").inner_text().lower()
    assert me.page.get_by_label("Annoncen", exact=True).input_value() == "kun en linje"


def test_candidates_stand_in_neutral_order(visitor, site):
    labels = [f"{letter}{next(NUMBERS)}" for letter in "ZMA"]
    for label in labels:
        site.consultant.post("/v1/candidates", json={"label": label, "goals": ["bogholder"]})
    me = visitor()
    me.go("/vacancies/v002")
    shown = [text for text in me.page.locator("#mine ~ ul a").all_inner_texts() if text in labels]
    assert shown == sorted(labels)


def test_every_quote_on_the_page_is_marked_in_the_ad(visitor):
    me = visitor()
    me.go("/vacancies/v001")
    marked = " ".join(me.page.locator(".adtext mark").all_inner_texts())
    assert "ca. 8-12 timer om ugen" in marked
    assert "senest fredag den 11. december 2026" in marked


def correct(me, **fields):
    me.page.get_by_text("Er noget læst forkert?").click()
    for name, value in fields.items():
        field = me.page.locator(f"[name='{name.replace('__', '.')}']")
        if field.first.get_attribute("type") == "checkbox":
            field.check()
        elif field.first.evaluate("e => e.tagName") == "INPUT":
            field.fill(value)
        else:
            field.select_option(value)
    me.click("Gem rettelsen")


def test_a_wrongly_read_fact_is_put_right_with_who_and_when_and_used_from_then_on(visitor, site):
    made = site.consultant.post("/v1/candidates", json={"goals": ["køkken"], "constraints": {"not_times": ["evening"]}})
    path = f"/candidates/{made.json()['candidate_id']}/vacancies/v001"
    me = visitor()
    me.go(path)
    assert "Ligger om aftenen, og det har I valgt fra" not in me.page.locator(".why").inner_text()
    me.go("/vacancies/v001")
    correct(me, hours__min="20", hours__max="25", times__evening="yes")
    facts = me.page.locator("table").inner_text()
    assert "20-25 timer om ugen" in facts
    assert f"Rettet af {site.consultant.name}" in me.page.locator("main").inner_text()
    me.go(path)
    assert "Ligger om aftenen, og det har I valgt fra" in me.page.locator(".why").inner_text()
    assert "20-25 timer om ugen" in me.page.locator(".facts").inner_text()

    same = next(line for line in lines("vacancies.jsonl") if '"v001"' in line)
    assert site.feed.post("/v1/vacancies?format=jsonl", content=same).json()["unchanged"] == 1
    log = [json.loads(line) for line in site.auditor.get("/v1/log/export").text.splitlines()]  # all: the site is shared
    (entry,) = [e for e in log if e["action"] == "vacancy.corrected" and e["details"]["vacancy"] == "v001"]
    assert (entry["details"]["vacancy"], entry["actor"]) == ("v001", f"user:{site.consultant.id}")

    me.go("/vacancies/v001")
    me.page.get_by_text("Er noget læst forkert?").click()
    me.click("Fjern rettelserne")
    assert "8-12 timer om ugen" in me.page.locator("table").inner_text()
    assert "Rettet" not in me.page.locator("#facts ~ p").all_inner_texts()


def test_a_correction_that_cannot_be_is_refused_at_its_field(visitor, site):
    me = visitor()
    me.go("/vacancies/v002")
    correct(me, hours__min="30", hours__max="20")
    assert "„mindst“ er større end „højst“" in me.page.locator("#errors").inner_text()
    assert site.consultant.get("/v1/vacancies/v002").json()["version"] == 1


def test_deadline_and_place_are_put_right_and_used_from_then_on(visitor, site):
    limits = {"postcode": "8700", "max_travel_minutes": 30, "travel_modes": ["bike"]}
    made = site.consultant.post("/v1/candidates", json={"goals": ["butik"], "constraints": limits})
    path = f"/candidates/{made.json()['candidate_id']}/vacancies/v003"
    me = visitor()
    me.go(path)
    before = me.page.locator(".card .facts").inner_text()
    me.go("/vacancies/v003")
    correct(me, deadline="2026-12-20", postcode="8700")
    facts = me.page.locator("table").inner_text()
    assert "20. december 2026" in facts
    assert "8700 (Horsens)" in facts
    me.go(path)
    after = me.page.locator(".card .facts").inner_text()
    assert "søndag den 20. december" in after
    assert "8700 (Horsens)" in after
    assert after != before
    me.go("/vacancies/v003")
    correct(me, rolling="1", no_fixed_workplace="1")
    facts = me.page.locator("table").inner_text()
    assert "løbende" in facts
    assert "intet fast sted" in facts


def test_a_requirement_is_put_right_and_one_that_was_missed_is_added(visitor, site):
    n = next(NUMBERS)
    ad = f"Chauffør {n}\nVi søger en chauffør 20 timer om ugen. Du skal have kørekort B."
    me = visitor()
    paste(me, ad)
    vacancy = me.page.url.partition("?")[0].rpartition("/")[2]
    made = site.consultant.post("/v1/candidates", json={"goals": ["chauffør"], "constraints": {"licences": []}})
    path = f"/candidates/{made.json()['candidate_id']}/vacancies/{vacancy}"
    me.go(path)
    assert "Kørekort: B – det har du ikke fortalt, at du har" in me.page.locator(".card").inner_text()
    assert "Passer ikke" in me.page.locator(".card .band").inner_text()

    me.go(f"/vacancies/{vacancy}")
    me.page.get_by_text("Er noget læst forkert?").click()
    me.page.get_by_label("Kørekort: B").select_option("desirable")
    me.page.get_by_label("Mangler der noget?").select_option("certificate")
    me.page.get_by_label("Hvad", exact=True).fill("truckcertifikat")
    me.click("Gem rettelsen")
    assert "Bevis (krav)\ttruckcertifikat" in me.page.locator("table").inner_text()
    assert "Kørekort (ønskes)\tB\t“Du skal have kørekort B.”" in me.page.locator("table").inner_text()
    me.go(path)
    shown = me.page.locator(".card").inner_text()
    assert "Kørekort: B" not in shown
    assert "Bevis: truckcertifikat – spørg personen" in shown
    assert "Passer ikke" not in me.page.locator(".card .band").inner_text()

    me.go(f"/vacancies/{vacancy}")
    correct(me, hours__max="10")
    record = site.consultant.get(f"/v1/vacancies/{vacancy}").json()["record"]
    assert [r["kind"] for r in record["corrected"]["requirements"]] == ["driving_licence", "certificate"]


def test_saving_a_correction_of_one_thing_leaves_the_others_as_they_are_read(visitor, site):
    me = visitor()
    me.go("/vacancies/v004")
    correct(me, hours__max="20")
    corrected = site.consultant.get("/v1/vacancies/v004").json()["record"]["corrected"]
    assert {name for name, value in corrected.items() if value} == {"hours", "by", "at"}


def test_a_correction_over_another_that_was_made_meanwhile_is_told(visitor, site):
    me, other = visitor(), visitor()
    for one in (me, other):
        one.go("/vacancies/v005")
    correct(other, hours__max="20")
    correct(me, hours__max="30")
    assert "ændret i mellemtiden" in me.page.locator("#errors").inner_text()
    assert site.consultant.get("/v1/vacancies/v005").json()["record"]["corrected"]["hours"]["max"] == 20


def test_what_one_sentence_says_of_several_times_is_one_line(visitor):
    me = visitor()
    me.go("/vacancies/v007")
    rows = me.page.locator("tbody tr").all_inner_texts()
    pairs = [(row.split("\t")[0], row.split("\t")[2]) for row in rows if "“" in row]
    assert len(set(pairs)) == len(pairs)


def test_a_refused_correction_comes_back_as_it_was_written_and_the_error_stands_at_its_field(visitor):
    me = visitor()
    me.go("/vacancies/v008")
    correct(me, hours__max="20", postcode="87", times__evening="no")
    assert me.page.evaluate("document.activeElement.id") == "errors"
    field = me.page.locator("#postcode")
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("87", "true")
    assert "fire cifre" in me.page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
    hours = me.page.get_by_label("Højst")
    assert (hours.input_value(), hours.get_attribute("aria-invalid")) == ("20", None)
    assert me.page.get_by_label("Aften").input_value() == "no"


def test_a_requirement_that_was_added_stays_on_a_refused_correction(visitor, site):
    me = visitor()
    me.go("/vacancies/v009")
    me.page.get_by_text("Er noget læst forkert?").click()
    before = me.page.locator(".askrow:not(.another)").count()
    me.page.locator("#new-kind").select_option("certificate")
    me.page.locator("#new-what").fill("truckcertifikat")
    me.page.locator("#postcode").fill("87")
    me.click("Gem rettelsen")
    rows = me.page.locator(".askrow:not(.another)")
    assert (rows.count(), "truckcertifikat" in rows.last.inner_text()) == (before + 1, True)
    me.page.locator("#postcode").fill("8700")
    me.click("Gem rettelsen")
    corrected = site.consultant.get("/v1/vacancies/v009").json()["record"]["corrected"]
    assert {"kind": "certificate", "strength": "required", "what": "truckcertifikat"} in corrected["requirements"]


def held_against(site, vacancy, *cases):
    """How often the log says that the vacancy was shown beside each candidate."""
    logs = [site.consultant.get(f"/v1/candidates/{case}/log?limit=200").json()["entries"] for case in cases]
    return [
        sum(e["action"] == "vacancy.held_against" and e["details"]["vacancy"] == vacancy for e in log) for log in logs
    ]


def test_only_who_has_said_something_that_points_there_is_named_and_logged_once_a_visit(site):
    vacancy = "v002"
    title = site.consultant.get(f"/v1/vacancies/{vacancy}").json()["record"]["title"]
    points, not_there = (
        site.consultant.post("/v1/candidates", json={"goals": goal}).json()["candidate_id"]
        for goal in ([title], ["dyrlæge"])
    )
    for _ in range(2):
        page = site.consultant.get(f"/vacancies/{vacancy}").text
        assert (f"/candidates/{points}/" in page, f"/candidates/{not_there}/" in page) == (True, False)
    assert held_against(site, vacancy, points, not_there) == [1, 0]
    site.consultant.get(f"/candidates/{points}/vacancies/{vacancy}")
    assert held_against(site, vacancy, points) == [1]


def test_when_the_work_lies_is_one_row_whatever_the_ad_says_of_it(site):
    ad = {
        "id": f"when-{next(NUMBERS)}",
        "title": "Køkkenhjælp",
        "description": "Du arbejder mandag til fredag kl. 9-13. Der er ingen aftenvagter.",
    }
    site.feed.post("/v1/vacancies?format=jsonl", content=json.dumps(ad))
    page = html.fromstring(site.consultant.get(f"/vacancies/{ad['id']}").text)
    (row,) = [row for row in page.xpath("//tbody/tr") if row.xpath("th")[0].text_content() == "Tider"]
    words, quotes = (cell.text_content() for cell in row.xpath("td"))
    for told in ("Om dagen på hverdage", "kl. 09:00 til 13:00", "mandag"):
        assert told in words
    assert "ingen aftenvagter" in quotes
    assert "mandag til fredag kl. 9-13" in quotes
    assert site.feed("DELETE", f"/v1/vacancies/{ad['id']}").status_code == 204


def test_how_long_one_is_employed_stands_on_the_card(site):
    ad = {"id": f"while-{next(NUMBERS)}", "title": "Gartner", "description": "Vi søger en gartner til et vikariat."}
    site.feed.post("/v1/vacancies?format=jsonl", content=json.dumps(ad))
    case = site.consultant.post("/v1/candidates", json={"goals": ["gartner"]}).json()["candidate_id"]
    address = f"/candidates/{case}/vacancies/{ad['id']}"
    until(lambda: site.consultant.get(address).status_code == 200)
    facts = html.fromstring(site.consultant.get(address).text).xpath("//dl[@class='facts']/div[dt='Ansættelse']/dd")
    assert [fact.text_content() for fact in facts] == ["almindeligt job, for en tid"]
    assert site.feed("DELETE", f"/v1/vacancies/{ad['id']}").status_code == 204


def test_title_employer_and_the_working_day_are_put_right_and_used_from_then_on(site):
    ad = {
        "id": f"right-{next(NUMBERS)}",
        "title": "Spring til indhold",
        "description": "Vi søger en gartner. Der er tunge løft.",
    }
    site.feed.post("/v1/vacancies?format=jsonl", content=json.dumps(ad))
    path = f"/vacancies/{ad['id']}"

    def sent(**fields):
        csrf = {"csrf": site.consultant.headers["X-CSRF-Token"]}
        form = {"version": site.consultant.get(f"/v1{path}").json()["version"], **fields}
        return site.consultant.client.post(
            f"{path}/facts", data=form | csrf, headers={"Accept": "text/html"}, follow_redirects=False
        )

    right = {"title": "Gartner", "employer": "Grøn A/S", "demands.heavy_lifting": "no", "demands.outdoors": "yes"}
    answer = sent(**right)
    assert answer.headers["location"] == f"{path}?told=corrected"
    page = html.fromstring(site.consultant.get(path).text)
    assert page.xpath("//h1")[0].text == "Gartner"
    rows = {row.xpath("th")[0].text_content(): row.xpath("td")[0].text_content() for row in page.xpath("//tbody/tr")}
    told = (rows["Titel"], rows["Arbejdsgiver"], rows["Dagen på arbejdet"])
    assert told == ("Gartner", "Grøn A/S", "arbejde ude")

    corrected = site.consultant.get(f"/v1{path}").json()["record"]["corrected"]
    assert {name: corrected[name] for name in ("title", "employer", "demands")} == {
        "title": "Gartner",
        "employer": "Grøn A/S",
        "demands": {"heavy_lifting": "no", "outdoors": "yes"},
    }
    sent(**right | {"title": "Spring til indhold", "employer": ""})  # as it was put in: no correction
    corrected = site.consultant.get(f"/v1{path}").json()["record"]["corrected"]
    assert (corrected["title"], corrected["employer"]) == (None, None)

    wrong = html.fromstring(
        sent(**right | {"title": "Gartner 010185-1234", "hours.max": "mange", "postcode": "87"}).text
    )
    assert [link.get("href") for link in wrong.get_element_by_id("errors").xpath(".//a")] == [
        "#title",
        "#hours.max",
        "#postcode",
    ]
    assert all(wrong.get_element_by_id(name).get("aria-invalid") for name in ("title", "hours.max", "postcode"))
    assert site.feed("DELETE", f"/v1{path}").status_code == 204
