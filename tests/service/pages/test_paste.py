"""Pasting an ad: it is looked over before anything of it is kept, and one's own can be taken back."""

import json

import pytest
from lxml import html
from places import NUMBERS

from service.ads.paste import about_somebody

pytestmark = pytest.mark.slow

PORTAL = """Spring til indhold
Jobbrættet
Forside | Find job | Log ind
Vi bruger cookies for at måle trafikken på siden. Sig ja.
Kun nødvendige
Forside > Job > Lager > Fredericia
Pakkerimedarbejder {n}
Snekkersten Frugt A/S
Strandvejen 3, 7000 Fredericia
Gem job
Vi søger en hjælper, der sorterer æbler og pærer og pakker dem i kasser sammen med tre andre.
Arbejdstid: Deltid (16 timer), kl. 8-12 på hverdage
Ansøgningsfrist: 11. december 2026
Ansøg nu
Smed, fuldtid 37 timer (Kolding)
Natportør, skiftehold (Vejle)
© 2026 Jobbrættet
"""


def post(site, fields, path="/vacancies/new", who="consultant"):
    user = getattr(site, who)
    return user.client.post(
        path,
        data=fields | {"csrf": user.headers["X-CSRF-Token"]},
        headers={"Accept": "text/html"},
        follow_redirects=False,
    )


def form_of(answer):
    """The fields of the form on the page, as a browser would send them."""
    page = html.fromstring(answer.text)
    (form,) = page.xpath("//main//form[@action='/vacancies/new']")
    return {name: value.removeprefix("\n") for name, value in form.form_values() if name != "csrf"}


def looked_over(site, text):
    answer = post(site, {"ad": text})
    assert answer.status_code == 200, answer.text
    return form_of(answer)


def kept(site, fields):
    """The id of an ad that is saved."""
    answer = post(site, fields | {"do": "save"})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0].rpartition("/")[2]


def titles(site):
    answer = site.consultant.get("/v1/vacancies", params={"limit": 200}).json()
    return [vacancy["record"]["title"] for vacancy in answer["vacancies"]]


def test_what_an_ad_is_taken_for_is_shown_and_nothing_is_kept_until_it_is_saved(site):
    n = next(NUMBERS)
    answer = post(site, {"ad": PORTAL.format(n=n)})
    fields, page = form_of(answer), html.fromstring(answer.text)
    assert page.xpath("//h1")[0].text == "Er det her annoncen?"
    named = (fields["title"], fields["employer"], fields["postcode"])
    assert named == (f"Pakkerimedarbejder {n}", "Snekkersten Frugt A/S", "7000")
    assert fields["description"].splitlines()[-1] == "Ansøgningsfrist: 11. december 2026"
    cut = page.xpath("//details")[0].text_content()
    for words in ("Spring til indhold", "Vi bruger cookies", "Smed, fuldtid 37 timer", "Natportør"):
        assert words in cut
    read = page.xpath("//dl")[0].text_content()
    for words in ("16 timer om ugen", "fredag den 11. december"):
        assert words in read
    assert f"Pakkerimedarbejder {n}" not in titles(site)


def test_it_is_kept_as_it_was_put_right_before(site):
    n = next(NUMBERS)
    fields = looked_over(site, f"Jobannonce\nVi søger en til at passe {n} høns.\nKik forbi Torvet 2, 8700 Horsens.")
    assert (fields["title"], fields["employer"], fields["postcode"]) == ("Jobannonce", "", "8700")
    vacancy = kept(site, fields | {"title": "Hønsepasser", "employer": "Gården", "postcode": "8722"})
    record = site.consultant.get(f"/v1/vacancies/{vacancy}").json()["record"]
    assert (record["title"], record["employer"], record["postcode"]) == ("Hønsepasser", "Gården", "8722")
    assert str(n) in record["description"]


def test_the_same_ad_again_changes_nothing_and_that_is_told(site):
    fields = looked_over(site, PORTAL.format(n=next(NUMBERS)))
    first = kept(site, fields)
    again = post(site, fields | {"do": "save"})
    assert again.headers["location"] == f"/vacancies/{first}?told=pasted_before"
    assert site.consultant.get(f"/v1/vacancies/{first}").json()["version"] == 1


def test_a_page_of_html_keeps_what_the_form_has_no_field_for(site):
    n = next(NUMBERS)
    posting = {
        "@type": "JobPosting",
        "title": f"Gartner {n}",
        "description": "Vi søger en gartner 20 timer om ugen.",
        "validThrough": "2026-12-24",
        "url": "https://have.example/1",
        "hiringOrganization": {"name": "Haven"},
    }
    block = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    vacancy = kept(site, looked_over(site, f"<!doctype html><html><body>{block}</body></html>"))
    record = site.consultant.get(f"/v1/vacancies/{vacancy}").json()["record"]
    assert (record["title"], record["employer"], record["deadline"]) == (f"Gartner {n}", "Haven", "2026-12-24")


