"""What is given out: the person's own copy, the sheets on paper, and the log as people read it."""

import datetime
import re

import pytest
from lxml import html
from places import NUMBERS, until

from service.ads.contacts import contacts
from service.audit import LogEntry
from service.pages.visits import visits

pytestmark = pytest.mark.slow

HEADINGS = [
    "Det, du har fortalt",
    "Grænser",
    "Forslag, du har set, med dine svar",
    "Noter",
    "Ændringer",
    "Hvem har set og gjort hvad",
]
LIMITS = {"weekly_hours": {"max": 12, "negotiable": True}, "not_times": ["night"], "avoid": ["heavy_lifting"]}


def taken_up(site, **fields):
    profile = {"label": f"Sag {next(NUMBERS)}", "goals": ["gartner"], "constraints": LIMITS} | fields
    return site.consultant.post("/v1/candidates", json=profile).json()["candidate_id"]


def answered(site, case, vacancy, kind, **more):
    made = site.consultant.post(f"/v1/candidates/{case}/decisions", json={"vacancy_id": vacancy, "kind": kind} | more)
    assert made.status_code == 201, made.text
    return made.json()["decision_id"]


def page_of(site, path):
    answer = site.consultant.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    (main,) = html.fromstring(answer.text).xpath("//main")
    return main


def parts(main):
    """Heading -> what stands below it, in order."""
    told = {}
    for element in main:
        if element.tag == "h2":
            told[element.text_content()] = ""
        elif told:
            told[list(told)[-1]] += " ".join(element.text_content().split()) + "\n"
    return told


def test_the_persons_copy_says_it_all_in_words_that_the_person_knows(site):
    case = taken_up(site)
    site.consultant.get(f"/candidates/{case}/suggestions")
    answered(site, case, "v017", "shortlist", note="vi ringer mandag")
    no = answered(site, case, "v001", "reject", reason="too_far", whose="person")
    site.consultant.post(f"/v1/candidates/{case}/decisions/{no}/undo")
    site.consultant.put(
        f"/v1/candidates/{case}",
        json={"goals": ["gartner", "pedel"], "constraints": LIMITS},
        headers={"If-Match": '"1"'},
    )
    main = page_of(site, f"/candidates/{case}/everything.html")
    told = parts(main)
    assert [heading for heading in told if heading in HEADINGS] == HEADINGS
    said, limits, answers, notes, changes, log = (told[heading] for heading in HEADINGS)
    assert "gartner; pedel" in said
    assert "Højst timer om ugen: 12" in limits
    assert "Ikke på disse tider: nat" in limits
    assert "tunge løft: helst ikke" in limits
    titles = [site.consultant.get(f"/v1/vacancies/{v}").json()["record"]["title"] for v in ("v017", "v001")]
    assert all(title in answers for title in titles)
    assert re.search(r"Ja, \d+\. \w+ \d{4} kl\. \d\d\.\d\d, ", answers)
    assert re.search(r"Nej: for langt væk \(din egen grund\), .* Taget tilbage", answers)
    assert "Dem har du set og ikke svaret på" in answers
    assert "vi ringer mandag" in notes
    assert titles[0] in notes
    assert "gartner blev til gartner; pedel" in changes
    assert "svaret Ja, svaret Nej, svar fortrudt" in log
    text = main.text_content()
    for code in (
        "weekly_hours",
        "negotiable",
        "heavy_lifting",
        "shortlist",
        "too_far",
        "null",
        "{",
        "suggestions.shown",
        "v017",
        "+00:00",
        case,
    ):
        assert code not in text, code


def test_the_log_of_a_case_has_a_line_for_each_visit(site):
    case = taken_up(site)
    for _ in range(3):
        site.consultant.get(f"/candidates/{case}/suggestions")
    main = page_of(site, f"/candidates/{case}/held")
    (row,) = main.xpath("//tbody/tr")
    assert "Oprettet, forslag vist (3 gange)" in row.text_content()
    headings = [heading.text_content() for heading in main.xpath("//h2")]
    assert "Giv personen en kopi af alt om sig selv" in headings


def entry(at, actor="user:u", action="suggestions.shown"):
    moment = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC) + datetime.timedelta(minutes=at)
    return LogEntry(seq=1, at=moment, actor=actor, action=action, pseudonym="p", details={}, digest="")


@pytest.mark.parametrize(
    ("minutes", "sizes"),
    [
        ([0, 20, 40], [3]),
        ([0, 31, 61], [1, 2]),  # after a longer pause it is another visit
        ([1370, 1375, 1385], [2, 1]),  # 23.50, 23.55 and 00.05 in Denmark: another day
    ],
)
def test_a_visit_ends_with_a_pause_and_with_the_day(minutes, sizes):
    assert [len(visit.at) for visit in visits(map(entry, minutes), {}, "da")] == sizes


