"""A vacancy with what was read from it and where; an ad that is pasted; my candidates in neutral order."""

from browsing import lines
from places import NUMBERS

AD = """Køkkenhjælp i skole {n}
Vi søger en hjælper på 10 timer om ugen, mandag til fredag kl. 9-11. Du får oplæring.
Ansøgningsfrist: 15. december 2026. Skolen ligger i 8700 Horsens.
"""


def paste(me, ad):
    me.go("/vacancies/new")
    me.page.get_by_label("Annoncen", exact=True).fill(ad)
    me.click("Læs annoncen")


def test_a_pasted_ad_is_read_and_shows_whom_of_mine_it_may_suit(visitor, case_path):
    me = visitor()
    paste(me, AD.format(n=next(NUMBERS)))
    assert me.heading.startswith("Køkkenhjælp i skole")
    facts = me.page.locator("table").inner_text()
    assert "10 timer om ugen" in facts
    assert "15. december 2026" in facts
    assert "10 timer om ugen" in me.page.locator(".adtext mark").all_inner_texts()[0]
    assert me.page.locator(f"a[href^='{case_path}/vacancies/']").count() == 1


def test_a_page_of_html_is_read_too(visitor):
    n = next(NUMBERS)
    me = visitor()
    page = """<!doctype html><html><body><script type="application/ld+json">
    {"@type": "JobPosting", "title": "Gartner %d", "description": "Vi søger en gartner 20 timer om ugen.",
     "hiringOrganization": {"name": "Gartneri Grøn"}}</script></body></html>"""
    paste(me, page % n)
    assert me.heading == f"Gartner {n}"
    assert "20 timer om ugen" in me.page.locator("table").inner_text()


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
        if name.startswith("hours"):
            field.fill(value)
        else:
            field.select_option(value)
    me.click("Gem rettelsen")


def test_a_wrongly_read_fact_is_put_right_with_who_and_when_and_used_from_then_on(visitor, site):
    made = site.consultant.post("/v1/candidates", json={"goals": ["køkken"], "constraints": {"not_times": ["evening"]}})
    path = f"/candidates/{made.json()['candidate_id']}/vacancies/v001"
    me = visitor()
    me.go(path)
    assert "fravalgt: aften" not in me.page.locator(".why").inner_text()
    me.go("/vacancies/v001")
    correct(me, hours__min="20", hours__max="25", times__evening="yes")
    facts = me.page.locator("table").inner_text()
    assert "20-25 timer om ugen" in facts
    assert f"Rettet af {site.consultant.name}" in me.page.locator("main").inner_text()
    me.go(path)
    assert "fravalgt: aften" in me.page.locator(".why").inner_text()
    assert "20-25 timer om ugen" in me.page.locator(".facts").inner_text()

    same = next(line for line in lines("vacancies.jsonl") if '"v001"' in line)
    assert site.feed.post("/v1/vacancies?format=jsonl", content=same).json()["unchanged"] == 1
    log = site.auditor.get("/v1/log?limit=200").json()["entries"]
    (entry,) = [e for e in log if e["action"] == "vacancy.corrected"]
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
    assert "min <= ideal <= max" in me.page.locator("#wrong-fact").inner_text()
    assert site.consultant.get("/v1/vacancies/v002").json()["version"] == 1