@pytest.mark.parametrize("link", ["https://jobs.example/annonce/123", " www.jobs.example/1\nhttps://jobs.example/2 \n"])
def test_a_bare_link_is_answered_with_how_an_ad_is_pasted(site, link):
    answer = post(site, {"ad": link})
    assert answer.status_code == 422
    assert "markér det hele" in html.fromstring(answer.text).get_element_by_id("wrong").text_content()
    assert form_of(answer)["ad"].split() == link.split()


HEALTH, CPR = "bestemt persons helbred", "CPR-nummer"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Oplagt til Karsten, som har socialfobi.", HEALTH),
        ("Tænker på Lone, hun har skizofreni.", HEALTH),
        ("Fin til Birthe, der kæmper med en depression.", HEALTH),
        ("Vis den til Anne: hun er bipolar og kan ikke tåle larm.", HEALTH),
        ("Karsten 010190-1234 kan lide mad.", CPR),
        ("CPR-nr. 0101901234", CPR),
    ],
)
def test_words_about_a_person_are_refused_at_the_field_and_stay_there_to_be_removed(site, words, told):
    ad = f"Kok til kantinen\nVi søger en kok, der laver mad fra bunden.\n{words}"
    answer = post(site, {"ad": ad})
    assert answer.status_code == 422
    field = html.fromstring(answer.text).get_element_by_id("ad")
    assert field.get("aria-invalid") == "true"
    assert "wrong" in field.get("aria-describedby").split()
    assert told in html.fromstring(answer.text).get_element_by_id("wrong").text_content()
    assert form_of(answer)["ad"].splitlines() == ad.splitlines()


@pytest.mark.parametrize(
    "words",
    [
        "Du bliver en del af et bosted for unge med angst og autisme.",
        "Ring til Mette på 31 01 90 12. Jobnr. 0101901234.",
        "Stillingen passer godt til Kolding og omegn. Vores borgere har brug for dig.",
        "Du bliver hjælper for Jens, som er lam.",
    ],
)
def test_an_ad_that_speaks_of_others_is_looked_over_without_a_question(site, words):
    answer = post(site, {"ad": f"Medhjælper\nVi søger en medhjælper.\n{words}"})
    assert answer.status_code == 200
    assert "skrevet om en kandidat" not in answer.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det her er noget for Ole, tror jeg.", ["noget for Ole"]),
        ("Min borger skal starte stille.", ["Min borger"]),
        ("Send den til Lone og Ib. Godt for alle.", ["Send den til Lone"]),
        ("Velkommen til Mette og teamet. Vi er gode til Excel.", []),
        ("Vi søger den kandidat, der passer til Kolding Sygehus.", []),
    ],
)
def test_words_that_may_be_about_a_person_are_asked_about(text, expected):
    assert about_somebody(text) == expected


def test_what_is_refused_when_it_is_saved_stands_at_its_field_and_nothing_typed_is_lost(site):
    fields = looked_over(site, f"Opvasker\nVi søger en opvasker til {next(NUMBERS)} kopper.")
    answer = post(site, fields | {"do": "save", "title": "Opvasker 010185-1234", "postcode": "87", "employer": "Kroen"})
    page = html.fromstring(answer.text)
    assert answer.status_code == 422
    assert page.get_element_by_id("title").get("aria-invalid") == "true"
    sent = form_of(answer)
    assert (sent["postcode"], sent["employer"], sent["rest"]) == ("87", "Kroen", fields["rest"])
    mended = post(site, sent | {"do": "save", "title": "Opvasker"})
    assert html.fromstring(mended.text).get_element_by_id("error-postcode").text_content().strip()
    assert "Opvasker 010185-1234" not in titles(site)


@pytest.mark.parametrize("rest", ["", "{", "[1]", '"x"', '{"nope": 1}'])
def test_a_form_that_was_made_up_is_refused_and_nothing_kept(site, rest):
    made_up = {"do": "save", "rest": rest, "title": f"Kok {next(NUMBERS)}", "description": "Vi søger en kok."}
    answer = post(site, made_up | {"employer": "", "postcode": ""})
    assert answer.status_code == 422
    assert made_up["title"] not in titles(site)


def test_ones_own_ads_are_listed_where_one_pastes_and_can_be_taken_back_by_nobody_else(site):
    n = next(NUMBERS)
    vacancy = kept(site, looked_over(site, f"Buketbinder {n}\nVi søger en til at binde buketter til torvedage."))
    mine, others = (getattr(site, who).get("/vacancies/new").text for who in ("consultant", "colleague"))
    assert f'href="/vacancies/{vacancy}#back"' in mine
    assert vacancy not in others
    assert 'id="back"' in site.consultant.get(f"/vacancies/{vacancy}").text
    path = f"/vacancies/{vacancy}/take-back"
    assert post(site, {}, path, "colleague").status_code == 404
    answer = post(site, {}, path)
    assert answer.headers["location"] == "/vacancies/new?told=taken_back"
    page = site.consultant.get(answer.headers["location"]).text
    assert "Annoncen er taget tilbage og slettet." in page
    assert f"Buketbinder {n}" not in page
    log = site.auditor.get("/v1/log/export").text
    assert vacancy in log
    assert "uketbinder" not in log