def test_two_who_look_at_the_same_time_are_two_visits_with_what_each_did():
    log = [entry(0), entry(1, "user:w", "decision.reject"), entry(2), entry(3, "key:k", "no.such.act")]
    told = [(visit.user_name, dict(visit.acts)) for visit in visits(log, {"u": "Ea", "w": "Bo"}, "da")]
    assert told == [("Ea", {"forslag vist": 2}), ("Bo", {"svaret Nej": 1}), (None, {"andet": 1})]


# --- on paper ---


def pages(me):
    me.page.emulate_media(media="print")
    pdf = me.page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_ten_jobs_for_the_person_fit_on_four_sheets_in_large_type(visitor, site):
    limits = {"postcode": "8700", "max_travel_minutes": 120, "travel_modes": ["public"]}
    limits["weekly_hours"] = {"min": 8, "max": 20, "negotiable": True}
    case = taken_up(site, goals=["butik", "køkken", "have"], interests=["dyr", "børn"], constraints=limits)
    me = visitor()
    me.go(f"/candidates/{case}/sheet?all=true")
    assert me.page.locator(".one").count() == 10
    assert 1 < pages(me) <= 4
    size = me.page.evaluate("getComputedStyle(document.querySelector('.one p')).fontSize").removesuffix("px")
    assert float(size) >= 18  # 14 points
    assert me.page.locator("header.site").is_hidden()
    me.page.emulate_media(media="screen")
    me.click("I dag", role="link")
    assert me.heading == "I dag"


def test_what_was_answered_is_ticked_on_the_persons_sheet(site):
    case = taken_up(site)
    shown = list(site.consultant.get(f"/v1/candidates/{case}/suggestions").json()["vacancies"])
    answered(site, case, shown[0], "shortlist")
    answered(site, case, shown[1], "maybe")
    ticks = page_of(site, f"/candidates/{case}/sheet").xpath("//*[@class='tick']")
    told = sorted((tick.get("aria-label"), " ".join(tick.text_content().split())) for tick in ticks)
    assert told == [("Svaret er Ja", "☑ Ja ☐ Måske ☐ Nej"), ("Svaret er Måske", "☐ Ja ☑ Måske ☐ Nej")]


def test_the_call_sheet_has_the_contact_of_the_ad_and_lines_for_what_is_agreed_and_the_log_has_neither(site):
    n = next(NUMBERS)
    text = "Vi søger en til køkkenet.\nKontaktperson\nGrethe Kvist\nTlf. 75 50 11 22\nCVR-nr. 31 22 44 55"
    ad = f'{{"id": "call-{n}", "title": "Køkkenhjælp", "description": {text!r}}}'.replace("'", '"')
    assert site.feed.post("/v1/vacancies?format=jsonl", content=ad).json()["created"] == 1
    case = taken_up(site)
    until(lambda: f"call-{n}" in site.app.state.service.keeper.digests(site.tenant_id))
    main = page_of(site, f"/candidates/{case}/vacancies/call-{n}/call")
    told = main.text_content()
    assert "Grethe Kvist, Tlf. 75 50 11 22" in told
    assert "31 22 44 55" not in told
    for words in ("Hvem jeg talte med", "Hvornår", "Det aftalte vi"):
        assert words in told
    log = site.auditor.get("/v1/log/export").text
    assert "75 50 11 22" not in log
    assert "Kvist" not in log
    assert site.feed("DELETE", f"/v1/vacancies/call-{n}").status_code == 204


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring til Bo på 22 34 56 78. Vi glæder os.", ["Ring til Bo på 22 34 56 78."]),
        (
            "Skriv til ea@kroen.example, eller ring +45 22345678",
            ["Skriv til ea@kroen.example, eller ring +45 22345678"],
        ),
        ("Kontakt:\nBo Holm, daglig leder\nbo@kroen.example", ["Bo Holm, daglig leder, bo@kroen.example"]),
        ("Løn: 22.345,67 kr. CVR 31224455. EAN-nr. 5798000123456. Jobnr. 2034 5678", []),
        ("Ansøgningsfrist 20-12-2026. Vi er 25 30 35 40 mand.", ["Vi er 25 30 35 40 mand."]),  # may be one: it is read
    ],
)
def test_a_contact_is_the_ads_own_sentence_with_a_telephone_or_an_address(text, expected):
    assert contacts(text) == expected
